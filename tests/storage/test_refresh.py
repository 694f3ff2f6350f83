# SPDX-License-Identifier: MIT
"""A refresh brings what is new, keeps what was, and says what came of it."""

import codecs
import json
import os
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from azmodels_gui.publish.build import catalog_bytes
from azmodels_gui.storage.errors import Problem, RefreshFailed
from azmodels_gui.storage.fetch import Watch
from azmodels_gui.storage.refresh import Outcome, Refresh, Refreshed
from azmodels_gui.storage.settings import Source
from azmodels_gui.storage.trust import Trust
from tests.storage.fault_server import in_turn, reply, serving
from tests.storage.home import (
    BUNDLED_SERIAL,
    NOW,
    PATH,
    QUICK,
    REGIONS,
    Home,
    hosted,
    numbered,
    serve_catalog,
)
from tests.storage.keys import KEY, OTHER_KEY, signature

NEWER, NEWEST = BUNDLED_SERIAL + 1, BUNDLED_SERIAL + 2
SHRUNK = numbered(NEWER, REGIONS[:3])
"""Has lost 2 of the 10 offered cells."""


def refreshed(home: Home, serial: int) -> Refreshed:
    with serving(serve_catalog(numbered(serial))) as served:
        return home.refresh(served.url)


def problem_of(home: Home, url: str) -> Problem:
    with pytest.raises(RefreshFailed) as caught:
        home.refresh(url)
    return caught.value.problem


def test_a_newer_catalogue_is_in_use_and_the_old_one_is_kept(home: Home) -> None:
    done = refreshed(home, NEWER)
    assert (done.outcome, done.serial, done.trust) == (Outcome.UPDATED, NEWER, Trust.UNSIGNED)
    assert done.catalog == numbered(NEWER)
    assert done.changes is not None
    assert done.changes.models_added == (f"gpt-{NEWER}",)
    loaded = home.loaded()
    assert (loaded.catalog, loaded.warning, loaded.trust) == (done.catalog, None, Trust.UNSIGNED)
    assert home.store.serials() == [NEWER, BUNDLED_SERIAL]
    record = home.store.record()
    assert (record.current, record.previous, record.last_success) == (NEWER, BUNDLED_SERIAL, NOW)


def test_a_signed_catalogue_costs_two_requests_and_is_called_signed(home: Home) -> None:
    home.keys = (KEY.public,)
    with serving(serve_catalog(numbered(NEWER), KEY)) as served:
        done = home.refresh(served.url)
    assert served.paths == [PATH, f"{PATH}.sig"]
    assert done.trust is home.loaded().trust is Trust.SIGNED


def test_an_unchanged_catalogue_costs_one_request_and_is_not_parsed(home: Home) -> None:
    home.keys = (KEY.public,)
    first, later = hosted(catalog_bytes(numbered(NEWER)), KEY, ETag='"1"'), reply(status=304)
    with serving({**first, PATH: in_turn([first[PATH], later])}) as served:
        home.refresh(served.url)
        served.requests.clear()
        again = home.refresher(served.url)
        done = again.from_address(lambda: pytest.fail("parsed"), Watch(5))
    assert (done.outcome, done.serial, done.catalog) == (Outcome.UNCHANGED, NEWER, None)
    assert served.paths == [PATH]
    assert served.requests[0].headers["If-None-Match"] == '"1"'


def test_the_same_bytes_sent_again_change_nothing(home: Home) -> None:
    refreshed(home, NEWER)
    assert refreshed(home, NEWER).outcome is Outcome.UNCHANGED
    assert home.store.serials() == [NEWER, BUNDLED_SERIAL]


def test_the_bundled_catalogue_that_the_host_has_too_becomes_signed(home: Home) -> None:
    home.keys = (KEY.public,)
    assert home.loaded().trust is Trust.BUNDLED
    with serving(serve_catalog(home.bundled, KEY)) as served:
        assert home.refresh(served.url).outcome is Outcome.UNCHANGED
    assert home.loaded().trust is Trust.SIGNED


def test_five_previous_catalogues_are_kept(home: Home) -> None:
    for serial in range(NEWER, NEWER + 8):
        refreshed(home, serial)
    newest = NEWER + 7
    assert home.store.serials() == [*range(newest, newest - 6, -1), BUNDLED_SERIAL]
    remembered = {int(serial) for serial in home.store.record().kept}
    assert {*range(newest, newest - 6, -1)} <= remembered
    assert len(remembered) <= 7


