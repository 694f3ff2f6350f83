# SPDX-License-Identifier: MIT
"""Progress, cancelling and the total time of one refresh."""

import queue
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from azmodels_gui.storage.errors import RefreshFailed
from azmodels_gui.storage.problem_words import Problem

LOOK_EVERY_S = 0.05
Progress = Callable[[int, int | None], object]
"""Called with bytes received and bytes announced (None: the server does not say)."""
Result = TypeVar("Result")


class Watch:
    """Asked again and again whether the work may go on.

    Attributes:
        progress: told of every piece.
        cancelled: set it from any thread to stop the refresh.
        host: whom a message names when the time is up.
    """

    def __init__(
        self,
        limit_s: float,
        progress: Progress | None = None,
        cancelled: threading.Event | None = None,
    ) -> None:
        self.cancelled = cancelled or threading.Event()
        self.progress: Progress = progress or (lambda _received, _total: None)
        self.host = ""
        self._limit_s = limit_s
        self._until = time.monotonic() + limit_s

    def check(self) -> None:
        """Return if the work may go on.

        Raises:
            RefreshFailed: cancelled, or the time is up.
        """
        self.check_wanted()
        if self.remaining_s <= 0:
            raise RefreshFailed(
                Problem.TOO_SLOW, host=self.host, seconds=format(self._limit_s, "g")
            )

    def check_wanted(self) -> None:
        """Return unless the user gave up, however long it took.

        Raises:
            RefreshFailed: cancelled.
        """
        if self.cancelled.is_set():
            raise RefreshFailed(Problem.CANCELLED)

    @property
    def remaining_s(self) -> float:
        """Seconds left."""
        return self._until - time.monotonic()

    def pause(self, seconds: float) -> None:
        """Wait, unless cancelled or out of time."""
        self.cancelled.wait(max(0.0, min(seconds, self.remaining_s)))
        self.check()

    def run(self, work: Callable[[], Result]) -> Result:
        """Return what the work returns, but leave it behind when the watch says stop.

        A name look-up, a handshake or headers that come letter by letter cannot be
        interrupted: the work runs in a thread of its own, which ends at its next look at the
        watch or its own timeout, and never keeps the process from ending.
        """
        finished: queue.SimpleQueue[tuple[list[Result], BaseException | None]]
        finished = queue.SimpleQueue()

        def run() -> None:
            try:
                finished.put(([work()], None))
            except BaseException as error:  # the border of a thread: it is raised on the other side
                finished.put(([], error))

        threading.Thread(target=run, daemon=True, name="azmodels-download").start()
        while True:
            self.check()
            with suppress(queue.Empty):
                results, error = finished.get(timeout=LOOK_EVERY_S)
                if error is not None:
                    raise error
                return results[0]
