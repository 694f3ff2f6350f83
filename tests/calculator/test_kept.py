# SPDX-License-Identifier: MIT
"""What is reckoned once of a frozen value, and no more."""

import gc
import weakref
from dataclasses import dataclass, replace
from decimal import Decimal

from azmodels_gui.answers.verdict import speaks_against
from azmodels_gui.calculator.estimate import Question, estimate
from azmodels_gui.calculator.kept import kept
from azmodels_gui.calculator.plan import pool_key
from azmodels_gui.calculator.sensitivity import Lever, steps_of_load, varied
from azmodels_gui.calculator.ways import PAYG
from azmodels_gui.catalog.terms import Term
from tests.builders import TODAY, catalog
from tests.calculator.samples import (
    DATA_ZONE_PTU,
    EAST_US_2,
    PTU_PRICES,
    ROUND,
    deployment,
    load,
    with_ptu,
)

MODEL = with_ptu(ROUND, channel="azure_openai")


@dataclass(frozen=True)
class Sized:
    ptu: int


reckoned: list[tuple[int, int]] = []


@kept
def times(sized: Sized, by: int) -> int:
    reckoned.append((sized.ptu, by))
    return sized.ptu * by


def test_the_same_question_about_the_same_value_is_reckoned_once() -> None:
    reckoned.clear()
    fifty, sixty = Sized(50), replace(Sized(50), ptu=60)
    assert [times(each, by) for each in (fifty, sixty) for by in (2, 2, 3)] == [
        *(100, 100, 150),
        *(120, 120, 180),
    ]
    assert reckoned == [(50, 2), (50, 3), (60, 2), (60, 3)]


def test_an_estimate_goes_with_all_that_was_kept_of_it() -> None:
    """Nothing kept holds the estimate: else each key left one to the search for garbage."""
    asked = deployment(MODEL, load(21, 1_000, 100), kind=DATA_ZONE_PTU, region=EAST_US_2)
    found = estimate(catalog(ptu_prices=PTU_PRICES), Question(deployment=asked, day=TODAY))
    month = varied(found, Lever.CACHE, Decimal("0.5"), (PAYG, Term.YEAR.value))
    assert month is not None
    assert steps_of_load(found, Decimal(4)) is steps_of_load(found, Decimal(4))
    assert pool_key(found).region == EAST_US_2.id
    assert speaks_against(found, Term.YEAR.value) == speaks_against(found, Term.YEAR.value)
    gc.disable()
    try:
        gone = weakref.ref(found)
        del found
        assert gone() is None
    finally:
        gc.enable()
