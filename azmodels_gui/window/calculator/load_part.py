# SPDX-License-Identifier: MIT
"""Parts of the panel of inputs: ways to state the load, what follows from it, folding headings."""

from collections.abc import Hashable, Mapping
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from azmodels_gui.answers.answer import Answer, Section
from azmodels_gui.calculator.inputs import LoadFrom
from azmodels_gui.language.figures import number, rounded
from azmodels_gui.language.shown import tr
from azmodels_gui.language.words import N_, Message
from azmodels_gui.window.theme.theme import Theme
from azmodels_gui.window.theme.tokens import SPACE_S, SPACE_XS
from azmodels_gui.window.tooltips import tool_tip
from azmodels_gui.window.widgets.tones import set_text_colour

WAYS: dict[LoadFrom, tuple[Message, Message]] = {
    LoadFrom.USERS: (N_("Users"), N_("From users and what they ask a day")),
    LoadFrom.REQUESTS: (N_("Requests"), N_("From requests per minute, peak and average")),
    LoadFrom.SESSIONS: (N_("Sessions"), N_("From sessions that go on at once")),
    LoadFrom.PROFILE: (N_("File ..."), N_("From a load profile: a file, or the hours of a day")),
}
"""Words of the segments, and what they mean."""
MILLION = 1_000_000


class Segments(QWidget):
    """A few choices side by side, one of them chosen; arrow keys go from one to the next.

    Signals:
        chosen: the key of what the user chose.
    """

    chosen = Signal(object)

    def __init__(self, ways: Mapping[Any, tuple[Message, Message]], name: str) -> None:
        super().__init__()
        self.buttons: dict[Any, QToolButton] = {}
        self._group = QButtonGroup(self)
        self.setAccessibleName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for place, (way, (words, meaning)) in enumerate(ways.items()):
            button = QToolButton()
            button.setText(tr(words))
            button.setToolTip(tool_tip(tr(meaning)))
            button.setAccessibleDescription(tr(meaning))
            button.setCheckable(True)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            end = "first" if place == 0 else "last" if place == len(ways) - 1 else "middle"
            button.setProperty("segment", end)
            self._group.addButton(button)
            self.buttons[way] = button
            row.addWidget(button)
        self._group.buttonClicked.connect(self._on_clicked)

    def show_way(self, way: Hashable) -> None:
        """Show which one is chosen, without a signal."""
        self.buttons[way].setChecked(True)

    @Slot(QAbstractButton)
    def _on_clicked(self, clicked: QAbstractButton) -> None:
        for way, button in self.buttons.items():
            if button is clicked:
                self.chosen.emit(way)


_FOLLOWS: dict[str, Message] = {
    "peak_rpm": N_("Peak"),
    "average_rpm": N_("Average of the month"),
    "monthly_requests": N_("Requests a month"),
    "monthly_tokens": N_("Tokens a month"),
}
_RATE = N_("{figure} requests/min")
_MILLIONS = N_("{figure} M")


class WhatFollows(QFrame):
    """What the fields come to: peak, average, requests and tokens of a month."""

    def __init__(self, theme: Theme, language: str) -> None:
        super().__init__()
        self._theme = theme
        self._language = language
        self.setObjectName("what_follows")
        self.figures: dict[str, QLabel] = {}
        self._names: list[QLabel] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(SPACE_S, SPACE_XS, SPACE_S, SPACE_XS)
        grid.setHorizontalSpacing(SPACE_S)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        for row, (key, words) in enumerate(_FOLLOWS.items()):
            name, figure = QLabel(tr(words)), QLabel()
            figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            figure.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            figure.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._names.append(name)
            self.figures[key] = figure
            grid.addWidget(name, row, 0)
            grid.addWidget(figure, row, 1)

    def show_load(self, section: Section | None) -> None:
        """Show the figures of a load; None: the fields make none."""
        found = {} if section is None else {row.key: row.answers[0] for row in section.rows}
        for key, label in self.figures.items():
            words = self._told(key, found.get(key))
            label.setText(words)
            label.setAccessibleName(f"{tr(_FOLLOWS[key])}: {words}")

    def take_look(self) -> None:
        """Take the colours of the look, and the type of the window."""
        for name in self._names:
            set_text_colour(name, self._theme.tokens.muted)
        for figure in self.figures.values():
            font = self.font()
            font.setBold(True)
            figure.setFont(font)

    def _told(self, key: str, answer: Answer | None) -> str:
        count = None if answer is None else answer.value
        if not isinstance(count, Decimal):
            return "–"
        if key == "monthly_tokens" and count >= 10 * MILLION:
            millions = rounded(count / MILLION, 0)
            return tr(_MILLIONS).format(figure=number(millions, self._language))
        figure = number(count, self._language)
        return tr(_RATE).format(figure=figure) if key.endswith("_rpm") else figure


class FoldingHeading(QToolButton):
    """A heading that folds what stands below it away."""

    def __init__(self, words: str, content: QWidget) -> None:
        super().__init__()
        self._content = content
        self.setText(words)
        self.setCheckable(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setProperty("heading", True)
        self.toggled.connect(self._on_toggled)
        self._on_toggled(False)

    def offer(self, offered: bool) -> None:
        """Show the heading, with what is below it, or nothing of both."""
        self.setVisible(offered)
        self._content.setVisible(offered and self.isChecked())

    @Slot(bool)
    def _on_toggled(self, unfolded: bool) -> None:
        self.setArrowType(Qt.ArrowType.DownArrow if unfolded else Qt.ArrowType.RightArrow)
        self._content.setVisible(unfolded and not self.isHidden())
