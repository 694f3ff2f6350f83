# SPDX-License-Identifier: MIT
"""How old facts are, by kind."""

import pytest

from azmodels_gui.catalog.fact_dates import FactDate, FactKind, fact_dates, offer_as_of
from azmodels_gui.catalog.facts import Offer, Quota
from tests.builders import entry, price, version

DATES = {"may": "2026-05-11", "june": "2026-06", "prices": "2026-08-15", "schedule": "2026-11-15"}


@pytest.mark.parametrize(
    ("own", "sources", "expected"),
    [
        pytest.param("2026-09-02", ("may",), "2026-09-02", id="its own date"),
        pytest.param(None, ("may", "june"), "2026-06", id="the newest source"),
        pytest.param(None, ("unheard",), None, id="unknown source"),
        pytest.param(None, (), None, id="no source"),
    ],
)
def test_an_offer_is_as_old_as_it_says_or_as_its_newest_source(
    own: str | None, sources: tuple[str, ...], expected: str | None
) -> None:
    offered = Offer(deployment_type="Standard", as_of=own, sources=sources)

    assert offer_as_of(offered, DATES) == expected


def test_each_kind_of_fact_has_its_own_dates() -> None:
    offers = [
        Offer(deployment_type="Standard", as_of="2026-10-05"),
        Offer(deployment_type="GlobalStandard", as_of="2026-10-05"),
        Offer(deployment_type="GlobalBatch", sources=("may",)),
    ]
    one = entry(
        one_version=version(offers=offers),
        prices=(price("1"), price("2")),
        quotas=(Quota(tier="1", source="unheard"),),
    )

    dates = fact_dates([one], DATES)

    assert dates == {
        FactKind.AVAILABILITY: FactDate("2026-10-05", "2026-05-11", "2026-10-05"),
        FactKind.PRICES: FactDate("2026-08-15", "2026-08-15", "2026-08-15"),
        FactKind.LIFECYCLE: FactDate("2026-11-15", "2026-11-15", "2026-11-15"),
    }
