# SPDX-License-Identifier: MIT
"""The table of the comparison under real mouse and keys: alignment, dragging, folding, headings."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QGuiApplication, QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from azmodels_gui.sheets.sheet import Cell, CellKind, Column, Group, Mark, Row, Table
from azmodels_gui.window.compare.comparison_table import ComparisonModel
from azmodels_gui.window.compare.table import ColumnHeadings, ComparisonView, broken
from azmodels_gui.window.theme import Theme
from tests.window.samples import EVERY_LOOK

LEFT = Qt.MouseButton.LeftButton
LONG = "very many words " * 9


def text(words: str, mark: Mark = Mark.NONE) -> Cell:
    return Cell(CellKind.TEXT, words, mark=mark)


@pytest.fixture
def view(theme: Theme, qtbot: QtBot) -> ComparisonView:
    rows = (
        Row("plain", "Plain", (text("H"), text("H"), text("H"))),
        Row("best", "Best", (text("1", Mark.BEST), text("2"), text("3")), differs=True),
    )
    group, more = Group("one", "One", rows), Group("two", "Two", rows)
    model = ComparisonModel()
    model.show(Table("Model", tuple(map(Column, "abc")), (group, more)), ("H", "H", "H"), {})
    made = ComparisonView(model, theme)
    made.setStyleSheet(theme.rules)
    model.setParent(made)
    qtbot.addWidget(made)
    made.resize(900, 400)
    made.show()
    qtbot.waitExposed(made)
    return made


def first_ink(picture: QImage, left: int, right: int, line: int) -> int:
    """Return the first column of pixels that is not as the one before it, along some lines."""
    ground = picture.pixelColor(left, line).name()
    for x in range(left, right):
        if any(picture.pixelColor(x, line + dy).name() != ground for dy in range(-3, 4)):
            return x
    raise AssertionError("nothing is written there")


@pytest.mark.parametrize("theme", EVERY_LOOK, indirect=True)
@pytest.mark.parametrize("column", [0, 1, 2])
def test_headings_stand_exactly_above_their_cells(view: ComparisonView, column: int) -> None:
    header = view.horizontalHeader()
    left = view.columnViewportPosition(column) + 1
    right = left + view.columnWidth(column) - 2
    heading = header.viewport().grab().toImage()
    cells = view.viewport().grab().toImage()
    middle = view.rowViewportPosition(1) + view.rowHeight(1) // 2
    bold = header.font()
    bold.setBold(True)
    top = QFontMetrics(bold).height() // 2 + 5
    above = first_ink(heading, left, right, top) - QFontMetrics(bold).leftBearing("H")
    below = first_ink(cells, left, right, middle) - view.fontMetrics().leftBearing("H")
    assert above == below


def dragged(view: ComparisonView, start: int, end: int) -> None:
    """Drag a heading with the mouse from the middle of a column past that of another one."""
    header = view.horizontalHeader()
    area, y, past = header.viewport(), header.height() // 2, 20 if end > start else -20
    places = [
        QPoint(header.sectionViewportPosition(column) + header.sectionSize(column) // 2 + more, y)
        for column, more in ((start, 0), (end, past))
    ]
    QTest.mousePress(area, LEFT, Qt.KeyboardModifier.NoModifier, places[0])
    steps = 12
    for step in range(1, steps + 1):
        place = places[0] + (places[1] - places[0]) * step / steps
        moved = QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(place),
            QPointF(area.mapToGlobal(place)),
            LEFT,
            LEFT,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(area, moved)
    QTest.mouseRelease(area, LEFT, Qt.KeyboardModifier.NoModifier, places[1])


@pytest.mark.parametrize(
    ("start", "end", "order"),
    [
        pytest.param(0, 2, (1, 2, 0), id="the first to the end"),
        pytest.param(2, 0, (2, 0, 1), id="the last to the beginning"),
        pytest.param(0, 1, (1, 0, 2), id="one place to the right"),
    ],
)
def test_a_heading_is_dragged_with_the_mouse(
    view: ComparisonView, qtbot: QtBot, start: int, end: int, order: tuple[int, ...]
) -> None:
    with qtbot.waitSignal(view.order_asked) as asked:
        dragged(view, start, end)
    assert asked.args == [order]
    header = view.horizontalHeader()
    assert [header.visualIndex(column) for column in range(3)] == [0, 1, 2]


def test_a_click_on_a_heading_moves_nothing(view: ComparisonView, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(view.order_asked, wait=50):
        QTest.mouseClick(view.horizontalHeader().viewport(), LEFT, pos=QPoint(10, 10))


@pytest.mark.parametrize(
    ("key", "order"),
    [
        pytest.param(Qt.Key.Key_Left, (1, 0, 2), id="left"),
        pytest.param(Qt.Key.Key_Right, (0, 2, 1), id="right"),
        pytest.param(Qt.Key.Key_Home, (1, 0, 2), id="to the beginning"),
        pytest.param(Qt.Key.Key_End, (0, 2, 1), id="to the end"),
    ],
)
@pytest.mark.parametrize(
    "held",
    [
        pytest.param(Qt.KeyboardModifier.ControlModifier, id="with Ctrl"),
        pytest.param(
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
            id="with Ctrl and Shift",
        ),
    ],
)
def test_keys_move_the_column_they_are_on(
    view: ComparisonView,
    qtbot: QtBot,
    key: Qt.Key,
    held: Qt.KeyboardModifier,
    order: tuple[int, ...],
) -> None:
    view.go_to_column(1)
    with qtbot.waitSignal(view.order_asked) as asked:
        QTest.keyClick(view, key, held)
    assert asked.args == [order]
    assert view.current_column() == order.index(1)


def menu_actions(view: ComparisonView, event: QContextMenuEvent) -> dict[str, bool]:
    menu = view.menu_for(event)
    assert isinstance(menu, QMenu)
    found = {action.text(): action.isEnabled() for action in menu.actions() if action.text()}
    menu.deleteLater()
    return found


def test_the_menu_key_asks_about_the_current_cell(view: ComparisonView) -> None:
    """The event of the key names the middle of the table, wherever the keyboard is."""
    view.go_to_column(2)
    middle = view.viewport().rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, middle, QPoint())
    told = menu_actions(view, event)
    assert told["Move to the left"]
    assert not told["Move to the right"]


def test_all_sections_fold_and_unfold_at_once(view: ComparisonView) -> None:
    view.fold_all()
    assert view.comparison.folded == {"one", "two"}
    assert view.comparison.rowCount() == 2
    view.unfold_all()
    assert view.comparison.folded == frozenset()


def test_tab_leaves_the_table(view: ComparisonView) -> None:
    view.go_to_column(0)
    QTest.keyClick(view, Qt.Key.Key_Tab)
    assert view.current_column() == 0


def test_the_table_has_a_name_for_who_cannot_see_it(view: ComparisonView) -> None:
    assert view.accessibleName() == "Comparison of pinned models"


def test_copying_needs_a_selection(view: ComparisonView) -> None:
    view.clearSelection()
    QGuiApplication.clipboard().setText("before")
    view.copy()
    assert QGuiApplication.clipboard().text() == "before"


@pytest.mark.parametrize(
    ("name", "letters", "lines"),
    [
        pytest.param("gpt-5", 10, ["gpt-5"], id="short enough"),
        pytest.param("claude-opus-5", 8, ["claude-", "opus-5"], id="goes on after a hyphen"),
        pytest.param("two words", 6, ["two", "words"], id="goes on after a space"),
    ],
)
def test_long_names_go_on_in_the_next_line(
    view: ComparisonView, name: str, letters: int, lines: list[str]
) -> None:
    metrics = QFontMetrics(view.font())
    assert broken(name, metrics, letters * metrics.horizontalAdvance("n")) == lines


@pytest.mark.parametrize("name", ["a-name-of-very-many-parts-indeed", "withoutanyplacetobreak"])
def test_what_has_no_room_in_two_lines_is_cut_with_dots(view: ComparisonView, name: str) -> None:
    metrics = QFontMetrics(view.font())
    room = 9 * metrics.horizontalAdvance("n")
    lines = broken(name, metrics, room)
    assert lines[-1].endswith("…")
    assert all(metrics.horizontalAdvance(line) <= room for line in lines)


@pytest.mark.parametrize("column", [0, 2])
def test_a_cross_on_a_heading_takes_its_column_away(
    view: ComparisonView, qtbot: QtBot, column: int
) -> None:
    headings = view.horizontalHeader()
    assert isinstance(headings, ColumnHeadings)
    cross = headings.cross(column)
    assert min(cross.width(), cross.height()) >= 24
    area, place = headings.viewport(), cross.center()
    with qtbot.waitSignal(view.remove_asked) as asked:
        QTest.mouseClick(area, LEFT, Qt.KeyboardModifier.NoModifier, place)
    assert asked.args == [column]
    with qtbot.assertNotEmitted(view.open_asked, wait=50):
        QTest.mouseDClick(area, LEFT, Qt.KeyboardModifier.NoModifier, place)


def test_a_press_on_a_cross_that_ends_elsewhere_does_nothing(
    view: ComparisonView, qtbot: QtBot
) -> None:
    headings = view.horizontalHeader()
    assert isinstance(headings, ColumnHeadings)
    area = headings.viewport()
    with qtbot.assertNotEmitted(view.remove_asked, wait=50):
        QTest.mousePress(area, LEFT, pos=headings.cross(1).center())
        QTest.mouseRelease(area, LEFT, pos=QPoint(5, 5))


def test_no_name_runs_into_the_cross(view: ComparisonView) -> None:
    headings = view.horizontalHeader()
    assert isinstance(headings, ColumnHeadings)
    bare = headings.viewport().grab(headings.cross(0)).toImage()
    name = "a-very-long-name-of-a-model-indeed"
    view.comparison.show(Table("Model", tuple(map(Column, "abc")), ()), (name, "H", "H"), {})
    assert headings.viewport().grab(headings.cross(0)).toImage() == bare


def told(view: ComparisonView, words: str, label: str = "Said", columns: int = 3) -> None:
    """Show a line that says some words, under headings that say them too."""
    rows = (Row("said", label, (text(words),) * columns),)
    table = Table("Model", (Column("a"),) * columns, (Group("one", "One", rows),))
    view.comparison.show(table, (words,) * columns, {})
    QApplication.processEvents()


def test_lines_labels_and_headings_have_the_room_that_their_words_need(
    view: ComparisonView,
) -> None:
    across, down = view.horizontalHeader(), view.verticalHeader()
    told(view, "few words")
    usual = (view.rowHeight(1), across.height(), down.width())
    told(view, LONG, "a label of many words")
    grown = (view.rowHeight(1), across.height(), down.width())
    assert all(more > before for more, before in zip(grown, usual, strict=True))
    told(view, "few words")
    assert (view.rowHeight(1), across.height(), down.width()) == usual


def test_a_heading_gets_a_second_line_where_its_column_is_made_narrower(
    view: ComparisonView,
) -> None:
    told(view, "words", columns=1)
    high = view.horizontalHeader().height()
    told(view, "as many words as one column is wide", columns=1)
    assert view.horizontalHeader().height() == high
    view.setColumnWidth(0, 150)
    QApplication.processEvents()
    assert view.horizontalHeader().height() > high


def test_a_wider_column_stays_so_while_another_width_of_the_window_makes_none_wider(
    view: ComparisonView,
) -> None:
    told(view, "words", columns=20)
    usual = view.columnWidth(1)
    view.setColumnWidth(0, 2 * usual)
    view.resize(1000, 400)
    assert (view.columnWidth(0), view.columnWidth(1)) == (2 * usual, usual)
    told(view, "words", columns=3)
    few = view.columnWidth(0)
    view.resize(1200, 400)
    assert view.columnWidth(0) > few
