# SPDX-License-Identifier: MIT
"""Every statement has a sentence in both languages, with all its figures."""

from datetime import date
from decimal import Decimal

import pytest

from azmodels_gui.calculator.load_file import read_day
from azmodels_gui.calculator.load_table import ROW_FAULTS, RowFault
from azmodels_gui.calculator.statements import (
    AssumptionId,
    CautionId,
    CheckId,
    RefusalId,
    Statement,
    assumption,
    caution,
)
from azmodels_gui.calculator.wording import (
    ASSUMPTIONS,
    CAUTIONS,
    CHECKS,
    REFUSALS,
    Refusal,
    sentence,
    word,
)
from azmodels_gui.language import figures


def test_every_id_has_its_texts() -> None:
    assert set(CAUTIONS) == set(CautionId)
    assert set(ASSUMPTIONS) == set(AssumptionId)
    assert set(CHECKS) == set(CheckId)
    assert set(REFUSALS) == set(RefusalId)
    assert set(ROW_FAULTS) == set(RowFault)


def test_figures_are_written_as_the_language_writes_them() -> None:
    said = caution(
        CautionId.RESERVATION_OUTLIVES_MODEL,
        term="year",
        end=date(2027, 11, 22),
        retirement=date(2027, 6, 8),
        model="gpt-5.2 2025-12-11",
    )
    assert sentence(said, "en") == (
        "A one-year reservation from today ends on 22 Nov 2027; gpt-5.2 2025-12-11 retires on "
        "8 Jun 2027. It is bound to type and region, not to a model: another one may use the "
        "rest, but needs other PTU."
    )
    assert sentence(said, "de") == (
        "Eine Reservierung für 1 Jahr ab heute endet am 22.11.2027; gpt-5.2 2025-12-11 wird am "
        "08.06.2027 abgeschaltet. Sie ist an Art und Region gebunden, nicht an ein Modell: Ein "
        "anderes kann den Rest nutzen, braucht aber andere PTU."
    )


def test_what_is_missing_is_said_in_words() -> None:
    said = caution(
        CautionId.PEAK_ABOVE_QUOTA,
        tier="1",
        deployment_type="GlobalStandard",
        needed_tpm=Decimal(440_000),
        needed_rpm=Decimal(2_000),
        sufficient_tier="",
        known_tiers=("1",),
    )
    assert sentence(said, "en").endswith("would do, of those known (1): none.")
    assert "440.000 TPM" in sentence(said, "de")
    nowhere = caution(CautionId.NOT_OFFERED_IN_REGION, deployment_type="Standard", region="")
    assert sentence(nowhere, "en") == "Standard is offered in no region."
    undated = caution(CautionId.NOT_OFFERED_IN_REGION, deployment_type="Standard", region="UK West")
    assert sentence(undated, "de") == "Standard wird nicht angeboten: UK West."


@pytest.mark.parametrize(
    ("region", "english", "german"),
    [
        pytest.param("East US 2", "As of 11 May 2026 Standard is not offered: East US 2.",
                     "Stand 11.05.2026 wird Standard nicht angeboten: East US 2.", id="a region"),
        pytest.param("", "As of 11 May 2026 no region offers Standard.",
                     "Stand 11.05.2026 bietet keine Region Standard an.", id="anywhere"),
    ],
)  # fmt: skip
def test_a_no_begins_with_its_date(region: str, english: str, german: str) -> None:
    said = caution(
        CautionId.NOT_OFFERED_IN_REGION,
        deployment_type="Standard",
        region=region,
        as_of="2026-05-11",
    )
    assert (sentence(said, "en"), sentence(said, "de")) == (english, german)


def test_a_reason_is_told_as_a_sentence() -> None:
    said = caution(
        CautionId.PTU_NOT_POSSIBLE,
        reason="scope_not_offered",
        scope="regional",
        offered=("global", "data_zone"),
    )
    assert sentence(said, "en") == (
        "No PTU can be reckoned: the model has no provisioned deployment in the scope regional; "
        "it has: global, data zone."
    )


def test_weights_are_named_in_the_words_of_the_field() -> None:
    said = assumption(AssumptionId.WEIGHTS, what="cached_input", weight=Decimal("0.10"))
    assert sentence(said, "de") == "Ein Token (Eingabe aus dem Cache) zählt auf PTU 0,1-fach."
    refusal = Statement(RefusalId.WEIGHT_UNKNOWN, {"category": "output", "band": "short"})
    assert "a token of output (short context)" in sentence(refusal, "en")


def test_prices_are_written_as_the_language_writes_them() -> None:
    prices = ("1234.5 USD (East US 2)", "0.1925 USD")
    said = caution(CautionId.PRICE_SECONDARY, what="input", region="", prices=prices)
    assert sentence(said, "en").endswith("input, $1,234.50 (East US 2), $0.1925.")
    assert sentence(said, "de").endswith("Eingabe, 1.234,50 $ (East US 2), 0,1925 $.")


def test_an_unknown_word_stays_as_it_is() -> None:
    assert word("smell", "de") == "smell"
    assert word("data_zone", "de") == "Datenzone"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param(figures.number(Decimal("1234.50"), "en"), "1,234.5", id="no needless zeros"),
        pytest.param(figures.number(1_234_567, "de"), "1.234.567", id="German separators"),
        pytest.param(figures.number(Decimal("105.885"), "en", 2), "105.89", id="half goes up"),
        pytest.param(figures.money(Decimal("1234.5"), "USD", "en"), "$1,234.50", id="dollars"),
        pytest.param(figures.money(Decimal("2.5"), "USD", "de"), "2,50 $", id="German dollars"),
        pytest.param(figures.money(Decimal(2), "EUR", "en"), "€2.00", id="other currency"),
        pytest.param(figures.percent(Decimal("0.8477"), "en"), "84.8%", id="percent"),
        pytest.param(figures.percent(Decimal("2.8"), "de", 0), "280 %", id="German percent"),
        pytest.param(figures.day(date(2026, 3, 5), "en"), "5 Mar 2026", id="day"),
    ],
)
def test_figures(written: str, expected: str) -> None:
    assert written == expected


@pytest.mark.parametrize("language", ["en", "de"])
def test_columns_are_named_as_they_stand_in_the_file(language: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_day(["time,requests"])
    told = sentence(refused.value.statement, language)
    assert told.count("hour, working_day, weekend") == 2
