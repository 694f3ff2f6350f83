# SPDX-License-Identifier: MIT
"""The program ends at once and without an abort, whatever still goes on."""

from tests.apart import python

RUNS = 4
"""Without `leave`, most runs end in an abort, but not each."""
BUSY = """
import threading
from PySide6.QtCore import QCoreApplication, QTimer
from azmodels_gui.app.application import leave
from azmodels_gui.window.background import BackgroundTask
from azmodels_gui.storage.bundled import bundled_catalog_bytes
from azmodels_gui.catalog.loading import parse_catalog

application = QCoreApplication([])
begun = threading.Event()

def read_for_ever():
    while True:
        parse_catalog(bundled_catalog_bytes())
        begun.set()

task = BackgroundTask(read_for_ever)
task.start()
begun.wait()
QTimer.singleShot(3, application.quit)
application.exec()
print("closing")
raise SystemExit(leave(7))
"""


def test_closing_while_a_catalogue_is_read_neither_waits_nor_aborts() -> None:
    for _ in range(RUNS):
        ran = python("-c", BUSY)
        assert (ran.returncode, ran.stdout, ran.stderr) == (7, "closing\n", "")
