# SPDX-License-Identifier: MIT
"""What a newcomer is offered above the models: the guide as a line, closed once for good."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from azmodels_gui.window.page import PageParts, PageState
from azmodels_gui.window.page_stack import PageStack
from azmodels_gui.window.widgets.layouts import column

if TYPE_CHECKING:
    from azmodels_gui.window.guide.guide_bar import GuideBar


GUIDE_LINE = "guide_line"
"""Under this key, among the pages, lies whether the line is wanted."""


class GuideLine(QWidget):
    """The place for the line above the models, which is imported and made when offered.

    Empty until it is offered; closed once, it never comes back.

    Signals:
        made: the `GuideBar` that is there now.
        closed: the user wants to see it no more.
    """

    made = Signal(object)
    closed = Signal()

    def __init__(
        self,
        parts: PageParts,
        stack: PageStack,
        state: Mapping[str, object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._parts, self._stack = parts, stack
        shown = state.get("shown")
        self._wanted = shown if isinstance(shown, bool) else None
        self.bar: GuideBar | None = None
        column(within=self)
        self.hide()
        stack.currentChanged.connect(self._on_page)

    def state(self) -> PageState:
        """Return what is remembered: whether it is wanted, once that was decided."""
        return {} if self._wanted is None else {"shown": self._wanted}

    def offer(self) -> None:
        """Show the line until it was closed.

        Called after the first paint: a start does not wait for it.
        """
        if self._wanted is None:
            self._wanted = True
        layout = self.layout()
        if not self._wanted or self.bar is not None or layout is None:
            return
        from azmodels_gui.window.guide.guide_bar import GuideBar

        self.bar = GuideBar(self._parts, self._stack.place_of("guide").state(), self)
        self.bar.dismissed.connect(self._on_dismissed)
        layout.addWidget(self.bar)
        self._on_page()
        self.made.emit(self.bar)

    def in_tab_order(self) -> tuple[QWidget, ...]:
        """Return what takes the keyboard, from left to right."""
        return () if self.bar is None else self.bar.in_tab_order()

    @Slot()
    def _on_page(self) -> None:
        """Stand where the filter is set."""
        self.setVisible(self.bar is not None and self._stack.currentIndex() == 0)

    @Slot()
    def _on_dismissed(self) -> None:
        bar, self.bar, self._wanted = self.bar, None, False
        self.hide()
        if bar is not None:
            bar.deleteLater()
        self.closed.emit()
