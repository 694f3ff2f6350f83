# SPDX-License-Identifier: MIT
"""Garbage is found in the thread of the window, whoever makes objects meanwhile."""

import platform
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from azmodels_gui.app.application import COLLECT_EVERY_MS, resume_collecting
from azmodels_gui.window.background import collect_everything, window_first
from tests.apart import told


class Circle:
    """Holds itself, as a window does, and tells in which thread it went."""

    def __init__(self, gone_in: list[threading.Thread]) -> None:
        self.itself, self.gone_in = self, gone_in

    def __del__(self) -> None:
        self.gone_in.append(threading.current_thread())


@pytest.fixture
def collecting(qapp: QApplication) -> Iterator[None]:
    """Look for garbage as the application does."""
    before = set(qapp.findChildren(QTimer))
    resume_collecting()
    yield
    for timer in set(qapp.findChildren(QTimer)) - before:
        timer.stop()
        timer.deleteLater()


def test_a_circle_goes_in_the_thread_of_the_window(collecting: None, qtbot: QtBot) -> None:
    gone_in: list[threading.Thread] = []

    def work() -> None:
        for _ in range(50):
            assert [[each] for each in range(1_000)]

    Circle(gone_in)
    worker = threading.Thread(target=work)
    worker.start()
    worker.join()
    assert gone_in == []
    made = [[each] for each in range(100_000)]  # others free objects meanwhile: far more than due
    qtbot.waitUntil(lambda: bool(gone_in), timeout=20 * COLLECT_EVERY_MS)
    assert gone_in == [threading.main_thread()]
    assert made


def test_only_what_is_older_than_the_first_window_is_out_of_reach(collecting: None) -> None:
    """A catalogue made meanwhile puts no window there."""
    gone_in: list[threading.Thread] = []
    Circle(gone_in)
    with window_first():
        pass
    collect_everything()
    assert gone_in == [threading.main_thread()]


PLACES_OF_SIX = """
import ctypes, sys, threading
from azmodels_gui.window.background import hold_little

if sys.argv[1] == "shared":
    hold_little()
together, kept = threading.Barrier(6), []

def work():
    together.wait()
    kept.append([bytes(50_000) for _ in range(50)])
    together.wait()

threads = [threading.Thread(target=work) for _ in range(6)]
for each in threads:
    each.start()
for each in threads:
    each.join()
libc = ctypes.CDLL(None)
libc.fopen.restype = ctypes.c_void_p
told = ctypes.c_void_p(libc.fopen(b"/dev/stdout", b"w"))
libc.malloc_info(0, told)
libc.fflush(told)
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="glibc alone keeps such places")
@pytest.mark.parametrize(("how", "places"), [("apart", 7), ("shared", 1)])
def test_threads_that_meet_take_memory_from_one_place(how: str, places: int) -> None:
    assert told("-c", PLACES_OF_SIX, how).count("<heap nr=") == places


LARGE_IS_FREED = """
import ctypes, sys
from azmodels_gui.window.background import hold_little

class Told(ctypes.Structure):
    _fields_ = [("in_one_place", ctypes.c_size_t), ("others", ctypes.c_size_t * 9)]

if sys.argv[1] == "little":
    hold_little()
kept = []
for _ in range(3):
    large = [bytes(4_000_000) for _ in range(10)]
    kept.append(bytes(2_000))
    del large
libc = ctypes.CDLL(None)
libc.mallinfo2.restype = Told
print(libc.mallinfo2().in_one_place // 1024**2)
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="glibc alone mixes them")
def test_what_was_large_leaves_no_holes_among_the_rest() -> None:
    usual, little = (int(told("-c", LARGE_IS_FREED, how)) for how in ("usual", "little"))
    assert (little < 10, usual > 30) == (True, True), (little, usual)
