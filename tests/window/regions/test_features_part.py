# SPDX-License-Identifier: MIT
"""The view of features: signs with sources, a click on a head filters, unknown stands apart."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from azmodels_gui.sheets.formats import FORMATS, Layout
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.sheet import SheetKind
from azmodels_gui.window.main_window import MainWindow
from azmodels_gui.window.page import CurrentCatalog
from azmodels_gui.window.regions.features_part import FeaturesPart
from azmodels_gui.window.state import WindowState
from tests.answers.test_overview import EFFORT, PDF, some
from tests.builders import TODAY
from tests.window.conftest import MakeWindow
from tests.window.regions.conftest import regions_page

HIGH = f"{EFFORT}=high"


@pytest.fixture
def features_window(make_window: MakeWindow, spoken: str) -> MainWindow:
    state = WindowState(page="regions", pages={"regions": {"part": "features"}})
    return make_window(state, spoken, current=CurrentCatalog(some(), TODAY))


@pytest.fixture
def part(features_window: MainWindow) -> FeaturesPart:
    return features_part(features_window)


def features_part(window: MainWindow) -> FeaturesPart:
    found = regions_page(window).part
    assert isinstance(found, FeaturesPart)
    return found


def rows(part: FeaturesPart) -> list[str]:
    return [row.title for row in part.view.grid_model.grid.rows]


def click(part: FeaturesPart, feature: str) -> None:
    heads = part.view.column_heads
    at = part.view.grid_model.column_of(feature)
    place = QPoint(heads.sectionViewportPosition(at) + 20, heads.height() - 6)
    QTest.mouseClick(heads.viewport(), Qt.MouseButton.LeftButton, pos=place)


def sign(part: FeaturesPart, entry: str, feature: str) -> str:
    grid = part.view.grid_model
    row = next(at for at, each in enumerate(grid.grid.rows) if each.title == entry)
    (mark,) = grid.cell(row, grid.column_of(feature)).marks
    return mark.letter


def test_yes_no_and_unknown_have_signs_of_their_own(part: FeaturesPart) -> None:
    assert [sign(part, name, HIGH) for name in ("deep", "shallow", "vague")] == ["✓", "–", "?"]
    assert sign(part, "blind", PDF) == "–"


def test_a_cell_tells_source_and_date(part: FeaturesPart) -> None:
    part.view.go_to(("deep", "2026-01-01"), HIGH)
    told = part.line.text()
    assert told.startswith("deep 2026-01-01 – Effort: high · yes · Source: Document types, as of ")
    part.view.go_to(("blind", "2026-01-01"), PDF)
    assert "no (as of 5 Oct 2026)" in part.line.text()


def test_what_no_source_speaks_of_is_one_line(part: FeaturesPart) -> None:
    assert "silent" not in rows(part)
    assert part.counts.text() == "1 model of which no source says anything is left out"


def test_clicks_on_heads_keep_the_models_that_can_do_it_all(part: FeaturesPart) -> None:
    click(part, HIGH)
    click(part, PDF)
    assert rows(part) == ["Can do it", "deep", "Unknown", "vague"]
    assert [chip.text() for chip in part.chips.chips] == ["Effort: high", "PDF"]
    chosen = [each.key for each in part.view.grid_model.grid.columns if each.chosen]
    assert chosen == [PDF, HIGH]
    assert part.counts.text().startswith("1 model can do all of it · Of 1 model it is unknown")
    click(part, HIGH)
    assert rows(part) == ["Can do it", "deep", "shallow", "vague"]
    part.chips.chips[0].click()
    assert len(rows(part)) == 4
    assert not part.chips.chips


def test_the_keyboard_asks_too_and_enter_opens_the_model(
    features_window: MainWindow, part: FeaturesPart
) -> None:
    part.view.go_to(("deep", "2026-01-01"), PDF)
    QTest.keyClick(part.view, Qt.Key.Key_Space)
    assert [entry.model.id for entry in part.fits] == ["deep", "shallow", "vague"]
    part.view.go_to(("deep", "2026-01-01"), PDF)
    assert part.current_entry() == ("deep", "2026-01-01")
    QTest.keyClick(part.view, Qt.Key.Key_Return)
    assert features_window.models.view.selected_keys() == [("deep", "2026-01-01")]


def test_what_is_asked_for_survives_a_restart_and_rubbish_does_not_harm(
    features_window: MainWindow, part: FeaturesPart, make_window: MakeWindow
) -> None:
    click(part, HIGH)
    state = features_window.state()
    again = features_part(make_window(state, current=CurrentCatalog(some(), TODAY)))
    assert again.state() == part.state()
    assert [entry.model.id for entry in again.fits] == ["blind", "deep"]
    again.restore({"wanted": ["gone", 7]})
    again.restore({"wanted": ["gone"]})
    assert len(again.fits) == 4


def test_the_sheet_has_what_fits_in_every_format(
    features_window: MainWindow, part: FeaturesPart
) -> None:
    click(part, PDF)
    (subject,) = regions_page(features_window).sheet_subjects()
    assert subject.kind is SheetKind.FEATURES
    sheet = subject.make(SheetOrder(some(), TODAY, "en"))
    assert "Only models with: PDF" in sheet.head
    (block,) = sheet.parts[0].blocks
    labels = [row.label for row in block.rows]  # type: ignore[union-attr]
    assert labels == ["deep 2026-01-01", "shallow 2026-01-01", "vague 2026-01-01"]
    assert [cell.text for cell in next(block.rows).cells] == ["yes", "high, low", "unknown"]  # type: ignore[union-attr]
    for each in FORMATS.values():
        assert each.make(sheet, Layout())


def test_it_is_printed_from_the_page(
    qtbot: QtBot, features_window: MainWindow, part: FeaturesPart
) -> None:
    click(part, PDF)
    click(part, HIGH)
    part.sheet_button.click()
    dialog = features_window.sheets.desk.dialog
    assert dialog is not None
    dialog.close()


def test_the_table_keeps_qts_contract(qtmodeltester: ModelTester, part: FeaturesPart) -> None:
    click(part, HIGH)
    qtmodeltester.check(part.view.grid_model)  # type: ignore[no-untyped-call]


@pytest.mark.parametrize("spoken", ["de"], indirect=True)
def test_german_is_spoken(part: FeaturesPart) -> None:
    click(part, PDF)
    assert rows(part)[0] == "Kann es"
    assert part.counts.text().startswith("3 Modelle können das alles")
