# SPDX-License-Identifier: MIT
"""Every look can be read, and every icon can be drawn."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QFile, QSize, Qt
from PySide6.QtGui import QColor, QFontInfo, QFontMetricsF
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

import azmodels_gui
from azmodels_gui.storage.bundled import resource
from azmodels_gui.window.calculator.fields import Bounds, FigureField
from azmodels_gui.window.theme import (
    CONTRAST,
    DARK,
    FONT,
    LIGHT,
    STYLE_SHEET,
    Icons,
    Theme,
    ThemeChoice,
    Tokens,
    style_sheet_of,
)
from tests.window.samples import read_resource

LOOKS = [pytest.param(look, id=look.name) for look in (LIGHT, DARK, CONTRAST)]
ALL = (LIGHT, DARK, CONTRAST)
SEEN = 3.0
"""Contrast that WCAG 2 asks of the edges of controls."""
READABLE = 4.5
"""Contrast that WCAG 2 asks of text."""


def luminance(colour: str) -> float:
    channels = [QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF()]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("tokens", LOOKS)
def test_text_can_be_read_on_every_ground_it_stands_on(tokens: Tokens) -> None:
    pairs = [
        (ink, ground)
        for ink in (tokens.text, tokens.muted)
        for ground in (tokens.surface, tokens.window, tokens.raised)
    ]
    pairs += [(tokens.text, tokens.selection), (tokens.accent, tokens.surface)]
    pairs += [(tokens.on_accent, tokens.accent)]
    pairs += [(ink.text, ink.fill) for ink in tokens.inks.values()]
    pairs += [(ink.text, tokens.surface) for ink in tokens.inks.values()]
    unreadable = [pair for pair in pairs if contrast(*pair) < READABLE]
    assert unreadable == []


@pytest.mark.parametrize("tokens", LOOKS)
def test_the_edge_of_a_control_is_seen(tokens: Tokens) -> None:
    assert contrast(tokens.edge, tokens.surface) >= SEEN
    assert contrast(tokens.edge, tokens.window) >= SEEN
    assert contrast(tokens.edge, tokens.raised) >= SEEN
    for ground in (tokens.surface, tokens.window, tokens.raised, tokens.selection):
        assert contrast(tokens.focus, ground) >= SEEN


CONTROLS: dict[str, Callable[[Theme], QWidget]] = {
    "field": lambda _: QLineEdit(),
    "figure": lambda theme: FigureField(Bounds(0, 9), theme),
    "choice": lambda _: QComboBox(),
    "text": lambda _: QPlainTextEdit(),
    "button": lambda _: QPushButton("x"),
    "check box": lambda _: QCheckBox(),
}


@pytest.mark.parametrize("look", [ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.CONTRAST])
@pytest.mark.parametrize("control", CONTROLS)
def test_the_edge_of_a_control_is_seen_as_it_is_painted(
    theme: Theme, qtbot: QtBot, control: str, look: ThemeChoice
) -> None:
    theme.choose(look)
    widget = CONTROLS[control](theme)
    qtbot.addWidget(widget)
    widget.setStyleSheet(theme.rules)
    widget.resize(widget.sizeHint())
    image = widget.grab().toImage()
    across = [image.pixelColor(x, image.height() // 2).name() for x in range(16)]
    assert max(contrast(each, theme.tokens.surface) for each in across) >= SEEN


@pytest.mark.parametrize("look", [ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.CONTRAST])
def test_the_handle_of_a_scroll_bar_is_seen(theme: Theme, qtbot: QtBot, look: ThemeChoice) -> None:
    theme.choose(look)
    bar = QScrollBar(Qt.Orientation.Vertical)
    bar.setStyleSheet(theme.rules)
    bar.setRange(0, 100)
    bar.setPageStep(100)
    qtbot.addWidget(bar)
    bar.resize(bar.sizeHint().width(), 200)
    image = bar.grab().toImage()
    handle, ground = (image.pixelColor(bar.width() // 2, y).name() for y in (20, 198))
    assert contrast(handle, ground) >= SEEN


def test_digits_are_of_one_width(theme: Theme) -> None:
    metrics = QFontMetricsF(QApplication.font())
    assert QFontInfo(QApplication.font()).family() == FONT
    assert {metrics.horizontalAdvance(digit) for digit in "0123456789"} == {
        metrics.horizontalAdvance("0")
    }
    bold = QApplication.font()
    bold.setBold(True)
    assert QFontInfo(bold).family() == FONT


def test_pictures_of_controls_are_found(theme: Theme) -> None:
    rules = read_resource(STYLE_SHEET).decode()
    told = "".join(style_sheet_of(tokens, rules) for tokens in ALL)
    named = set(re.findall(r"url\((icons:[^)]+)\)", told))
    assert named
    assert [name for name in named if not QFile.exists(name)] == []


def test_every_icon_is_drawn_in_the_colour_asked_for(qapp: QApplication) -> None:
    icons = Icons(read_resource)
    names = sorted(path.stem for path in resource("icons").iterdir() if path.suffix == ".svg")
    assert names
    for name in names:
        image = icons.icon(name, "#ff0000").pixmap(QSize(32, 32)).toImage()
        colours = {
            image.pixelColor(x, y).name()
            for x in range(image.width())
            for y in range(image.height())
            if image.pixelColor(x, y).alpha() == 255
        }
        assert colours == {"#ff0000"}, name


def test_each_icon_is_drawn_once_with_a_gap_and_without(theme: Theme) -> None:
    plain, spaced = theme.icon("copy"), theme.icon("copy", with_gap=True)
    assert spaced.cacheKey() == theme.icon("copy", with_gap=True).cacheKey() != plain.cacheKey()
    assert [size.width() for size in spaced.availableSizes()] == [20, 40, 60]


@pytest.mark.parametrize(
    ("choice", "look"),
    [
        pytest.param(ThemeChoice.LIGHT, LIGHT, id="light"),
        pytest.param(ThemeChoice.DARK, DARK, id="dark"),
        pytest.param(ThemeChoice.CONTRAST, CONTRAST, id="high contrast"),
    ],
)
def test_a_choice_is_applied_at_once(
    qtbot: QtBot, theme: Theme, choice: ThemeChoice, look: Tokens
) -> None:
    other = ThemeChoice.DARK if choice is not ThemeChoice.DARK else ThemeChoice.LIGHT
    theme.choose(other)
    with qtbot.waitSignal(theme.changed):
        theme.choose(choice)
    assert theme.tokens is look
    window_colour = QApplication.palette().color(QApplication.palette().ColorRole.Window)
    assert window_colour.name() == look.window


def test_nothing_moves_but_the_sign_that_something_is_being_done() -> None:
    """Whoever wants less motion has none to switch off: there are no transitions and no films."""
    moving = re.compile(r"\bQ\w*(Animation|Movie|TimeLine)\b|setAnimated|QScroller")
    package = Path(azmodels_gui.__file__).parent
    assert [path for path in package.rglob("*.py") if moving.search(path.read_text("utf-8"))] == []
