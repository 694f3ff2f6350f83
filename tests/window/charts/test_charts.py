# SPDX-License-Identifier: MIT
"""Charts: values under mouse and keys, pictures, empty states, dragged bars."""

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from azmodels_gui.charts.chart import (
    Amount,
    Axis,
    Bar,
    Chart,
    Fill,
    Line,
    Plot,
    Row,
    Rows,
    Stroke,
    Upright,
)
from azmodels_gui.charts.drawing import drawn
from azmodels_gui.window.charts.chart_frame import ChartFrame
from azmodels_gui.window.theme import DARK, LIGHT, Theme
from azmodels_gui.window.widgets.files import SVG_TYPE
from azmodels_gui.window.widgets.texts import enlarged
from tests.window.samples import DARK_LOOK, EVERY_LOOK, around

LINES = Chart(
    title="Cost over load",
    body=(
        Plot(
            Axis("load", 100, lambda figure: f"{figure:g}"),
            Axis("cost", 50, lambda figure: f"{figure:g}"),
            lines=(Line(Stroke.TOKEN, "per token", (0.0, 100.0), (0.0, 40.0)),),
            upright=Upright(30.0, "yours"),
            tell=lambda x: (f"at {x:.0f}",),
            step=5.0,
        ),
    ),
    height=260,
    summary="The cost grows.",
)
HOURS = Plot(
    Axis("hour", 4, lambda figure: f"{figure:g}"),
    Axis("requests", 100, lambda figure: f"{figure:g}"),
    bars=(Bar(10), Bar(50, 20), Bar(30), Bar(0)),
    level=50,
    chosen=1,
    tell=lambda x: (f"bar {int(x)}",),
)
BARS = Chart("Load", (HOURS,), 260)
ROWS = Chart(
    "Prices",
    Rows(
        ("price",),
        (2.0,),
        (
            Row("alpha", ((Amount(Fill.STRONG, 1.0, "$1.00"),),)),
            Row("beta", ((Amount(Fill.OPEN, 2.0, "$2.00 (secondary)"),),)),
        ),
    ),
    0,
)


def shown(widget: QWidget, held: list[QWidget]) -> None:
    held.append(widget)
    widget.resize(600, 300)
    widget.show()
    QTest.qWaitForWindowExposed(widget)


@pytest.fixture
def lines(theme: Theme, held: list[QWidget]) -> ChartFrame:
    chart = ChartFrame(around(theme))
    chart.show_chart(LINES)
    shown(chart, held)
    return chart


@pytest.fixture
def bars(theme: Theme, held: list[QWidget]) -> ChartFrame:
    chart = ChartFrame(around(theme))
    chart.show_chart(BARS)
    shown(chart, held)
    return chart


def test_arrow_keys_tell_values_from_the_readers_own_load_on(lines: ChartFrame) -> None:
    told = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Left):
        QTest.keyClick(lines.canvas, key)
        told.append(lines.values.text())
    assert told == ["at 30", "at 35", "at 30", "at 25"]
    assert lines.values.isVisible()
    assert lines.canvas.heard.currentIndex().data() == "at 25"


def test_a_click_and_enter_choose_a_place(lines: ChartFrame, qtbot: QtBot) -> None:
    QTest.keyClick(lines.canvas, Qt.Key.Key_Right)
    with qtbot.waitSignal(lines.canvas.place_chosen) as chosen:
        QTest.keyClick(lines.canvas, Qt.Key.Key_Return)
    assert chosen.args == [30.0]
    at = lines.canvas.point(60.0, 25.0).toPoint()
    with qtbot.waitSignal(lines.canvas.place_chosen) as chosen:
        QTest.mouseClick(lines.canvas, Qt.MouseButton.LeftButton, pos=at)
    assert chosen.args is not None
    assert chosen.args[0] == pytest.approx(60.0, abs=0.5)


def test_outside_of_the_axis_nothing_is_told(lines: ChartFrame) -> None:
    QTest.mouseMove(lines.canvas, lines.canvas.point(50, 25).toPoint())
    assert lines.values.isVisible()
    QTest.mouseMove(lines.canvas, QPoint(1, 100))
    assert not lines.values.isVisible()


def test_an_empty_chart_says_why(lines: ChartFrame) -> None:
    menu_at = lines.menu_button.y()
    lines.show_chart(None, "The price is unknown.")
    QApplication.processEvents()
    assert lines.menu_button.y() == menu_at
    assert lines.note.text() == "The price is unknown."
    assert lines.note.isVisible()
    assert not lines.canvas.isVisible()
    assert not lines.menu_button.isEnabled()
    lines.show_chart(LINES)
    assert not lines.note.isVisible()
    assert lines.canvas.isVisible()


@pytest.mark.parametrize("theme", EVERY_LOOK, indirect=True)
def test_a_chart_has_the_look_that_is_on(lines: ChartFrame, theme: Theme) -> None:
    ground = lines.canvas.grab().toImage().pixelColor(5, 5).name()
    assert ground == theme.tokens.surface


def save(frame: ChartFrame, path: Path) -> None:
    """Save a chart where the dialog would be answered with a path."""
    frame.menu.ask_path = lambda _wanted, _parent: path
    frame.menu.save(path.suffix.removeprefix("."))


def test_a_chart_is_saved_with_title_as_vectors_and_as_dots(
    lines: ChartFrame, tmp_path: Path
) -> None:
    save(lines, tmp_path / "chart.svg")
    save(lines, tmp_path / "chart.png")
    drawn = ElementTree.parse(tmp_path / "chart.svg").getroot()
    texts = {"".join(node.itertext()).strip() for node in drawn.iter() if node.tag.endswith("text")}
    assert {"Cost over load", "per token"} <= texts
    image = QImage(str(tmp_path / "chart.png"))
    assert image.width() >= lines.canvas.width()


