# SPDX-License-Identifier: MIT
"""Single facts in words, and how their age is told."""

from datetime import date

import pytest

from azmodels_gui.answers.availability import offered
from azmodels_gui.answers.viewpoint import Viewpoint
from azmodels_gui.catalog.document import Source
from azmodels_gui.catalog.fact_dates import (
    FactDate,
    FactKind,
    capability_told,
    claims_told,
    date_told,
    dates_told,
    nos_told,
    not_offered_told,
    offer_told,
    promised_told,
    unlisted_told,
)
from azmodels_gui.catalog.facts import Capability, Claim, Conflict, Offer
from azmodels_gui.catalog.terms import Availability
from tests.builders import catalog, offer, price

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


DATES = {"page": "2026-10-05"}


@pytest.mark.parametrize(
    ("found", "english", "german"),
    [
        pytest.param(Capability(id="vision", source="page"), "yes", "ja", id="yes"),
        pytest.param(
            Capability(id="effort", levels=("low", "high"), source="page"),
            "low, high",
            "low, high",
            id="levels",
        ),
        pytest.param(
            Capability(id="vision", supported=False, source="page"),
            "no (as of 5 Oct 2026)",
            "nein (Stand 05.10.2026)",
            id="a dated no",
        ),
        pytest.param(
            Capability(id="vision", supported=False, source="unheard"), "no", "nein", id="no date"
        ),
    ],
)
def test_a_capability_is_told_with_levels_or_as_a_dated_no(
    found: Capability, english: str, german: str
) -> None:
    assert capability_told(found, DATES, "en") == english
    assert capability_told(found, DATES, "de") == german


def test_a_promotion_is_told_until_when_it_is_promised() -> None:
    promised = price("1").but(at_least_until=date(2026, 11, 30))

    assert promised_told(promised, "en") == "promised until 30 Nov 2026"
    assert promised_told(promised, "de") == "zugesagt bis 30.11.2026"
    assert promised_told(price("1"), "en") == ""


def test_a_list_that_no_longer_names_it_is_told_with_its_date() -> None:
    page = Source(id="page", title="Models sold by Azure", as_of="2026-09")

    assert unlisted_told(page, "en") == "no longer named in Models sold by Azure, Sep 2026"
    assert unlisted_told(page, "de") == "nicht mehr genannt in Models sold by Azure, 09/2026"


@pytest.mark.parametrize(
    ("about", "values", "german"),
    [
        pytest.param(
            "retirement_date",
            ("—", "2027-11-01"),
            ["kein Termin angekündigt", "01.11.2027"],
            id="days as German writes them, and a day that nobody names",
        ),
        pytest.param(
            "fine_tuning",
            ("— / 2027-11-01",),
            ["nicht angegeben / 01.11.2027"],
            id="two days of one claim",
        ),
        pytest.param(
            "availability:Standard",
            ("not offered (as of 2026-05-11)",),
            ["not offered (as of 11.05.2026)"],
            id="a day inside a sentence",
        ),
        pytest.param(
            "price:input:global",
            ("0.2 USD per 1M tokens since 2026-07-01",),
            ["0,20 $ per 1M tokens since 01.07.2026"],
            id="an amount as prices are told",
        ),
        pytest.param("version", ("2025-09-15",), ["2025-09-15"], id="a version is no day"),
    ],
)
def test_claims_have_days_as_the_language_writes_them(
    about: str, values: tuple[str, ...], german: list[str]
) -> None:
    claims = tuple(Claim(value=value, source="page") for value in values)

    assert list(claims_told(Conflict(about=about, claims=claims), "de")) == german
