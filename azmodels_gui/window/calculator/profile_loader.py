# SPDX-License-Identifier: MIT
"""Reads a load profile from a file, away from the window, with progress and cancel."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from azmodels_gui.calculator.load_profile import DayProfile, LoadProfile
from azmodels_gui.calculator.measured_load import MeasuredRequest, measured_load
from azmodels_gui.calculator.profile_csv import DAY_COLUMNS, read_day, read_minutes
from azmodels_gui.language.errors import ToldError
from azmodels_gui.language.words import N_
from azmodels_gui.window.latest_task import LatestTask

LINES_BETWEEN_NEWS = 5_000
METRICS_BEGIN = (b"{", b"[")
"""An answer of Azure Monitor is JSON; a CSV never begins so."""
ReadBytes = Callable[[Path], bytes]


class NotText(ToldError):
    """The file is no UTF-8 text."""


class _Cancelled(Exception):
    """The user does not want the file any more."""


@dataclass(frozen=True)
class LoadedProfile:
    """What a file held."""

    file: Path
    profile: LoadProfile | DayProfile
    request: MeasuredRequest | None = None
    """What an average request was made of; None: the file does not tell."""


class ProfileLoader(QObject):
    """At most one file at a time; a newer one replaces an older.

    Signals:
        loaded: a `LoadedProfile`.
        failed: the file's `Path` and the exception: what `read` raises, `NotText` or `Refusal`.
        progress: how much of the file was read, in percent.
        busy_changed: whether a file is being read.
    """

    loaded = Signal(object)
    failed = Signal(object, object)
    progress = Signal(int)
    busy_changed = Signal(bool)

    def __init__(self, read: ReadBytes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = read
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

    def _loaded(self, file: Path, stop: threading.Event) -> LoadedProfile:
        """Read and understand the file; runs in the other thread."""
        data = self._read(file)
        if data.lstrip()[:1] in METRICS_BEGIN:
            from azmodels_gui.calculator.metrics_answer import read_answer  # needs pydantic

            measured = measured_load(read_answer(data))
            return LoadedProfile(file, measured.profile, measured.request)
        try:
            lines = data.decode("utf-8-sig").splitlines()
        except UnicodeDecodeError as error:
            words = N_("{name} is no text in UTF-8. Save it as CSV in UTF-8.")
            raise NotText(words, name=file.name) from error
        columns = lines[0].casefold() if lines else ""
        told = self._telling(lines, stop)
        by_hour = DAY_COLUMNS[0] in columns
        return LoadedProfile(file, read_day(told) if by_hour else read_minutes(told))

    def _telling(self, lines: list[str], stop: threading.Event) -> Iterator[str]:
        for place, line in enumerate(lines):
            if place % LINES_BETWEEN_NEWS == 0:
                if stop.is_set():
                    raise _Cancelled
                self.progress.emit(100 * place // len(lines))
            yield line

    @Slot(object)
    def _on_loaded(self, loaded: LoadedProfile) -> None:
        self.loaded.emit(loaded)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, _Cancelled):
            self.failed.emit(self._file, error)