def test_one_step_back_and_the_host_does_not_undo_it(home: Home) -> None:
    first = hosted(catalog_bytes(numbered(NEWER)), ETag='"1"')
    answers = in_turn([first[PATH], reply(status=304), reply(catalog_bytes(numbered(NEWEST)))])
    with serving({PATH: answers}) as served:
        home.refresh(served.url)
        back = home.refresher().go_back(BUNDLED_SERIAL, lambda: home.loaded().catalog)
        assert (back.outcome, back.catalog) == (Outcome.WENT_BACK, home.bundled)
        assert back.changes is not None
        assert back.changes.models_removed == (f"gpt-{NEWER}",)
        assert home.serial == BUNDLED_SERIAL
        assert home.refresh(served.url).outcome is Outcome.UNCHANGED
        assert home.serial == BUNDLED_SERIAL
        home.refresher().go_back(NEWER, lambda: home.loaded().catalog)
        assert home.serial == NEWER
        assert home.refresh(served.url).outcome is Outcome.UPDATED
    assert home.serial == NEWEST


def test_going_back_to_what_is_not_kept_is_refused(home: Home) -> None:
    with pytest.raises(RefreshFailed) as caught:
        home.refresher().go_back(1, lambda: home.bundled)
    assert caught.value.problem is Problem.NOT_KEPT


def test_a_tenth_of_the_cells_may_vanish_and_more_is_held_back(home: Home) -> None:
    with serving(serve_catalog(numbered(NEWER, REGIONS[:4]))) as served:
        assert home.refresh(served.url).outcome is Outcome.UPDATED
    with serving(serve_catalog(numbered(NEWEST, REGIONS[:3]))) as served:
        assert home.refresh(served.url).outcome is Outcome.HELD_BACK  # one of nine
    assert home.serial == NEWER


def test_what_is_held_back_waits_for_the_user(home: Home) -> None:
    answers = in_turn([reply(catalog_bytes(SHRUNK), headers={"ETag": '"1"'}), reply(status=304)])
    with serving({PATH: answers}) as served:
        done = home.refresh(served.url)
        assert done.outcome is Outcome.HELD_BACK
        assert done.held_back is not None
        assert (done.held_back.lost, done.held_back.total) == (2, 10)
        assert home.serial == BUNDLED_SERIAL
        again = home.refresh(served.url)
        assert (again.outcome, again.held_back) == (Outcome.HELD_BACK, done.held_back)
    taken = home.refresher().accept_held_back(lambda: home.loaded().catalog)
    assert (taken.outcome, home.serial) == (Outcome.UPDATED, NEWER)
    assert home.store.record().held_back is None


def test_what_is_held_back_can_be_dropped_and_a_newer_one_takes_its_place(home: Home) -> None:
    with serving(serve_catalog(SHRUNK)) as served:
        home.refresh(served.url)
        home.refresher().drop_held_back()
        with pytest.raises(RefreshFailed) as caught:
            home.refresher().accept_held_back(lambda: home.bundled)
        assert caught.value.problem is Problem.NOTHING_HELD_BACK
        home.refresh(served.url)
    refreshed(home, NEWEST)
    assert (home.serial, home.store.record().held_back) == (NEWEST, None)


def test_what_is_held_back_is_checked_again_when_it_is_taken(home: Home) -> None:
    with serving(serve_catalog(SHRUNK)) as served:
        home.refresh(served.url)
    home.keys = (KEY.public,)
    with pytest.raises(RefreshFailed) as caught:
        home.refresher().accept_held_back(lambda: home.bundled)
    assert caught.value.problem is Problem.SIGNATURE_MISSING
    assert home.serial == BUNDLED_SERIAL


def test_a_file_is_loaded_without_any_network(home: Home, tmp_path: Path) -> None:
    path = tmp_path / "from a stick.json"
    path.write_bytes(catalog_bytes(numbered(NEWER)))
    home.keys = (KEY.public,)
    with pytest.raises(RefreshFailed) as caught:
        home.open_file(path)
    assert caught.value.problem is Problem.SIGNATURE_MISSING
    Path(f"{path}.sig").write_bytes(signature(path.read_bytes()))
    assert home.open_file(path).trust is Trust.SIGNED
    assert home.serial == NEWER


