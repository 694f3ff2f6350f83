# SPDX-License-Identifier: MIT
"""Print and export: what the page on show offers becomes a sheet."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from azmodels_gui.views.actions import Actions
from azmodels_gui.views.pages.lazy_page import LazyPage
from azmodels_gui.views.pages.page import Printable
from azmodels_gui.views.surroundings import Surroundings

if TYPE_CHECKING:
    from azmodels_gui.views.main_window import MainWindow
    from azmodels_gui.views.sheets.desk import SheetDesk
    from azmodels_gui.views.sheets.subject import Subject

STATE_KEY = "sheets"
"""Under which the window remembers what was wished for."""


class SheetActions(QObject):
    """The desk that makes sheets is imported and made when first asked for."""

    def __init__(self, actions: Actions, around: Surroundings, window: "MainWindow") -> None:
        super().__init__(window)
        self._around = around
        self._window = window
        self._desk: SheetDesk | None = None
        self._state: dict[str, object] = {}
        actions["print"].triggered.connect(self.print_page)
        actions["export_sheet"].triggered.connect(self.export)
        for page in window.further:
            page.sheet_asked.connect(self.export)
        window.stack.currentChanged.connect(self._offer)
        self._offer()

    @property
    def desk(self) -> "SheetDesk":
        """What makes sheets."""
        if self._desk is None:
            from azmodels_gui.views.sheets.desk import SheetDesk

            self._desk = SheetDesk(self._around, self._window, self._window.language)
            self._desk.restore(self._state)
            self._desk.news.connect(self._window.status.say)
            self._desk.wishes_changed.connect(self._window.state_changed)
        self._desk.language = self._window.language
        return self._desk

    def state(self) -> dict[str, object]:
        """Return what to remember."""
        return self._state if self._desk is None else self._desk.state()

    def restore(self, state: dict[str, object]) -> None:
        """Keep what was remembered until the desk is made."""
        self._state = state

    @Slot()
    def print_page(self) -> None:
        """Show the page's sheet as it will be printed; some pages print in their own way."""
        page = self._page()
        if isinstance(page, Printable):
            page.print_preview()
        else:
            self.desk.preview(self._subjects())

    @Slot()
    def export(self) -> None:
        """Let the user choose sheet, format and the rest."""
        self.desk.open_dialog(self._subjects())

    @Slot()
    def _offer(self) -> None:
        """Offer only what the page on show has."""
        page, actions = self._page(), self._window.actions_by_name
        has_sheets = hasattr(page, "sheet_subjects")  # the protocol would import the sheets
        actions["export_sheet"].setEnabled(has_sheets)
        actions["print"].setEnabled(has_sheets or isinstance(page, Printable))

    def _page(self) -> object:
        page = self._window.pages[self._window.stack.currentIndex()]
        return page.page if isinstance(page, LazyPage) else page

    def _subjects(self) -> "Sequence[Subject]":
        from azmodels_gui.views.sheets.subject import HasSheets

        page = self._page()
        return page.sheet_subjects() if isinstance(page, HasSheets) else ()
