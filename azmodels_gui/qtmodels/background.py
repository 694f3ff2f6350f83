# SPDX-License-Identifier: MIT
"""Runs one piece of work away from the window and reports by signal."""

import logging
import threading
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, Signal, Slot

log = logging.getLogger(__name__)
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
    _done = Signal(object, object)

    def __init__(self, work: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._running = False
        self._done.connect(self._on_done)

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
        self.running_changed.emit(True)
        threading.Thread(target=self._run, daemon=True, name=THREAD_NAME).start()

    def _run(self) -> None:
        """Work, in the other thread. Touches nothing of Qt but the one signal."""
        result: object = None
        failure: Exception | None = None
        try:
            result = self._work()
        except Exception as error:
            log.info("background work failed", exc_info=error)
            failure = error
        with suppress(RuntimeError):  # the window was closed meanwhile
            self._done.emit(result, failure)

    @Slot(object, object)
    def _on_done(self, result: object, failure: Exception | None) -> None:
        self._running = False
        self.running_changed.emit(False)
        if failure is None:
            self.succeeded.emit(result)
        else:
            self.failed.emit(failure)
