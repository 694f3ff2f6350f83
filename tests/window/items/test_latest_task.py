# SPDX-License-Identifier: MIT
"""Only the newest question is answered."""

import threading

import pytest
from pytestqt.qtbot import QtBot

from azmodels_gui.window.background import LatestTask


class Gate:
    """Work that waits until it may go on."""

    def __init__(self, result: str) -> None:
        self._result = result
        self.begun = threading.Event()
        self.may_end = threading.Event()

    def __call__(self) -> str:
        self.begun.set()
        self.may_end.wait(10)
        return self._result


def test_what_was_asked_in_between_is_never_done(qtbot: QtBot) -> None:
    task, first = LatestTask(), Gate("first")
    done: list[str] = []
    answers: list[object] = []
    task.succeeded.connect(answers.append)
    task.ask(first)
    assert first.begun.wait(10)
    task.ask(lambda: done.append("second"))
    task.ask(lambda: "third")
    with qtbot.waitSignal(task.succeeded):
        first.may_end.set()
    assert answers == ["third"]
    assert done == []
    assert not task.busy


def test_dropped_work_answers_nothing(qtbot: QtBot) -> None:
    task, first = LatestTask(), Gate("first")
    answers: list[object] = []
    task.succeeded.connect(answers.append)
    task.ask(first)
    assert first.begun.wait(10)
    with qtbot.waitSignal(task.busy_changed):
        task.drop()
    first.may_end.set()
    task.ask(lambda: "second")
    qtbot.waitUntil(lambda: answers == ["second"])


def test_a_failure_of_the_newest_is_told(qtbot: QtBot) -> None:
    def fail() -> None:
        raise OSError("no disk")

    task = LatestTask()
    with qtbot.waitSignal(task.failed) as failed:
        task.ask(fail)
    assert failed.args is not None
    with pytest.raises(OSError, match="no disk"):
        raise failed.args[0]
