# SPDX-License-Identifier: MIT
"""Work away from the window, which reports by signal; and when garbage is looked for.

Python looks for circles in whichever thread makes the next object. A window that went is such
a circle; found while the background works, its widgets would be taken apart in that thread, which
ends the process. So Python's own search stays off, and the thread of the window asks often.
"""

import gc
import logging
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Signal, Slot

from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.language.words import ToldError

log = logging.getLogger(__name__)

SWITCH_S = 0.0005
"""A window that wants to answer waits this long for the other thread, instead of 5 ms."""
USUAL_S = sys.getswitchinterval()


@contextmanager
def switching_soon() -> Iterator[None]:
    """Let the thread of the window in within half a millisecond while this one works."""
    sys.setswitchinterval(SWITCH_S)
    try:
        yield
    finally:
        sys.setswitchinterval(USUAL_S)  # not what it was: another thread may be doing the same


@contextmanager
def window_first() -> Iterator[None]:
    """Let the thread of the window go first while this one makes a catalogue.

    No garbage is looked for meanwhile: such a look comes in whichever thread makes the next part.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        with switching_soon():
            yield
    finally:
        if was_enabled:
            gc.enable()


def collect_due() -> None:
    """Look where Python would have looked by now: the oldest generation that is due."""
    thresholds, counts = gc.get_threshold(), gc.get_count()
    for generation in (2, 1, 0):
        if counts[generation] > thresholds[generation]:
            gc.collect(generation)
            if generation == 2:
                give_back()
            return


YOUNG_EVERY_MS = 20
"""Between two looks among what a thread behind the window has made: each takes a millisecond."""


def collect_young() -> None:
    """Look among what was made last, while a thread behind the window makes a catalogue.

    That makes 170,000 tuples of 7,000 entries: looked through at once they hold the window up for
    a tenth of a second, though none of them is garbage.
    """
    if gc.get_count()[0] > gc.get_threshold()[0]:
        gc.collect(0)


def collect_everything() -> None:
    """Look for garbage everywhere but among what was there before the first window.

    That is put out of reach, modules for the most part, and nothing after it: a window would be
    among it, and to find one all of it would be looked through.
    """
    gc.collect()
    give_back()


M_ARENA_MAX, M_MMAP_THRESHOLD, M_TRIM_THRESHOLD = -8, -3, -1
"""Of glibc's `mallopt`."""
LARGE_BYTES, SPARE_BYTES = 512 * 1024, 4 * 1024 * 1024


def hold_little() -> None:
    """Have little memory stay behind where much was used for a moment (glibc).

    - All threads take memory from one place. Each that works beside others would get one of its
      own, and what was freed there stays with it: 20 MiB each after an hour. Python lets one of
      them work at a time, so they do not get into each other's way.
    - What is large, as pictures are, is taken from the system and given back by itself. glibc
      would soon put it among all the rest, which then has holes of that size.
    """
    _call_glibc("mallopt", M_ARENA_MAX, 1)
    _call_glibc("mallopt", M_MMAP_THRESHOLD, LARGE_BYTES)
    _call_glibc("mallopt", M_TRIM_THRESHOLD, SPARE_BYTES)


def give_back() -> None:
    """Give memory that is free back to the system, where its library of C holds on to it (glibc).

    After hours of windows and previews half of what it holds is free, in pieces.
    """
    _call_glibc("malloc_trim", 0)


def _call_glibc(name: str, *arguments: int) -> None:
    """Call a function of the system's library of C, where there is one of that name."""
    if sys.platform == "linux":
        import ctypes  # late: a hundredth of a start that needs none of it

        call = getattr(ctypes.CDLL(None), name, None)
        if call is not None:
            call(*arguments)


def parts_of(index: CatalogIndex) -> list[object]:
    """Return what a catalogue consists of, so that the whole can go while its parts remain."""
    return [*index.entries, *index.catalog.models]


THREAD_NAME = "azmodels-background"


def works_in_background() -> bool:
    """Tell whether some work is under way; a picture of the window waits for it."""
    return any(thread.name == THREAD_NAME for thread in threading.enumerate())


