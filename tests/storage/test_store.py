# SPDX-License-Identifier: MIT
"""Kept catalogues survive damage, full disks, other windows and folders that are not there."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from azmodels_gui.publish.build import catalog_bytes
from azmodels_gui.storage.catalog_file import bundled_catalog
from azmodels_gui.storage.errors import InstallationDamaged, Problem, RefreshFailed
from azmodels_gui.storage.fetch import Watch
from azmodels_gui.storage.files import MAX_BYTES, Busy, locked, read_bytes
from azmodels_gui.storage.held import load_held
from azmodels_gui.storage.refresh import Candidate, Outcome, checked_catalog
from azmodels_gui.storage.store import CatalogStore
from tests.storage.fault_server import serving
from tests.storage.home import BUNDLED_SERIAL, Home, numbered, serve_catalog
from tests.storage.keys import KEY
from tests.storage.survival import Survival

FIRST, SECOND, THIRD = (BUNDLED_SERIAL + number for number in (1, 2, 3))


def refresh(home: Home, serial: int) -> Outcome:
    with serving(serve_catalog(numbered(serial))) as served:
        return home.refresh(served.url).outcome


def problem_of(home: Home, serial: int) -> Problem:
    with serving(serve_catalog(numbered(serial))) as served:
        with pytest.raises(RefreshFailed) as caught:
            home.refresh(served.url)
        return caught.value.problem


@pytest.fixture
def used(home: Home) -> Home:
    """A machine that has refreshed twice."""
    refresh(home, FIRST)
    refresh(home, SECOND)
    return home


DAMAGES: list[tuple[str, Callable[[bytes], bytes]]] = [
    ("empty", lambda _data: b""),
    ("cut off", lambda data: data[: len(data) // 2]),
    ("zeros", lambda data: bytes(len(data))),
    ("one bit", lambda data: data.replace(b"gpt-x", b"gpt-y", 1)),
    ("another catalogue", lambda _data: catalog_bytes(numbered(THIRD))),
    ("a web page", lambda _data: b"<html>"),
]


@pytest.mark.parametrize("damage", [pytest.param(damage, id=name) for name, damage in DAMAGES])
def test_a_damaged_catalogue_is_set_aside_and_the_one_before_is_shown(
    used: Home, survival: Survival, damage: Callable[[bytes], bytes]
) -> None:
    path = used.folder / f"{SECOND}.json"
    damaged = damage(path.read_bytes())
    path.write_bytes(damaged)
    survival.tried += 1
    loaded = used.loaded()
    aside = path.with_name(f"{path.name}.broken-1")
    assert loaded.catalog.serial == FIRST
    assert aside.read_bytes() == damaged
    assert loaded.warning is not None
    assert aside.name in str(loaded.warning)
    assert str(FIRST) in str(loaded.warning)
    survival.count(refresh(used, SECOND) is Outcome.UPDATED and used.serial == SECOND)


def test_all_saved_ones_damaged_leaves_the_bundled_one(used: Home) -> None:
    for path in used.folder.glob("*.json"):
        path.write_bytes(b"{")
    loaded = used.loaded()
    assert (loaded.catalog, loaded.origin) == (used.bundled, None)
    assert loaded.warning is not None
    assert refresh(used, THIRD) is Outcome.UPDATED


@pytest.mark.parametrize(
    "record",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"[]", id="a list"),
        pytest.param(b'{"current": "x", "kept": 5, "answer": [], "last_attempt": 1e99}', id="odd"),
        pytest.param(b'{"current": 123}', id="a serial that is not kept"),
        pytest.param(None, id="missing"),
    ],
)
def test_a_damaged_record_loses_no_catalogue(
    used: Home, survival: Survival, record: bytes | None
) -> None:
    path = used.folder / "record.json"
    path.unlink() if record is None else path.write_bytes(record)
    survival.tried += 1
    survival.count(used.serial == SECOND and refresh(used, THIRD) is Outcome.UPDATED)
    assert used.store.serials() == [THIRD, SECOND, FIRST, BUNDLED_SERIAL]
    used.refresher().go_back(FIRST, lambda: used.loaded().catalog)
    assert used.serial == FIRST


def folder_instead(path: Path) -> None:
    path.unlink()
    path.mkdir()


RECORD_DAMAGES: list[tuple[str, Callable[[Path], object], bool]] = [
    ("no values", lambda path: path.write_bytes(b"{"), True),
    ("no values, and a copy", lambda path: path.write_bytes(b"{"), False),
    ("a folder", folder_instead, True),
    ("one word", lambda path: path.write_bytes(path.read_bytes().replace(b"curr", b"cusr")), True),
]


@pytest.mark.parametrize(
    ("damage", "copy_too"),
    [pytest.param(damage, copy_too, id=name) for name, damage, copy_too in RECORD_DAMAGES],
)
def test_a_damaged_record_is_told_until_a_catalogue_is_chosen_again(
    used: Home, damage: Callable[[Path], object], copy_too: bool
) -> None:
    used.refresher().go_back(FIRST, lambda: used.loaded().catalog)
    record = used.folder / "record.json"
    damage(record)
    if copy_too:
        damage(used.folder / "record.json.last-good")
    for _ in range(2):
        loaded = used.loaded()
        assert loaded.catalog.serial == (SECOND if copy_too else FIRST)
        assert isinstance(loaded.warning, RefreshFailed)
        assert loaded.warning.problem is Problem.RECORD_DAMAGED
        assert str(record) in loaded.warning.told("de")
        assert str(loaded.catalog.serial) in loaded.warning.told("de")
    if record.is_dir():
        record.rmdir()
    used.refresher().go_back(FIRST, lambda: used.loaded().catalog)
    assert (used.serial, used.loaded().warning) == (FIRST, None)


def test_a_catalogue_of_a_newer_program_is_left_alone(used: Home) -> None:
    path = used.folder / f"{THIRD}.json"
    path.write_bytes(catalog_bytes(numbered(THIRD)).replace(b'"1.0"', b'"2.0"', 1))
    with used.store.changing():
        used.store.note(current=THIRD)
    loaded = used.loaded()
    assert loaded.catalog.serial == SECOND
    assert loaded.warning is not None
    assert path.exists()


def test_a_folder_that_is_missing_is_made(home: Home) -> None:
    home.folder = home.folder / "not" / "yet" / "there"
    assert home.serial == BUNDLED_SERIAL
    assert refresh(home, FIRST) is Outcome.UPDATED
    shutil.rmtree(home.folder)
    assert (home.serial, home.loaded().warning) == (BUNDLED_SERIAL, None)


def test_a_folder_that_cannot_be_written_is_told_before_anything_is_asked(
    home: Home, survival: Survival
) -> None:
    home.folder.write_bytes(b"a file where the folder should be")
    with serving(serve_catalog(numbered(FIRST))) as served:
        with survival.unchanged(home), pytest.raises(RefreshFailed) as caught:
            home.refresh(served.url)
        assert served.requests == []
    assert caught.value.problem is Problem.NOT_SAVED
    assert "AZMODELS_DATA_DIR" in str(caught.value.next_step)


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere"
)
def test_a_read_only_folder_changes_nothing(used: Home, survival: Survival) -> None:
    used.folder.chmod(0o500)
    with survival.unchanged(used):
        assert problem_of(used, THIRD) is Problem.NOT_SAVED
    used.folder.chmod(0o700)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 128 KiB."""
    folder = tmp_path / "small"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=128k", "tmpfs", str(folder)]
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root on Linux can make a small disk")
    if subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("this system does not let root mount a tmpfs")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_changes_nothing(home: Home, small_disk: Path, survival: Survival) -> None:
    home.folder = small_disk / "catalogs"
    assert refresh(home, FIRST) is Outcome.UPDATED
    free = shutil.disk_usage(small_disk).free
    for left in (0, 4_096, 8_192, 12_288):
        filler = small_disk / "filler"
        filler.write_bytes(bytes(max(0, free - left)))
        with survival.unchanged(home):
            assert problem_of(home, SECOND) is Problem.NOT_SAVED
        filler.unlink()
        assert not list(home.folder.glob("*.tmp"))
    assert refresh(home, SECOND) is Outcome.UPDATED


