# SPDX-License-Identifier: MIT
"""Takes answers of `az` into the open client: from a dialog, or dropped on the window.

Files are read away from the window's thread: 35 regions are 20 MB. All that one drop tells is one
step that can be taken back; of what cannot be used each file says why.
"""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QFileInfo, QMimeData, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QInputDialog, QMainWindow, QWidget

from azmodels_gui.language.words import ToldError, shown_language, tr
from azmodels_gui.window.background import BackgroundTask
from azmodels_gui.window.ending import end
from azmodels_gui.window.page import ReadFile, Surroundings
from azmodels_gui.window.widgets.files import ask_files

if TYPE_CHECKING:
    from azmodels_gui.clients.taking import Taken
    from azmodels_gui.clients.tenant import Tenant

SUFFIXES = (".json", ".txt")
CATALOG_MARK, HEAD_BYTES = b'"schema_version"', 200
"""A catalogue begins with its version: one file that does is no answer."""
TOLD_FAULTS = 8
"""Files whose faults are told one by one."""


def dropped_files(dragged: QMimeData) -> list[Path]:
    """Return the paths of local files that may hold answers; empty if one of them may not."""
    urls = dragged.urls()
    paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    fit = len(paths) == len(urls) and all(path.suffix.lower() in SUFFIXES for path in paths)
    return paths if fit else []


def is_catalog(path: Path, read: ReadFile) -> bool:
    """Tell whether a file is a catalogue; one that cannot be read is none."""
    try:
        return CATALOG_MARK in read(path)[:HEAD_BYTES]
    except ToldError:
        return False


