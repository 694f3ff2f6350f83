# SPDX-License-Identifier: MIT
"""The place right of the table: all about the selected entry; without one advice, or a hint."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from azmodels_gui.language.words import tr
from azmodels_gui.window.client.open_client import OpenClient
from azmodels_gui.window.models.cell_context import OnShow
from azmodels_gui.window.pins import Pins
from azmodels_gui.window.theme import SPACE_M, Theme
from azmodels_gui.window.widgets.texts import plain_label, set_text_colour

if TYPE_CHECKING:
    from azmodels_gui.catalog.document import UseCase
    from azmodels_gui.window.guide.guide_text import UseCaseAdvice
    from azmodels_gui.window.models.cell_context import CellContext
    from azmodels_gui.window.models.entry_details import EntryDetails

FIRST_WIDTH_PX = 280
"""Narrow enough for all columns of the first screen beside it in a window of 1280 pixels."""


class Details(QWidget):
    """The tabs are imported and made with the first entry: the table shall be there first.

    Signals:
        link_asked: a `QUrl` the user wants to open.
        entry_asked: key of an entry that the user wants to see.
        reckon_asked: a `Reckoning` for the calculator.
        pane_changed: another tab is on show.
        made: the tabs are there now, at the end of the tab order.
    """

    link_asked = Signal(QUrl)
    entry_asked = Signal(object)
    reckon_asked = Signal(object)
    pane_changed = Signal()
    made = Signal()

    def __init__(
        self, theme: Theme, pins: Pins, client: OpenClient, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pins, self._client = pins, client
        self._made: EntryDetails | None = None
        self._advice: UseCaseAdvice | None = None
        self._first_pane = ""
        self.empty = plain_label()
        self._stack = QStackedLayout(self)
        self.setObjectName("details")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(FIRST_WIDTH_PX)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setMargin(SPACE_M)
        self._stack.addWidget(self.empty)
        self.empty.setText(tr("Select an entry in the table to read everything about it."))
        self._take_look()

    @property
    def advice(self) -> "UseCaseAdvice | None":
        """The advice on a use case; None: nobody asked for any yet."""
        return self._advice

    @property
    def full(self) -> "EntryDetails":
        """Heading and tabs, made now if they were not yet."""
        if self._made is None:
            self._made = self._make()
            self.made.emit()
        return self._made

    def show_entry(self, shown: OnShow | None) -> None:
        """Show another entry, or the hint that none is selected."""
        if shown is None:
            self._stack.setCurrentWidget(self.empty)
            return
        # First to the front: a pane that is filled while it is hidden is laid out only as high
        # as its viewport, and its texts stay cut off.
        self._stack.setCurrentWidget(self.full)
        self.full.show_entry(shown)

    def forget(self) -> None:
        """Let the next entry be shown anew, even if it is the same."""
        if self._made is not None:
            self._made.forget()

    def show_advice(self, use_case: "UseCase", context: "CellContext") -> None:
        """Show what sources advise for a use case: nothing is selected that could be shown."""
        if self._advice is None:
            from azmodels_gui.window.guide.guide_text import UseCaseAdvice

            self._advice = UseCaseAdvice(self._theme)
            self._stack.addWidget(self._advice)
            self._advice.link_asked.connect(self.link_asked)
            self._advice.entry_asked.connect(self.entry_asked)
            self._advice.reckon_asked.connect(self.reckon_asked)
        self._stack.setCurrentWidget(self._advice)
        self._advice.show_advice(use_case, context)

    def pane_key(self) -> str:
        """Return which tab is on show."""
        return self._first_pane if self._made is None else self._made.pane_key()

    def open_pane(self, key: str) -> None:
        """Show a tab; an unknown key changes nothing."""
        if self._made is None:
            self._first_pane = key
        else:
            self._made.open_pane(key)

    def _make(self) -> "EntryDetails":
        from azmodels_gui.window.models.entry_details import EntryDetails

        made = EntryDetails(self._theme, self._pins, self._client)
        made.open_pane(self._first_pane)
        self._stack.addWidget(made)
        made.link_asked.connect(self.link_asked)
        made.pane_changed.connect(self.pane_changed)
        # From here on the tabs say how wide they must be.
        self.setMinimumWidth(0)
        return made

    def _take_look(self) -> None:
        set_text_colour(self.empty, self._theme.tokens.muted)

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        self._take_look()  # moving into the splitter cost the hint its colour
        super().showEvent(event)