def test_a_file_that_is_not_there_is_named_in_both_languages(home: Home, tmp_path: Path) -> None:
    with pytest.raises(RefreshFailed) as caught:
        home.open_file(tmp_path / "missing.json")
    assert "missing.json" in caught.value.told("en")
    assert "die Datei gibt es nicht" in caught.value.told("de")


def test_without_an_address_nothing_is_tried(home: Home) -> None:
    assert problem_of(home, "") is Problem.NO_ADDRESS
    assert not home.folder.exists()


def test_the_attempt_is_stored_before_it_is_made(home: Home) -> None:
    seen = []

    def answer(connection: object, request: object) -> None:
        seen.append(home.store.record().last_attempt)
        reply(status=404)(connection, request)  # type: ignore[arg-type]

    with serving({PATH: answer}) as served:
        problem_of(home, served.url)
    assert seen == [NOW]
    assert home.store.record().last_success is None


def test_another_address_or_key_is_asked_for_the_whole_file(home: Home) -> None:
    with serving(hosted(catalog_bytes(numbered(NEWER)), KEY, ETag='"1"')) as served:
        home.refresh(served.url)
        home.keys = (KEY.public,)
        home.refresh(served.url)
    with serving(hosted(catalog_bytes(numbered(NEWER)), KEY, ETag='"1"')) as elsewhere:
        home.refresh(elsewhere.url)
    asked = [*served.requests, *elsewhere.requests]
    assert not any("If-None-Match" in request.headers for request in asked)


def with_secrets(home: Home, url: str, secret: str) -> Refreshed:
    asked = f"{url.replace('//', f'//me:{secret}@')}{PATH}?sig={secret}"
    refresh = Refresh(home.store, Source(url=asked), QUICK, now=lambda: NOW)
    return refresh.from_address(lambda: home.loaded().catalog, Watch(5))


def test_no_secret_of_the_address_is_kept_and_each_address_is_told_apart(home: Home) -> None:
    answers = hosted(catalog_bytes(numbered(NEWER)), ETag='"1"')
    served_at = {f"{PATH}?sig={secret}": answers[PATH] for secret in ("s3cret", "t0ken")}
    with serving(served_at) as served:
        for secret in ("s3cret", "s3cret", "t0ken"):
            with_secrets(home, served.url, secret)
    conditional = ["If-None-Match" in request.headers for request in served.requests]
    assert conditional == [False, True, False]
    for path in home.folder.iterdir():
        assert not [s for s in (b"s3cret", b"t0ken", b"me:") if s in path.read_bytes()], path


def test_a_record_of_before_is_read_and_its_address_forgotten(home: Home) -> None:
    with serving(hosted(catalog_bytes(numbered(NEWER)), ETag='"1"')) as served:
        home.refresh(served.url)
        with home.store.changing():
            answer = home.store.record().answer
            assert answer is not None
            home.store.note(answer=replace(answer, url=f"{served.url}{PATH}"))
        assert home.refresh(served.url).outcome is Outcome.UNCHANGED
        assert home.refresh(served.url).outcome is Outcome.UNCHANGED
    conditional = ["If-None-Match" in request.headers for request in served.requests]
    assert conditional == [False, False, True]
    assert served.url not in (home.folder / "record.json").read_text()


def test_a_lost_catalogue_is_asked_for_again(home: Home) -> None:
    with serving(hosted(catalog_bytes(numbered(NEWER)), ETag='"1"')) as served:
        home.refresh(served.url)
        (home.folder / f"{NEWER}.json").unlink()
        assert home.serial == BUNDLED_SERIAL
        home.refresh(served.url)
    assert "If-None-Match" not in served.requests[1].headers
    assert home.serial == NEWER


def test_a_program_update_brings_a_newer_bundled_catalogue(home: Home) -> None:
    refreshed(home, NEWER)
    home.refresher().go_back(BUNDLED_SERIAL, lambda: home.loaded().catalog)
    home.bundled = numbered(NEWEST)
    assert home.serial == NEWEST
    assert home.store.serials() == [NEWEST, NEWER, BUNDLED_SERIAL]


def test_a_clock_that_is_wrong_by_years_loses_nothing(home: Home) -> None:
    store = home.store
    with store.changing():
        store.note(last_attempt=NOW + timedelta(days=3650))
    refreshed(home, NEWER)
    assert (home.serial, home.store.record().last_attempt) == (NEWER, NOW)
    os.utime(home.folder / f"{NEWER}.json", (0, 0))
    assert home.serial == NEWER


