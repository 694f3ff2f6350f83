# SPDX-License-Identifier: MIT
"""Between the panel of a load profile, the files and the calculator: what is read and reckoned."""

import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from azmodels_gui.calculator.asking import Asker, ProfileAnswer, Series, profile_answer
from azmodels_gui.calculator.inputs import Inputs, LoadFrom
from azmodels_gui.calculator.kept_load import key_of, packed, unpacked
from azmodels_gui.calculator.load_file import HeldLoad, lines_of, read_load, text_of
from azmodels_gui.calculator.load_profile import DayProfile, LoadDuration, LoadProfile
from azmodels_gui.calculator.load_table import UnreadableProfile
from azmodels_gui.calculator.plan_file import names_plan
from azmodels_gui.calculator.statements import RefusalId
from azmodels_gui.calculator.wording import Refusal, sentence
from azmodels_gui.charts.amounts import Amounts
from azmodels_gui.language.words import ToldError
from azmodels_gui.window.background import LatestTask
from azmodels_gui.window.calculator.input_parts import ProfileLine
from azmodels_gui.window.calculator.profile_panel import ProfilePanel
from azmodels_gui.window.page import KeepLoad, ReadFile, Surroundings

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


FEW_ROWS = 2
"""Bad rows that are told in one sentence; of more there is a list."""
AT_HAND = 4
"""Series that are kept in memory, for steps back and forth."""
PAUSE_MS = 40
"""Without an edit before curves are reckoned: figures typed or bars dragged come first."""


class ProfileControl(QObject):
    """Between the panel, the files and the calculator.

    Attributes:
        series: what files held, by the hash under which it is kept; None: it cannot be had.

    Signals:
        day_loaded: a `DayProfile` that a file held.
        series_loaded: the `LoadedProfile` of a series that was read.
        measured: the `MeasuredRequest` of the file just read; comes before the two above.
        refused: why a file is no load profile: sentences, the first of them sums it up.
        answered: the `ProfileAnswer` of the newest inputs, which is on show now.
    """

    day_loaded = Signal(object)
    series_loaded = Signal(object)
    measured = Signal(object)
    refused = Signal(object)
    answered = Signal(object)

    def __init__(
        self, panel: ProfilePanel, line: ProfileLine, around: Surroundings, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._kept_load = around.kept_load
        self._panel = panel
        self._money: Amounts | None = None
        self.series: dict[str, Series | None] = {}
        self._answered = False
        self._wait = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._wait.timeout.connect(self._ask_now)
        self._work: Callable[[], ProfileAnswer] | None = None
        self._task = LatestTask(self)
        self._task.succeeded.connect(self._on_answer)
        self.loader = ProfileLoader(around.read_file, around.keep_load, self)
        self.loader.loaded.connect(self._on_loaded)
        self.loader.failed.connect(self._on_failed)
        self.loader.progress.connect(line.progress.setValue)
        self.loader.busy_changed.connect(line.show_busy)
        line.cancel_asked.connect(self.loader.cancel)

    @property
    def asking(self) -> bool:
        """Tell whether curves are still to come."""
        return self._wait.isActive() or self._task.busy

    def series_of(self, inputs: Inputs) -> Series | None:
        """Return the series that the inputs name; None: the 24 hours hold.

        One that was read in another run of the program is fetched; that it cannot be is told.
        """
        name, key = inputs.profile_file, inputs.profile_key
        if not (name and key):
            return None
        if key not in self.series:
            try:
                profile, request = unpacked(self._kept_load(key), key)
            except ToldError:
                self._take(key, None)
                self._on_failed(Path(name), Refusal(RefusalId.KEPT_DAMAGED))
            else:
                self._take(key, Series(profile, LoadDuration(profile), request))
        return self.series[key]

    def _take(self, key: str, series: Series | None) -> None:
        """Have a series at hand, and no more than a few of those before."""
        latest = list(self.series.items())[1 - AT_HAND :]
        self.series = {**dict(latest), key: series}

    def ask(self, asker: Asker, inputs: Inputs, money: Amounts) -> None:
        """Show the load now, and its curves as soon as they are reckoned; no other load has any."""
        self._money = money
        if inputs.load_from is not LoadFrom.PROFILE:
            self._wait.stop()
            self._task.drop()
            return
        series = self.series_of(inputs)
        self._panel.show_inputs(inputs, series)
        self._work = partial(profile_answer, asker, inputs, series)
        if self._answered:
            self._wait.start()
        else:
            self._ask_now()

    def tell(self, file: Path, error: Exception, language: str) -> tuple[str, ...]:
        """Return why a file is no load profile, in sentences."""
        if isinstance(error, UnreadableProfile) and len(error.rows) > FEW_ROWS:
            rows = tuple(row.phrase.told(language) for row in error.rows)
            return (f"{file.name}: {sentence(error.statement, language)}.", *rows)
        if isinstance(error, Refusal):
            return (f"{file.name}: {error.told(language)}",)
        if isinstance(error, ToldError):
            return (error.told(language),)
        raise error

    @Slot()
    def _ask_now(self) -> None:
        if self._work is not None:
            self._task.ask(self._work)

    @Slot(object)
    def _on_answer(self, answer: ProfileAnswer) -> None:
        self._answered = True
        if self._money is not None:
            self._panel.show_answer(answer, self._money)
        self.answered.emit(answer)

    @Slot(object)
    def _on_loaded(self, loaded: LoadedProfile) -> None:
        profile = loaded.held.profile
        self.measured.emit(loaded.held.request)
        if isinstance(profile, DayProfile):
            self.day_loaded.emit(profile)
            return
        series = Series(profile, LoadDuration(profile), loaded.held.request)
        self._take(loaded.key, series)
        self.series_loaded.emit(loaded)

    @Slot(object, object)
    def _on_failed(self, file: Path, error: Exception) -> None:
        language = "de" if self._money is None else self._money.language
        self.refused.emit(self.tell(file, error, language))
