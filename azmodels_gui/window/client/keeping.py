# SPDX-License-Identifier: MIT
"""The open client's file: saved soon after each change, never over what another wrote.

While a client is open, what the user had on show before waits; closing the client brings it back.
Another client is another window, made from its state, as another language is.
"""

import stat
from collections.abc import Callable
from contextlib import suppress
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from azmodels_gui.language.words import ToldError, shown_language, tr
from azmodels_gui.window.background import LatestTask, switching_soon
from azmodels_gui.window.main_window import MainWindow
from azmodels_gui.window.page import Surroundings
from azmodels_gui.window.state import MAX_RECENT_CLIENTS, WindowState

if TYPE_CHECKING:
    from azmodels_gui.catalog.document import Catalog
    from azmodels_gui.clients.client import Client
    from azmodels_gui.storage.client_file import ClientFiles, HeldFile

MOST_LOGO_BYTES = 5 * 1024 * 1024
"""A larger picture does not travel in the file; a sheet refuses it as well."""
SAVE_AFTER_MS = 500
"""After the first change that is not saved: more than a second of work is never lost."""

GoOn = Callable[[WindowState], None]
"""Goes on in another window that is made from a state."""


class ClientKeeping(QObject):
    """Opens, saves and closes; what is said and asked of it is `ClientCommands`.

    Attributes:
        go_on: shows another state in the place of the window; set by who makes windows.
        own: the user's state from before a client was opened; None: no client is open.
        recent: files of clients, the latest first.
        unsaved: something has changed that the file does not hold yet.
        problem: why the last save failed; None: it did not.
        seen_before: serial of the catalogue that the client was last seen with.

    Signals:
        told: `unsaved` or `problem` are others.
        said: a sentence for the window on show.
        recent_changed: `recent` is another list.
    """

    told = Signal()
    said = Signal(str)
    recent_changed = Signal()

    def __init__(self, around: Surroundings, folder: Path, recent: tuple[str, ...]) -> None:
        """Make it; nothing is read yet.

        Args:
            around: holds the open client.
            folder: versions of clients' files are kept in.
            recent: files of clients, the latest first.
        """
        super().__init__()
        self._around, self._folder = around, folder
        self.go_on: GoOn = lambda _state: None
        self._window: MainWindow | None = None
        self._held: HeldFile | None = None
        self._saved: Client | None = None
        self._logo: tuple[str, tuple[int, int], bytes] | None = None
        self._asked_with: Client | None = None
        self._opened = self._given_up = False
        self._unkept = ""
        self.own: WindowState | None = None
        self.recent = recent
        self.unsaved = False
        self.problem: ToldError | None = None
        self.seen_before: int | None = None
        self._timer = QTimer(self, singleShot=True, interval=SAVE_AFTER_MS)
        self._timer.timeout.connect(self._save_behind)
        self._task = LatestTask(self)
        self._task.succeeded.connect(self._on_saved)
        self._task.failed.connect(self._on_failed)
        around.client.changed.connect(self._on_changed)

    @cached_property
    def files(self) -> "ClientFiles":
        """What reads and writes, imported when the first client is opened."""
        from azmodels_gui.storage.client_file import ClientFiles

        return ClientFiles(self._folder)

    def older_catalog(self, serial: int) -> "Catalog | None":
        """Return a catalogue to compare with, for a thread behind the window; None: it is gone."""
        from azmodels_gui.storage.held import older_catalog

        return older_catalog(serial)

    @property
    def asks(self) -> bool:
        """Tell whether the file was changed elsewhere, so that only the user can go on."""
        from azmodels_gui.storage.client_file import ClientChangedElsewhere

        return isinstance(self.problem, ClientChangedElsewhere)

    def keep(self, window: MainWindow) -> None:
        """Save what this window shows from now on, and no longer what another does."""
        if self._window is not None:
            self._window.state_changed.disconnect(self._on_changed)
            self._window.history.query_changed.disconnect(self._on_changed)
        self._window = window
        window.state_changed.connect(self._on_changed)
        window.history.query_changed.connect(self._on_changed)
        if self._opened:
            self._opened, self._saved = False, self._now()  # to look at it changes nothing

    def begin(self, path: Path, own: WindowState) -> WindowState:
        """Open a file; return the state of the window that shows it.

        Args:
            path: of the file.
            own: the user's state, for when the client is closed.

        Raises:
            CatalogError: it cannot be read, or holds no client; nothing was opened.
        """
        from azmodels_gui.window.client.client_view import keep_loads, state_of

        client, held = self.files.open(path)
        client = self._with_logo(client)
        keep_loads(client, self._around.keep_load)
        self._take(client, held, own)
        return state_of(client, own, _is_there)

    def open(self, path: Path) -> None:
        """Open a file in the place of what is on show.

        Raises:
            CatalogError: it cannot be read, or holds no client; what is on show stays.
        """
        self.finish()
        self.go_on(self.begin(path, self.own_state()))

    def make(self, name: str, path: Path, *, as_shown: bool) -> None:
        """Make a file for a new client, and open it.

        Args:
            name: of the client.
            path: of the file.
            as_shown: pins, filter and scenarios on show are its first ones; else it has none.

        Raises:
            FileNotSaved: there is no file; what is on show stays.
        """
        from azmodels_gui.clients.client import Client

        self.finish()
        client = Client(name=name, catalog=self._around.current.catalog.serial)
        if as_shown:
            shown = self._as_shown(client)
            # What is wished of sheets is of somebody else, such as a name and a note.
            client = shown.but(view=shown.view.model_copy(update={"sheet": {}}))
        self._save_and_open(path, client)

    def save_as(self, path: Path) -> None:
        """Go on in another file; the one before stays as it was last saved.

        Raises:
            FileNotSaved: it was not written; the client stays where it was.
        """
        client = self._now()
        if client is None or self.own is None:
            return
        self._timer.stop()
        self._task.drop()
        held = self.files.save(path, client)
        self._take(client, held, self.own, anew=False)
        self._say_unkept(held)

    def leave(self) -> None:
        """Close the client, saved or given up before; the user's own state comes back."""
        own = self.own_state()
        self._timer.stop()
        self._task.drop()
        self._held = self._saved = self.own = None
        self._around.client.close()
        self._tell(unsaved=False)
        self.go_on(own)

    def finish(self) -> None:
        """Save at once what is not saved yet.

        Raises:
            FileNotSaved: it could not be; `problem` says why, and everything stays as it is.
        """
        self._timer.stop()
        self._task.drop()
        given_up, self._given_up = self._given_up, False
        client = self._now()
        if client is None or self._held is None or given_up:
            return
        if client == self._saved and self.problem is None:
            self._tell(unsaved=False)
            return
        try:
            self._on_saved(_saved_in(self.files, self._held, client))
        except ToldError as error:
            self._on_failed(error)
            raise

    def mark_seen(self) -> None:
        """Have the client seen with the catalogue on show: what changed since then comes next."""
        self.seen_before = self._around.current.catalog.serial
        self._on_changed()

    def give_up(self) -> None:
        """Do without the changes that the file does not take, for what is done next.

        They are kept among its versions, where there is room.
        """
        client, held = self._now(), self._held
        if client is not None and held is not None:
            with suppress(ToldError):
                self.files.keep_aside(held.path, client)
        self._given_up = True

    def restore(self, kept: Path, path: Path) -> None:
        """Open a kept version as another file.

        Raises:
            CatalogError: it cannot be read, or the file not be written; what is on show stays.
        """
        self.finish()
        self._save_and_open(path, self.files.read(kept))

    def _save_and_open(self, path: Path, client: "Client") -> None:
        own = self.own_state()
        held = self.files.save(path, client)
        self.go_on(self.begin(path, own))
        self._say_unkept(held)

    def load_theirs(self) -> Path | None:
        """Show what the file holds now; return where what this window held is kept.

        Raises:
            CatalogError: neither can be done; everything stays as it is.
        """
        client, held = self._now(), self._held
        if client is None or held is None or self.own is None:
            return None
        kept = self.files.keep_aside(held.path, client)
        self.go_on(self.begin(held.path, self.own_state()))
        return kept

    @Slot()
    def look(self) -> None:
        """Look whether another wrote the file meanwhile, without waiting for the next save.

        Where nothing was changed here that the file did not hold, what it holds now is shown.
        """
        held = self._held
        if held is None or self.problem is not None or not held.changed_elsewhere():
            return
        if self._is_idle():
            with suppress(ToldError):
                self.go_on(self.begin(held.path, self.own_state()))
                words = tr("{file} was changed elsewhere, and is shown as it is now.")
                self.said.emit(words.replace("{file}", held.path.name))
                return
        self._on_changed_elsewhere(held.path)

    def _is_idle(self) -> bool:
        """Tell whether the window can be replaced without anything being lost."""
        window = self._window
        if window is None or self._task.busy or window.sheets.busy or window.answers.busy:
            return False
        return self._now() == self._saved

    def own_state(self) -> WindowState:
        """Return what the user's state would like to remember, whichever client is open."""
        if self._window is None:
            raise RuntimeError("there is no window to keep")
        return self.own_of(self._window.state())

    def own_of(self, shown: WindowState) -> WindowState:
        """Return the user's part of a window's state, with the files opened lately."""
        if self.own is not None:
            from azmodels_gui.window.client.client_view import own_state

            shown = own_state(shown, self.own)
        return replace(shown, recent_clients=self.recent)

    def forget(self, path: Path) -> None:
        """Name a file no longer among those opened lately."""
        self._remember(tuple(each for each in self.recent if each != str(path)))

    def _take(
        self, client: "Client", held: "HeldFile", own: WindowState, *, anew: bool = True
    ) -> None:
        """Go on with a client whose file was just read or written."""
        self._held, self._saved, self.own = held, client, own
        name = str(held.path.absolute())
        others = (each for each in self.recent if each != name)
        if _is_text(name):
            self._remember((name, *others)[:MAX_RECENT_CLIENTS])
        if anew:
            self.seen_before, self._opened = client.catalog, True
            self._around.client.open(client, held.path)
        else:
            self._around.client.move(held.path)
        self._tell(unsaved=False)

    def _remember(self, recent: tuple[str, ...]) -> None:
        if recent != self.recent:
            self.recent = recent
            self.recent_changed.emit()

    def _now(self) -> "Client | None":
        """Return the client as the file is to hold it; None: none is open."""
        client = self._around.client.client
        if client is None:
            return None
        # No step of the client's: what was seen stays seen when others are taken back.
        return self._as_shown(client.but(catalog=self.seen_before))

    def _as_shown(self, client: "Client") -> "Client":
        from azmodels_gui.window.client.client_view import Here, client_shown

        if self._window is None:
            return client
        here = Here(self._around.kept_load, _is_there, self._read_logo)
        return client_shown(client, self._window.state(), here)

    def _read_logo(self, path: str) -> bytes | None:
        """Return a picture, read anew only where its time or size differ."""
        stamp = _stamp(path)
        if stamp is None or stamp[1] > MOST_LOGO_BYTES:
            return None
        if self._logo is None or self._logo[:2] != (path, stamp):
            from azmodels_gui.sheets.picture import looks_like_picture

            with suppress(ToldError):
                data = self._around.read_file(Path(path))
                # A file from elsewhere may name what is none of its business.
                self._logo = path, stamp, data if looks_like_picture(data) else b""
        return None if self._logo is None or self._logo[0] != path else self._logo[2] or None

    def _with_logo(self, client: "Client") -> "Client":
        """Return a client whose picture this computer has: where its file lacks, a copy."""
        path = str(client.view.sheet.get("logo") or "")
        if not path or not client.logo or _is_there(path):
            return client
        copy = self.files.keep_picture(client.logo, Path(path).suffix)
        if not _is_text(str(copy)):
            return client
        sheet = {**client.view.sheet, "logo": str(copy)}
        return client.but(view=client.view.model_copy(update={"sheet": sheet}))

    @Slot()
    def _on_changed(self) -> None:
        # Not started anew while it runs: who types without a pause is saved all the same.
        if self._held is not None and not self._timer.isActive():
            self._timer.start()

    @Slot()
    def _save_behind(self) -> None:
        client, held = self._now(), self._held
        if client is None or held is None:
            return
        if self.asks:
            if client != self._asked_with:
                self._asked_with = client
                self.told.emit()  # who has closed the question is asked again
            return
        if client == self._saved and self.problem is None:
            return
        self._tell(unsaved=True, problem=self.problem)
        self._task.ask(partial(_saved_in, self.files, held, client))

    @Slot(object)
    def _on_saved(self, client: "Client") -> None:
        self._saved = client
        self._tell(unsaved=self._timer.isActive())
        if self._held is not None:
            self._say_unkept(self._held)

    def _say_unkept(self, held: "HeldFile") -> None:
        """Say why no version of a file was kept; not again with each save."""
        unkept = "" if held.unkept is None else held.unkept.told(shown_language())
        before, self._unkept = self._unkept, unkept
        if unkept and unkept != before:
            self.said.emit(unkept)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, ToldError):
            raise error
        self._tell(unsaved=True, problem=error)

    def _on_changed_elsewhere(self, path: Path) -> None:
        from azmodels_gui.storage.client_file import ClientChangedElsewhere

        self._timer.stop()
        self._tell(unsaved=True, problem=ClientChangedElsewhere(path))

    def _tell(self, *, unsaved: bool, problem: ToldError | None = None) -> None:
        self._asked_with = None
        self.unsaved, self.problem = unsaved, problem
        self.told.emit()


def _is_there(path: str) -> bool:
    return _stamp(path) is not None


def _is_text(name: str) -> bool:
    """Tell whether a path can stand in a file of ours: not every name on a disk is UTF-8."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _stamp(path: str) -> tuple[int, int] | None:
    """Return time and size of a file; None: there is none."""
    try:
        found = Path(path).stat()
    except (OSError, ValueError):
        return None
    return (found.st_mtime_ns, found.st_size) if stat.S_ISREG(found.st_mode) else None


def _saved_in(files: "ClientFiles", held: "HeldFile", client: "Client") -> "Client":
    """Write a client into its file and return it; what the file does not take is kept aside."""
    try:
        with switching_soon():
            held.save(client)
    except ToldError:
        with suppress(ToldError):  # the first fault is the one to be told
            files.keep_aside(held.path, client)
        raise
    return client
