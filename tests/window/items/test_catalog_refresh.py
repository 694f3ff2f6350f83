# SPDX-License-Identifier: MIT
"""Refreshing in the background: what is on show changes on success alone."""

import gc
import threading
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from azmodels_gui.catalog.loading import let_go
from azmodels_gui.publish.build import catalog_bytes
from azmodels_gui.storage.errors import RefreshFailed
from azmodels_gui.storage.fetch import Limits
from azmodels_gui.storage.files import WAIT_S, locked
from azmodels_gui.storage.refresh import Refresh
from azmodels_gui.storage.settings import Source
from azmodels_gui.storage.store import CatalogStore
from azmodels_gui.window.background import parts_of
from azmodels_gui.window.page import CurrentCatalog
from azmodels_gui.window.refreshing import CatalogRefresh, DailyCheck, Outcome, Problem, Trust
from tests.apart import told
from tests.builders import TODAY
from tests.storage.fault_server import Answer, drip, nothing, reply, serving
from tests.storage.home import BUNDLED_SERIAL, NOW, PATH, REGIONS, Home, numbered, serve_catalog
from tests.storage.keys import KEY

NEWER = BUNDLED_SERIAL + 1
COARSE = 0.1
"""Qt's timers for long times are this inexact, and more, to wake machines less often."""
PATIENT = Limits(total_s=30, read_timeout_s=30, attempts=1)


class Desk:
    """A machine whose catalogue is on show."""

    def __init__(self, folder: Path) -> None:
        self.home = Home(folder)
        self.source = Source()
        self.current = CurrentCatalog(self.home.bundled, TODAY)
        self.refresh = CatalogRefresh(
            self.current, self.home.store, lambda: self.source, self._make
        )

    def _make(self, store: CatalogStore, source: Source) -> Refresh:
        return Refresh(store, source, PATIENT, now=lambda: NOW)

    @property
    def serial(self) -> int:
        return self.current.catalog.serial


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "catalogs")


@pytest.fixture
def stop() -> Iterator[threading.Event]:
    event = threading.Event()
    yield event
    event.set()


def test_a_newer_catalogue_comes_on_show_in_one_swap(desk: Desk, qtbot: QtBot) -> None:
    shown: list[int] = []
    desk.current.changed.connect(lambda index: shown.append(index.catalog.serial))
    with serving(serve_catalog(numbered(NEWER))) as served:
        desk.source = Source(url=f"{served.url}{PATH}")
        with qtbot.waitSignal(desk.refresh.refreshed) as refreshed:
            desk.refresh.refresh()
            assert desk.refresh.running
            assert desk.serial == BUNDLED_SERIAL
    assert refreshed.args is not None
    (done,) = refreshed.args
    assert (done.outcome, shown, desk.serial) == (Outcome.UPDATED, [NEWER], NEWER)
    assert done.changes.models_added == (f"gpt-{NEWER}",)
    assert desk.refresh.trust is Trust.UNSIGNED
    assert not desk.refresh.running


def test_an_unchanged_catalogue_leaves_what_is_on_show(desk: Desk, qtbot: QtBot) -> None:
    before = desk.current.index
    with serving(serve_catalog(desk.home.bundled)) as served:
        desk.source = Source(url=f"{served.url}{PATH}")
        with qtbot.waitSignal(desk.refresh.refreshed), qtbot.assertNotEmitted(desk.current.changed):
            desk.refresh.refresh()
    assert desk.current.index is before


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        pytest.param(reply(status=500), Problem.TOO_BUSY, id="the server fails"),
        pytest.param(reply(b"<html>"), Problem.WEB_PAGE, id="a sign-in page"),
        pytest.param(reply(b"{}"), Problem.NOT_A_CATALOG, id="other JSON"),
    ],
)
def test_a_failure_leaves_what_is_on_show(
    desk: Desk, qtbot: QtBot, answer: Answer, problem: Problem
) -> None:
    before = desk.current.index
    with serving({PATH: answer}) as served:
        desk.source = Source(url=f"{served.url}{PATH}")
        with qtbot.waitSignal(desk.refresh.failed) as failed:
            desk.refresh.refresh()
    assert failed.args is not None
    assert failed.args[0].problem is problem
    assert desk.current.index is before


