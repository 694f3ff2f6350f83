# SPDX-License-Identifier: MIT
"""Print and export: what the page on show offers becomes a sheet.

The window closes once the files it promised are written, or the user does without them.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from azmodels_gui.language.words import tr
from azmodels_gui.sheets.sheet import SheetKind
from azmodels_gui.window.menus import Actions
from azmodels_gui.window.page import PageParts
from azmodels_gui.window.page_stack import PageStack

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox, QPushButton

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

    @property
    def busy(self) -> bool:
        """Tell whether a file that was promised is still being made."""
        return self._desk is not None and self._desk.busy

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
        self.desk.open_dialog(self.subjects)

    def subjects(self) -> "Sequence[Subject]":
        """Return what the page offers, and a dossier of what all pages have to tell.

        Pages nobody looked at yet are made for it once it is wished for: that takes a moment.
        """
        from azmodels_gui.window.sheets.subject import with_dossier

        shown, wished = self._stack.place, self.desk.wishes.kind == SheetKind.DOSSIER
        others = [
            each.page
            for each in self._stack.places
            if each is not shown and (wished or each.is_made)
        ]
        return with_dossier(
            shown.page.sheet_subjects(),
            (told for each in others for told in each.sheet_subjects()),
        )


BEFORE_ASKING_MS = 700
"""Most files are written sooner: then nobody needs to be asked."""


class UnfinishedFiles(QObject):
    """Holds a window that is being closed back while a sheet is made in the background.

    If the sheet cannot be written the window stays, so that the reason is read.
    """

    def __init__(self, desk: "SheetDesk", window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._waiting = False
        self.question: QMessageBox | None = None
        self.without: QPushButton | None = None
        self._timer = QTimer(self, singleShot=True, interval=BEFORE_ASKING_MS)
        self._timer.timeout.connect(self._ask)
        desk.finished.connect(self._on_finished)

    def hold(self) -> bool:
        """Tell whether the window must stay for now; it closes by itself later."""
        if not self._desk.busy:
            return False
        if not self._waiting:
            self._waiting = True
            self._desk.news.emit(
                tr("A sheet is still being written; the window closes when it is done.")
            )
            self._timer.start()
        return True

    @Slot()
    def _ask(self) -> None:
        from PySide6.QtWidgets import QMessageBox  # 1.2 ms of a start, and seldom asked

        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Information)
        box.setText(
            tr(
                "A sheet is still being written. The window closes by itself when it is done. "
                "Without waiting there will be no file; what it held before is unchanged."
            )
        )
        role = QMessageBox.ButtonRole
        stay = box.addButton(tr("&Keep the window open"), role.RejectRole)
        self.without = box.addButton(tr("&Close without the sheet"), role.DestructiveRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        box.finished.connect(self._on_answer)
        self.question = box
        box.open()

    @Slot()
    def _on_answer(self) -> None:
        """Stop waiting; the sheet is written all the same, unless nobody wants it."""
        self._waiting = False
        if self.question is not None and self.question.clickedButton() is self.without:
            self._desk.give_up()
            self._window.close()

    @Slot(bool)
    def _on_finished(self, written: bool) -> None:
        if self._desk.busy or not self._waiting:
            return
        self._waiting = False
        self._timer.stop()
        if self.question is not None:
            self.question.hide()
        if written:
            self._window.close()
