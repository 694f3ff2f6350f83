# SPDX-License-Identifier: MIT
"""Makes sheets for the window: looks at them before printing, saves them, says what went wrong."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal, Slot
from PySide6.QtGui import QPageLayout
from PySide6.QtWidgets import QWidget

from azmodels_gui.language.words import N_, ToldError, shown_language, tr
from azmodels_gui.sheets.formats import FORMATS, PAPERS, Layout
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.sheet import Brand, Logo
from azmodels_gui.window.background import BackgroundTask, switching_soon
from azmodels_gui.window.page import Surroundings
from azmodels_gui.window.sheets.kept_wishes import KeptWishes
from azmodels_gui.window.sheets.subject import OfferSheets, Subject
from azmodels_gui.window.sheets.wishes import SheetWishes
from azmodels_gui.window.widgets.files import AskPath, WantedFile, ask_path

if TYPE_CHECKING:
    from azmodels_gui.window.sheets.dialog import SheetDialog
    from azmodels_gui.window.sheets.preview import SheetPreview


class SheetDesk(QObject):
    """One for the window, so that client, logo and rate need to be said only once.

    Signals:
        news: what was done, or why it was not.
        saved: a sheet was written.
        finished: what was made in the background is written, or was told why not: True, False.
    """

    news = Signal(str)
    saved = Signal()
    finished = Signal(bool)

    def __init__(self, around: Surroundings, kept: KeptWishes) -> None:
        super().__init__()
        self._around = around
        self.kept = kept
        self.ask_path: AskPath = ask_path
        self._tasks: list[BackgroundTask] = []
        self._given_up = False
        self.dialog: SheetDialog | None = None
        self.preview_dialog: SheetPreview | None = None

    def serve(self, window: QWidget, language: str) -> None:
        """Belong to a window; dialogs of the window before go with it, files are made on."""
        if self.preview_dialog is not None:
            self.preview_dialog.reject()  # else its pages would be set for nobody
        self.setParent(window)
        self._window = window
        self._language = language
        self.dialog = None

    @property
    def wishes(self) -> SheetWishes:
        """What is wished for now."""
        return self.kept.now

    @property
    def busy(self) -> bool:
        """Tell whether a file that somebody waits for is being made in the background."""
        return not self._given_up and any(task.running for task in self._tasks)

    def give_up(self) -> None:
        """Write nothing any more of what is being made."""
        self._given_up = True

    def open_dialog(self, offer: OfferSheets) -> None:
        """Let the user say what sheet it shall be."""
        from azmodels_gui.window.sheets.dialog import SheetDialog

        if not offer():
            self.news.emit(tr("There is nothing here that a sheet could be made of."))
            return
        dialog = SheetDialog(offer, self._around, self.kept, self._language, self._window)
        self.dialog = dialog
        dialog.save_asked.connect(self._on_save_asked)
        dialog.preview_asked.connect(self._on_preview_asked)
        self.news.connect(dialog.say)
        self.saved.connect(dialog.on_saved)
        dialog.finished.connect(self._on_dialog_closed)
        dialog.open()

    def keep(self, wishes: SheetWishes) -> None:
        """Remember other wishes."""
        self.kept.keep(wishes)

    def preview(self, subjects: Sequence[Subject], parent: QWidget | None = None) -> bool:
        """Show the pages as they will be printed; False: told why that cannot be."""
        order = self._order(subjects)
        if order is None:
            return False
        from azmodels_gui.sheets.typeset import PageSetup
        from azmodels_gui.window.sheets.preview import open_preview

        make = partial(self._subject(subjects).make, order)
        setup = PageSetup.of(self.wishes.paper, landscape=self.wishes.landscape)
        if self.preview_dialog is not None:
            self.preview_dialog.reject()
        self.preview_dialog = open_preview(
            make, setup, self._around.write_file, parent or self._window
        )
        self.preview_dialog.page_changed.connect(self._on_page)
        self.preview_dialog.told.connect(self.news)
        self.preview_dialog.finished.connect(self._on_preview_closed)
        return True

    @Slot()
    def _on_dialog_closed(self) -> None:
        self.dialog = None

    @Slot()
    def _on_preview_closed(self) -> None:
        self.preview_dialog = None

    @Slot(QPageLayout)
    def _on_page(self, layout: QPageLayout) -> None:
        """Remember the paper that was set up in the preview, as far as the dialog offers it."""
        name = layout.pageSize().name()
        paper = next((each for each in PAPERS if name.startswith(each)), self.wishes.paper)
        landscape = layout.orientation() is QPageLayout.Orientation.Landscape
        self.keep(replace(self.wishes, paper=paper, landscape=landscape))

    def save(self, subjects: Sequence[Subject]) -> bool:
        """Ask where, make the file and write it; False: cancelled, or told why not."""
        order = self._order(subjects)
        layout = None if order is None else self._layout(order.language)
        path = None if layout is None else self._asked(self._subject(subjects))
        if order is None or layout is None or path is None:
            return False
        self.keep(replace(self.wishes, folder=str(path.parent)))
        subject, wanted = self._subject(subjects), FORMATS[self.wishes.format]

        def work() -> Path:
            from azmodels_gui.sheets.setting import forget

            with switching_soon():
                data = wanted.make(subject.make(order), layout)
                forget()
            if not self._given_up:
                self._around.write_file(path, data)
            return path

        task = BackgroundTask(work, self)
        task.succeeded.connect(self._on_saved)
        task.failed.connect(self._on_failed)
        self.news.emit(tr("The sheet is being made ..."))
        self._tasks = [each for each in self._tasks if each.running] + [task]
        task.start()
        return True

    def _layout(self, language: str) -> Layout | None:
        """Return what the file is to look like; None: told what is wrong."""
        wishes, style = self.wishes, self.wishes.csv_style(language)
        try:
            template = self._template(Path(wishes.template)) if wishes.template else None
        except ToldError as problem:
            self.news.emit(problem.told(shown_language()))
            return None
        return Layout(wishes.paper, wishes.landscape, style, template, apart=True)

    def _subject(self, subjects: Sequence[Subject]) -> Subject:
        """Return what was chosen, or the page's first."""
        return next((each for each in subjects if each.kind == self.wishes.kind), subjects[0])

    def _order(self, subjects: Sequence[Subject]) -> SheetOrder | None:
        """Return what is asked of the sheet; None: told what is wrong."""
        if not subjects:
            self.news.emit(tr("There is nothing here that a sheet could be made of."))
            return None
        wishes, current = self.wishes, self._around.current
        try:
            logo = None if not wishes.logo else self._logo(Path(wishes.logo))
            brand = self._brand(wishes.language or self._language)
        except ToldError as problem:
            self.news.emit(problem.told(shown_language()))
            return None
        subject = self._subject(subjects)
        return SheetOrder(
            current.index.catalog,
            current.today,
            wishes.language or self._language,
            subject.regions,
            subject.data_zones,
            subject.conversion(wishes.conversion),
            title=wishes.title.strip() if wishes.title_for == subject.kind else "",
            client=wishes.client.strip(),
            note=wishes.note.strip(),
            questions=wishes.questions,
            logo=logo,
            edition=wishes.dossier,
            brand=brand,
        )

    def _brand(self, language: str) -> Brand:
        """Return the firm's house style; what is wrong with it is told."""
        path = Path(self.wishes.brand) if self.wishes.brand else self._around.company_brand
        if path is None:
            return Brand()
        from azmodels_gui.sheets.brand import read_brand

        return read_brand(path, self._around.read_file, language)

    def _logo(self, path: Path) -> Logo:
        from azmodels_gui.sheets.picture import LogoUnusable, read_logo
        from azmodels_gui.sheets.setting import forget

        try:
            return read_logo(self._around.read_file(path))
        except LogoUnusable as error:
            told = N_(
                "{file} cannot be a logo: {why}. No sheet was made; choose another picture or none."
            )
            raise ToldError(told, file=path.name, why=error) from error
        finally:
            forget()

    def _template(self, path: Path) -> bytes:
        from azmodels_gui.sheets.template import TemplateUnusable, read_template

        try:
            return read_template(self._around.read_file(path), FORMATS[self.wishes.format].template)
        except TemplateUnusable as error:
            told = N_(
                "{file} cannot be a template: {why}. No sheet was made; choose another file or "
                "none."
            )
            raise ToldError(told, file=path.name, why=error) from error

    def _asked(self, subject: Subject) -> Path | None:
        wishes = self.wishes
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = wishes.folder or QStandardPaths.writableLocation(documents)
        suffix = f".{wishes.format}"
        proposed = Path(folder) / f"azmodels-{subject.kind}{suffix}"
        wanted = WantedFile(tr("Save the sheet"), wishes.format.upper(), suffix, proposed)
        path = self.ask_path(wanted, self._window)
        return path.with_name(path.name + suffix) if path and not path.suffix else path

    @Slot()
    def _on_save_asked(self) -> None:
        if self.dialog is not None:
            subjects = self.dialog.subjects()
            if not self.save(subjects):
                self.dialog.forget_saving()

    @Slot()
    def _on_preview_asked(self) -> None:
        if self.dialog is not None:
            self.preview(self.dialog.subjects(), self.dialog)

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        self.news.emit(tr("Saved as {file}").replace("{file}", str(path)))
        self.saved.emit()
        self.finished.emit(True)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.finished.emit(False)
        if not isinstance(error, ToldError):
            raise error
        self.news.emit(error.told(shown_language()))