def test_the_dots_hold_the_whole_chart(lines: ChartFrame) -> None:
    """Drawn to the size in dots and not in pixels, three quarters of it lay outside."""
    lines.menu.copy()
    image = QGuiApplication.clipboard().image()
    axis = drawn(LINES, titled=True).areas[0]
    ratio = image.width() / drawn(LINES, titled=True).width
    down, right = round(axis.bottom * ratio), round((axis.right - 2) * ratio)
    ground = image.pixelColor(1, 1)
    assert any(image.pixelColor(right, down + near) != ground for near in (-1, 0, 1))
    assert image.pixelColor(right, image.height() - 1) == ground


def test_a_chart_that_cannot_be_saved_says_so(lines: ChartFrame, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    told: list[str] = []
    lines.news.connect(told.append)
    save(lines, tmp_path / "file" / "chart.svg")
    assert told == [
        "chart.svg was not saved: a part of its path is not a folder. What the file held before "
        "is unchanged. Choose another place."
    ]


def test_a_chart_is_copied_as_a_picture(lines: ChartFrame) -> None:
    lines.menu.copy()
    data = QGuiApplication.clipboard().mimeData()
    assert data is not None
    assert not QGuiApplication.clipboard().image().isNull()
    assert b"Cost over load" in data.data(SVG_TYPE).data()


def test_a_dragged_bar_follows_the_mouse_but_stays_on_the_axis(bars: ChartFrame) -> None:
    moved: list[tuple[int, float]] = []
    bars.canvas.bar_dragged.connect(lambda bar, height: moved.append((bar, height)))
    canvas = bars.canvas
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=canvas.point(2.5, 30).toPoint())
    QTest.mouseMove(canvas, canvas.point(2.5, 70).toPoint())
    QTest.mouseMove(canvas, canvas.point(3.5, 400).toPoint())
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=canvas.point(3.5, 400).toPoint())
    QTest.mouseMove(canvas, canvas.point(0.5, 10).toPoint())
    assert [bar for bar, _ in moved] == [2, 3]
    assert moved[0][1] == pytest.approx(70, abs=1)
    assert moved[1][1] == 100


def test_keys_choose_and_raise_bars(bars: ChartFrame) -> None:
    chosen: list[int] = []
    raised: list[tuple[int, int]] = []
    bars.canvas.bar_chosen.connect(chosen.append)
    bars.canvas.bar_raised.connect(lambda bar, steps: raised.append((bar, steps)))
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_PageDown):
        QTest.keyClick(bars.canvas, key)
    assert chosen == [2]
    assert raised == [(1, 1), (1, -10)]


def test_bars_that_cannot_be_changed_are_only_told(bars: ChartFrame) -> None:
    bars.show_chart(replace(BARS, body=(replace(HOURS, chosen=None),)))
    chosen: list[int] = []
    bars.canvas.bar_chosen.connect(chosen.append)
    QTest.mouseClick(
        bars.canvas,
        Qt.MouseButton.LeftButton,
        pos=bars.canvas.point(2.5, 30).toPoint(),
    )
    QTest.keyClick(bars.canvas, Qt.Key.Key_Right)
    assert chosen == []
    assert bars.values.text().startswith("bar ")


def test_rows_are_told_under_the_mouse_and_by_the_arrow_keys(
    theme: Theme, held: list[QWidget]
) -> None:
    card = ChartFrame(around(theme))
    card.show_chart(ROWS)
    shown(card, held)
    told = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(card.canvas, key)
        told.append(card.values.text())
    assert told == ["alpha\n$1.00", "beta\n$2.00 (secondary)", "alpha\n$1.00"]
    QTest.mouseMove(card.canvas, card.canvas.point(1.5, 0).toPoint() + QPoint(20, 0))
    assert card.values.text().startswith("beta")


def test_a_screen_reader_hears_title_and_summary(lines: ChartFrame) -> None:
    assert lines.canvas.heard.accessibleName() == "Cost over load"
    assert lines.canvas.heard.accessibleDescription() == "The cost grows."


def test_nothing_is_drawn_anew_while_nothing_changed(lines: ChartFrame) -> None:
    lines.grab()
    drawing = lines.canvas.drawing
    lines.show_chart(replace(LINES))
    QTest.mouseMove(lines.canvas, lines.canvas.point(50, 25).toPoint())
    lines.grab()
    assert lines.canvas.drawing is drawing


def test_rows_are_shown_as_they_were_drawn_to_see_how_high_they_are(
    theme: Theme, held: list[QWidget]
) -> None:
    card = ChartFrame(around(theme))
    card.setStyleSheet(theme.rules)
    card.show_chart(ROWS)
    shown(card, held)
    card.resize(500, card.height_at(500))
    QApplication.processEvents()
    drawing = card.canvas.drawing
    card.height_at(500)
    assert card.canvas.drawing is drawing
    assert card.height_at(400) > 0
    assert card.canvas.drawing == drawing


def test_a_projector_gets_larger_type(lines: ChartFrame, theme: Theme, held: list[QWidget]) -> None:
    small = QApplication.font()
    QApplication.setFont(enlarged(small))
    larger = ChartFrame(around(theme))
    larger.show_chart(LINES)
    shown(larger, held)
    QApplication.setFont(small)
    assert larger.canvas.drawing.svg != lines.canvas.drawing.svg


@pytest.mark.parametrize("theme", DARK_LOOK, indirect=True)
def test_what_leaves_the_window_is_for_paper_in_every_look(
    lines: ChartFrame, tmp_path: Path
) -> None:
    save(lines, tmp_path / "dark.svg")
    drawn = (tmp_path / "dark.svg").read_text()
    assert LIGHT.surface in drawn
    assert DARK.text not in drawn
