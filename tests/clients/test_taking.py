# SPDX-License-Identifier: MIT
"""Answers of several files and subscriptions, taken together and told apart."""

from datetime import date
from typing import Any

import pytest

from azmodels_gui.clients.taking import AnswerFile, SubscriptionNeeded, Taken, taken
from azmodels_gui.clients.tenant import Tenant
from tests.clients.answers import (
    OTHER,
    SUBSCRIPTION,
    account,
    arm_id,
    as_bytes,
    counter,
    deployment,
    listed,
    sku,
)

DAY, LATER = date(2026, 11, 20), date(2026, 11, 25)
REGIONS = ("eastus2", "swedencentral")
USAGE = [counter("OpenAI.GlobalStandard.x", 1, 5)]
OTHER_USAGE = [counter("OpenAI.GlobalStandard.x", 3, 9)]
MODELS = [listed("gpt-x", "1", sku("GlobalStandard", "OpenAI.GlobalStandard.x"))]
BARE = [{name: value for name, value in MODELS[0].items() if name != "id"}]


def file(document: Any, name: str = "usage-eastus2.json", day: date = DAY) -> AnswerFile:
    return AnswerFile(name, as_bytes(document), day)


def of_other(document: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{**each, "id": str(each["id"]).replace(SUBSCRIPTION, OTHER)} for each in document]


def take(*files: AnswerFile, known: Tenant | None = None, name: str = "") -> Taken:
    return taken(files, known or Tenant(salt="s"), REGIONS, subscription=name)


def test_what_cannot_be_used_is_left_out_and_says_why() -> None:
    found = take(file(USAGE), file({"key1": "secret"}, "keys.json"), file("", "empty.json"))
    assert [each.said is not None for each in found.files] == [True, False, False]
    assert [str(each).split()[0] for each in found.faults] == ["keys.json", "empty.json"]
    assert len(found.tenant.counters) == 1
    assert "secret" not in str(found.faults)


def test_answers_that_name_their_subscription_stand_beside_each_other() -> None:
    found = take(file(MODELS, "a.json"), file(of_other(MODELS), "b.json")).tenant
    assert len(found.listed) == 2
    assert found.subscriptions == {found.short_name(SUBSCRIPTION), found.short_name(OTHER)}


@pytest.mark.parametrize(
    ("known", "now"),
    [
        ([], [file(USAGE), file(OTHER_USAGE)]),
        ([], [file(BARE, "models.json"), file(MODELS, "a.json"), file(of_other(MODELS), "b.json")]),
        ([file(MODELS, "models.json")], [file(USAGE)]),
    ],
    ids=["two in one drop", "beside two that are named", "after lists that are named"],
)
def test_lists_of_nobody_ask_for_a_name_where_there_are_several(
    known: list[AnswerFile], now: list[AnswerFile]
) -> None:
    before = take(*known).tenant
    with pytest.raises(SubscriptionNeeded, match="name it"):
        take(*now, known=before)


def test_the_same_file_twice_is_no_second_subscription() -> None:
    assert len(take(file(USAGE), file(USAGE, "usage-eastus2 (1).json")).tenant.counters) == 1


def test_named_lists_never_replace_those_of_another_name() -> None:
    first = take(file(USAGE), name="Produktion").tenant
    both = take(file(OTHER_USAGE, day=LATER), known=first, name="Test").tenant
    assert {each.subscription: each.limit for each in both.counters} == {"Produktion": 5, "Test": 9}
    again = take(file(OTHER_USAGE, day=LATER), known=both, name="Produktion").tenant
    assert {each.subscription: each.limit for each in again.counters} == {
        "Produktion": 9,
        "Test": 9,
    }


def test_a_name_holds_for_all_that_bears_the_same_id_before_and_after() -> None:
    before = take(file([deployment("chat", "gpt-x", "1")], "deployments.json")).tenant
    named = take(file(MODELS, "models.json"), known=before, name="Produktion").tenant
    after = take(file([account("contoso-ai", "eastus2")], "accounts.json"), known=named).tenant
    assert after.subscriptions == {"Produktion"}
    assert after.deployed[0].region == "eastus2"
    assert SUBSCRIPTION not in after.model_dump_json()


def test_one_name_is_refused_for_answers_of_two_subscriptions() -> None:
    both = [*MODELS, *of_other(MODELS)]
    (fault,) = take(file(both, "both.json"), name="Produktion").faults
    assert "several subscriptions" in str(fault)


def test_resources_of_one_name_in_two_subscriptions_keep_their_regions() -> None:
    accounts = (
        [account("contoso-ai", "eastus2")],
        of_other([account("contoso-ai", "swedencentral")]),
    )
    mine = [deployment("chat", "gpt-x", "1")]
    documents = (*accounts, mine, of_other(mine))
    found = take(*(file(each, f"{at}.json") for at, each in enumerate(documents))).tenant
    assert {each.region for each in found.deployed} == {"eastus2", "swedencentral"}


def test_ids_are_recognised_wherever_they_end() -> None:
    tenant = Tenant(salt="s")
    item = {**MODELS[0], "id": arm_id().split("/resourceGroups")[0]}
    assert take(file([item], "a.json"), known=tenant).tenant.subscriptions == {
        tenant.short_name(SUBSCRIPTION)
    }


def test_an_id_that_is_typed_as_a_name_is_shortened_as_well() -> None:
    tenant = Tenant(salt="s")
    found = take(file(USAGE), known=tenant, name=f" {{{SUBSCRIPTION.upper()}}} ").tenant
    assert SUBSCRIPTION.upper() not in found.model_dump_json().upper()
    again = take(file(USAGE), known=tenant, name=SUBSCRIPTION).tenant
    assert again.subscriptions == {tenant.short_name(SUBSCRIPTION)}


def test_thirty_five_regions_at_once_keep_their_lists_apart() -> None:
    regions = [f"region{at}" for at in range(35)]
    files = []
    for at, region in enumerate(regions):
        offers = [
            listed(f"m{number}", "1", sku("GlobalStandard", f"c{number}"), location=region)
            for number in range(at + 1)
        ]
        files += [
            file(offers, f"models-{region}.json"),
            file([counter("c0", at, 100)], f"usage-{region}.json"),
        ]
    found = taken(files, Tenant(salt="s"), regions)
    assert not found.faults
    by_region = {region: 0 for region in regions}
    for each in found.tenant.listed:
        by_region[each.region or ""] += 1
    assert list(by_region.values()) == list(range(1, 36))
    assert {(each.region, each.used) for each in found.tenant.counters} == {
        (region, at) for at, region in enumerate(regions)
    }
