# SPDX-License-Identifier: MIT
"""What cells and their tooltips say beyond a plain figure."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as RichText

from azmodels_gui.catalog import labels
from azmodels_gui.catalog.facts import Capability, Limits, Price, TrainingData
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.catalog.terms import DEVELOPER_TIER
from azmodels_gui.window.model_index import tool_tip
from azmodels_gui.window.models.catalog_table import CatalogTableModel
from azmodels_gui.window.models.columns import COLUMN_NUMBERS, COLUMNS
from tests.builders import (
    DEPLOYMENT_TYPES,
    TODAY,
    catalog,
    model,
    offer,
    price,
    shipped_catalog,
    version,
)

TIP = Qt.ItemDataRole.ToolTipRole
SHOWN = Qt.ItemDataRole.DisplayRole
RICH = model(
    "gpt-x",
    version(
        "2026-01-01",
        retirement=TODAY,
        offers=[
            offer("GlobalStandard", "swedencentral", "eastus2"),
            offer("Standard", covered=("eastus2",)),
        ],
        limits=Limits(training_data=TrainingData(until="2025-08", source="types")),
        capabilities=(
            Capability(id="vision", source="types"),
            Capability(id="new", source="types"),
        ),
    ),
    family="gpt",
    use_cases=("chat",),
)


def table_of(prices: tuple[Price, ...] = ()) -> CatalogTableModel:
    rich = RICH.but(prices=prices)
    return CatalogTableModel(CatalogIndex(catalog(rich), TODAY))


def cell(table: CatalogTableModel, key: str, role: int = SHOWN) -> str:
    return str(table.index(0, COLUMN_NUMBERS[key]).data(role) or "")


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        pytest.param("family", "GPT", id="family by name"),
        pytest.param("provider", "OpenAI", id="provider by name"),
        pytest.param("use_cases", "Chat and support", id="use case by name"),
        pytest.param("capabilities", "Vision, new", id="an unlisted capability by its id"),
        pytest.param("training_data", "Aug\xa02025", id="as exact as the source"),
        pytest.param("regions_count", "2", id="regions once each"),
        pytest.param("deployment_types", "payg global", id="only what is offered"),
        pytest.param("eu_data_zone", "unknown", id="global does not decide the zone"),
    ],
)
def test_a_cell_says(key: str, expected: str) -> None:
    assert cell(table_of(), key) == expected


def test_a_known_no_is_not_unknown_for_want_of_the_developer_tier() -> None:
    no = [offer(kind.id) for kind in DEPLOYMENT_TYPES]
    trying = DEPLOYMENT_TYPES[0].but(id=DEVELOPER_TIER)
    shown = catalog(model("gpt-x", version("1", offers=no)))
    shown = shown.but(deployment_types=(*DEPLOYMENT_TYPES, trying))
    table = CatalogTableModel(CatalogIndex(shown, TODAY))
    assert cell(table, "deployment_types") == "not offered"
    assert cell(table, "regions_count") == "0"


def test_the_regions_are_named_under_the_mouse() -> None:
    tip = cell(table_of(), "regions_count", TIP)
    assert "payg global: East US 2, Sweden Central" in tip
    assert "Document matrix" in tip


def test_each_way_in_the_chosen_region_is_told_in_whole_words() -> None:
    table = table_of()
    table.set_query(CatalogQuery(regions=frozenset({"swedencentral"})))
    tip = cell(table, "offered_here", TIP)
    assert "payg global: offered" in tip
    assert "payg regional: unknown" in tip


SINCE, ENDED = date(2026, 8, 1), TODAY - timedelta(days=1)


@pytest.mark.parametrize(
    ("prices", "told"),
    [
        pytest.param(
            (price("2", effective_from=SINCE),), "Since 1\xa0Aug\xa02026", id="since when"
        ),
        pytest.param((price("2"),), "Document prices", id="the source"),
        pytest.param((price("2", secondary=True),), "copies prices", id="a secondary source"),
        pytest.param(
            (price("2", effective_until=ENDED),),
            "Last known price: $2.00, until 21\xa0Nov\xa02026",
            id="the price that has ended",
        ),
    ],
)
def test_a_price_tells_where_it_comes_from(prices: tuple[Price, ...], told: str) -> None:
    assert told in cell(table_of(prices), "input_price", TIP)


def test_since_when_a_price_holds_is_a_column() -> None:
    assert cell(table_of((price("2", effective_from=SINCE),)), "price_since") == "1\xa0Aug\xa02026"
    assert cell(table_of((price("2"),)), "price_since") == "unknown"


@pytest.mark.parametrize("column", COLUMNS, ids=lambda column: f"column {column.key}")
def test_every_column_sorts_and_has_a_heading(column: object) -> None:
    table = table_of((price("2", effective_from=SINCE),))
    number = next(at for at, each in enumerate(COLUMNS) if each is column)
    for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        table.sort(number, order)
    assert table.rowCount() == 1
    assert table.headerData(number, Qt.Orientation.Horizontal)
    assert table.headerData(number, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)


def test_a_price_heading_says_what_is_bought() -> None:
    tip = table_of().headerData(COLUMN_NUMBERS["input_price"], Qt.Orientation.Horizontal, TIP)
    assert "1M tokens" in tip


def test_a_heading_without_more_to_say_has_no_tooltip() -> None:
    provider = COLUMN_NUMBERS["provider"]
    assert table_of().headerData(provider, Qt.Orientation.Horizontal, TIP) is None
    assert table_of().headerData(0, Qt.Orientation.Vertical) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", "", id="nothing"),
        pytest.param("plain, 5 > 4", "plain, 5 > 4", id="plain"),
        pytest.param("<b>a</b>\nb", "<\u2060b>a<\u2060/b>\nb", id="looks like markup"),
        pytest.param("&lt;b", "&\u2060lt;b", id="looks like an entity"),
        pytest.param("long " * 20, "long " * 15 + "long\n" + "long " * 4, id="long"),
        pytest.param("x" * 100, "x" * 80 + "\n" + "x" * 20, id="one endless word"),
    ],
)
def test_a_tooltip_shows_texts_as_they_are(text: str, expected: str) -> None:
    assert tool_tip(text) == expected
    assert not RichText.mightBeRichText(tool_tip(text))


def test_every_use_case_of_the_shipped_catalogue_has_a_short_word() -> None:
    shipped = {each.id for each in shipped_catalog().use_cases}
    assert shipped == set(labels.USE_CASES_SHORT)