class BackgroundTask(QObject):
    """At most one run at a time; its signals arrive in the thread that made it.

    The thread is a daemon: closing the window must not wait for a server.

    Signals:
        succeeded: what the work returned.
        failed: the exception it raised.
        running_changed: True when a run starts, False when it ends.
    """

    succeeded = Signal(object)
    failed = Signal(object)
    running_changed = Signal(bool)

    def __init__(self, work: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._running = False
        self._messenger: _Messenger | None = None

    @property
    def running(self) -> bool:
        """Tell whether a run is under way."""
        return self._running

    @Slot()
    def start(self) -> None:
        """Start a run, unless one is under way."""
        if self._running:
            return
        self._running = True
        _forget_ended()
        self._messenger = _Messenger()
        self._messenger.done.connect(self._on_done)
        arguments = (self._work, self._messenger)
        thread = threading.Thread(target=_run, args=arguments, daemon=True, name=THREAD_NAME)
        _under_way.append((thread, *arguments))
        self.running_changed.emit(True)
        thread.start()

    @Slot(object, object)
    def _on_done(self, result: object, failure: Exception | None) -> None:
        for thread, _, messenger in _under_way:
            if messenger is self._messenger:
                thread.join()  # it has told, and only ends
        _forget_ended()
        self._running, self._messenger = False, None
        self.running_changed.emit(False)
        if failure is None:
            self.succeeded.emit(result)
        else:
            self.failed.emit(failure)


class _Messenger(QObject):
    """Carries the outcome of one run over to the thread of the window."""

    done = Signal(object, object)


_under_way: list[tuple[threading.Thread, Callable[[], object], _Messenger]] = []
"""Threads with what they do and who tells the outcome; these outlive who started the run.

If the window goes while the other thread is about to tell, a signal of the window's own would be
sent by an object that is just being destroyed. And nobody but the thread of the window may be the
last who holds them: what is freed in the other thread while this one still delivers its signal,
or what the work holds of a window that went, ends the process now and then.
"""


def _forget_ended() -> None:
    """Let go of what ended threads have held, in the thread of the window."""
    _under_way[:] = [each for each in _under_way if each[0].ident is None or each[0].is_alive()]


def _run(work: Callable[[], object], messenger: _Messenger) -> None:
    """Work, in the other thread. Touches nothing of Qt but the one signal."""
    result: object = None
    failure: Exception | None = None
    try:
        result = work()
    except Exception as error:
        expected = isinstance(error, ToldError | OSError)
        log.log(logging.INFO if expected else logging.ERROR, "work failed", exc_info=error)
        failure = error
    messenger.done.emit(result, failure)


Work = Callable[[], object]


class LatestTask(QObject):
    """At most one piece of work runs, at most one waits: the newest.

    Signals:
        succeeded: what the newest work returned.
        failed: the exception it raised.
        busy_changed: True from the first work until the newest is done.
    """

    succeeded = Signal(object)
    failed = Signal(object)
    busy_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: Work | None = None
        self._waiting: Work | None = None
        self._dropped = False
        self._task = BackgroundTask(self._run, self)
        self._task.succeeded.connect(self._on_succeeded)
        self._task.failed.connect(self._on_failed)

    @property
    def busy(self) -> bool:
        """Tell whether an answer is still to come."""
        return self._task.running and not self._dropped

    def ask(self, work: Work) -> None:
        """Do this work next; what was asked before no longer matters."""
        self._waiting = work
        if not self._task.running:
            self._start()

    def drop(self) -> None:
        """Forget what was asked; nothing will be answered."""
        self._waiting = None
        if self._task.running and not self._dropped:
            self._dropped = True
            self.busy_changed.emit(False)

    def _start(self) -> None:
        self._running, self._waiting, self._dropped = self._waiting, None, False
        self.busy_changed.emit(True)
        self._task.start()

    def _run(self) -> object:
        return None if self._running is None else self._running()

    def _is_newest(self) -> bool:
        """Start what waits; tell whether the answer that came is still wanted."""
        if self._waiting is not None:
            self._start()
            return False
        if self._dropped:
            return False
        self.busy_changed.emit(False)
        return True

    @Slot(object)
    def _on_succeeded(self, result: object) -> None:
        if self._is_newest():
            self.succeeded.emit(result)

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        if self._is_newest():
            self.failed.emit(error)