class AnswersTaker(QObject):
    """Asks for files, reads them, and changes the open client by one step.

    Attributes:
        ask_files: returns the files to take; empty: none.
        ask_name: returns what to call the subscription, given why that is asked; None: cancelled.

    Signals:
        news: what was taken, in a sentence.
        problem: what could not be taken, in sentences.
        client_needed: no file is open; answers wait until one is.
        taken: answers are in the client.
    """

    news = Signal(str)
    problem = Signal(str)
    client_needed = Signal()
    taken = Signal()

    def __init__(self, around: Surroundings, window: QMainWindow) -> None:
        super().__init__(window)
        self._around, self._client, self._window = around, around.client, window
        self._waiting: tuple[Path, ...] = ()
        self._work: Callable[[], object] = str
        self._running: tuple[Path, ...] = ()
        self._before: Tenant | None = None
        self._task = BackgroundTask(lambda: self._work(), self)
        self.ask_files: Callable[[QWidget], Sequence[Path]] = _ask_files
        self.ask_name: Callable[[str, QWidget], str | None] = _ask_name
        self._task.succeeded.connect(self._on_taken)
        self._task.failed.connect(self._on_failed)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._take_waiting)
        self._client.changed.connect(self._on_client)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    @property
    def busy(self) -> bool:
        """Tell whether files are being read."""
        return self._task.running

    @Slot()
    def choose(self) -> None:
        """Let the user choose files, and take them."""
        paths = self.ask_files(self._window)
        if paths:
            self.take(paths)

    def take(self, paths: Sequence[Path], subscription: str = "") -> None:
        """Take files into the open client; without one they wait until there is one.

        Args:
            paths: files with answers.
            subscription: what to call the one they are of; empty: as ids tell.
        """
        client = self._client.client
        if client is None:
            self._waiting = tuple(paths)
            self.client_needed.emit()
            return
        if self.busy:
            self.news.emit(tr("Answers are still being read. Try again in a moment."))
            return
        self._running, self._before = tuple(paths), client.tenant
        index, read = self._around.current.index, self._around.read_file
        regions = [region.id for region in index.catalog.regions]
        days = [_written(path) for path in paths]
        files = list(zip(paths, days, strict=True))
        self._work = partial(_taken, files, read, client.tenant, regions, subscription)
        count = len(files)
        self.news.emit(tr("Reading {count} files ...").replace("{count}", str(count)))
        self._task.start()

    def take_over(self, before: "AnswersTaker") -> None:
        """Go on waiting for a client in the place of another window's."""
        self._waiting, before._waiting = before._waiting, ()
        self._on_client()

    @Slot()
    def _on_client(self) -> None:
        # Not at once: a client is shown by another window, which takes over what waits.
        self._soon.start()

    @Slot()
    def _take_waiting(self) -> None:
        """Take what waits for a client."""
        if self._waiting and self._client.client is not None:
            paths, self._waiting = self._waiting, ()
            self.take(paths)

    @Slot(object)
    def _on_taken(self, found: "Taken") -> None:
        client, language = self._client.client, shown_language()
        if client is None or client.tenant is not self._before:
            self.problem.emit(tr("Another client was opened meanwhile. Nothing was taken."))
            return
        count = sum(each.said is not None for each in found.files)
        if count:
            self._client.change(client.but(tenant=found.tenant))
            self.taken.emit()
        self.news.emit(_told(found, count, language))
        if found.faults:
            self.problem.emit(_faults_told(found, language))

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        from azmodels_gui.clients.taking import SubscriptionNeeded

        language = shown_language()
        if not isinstance(error, ToldError):
            raise error
        if not isinstance(error, SubscriptionNeeded):
            self.problem.emit(error.told(language))
            return
        name = self.ask_name(error.told(language), self._window)
        if name:
            self.take(self._running, name)
        else:
            self.news.emit(tr("Nothing was taken."))

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take files that are dropped on the window; a catalogue goes the way it always did."""
        if isinstance(event, QDropEvent) and event.type() in (
            QEvent.Type.DragEnter,
            QEvent.Type.Drop,
        ):
            paths = dropped_files(event.mimeData())
            if not paths or (len(paths) == 1 and is_catalog(paths[0], self._around.read_file)):
                return False
            event.acceptProposedAction()
            if not isinstance(event, QDragEnterEvent):
                self.take(paths)
            return True
        return False


def _written(path: Path) -> date:
    """Return the day a file was written, which is the day of its answers."""
    day: date = QFileInfo(str(path)).lastModified().date().toPython()  # type: ignore[assignment]
    return day


def _taken(
    files: Sequence[tuple[Path, date]],
    read: ReadFile,
    tenant: "Tenant",
    regions: Sequence[str],
    subscription: str,
) -> "Taken":
    from azmodels_gui.clients.taking import AnswerFile, taken

    loaded = [AnswerFile(path.name, read(path), day) for path, day in files]
    return taken(loaded, tenant, regions, subscription=subscription)


def _told(found: "Taken", count: int, language: str) -> str:
    """Return what was taken, and how many files hold an empty list."""
    words = (
        tr("Taken from {count} of {total} files: {said}.") if count else tr("Nothing was taken.")
    )
    numbers = {"count": count, "total": len(found.files), "said": found.said.told(language)}
    told = words.format(**numbers)
    if not found.empty:
        return told
    empty = tr("{count} empty lists tell nothing.").replace("{count}", str(len(found.empty)))
    return f"{told} {empty}"


def _faults_told(found: "Taken", language: str) -> str:
    """Return why files were left out, one a line."""
    lines = [fault.told(language) for fault in found.faults[:TOLD_FAULTS]]
    more = len(found.faults) - TOLD_FAULTS
    if more > 0:
        lines.append(tr("{count} more files were left out.").replace("{count}", str(more)))
    return "\n".join(lines)


def _ask_files(parent: QWidget) -> Sequence[Path]:
    title, kind = tr("Take answers of az"), tr("Answers of az")
    kinds = f"{kind} (*{' *'.join(SUFFIXES)})"
    return ask_files(parent, title, kinds)


def _ask_name(why: str, parent: QWidget) -> str | None:
    asked = f"{why}\n\n" + tr("Name of the subscription:")
    dialog = QInputDialog(parent)
    dialog.setWindowTitle(tr("Which subscription?"))
    dialog.setLabelText(asked)
    accepted = dialog.exec() == QInputDialog.DialogCode.Accepted
    end(dialog)
    return dialog.textValue().strip() if accepted else None
