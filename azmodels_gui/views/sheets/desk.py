# SPDX-License-Identifier: MIT
"""Makes sheets for the window: looks at them before printing, saves them, says what went wrong."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal, Slot
from PySide6.QtGui import QPageLayout
from PySide6.QtWidgets import QWidget

from azmodels_gui.qtmodels.background import BackgroundTask
from azmodels_gui.qtmodels.formats import Language
from azmodels_gui.reports.order import SheetOrder
from azmodels_gui.reports.sheet import Logo, Sheet
from azmodels_gui.views.dialogs.save_dialog import AskPath, WantedFile, ask_path
from azmodels_gui.views.sheets.files import sheet_bytes
from azmodels_gui.views.sheets.subject import Subject
from azmodels_gui.views.sheets.wishes import SheetWishes, wishes_from, wishes_state
from azmodels_gui.views.surroundings import FileProblem, Surroundings
from azmodels_gui.views.theme.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrintPreviewDialog

    from azmodels_gui.views.sheets.dialog import SheetDialog

Work = Callable[[], Path]
GUI_ONLY = "pdf"
"""Fonts and vectors of a PDF are Qt's, in the window's thread; a comparison takes some 50 ms."""


class SheetDesk(QObject):
    """One for the window, so that client, logo and rate need to be said only once.

    Signals:
        news: what was done, or why it was not.
        saved: a sheet was written.
        wishes_changed: something is worth remembering.
    """

    news = Signal(str)
    saved = Signal()
    wishes_changed = Signal()

    def __init__(self, around: Surroundings, window: QWidget, language: Language) -> None:
        super().__init__(window)
        self._around = around
        self._window = window
        self.language = language
        self.wishes = SheetWishes()
        self.ask_path: AskPath = ask_path
        self.dialog: SheetDialog | None = None
        self.preview_dialog: QPrintPreviewDialog | None = None
        self._tasks: list[BackgroundTask] = []

    @property
    def theme(self) -> Theme:
        """The look of its dialogs."""
        return self._around.theme

    def state(self) -> dict[str, object]:
        """Return what to remember; empty while nothing was wished for."""
        return {} if self.wishes == SheetWishes() else wishes_state(self.wishes)

    def restore(self, state: dict[str, object]) -> None:
        """Take remembered wishes; rubbish is passed over."""
        self.wishes = wishes_from(state)

    def open_dialog(self, subjects: Sequence[Subject]) -> None:
        """Let the user say what sheet it shall be."""
        from azmodels_gui.views.sheets.dialog import SheetDialog

        if not subjects:
            self.news.emit(self.tr("There is nothing here that a sheet could be made of."))
            return
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = SheetDialog(subjects, self, self._window)
        self.dialog.open()

    def keep(self, wishes: SheetWishes) -> None:
        """Remember other wishes."""
        if wishes != self.wishes:
            self.wishes = wishes
            self.wishes_changed.emit()

    def preview(self, subjects: Sequence[Subject], parent: QWidget | None = None) -> bool:
        """Show the pages as they will be printed; False: told why that cannot be."""
        sheet = self._sheet(subjects)
        if sheet is None:
            return False
        from azmodels_gui.reports.pdf import PageSetup
        from azmodels_gui.reports.printing import open_preview

        setup = PageSetup(self.wishes.paper, self.wishes.landscape)
        if self.preview_dialog is not None:
            self.preview_dialog.deleteLater()
        self.preview_dialog = open_preview(sheet, setup, parent or self._window, self._on_page)
        return True

    def _on_page(self, layout: QPageLayout) -> None:
        """Remember the paper that was set up in the preview, as far as the dialog offers it."""
        from azmodels_gui.reports.pdf import PAPERS

        size = layout.pageSize().id()
        paper = next((name for name, each in PAPERS.items() if each == size), self.wishes.paper)
        landscape = layout.orientation() is QPageLayout.Orientation.Landscape
        self.keep(replace(self.wishes, paper=paper, landscape=landscape))

    def save(self, subjects: Sequence[Subject]) -> bool:
        """Ask where, make the file and write it; False: cancelled, or told why not."""
        order = self._order(subjects)
        path = None if order is None else self._asked()
        if order is None or path is None:
            return False
        self.keep(replace(self.wishes, folder=str(path.parent)))
        subject, wishes = self._subject(subjects), self.wishes

        def work() -> Path:
            data = sheet_bytes(subject.make(order), wishes, self._around.read_resource)
            self._around.write_file(path, data)
            return path

        if wishes.format == GUI_ONLY:
            self._do(work)
        else:
            self._do_in_background(work)
        return True

    def _sheet(self, subjects: Sequence[Subject]) -> Sheet | None:
        order = self._order(subjects)
        return None if order is None else self._subject(subjects).make(order)

    def _subject(self, subjects: Sequence[Subject]) -> Subject:
        """Return what was chosen, or the page's first."""
        return next((each for each in subjects if each.kind == self.wishes.kind), subjects[0])

    def _order(self, subjects: Sequence[Subject]) -> SheetOrder | None:
        """Return what is asked of the sheet; None: told what is wrong."""
        if not subjects:
            self.news.emit(self.tr("There is nothing here that a sheet could be made of."))
            return None
        wishes, current = self.wishes, self._around.current
        try:
            logo = None if not wishes.logo else self._logo(Path(wishes.logo))
        except FileProblem as problem:
            self.news.emit(str(problem))
            return None
        return SheetOrder(
            current.catalog,
            current.today,
            wishes.language or self.language.value,
            self._subject(subjects).regions,
            wishes.conversion,
            client=wishes.client.strip(),
            note=wishes.note.strip(),
            logo=logo,
        )

    def _logo(self, path: Path) -> Logo:
        from azmodels_gui.reports.logo import LogoUnusable, read_logo

        try:
            return read_logo(self._around.read_file(path))
        except LogoUnusable as error:
            words = self.tr(
                "{file} cannot be a logo: a sound PNG or SVG picture of at most 5 MiB is needed. "
                "No sheet was made; choose another picture or none."
            )
            raise FileProblem(words.replace("{file}", path.name)) from error

    def _asked(self) -> Path | None:
        wishes = self.wishes
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = wishes.folder or QStandardPaths.writableLocation(documents)
        suffix = f".{wishes.format}"
        proposed = Path(folder) / f"azmodels-{wishes.kind or 'sheet'}{suffix}"
        wanted = WantedFile(self.tr("Save the sheet"), wishes.format.upper(), suffix, proposed)
        path = self.ask_path(wanted, self._window)
        return path.with_name(path.name + suffix) if path and not path.suffix else path

    def _do(self, work: Work) -> None:
        try:
            self._on_saved(work())
        except FileProblem as problem:
            self._on_failed(problem)

    def _do_in_background(self, work: Work) -> None:
        task = BackgroundTask(work, self)
        task.succeeded.connect(self._on_saved)
        task.failed.connect(self._on_failed)
        self.news.emit(self.tr("The sheet is being made ..."))
        self._tasks = [each for each in self._tasks if each.running] + [task]
        task.start()

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        self.news.emit(self.tr("Saved as {file}").replace("{file}", str(path)))
        self.saved.emit()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, FileProblem):
            raise error
        self.news.emit(str(error))
