# SPDX-License-Identifier: MIT
"""Print and export: what the page on show offers becomes a sheet."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from azmodels_gui.views.pages.lazy_page import LazyPage
from azmodels_gui.views.pages.page import Printable
from azmodels_gui.views.sheets.kept_wishes import KeptWishes
from azmodels_gui.views.surroundings import Surroundings
from azmodels_gui.views.unfinished_files import UnfinishedFiles

if TYPE_CHECKING:
    from azmodels_gui.views.main_window import MainWindow
    from azmodels_gui.views.sheets.desk import SheetDesk
    from azmodels_gui.views.sheets.subject import Subject

STATE_KEY = "sheets"
"""Under which the window remembers what was wished for."""


class SheetActions(QObject):
    """The desk that makes sheets is imported and made when first asked for."""

    def __init__(self, around: Surroundings, wishes: KeptWishes, window: "MainWindow") -> None:
        super().__init__(window)
        self._around = around
        self._wishes = wishes
        self._window = window
        self._desk: SheetDesk | None = None
        self.unfinished: UnfinishedFiles | None = None
        actions = window.actions_by_name
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

            self._desk = SheetDesk(self._around, self._wishes, self._window, self._window.language)
            self._desk.news.connect(self._window.status.say)
            self.unfinished = UnfinishedFiles(self._desk, self._window)
        return self._desk

    def set_language(self, language: str) -> None:
        """Speak another language; its translator is installed."""
        if self._desk is not None:
            self._desk.set_language(language)

    def hold_window(self) -> bool:
        """Tell whether the window must not close yet: a sheet is still being written."""
        return self.unfinished is not None and self.unfinished.hold()

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
        self.desk.open_dialog(self._subjects)

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
