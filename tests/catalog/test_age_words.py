# SPDX-License-Identifier: MIT
"""How the age of facts is told."""

from datetime import date

import pytest

from azmodels_gui.answers.availability import offered
from azmodels_gui.answers.viewpoint import Viewpoint
from azmodels_gui.catalog.fact_dates import FactDate, FactKind
from azmodels_gui.catalog.fact_told import (
    date_told,
    dates_told,
    nos_told,
    not_offered_told,
    offer_told,
)
from azmodels_gui.catalog.facts import Offer
from azmodels_gui.catalog.terms import Availability
from tests.builders import catalog, offer

TODAY = date(2026, 11, 29)


def known(**days: str) -> dict[FactKind, FactDate]:
    return {FactKind(kind): FactDate(day, day, day) for kind, day in days.items()}


@pytest.mark.parametrize(
    ("language", "told"),
    [
        pytest.param("en", "availability 5 Oct 2026 · prices Aug 2026 · limits 2025", id="en"),
        pytest.param("de", "Verfügbarkeit 05.10.2026 · Preise 08/2026 · Grenzen 2025", id="de"),
    ],
)
def test_dates_are_told_by_kind_as_exact_as_they_are(language: str, told: str) -> None:
    dates = known(limits="2025", prices="2026-08", availability="2026-10-05")

    assert dates_told(dates, language) == told


def test_only_the_kinds_on_show_are_told() -> None:
    dates = known(availability="2026-10-05", prices="2026-08-15")

    assert dates_told(dates, "en", [FactKind.PRICES, FactKind.QUOTAS]) == "prices 15 Aug 2026"
    assert dates_told({}, "en") == ""


@pytest.mark.parametrize(
    ("as_of", "english", "german"),
    [
        pytest.param(None, "not offered", "nicht angeboten", id="no date"),
        pytest.param(
            "2026-09-30",
            "not offered (as of 30 Sep 2026)",
            "nicht angeboten (Stand 30.09.2026)",
            id="60 days",
        ),
        pytest.param(
            "2026-09-29",
            "as of 29 Sep 2026: not offered",
            "Stand 29.09.2026: nicht angeboten",
            id="61 days",
        ),
        pytest.param(
            "2026-05",
            "as of May 2026: not offered",
            "Stand 05/2026: nicht angeboten",
            id="a month",
        ),
        pytest.param("2025", "as of 2025: not offered", "Stand 2025: nicht angeboten", id="a year"),
    ],
)
def test_an_old_no_has_its_date_first(as_of: str | None, english: str, german: str) -> None:
    assert not_offered_told(as_of, TODAY, "en") == english
    assert not_offered_told(as_of, TODAY, "de") == german


@pytest.mark.parametrize(
    ("dates", "told"),
    [
        pytest.param(None, "not offered", id="no date"),
        pytest.param(
            FactDate("2026-10-05", "2026-10-05", "2026-10-05"),
            "not offered (as of 5 Oct 2026)",
            id="one date",
        ),
        pytest.param(
            FactDate("2026-10-05", "2026-10-05", "2026-10-08"),
            "not offered (as of 5 Oct 2026 to 8 Oct 2026)",
            id="all recent",
        ),
        pytest.param(
            FactDate("2026-10-05", "2026-08-28", "2026-10-08"),
            "as of 28 Aug 2026 to 8 Oct 2026: not offered",
            id="some old",
        ),
    ],
)
def test_a_sign_for_many_noes_tells_from_when_to_when(dates: FactDate | None, told: str) -> None:
    assert nos_told(dates, TODAY, "en") == told


def test_a_kind_is_told_with_its_range_where_facts_differ() -> None:
    found = FactDate("2026-06-11", "2026-04-02", "2026-09")

    assert date_told(FactKind.PTU, found, "en") == "PTU 11 Jun 2026 (2 Apr 2026 to Sep 2026)"
    assert date_told(FactKind.PTU, found, "de") == "PTU 11.06.2026 (02.04.2026 bis 09/2026)"


@pytest.mark.parametrize(
    ("offers", "told"),
    [
        pytest.param([], "not offered", id="no offer at all"),
        pytest.param([offer("a").but(as_of="2026-11-02"), None], "not offered (as of 2 Nov 2026)"),
        pytest.param(
            [offer("a").but(as_of="2026-11-02"), offer("b").but(as_of="2026-10-05")],
            "not offered (as of 5 Oct 2026)",
            id="the oldest counts",
        ),
        pytest.param(
            [offer("a").but(retirement_date=date(2026, 11, 1))],
            "ended on 1 Nov 2026",
            id="ended",
        ),
        pytest.param(
            [offer("a").but(retirement_date=date(2026, 11, 1)), offer("b").but(as_of="2026-10-05")],
            "not offered (as of 5 Oct 2026)",
            id="one of two has ended",
        ),
    ],
)
def test_a_no_bears_the_oldest_date_it_rests_on(offers: list[Offer | None], told: str) -> None:
    no = Availability.NOT_OFFERED
    found = offered(no, offers, Viewpoint(catalog(), TODAY))
    assert offer_told("no", no, found.until, found.as_of, TODAY, "en") == told
