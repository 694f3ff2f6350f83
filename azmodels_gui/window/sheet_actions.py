# SPDX-License-Identifier: MIT
"""Print and export: what the page on show offers becomes a sheet."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from azmodels_gui.window.actions import Actions
from azmodels_gui.window.page import PageParts
from azmodels_gui.window.page_stack import PageStack
from azmodels_gui.window.unfinished_files import UnfinishedFiles

if TYPE_CHECKING:
    from azmodels_gui.window.sheets.desk import SheetDesk
    from azmodels_gui.window.sheets.subject import Subject


class SheetActions(QObject):
    """The desk that makes sheets is imported and made when first asked for.

    Signals:
        news: what was done, or why it was not.
    """

    news = Signal(str)

    def __init__(
        self, parts: PageParts, actions: Actions, stack: PageStack, window: QWidget
    ) -> None:
        super().__init__(window)
        self._parts = parts
        self._stack = stack
        self._window = window
        self._desk: SheetDesk | None = None
        self.unfinished: UnfinishedFiles | None = None
        actions["print"].triggered.connect(self.print_page)
        actions["export_sheet"].triggered.connect(self.export)

    @property
    def desk(self) -> "SheetDesk":
        """What makes sheets."""
        if self._desk is None:
            from azmodels_gui.window.sheets.desk import SheetDesk

            return self._taken(SheetDesk(self._parts.around, self._parts.wishes))
        return self._desk

    def take_over(self, before: "SheetActions") -> None:
        """Go on with the files that are still being made for the window before."""
        if before._desk is not None:
            before._desk.news.disconnect(before.news)
            self._taken(before._desk)
            before._desk = before.unfinished = None

    def _taken(self, desk: "SheetDesk") -> "SheetDesk":
        desk.serve(self._window, self._parts.language)
        desk.news.connect(self.news)
        self._desk = desk
        self.unfinished = UnfinishedFiles(desk, self._window)
        return desk

    def hold_window(self) -> bool:
        """Tell whether the window must not close yet: a sheet is still being written."""
        return self.unfinished is not None and self.unfinished.hold()

    @Slot()
    def print_page(self) -> None:
        """Show the page's sheet as it will be printed; some pages print in their own way."""
        page = self._stack.page
        if page.prints_itself:
            page.print_preview()
        else:
            self.desk.preview(page.sheet_subjects())

    @Slot()
    def export(self) -> None:
        """Let the user choose sheet, format and the rest."""
        self.desk.open_dialog(self._subjects)

    def _subjects(self) -> "Sequence[Subject]":
        return self._stack.page.sheet_subjects()
