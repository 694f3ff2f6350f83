# SPDX-License-Identifier: MIT
"""One line below the charts: what the current scenario costs if the load turns out otherwise."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton

from azmodels_gui.answers.answer import Section, Status
from azmodels_gui.language.shown import tr
from azmodels_gui.sheets.answer_cells import cell, label
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.window.theme.theme import Theme
from azmodels_gui.window.theme.tokens import NOTE_PT, SPACE_M, SPACE_S
from azmodels_gui.window.tooltips import tool_tip
from azmodels_gui.window.widgets.texts import SteadyRoom
from azmodels_gui.window.widgets.tones import scaled, set_text_colour


class WhatIfLine(QFrame):
    """Shows what other loads would cost."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("card", True)
        self.head, self.label = QLabel(tr("What if")), QLabel()
        self._room = SteadyRoom(self.label)
        self.chart_button = QToolButton()
        self.chart_button.setText(tr("Chart ..."))
        self.chart_button.setToolTip(
            tool_tip(tr("Show what half to twice the load, the answers and the cache would cost"))
        )
        self.label.setTextFormat(Qt.TextFormat.RichText)
        self.label.setWordWrap(True)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_M, SPACE_S, SPACE_M, SPACE_S)
        row.setSpacing(SPACE_M)
        row.addWidget(self.head)
        row.addWidget(self._room, 1)
        row.addWidget(self.chart_button)
        self._take_look()
        theme.changed.connect(self._take_look)

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

    @Slot()
    def _take_look(self) -> None:
        for each in (self.head, self.label):
            each.setFont(scaled(self.font(), NOTE_PT))
        self.chart_button.setFont(scaled(self.font(), NOTE_PT, bold=True))
        set_text_colour(self.head, self._theme.tokens.muted)