def test_settings_that_cannot_be_used_fail_as_a_signal(tmp_path: Path, qtbot: QtBot) -> None:
    def broken() -> Source:
        raise RefreshFailed(Problem.SITE_FILE, name="site.toml", reason="damaged")

    home = Home(tmp_path / "catalogs")
    refresh = CatalogRefresh(CurrentCatalog(home.bundled, TODAY), home.store, broken)
    with qtbot.waitSignal(refresh.failed) as failed:
        refresh.refresh()
    assert failed.args is not None
    assert failed.args[0].problem is Problem.SITE_FILE


@pytest.fixture
def looks() -> Iterator[list[tuple[int, threading.Thread]]]:
    """Return which generations are looked through for garbage, and in which thread."""
    found: list[tuple[int, threading.Thread]] = []

    def note(phase: str, told: dict[str, int]) -> None:
        if phase == "start":
            found.append((told["generation"], threading.current_thread()))

    gc.disable()
    gc.callbacks.append(note)
    yield found
    gc.callbacks.remove(note)
    gc.enable()


def test_what_is_made_meanwhile_is_looked_through_in_small_pieces(
    desk: Desk, qtbot: QtBot, looks: list[tuple[int, threading.Thread]]
) -> None:
    """In the thread of the window, since a window may be among it; not in one piece afterwards."""
    with serving({PATH: nothing}) as served:
        desk.source = Source(url=f"{served.url}{PATH}")
        desk.refresh.refresh()
        made = [[each] for each in range(2 * gc.get_threshold()[0])]
        qtbot.waitUntil(lambda: bool(looks))
        with qtbot.waitSignal(desk.refresh.failed):
            desk.refresh.cancel()
    assert set(looks) == {(0, threading.main_thread())}
    assert gc.get_count()[0] < len(made)


def test_cancelling_ends_a_run_that_hangs(desk: Desk, qtbot: QtBot) -> None:
    with serving({PATH: nothing}) as served:
        desk.source = Source(url=f"{served.url}{PATH}")
        desk.refresh.refresh()
        qtbot.waitUntil(lambda: bool(served.requests))
        with qtbot.waitSignal(desk.refresh.failed) as failed:
            desk.refresh.cancel()
    assert failed.args is not None
    assert failed.args[0].problem is Problem.CANCELLED
    assert not desk.refresh.running


def test_progress_is_told_and_a_second_start_is_ignored(
    desk: Desk, qtbot: QtBot, stop: threading.Event
) -> None:
    body = bytes(200_000)
    head = b"HTTP/1.1 200 OK\r\nContent-Length: 200003\r\n\r\n" + body
    with serving({PATH: drip(head, b"abc", 0.05, stop)}) as served:
        desk.source = Source(url=f"{served.url}{PATH}")
        with qtbot.waitSignals([desk.refresh.progressed, desk.refresh.failed]):
            desk.refresh.refresh()
            desk.refresh.refresh()
            desk.refresh.go_back(1)
    assert served.paths == [PATH]


