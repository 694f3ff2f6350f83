# SPDX-License-Identifier: MIT
"""What stands above and below the cards: what to buy, and what it costs if the load is another."""

from html import escape

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QToolButton, QWidget

from azmodels_gui.answers.answer import Section, Status
from azmodels_gui.language.shown import tr
from azmodels_gui.sheets.answer_cells import cell, label
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.verdict_told import VerdictText
from azmodels_gui.window.theme.theme import Theme
from azmodels_gui.window.theme.tokens import CARD_PT, NOTE_PT, SPACE_M, SPACE_S, SPACE_XS, Tone
from azmodels_gui.window.tooltips import tool_tip
from azmodels_gui.window.widgets.icons import FollowingIcon
from azmodels_gui.window.widgets.layouts import row
from azmodels_gui.window.widgets.texts import SteadyRoom
from azmodels_gui.window.widgets.tones import scaled, set_text_colour

CONTEXT = "CalculatorVerdict"
_STRIPE_PX = 4


NOTHING = VerdictText("", "", "")


class VerdictCard(QFrame):
    """Shows the verdict as text that can be selected, and copies it.

    Signals:
        copied: the verdict is in the clipboard.
    """

    copied = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = NOTHING
        self.label, self.copy_button = QLabel(self), QToolButton(self)
        self._room = SteadyRoom(self.label, self)
        self.setProperty("kind", "card")
        self._build()
        self._take_look()

    @property
    def text(self) -> VerdictText:
        """What it says."""
        return self._text

    def show_text(self, text: VerdictText) -> None:
        """Show another verdict."""
        if text != self._text:
            self._text = text
            self._write()

    @Slot()
    def copy(self) -> None:
        """Put the verdict into the clipboard as plain text."""
        QGuiApplication.clipboard().setText(self._text.plain)
        self.copied.emit()

    def _build(self) -> None:
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.RichText)
        self.label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.copy_button.setText(tr("Copy"))
        self.copy_button.setProperty("kind", "framed")
        self.copy_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        FollowingIcon(self.copy_button, "copy", self._theme)
        self.copy_button.setToolTip(tool_tip(tr("Copy the recommendation as text")))
        self.copy_button.clicked.connect(self.copy)
        edges = (SPACE_M + _STRIPE_PX, SPACE_S, SPACE_M, SPACE_S)
        laid = row((self._room, 1), self.copy_button, within=self, gap=SPACE_M, edges=edges)
        laid.setAlignment(self.copy_button, Qt.AlignmentFlag.AlignTop)

    def _write(self) -> None:
        tokens, text = self._theme.tokens, self._text
        amber = tokens.inks[Tone.WARN].text
        parts = [f"<b>{escape(text.lead)}</b>", escape(text.change)]
        if text.against:
            head, colon, told = text.against.partition(":")
            reasons = f"<b>{escape(head + colon)}</b>{escape(told)}"
            parts.append(f"<span style='color:{amber}'>{reasons}</span>")
        self._room.set_text(" ".join(filter(None, parts)))
        self.label.setAccessibleName(text.plain)

    def _take_look(self) -> None:
        self.label.setFont(scaled(self.font(), CARD_PT))
        self._write()

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.tokens.accent))
        painter.drawRoundedRect(0, SPACE_XS, _STRIPE_PX, self.height() - 2 * SPACE_XS, 2, 2)
        painter.end()


class WhatIfLine(QFrame):
    """Shows what other loads would cost."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("kind", "card")
        self.head, self.label = QLabel(tr("What if"), self), QLabel(self)
        self._room = SteadyRoom(self.label, self)
        self.chart_button = QToolButton(self)
        self.chart_button.setText(tr("Chart ..."))
        self.chart_button.setToolTip(
            tool_tip(tr("Show what half to twice the load, the answers and the cache would cost"))
        )
        self.label.setTextFormat(Qt.TextFormat.RichText)
        self.label.setWordWrap(True)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        parts = (self.head, (self._room, 1), self.chart_button)
        row(*parts, within=self, gap=SPACE_M, edges=(SPACE_M, SPACE_S, SPACE_M, SPACE_S))
        self._take_look()

    def show_costs(self, section: Section | None, order: SheetOrder | None) -> None:
        """Show the changes with their costs; what is not known is left out, or the whole line."""
        rows = () if section is None or order is None else section.rows
        told = [
            f"{label(row.label, order)}:&nbsp;<b>{cell(row.answers[0], order).text}</b>"
            for row in rows
            if order is not None and row.answers[0].status is Status.KNOWN
        ]
        self._room.set_text("&nbsp;&nbsp;&nbsp; ".join(told))
        self.setVisible(bool(told))

    def _take_look(self) -> None:
        for each in (self.head, self.label):
            each.setFont(scaled(self.font(), NOTE_PT))
        self.chart_button.setFont(scaled(self.font(), NOTE_PT, bold=True))
        set_text_colour(self.head, self._theme.tokens.muted)
