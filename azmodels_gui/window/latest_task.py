# SPDX-License-Identifier: MIT
"""Runs the newest question away from the window; answers to older ones are dropped."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from azmodels_gui.window.background import BackgroundTask

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
