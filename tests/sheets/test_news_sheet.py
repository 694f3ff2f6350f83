# SPDX-License-Identifier: MIT
"""What is new as a sheet: narrowed as on screen, in the sheet's language, with real headings."""

from datetime import date

import pytest

from azmodels_gui.catalog.differences import Changes, FieldChange, OfferChange
from azmodels_gui.catalog.document import entries
from azmodels_gui.catalog.facts import Lifecycle
from azmodels_gui.catalog.radar import retirements
from azmodels_gui.catalog.terms import Availability, Stage
from azmodels_gui.sheets.grouped import RowFilter
from azmodels_gui.sheets.news_sheet import NewsAsked, changes_sheet, retirements_sheet
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.sheet import Sheet, SheetKind, Table
from tests.builders import TODAY, catalog, model, version

RETIRED = Lifecycle(stage=Stage.LEGACY, retirement_date=date(2027, 1, 1), source="schedule")
CATALOG = catalog(
    model("gpt-x", version("1").but(lifecycle=RETIRED)),
    model("gpt-y", version("1").but(lifecycle=RETIRED)),
)
CHANGES = Changes(
    20261101001,
    20261122001,
    versions_added=(("gpt-y", "1"),),
    lifecycle=(FieldChange("gpt-x", "1", "stage", "preview", "legacy"),),
    offers=(
        OfferChange(
            "gpt-x",
            "1",
            "GlobalStandard",
            Availability.UNKNOWN,
            Availability.OFFERED,
            ("swedencentral",),
        ),
    ),
)


def order(language: str = "en") -> SheetOrder:
    return SheetOrder(CATALOG, TODAY, language)


def table(sheet: Sheet) -> Table:
    (block,) = sheet.parts[0].blocks
    assert isinstance(block, Table)
    return block


def labels(sheet: Sheet) -> list[str]:
    return [row.label for row in table(sheet).rows]


def test_changes_stand_in_groups_with_what_they_are_compared_with() -> None:
    made = changes_sheet(CHANGES, date(2026, 11, 1), NewsAsked(), order("de"))
    assert made.kind is SheetKind.CHANGES
    assert made.title == "Neuigkeiten"
    assert made.head[0] == "Verglichen mit Katalog 20261101001, veröffentlicht 01.11.2026"
    assert [group.key for group in table(made).groups] == ["added", "dates", "gained"]
    assert labels(made) == ["gpt-y 1", "gpt-x 1", "gpt-x 1"]


def test_no_price_stands_on_it_so_no_currency_is_promised() -> None:
    made = changes_sheet(CHANGES, None, NewsAsked(), order())
    assert not any("USD" in line.text for line in made.assumptions)
    assert made.head[0] == "Compared with catalogue 20261101001, published unknown"


@pytest.mark.parametrize(
    ("asked", "found", "head"),
    [
        pytest.param(
            NewsAsked(RowFilter({("gpt-y", "1")}), entries="pinned"),
            ["gpt-y 1"],
            "Pinned models only",
            id="pinned models",
        ),
        pytest.param(
            NewsAsked(RowFilter(text="sweden")), ["gpt-x 1"], "Lines with: sweden", id="words"
        ),
        pytest.param(
            NewsAsked(RowFilter(text="Vorschau"), language="de"),
            ["gpt-x 1"],
            "Lines with: Vorschau",
            id="words that were looked for in German",
        ),
        pytest.param(
            NewsAsked(regions=("germanywestcentral",)),
            ["gpt-y 1", "gpt-x 1"],
            "Regions: Germany West Central",
            id="a region",
        ),
    ],
)
def test_it_is_narrowed_as_on_screen(asked: NewsAsked, found: list[str], head: str) -> None:
    made = changes_sheet(CHANGES, None, asked, order("en"))
    assert labels(made) == found
    assert made.head[-2] == head


def test_columns_that_nothing_stands_in_are_left_out() -> None:
    added = Changes(1, 2, versions_added=(("gpt-y", "1"),))
    titles = [
        column.title for column in table(changes_sheet(added, None, NewsAsked(), order())).columns
    ]
    assert "Before" not in titles
    assert "Regions" not in titles


def test_retirements_name_day_and_model() -> None:
    found = tuple(retirements(entries(CATALOG), CATALOG, TODAY))
    made = retirements_sheet(found, NewsAsked(RowFilter({("gpt-x", "1")})), order("de"))
    assert made.kind is SheetKind.RETIREMENTS
    assert labels(made) == ["gpt-x 1"]
    (row,) = table(made).rows
    assert "01.01.2027" in [cell.text for cell in row.cells]
