# SPDX-License-Identifier: MIT
"""The matrix on the screen: words for every cell, keys, copying, signs that differ."""

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QGuiApplication, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from azmodels_gui.window.main_window import MainWindow
from azmodels_gui.window.regions.cell_words import MatrixSlots, RegionCodes
from azmodels_gui.window.regions.matrix_painter import CellSigns
from azmodels_gui.window.regions.matrix_part import MatrixPart
from azmodels_gui.window.theme import CONTRAST, DARK, LIGHT, SPACE_S, Theme, Tokens
from tests.builders import catalog
from tests.window.samples import GERMANY

ALPHA = ("alpha-large", "2026-03-05")
Key = Qt.Key


def cell(part: MatrixPart, key: tuple[str, str], region: str) -> QModelIndex:
    return part.matrix.index(part.matrix.row_of(key), part.matrix.column_of(region))


def test_the_keyboards_cell_is_named_in_words_with_source_and_date(part: MatrixPart) -> None:
    part.view.setCurrentIndex(cell(part, ALPHA, GERMANY))
    assert part.line.title.text() == "alpha-large 2026-03-05 in Germany West Central"
    words = part.line.text.text()
    assert words.startswith("Offered: payg data_zone; payg global · Unknown: ")
    assert "Source: Document matrix, as of 5\xa0Oct\xa02026" in words
    assert part.line.accessibleName().startswith("alpha-large 2026-03-05 in Germany West Central.")


def test_the_mouse_names_the_cell_below_it_and_leaves_the_keyboards(part: MatrixPart) -> None:
    part.view.setCurrentIndex(cell(part, ALPHA, GERMANY))
    part.view.entered.emit(cell(part, ALPHA, "swedencentral"))
    assert part.line.title.text().endswith("in Sweden Central")
    assert part.view.current_cell() == (ALPHA, GERMANY)
    QGuiApplication.sendEvent(part.view, _leave())
    assert part.line.title.text().endswith("in Germany West Central")


def test_arrow_keys_go_from_cell_to_cell(part: MatrixPart) -> None:
    part.view.setCurrentIndex(cell(part, ALPHA, GERMANY))
    QTest.keyClick(part.view, Key.Key_Right)
    assert part.view.current_cell() == (ALPHA, "swedencentral")


def test_enter_opens_the_entry_among_the_models(
    part: MatrixPart, regions_window: MainWindow
) -> None:
    part.view.setCurrentIndex(cell(part, ("gamma", "1"), GERMANY))
    QTest.keyClick(part.view, Key.Key_Return)
    assert regions_window.stack.currentIndex() == 0
    assert regions_window.models.view.selected_keys() == [("gamma", "1")]


