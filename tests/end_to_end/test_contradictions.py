# SPDX-License-Identifier: MIT
"""Answers that once contradicted each other, in the catalogue that is shipped."""

from datetime import date

import pytest

from azmodels_gui.catalog.document import Entry
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.sheets.comparison_sheet import comparison_sheet
from azmodels_gui.sheets.list_sheet import list_sheet
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.sheet import Cell, CellKind, Mark, Row
from azmodels_gui.window.models.catalog_table import CatalogTableModel
from azmodels_gui.window.models.columns import COLUMN_NUMBERS
from tests.builders import shipped_catalog

DAY = date(2026, 11, 29)
"""The catalogue that is shipped speaks of it."""
FRANKFURT, WEST_EUROPE = "germanywestcentral", "westeurope"
SUMMER = date(2026, 8, 30)
"""The regional hour of Frankfurt has a price until the end of that month."""
INDEX = CatalogIndex(shipped_catalog(), DAY)


def entry(model: str) -> Entry:
    return next(each for each in INDEX.entries if each.model.id == model)


def order(*regions: str, language: str = "en", day: date = DAY) -> SheetOrder:
    catalog = INDEX.catalog
    asked = tuple(each for each in catalog.regions if each.id in regions)
    return SheetOrder(catalog, day, language, regions=asked)


def compared(asked: SheetOrder, *models: str) -> dict[str, Row]:
    sheet = comparison_sheet([entry(model) for model in models], asked)
    return {row.key: row for table in sheet.tables for row in table.rows}


@pytest.mark.parametrize(
    ("region", "row", "amount"),
    [
        pytest.param(FRANKFURT, "ptu_price:regional:hour", "$2.20", id="Frankfurt, regional"),
        pytest.param(WEST_EUROPE, "ptu_price:regional:hour", "$2.72", id="West Europe, regional"),
        pytest.param(WEST_EUROPE, "ptu_price:data_zone:hour", "$1.20", id="West Europe, zone"),
    ],
)
def test_a_ptu_costs_what_it_costs_in_the_clients_region(
    region: str, row: str, amount: str
) -> None:
    day = SUMMER if region == FRANKFURT else DAY
    cells = compared(order(region, day=day), "gpt-5.4", "gpt-4.1")[row].cells
    assert [cell.text.replace("\N{NO-BREAK SPACE}", " ") for cell in cells] == [amount] * 2


@pytest.mark.parametrize("scope", ["data_zone", "regional"])
@pytest.mark.parametrize("term", ["month", "year"])
@pytest.mark.parametrize("region", [FRANKFURT, WEST_EUROPE])
def test_a_reservation_outside_the_us_has_no_source(region: str, term: str, scope: str) -> None:
    row = compared(order(region), "gpt-5.4", "gpt-4.1")[f"ptu_price:{scope}:{term}"]
    assert {cell.kind for cell in row.cells} == {CellKind.UNKNOWN}


def test_a_list_inside_the_eu_has_the_prices_of_there() -> None:
    query = CatalogQuery(data_zones=frozenset({"EU"}), regions=frozenset({FRANKFURT}))
    result = INDEX.run(query)
    entries = [INDEX.entries[row] for row in result.rows()]
    (table,) = list_sheet(entries, order(FRANKFURT), result).tables
    rows = {row.label: row for row in table.rows}
    assert [cell.text for cell in rows["gpt-5-mini"].cells[1:3]] == ["$0.275", "$2.20"]


def shown(query: CatalogQuery, model: str, column: str) -> str:
    table = CatalogTableModel(INDEX)
    table.set_query(query)
    row = next(at for at, entry in table.shown() if entry.model.id == model)
    return str(table.index(row, COLUMN_NUMBERS[column]).data())


def test_the_price_column_follows_the_filter() -> None:
    inside = CatalogQuery(data_zones=frozenset({"EU"}))
    prices = [shown(inside, "gpt-5-mini", name) for name in ("input_price", "output_price")]
    assert prices == ["$0.275", "$2.20"]
    assert shown(CatalogQuery(), "gpt-5-mini", "input_price") == "$0.25"


def test_no_regions_are_counted_where_the_truth_is_unknown() -> None:
    table = CatalogTableModel(INDEX)
    column = COLUMN_NUMBERS["regions_count"]
    for row, entry in table.shown():
        if table.index(row, column).data() == "0":
            kinds = [each.id for each in INDEX.catalog.deployment_types]
            offers = [entry.offers.get(kind) for kind in kinds if kind != "DeveloperTier"]
            assert all(offer is not None and offer.covers_all for offer in offers)


def test_what_is_unknown_is_listed_below_a_comparison() -> None:
    sheet = comparison_sheet([entry("gpt-5-mini")], order(FRANKFURT))
    unknown = {
        row.label
        for table in sheet.tables
        for row in table.rows
        if row.cells[0].kind is CellKind.UNKNOWN
    }
    told = " ".join(each.text for each in sheet.remarks)
    assert unknown
    assert "nothing unknown" not in told
    assert "no source states" in told


def test_conflicts_are_whole_sentences_with_days_as_the_language_writes_them() -> None:
    asked = order(language="de")
    for each in INDEX.entries:
        for told in comparison_sheet([each], asked).remarks:
            assert " am Die Quellen" not in told.text
            assert "sagen: —" not in told.text
            if "Abschaltung" in told.text:
                assert "2027-" not in told.text.replace(each.title, "")


def test_a_limit_says_that_less_holds_on_some_deployments_and_is_not_the_best() -> None:
    row = compared(order(), "gpt-4.1", "gpt-5-mini")["max_input"]
    assert "less on some deployments" in row.cells[0].text
    assert [cell.mark for cell in row.cells] == [Mark.NONE, Mark.NONE]


def marks(rows: dict[str, Row], key: str) -> list[tuple[Cell, Mark]]:
    return [(cell, cell.mark) for cell in rows[key].cells] if key in rows else []


def test_neither_a_secondary_price_nor_a_day_in_the_past_is_the_best() -> None:
    names = ["gpt-4.1", "gpt-5-mini", "gpt-35-turbo", "gpt-4o", "o1", "claude-sonnet-4-5"]
    names = [name for name in names if any(each.model.id == name for each in INDEX.entries)]
    for key, row in compared(order(), *names).items():
        for cell in row.cells:
            if cell.mark is Mark.BEST:
                assert "secondary" not in cell.text, key
                assert not isinstance(cell.value, date) or cell.value >= DAY
