# SPDX-License-Identifier: MIT
"""Quota, context, offers, data zones and retirement: what must be said beside a number."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from azmodels_gui.calculator.checks import (
    check_data_zone,
    check_lifecycle,
    check_limits,
    check_offer,
    check_ptu_prompt,
    reservation_end,
)
from azmodels_gui.calculator.quota_check import Arrival, QuotaStatus, check_quota
from azmodels_gui.calculator.statements import CautionId, Statement
from azmodels_gui.calculator.wording import Refusal
from azmodels_gui.calculator.workload import Workload
from azmodels_gui.catalog.document import DeploymentType, Region
from azmodels_gui.catalog.facts import Limits, PtuParameters, Quota, TokenLimit
from azmodels_gui.catalog.terms import ContextBand, Scope, Stage, Term
from tests.builders import TODAY, entry, offer, price, version
from tests.calculator.samples import (
    DATA_ZONE_PTU,
    FIREWORKS,
    GERMANY,
    GLOBAL_PTU,
    GPT_5_2,
    SWEDEN,
    SWITZERLAND,
    load,
    ratio_ptu,
)


def ids(statements: Iterable[Statement]) -> list[object]:
    return [said.id for said in statements]


# quota


def quota(tier: str, tpm: int | None, requests: int | None, **more: Any) -> Quota:
    more.setdefault("deployment_type", "GlobalStandard")
    return Quota(tier=tier, tpm=tpm, requests=requests, source="matrix", **more)


TIERS = (quota("1", 300_000, 3_000), quota("2", 1_000_000, 10_000), quota("3", 4_000_000, 900))


@pytest.mark.parametrize(
    ("rpm", "tier", "status", "sufficient"),
    [
        pytest.param(1_000, "1", QuotaStatus.ENOUGH, "1", id="enough"),
        pytest.param(2_000, "1", QuotaStatus.EXCEEDED, "2", id="too many tokens"),
        pytest.param(1_000, "3", QuotaStatus.EXCEEDED, "1", id="too many requests"),
        pytest.param(10_000, "2", QuotaStatus.EXCEEDED, None, id="no tier would do"),
        pytest.param(1_000, "6", QuotaStatus.UNKNOWN, "1", id="a tier no source states"),
        pytest.param(1_000, None, QuotaStatus.UNKNOWN, "1", id="no tier told"),
    ],
)
def test_quota_of_a_tier(
    rpm: int, tier: str | None, status: QuotaStatus, sufficient: str | None
) -> None:
    found = check_quota(entry(quotas=TIERS), (load(rpm, 200, 20),), "GlobalStandard", tier)
    assert found.needed_tpm == rpm * 220
    assert (found.status, found.sufficient_tier) == (status, sufficient)


def test_a_peak_above_the_quota_names_need_and_the_tier_that_would_do() -> None:
    found = check_quota(entry(quotas=TIERS), (load(2_000, 200, 20),), "GlobalStandard", "1")
    (said,) = found.cautions
    assert said.id is CautionId.PEAK_ABOVE_QUOTA
    assert said.data["needed_tpm"] == 440_000
    assert said.data["needed_rpm"] == 2_000
    assert said.data["sufficient_tier"] == "2"
    assert said.data["known_tiers"] == ("1", "2", "3")


def test_an_unknown_quota_is_said_only_when_a_tier_was_asked_about() -> None:
    assert ids(check_quota(entry(), (load(),), "GlobalStandard", "1").cautions) == [
        CautionId.QUOTA_UNKNOWN
    ]
    assert check_quota(entry(), (load(),), "GlobalStandard", None).cautions == ()


def test_requests_per_ten_seconds_are_turned_into_requests_per_minute() -> None:
    rows = (quota("1", None, 100, request_period_s=10),)
    found = check_quota(entry(quotas=rows), (load(600),), "GlobalStandard", "1")
    assert found.tiers[0].rpm == 600
    assert found.status is QuotaStatus.ENOUGH


def test_two_rows_about_one_tier_are_taken_at_their_lowest() -> None:
    rows = (quota("1", 500, 10), quota("1", 400, 20))
    (found,) = check_quota(entry(quotas=rows), (load(),), "GlobalStandard", "1").tiers
    assert found.tpm == 400
    assert found.rpm == 10


def test_a_tier_that_states_neither_figure_is_unknown() -> None:
    rows = (quota("1", None, None),)
    found = check_quota(entry(quotas=rows), (load(),), "GlobalStandard", "1")
    assert found.status is QuotaStatus.UNKNOWN


def test_other_deployment_types_have_their_own_quota() -> None:
    found = check_quota(entry(quotas=TIERS), (load(),), "DataZoneStandard", "1")
    assert found.tiers == ()


def test_workloads_add_up_against_the_quota() -> None:
    found = check_quota(entry(quotas=TIERS), (load(), load()), "GlobalStandard", "1")
    assert found.needed_tpm == 440_000
    assert found.needed_rpm == 2_000


# context


def limits(window: int | None, into: int | None = None, out: int | None = None) -> Limits:
    def limit(tokens: int | None) -> TokenLimit | None:
        return None if tokens is None else TokenLimit(tokens=tokens, source="matrix")

    return Limits(context_window=limit(window), max_input=limit(into), max_output=limit(out))


@pytest.mark.parametrize(
    ("known", "request_", "expected"),
    [
        pytest.param(limits(1_000), load(1, 900, 100), [], id="it just fits"),
        pytest.param(
            limits(1_000), load(1, 900, 101), [CautionId.PROMPT_ABOVE_CONTEXT], id="one too many"
        ),
        pytest.param(
            limits(1_000, 800), load(1, 801, 1), [CautionId.PROMPT_ABOVE_INPUT_LIMIT], id="prompt"
        ),
        pytest.param(
            limits(1_000, out=5), load(1, 1, 6), [CautionId.ANSWER_ABOVE_OUTPUT_LIMIT], id="answer"
        ),
        pytest.param(limits(None), load(), [CautionId.CONTEXT_UNKNOWN], id="nothing known"),
    ],
)
def test_requests_are_held_against_the_limits(
    known: Limits, request_: Workload, expected: list[CautionId]
) -> None:
    one = entry(one_version=version(limits=known))
    assert ids(check_limits(one, request_)) == expected


@pytest.mark.parametrize(
    ("tokens", "declared", "expected"),
    [
        pytest.param(128_000, False, [], id="not above 128K"),
        pytest.param(128_001, False, [CautionId.LONG_CONTEXT_UNDECLARED], id="above, not declared"),
        pytest.param(128_001, True, [], id="above and declared"),
    ],
)
def test_a_long_prompt_needs_a_word_about_its_price(
    tokens: int, declared: bool, expected: list[CautionId]
) -> None:
    """Of these models no source states where the long price begins."""
    one = entry(
        one_version=version(limits=limits(10**6)),
        prices=(price("1", context_band=ContextBand.LONG),),
    )
    assert ids(check_limits(one, load(1, tokens, 1, long_context=declared))) == expected


@pytest.mark.parametrize(
    ("tokens", "declared", "expected"),
    [
        pytest.param(272_000, False, [], id="at the threshold"),
        pytest.param(272_001, True, [], id="above and declared"),
        pytest.param(272_001, False, [CautionId.PROMPT_ABOVE_LONG_CONTEXT], id="above, as short"),
        pytest.param(272_000, True, [CautionId.PROMPT_BELOW_LONG_CONTEXT], id="below, as long"),
        pytest.param(130_000, False, [], id="above 128K, where nothing begins"),
    ],
)
def test_the_chosen_band_is_held_against_a_known_threshold(
    tokens: int, declared: bool, expected: list[CautionId]
) -> None:
    known = limits(10**6).but(long_context_above=TokenLimit(tokens=272_000, source="prices"))
    priced = (price("1", context_band=ContextBand.LONG),)
    one = entry(one_version=version(limits=known), prices=priced)
    assert ids(check_limits(one, load(1, tokens, 1, long_context=declared))) == expected
    flat = entry(one_version=version(limits=known), prices=(price("1"),))
    assert ids(check_limits(flat, load(1, tokens, 1, long_context=declared))) == []


@pytest.mark.parametrize(
    ("served", "tokens", "long_context", "warned"),
    [
        pytest.param(False, 128_000, False, False, id="exactly 128K is served"),
        pytest.param(False, 128_001, False, True, id="above it is not"),
        pytest.param(False, 100, True, True, id="declared as long"),
        pytest.param(True, 200_000, False, False, id="a model that serves it"),
        pytest.param(None, 200_000, False, False, id="nothing stated"),
    ],
)
def test_the_128k_rule_of_ptu(
    served: bool | None, tokens: int, long_context: bool, warned: bool
) -> None:
    parameters = ratio_ptu(2_400, "6", long_context=served)
    said = ids(check_ptu_prompt(parameters, load(1, tokens, 1, long_context=long_context)))
    assert said == [CautionId.PROMPT_ABOVE_PTU] * warned


# offers and data zones


@pytest.mark.parametrize(
    ("region", "expected"),
    [
        pytest.param(SWEDEN, [], id="offered"),
        pytest.param(GERMANY, [CautionId.NOT_OFFERED_IN_REGION], id="not offered"),
        pytest.param(SWITZERLAND, [CautionId.OFFER_DISPUTED], id="disputed"),
        pytest.param(None, [], id="offered somewhere"),
    ],
)
def test_offers_in_a_region(region: Region | None, expected: list[CautionId]) -> None:
    offers = [offer(DATA_ZONE_PTU.id, "swedencentral", disputed=["switzerlandnorth"])]
    one = entry(one_version=version(offers=offers))
    assert ids(check_offer(one, DATA_ZONE_PTU, region)) == expected


def test_an_offer_that_no_source_covers_is_unknown_not_absent() -> None:
    assert ids(check_offer(entry(), GLOBAL_PTU, GERMANY)) == [CautionId.OFFER_UNKNOWN]
    assert ids(check_offer(entry(), GLOBAL_PTU, None)) == [CautionId.OFFER_UNKNOWN]


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        pytest.param(GPT_5_2, CautionId.OFFER_DISPUTED, id="the newest page sizes it"),
        pytest.param(
            ratio_ptu(1, "1", history=True), CautionId.NOT_OFFERED_IN_REGION, id="an older page"
        ),
        pytest.param(
            ratio_ptu(1, "1", sizes=((Scope.REGIONAL, 50, 50),)),
            CautionId.NOT_OFFERED_IN_REGION,
            id="another scope is sized",
        ),
        pytest.param(None, CautionId.NOT_OFFERED_IN_REGION, id="no page does"),
    ],
)
def test_a_sizing_page_contradicts_a_matrix_without_any_region(
    parameters: PtuParameters | None, expected: CautionId
) -> None:
    one = entry(one_version=version(offers=[offer(DATA_ZONE_PTU.id)]))
    for region in (GERMANY, None):
        assert ids(check_offer(one, DATA_ZONE_PTU, region, parameters)) == [expected]


def test_a_sizing_page_does_not_make_an_offer_in_every_region() -> None:
    one = entry(one_version=version(offers=[offer(DATA_ZONE_PTU.id, "swedencentral")]))
    said = check_offer(one, DATA_ZONE_PTU, GERMANY, GPT_5_2)
    assert ids(said) == [CautionId.NOT_OFFERED_IN_REGION]


DISPUTED = SWITZERLAND.but(data_zone="EU", data_zone_disputed=True)


@pytest.mark.parametrize(
    ("kind", "region", "parameters", "expected"),
    [
        pytest.param(DATA_ZONE_PTU, GERMANY, None, [], id="inside its zone"),
        pytest.param(
            DATA_ZONE_PTU, SWITZERLAND, None, [CautionId.REGION_OUTSIDE_DATA_ZONE], id="in no zone"
        ),
        pytest.param(
            DATA_ZONE_PTU, DISPUTED, None, [CautionId.REGION_ZONE_DISPUTED], id="disputed member"
        ),
        pytest.param(
            DATA_ZONE_PTU, GERMANY, FIREWORKS, [CautionId.ZONE_NOT_SERVED], id="served in the US"
        ),
        pytest.param(GLOBAL_PTU, SWITZERLAND, None, [], id="global needs no zone"),
        pytest.param(DATA_ZONE_PTU, None, FIREWORKS, [], id="no region chosen"),
    ],
)
def test_data_zones(
    kind: DeploymentType,
    region: Region | None,
    parameters: PtuParameters | None,
    expected: list[CautionId],
) -> None:
    assert ids(check_data_zone(kind, region, parameters)) == expected


# lifecycle


@pytest.mark.parametrize(
    ("retirement", "expected"),
    [
        pytest.param(date(2027, 11, 22), [], id="on the day the year ends"),
        pytest.param(date(2027, 11, 21), ["year"], id="a day before the year ends"),
        pytest.param(date(2026, 12, 1), ["month", "year"], id="before the month ends"),
        pytest.param(None, [], id="no date known"),
    ],
)
def test_a_reservation_must_not_outlive_the_model(
    retirement: date | None, expected: list[str]
) -> None:
    one = entry(one_version=version(retirement=retirement))
    said = list(check_lifecycle(one, tuple(Term), TODAY))
    assert [each.data["term"] for each in said] == expected
    assert all(each.id is CautionId.RESERVATION_OUTLIVES_MODEL for each in said)


@pytest.mark.parametrize(
    "one_version",
    [
        pytest.param(version(retirement=date(2026, 11, 21)), id="past its date"),
        pytest.param(version(stage=Stage.RETIRED), id="called retired"),
    ],
)
def test_a_model_that_has_ended_is_said_to_have(one_version: Any) -> None:
    said = check_lifecycle(entry(one_version=one_version), tuple(Term), TODAY)
    assert ids(said) == [CautionId.MODEL_PAST_RETIREMENT]


@pytest.mark.parametrize(
    ("start", "term", "end"),
    [
        pytest.param(date(2026, 1, 31), Term.MONTH, date(2026, 2, 28), id="to a shorter month"),
        pytest.param(date(2026, 12, 5), Term.MONTH, date(2027, 1, 5), id="into the next year"),
        pytest.param(date(2028, 2, 29), Term.YEAR, date(2029, 2, 28), id="from a leap day"),
        pytest.param(date(9999, 12, 31), Term.YEAR, date.max, id="beyond the calendar"),
        pytest.param(TODAY, Term.HOUR, None, id="nothing is reserved"),
    ],
)
def test_the_end_of_a_reservation(start: date, term: Term, end: date | None) -> None:
    assert reservation_end(start, term) == end


def test_quota_need_is_exact() -> None:
    found = check_quota(entry(), (load(Decimal("0.1"), 3, 0),), "GlobalStandard", None)
    assert found.needed_tpm == Decimal("0.3")


def test_the_quota_counts_the_largest_output_on_arrival_and_keeps_head_room() -> None:
    arrival = Arrival(max_output=1_000, headroom_percent=Decimal(20))
    found = check_quota(
        entry(quotas=TIERS),
        (load(100, 200, 20), load(50, 400, 100)),
        "GlobalStandard",
        "1",
        arrival,
    )
    # (100 x (200 + 1,000) + 50 x (400 + 1,000)) x 1.2
    assert found.needed_tpm == 228_000
    assert found.needed_rpm == 180
    assert [str(said.id) for said in arrival.assumptions] == ["quota_on_arrival", "quota_headroom"]


def test_a_largest_output_below_the_average_one_is_refused() -> None:
    with pytest.raises(Refusal, match=r"\(10 tokens\) is below its average one \(20\)"):
        check_quota(entry(), (load(),), "GlobalStandard", None, Arrival(max_output=10))
