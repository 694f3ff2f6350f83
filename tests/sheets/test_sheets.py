# SPDX-License-Identifier: MIT
"""What stands on sheets: figures as the catalogue has them, and what is not known as such."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from azmodels_gui.answers.viewpoint import Conversion
from azmodels_gui.catalog.document import Feature
from azmodels_gui.catalog.facts import LocalText
from azmodels_gui.catalog.terms import EntryKind, Scope
from azmodels_gui.sheets.sheet import CellKind, Mark, Row, Sheet, SheetKind, Text
from tests.builders import catalog, model, price, with_old_advice
from tests.sheets.samples import GERMANY, SWEDEN, made, order, sheet_catalog

LANGUAGES = ("de", "en")
WITHOUT_CURRENCY = {
    SheetKind.COVERAGE,
    SheetKind.FEATURES,
    SheetKind.CHANGES,
    SheetKind.RETIREMENTS,
}
"""No amounts, or amounts of several days in the currency each was stated in."""


def rows_of(sheet: Sheet) -> dict[str, Row]:
    return {row.key: row for table in sheet.tables for row in table.rows}


def comparison(**more: Any) -> dict[str, Row]:
    return rows_of(made(SheetKind.COMPARISON, order("en", **more), 4))


def texts(row: Row) -> list[str]:
    return [cell.text for cell in row.cells]


def test_unknown_is_unknown_and_never_no() -> None:
    rows = comparison()
    for key in ("context_window", "germanywestcentral:GlobalStandard", "stage"):
        cell = rows[key].cells[2]
        assert (cell.kind, cell.text, cell.value) == (CellKind.UNKNOWN, "unknown", None)


def test_a_conflict_is_told_in_its_cell_and_spelled_out_below() -> None:
    sheet = made(SheetKind.COMPARISON, order("en"))
    cell = rows_of(sheet)["germanywestcentral:DataZoneStandard"].cells[0]
    assert (cell.kind, cell.mark) == (CellKind.CONFLICT, Mark.WARNING)
    told = next(line for line in sheet.remarks if "disagree" in line.text)
    assert "Sources say: not offered; priced." in told.text
    assert set(told.sources) == {"matrix", "prices"}


def test_what_no_source_states_is_listed_by_model() -> None:
    remarks = [line.text for line in made(SheetKind.COMPARISON, order("en"), 4).remarks]
    assert any(
        line.startswith("beta-mini 2: no source states Input, global, batch;") for line in remarks
    )


def test_an_expired_price_is_expired_and_no_figure() -> None:
    cell = comparison()["price:regional:standard:short:input"].cells[0]
    assert cell.kind is CellKind.UNKNOWN
    assert "expired 31 Aug 2026" in cell.text
    assert "$9.00" in cell.text


def test_a_price_of_another_region_is_no_price_of_this_one() -> None:
    cell = comparison()["price:data_zone:standard:short:input"].cells[0]
    assert cell.kind is CellKind.UNKNOWN
    assert cell.text.startswith("unknown here; elsewhere $")


def test_a_price_from_a_copying_list_says_so() -> None:
    assert comparison()["price:global:standard:short:cached_input"].cells[1].text == (
        "$0.02 (secondary)"
    )


def test_a_passed_date_that_contradicts_the_stage_is_marked_and_told() -> None:
    sheet = made(SheetKind.COMPARISON, order("en"), 4)
    rows = rows_of(sheet)
    assert rows["stage"].cells[3].text == "generally available, past its date"
    assert rows["days_left"].cells[3].mark is Mark.WARNING
    assert any("has passed" in line.text for line in sheet.remarks)


@pytest.mark.parametrize(
    ("key", "best"),
    [
        pytest.param("context_window", 1, id="the larger context window"),
        pytest.param("price:global:standard:short:input", 1, id="the lower price"),
        pytest.param("retirement", 0, id="the later retirement"),
        pytest.param("provider", None, id="no provider is better than another"),
        pytest.param("tpm_per_ptu", None, id="TPM per PTU mean nothing without weights"),
        pytest.param("max_output", None, id="one known value is no best one"),
    ],
)
def test_the_best_is_marked_only_where_there_is_one(key: str, best: int | None) -> None:
    marks = [cell.mark is Mark.BEST for cell in comparison()[key].cells[:2]]
    assert marks == [position == best for position in range(2)]


def test_rows_that_differ_are_marked_and_equal_ones_are_not() -> None:
    rows = rows_of(made(SheetKind.COMPARISON, order("en")))
    assert rows["context_window"].differs
    assert not rows["input_kinds"].differs


def test_one_model_has_nothing_to_differ_from() -> None:
    sheet = made(SheetKind.COMPARISON, order("en"), 1)
    assert not any(row.differs for row in rows_of(sheet).values())


def test_without_regions_the_regions_are_counted() -> None:
    rows = comparison(regions=())
    assert texts(rows["count:GlobalStandard"])[:3] == ["2", "1", "unknown"]
    assert texts(rows["count:DataZoneStandard"])[0] == "2, conflicting in 1"
    assert texts(rows["count:ProvisionedManaged"])[0] == "1, unknown in 4"


def test_a_rate_converts_and_is_printed_with_its_day() -> None:
    euros = Conversion("EUR", Decimal("0.92"), date(2026, 11, 20))
    sheet = made(SheetKind.COMPARISON, order("de", conversion=euros))
    cell = rows_of(sheet)["price:global:standard:short:input"].cells[0]
    assert (cell.value, cell.currency) == (Decimal("2.300"), "EUR")
    assert cell.text.replace("\N{NO-BREAK SPACE}", " ") == "2,30 €"
    assert any(
        "1 USD = 0,92 EUR" in line.text and "20.11.2026" in line.text for line in sheet.assumptions
    )


def test_prices_in_the_sheets_currency_go_before_converted_ones() -> None:
    both = model("alpha", prices=(price("2.50"), price("2.40", currency="EUR")))
    euros = Conversion("EUR", Decimal("0.92"))
    asked = order("en", catalog(both), conversion=euros)
    cell = rows_of(made(SheetKind.COMPARISON, asked, 1))["price:global:standard:short:input"].cells[
        0
    ]
    assert (cell.text, cell.currency) == ("€2.40", "EUR")


def test_without_a_rate_dollars_are_no_euros() -> None:
    asked = order("en", conversion=Conversion("EUR"))
    rows = rows_of(made(SheetKind.COMPARISON, asked))
    assert rows["price:global:standard:short:input"].cells[0].kind is CellKind.UNKNOWN


@pytest.mark.parametrize("kind", SheetKind)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sheet_carries_what_a_client_must_know(kind: SheetKind, language: str) -> None:
    sheet = made(kind, order(language))
    told = " ".join(line.text for line in sheet.assumptions)
    assert sheet.client == "Muster GmbH"
    assert "20261122001" in sheet.catalog_line
    others = {SheetKind.RETIREMENTS: "lifecycle", SheetKind.FEATURES: "capabilities"}
    facts = others.get(kind, "availability")
    dated = {"en": f"As of: {facts} 5 Oct 2026", "de": "Stand: "}[language]
    assert sheet.head[-1].startswith(dated), "not the day of publication"
    assert ("Kein Angebot" if language == "de" else "No offer") in sheet.disclaimers[0]
    assert ("USD" in told) == (kind not in WITHOUT_CURRENCY)
    assert sheet.remarks


@pytest.mark.parametrize("kind", SheetKind)
def test_every_figure_with_a_source_has_a_footnote_with_a_date(kind: SheetKind) -> None:
    sheet = made(kind, order("en"))
    named = {note.source: note for note in sheet.footnotes}
    cited = {source for table in sheet.tables for row in table.rows for source in row.sources}
    assert cited
    assert cited <= named.keys()
    assert all(note.as_of for note in named.values())
    assert [note.number for note in sheet.footnotes] == list(range(1, len(named) + 1))


@pytest.mark.parametrize("kind", [each for each in SheetKind if each is not SheetKind.CLIENT])
def test_numbers_always_have_a_source(kind: SheetKind) -> None:
    reckoned = {"input_tpm", "output_tpm", "average_utilization", "peak_rpm", "monthly_requests"}
    reckoned |= {"quota_tpm", "quota_rpm"}
    for row in rows_of(made(kind, order("en", regions=(GERMANY, SWEDEN)))).values():
        for cell in row.cells:
            if cell.kind in (CellKind.NUMBER, CellKind.MONEY, CellKind.DATE):
                assert cell.sources or row.key in reckoned or row.key == "price", row


def test_what_a_subscription_tells_bears_the_day_of_its_answer() -> None:
    """Its figures are in no document: the headings and the list of origins name the day."""
    sheet = made(SheetKind.CLIENT, order("en"))
    day = "24 Nov 2026"
    headings = [part.heading.replace("\N{NO-BREAK SPACE}", " ") for part in sheet.parts]
    assert f"Deployments, as of {day}" in headings
    assert f"Quota, as of {day}" in headings
    (origins,) = (part for part in sheet.parts if part.key == "client_origins")
    assert day in str(origins.blocks[0]).replace("\\xa0", " ")


@pytest.mark.parametrize("kind", SheetKind)
def test_no_word_is_missing_in_either_language(kind: SheetKind) -> None:
    german, english = (made(kind, order(language), 4) for language in LANGUAGES)
    assert german.title != english.title or kind is SheetKind.DOSSIER  # one word for it
    assert len(list(german.tables)) == len(list(english.tables))
    for one, other in zip(german.tables, english.tables, strict=True):
        assert [row.key for row in one.rows] == [row.key for row in other.rows]


def test_a_list_of_nothing_says_so() -> None:
    sheet = made(SheetKind.LIST, order("en"), 0)
    assert not list(sheet.tables)
    assert "0 of 4 entries" in sheet.head


def test_coverage_names_the_regions_where_it_is_not_offered() -> None:
    asked = order("en", regions=())
    sheet = made(SheetKind.COVERAGE, asked, 2)
    texts_below = [
        line.text
        for part in sheet.parts
        for block in part.blocks
        for line in getattr(block, "sentences", ())
    ]
    assert any("Japan East" in line for line in texts_below)


def test_sizing_agrees_with_the_published_example() -> None:
    rows = rows_of(made(SheetKind.SIZING, order("en"), 1))
    assert rows["deployable_ptu"].cells[0].value == 80
    assert rows["raw_ptu"].cells[0].text == "76.47"


def test_a_sizing_is_dated_by_the_prices_that_it_used() -> None:
    found = sheet_catalog()
    alpha, *others = found.models
    unused = alpha.prices[0].but(regions=("japaneast",), data_zone=None, source="older")
    older = found.sources[0].but(id="older", as_of="2024-01-31")
    many = alpha.but(prices=(*alpha.prices, *[unused] * 99))
    found = found.but(sources=(*found.sources, older), models=(many, *others))
    head = made(SheetKind.SIZING, order("en", found), 1).head
    assert any("prices" in line for line in head)
    assert not any("31 Jan 2024" in line for line in head)


def test_prices_that_read_alike_are_one_row_with_all_their_sources() -> None:
    found = sheet_catalog()
    alpha, *others = found.models
    one = next(each for each in alpha.prices if each.scope is Scope.GLOBAL)
    again = one.but(regions=("japaneast",), source="schedule")
    before = made(SheetKind.FACTS, order("en", found, regions=()), 1)
    twice = found.but(models=(alpha.but(prices=(*alpha.prices, again)), *others))
    sheet = made(SheetKind.FACTS, order("en", twice, regions=()), 1)

    def prices(sheet: Sheet) -> list[Row]:
        return [row for table in sheet.tables for row in table.rows if row.key.startswith("price")]

    assert len(prices(sheet)) == len(prices(before))
    assert any({one.source, "schedule"} <= set(row.sources) for row in prices(sheet))


def test_a_service_has_features_on_its_sheet_and_no_deployment_types() -> None:
    there, nowhere = (
        Feature(
            name=LocalText(en=name, de=name),
            available=available,
            covered=("germanywestcentral", "swedencentral"),
            as_of="2026-10",
            source="matrix",
        )
        for name, available in (("Live speech", ("germanywestcentral",)), ("Fast speech", ()))
    )
    service = model("speech", kind=EntryKind.SERVICE, features=(there, nowhere))
    found = sheet_catalog().but(models=(service,))
    sheet = made(SheetKind.FACTS, order("en", found, regions=()), 1)
    rows = rows_of(sheet)
    assert texts(rows["feature:0"])[0] == "Germany West Central"
    assert "Japan East" in texts(rows["feature:0"])[1]
    assert texts(rows["feature:1"])[0] == "not offered (as of Oct 2026)"
    assert "GlobalStandard" not in rows
    assert "context_window" not in rows
    assert "tpm_per_ptu" not in rows
    assert "Offers" not in [part.heading for part in sheet.parts]
    assert not any("Context window" in line.text for line in sheet.remarks)


def test_a_very_long_client_name_is_cut_and_a_title_can_be_given() -> None:
    sheet = made(SheetKind.LIST, order("en", client="x" * 900, title="For the board"))
    assert len(sheet.client) == 500
    assert sheet.title == "For the board"


def test_a_source_that_the_catalogue_does_not_list_is_named_by_its_id() -> None:
    found = sheet_catalog()
    bare = found.but(sources=())
    sheet = made(SheetKind.COMPARISON, order("en", bare))
    assert {note.title for note in sheet.footnotes} == {note.source for note in sheet.footnotes}


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        pytest.param(
            "en",
            {
                "retired (retired) → alpha 2026-03-05.": ("schedule",),
                "vanished (not in the catalogue) → no successor named. Nobody makes it any more.": (
                    "types",
                ),
                "What is kept? Nothing is kept.": ("matrix",),
                "Where? No source on hand.": (),
            },
            id="English",
        ),
        pytest.param(
            "de",
            {
                "retired (abgeschaltet) → alpha 2026-03-05.": ("schedule",),
                "Was wird aufbewahrt? Nichts wird aufbewahrt.": ("matrix",),
                "Wo? Keine Quelle zur Hand.": (),
            },
            id="German",
        ),
    ],
)
def test_the_fact_sheet_tells_dead_advice_and_answers_with_their_sources(
    language: str, expected: dict[str, tuple[str, ...]]
) -> None:
    found = with_old_advice(sheet_catalog(), "alpha")
    sheet = made(SheetKind.FACTS, order(language, found, questions=True), 1)
    told = {
        line.text: line.sources
        for part in sheet.parts
        for block in part.blocks
        if isinstance(block, Text)
        for line in block.sentences
    }
    assert expected.items() <= told.items()
