# SPDX-License-Identifier: MIT
"""What leads from one page to another, and to the projector."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from azmodels_gui.catalog.entry import EntryKey
from azmodels_gui.language.shown import tr
from azmodels_gui.views.actions import ACTIONS, Actions
from azmodels_gui.views.pages.lazy_page import LazyPage
from azmodels_gui.views.pages.page import HasParts
from azmodels_gui.views.state import WindowState
from azmodels_gui.views.theme.theme import Theme

if TYPE_CHECKING:
    from azmodels_gui.views.main_window import MainWindow
    from azmodels_gui.views.presentation import Presentation


class WindowCommands(QObject):
    """Commands that need the window as a whole."""

    def __init__(self, window: "MainWindow", theme: Theme) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._presentation: Presentation | None = None

    def connect_actions(self, actions: Actions) -> None:
        """Let actions, pages and search do their work."""
        for name, slot in (
            ("present", self.present),
            ("quit", self._window.close),
            ("find", self.find),
            ("about_catalog", self._on_help),
            ("signs", self._on_help),
            ("about", self._on_help),
        ):
            actions[name].triggered.connect(slot)
        self._connect_parts(actions)
        self._window.page_bar.search.left_downwards.connect(self.leave_search)
        self._window.stack.currentChanged.connect(self._on_page)
        for page in self._window.further:
            page.entry_asked.connect(self.show_entry)
            page.present_asked.connect(self.present)

    def _connect_parts(self, actions: Actions) -> None:
        """Let actions show and hide parts of the page of models."""
        models = self._window.models
        for name, part in (("show_filters", models.panel), ("show_details", models.details)):
            actions[name].setChecked(True)
            actions[name].toggled.connect(part.setVisible)
        actions["newest_only"].toggled.connect(models.panel.newest.setChecked)

    def parts(self) -> tuple[QWidget, ...]:
        """Return the parts of the page on show that F6 goes through."""
        full = self._full_page()
        return full.parts() if isinstance(full, HasParts) else ()

    @property
    def presentation(self) -> "Presentation":
        """Presentation mode, imported and made when first asked for."""
        if self._presentation is None:
            from azmodels_gui.views.presentation import Presentation

            self._presentation = Presentation(self._window, self._theme)
        return self._presentation

    def kept(self, state: WindowState) -> WindowState:
        """Return a state without what holds only during a presentation."""
        return state if self._presentation is None else self._presentation.kept(state)

    def end_presentation(self) -> None:
        """Put the window back, if it is presenting."""
        if self._presentation is not None:
            self._presentation.leave()

    @Slot()
    def present(self) -> None:
        """Go to presentation mode, or leave it."""
        self.presentation.toggle()

    def _full_page(self) -> object:
        """Return the page on show, made now if it was not yet."""
        page = self._window.pages[self._window.stack.currentIndex()]
        return page.page if isinstance(page, LazyPage) else page

    @Slot(int)
    def _on_page(self, place: int) -> None:
        """Offer what acts on the table of models only while it can be seen."""
        actions = self._window.actions_by_name
        for name, spec in ACTIONS.items():
            if spec.in_table or name == "select_pinned":
                actions[name].setEnabled(place == 0)

    @Slot(object)
    def show_entry(self, key: EntryKey) -> None:
        """Select an entry among the models; a filter that hides it is cleared first."""
        window = self._window
        if not window.select(key):
            window.history.clear()
            if not window.select(key):
                return
            words = tr("The filter hid this entry and was cleared; undo brings it back.")
            window.status.say(words)
        window.show_page(0)
        window.models.view.setFocus()

    @Slot()
    def leave_search(self) -> None:
        """Go from the search into the page on show."""
        window = self._window
        on_models = window.stack.currentIndex() == 0
        page = window.models.view if on_models else window.stack.currentWidget()
        if page is not None:
            page.setFocus()

    @Slot()
    def find(self) -> None:
        """Go to the search, and have what is in it replaced by what is typed."""
        self._window.page_bar.search.setFocus()
        self._window.page_bar.search.selectAll()

    @Slot()
    def _on_help(self) -> None:
        from azmodels_gui.views.dialogs import help_dialogs

        window, action = self._window, self.sender()
        name = action.objectName() if action is not None else ""
        help_dialogs.open_help(name, window.index, window.language, window)