def test_a_file_of_the_serial_held_with_other_content_is_refused(home: Home) -> None:
    refreshed(home, NEWER)
    with serving(serve_catalog(numbered(NEWER, title="Other"))) as served:
        assert problem_of(home, served.url) is Problem.SAME_SERIAL


def nothing_readable(path: Path, put: Callable[[Path], object]) -> None:
    path.unlink()
    put(path)


posix_only = pytest.mark.skipif(sys.platform == "win32", reason="needs pipes and links")
IN_THE_WAY = [
    pytest.param(Path.mkdir, id="a folder"),
    pytest.param(lambda path: os.mkfifo(path), id="a pipe", marks=posix_only),
    pytest.param(lambda path: path.symlink_to("gone/away.json"), id="a link", marks=posix_only),
]


@pytest.mark.parametrize("put", IN_THE_WAY)
def test_a_kept_catalogue_that_cannot_be_read_is_got_again_however_often(
    home: Home, put: Callable[[Path], object]
) -> None:
    with serving(hosted(catalog_bytes(numbered(NEWER)), ETag='"1"')) as served:
        home.refresh(served.url)
        for _ in range(3):
            nothing_readable(home.store.path_of(NEWER), put)
            assert home.serial == BUNDLED_SERIAL
            done = home.refresh(served.url)
            assert (done.outcome, done.catalog) == (Outcome.UPDATED, numbered(NEWER))
            assert (home.serial, home.loaded().warning) == (NEWER, None)
    assert not any("If-None-Match" in request.headers for request in served.requests)


@pytest.mark.parametrize("put", IN_THE_WAY)
def test_other_content_of_the_serial_that_cannot_be_read_is_refused(
    home: Home, put: Callable[[Path], object]
) -> None:
    refreshed(home, NEWER)
    nothing_readable(home.folder / f"{NEWER}.json", put)
    with serving(serve_catalog(numbered(NEWER, title="Other"))) as served:
        assert problem_of(home, served.url) is Problem.SAME_SERIAL
    assert refreshed(home, NEWER).outcome is Outcome.UPDATED


def test_other_content_of_a_serial_that_a_newer_program_kept_is_refused(home: Home) -> None:
    refreshed(home, NEWER)
    later = catalog_bytes(numbered(NEWER)).replace(b'"1.0"', b'"2.0"', 1)
    (home.folder / f"{NEWER}.json").write_bytes(later)
    (home.folder / "record.json").unlink()
    with serving(serve_catalog(numbered(NEWER))) as served:
        assert problem_of(home, served.url) is Problem.SAME_SERIAL


def test_what_became_unreadable_while_it_was_on_show_is_written_again(home: Home) -> None:
    shown = refreshed(home, NEWER).catalog
    assert shown is not None
    path = home.folder / f"{NEWER}.json"
    damages: tuple[Callable[[Path], object], ...] = (
        Path.mkdir,
        lambda path: path.write_bytes(b"{"),
    )
    for put in damages:
        nothing_readable(path, put)
        with serving(serve_catalog(numbered(NEWER))) as served:
            done = home.refresher(served.url).from_address(lambda: shown, Watch(5))
        assert done.outcome is Outcome.UNCHANGED
        assert (home.serial, home.loaded().warning) == (NEWER, None)
        path = home.store.path_of(NEWER)


def test_what_is_held_back_and_cannot_be_read_is_asked_for_again(home: Home) -> None:
    with serving(hosted(catalog_bytes(SHRUNK), ETag='"1"')) as served:
        home.refresh(served.url)
        (home.folder / "held-back.json").unlink()
        assert home.refresh(served.url).outcome is Outcome.HELD_BACK
    assert "If-None-Match" not in served.requests[1].headers
    assert home.refresher().accept_held_back(lambda: home.bundled).serial == NEWER


def test_the_signature_of_another_key_is_refused_before_the_json_is_read(home: Home) -> None:
    home.keys = (KEY.public,)
    with serving(hosted(b"no json", OTHER_KEY)) as served:
        assert problem_of(home, served.url) is Problem.KEY_UNKNOWN


