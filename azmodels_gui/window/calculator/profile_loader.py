# SPDX-License-Identifier: MIT
"""Reads a load profile, or a plan, from a file, away from the window, with progress and cancel."""

import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from azmodels_gui.calculator.kept_load import key_of, packed
from azmodels_gui.calculator.load_file import HeldLoad, lines_of, read_load, text_of
from azmodels_gui.calculator.load_profile import LoadProfile
from azmodels_gui.calculator.plan_file import names_plan
from azmodels_gui.language.errors import ToldError
from azmodels_gui.window.background import LatestTask
from azmodels_gui.window.surroundings import KeepLoad, ReadFile

LINES_BETWEEN_NEWS = 5_000
HEADER_BYTES = 4_000
"""In which the first line of a plan ends, all its columns named in two bytes a letter."""


class _Cancelled(Exception):
    """The user does not want the file any more."""


@dataclass(frozen=True)
class LoadedProfile:
    """A file, and what it held."""

    file: Path
    held: HeldLoad
    key: str = ""
    """Hash under which its series is kept; empty: it held hours of a day."""
    not_kept: ToldError | None = None
    """Why the series will not be there at the next start."""


@dataclass(frozen=True)
class LoadedPlan:
    """A file whose first line names the columns of a plan."""

    file: Path
    lines: tuple[str, ...]


class ProfileLoader(QObject):
    """At most one file at a time; a newer one replaces an older.

    Signals:
        loaded: a `LoadedProfile`.
        plan_loaded: a `LoadedPlan`.
        failed: the file's `Path` and the exception: what `read` raises, or `Refusal`.
        progress: how much of the file was read, in percent.
        busy_changed: whether a file is being read.
    """

    loaded = Signal(object)
    plan_loaded = Signal(object)
    failed = Signal(object, object)
    progress = Signal(int)
    busy_changed = Signal(bool)

    def __init__(self, read: ReadFile, keep: KeepLoad, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read, self._keep = read, keep
        self._file = Path()
        self._stop = threading.Event()
        self._task = LatestTask(self)
        self._task.succeeded.connect(self._on_loaded)
        self._task.failed.connect(self._on_failed)
        self._task.busy_changed.connect(self.busy_changed)

    @property
    def reading(self) -> Path | None:
        """The file that is being read; None: nothing is."""
        return self._file if self._task.busy else None

    def load(self, file: Path) -> None:
        """Read a file; what is being read now is given up."""
        self._stop.set()
        self._stop = threading.Event()
        self._file = file
        self._task.ask(partial(self._loaded, file, self._stop))

    @Slot()
    def cancel(self) -> None:
        """Give up reading; nothing will be told."""
        self._stop.set()
        self._task.drop()

    def _loaded(self, file: Path, stop: threading.Event) -> LoadedProfile | LoadedPlan:
        """Read and understand the file; runs in the other thread."""
        data = self._read(file)
        if names_plan(text_of(data[:HEADER_BYTES])):
            return LoadedPlan(file, tuple(lines_of(text_of(data))))
        held = read_load(data, partial(self._telling, stop, len(data)))
        if not isinstance(held.profile, LoadProfile):
            return LoadedProfile(file, held)
        kept = packed(held.profile, held.request)
        key = key_of(kept)
        try:
            self._keep(key, kept)
        except ToldError as error:
            return LoadedProfile(file, held, key, error)
        return LoadedProfile(file, held, key)

    def _telling(self, stop: threading.Event, size: int, lines: Iterable[str]) -> Iterator[str]:
        read = 0
        for place, line in enumerate(lines):
            if place % LINES_BETWEEN_NEWS == 0:
                if stop.is_set():
                    raise _Cancelled
                self.progress.emit(min(100, 100 * read // size))
            read += len(line)
            yield line

    @Slot(object)
    def _on_loaded(self, loaded: LoadedProfile | LoadedPlan) -> None:
        if isinstance(loaded, LoadedPlan):
            self.plan_loaded.emit(loaded)
        else:
            self.loaded.emit(loaded)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, _Cancelled):
            self.failed.emit(self._file, error)
