# SPDX-License-Identifier: MIT
"""The whole answer for a load profile."""

from decimal import Decimal
from typing import Any

import pytest

from azmodels_gui.calculator.deployment import Deployment
from azmodels_gui.calculator.estimate import Question
from azmodels_gui.calculator.load_profile import DayProfile, LoadProfile
from azmodels_gui.calculator.month_load import MonthLoad
from azmodels_gui.calculator.overrides import Overrides
from azmodels_gui.calculator.profile_estimate import ProfileEstimate, profile_estimate
from azmodels_gui.calculator.statements import AssumptionId, CautionId, RefusalId
from azmodels_gui.calculator.wording import Refusal
from azmodels_gui.catalog.terms import Scope, Term
from tests.builders import TODAY, catalog
from tests.calculator.samples import (
    DATA_ZONE_PTU,
    EAST_US_2,
    FIREWORKS,
    GERMANY,
    load,
    ptu_price,
    with_ptu,
)
from tests.calculator.test_estimate import SHORT_PROMPTS_ONLY, gpt_5_2, plan

OFFICE = LoadProfile.of([1_000] * 80 + [100] * 20, missing_minutes=3)


def answer(region: Any = EAST_US_2, into: int = 200, **more: Any) -> ProfileEstimate:
    asked = Deployment(
        entry=more.pop("one", gpt_5_2()),
        deployment_type=DATA_ZONE_PTU,
        loads=(MonthLoad.of_profile(more.pop("profile", OFFICE), load(1, into, 20)),),
        region=region,
    )
    catalogue = more.pop("plan", plan())
    return profile_estimate(catalogue, Question(deployment=asked, day=TODAY, **more))


def test_every_term_has_its_curve_and_the_cheapest_of_all_is_told() -> None:
    found = answer()
    assert set(found.curves) == set(Term)
    minima = {term: curve.minimum for term, curve in found.curves.items()}
    assert all(point is not None for point in minima.values())
    cheapest = found.cheapest
    assert cheapest is not None
    assert cheapest.point.cost == min(
        point.cost for point in minima.values() if point is not None and point.cost is not None
    )


def test_a_term_whose_price_is_missing_does_not_hide_the_others() -> None:
    only_year = catalog(ptu_prices=(ptu_price(Term.YEAR, "2916", Scope.DATA_ZONE, "eastus2"),))
    found = answer(plan=only_year)
    assert found.curves[Term.HOUR].minimum is None
    assert found.cheapest is not None
    assert found.cheapest.term is Term.YEAR


def test_without_prices_there_is_no_cheapest_but_the_share_that_spills() -> None:
    found = answer(region=GERMANY)
    assert found.cheapest is None
    assert found.curves[Term.YEAR].points[1].spilled_share > 0
    assert CautionId.PRICE_ELSEWHERE in [said.id for said in found.cautions]


def test_prompts_that_ptu_do_not_serve_have_no_base_load() -> None:
    assert answer(one=SHORT_PROMPTS_ONLY, into=128_000).cheapest is not None
    with pytest.raises(Refusal) as refused:
        answer(one=SHORT_PROMPTS_ONLY, into=128_001)
    assert refused.value.statement.id is RefusalId.PROMPT_NOT_SERVED


def test_warnings_and_assumptions_speak_of_the_profile() -> None:
    found = answer(terms=(Term.HOUR,), overrides=Overrides(ptu_discount_percent=Decimal(5)))
    assert CautionId.MINUTES_MISSING in [said.id for said in found.cautions]
    told = [said.id for said in found.assumptions]
    assert AssumptionId.WHOLE_REQUESTS_SPILL in told
    assert AssumptionId.PTU_DISCOUNT in told
    assert AssumptionId.BUSIEST_MINUTE not in told
    assert AssumptionId.YEAR_IN_TWELFTHS not in told
    assert set(found.sources) == {"types", "prices", "schedule"}


def test_fractions_of_a_request_spill_in_parts() -> None:
    day = DayProfile((Decimal("62.5"),) * 24, (Decimal(0),) * 24)
    told = [said.id for said in answer(profile=day.week()).assumptions]
    assert AssumptionId.PARTS_OF_REQUESTS_SPILL in told
    assert AssumptionId.WHOLE_REQUESTS_SPILL not in told


def test_a_catalogue_without_the_standard_type_still_answers() -> None:
    bare = plan(deployment_types=())
    assert answer(plan=bare).cheapest is not None


def test_without_ptu_there_is_no_curve() -> None:
    with pytest.raises(Refusal) as refused:
        answer(one=with_ptu(FIREWORKS))
    assert refused.value.statement.id is RefusalId.WEIGHT_UNKNOWN
