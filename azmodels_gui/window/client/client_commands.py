# SPDX-License-Identifier: MIT
"""What the user can do about clients' files: menu, file dropped, title, message bar."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from azmodels_gui.language.words import ToldError, shown_language, tr
from azmodels_gui.window.client.keeping import ClientKeeping
from azmodels_gui.window.main_window import MainWindow
from azmodels_gui.window.status_bar import Choice
from azmodels_gui.window.widgets.texts import without_mnemonic

if TYPE_CHECKING:
    from azmodels_gui.window.client.client_dialogs import NewClient, Unsaved

AskNew = Callable[[bool, QWidget], "NewClient | None"]
AskUnsaved = Callable[[str, QWidget], "Unsaved"]


class ClientCommands(QObject):
    """Connects a window with the keeping of clients' files; dialogs are imported when asked for.

    Attributes:
        ask_new, ask_file, ask_path, ask_unsaved: ask the user; another window asks alike.
    """

    def __init__(self, window: MainWindow, keeping: ClientKeeping) -> None:
        super().__init__(window)
        self._window, self._keeping = window, keeping
        self._client = window.parts.around.client
        self._asking = False
        self._name = ""
        self.ask_new: AskNew = _ask_new
        self.ask_file = _ask_file
        self.ask_path = _ask_path
        self.ask_unsaved: AskUnsaved = _ask_unsaved
        actions = window.actions_by_name
        for name, slot in (
            ("new_client", self.make),
            ("open_client", self.choose),
            ("save_client_as", self.save_as),
            ("close_client", self.close),
        ):
            actions[name].triggered.connect(slot)
        window.menus["recent"].aboutToShow.connect(self._fill_recent)
        window.client_dropped.connect(self.open)
        window.may_close.append(self.may_leave)
        window.installEventFilter(self)
        window.setAcceptDrops(True)
        keeping.told.connect(self._tell)
        keeping.said.connect(window.status.say)
        self._client.changed.connect(self._on_client)
        self._on_client()
        self._tell()
        if self._client.client is not None:
            from azmodels_gui.window.client.since import ClientSince  # most starts have no client

            self.since = ClientSince(window, keeping)

    @Slot()
    def make(self) -> None:
        """Ask for a name and a file, and begin a new client."""
        if self._is_busy():
            return
        asked = self.ask_new(self._client.client is None, self._window)
        path = None if asked is None else self.ask_path(asked.name, self._client.path, self._window)
        if asked is not None and path is not None and self.may_leave():
            self._try(partial(self._keeping.make, asked.name, path, as_shown=asked.as_shown))

    @Slot()
    def choose(self) -> None:
        """Let the user choose a file, and open it."""
        path = self.ask_file(self._window)
        if path is not None:
            self.open(path)

    @Slot(object)
    def open(self, path: Path) -> None:
        """Open a client's file; of a damaged one the last good version is offered."""
        if self._is_busy() or not self.may_leave():
            return
        try:
            self._keeping.open(path)
        except ToldError as error:
            self._refused(path, error)

    @Slot()
    def save_as(self) -> None:
        """Ask for another file, and go on in that."""
        self._saved_as()

    @Slot()
    def close(self) -> None:
        """Close the client; one's own pins, filter and scenarios come back."""
        if self._client.client is not None and not self._is_busy() and self.may_leave():
            self._keeping.leave()

    def may_leave(self) -> bool:
        """Save what is not saved; where that cannot be, let the user decide.

        Returns False if the client has to stay open.
        """
        if self._client.client is None:
            return True
        if not self._keeping.asks:
            with suppress(ToldError):  # `problem` is asked about
                self._keeping.finish()
        problem = self._keeping.problem
        if problem is None:
            return True
        from azmodels_gui.window.client.client_dialogs import Unsaved

        match self.ask_unsaved(problem.told(self._window.language), self._window):
            case Unsaved.SAVE_AS:
                return self._saved_as()
            case Unsaved.LEAVE:
                self._keeping.give_up()
                return True
        return False

    def _saved_as(self) -> bool:
        client = self._client.client
        if client is None:
            return True
        path = self.ask_path(client.name, self._client.path, self._window)
        return path is not None and self._try(partial(self._keeping.save_as, path))

    def _try(self, do: Callable[[], object]) -> bool:
        """Do something with files; what is wrong is told."""
        try:
            do()
        except ToldError as error:
            self._show(error)
            return False
        return True

    def _show(self, error: ToldError) -> None:
        self._window.message_bar.show_problem(lambda: error.told(shown_language()))

    def _is_busy(self) -> bool:
        """Tell the user what is still being done, for which the window has to stay."""
        told = ""
        if self._window.sheets.busy:
            told = tr("A sheet is still being written. Try again in a moment.")
        elif self._window.answers.busy:
            told = tr("Answers are still being read. Try again in a moment.")
        if told:
            self._window.status.say(told)
        return bool(told)

    def _refused(self, path: Path, error: ToldError) -> None:
        """Say why a file was not opened; offer its last good version as another file."""
        told, kept = error.told(self._window.language), getattr(error, "kept", None)
        choices: list[Choice] = []
        if kept is not None:
            words = tr("Open the last good version")
            choices.append((words, partial(self._restore, kept, path)))
        elif not path.exists():
            self._keeping.forget(path)
        self._window.message_bar.ask(told, choices)

    def _restore(self, kept: Path, damaged: Path) -> None:
        """Open a kept version as another file beside the damaged one, which stays as it is."""
        name = tr("{name} restored").replace("{name}", damaged.stem)
        path = self.ask_path(name, damaged, self._window)
        if path is not None and path != damaged:
            self._try(partial(self._keeping.restore, kept, path))

    @Slot()
    def _fill_recent(self) -> None:
        menu = self._window.menus["recent"]
        menu.clear()
        menu.setToolTipsVisible(True)
        for name in self._keeping.recent:
            action = menu.addAction(without_mnemonic(Path(name).stem))
            action.setToolTip(name)
            action.triggered.connect(partial(self._open_recent, Path(name)))
        if not self._keeping.recent:
            menu.addAction(tr("No client was open yet")).setEnabled(False)

    def _open_recent(self, path: Path, _checked: object = None) -> None:
        self.open(path)

    @Slot()
    def _on_client(self) -> None:
        """Name the client in the title, and offer what can be done with it."""
        client = self._client.client
        for name in ("save_client_as", "close_client"):
            self._window.actions_by_name[name].setEnabled(client is not None)
        if client is not None:
            self._name_sheets(client.name)
            name = client.name.replace("[*]", "[*][*]")
            self._window.setWindowTitle(f"{name}[*] - azmodels")

    def _name_sheets(self, name: str) -> None:
        """Make sheets out to the client by the name it has now, unless another was typed."""
        before, self._name = self._name, name
        if before and before != name and self._window.wishes.now.client == before:
            self._window.wishes.keep(replace(self._window.wishes.now, client=name))

    @Slot()
    def _tell(self) -> None:
        """Show that something is not saved, and why; offer what can be done."""
        keeping = self._keeping
        self._window.setWindowModified(keeping.unsaved)
        problem = keeping.problem
        if problem is None:
            if self._asking:
                self._asking = False
                self._window.message_bar.hide()
            return
        first: Choice = (tr("Try again"), partial(self._try, keeping.finish))
        if keeping.asks:
            first = (tr("Load what it holds now"), self._load_theirs)
        choices = (first, (tr("Save as ..."), self.save_as))
        self._asking = True
        self._window.message_bar.ask(problem.told(self._window.language), choices)

    def _load_theirs(self) -> None:
        try:
            kept = self._keeping.load_theirs()
        except ToldError as error:
            self._show(error)
            return
        if kept is not None:
            words = tr("What you had changed is kept as {file}.")
            self._keeping.said.emit(words.replace("{file}", str(kept)))

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at the file when the window is gone to: another may have written it meanwhile."""
        if event.type() == QEvent.Type.WindowActivate:
            # Not at once: another window may take this one's place.
            QTimer.singleShot(0, self._keeping.look)
        return False


def _ask_new(as_shown: bool, parent: QWidget) -> "NewClient | None":
    from azmodels_gui.window.client.client_dialogs import NewClientDialog

    return NewClientDialog.ask(as_shown, parent)


def _ask_file(parent: QWidget) -> Path | None:
    from azmodels_gui.window.client.client_dialogs import ask_client_file

    return ask_client_file(parent)


def _ask_path(name: str, beside: Path | None, parent: QWidget) -> Path | None:
    from azmodels_gui.window.client.client_dialogs import wanted_file
    from azmodels_gui.window.widgets.files import ask_path

    wanted = wanted_file(name, beside)
    path = ask_path(wanted, parent)
    return path.with_name(path.name + wanted.suffix) if path and not path.suffix else path


def _ask_unsaved(why: str, parent: QWidget) -> "Unsaved":
    from azmodels_gui.window.client.client_dialogs import ask_about_unsaved

    return ask_about_unsaved(why, parent)
