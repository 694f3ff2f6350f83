# SPDX-License-Identifier: MIT
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.catalog.facts import Quota
from azmodels_gui.publish.facts import QuotaFact
from azmodels_gui.publish.quotas import quotas_of

DATES = {"new": date(2026, 8, 20), "old": date(2026, 5, 1), "twin": date(2026, 8, 20)}


def fact(source: str = "new", tier: str = "1", **more: Any) -> QuotaFact:
    more.setdefault("deployment_type", "GlobalStandard")
    more.setdefault("requests", 10)
    return QuotaFact(name="gpt-x", source=source, row="row", tier=tier, **more)


def test_an_older_source_with_the_same_figures_only_confirms() -> None:
    quotas, conflicts = quotas_of([fact("old", tpm=5), fact("new", tpm=5)], DATES)
    assert quotas == (
        Quota(deployment_type="GlobalStandard", tier="1", tpm=5, requests=10, source="new"),
    )
    assert conflicts == ()


@pytest.mark.parametrize(
    ("first", "second", "winner"),
    [
        pytest.param("old", "new", "new", id="the newer source wins"),
        pytest.param("twin", "new", "new", id="of one day the first by name wins"),
    ],
)
def test_disagreement_is_kept_beside_the_winner(first: str, second: str, winner: str) -> None:
    facts = [fact(first, requests=10), fact(second, requests=20, request_period_s=10)]
    (quota,), (conflict,) = quotas_of(facts, DATES)
    assert quota.source == winner
    assert conflict.about == "quota:GlobalStandard:tier1"
    assert [(claim.source, claim.value) for claim in conflict.claims] == [
        (second, "GlobalStandard 1: 20 requests / 10 s"),
        (first, "GlobalStandard 1: 10 RPM"),
    ]


def test_a_source_that_contradicts_itself_is_a_conflict() -> None:
    _, (conflict,) = quotas_of([fact(requests=10), fact(requests=11)], DATES)
    assert [claim.source for claim in conflict.claims] == ["new", "new"]


def test_batch_conflicts_name_the_subscription() -> None:
    facts = [
        fact(source, "MSDN", deployment_type="GlobalBatch", requests=None, enqueued_tokens=tokens)
        for source, tokens in (("new", 5), ("old", None))
    ]
    _, (conflict,) = quotas_of(facts, DATES)
    assert conflict.about == "quota:GlobalBatch:MSDN"
    assert [claim.value for claim in conflict.claims] == [
        "GlobalBatch MSDN: 5 tokens",
        "GlobalBatch MSDN: -",
    ]


def test_versions_with_equal_quota_share_a_record() -> None:
    facts = [fact(version="b"), fact(version="a"), fact(version="c", requests=99)]
    quotas, conflicts = quotas_of(facts, DATES)
    assert [(quota.versions, quota.requests) for quota in quotas] == [
        (("a", "b"), 10),
        (("c",), 99),
    ]
    assert conflicts == ()


def test_a_quota_for_all_versions_stays_apart_from_one_for_a_version() -> None:
    quotas, _ = quotas_of([fact(), fact(version="a")], DATES)
    assert [quota.versions for quota in quotas] == [(), ("a",)]


def test_a_conflict_names_the_version() -> None:
    _, (conflict,) = quotas_of([fact(version="a"), fact("old", version="a", requests=1)], DATES)
    assert conflict.note is not None
    assert "a" in conflict.note.en


@pytest.mark.parametrize(
    ("default", "conflicts"),
    [
        pytest.param(10, [], id="the lowest tier agrees"),
        pytest.param(20, ["quota:default"], id="only a higher tier has it"),
    ],
)
def test_a_default_limit_is_compared_with_the_lowest_tier(
    default: int, conflicts: list[str]
) -> None:
    facts = [fact(tier="1"), fact(tier="2", requests=20)]
    facts.append(fact(tier="default", deployment_type=None, requests=default))
    quotas, found = quotas_of(facts, DATES)
    assert len(quotas) == 3
    assert [conflict.about for conflict in found] == conflicts


facts_of_any_kind = st.lists(
    st.builds(
        fact,
        source=st.sampled_from(sorted(DATES)),
        tier=st.sampled_from(["0", "1", "default"]),
        version=st.sampled_from([None, "a", "b"]),
        requests=st.sampled_from([None, 10, 20]),
        deployment_type=st.sampled_from([None, "Standard", "GlobalStandard"]),
    ),
    max_size=12,
)


@given(facts=facts_of_any_kind)
def test_what_is_stated_comes_out_exactly_once(facts: list[QuotaFact]) -> None:
    quotas, _ = quotas_of(facts, DATES)
    stated = {(item.version, item.deployment_type, item.tier) for item in facts}
    told = [
        (version, quota.deployment_type, quota.tier)
        for quota in quotas
        for version in quota.versions or (None,)
    ]
    assert len(told) == len(set(told))
    assert set(told) == stated
