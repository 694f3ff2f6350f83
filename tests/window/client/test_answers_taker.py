# SPDX-License-Identifier: MIT
"""Answers of az taken in the window: dropped or chosen, as one step, off its thread."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from azmodels_gui.clients.client import Client
from azmodels_gui.storage.bundled import bundled_catalog_bytes
from azmodels_gui.window.client.answers_taker import AnswersTaker, dropped_files
from azmodels_gui.window.client.open_client import OpenClient
from azmodels_gui.window.main_window import MainWindow
from tests.clients.answers import as_bytes, counter
from tests.window.client.answered import written

PATH = Path("contoso.azclient")


@pytest.fixture
def held(window: MainWindow) -> OpenClient:
    client = window.parts.around.client
    client.open(Client(name="Contoso AG"), PATH)
    return client


@pytest.fixture
def answers(window: MainWindow) -> AnswersTaker:
    return window.answers


def mime(paths: list[Path]) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def drop(window: MainWindow, paths: list[Path]) -> bool:
    """Drop files on the window; return whether it takes them."""
    dragged = mime(paths)
    buttons = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(window.rect().center(), Qt.DropAction.CopyAction, dragged, *buttons)
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        here = QPointF(window.rect().center())
        let_go = QDropEvent(here, Qt.DropAction.CopyAction, dragged, *buttons)
        QApplication.sendEvent(window, let_go)
    return enter.isAccepted()


def test_several_answers_dropped_are_one_step(
    window: MainWindow, held: OpenClient, answers: AnswersTaker, tmp_path: Path, qtbot: QtBot
) -> None:
    said: list[str] = []
    answers.news.connect(said.append)
    with qtbot.waitSignal(answers.taken):
        assert drop(window, written(tmp_path))
    assert said[0] == "Reading 4 files ..."
    assert said[1].startswith("Taken from 4 of 4 files: ")
    assert held.client is not None
    assert len(held.client.tenant.deployed) == 2
    assert window.stack.place.key == "client"
    held.undo()
    assert not held.client.tenant.told_anything
    assert not held.can_undo


def test_what_cannot_be_used_is_told_by_file_and_the_rest_is_taken(
    window: MainWindow, held: OpenClient, answers: AnswersTaker, tmp_path: Path, qtbot: QtBot
) -> None:
    keys, cut = tmp_path / "keys.json", tmp_path / "cut.json"
    keys.write_bytes(as_bytes({"key1": "secret"}))
    cut.write_bytes(b'[{"name": ')
    with qtbot.waitSignal(answers.problem) as told:
        answers.take([keys, cut, *written(tmp_path)])
    (text,) = told.args
    assert [line.split()[0] for line in text.splitlines()] == ["keys.json", "cut.json"]
    assert "secret" not in text
    assert text == window.message_bar.text.text()
    assert held.client is not None
    assert held.client.tenant.told_anything


def test_where_nothing_can_be_used_there_is_no_step(
    held: OpenClient, answers: AnswersTaker, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "x.json").write_bytes(b"no json")
    with qtbot.waitSignal(answers.problem):
        answers.take([tmp_path / "x.json"])
    assert not held.can_undo


def test_empty_lists_are_counted_and_are_no_fault(
    held: OpenClient, answers: AnswersTaker, tmp_path: Path, qtbot: QtBot
) -> None:
    """Most regions have no models; a drop of all of them told forty faults."""
    empty = [tmp_path / f"models-{at}.json" for at in range(3)]
    for path in empty:
        path.write_bytes(b"[]")
    said: list[str] = []
    answers.news.connect(said.append)
    with qtbot.assertNotEmitted(answers.problem), qtbot.waitSignal(answers.taken):
        answers.take([*empty, *written(tmp_path)])
    qtbot.waitUntil(lambda: len(said) == 2)
    assert said[1].startswith("Taken from 4 of 7 files: ")
    assert said[1].endswith("3 empty lists tell nothing.")


def test_lists_of_several_subscriptions_are_taken_under_a_name(
    held: OpenClient, answers: AnswersTaker, tmp_path: Path, qtbot: QtBot
) -> None:
    for folder, limit in (("a", 5), ("b", 9)):
        (tmp_path / folder).mkdir()
        usage = [counter("OpenAI.GlobalStandard.x", 1, limit)]
        (tmp_path / folder / "usage-eastus2.json").write_bytes(as_bytes(usage))
    asked: list[str] = []

    def name(why: str, _parent: object) -> str | None:
        asked.append(why)
        return "Produktion" if len(asked) == 1 else None

    answers.ask_name = name
    first, second = (tmp_path / each / "usage-eastus2.json" for each in "ab")
    with qtbot.waitSignal(answers.taken):
        answers.take([first, second])
    assert held.client is not None
    assert held.client.tenant.subscriptions == {"Produktion"}
    said: list[str] = []
    answers.news.connect(said.append)
    answers.take([second])  # a list of nobody beside one that is named
    qtbot.waitUntil(lambda: len(asked) == 2)
    assert said[-1] == "Nothing was taken."


def test_answers_wait_for_a_client_that_is_offered(
    window: MainWindow, answers: AnswersTaker, tmp_path: Path, qtbot: QtBot
) -> None:
    assert drop(window, written(tmp_path))
    assert "none is open" in window.message_bar.text.text()
    client = window.parts.around.client
    with qtbot.waitSignal(answers.taken):
        client.open(Client(name="Contoso AG"), PATH)
    assert client.client is not None
    assert client.client.tenant.told_anything


def test_a_catalogue_is_still_a_catalogue(
    window: MainWindow, held: OpenClient, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "catalog.json"
    path.write_bytes(bundled_catalog_bytes())
    with qtbot.waitSignal(window.catalog_dropped) as dropped:
        assert drop(window, [path])
    assert dropped.args == [path]
    assert not held.can_undo


def test_another_client_opened_meanwhile_gets_nothing(
    held: OpenClient, answers: AnswersTaker, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(answers.problem) as told:
        answers.take(written(tmp_path))
        held.open(Client(name="Fabrikam"), PATH)
    assert "meanwhile" in told.args[0]
    assert held.client is not None
    assert not held.client.tenant.told_anything


def test_other_files_are_left_to_others(tmp_path: Path) -> None:
    assert dropped_files(mime([tmp_path / "a.json", tmp_path / "b.csv"])) == []
    assert dropped_files(mime([tmp_path / "a.JSON"])) == [tmp_path / "a.JSON"]
    assert dropped_files(QMimeData()) == []
