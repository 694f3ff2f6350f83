# SPDX-License-Identifier: MIT
"""Work runs in another thread and reports in this one."""

import gc
import threading
import time
import weakref

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.qtbot import QtBot

from azmodels_gui.window.background import BackgroundTask, works_in_background


def test_work_runs_elsewhere_and_reports_here(qtbot: QtBot) -> None:
    task = BackgroundTask(threading.current_thread)
    seen_in: list[threading.Thread] = []
    task.succeeded.connect(lambda _: seen_in.append(threading.current_thread()))
    with qtbot.waitSignal(task.succeeded) as succeeded:
        task.start()
    assert succeeded.args != [threading.main_thread()]
    assert seen_in == [threading.main_thread()]


def test_failure_arrives_as_a_signal_and_a_second_run_is_allowed(qtbot: QtBot) -> None:
    def fail() -> None:
        raise OSError("no network")

    task = BackgroundTask(fail)
    for _ in range(2):
        with qtbot.waitSignal(task.failed) as failed, qtbot.assertNotEmitted(task.succeeded):
            task.start()
        assert failed.args is not None
        assert str(failed.args[0]) == "no network"


def test_only_one_run_at_a_time(qtbot: QtBot) -> None:
    go_on, runs = threading.Event(), []

    def work() -> None:
        runs.append(1)
        go_on.wait(5)

    task = BackgroundTask(work)
    with qtbot.waitSignals([task.running_changed, task.succeeded, task.running_changed]):
        task.start()
        assert task.running
        task.start()
        go_on.set()
    assert runs == [1]
    assert not task.running


def test_who_started_it_may_go_at_the_very_moment_it_ends(qapp: QCoreApplication) -> None:
    for at in range(300):
        window = QObject()
        BackgroundTask(lambda at=at: time.sleep(at * 2e-6), window).start()  # type: ignore[misc]
        time.sleep((300 - at) * 2e-6)
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        qapp.processEvents()


class _Work:
    """Something that work holds; who frees it last is told."""

    def __init__(self, go_on: threading.Event) -> None:
        self._go_on = go_on

    def __call__(self) -> None:
        self._go_on.wait(5)


def test_what_the_work_of_a_gone_window_held_is_freed_here(qtbot: QtBot) -> None:
    # Freed in the other thread, a widget or a messenger ended the process now and then.
    go_on, freed_in = threading.Event(), []
    window, work = QObject(), _Work(go_on)
    weakref.finalize(work, lambda: freed_in.append(threading.current_thread()))
    BackgroundTask(work, window).start()
    del work
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    del window
    gc.collect()
    go_on.set()
    qtbot.waitUntil(lambda: not works_in_background())
    task = BackgroundTask(threading.current_thread)
    with qtbot.waitSignal(task.succeeded):
        task.start()
    gc.collect()
    assert freed_in == [threading.main_thread()]
