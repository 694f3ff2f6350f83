# SPDX-License-Identifier: MIT
"""The room of wrapped texts and rows: as high as they, and quiet about every other change."""

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete, isValid

from azmodels_gui.window.widgets.layouts import FlowLayout
from azmodels_gui.window.widgets.texts import SteadyBox, SteadyRoom, SteadyText

WIDE_PX = 120


class _Layouts(QObject):
    """Counts how often a widget is laid out."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__()
        self.count = 0
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.LayoutRequest
        return super().eventFilter(watched, event)


def test_around_a_text_is_laid_out_for_another_height_only(qtbot: QtBot) -> None:
    around, label = QWidget(), QLabel("one line")
    qtbot.addWidget(around)
    label.setWordWrap(True)
    room = SteadyRoom(label)
    QVBoxLayout(around).addWidget(room)
    around.resize(WIDE_PX, 400)
    around.show()
    QApplication.processEvents()
    low, layouts = room.height(), _Layouts(around)
    assert low == label.height() == label.heightForWidth(room.width())
    room.set_text("two lines")
    QApplication.processEvents()
    assert (layouts.count, room.height()) == (0, low)
    room.set_text("several words that need more than one line " * 3)
    QApplication.processEvents()
    assert layouts.count
    assert room.height() == label.height() == label.heightForWidth(room.width()) > low
    around.resize(8 * WIDE_PX, 400)
    QApplication.processEvents()
    assert room.height() == label.heightForWidth(room.width()) < label.heightForWidth(WIDE_PX)


def test_a_text_is_not_measured_before_it_is_known_how_wide_it_will_be(
    held: list[QWidget],
) -> None:
    label = QLabel()
    label.setWordWrap(True)
    room = SteadyRoom(label)
    held.append(room)
    room.set_text("several words that need more than one line " * 3)
    assert room.minimumHeight() == 0
    room.setGeometry(0, 0, WIDE_PX, 400)
    room.show()
    assert room.minimumHeight() == label.heightForWidth(WIDE_PX) > 0


def test_rich_text_is_as_high_as_it_needs_and_the_page_scrolls_over_it(qtbot: QtBot) -> None:
    around, text = QWidget(), SteadyText()
    around.setStyleSheet("SteadyText { border: 1px solid red }")
    qtbot.addWidget(around)
    QVBoxLayout(around).addWidget(text)
    around.resize(WIDE_PX, 400)
    around.show()
    text.show_paragraphs(["<p><b>one</b> line</p>"], "black")
    QApplication.processEvents()
    low, layouts = text.height(), _Layouts(around)
    text.show_paragraphs(["<p><b>two</b> lines</p>"], "black")
    QApplication.processEvents()
    assert (layouts.count, text.height()) == (0, low)
    text.show_paragraphs([f"<p><b>several</b> {'words that need more lines ' * 4}</p>"], "black")
    QApplication.processEvents()
    assert layouts.count
    assert text.height() > 2 * low
    assert text.verticalScrollBar().maximum() == 0  # nothing of it is out of sight
    assert not turned(text)
    around.resize(8 * WIDE_PX, 400)
    QApplication.processEvents()
    assert text.height() == low


def turned(text: SteadyText) -> bool:
    """Turn the wheel with Ctrl held, and tell whether the text took it."""
    here, turn = QPointF(5, 5), QPoint(0, 120)
    event = QWheelEvent(
        here,
        here,
        turn,
        turn,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(text.viewport(), event)
    return event.isAccepted()


def test_around_a_row_is_laid_out_for_another_line_only(qtbot: QtBot) -> None:
    around, inside, chips = QWidget(), QWidget(), [QLabel(word) for word in ("one", "two", "three")]
    qtbot.addWidget(around)
    flow, room = FlowLayout(inside), SteadyBox(inside)
    for chip in chips:
        flow.addWidget(chip)
    QVBoxLayout(around).addWidget(room)
    around.resize(2 * WIDE_PX, 400)
    around.show()
    QApplication.processEvents()
    low, layouts = room.height(), _Layouts(around)
    assert low == inside.heightForWidth(room.width())
    chips[0].hide()
    QApplication.processEvents()
    assert (layouts.count, room.height()) == (0, low)
    assert chips[1].x() == 0
    chips[0].show()
    chips[0].setText("a chip of many words that leaves no room " * 2)
    qtbot.waitUntil(lambda: layouts.count > 0)
    assert room.height() == inside.height() == inside.heightForWidth(room.width()) > low


def test_lines_of_items_free_them_when_they_go(qapp: QApplication) -> None:
    around = QWidget()
    flow = FlowLayout(around)
    flow.addWidget(QLabel("a"))
    item = flow.itemAt(0)
    del flow
    delete(around)
    assert not isValid(item)
