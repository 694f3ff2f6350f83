# SPDX-License-Identifier: MIT
"""Chips go by a click or by a key, in every row alike, and the keyboard is never lost."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from azmodels_gui.catalog.filter_words import ActiveFilter
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.window.compare.bar import ComparedRegions
from azmodels_gui.window.models.filter_chips import FilterChips
from azmodels_gui.window.news.choosing import ChosenRegions
from azmodels_gui.window.theme import Theme
from azmodels_gui.window.widgets.chips import RemovableChip
from tests.builders import REGIONS, catalog


@dataclass
class Row:
    """A row of chips with all that belongs to it."""

    shown: QWidget
    chips: Callable[[], list[RemovableChip]]
    last_stop: Callable[[], QWidget]
    """What has the keyboard once the last chip is gone."""


def filter_row(theme: Theme) -> Row:
    row = FilterChips(theme, QMenu())
    pieces = tuple(ActiveFilter(each, CatalogQuery(text=each)) for each in "abc")

    def without(query: CatalogQuery) -> None:
        left = tuple(each for each in pieces if each.words in shown and each.without != query)
        shown[:] = [each.words for each in left]
        row.show_filters(left)

    shown = list("abc")
    row.query_asked.connect(without)
    row.show_filters(pieces)
    return Row(row, lambda: row.chips, lambda: row.saved_button)


def region_row(made: ComparedRegions | ChosenRegions) -> Row:
    made.choose([each.id for each in REGIONS[:3]])
    both = QWidget()
    column = QVBoxLayout(both)
    column.addWidget(made.field)
    column.addWidget(made)
    return Row(both, lambda: made.chips, lambda: made.field)


ROWS: dict[str, Callable[[Theme], Row]] = {
    "what is filtered by": filter_row,
    "regions of the comparison": lambda theme: region_row(
        ComparedRegions(theme, catalog(regions=REGIONS), "en")
    ),
    "regions of the news": lambda theme: region_row(ChosenRegions(theme, catalog(regions=REGIONS))),
}


@pytest.fixture(params=list(ROWS.values()), ids=list(ROWS))
def row(request: pytest.FixtureRequest, theme: Theme, qtbot: QtBot) -> Row:
    made: Row = request.param(theme)
    qtbot.addWidget(made.shown)
    made.shown.resize(900, 400)
    made.shown.show()
    made.shown.activateWindow()
    qtbot.waitUntil(made.shown.isActiveWindow)
    return made


def test_the_keyboard_goes_on_to_the_next_chip_and_then_to_what_adds_one(row: Row) -> None:
    assert len(row.chips()) == 3
    words = [chip.text() for chip in row.chips()]
    row.chips()[1].setFocus()
    for left in ([words[0], words[2]], [words[0]], []):
        chip = QApplication.focusWidget()
        assert isinstance(chip, RemovableChip)
        QTest.keyClick(chip, Qt.Key.Key_Space)
        assert [each.text() for each in row.chips()] == left
    assert row.last_stop().hasFocus()


def test_a_line_of_regions_that_fits_does_not_scroll(qtbot: QtBot, theme: Theme) -> None:
    made = ComparedRegions(theme, catalog(), "en")
    row = region_row(made).shown
    qtbot.addWidget(row)
    row.resize(1280, 200)
    row.show()
    QApplication.processEvents()
    assert len({chip.y() for chip in made.chips}) == 1
    assert not made.verticalScrollBar().maximum()