def test_a_byte_order_mark_is_kept_and_read_again(home: Home) -> None:
    data = codecs.BOM_UTF8 + catalog_bytes(numbered(NEWER))
    with serving(hosted(data)) as served:
        assert home.refresh(served.url).outcome is Outcome.UPDATED
        assert (home.serial, home.loaded().warning) == (NEWER, None)
        assert home.refresh(served.url).outcome is Outcome.UNCHANGED


def test_after_going_back_an_older_file_is_still_older_than_the_newest_held(home: Home) -> None:
    refreshed(home, NEWER)
    refreshed(home, NEWEST + 1)
    home.refresher().go_back(NEWER, lambda: home.loaded().catalog)
    with serving(serve_catalog(numbered(NEWEST))) as served:
        assert problem_of(home, served.url) is Problem.OLDER
    assert home.serial == NEWER
    assert refreshed(home, NEWEST + 1).outcome is Outcome.UPDATED


@pytest.mark.parametrize(
    ("serial", "published"),
    [
        pytest.param(10**12, date(2026, 11, 24), id="a serial beyond all days"),
        pytest.param(20281125001, date(2026, 11, 24), id="a serial two years and a day ahead"),
        pytest.param(99991231001, date(9999, 12, 31), id="the last day there is"),
        pytest.param(20281201001, date(2028, 12, 1), id="published in more than two years"),
    ],
)
def test_a_date_too_far_ahead_is_refused_and_blocks_nothing(
    home: Home, serial: int, published: date
) -> None:
    with serving(serve_catalog(numbered(serial, published=published))) as served:
        assert problem_of(home, served.url) is Problem.DATED_AHEAD
    assert refreshed(home, NEWER).outcome is Outcome.UPDATED


def test_a_serial_that_an_earlier_version_took_blocks_nothing(home: Home) -> None:
    refreshed(home, NEWER)
    beyond = catalog_bytes(numbered(10**12))
    (home.folder / f"{10**12}.json").write_bytes(beyond)
    with home.store.changing():
        home.store.note(current=10**12)
    assert home.serial == 10**12
    assert refreshed(home, NEWEST).outcome is Outcome.UPDATED
    assert home.serial == NEWEST


def test_a_serial_of_the_next_year_and_a_clock_years_back_are_no_faults(home: Home) -> None:
    with serving(serve_catalog(numbered(20271231999, published=date(2027, 12, 31)))) as served:
        clock = datetime(2016, 1, 1, tzinfo=UTC)
        source = Source(url=f"{served.url}{PATH}")
        refresh = Refresh(home.store, source, QUICK, now=lambda: clock)
        done = refresh.from_address(lambda: home.loaded().catalog, Watch(5))
    assert done.outcome is Outcome.UPDATED


def test_one_odd_key_of_the_record_loses_no_refresh(home: Home) -> None:
    refreshed(home, NEWER)
    path = home.folder / "record.json"
    record = json.loads(path.read_text())
    record["kept"] |= {"abc": record["kept"][str(NEWER)], str(BUNDLED_SERIAL): 5}
    path.write_text(json.dumps(record))
    assert home.store.record().kept.keys() == {str(NEWER)}
    assert refreshed(home, NEWEST).outcome is Outcome.UPDATED


def test_a_catalogue_in_use_that_is_gone_is_told(home: Home) -> None:
    refreshed(home, NEWER)
    refreshed(home, NEWEST)
    (home.folder / f"{NEWEST}.json").unlink()
    loaded = home.loaded()
    assert loaded.catalog.serial == NEWER
    assert isinstance(loaded.warning, RefreshFailed)
    assert loaded.warning.problem is Problem.KEPT_MISSING


def test_what_is_taken_is_what_the_user_decided_on(home: Home) -> None:
    with serving(serve_catalog(SHRUNK)) as served:
        assert home.refresh(served.url).outcome is Outcome.HELD_BACK
    empty = catalog_bytes(numbered(NEWER, ()))
    (home.folder / "held-back.json").write_bytes(empty)
    with pytest.raises(RefreshFailed) as caught:
        home.refresher().accept_held_back(lambda: home.bundled)
    assert caught.value.problem is Problem.NOTHING_HELD_BACK


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_a_sign_in_page_is_known_in_every_encoding(home: Home, encoding: str) -> None:
    with serving(hosted(" \n<!DOCTYPE html><title>WLAN</title>".encode(encoding))) as served:
        assert problem_of(home, served.url) is Problem.WEB_PAGE