def test_a_file_and_the_way_back(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "dropped.json"
    file.write_bytes(catalog_bytes(numbered(NEWER)))
    with qtbot.waitSignal(desk.refresh.refreshed):
        desk.refresh.open_file(file)
    assert desk.serial == NEWER
    newest, bundled = desk.refresh.history()
    assert (newest.serial, newest.in_use, newest.source) == (NEWER, True, str(file))
    assert (bundled.bundled, bundled.trust) == (True, Trust.BUNDLED)
    assert newest.published == bundled.published == TODAY
    with qtbot.waitSignal(desk.refresh.compared) as compared:
        desk.refresh.compare(BUNDLED_SERIAL)
    assert compared.args is not None
    assert compared.args[0].models_added == (f"gpt-{NEWER}",)
    with qtbot.waitSignal(desk.refresh.refreshed):
        desk.refresh.go_back(BUNDLED_SERIAL)
    assert desk.serial == BUNDLED_SERIAL


def test_what_is_held_back_is_there_after_a_restart(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    with serving(serve_catalog(numbered(NEWER, REGIONS[:2]))) as served:
        desk.source = Source(url=f"{served.url}{PATH}")
        with qtbot.waitSignal(desk.refresh.refreshed):
            desk.refresh.refresh()
    assert desk.serial == BUNDLED_SERIAL
    restarted = Desk(tmp_path / "catalogs")
    assert restarted.refresh.held_back is not None
    assert restarted.refresh.held_back.lost == 3
    with qtbot.waitSignal(restarted.refresh.refreshed):
        restarted.refresh.accept_held_back()
    assert restarted.serial == NEWER
    with locked(tmp_path / "catalogs" / ".lock"):
        began = time.monotonic()
        with pytest.raises(RefreshFailed) as caught:
            desk.refresh.drop_held_back()  # in the thread of the window: it waits for nobody
        waited_s = time.monotonic() - began
    assert (caught.value.problem, waited_s < WAIT_S / 2) == (Problem.BUSY, True)
    desk.refresh.drop_held_back()
    assert desk.refresh.held_back is None


def test_collecting_goes_on_afterwards(desk: Desk, qtbot: QtBot) -> None:
    gc.enable()
    with qtbot.waitSignal(desk.refresh.failed):
        desk.refresh.refresh()
    assert gc.isenabled()


def test_the_parts_of_a_catalogue_are_let_go(desk: Desk) -> None:
    parts = parts_of(desk.current.index)
    assert len(parts) == 4
    let_go(parts)
    assert parts == []


def checked(desk: Desk, **more: object) -> DailyCheck:
    options: dict[str, object] = {
        "last_attempt": lambda: desk.home.store.record().last_attempt,
        "allowed": lambda: True,
        "network_free": lambda: True,
        "now": lambda: NOW,
        "chance": lambda: 0.5,
    }
    return DailyCheck(desk.refresh, **(options | more))  # type: ignore[arg-type]


def test_the_first_look_comes_soon_and_the_next_a_day_later(desk: Desk, qtbot: QtBot) -> None:
    check = checked(desk)
    check.plan()
    assert check.waiting is not None
    assert abs(check.waiting - timedelta(seconds=45)) < COARSE * timedelta(seconds=45)
    with serving(serve_catalog(numbered(NEWER))) as served:
        desk.source = Source(url=f"{served.url}{PATH}")
        with qtbot.waitSignal(desk.refresh.refreshed):
            check._on_time()
    assert desk.refresh.automatic
    assert check.waiting > timedelta(hours=23)


def test_a_metered_network_is_left_alone_for_an_hour(desk: Desk) -> None:
    check = checked(desk, network_free=lambda: False)
    check._on_time()
    assert not desk.refresh.running
    assert check.waiting is not None
    assert abs(check.waiting - timedelta(hours=1)) < COARSE * timedelta(hours=1)


def test_qt_is_asked_about_the_network_of_this_machine() -> None:
    """In a process of its own: without a message bus Qt says so aloud."""
    script = (
        "from PySide6.QtCore import QCoreApplication\n"
        "application = QCoreApplication([])\n"
        "from azmodels_gui.window.refreshing import network_is_free\n"
        "print(network_is_free() in (True, False))\n"
    )
    assert told("-c", script).split() == ["True"]


def test_where_it_is_not_allowed_there_is_no_look(desk: Desk) -> None:
    allowed = [True]
    check = checked(desk, allowed=lambda: allowed[0])
    check.plan()
    allowed[0] = False
    desk.refresh.source_changed.emit()
    check._on_time()
    assert check.waiting is None
    assert not desk.refresh.running


def test_a_look_that_another_window_made_meanwhile_is_not_repeated(desk: Desk) -> None:
    check = checked(desk, last_attempt=lambda: NOW - timedelta(minutes=5))
    check._on_time()
    assert not desk.refresh.running
    assert check.waiting is not None
    assert check.waiting > timedelta(hours=22)


def test_a_signed_catalogue_says_so(desk: Desk, qtbot: QtBot) -> None:
    with serving(serve_catalog(numbered(NEWER), KEY)) as served:
        desk.source = Source(url=f"{served.url}{PATH}", keys=(KEY.public,))
        with qtbot.waitSignal(desk.refresh.refreshed):
            desk.refresh.refresh()
    assert desk.refresh.trust is Trust.SIGNED