def test_another_window_that_holds_the_folder_is_waited_for_then_told(used: Home) -> None:
    with locked(used.folder / ".lock"):
        assert problem_of(used, THIRD) is Problem.BUSY
    assert refresh(used, THIRD) is Outcome.UPDATED


def test_a_folder_in_the_place_of_the_lock_is_named(home: Home) -> None:
    lock = home.folder / ".lock"
    lock.mkdir(parents=True)
    with pytest.raises(RefreshFailed, match="it is a folder") as caught:
        home.refresh("http://localhost")
    assert str(lock) in str(caught.value)


def test_a_lock_is_held_once_and_freed_at_the_end(tmp_path: Path) -> None:
    path = tmp_path / "new" / ".lock"
    with locked(path), pytest.raises(Busy), locked(path, wait_s=0.05):
        pass
    with locked(path, wait_s=0):
        pass


def test_a_window_that_shows_an_older_catalogue_cannot_bring_it_back(used: Home) -> None:
    """The other window refreshed meanwhile: what counts is the disk, not what is on show."""
    shown = numbered(FIRST)
    with serving(serve_catalog(numbered(FIRST))) as served:
        refresher = used.refresher(served.url)
        with pytest.raises(RefreshFailed) as caught:
            refresher.from_address(lambda: shown, Watch(5))
    assert caught.value.problem is Problem.OLDER
    assert used.serial == SECOND


def test_what_a_killed_write_left_is_swept_away(used: Home) -> None:
    (used.folder / ".20261122009.json.0badf00d.tmp").write_bytes(b"half")
    refresh(used, THIRD)
    assert not list(used.folder.glob("*.tmp"))


