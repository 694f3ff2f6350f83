# SPDX-License-Identifier: MIT
"""Single facts in words."""

from datetime import date

import pytest

from azmodels_gui.catalog.document import Source
from azmodels_gui.catalog.fact_told import (
    capability_told,
    claims_told,
    promised_told,
    unlisted_told,
)
from azmodels_gui.catalog.facts import Capability
from azmodels_gui.catalog.part import Claim, Conflict
from tests.builders import price

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
        pytest.param("version", ("2025-09-15",), ["2025-09-15"], id="a version is no day"),
    ],
)
def test_claims_have_days_as_the_language_writes_them(
    about: str, values: tuple[str, ...], german: list[str]
) -> None:
    claims = tuple(Claim(value=value, source="page") for value in values)

    assert list(claims_told(Conflict(about=about, claims=claims), "de")) == german