def test_r_and_a_click_on_a_heading_choose_a_region(qtbot: QtBot, part: MatrixPart) -> None:
    part.view.setCurrentIndex(cell(part, ALPHA, GERMANY))
    with qtbot.waitSignal(part.region_asked) as asked:
        QTest.keyClick(part.view, Key.Key_R)
    assert asked.args == [GERMANY]
    column = part.matrix.column_of("eastus2")
    at = QPoint(part.view.regions.sectionViewportPosition(column) + 5, 60)
    with qtbot.waitSignal(part.region_asked) as asked:
        QTest.mouseClick(part.view.regions.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert asked.args == ["eastus2"]


def test_space_pins_the_entry_of_the_cell(part: MatrixPart, regions_window: MainWindow) -> None:
    part.view.setCurrentIndex(cell(part, ALPHA, GERMANY))
    QTest.keyClick(part.view, Key.Key_Space)
    assert regions_window.pins.keys == (ALPHA,)


def test_copying_takes_the_selected_cells_below_their_headings(part: MatrixPart) -> None:
    part.view.setCurrentIndex(cell(part, ALPHA, GERMANY))
    QTest.keyClick(part.view, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    heading, row = QGuiApplication.clipboard().text().split("\n")
    assert heading == "Model\tVersion\tGermany West Central"
    assert row.startswith("alpha-large\t2026-03-05\tpayg data_zone · payg global · unknown: ")


def test_the_menu_of_a_cell_names_what_it_does(part: MatrixPart) -> None:
    index = cell(part, ALPHA, GERMANY)
    part.view.setCurrentIndex(index)
    menu = part.view.menu(index)
    assert [action.text() for action in menu.actions()] == [
        "&Open alpha-large 2026-03-05 among the models",
        "&Pin or unpin alpha-large 2026-03-05",
        "&About the region Germany West Central",
        "Choose the &region Germany West Central",
        "&Copy",
    ]


def test_the_cell_stays_while_rows_change(part: MatrixPart, regions_window: MainWindow) -> None:
    part.view.setCurrentIndex(cell(part, ALPHA, "eastus2"))
    regions_window.history.change_text("alpha")
    assert part.matrix.rowCount() == 1
    assert part.view.current_cell() == (ALPHA, "eastus2")
    regions_window.history.change_text("beta")
    assert part.view.current_cell() == (("beta-mini", "2026-01-01"), GERMANY)


def test_columns_have_one_width_and_share_the_room_within_reason(part: MatrixPart) -> None:
    header, count = part.view.regions, len(part.matrix.columns)
    assert {header.sectionSize(at) for at in range(count)} == {header.defaultSectionSize()}
    assert header.width_for(30) == 30
    assert header.width_for(30, 40 * count) == 40
    assert header.width_for(30, 100_000) == 45


def test_every_groups_heading_can_be_read(part: MatrixPart) -> None:
    """It may go on above the next group, whose heading stands on the other line."""
    header = part.view.regions
    spans = header._spans()
    for (group, left, right), (_, _, end) in zip(spans, [*spans[1:], spans[-1]], strict=True):
        is_last = group == spans[-1][0]
        assert is_last or header._groups.width(group) <= max(right, end) - left, group


def test_signs_are_at_least_eleven_pixels(theme: Theme) -> None:
    signs = CellSigns(MatrixSlots(catalog(), RegionCodes(catalog())), QFont(), LIGHT)
    assert signs.size.height() >= 11
    assert signs.size.width() >= 3 * 11


def test_the_painted_matrix_shows_its_signs(part: MatrixPart) -> None:
    """The cell of an offer is painted, and other than one of which nothing is known."""
    part.view.setCurrentIndex(cell(part, ALPHA, "eastus2"))
    image = part.view.viewport().grab().toImage()
    offered = part.view.visualRect(cell(part, ALPHA, GERMANY))
    unknown = part.view.visualRect(cell(part, ("delta", ""), GERMANY))
    assert not offered.isEmpty()
    assert _inked(image.copy(offered)) > _inked(image.copy(unknown)) > 0


@pytest.mark.parametrize("tokens", [LIGHT, DARK, CONTRAST], ids=lambda tokens: tokens.name)
def test_signs_differ_without_colour(theme: Theme, tokens: Tokens) -> None:
    codes = RegionCodes(catalog())
    slots = MatrixSlots(catalog(), codes)
    signs = CellSigns(slots, QFont(), tokens)
    no, conflict, yes = 0b01, 0b10, 0b11
    everything = {
        bits << 2 * slot.place | _all(slots, no, slot.place)
        for slot in slots.slots
        for bits in (no, conflict, yes)
    } | {0, yes << 2 * slots.slots[0].place}
    pictures = {_grey(signs.pictures(1)[code].toImage()) for code in everything}
    assert len(pictures) == len(everything)


@pytest.mark.parametrize("kind", ["Standard", "DataZoneStandard", "GlobalStandard"])
def test_one_deployment_type_has_four_signs(theme: Theme, kind: str) -> None:
    codes = RegionCodes(catalog())
    signs = CellSigns(MatrixSlots(catalog(), codes, kind), QFont(), LIGHT)
    shift = 2 * codes.place(kind)
    pictures = {_grey(signs.pictures(1)[bits << shift].toImage()) for bits in range(4)}
    assert len(pictures) == 4


def test_pictures_are_sharp_on_fine_screens(theme: Theme) -> None:
    signs = CellSigns(MatrixSlots(catalog(), RegionCodes(catalog())), QFont(), LIGHT)
    assert signs.pictures(2)[0].size() == QSize(signs.size) * 2


def test_a_row_that_no_source_places_is_one_cell_with_words(part: MatrixPart) -> None:
    view, matrix = part.view, part.matrix
    silent = [row for row in range(matrix.rowCount()) if matrix.is_unplaced(row)]
    (placed, *_) = (row for row in range(matrix.rowCount()) if row not in silent)
    view.setCurrentIndex(matrix.index(placed, 0))
    shown = view.viewport().grab().toImage()
    edge = view.columnViewportPosition(1) - 1

    def crossing(row: int) -> int:
        return shown.pixel(edge, view.rowViewportPosition(row) + 3)

    ground = shown.pixel(edge - 3, view.rowViewportPosition(silent[0]) + 3)
    assert crossing(silent[0]) == ground
    assert crossing(placed) != ground
    words = QRect(edge + SPACE_S, view.rowViewportPosition(silent[0]) + 3, 200, 14)
    assert _inked(shown.copy(words)) > 100
    assert matrix.index(silent[0], 0).data() == "unknown"


def test_the_legend_names_every_sign(part: MatrixPart) -> None:
    assert part.legend.accessibleDescription() == (
        "Regional, Data zone, Global, per token, PTU, Batch, not offered (as of 5 Oct 2026), "
        "unknown, not “no”, conflicting sources"
    )


def _all(slots: MatrixSlots, bits: int, but: int) -> int:
    return sum(bits << 2 * slot.place for slot in slots.slots if slot.place != but)


def _grey(image: QImage) -> bytes:
    """Return how dark each point is, on white."""
    flat = QImage(image.size(), QImage.Format.Format_Grayscale8)
    flat.fill(0x80)
    for y in range(image.height()):
        for x in range(image.width()):
            colour = image.pixelColor(x, y)
            if colour.alpha() > 128:
                flat.setPixel(x, y, 0)
    return bytes(flat.constBits())


def _inked(image: QImage) -> int:
    ground = image.pixel(0, 0)
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(image.pixel(x, y) != ground for x, y in points)


def _leave() -> QEvent:
    return QEvent(QEvent.Type.Leave)
