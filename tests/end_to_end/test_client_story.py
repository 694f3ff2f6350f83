# SPDX-License-Identifier: MIT
"""A week with a client: made on one computer, gone on with on a colleague's, told as a dossier."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from azmodels_gui.app.application import Opened
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.cli.main import main
from azmodels_gui.clients.client import Client, read_client
from azmodels_gui.window.background import works_in_background
from azmodels_gui.window.calculator.agreed_line import Kept
from azmodels_gui.window.calculator.calculator_page import CalculatorPage
from azmodels_gui.window.client.client_dialogs import NewClient
from tests.app.conftest import Start, start
from tests.builders import TODAY

__all__ = ["start"]
FIRST, SECOND = ("gpt-5.4", "2026-03-05"), ("gpt-5-mini", "2025-08-07")
LOAD = "".join(
    f"2026-11-02T{minute // 60:02}:{minute % 60:02},{900 if minute < 600 else 30}\n"
    for minute in range(1_440)
)


def calculator(opened: Opened) -> CalculatorPage:
    opened.window.navigation.show_page_named("calculator")
    page = opened.window.stack.page
    assert isinstance(page, CalculatorPage)
    return page


def on_disk(path: Path) -> Client:
    return read_client(path.read_bytes())


def drop(opened: Opened, path: Path) -> None:
    dragged, window = QMimeData(), opened.window
    dragged.setUrls([QUrl.fromLocalFile(str(path))])
    how = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    here, action = window.rect().center(), Qt.DropAction.CopyAction
    enter = QDragEnterEvent(here, action, dragged, *how)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(here), action, dragged, *how))


def work_for_a_client(opened: Opened, path: Path, load: Path, qtbot: QtBot) -> None:
    """Make a client, and state everything that belongs to it."""
    commands = opened.client_commands
    commands.ask_new = lambda _shown, _parent: NewClient("Contoso AG", as_shown=False)
    commands.ask_path = lambda *_asked: path
    opened.window.actions_by_name["new_client"].trigger()
    window, around = opened.window, opened.around
    window.pins.pin_only([FIRST, SECOND])
    window.history.change(
        CatalogQuery(use_cases=frozenset({"chat-support"}), data_zones=frozenset({"EU"}))
    )
    window.saved.save("EU", window.history.query)
    page = calculator(opened)
    page.use(FIRST)
    page.show_inputs(replace(page.inputs, payg_discount_percent=Decimal(12)))
    page.panel.agreed.ask = lambda _model, day, _only, _parent: Kept(day, "by mail", True)
    page.panel.agreed.keep.click()
    with qtbot.waitSignal(page.profile.series_loaded, timeout=20_000):
        page.load_file(load)
    client = around.client.client
    assert client is not None
    around.client.change(client.but(notes="**Monday**", model_notes={FIRST[0]: "preferred"}))
    window.close()


@pytest.mark.parametrize("language", ["en", "de"])
def test_what_was_done_for_a_client_is_there_on_a_colleagues_computer(
    start: Start, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    path, load = tmp_path / "contoso.azclient", tmp_path / "load.csv"
    load.write_text(LOAD)
    opened = start(language)
    own = opened.window.pins.keys
    work_for_a_client(opened, path, load, qtbot)

    # A colleague's computer: nothing of the first one is there but the file.
    load.unlink()
    for name in ("CONFIG", "DATA"):
        monkeypatch.setenv(f"AZMODELS_{name}_DIR", str(tmp_path / "colleague" / name))
    theirs = start(language, tmp_path / "colleague" / "state.json")
    drop(theirs, path)
    window = theirs.window
    assert window.windowTitle() == "Contoso AG[*] - azmodels"
    assert window.pins.keys == (FIRST, SECOND)
    assert window.history.query.data_zones == {"EU"}
    assert [each.name for each in window.saved.saved] == ["EU"]
    page = calculator(theirs)
    assert (page.inputs.model, page.inputs.payg_discount_percent) == (FIRST[0], Decimal(12))
    assert page.inputs.agreed_on == TODAY.isoformat()
    series = page.profile.series_of(page.inputs)
    assert series is not None
    assert series.profile.minutes == 1_440
    client = theirs.around.client.client
    assert client is not None
    assert (client.notes, client.model_notes) == ("**Monday**", {FIRST[0]: "preferred"})
    theirs.window.actions_by_name["close_client"].trigger()
    assert theirs.window.pins.keys == own

    output = tmp_path / "dossier.md"
    asked = [str(path), "--language", language, "--date", "2026-11-22", "--output", str(output)]
    assert main(["dossier", *asked]) == 0
    told = output.read_text("utf-8-sig")
    said = {"en": "those of the client, as of", "de": "sind die des Kunden, Stand"}
    for words in ("Contoso AG", *FIRST, SECOND[0], said[language]):
        assert words in told
    qtbot.waitUntil(lambda: not works_in_background(), timeout=20_000)
