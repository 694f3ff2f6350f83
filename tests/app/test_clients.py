# SPDX-License-Identifier: MIT
"""Clients' files as a user handles them: opened, saved by itself, closed, never written over."""

import base64
import json
import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from azmodels_gui.app.application import Opened
from azmodels_gui.app.saved_state import KEY
from azmodels_gui.catalog.document import EntryKey
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.clients.client import Client, View, client_bytes, read_client
from azmodels_gui.clients.tenant import Measured, Tenant
from azmodels_gui.window.client.client_dialogs import NewClient, Unsaved
from azmodels_gui.window.state import FIRST_FILTER
from tests.app.conftest import Start
from tests.app.test_old_state import FILE

pytestmark = pytest.mark.usefixtures("few_models")

PIN = ("gpt-5.4", "2026-03-05")
OTHER = ("gpt-5-mini", "2025-08-07")


@pytest.fixture
def start(start: Start) -> Start:
    """Return a start whose user leaves what cannot be saved."""

    def started(language: str, *more: Any) -> Opened:
        opened = start(language, *more)
        opened.client_commands.ask_unsaved = lambda _why, _parent: Unsaved.LEAVE
        return opened

    return started


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the file of a client that has one pin and looks at what can be used in batches."""
    made = tmp_path / "contoso.azclient"
    made.write_bytes(client_bytes(Client(name="Contoso", pinned=(PIN,))))
    return made


def _answer(asked: NewClient, _as_shown: bool, _parent: QWidget) -> NewClient:
    return asked


def on_disk(path: Path) -> Client:
    return read_client(path.read_bytes())


def saved(opened: Opened, qtbot: QtBot, path: Path, is_so: Callable[[Client], bool]) -> None:
    """Wait until the file holds what is expected, as it does by itself."""
    qtbot.waitUntil(lambda: is_so(on_disk(path)), timeout=10_000)
    qtbot.waitUntil(lambda: not opened.clients.unsaved)


def state_on_disk(file: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(file.read_text("utf-8"))[KEY]
    return found


def test_a_client_is_opened_and_closing_brings_ones_own_state_back(
    start: Start, path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    opened = start("en")
    opened.window.pins.pin_only([OTHER])
    opened.window.history.change(CatalogQuery(text="mini"))
    opened.client_commands.open(path)
    assert (opened.window.pins.keys, opened.window.history.query) == ((PIN,), FIRST_FILTER)
    assert opened.window.windowTitle() == "Contoso[*] - azmodels"
    opened.keeper.save()
    own = state_on_disk(tmp_path / "state.json")
    assert (own["pinned"], own["query"]) == ([list(OTHER)], "mini")
    assert own["recent_clients"] == [str(path)]
    opened.client_commands.close()
    assert opened.around.client.client is None
    assert (opened.window.pins.keys, opened.window.history.query.text) == ((OTHER,), "mini")


def test_what_is_changed_is_in_the_file_soon(start: Start, path: Path, qtbot: QtBot) -> None:
    opened = start("en", path.with_name("state.json"), str(path))
    assert on_disk(path).view.filter is None  # to look at it changes nothing
    opened.window.pins.pin_only([OTHER])
    saved(opened, qtbot, path, lambda client: client.pinned == (OTHER,))
    opened.window.history.change(CatalogQuery(text="mini"))
    saved(opened, qtbot, path, lambda client: client.view.filter == "mini")
    client = opened.around.client.client
    assert client is not None
    opened.around.client.change(client.but(notes="Calls on Monday."))
    saved(opened, qtbot, path, lambda client: client.notes == "Calls on Monday.")
    opened.around.client.undo()
    saved(opened, qtbot, path, lambda client: client.notes == "" and client.pinned == (OTHER,))


def test_who_changes_without_a_pause_is_saved_all_the_same(
    start: Start, path: Path, qtbot: QtBot
) -> None:
    opened = start("en", path.with_name("state.json"), str(path))
    number = 0

    def typed_and_saved() -> bool:
        nonlocal number
        number += 1
        client = opened.around.client.client
        assert client is not None
        opened.around.client.change(client.but(notes="x" * number), "notes")
        return bool(on_disk(path).notes)

    qtbot.waitUntil(typed_and_saved, timeout=10_000)


def test_closing_the_window_saves(start: Start, path: Path) -> None:
    opened = start("en", path.with_name("state.json"), str(path))
    opened.window.pins.pin_only([OTHER])
    opened.window.close()
    assert on_disk(path).pinned == (OTHER,)


def test_a_new_client_begins_with_what_is_on_show_or_with_nothing(
    start: Start, tmp_path: Path
) -> None:
    opened = start("en")
    opened.window.pins.pin_only([OTHER])
    paths = iter((tmp_path / "a.azclient", tmp_path / "b.azclient"))
    for as_shown, pins in ((True, (OTHER,)), (False, ())):
        asked = NewClient("Fabrikam", as_shown)
        opened.client_commands.ask_new = partial(_answer, asked)
        opened.client_commands.ask_path = lambda *_asked: next(paths)
        opened.client_commands.make()
        assert opened.window.pins.keys == pins
    assert on_disk(tmp_path / "a.azclient").pinned == (OTHER,)
    assert on_disk(tmp_path / "b.azclient").name == "Fabrikam"
    assert [Path(each).stem for each in opened.clients.recent] == ["b", "a"]


def test_sheets_are_made_out_to_the_client_by_its_name_of_now(start: Start, path: Path) -> None:
    opened = start("en", path.with_name("state.json"), str(path))
    assert opened.window.wishes.now.client == "Contoso"
    client = opened.around.client.client
    assert client is not None
    opened.around.client.change(client.but(name="Contoso AG"))
    assert opened.window.wishes.now.client == "Contoso AG"
    opened.client_commands.ask_new = partial(_answer, NewClient("Fabrikam", True))
    opened.client_commands.ask_path = lambda *_asked: path.with_name("fabrikam.azclient")
    opened.client_commands.make()
    assert opened.window.wishes.now.client == "Fabrikam"


def test_the_logo_travels_in_the_file(start: Start, path: Path, qtbot: QtBot) -> None:
    opened = start("en", path.with_name("state.json"), str(path))
    logo = path.with_name("logo.svg")
    secret = path.with_name("secret.txt")
    secret.write_text("none of its business")
    opened.window.wishes.keep(replace(opened.window.wishes.now, logo=str(secret)))
    saved(opened, qtbot, path, lambda client: client.view.sheet.get("logo") == str(secret))
    assert on_disk(path).logo == ""
    logo.write_text("<svg/>")
    opened.window.wishes.keep(replace(opened.window.wishes.now, logo=str(logo)))
    saved(opened, qtbot, path, lambda client: bool(client.logo))
    opened.client_commands.close()
    logo.unlink()
    opened.client_commands.open(path)
    copy = Path(opened.window.wishes.now.logo)
    assert copy != logo
    assert (copy.read_text(), copy.suffix) == ("<svg/>", ".svg")
    opened.window.pins.pin_only([OTHER])
    saved(opened, qtbot, path, lambda client: client.pinned == (OTHER,) and bool(client.logo))
    opened.window.wishes.keep(replace(opened.window.wishes.now, logo=""))
    saved(opened, qtbot, path, lambda client: not client.logo)


def test_damaged_loads_and_pictures_keep_no_window_from_starting(start: Start, path: Path) -> None:
    logo = str(path.with_name("gone.png"))
    measured = tuple(Measured(day=date(2026, 11, 20), load=load) for load in ("A", "ä"))
    damaged = on_disk(path).but(
        **{"loads": {"a" * 32: "A"}, "logo": "A", "tenant": Tenant(measured=measured)},
        view=View(sheet={"logo": logo}),
    )
    path.write_bytes(client_bytes(damaged))
    opened = start("en", path.with_name("state.json"), str(path), "--page", "client")
    assert opened.window.pins.keys == (PIN,)
    opened.window.pins.pin_only([OTHER])
    opened.window.close()
    assert (on_disk(path).pinned, on_disk(path).logo) == ((OTHER,), "A")


def test_every_page_comes_back_out_of_the_file(start: Start, path: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.json"
    shutil.copy(FILE, mine)
    opened = start("en", mine)
    for place in opened.window.pages:
        _ = place.page
    before = {place.key: place.page.shared() for place in opened.window.pages}
    other = path.with_name("mine.azclient")
    opened.client_commands.ask_new = partial(_answer, NewClient("Fabrikam", True))
    opened.client_commands.ask_path = lambda *_asked: other
    opened.client_commands.make()
    opened.client_commands.close()
    theirs = start("en", tmp_path / "theirs.json", str(other))
    for place in theirs.window.pages:
        assert place.page.shared() == before[place.key], place.key


def test_saved_under_another_name_the_first_file_stays(
    start: Start, path: Path, qtbot: QtBot
) -> None:
    opened = start("en", path.with_name("state.json"), str(path))
    before, other = path.read_bytes(), path.with_name("other.azclient")
    opened.client_commands.ask_path = lambda *_asked: other
    opened.client_commands.save_as()
    opened.window.pins.pin_only([OTHER])
    saved(opened, qtbot, other, lambda client: client.pinned == (OTHER,))
    assert path.read_bytes() == before
    assert opened.around.client.path == other


def test_two_windows_on_one_file_are_noticed_and_neither_writes_over_the_other(
    start: Start, path: Path, qtbot: QtBot
) -> None:
    one = start("en", path.with_name("one.json"), str(path))
    other = start("en", path.with_name("other.json"), str(path))
    other.window.pins.pin_only([OTHER])
    other.clients.finish()  # at once: a window without changes that is gone to shows what is new
    one.window.pins.pin_only([PIN, OTHER])
    qtbot.waitUntil(lambda: one.clients.asks, timeout=10_000)
    assert "changed elsewhere" in one.window.message_bar.text.text()
    assert on_disk(path).pinned == (OTHER,)
    one.window.message_bar.hide()
    one.window.history.change(CatalogQuery(text="mini"))
    qtbot.waitUntil(lambda: not one.window.message_bar.isHidden(), timeout=10_000)
    load, save_as = one.window.message_bar.choices
    assert (load.text(), save_as.text()) == ("Load what it holds now", "Save as ...")
    load.click()
    assert one.window.pins.keys == (OTHER,)
    assert not one.clients.asks
    kept = one.clients.files.versions(path)
    assert (PIN, OTHER) in [on_disk(each).pinned for each in kept]


def test_that_another_wrote_the_file_is_seen_when_the_window_is_gone_to(
    start: Start, path: Path
) -> None:
    opened = start("en", path.with_name("state.json"), str(path))
    opened.clients.look()
    assert not opened.clients.asks
    path.write_bytes(client_bytes(on_disk(path).but(notes="from a colleague")))
    opened.window.pins.pin_only([OTHER])
    opened.clients.look()
    assert opened.clients.asks
    assert opened.window.pins.keys == (OTHER,)


def test_what_another_wrote_is_shown_where_nothing_was_changed_here(
    start: Start, path: Path
) -> None:
    opened = start("en", path.with_name("state.json"), str(path))
    path.write_bytes(client_bytes(on_disk(path).but(notes="from a colleague", pinned=(OTHER,))))
    opened.clients.look()
    assert not opened.clients.asks
    client = opened.around.client.client
    assert client is not None
    assert client.notes == "from a colleague"
    assert opened.window.pins.keys == (OTHER,)
    assert "was changed elsewhere, and is shown" in opened.window.status.news.text()
    opened.client_commands.ask_unsaved = lambda _why, _parent: Unsaved.LEAVE  # of another window
    path.write_bytes(b"half a fi")
    opened.clients.look()
    assert opened.clients.asks


@pytest.mark.parametrize("answer", Unsaved)
def test_what_cannot_be_saved_is_seen_and_nothing_is_lost(
    start: Start, path: Path, qtbot: QtBot, answer: Unsaved
) -> None:
    folder = path.parent / "drive"
    folder.mkdir()
    there, other = path.rename(folder / path.name), path.with_name("other.azclient")
    opened = start("en", path.with_name("state.json"), str(there))
    folder.rename(path.parent / "taken away")
    opened.window.pins.pin_only([OTHER])
    qtbot.waitUntil(lambda: opened.clients.problem is not None, timeout=10_000)
    assert opened.window.isWindowModified()
    assert "was not saved: there is no such folder" in opened.window.message_bar.text.text()
    opened.client_commands.ask_unsaved = lambda _why, _parent: answer
    opened.client_commands.ask_path = lambda *_asked: other
    closed = opened.window.close()
    assert closed is (answer is not Unsaved.STAY)
    kept = [on_disk(each).pinned for each in opened.clients.files.versions(there)]
    assert kept[0] == (OTHER,)
    if answer is Unsaved.SAVE_AS:
        assert on_disk(other).pinned == (OTHER,)
    opened.client_commands.ask_unsaved = lambda _why, _parent: Unsaved.LEAVE  # when it ends


def test_that_no_version_could_be_kept_is_told_once_and_saving_goes_on(
    start: Start, path: Path, qtbot: QtBot
) -> None:
    opened = start("en", path.with_name("state.json"), str(path))
    other = path.with_name("other.azclient")
    folder, _ = (block(opened, each, on_disk(path)) for each in (path, other))
    said: list[str] = []
    opened.clients.said.connect(said.append)
    changes: tuple[tuple[EntryKey, ...], ...] = ((OTHER,), (PIN, OTHER), ())
    for pins in changes:
        opened.window.pins.pin_only(pins)
        saved(opened, qtbot, path, partial(_has_pins, pins))
        assert opened.clients.problem is None
    (told,) = said
    assert "was saved, but no version of it could be kept" in told
    assert opened.window.status.news.text() == told
    folder.unlink()
    folder.mkdir()
    (folder / "x (conflicted copy).azclient").touch()
    opened.window.pins.pin_only([OTHER])
    saved(opened, qtbot, path, lambda client: client.pinned == (OTHER,))
    assert len(opened.clients.files.versions(path)) == 1
    opened.client_commands.ask_new = partial(_answer, NewClient("Fabrikam", True))
    opened.client_commands.ask_path = lambda *_asked: other
    opened.client_commands.make()
    assert len(said) == 2
    assert opened.window.status.news.text() == said[1]


def _has_pins(pins: tuple[EntryKey, ...], client: Client) -> bool:
    return client.pinned == pins


def block(opened: Opened, path: Path, client: Client) -> Path:
    """Put a file where the folder of a file's versions has to be; return its place."""
    folder = opened.clients.files.keep_aside(path, client).parent
    shutil.rmtree(folder)
    folder.touch()
    return folder


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names are UTF-8")
def test_a_file_whose_name_is_no_utf8_is_kept_as_any_other(
    start: Start, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AZMODELS_DATA_DIR", str(path.with_name(os.fsdecode(b"\xe4"))))
    logo = base64.b64encode(b"<svg/>").decode()
    view = View(sheet={"logo": str(path.with_name("gone.svg"))})
    path.write_bytes(client_bytes(on_disk(path).but(logo=logo, view=view)))
    named = path.rename(path.with_name(os.fsdecode(b"\xff.azclient")))
    opened = start("en", path.with_name("state.json"), str(named))
    opened.window.pins.pin_only([OTHER])
    opened.keeper.save()
    assert opened.window.message_bar.isHidden()
    assert state_on_disk(path.with_name("state.json"))["recent_clients"] == []
    opened.window.close()
    assert (on_disk(named).pinned, on_disk(named).logo) == ((OTHER,), logo)
    assert on_disk(opened.clients.files.versions(named)[0]).pinned == (OTHER,)


def test_of_a_damaged_file_the_last_good_version_is_offered(start: Start, path: Path) -> None:
    opened = start("en")
    held = opened.clients.files.open(path)[1]
    held.save(on_disk(path).but(notes="kept"))
    damaged = path.read_bytes()[:-40]
    path.write_bytes(damaged)
    opened.client_commands.open(path)
    assert opened.around.client.client is None
    assert "cannot be used as a client's file" in opened.window.message_bar.text.text()
    other = path.with_name("restored.azclient")
    opened.client_commands.ask_path = lambda *_asked: other
    opened.window.message_bar.choices[0].click()
    assert opened.around.client.client is not None
    assert opened.around.client.client.notes == "kept"
    assert path.read_bytes() == damaged


def test_a_file_of_a_later_version_is_refused_in_words_and_untouched(
    start: Start, path: Path
) -> None:
    later = path.read_bytes().replace(b'"version": 1', b'"version": 2')
    path.write_bytes(later)
    opened = start("de", path.with_name("state.json"), str(path))
    assert opened.around.client.client is None
    assert "neueren azmodels" in opened.window.message_bar.text.text()
    opened.window.pins.pin_only([OTHER])
    opened.window.close()
    assert path.read_bytes() == later


def test_another_language_goes_on_with_the_client(start: Start, path: Path, qtbot: QtBot) -> None:
    opened = start("en", path.with_name("state.json"), str(path))
    client = opened.around.client.client
    assert client is not None
    opened.around.client.change(client.but(notes="a"))
    opened.speak("de")
    assert opened.window.windowTitle() == "Contoso[*] - azmodels"
    assert opened.around.client.can_undo
    opened.window.pins.pin_only([OTHER])
    saved(opened, qtbot, path, lambda client: client.pinned == (OTHER,))


def test_recent_files_are_offered_and_one_that_is_gone_no_longer(start: Start, path: Path) -> None:
    opened = start("en", path.with_name("state.json"), str(path))
    opened.client_commands.close()
    menu = opened.window.menus["recent"]
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == ["contoso"]
    path.unlink()
    menu.actions()[0].trigger()
    assert "there is no such file" in opened.window.message_bar.text.text()
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == ["No client was open yet"]
