# SPDX-License-Identifier: MIT
"""The parts of the Regions page on paper: complete, in the light look, one page wide."""

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QTextDocument, QTextTable
from pytestqt.qtbot import QtBot

from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.window.regions.reading_parts import RegionView, ZonesView
from azmodels_gui.window.theme.theme import Theme, ThemeChoice
from azmodels_gui.window.theme.tokens import DARK, LIGHT
from tests.builders import TODAY, catalog
from tests.window.regions.samples import GERMANY, index

PAGE = QSizeF(700, 1_000)


@pytest.fixture
def region(qtbot: QtBot, theme: Theme) -> RegionView:
    made = RegionView(theme, index(), "en")
    qtbot.addWidget(made)
    made.show_region(GERMANY)
    return made


def on_paper(html: str) -> QTextDocument:
    document = QTextDocument()
    document.setPageSize(PAGE)
    document.setHtml(html)
    return document


def test_what_folds_on_the_screen_is_unfolded(region: RegionView) -> None:
    told = on_paper(region.printable()).toPlainText()
    for words in ("Germany West Central", "zonal 1", "● offered", "$2.75", "Sweden Central"):
        assert words in told
    assert "Expired; what follows is unknown" in told


def test_tables_repeat_their_headings_and_fit_the_page(region: RegionView) -> None:
    document = on_paper(region.printable())
    frames = document.rootFrame().childFrames()
    tables = [frame for frame in frames if isinstance(frame, QTextTable)]
    assert {table.format().headerRowCount() for table in tables if table.columns() > 2} == {1}
    assert document.size().width() <= PAGE.width() + 1  # a border may be rounded up


def test_paper_is_light_whatever_the_screen_is(region: RegionView, theme: Theme) -> None:
    theme.choose(ThemeChoice.DARK)
    html = region.printable()
    assert f"color:{LIGHT.text}" in html
    assert DARK.text not in html


def test_names_are_escaped(qtbot: QtBot, theme: Theme) -> None:
    view = ZonesView(theme, index(), "en")
    qtbot.addWidget(view)
    assert "<b>Central</b>" not in view.printable()
    assert "Lost <b>Central</b>" in on_paper(view.printable()).toPlainText()


def test_without_a_region_there_is_nothing_to_print(qtbot: QtBot, theme: Theme) -> None:
    view = RegionView(theme, CatalogIndex(catalog(regions=()), TODAY), "en")
    qtbot.addWidget(view)
    assert view.printable() == ""
