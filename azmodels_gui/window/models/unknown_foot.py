# SPDX-License-Identifier: MIT
"""The line below the table: how many entries a filter leaves out because nobody knows."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from azmodels_gui.catalog.index import QueryResult
from azmodels_gui.catalog.unknown_words import unknown_told
from azmodels_gui.language.shown import tr
from azmodels_gui.window.theme.theme import Theme
from azmodels_gui.window.theme.tokens import SPACE_M, SPACE_S, SPACE_XS
from azmodels_gui.window.widgets.plain_text import plain_label
from azmodels_gui.window.widgets.tones import set_text_colour


class UnknownFoot(QFrame):
    """Says how many there are and of which question, and shows them on demand.

    Signals:
        shown_asked: True: show them below the others; False: leave them out again.
    """

    shown_asked = Signal(bool)

    def __init__(self, theme: Theme, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = language
        self._result: QueryResult | None = None
        self.text, self.button = plain_label(), QToolButton()
        self._build()
        self.hide()
        self.button.toggled.connect(self.shown_asked)

    def show_result(self, result: QueryResult, *, shown: bool) -> None:
        """Tell of the entries that a filter leaves out for want of knowledge, if there are any."""
        self._result = result
        blocked = self.button.blockSignals(True)
        self.button.setChecked(shown)
        self.button.blockSignals(blocked)
        self._write()
        self.setVisible(bool(result.unknown_mask))

    def _write(self) -> None:
        shown = self.button.isChecked()
        self.button.setText(tr("Hide them") if shown else tr("Show them"))
        result = self._result
        if result is None or not result.unknown_mask:
            return
        told = unknown_told(result, self._language)
        self.text.setText(told)
        self.button.setAccessibleName(f"{told}. {self.button.text()}")
        set_text_colour(self.text, self._theme.tokens.muted)

    def _build(self) -> None:
        self.setObjectName("matrix_foot")
        self.button.setCheckable(True)
        self.button.setProperty("framed", True)
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_M, SPACE_XS, SPACE_M, SPACE_XS)
        row.setSpacing(SPACE_S)
        row.addWidget(self.text, 1)
        row.addWidget(self.button)
