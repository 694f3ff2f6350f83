# SPDX-License-Identifier: MIT
"""Answers put together: the newer one of a place takes the place of the older one."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from azmodels_gui.clients.tenant import Account, Counter, Deployed, ListedOffer, Tenant

OLD, NEW = date(2026, 10, 1), date(2026, 11, 20)


def offer(model: str, day: date, region: str = "eastus2", subscription: str = "a") -> ListedOffer:
    return ListedOffer(
        region=region,
        subscription=subscription,
        day=day,
        model=model,
        version="1",
        deployment_type="GlobalStandard",
    )


def names(tenant: Tenant) -> list[str]:
    return [each.model for each in tenant.listed]


def test_a_newer_list_of_a_region_replaces_the_older_whole() -> None:
    known = Tenant(listed=(offer("gone", OLD), offer("elsewhere", OLD, "westeurope")))
    assert names(known.with_answers(Tenant(listed=(offer("new", NEW),)))) == ["elsewhere", "new"]


def test_an_older_list_changes_nothing() -> None:
    known = Tenant(listed=(offer("new", NEW),))
    assert names(known.with_answers(Tenant(listed=(offer("old", OLD),)))) == ["new"]


def test_subscriptions_stand_side_by_side() -> None:
    known = Tenant(listed=(offer("x", OLD),))
    more = known.with_answers(Tenant(listed=(offer("x", NEW, subscription="b"),)))
    assert [each.subscription for each in more.listed] == ["a", "b"]


def test_deployments_take_their_region_from_the_account_whichever_comes_first() -> None:
    deployed = Deployed(day=NEW, name="d", account="Mine", model="m", deployment_type="Standard")
    account = Account(day=OLD, name="mine", region="swedencentral")
    first = Tenant().with_answers(Tenant(deployed=(deployed,)))
    assert first.deployed[0].region is None
    both = first.with_answers(Tenant(accounts=(account,)))
    assert both.deployed[0].region == "swedencentral"
    again = Tenant(accounts=(account,)).with_answers(Tenant(deployed=(deployed,)))
    assert again.deployed == both.deployed


def test_more_used_than_allowed_leaves_nothing() -> None:
    assert Counter(day=NEW, name="x", used=12, limit=10).left == 0


DAYS = st.integers(0, 5).map(lambda after: OLD + timedelta(after))
OFFERS = st.builds(
    offer, st.sampled_from("xyz"), DAYS, st.sampled_from(("r1", "r2")), st.sampled_from("ab")
)


@settings(deadline=None)
@given(st.lists(OFFERS, max_size=8), st.lists(OFFERS, max_size=8))
def test_every_place_keeps_the_statements_of_its_newest_day(
    before: list[ListedOffer], now: list[ListedOffer]
) -> None:
    known = Tenant(salt="s").with_answers(Tenant(listed=tuple(before)))
    both = known.with_answers(Tenant(listed=tuple(now)))
    for region in ("r1", "r2"):
        for subscription in "ab":
            place = [
                each
                for each in (*before, *now)
                if (each.region, each.subscription) == (region, subscription)
            ]
            kept = [
                each
                for each in both.listed
                if (each.region, each.subscription) == (region, subscription)
            ]
            newest = max((each.day for each in place), default=None)
            assert {each.day for each in kept} == ({newest} if newest else set())
    assert both.with_answers(Tenant(listed=tuple(now))) == both
