# SPDX-License-Identifier: MIT
"""What both windows of the start-up comparison do: stop at the first paint of their table."""

import json
import os
import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QAbstractItemView, QApplication


class FirstPaint(QObject):
    """Prints seconds since `AZMODELS_BENCH_BEGAN` and peak memory when a table first paints."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._printed = False
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self._printed:
            self._printed = True
            # At the next turn of the loop, when the paint has really been done.
            QTimer.singleShot(0, self._print)
        return False

    def _print(self) -> None:
        seconds = time.monotonic() - float(os.environ["AZMODELS_BENCH_BEGAN"])
        figures = {
            "seconds": seconds,
            "cpu_seconds": time.process_time(),
            "peak_mib": peak_memory_mib(),
        }
        print(json.dumps(figures), flush=True)
        QApplication.exit(0)


def peak_memory_mib() -> float | None:
    """Return the largest resident size of this process so far; None where it is not told."""
    if sys.platform == "win32":
        return None
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)
