# SPDX-License-Identifier: MIT
"""Charts: values under mouse and keys, pictures, empty states, dragged bars."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from azmodels_gui.views.charts.bar_chart import BarChart
from azmodels_gui.views.charts.bar_picture import Bar, BarPicture
from azmodels_gui.views.charts.line_chart import LineChart
from azmodels_gui.views.charts.line_picture import Axis, Line, LineLook, LinePicture, Upright
from azmodels_gui.views.theme.theme import Theme, ThemeChoice
from tests.views.samples import around

LINES = LinePicture(
    title="Cost over load",
    x_axis=Axis("load", 0, 100, lambda figure: f"{figure:g}"),
    y_axis=Axis("cost", 0, 50, lambda figure: f"{figure:g}"),
    lines=(Line(LineLook.TOKEN, "per token", (0.0, 100.0), (0.0, 40.0), 100.0),),
    upright=Upright(30.0, "yours"),
    tell=lambda x: (f"at {x:.0f}",),
    step=5.0,
)
BARS = BarPicture(
    title="Load",
    x_axis=Axis("hour", 0, 4, lambda figure: f"{figure:g}"),
    y_axis=Axis("requests", 0, 100, lambda figure: f"{figure:g}"),
    bars=(Bar(10, 0), Bar(50, 20), Bar(30, 0), Bar(0, 0)),
    capacity=50,
    capacity_label="50",
    chosen=1,
    tell=lambda place: (f"bar {place}",),
)


@pytest.fixture
def held() -> Iterator[list[QWidget]]:
    """Return a list for widgets, which are deleted in the end."""
    widgets: list[QWidget] = []
    yield widgets
    for widget in widgets:
        widget.close()
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def shown(widget: QWidget, held: list[QWidget]) -> None:
    held.append(widget)
    widget.resize(600, 300)
    widget.show()
    QTest.qWaitForWindowExposed(widget)


@pytest.fixture
def lines(theme: Theme, held: list[QWidget]) -> LineChart:
    chart = LineChart(around(theme))
    chart.show_picture(LINES)
    shown(chart, held)
    return chart


@pytest.fixture
def bars(theme: Theme, held: list[QWidget]) -> BarChart:
    chart = BarChart(around(theme))
    chart.show_picture(BARS)
    shown(chart, held)
    return chart


def test_arrow_keys_tell_values_from_the_readers_own_load_on(lines: LineChart) -> None:
    told = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Left):
        QTest.keyClick(lines.frame.plot.widget, key)
        told.append(lines.frame.values.text())
    assert told == ["at 30", "at 35", "at 30", "at 25"]
    assert lines.frame.values.isVisible()
    assert lines.frame.plot.widget.accessibleDescription() == "at 25"


def test_a_click_and_enter_choose_a_place(lines: LineChart, qtbot: QtBot) -> None:
    QTest.keyClick(lines.frame.plot.widget, Qt.Key.Key_Right)
    with qtbot.waitSignal(lines.place_chosen) as chosen:
        QTest.keyClick(lines.frame.plot.widget, Qt.Key.Key_Return)
    assert chosen.args == [30.0]
    at = lines.frame.plot.point(60.0, 25.0)
    with qtbot.waitSignal(lines.place_chosen) as chosen:
        QTest.mouseClick(lines.frame.plot.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert chosen.args is not None
    assert chosen.args[0] == pytest.approx(60.0, abs=0.5)


def test_outside_of_the_axis_nothing_is_told(lines: LineChart) -> None:
    lines.frame.pointed.emit(QPoint(1, 1))
    assert not lines.frame.values.isVisible()


def test_an_empty_chart_says_why(lines: LineChart) -> None:
    lines.show_picture(None, "The price is unknown.")
    assert lines.frame.note.text() == "The price is unknown."
    assert lines.frame.note.isVisible()
    assert not lines.frame.plot.widget.isVisible()
    assert not lines.frame.menu_button.isEnabled()
    lines.show_picture(LINES)
    assert not lines.frame.note.isVisible()
    assert lines.frame.plot.widget.isVisible()


def test_another_look_draws_the_chart_anew(lines: LineChart, theme: Theme) -> None:
    light = lines.grab().toImage().pixelColor(5, 250)
    theme.choose(ThemeChoice.DARK)
    dark = lines.grab().toImage().pixelColor(5, 250)
    assert dark.lightness() < light.lightness()


def test_a_chart_is_saved_with_title_as_vectors_and_as_dots(
    lines: LineChart, tmp_path: Path
) -> None:
    assert lines.frame.save(tmp_path / "chart.svg")
    assert lines.frame.save(tmp_path / "chart.png")
    drawn = ElementTree.parse(tmp_path / "chart.svg").getroot()
    texts = {"".join(node.itertext()).strip() for node in drawn.iter() if node.tag.endswith("text")}
    assert {"Cost over load", "per token"} <= texts
    image = QImage(str(tmp_path / "chart.png"))
    assert image.width() >= lines.frame.plot.widget.width()


def test_a_chart_that_cannot_be_saved_says_so(lines: LineChart, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    told: list[str] = []
    lines.frame.news.connect(told.append)
    assert not lines.frame.save(tmp_path / "file" / "chart.svg")
    assert told == [
        "chart.svg was not saved: a part of its path is not a folder. What the file held before "
        "is unchanged; choose another place."
    ]


def test_a_chart_is_copied_as_a_picture(lines: LineChart) -> None:
    lines.frame.copy_picture()
    assert not QGuiApplication.clipboard().image().isNull()


def test_a_dragged_bar_follows_the_mouse_but_stays_on_the_axis(bars: BarChart) -> None:
    moved: list[tuple[int, float]] = []
    bars.bar_dragged.connect(lambda bar, height: moved.append((bar, height)))
    viewport, plot = bars.frame.plot.view.viewport(), bars.frame.plot
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=plot.point(2.5, 30))
    QTest.mouseMove(viewport, plot.point(2.5, 70))
    QTest.mouseMove(viewport, plot.point(3.5, 400))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=plot.point(3.5, 400))
    QTest.mouseMove(viewport, plot.point(0.5, 10))
    assert [bar for bar, _ in moved] == [2, 3]
    assert moved[0][1] == pytest.approx(70, abs=1)
    assert moved[1][1] == 100


def test_keys_choose_and_raise_bars(bars: BarChart) -> None:
    chosen: list[int] = []
    raised: list[tuple[int, int]] = []
    bars.bar_chosen.connect(chosen.append)
    bars.bar_raised.connect(lambda bar, steps: raised.append((bar, steps)))
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_PageDown):
        QTest.keyClick(bars.frame.plot.widget, key)
    assert chosen == [2]
    assert raised == [(1, 1), (1, -10)]


def test_bars_that_cannot_be_changed_are_only_told(bars: BarChart) -> None:
    bars.show_picture(replace(BARS, chosen=None))
    chosen: list[int] = []
    bars.bar_chosen.connect(chosen.append)
    QTest.mouseClick(
        bars.frame.plot.view.viewport(),
        Qt.MouseButton.LeftButton,
        pos=bars.frame.plot.point(2.5, 30),
    )
    QTest.keyClick(bars.frame.plot.widget, Qt.Key.Key_Right)
    assert chosen == []
    assert bars.frame.values.text().startswith("bar ")
