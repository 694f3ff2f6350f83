# SPDX-License-Identifier: MIT
"""A window whose client changes without a pause, to be killed: `python -m tests.app.killed_window`.

It prints the number of each change and when that was made, in seconds of the machine's clock.
"""

import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from azmodels_gui.app.application import open_window, qt_application
from azmodels_gui.cli.window_options import parse_arguments
from azmodels_gui.storage.preferences import StateFile

EVERY_MS = 20


def main() -> None:
    path, state = map(Path, sys.argv[1:])
    qt_application()
    opened = open_window(parse_arguments([str(path)]), StateFile(state))
    opened.window.show()
    held, number = opened.around.client, 0

    def change() -> None:
        nonlocal number
        number += 1
        if held.client is not None:
            held.change(held.client.but(notes=str(number)), "notes")
            print(number, time.monotonic(), flush=True)

    timer = QTimer()
    timer.timeout.connect(change)
    timer.start(EVERY_MS)
    QApplication.exec()


if __name__ == "__main__":
    main()
