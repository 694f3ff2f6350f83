# SPDX-License-Identifier: MIT
"""Keeps the load profile's panel answered: reads files, reckons curves away from the window."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from azmodels_gui.calculator.asking import Asker
from azmodels_gui.calculator.inputs import Inputs, LoadFrom
from azmodels_gui.calculator.kept_load import unpacked
from azmodels_gui.calculator.load_profile import DayProfile, LoadDuration
from azmodels_gui.calculator.load_table import UnreadableProfile
from azmodels_gui.calculator.statements import RefusalId
from azmodels_gui.calculator.wording import Refusal, sentence
from azmodels_gui.language.errors import ToldError
from azmodels_gui.window.background import LatestTask
from azmodels_gui.window.calculator.profile_answer import ProfileAnswer, Series, profile_answer
from azmodels_gui.window.calculator.profile_bar import MoneyWords
from azmodels_gui.window.calculator.profile_line import ProfileLine
from azmodels_gui.window.calculator.profile_loader import LoadedProfile, ProfileLoader
from azmodels_gui.window.calculator.profile_panel import ProfilePanel
from azmodels_gui.window.surroundings import Surroundings

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
        self._money: MoneyWords | None = None
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

    def ask(self, asker: Asker, inputs: Inputs, money: MoneyWords) -> None:
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
