# SPDX-License-Identifier: MIT
"""What a newcomer is offered above the pages: a hint, read once, and the line of the guide."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from azmodels_gui.language.shown import tr
from azmodels_gui.window.message_bar import NoticeBar
from azmodels_gui.window.page import PageParts, PageState
from azmodels_gui.window.page_stack import PageStack
from azmodels_gui.window.theme.theme import Theme
from azmodels_gui.window.theme.tokens import Tone

if TYPE_CHECKING:
    from azmodels_gui.window.guide.guide_bar import GuideBar


GUIDE_LINE = "guide_line"
"""Under this key, among the pages, lies whether the line is wanted."""


class GuideLine(QWidget):
    """The place for the line above the models, which is imported and made when offered.

    Empty until it is offered to a newcomer; closed once, it never comes back.

    Signals:
        made: the line is there.
        list_asked: show the short list.
        step_asked: the `Step` whose question the user wants to answer.
        closed: the user wants to see it no more.
    """

    made = Signal()
    list_asked = Signal()
    step_asked = Signal(object)
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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.hide()
        stack.currentChanged.connect(self._on_page)

    def state(self) -> PageState:
        """Return what is remembered: whether it is wanted, once that was decided."""
        return {} if self._wanted is None else {"shown": self._wanted}

    def offer(self, *, newcomer: bool) -> None:
        """Show the line to a newcomer, and later until it was closed.

        Called after the first paint: a start does not wait for it.
        """
        if self._wanted is None and newcomer:
            self._wanted = True
        layout = self.layout()
        if not self._wanted or self.bar is not None or layout is None:
            return
        from azmodels_gui.window.guide.guide_bar import GuideBar

        self.bar = GuideBar(self._parts, self._stack.place_of("guide").state(), self)
        self.bar.step_asked.connect(self.step_asked)
        self.bar.list_asked.connect(self.list_asked)
        self.bar.dismissed.connect(self._on_dismissed)
        layout.addWidget(self.bar)
        self._on_page()
        self.made.emit()

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


class FirstHint(NoticeBar):
    """A line above the pages with two ways on and a cross; each of them ends it.

    Signals:
        guide_asked: lead me through the questions.
        keys_asked: explain signs and keys.
        ended: it was read, and shall not come back.
    """

    guide_asked = Signal()
    keys_asked = Signal()
    ended = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, Tone.ACCENT, tr("Do not show this again"), parent)
        self.text.setText(
            tr("New here? Four questions lead to a short list. F1 explains the signs.")
        )
        self.guide, self.keys = QPushButton(tr("Open the guide")), QPushButton(tr("Signs and keys"))
        row = self.lay_out()
        row.insertWidget(1, self.guide)
        row.insertWidget(2, self.keys)
        self.guide.clicked.connect(self.guide_asked)
        self.keys.clicked.connect(self.keys_asked)
        for button in (self.guide, self.keys, self.close_button):
            button.clicked.connect(self._on_read)

    @Slot()
    def _on_read(self) -> None:
        self.hide()
        self.ended.emit()