def test_what_is_in_the_folder_but_not_ours_is_left_alone(used: Home) -> None:
    for name in ("notes.txt", "catalog.json", "12345678901234.json", "7.json.bak"):
        (used.folder / name).write_bytes(b"mine")
    refresh(used, THIRD)
    assert used.store.serials() == [THIRD, SECOND, FIRST, BUNDLED_SERIAL]
    assert (used.folder / "notes.txt").read_bytes() == b"mine"


def test_the_real_bundled_catalogue_is_the_floor(tmp_path: Path) -> None:
    store = CatalogStore(tmp_path / "none")
    assert load_held(store, ()).catalog == bundled_catalog()
    assert store.serials() == [bundled_catalog().serial]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"{}", id="no serial"),
        pytest.param(b"", id="empty"),
        pytest.param(
            b'{"schema_version": "1.0", "serial": 1, "published": "2026-99-99"}', id="no such day"
        ),
    ],
)
def test_a_damaged_installation_is_told(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(InstallationDamaged, match="again"):
        load_held(CatalogStore(tmp_path, lambda: data), ())


def test_a_bundled_catalogue_written_by_others_is_read_for_its_serial(tmp_path: Path) -> None:
    spread = json.dumps(json.loads(catalog_bytes(numbered(FIRST))), sort_keys=True).encode()
    assert CatalogStore(tmp_path, lambda: spread).bundled_serial == FIRST
    head = catalog_bytes(numbered(FIRST))[:200]
    with pytest.raises(InstallationDamaged):
        load_held(CatalogStore(tmp_path, lambda: head), ())


def test_what_is_not_signed_by_todays_keys_is_passed_over(used: Home) -> None:
    used.keys = (KEY.public,)
    loaded = used.loaded()
    assert (loaded.catalog, loaded.origin) == (used.bundled, used.folder / f"{BUNDLED_SERIAL}.json")
    (used.folder / f"{BUNDLED_SERIAL}.json").write_bytes(b"{")
    assert used.loaded().catalog == used.bundled


def test_a_saved_one_that_cannot_be_read_is_passed_over_and_left(used: Home) -> None:
    path = used.folder / f"{SECOND}.json"
    path.unlink()
    path.mkdir()
    loaded = used.loaded()
    assert loaded.catalog.serial == FIRST
    assert loaded.warning is not None
    assert path.is_dir()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes")
def test_a_pipe_that_waits_under_a_newer_serial_holds_up_no_refresh(used: Home) -> None:
    path = used.folder / f"{THIRD}.json"
    os.mkfifo(path)
    assert refresh(used, THIRD) is Outcome.UPDATED
    assert (used.serial, used.loaded().warning) == (THIRD, None)


def test_other_bytes_of_the_same_serial_never_get_the_new_signature(home: Home) -> None:
    """One was kept unsigned; later the host signs another file of that serial."""
    refresh(home, FIRST)
    home.refresher().go_back(BUNDLED_SERIAL, lambda: home.loaded().catalog)
    home.keys = (KEY.public,)
    with serving(serve_catalog(numbered(FIRST, title="Another"), KEY)) as served:
        assert home.refresh(served.url).serial == FIRST
    assert home.loaded().catalog.title == "Another"
    assert (home.folder / f"{FIRST}.json.broken-1").read_bytes() == catalog_bytes(numbered(FIRST))


def test_another_windows_catalogue_that_is_damaged_does_not_stop_a_refresh(used: Home) -> None:
    shown = numbered(FIRST)
    (used.folder / f"{SECOND}.json").write_bytes(b"{")
    with serving(serve_catalog(numbered(THIRD))) as served:
        done = used.refresher(served.url).from_address(lambda: shown, Watch(5))
    assert (done.outcome, done.serial) == (Outcome.UPDATED, THIRD)


def test_a_catalogue_above_the_ceiling_is_refused_first() -> None:
    with pytest.raises(RefreshFailed) as caught:
        checked_catalog(Candidate("huge.json", bytes(MAX_BYTES + 1)), (KEY.public,))
    assert caught.value.problem is Problem.TOO_LARGE


def test_a_file_of_several_pieces_is_read_whole(tmp_path: Path) -> None:
    data = os.urandom(9 * 1024 * 1024)
    (tmp_path / "large").write_bytes(data)
    assert read_bytes(tmp_path / "large") == data


def test_a_disk_that_becomes_read_only_changes_nothing(
    home: Home, small_disk: Path, survival: Survival
) -> None:
    home.folder = small_disk / "catalogs"
    assert refresh(home, FIRST) is Outcome.UPDATED
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with survival.unchanged(home):
        assert problem_of(home, SECOND) is Problem.NOT_SAVED


def test_without_the_record_the_files_tell_their_days(home: Home) -> None:
    assert refresh(home, FIRST) is Outcome.UPDATED
    days = {each.serial: each.published for each in home.store.history(())}
    (home.folder / "record.json").unlink()
    assert {each.serial: each.published for each in home.store.history(())} == days
    (home.folder / f"{FIRST}.json").write_text("{}")
    assert {each.serial: each.published for each in home.store.history(())}[FIRST] is None
