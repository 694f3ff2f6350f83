# SPDX-License-Identifier: MIT
"""Clients' files on disk: five kept versions, the last good one, and kills at any moment."""

import contextlib
import os
import random
import shutil
import signal
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from azmodels_gui.clients.client import Client, read_client
from azmodels_gui.storage.client_file import (
    APART_NS,
    KEPT_VERSIONS,
    MAX_CLIENT_BYTES,
    ClientChangedElsewhere,
    ClientFiles,
    ClientFileUnusable,
)
from azmodels_gui.storage.errors import FileNotSaved
from tests.apart import told

ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("AZMODELS_KILLS", "60"))
"""300 and more for a campaign; each takes some 30 ms."""


@pytest.fixture
def files(tmp_path: Path) -> ClientFiles:
    return ClientFiles(tmp_path / "kept")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "contoso.azclient"


DIGITS_OF_ANOTHER_SCRIPT = "\N{ARABIC-INDIC DIGIT THREE}" * 20


class Clock:
    """A clock that a test moves on."""

    now_ns = 10**18

    def __call__(self) -> int:
        return self.now_ns


@pytest.fixture
def clock() -> Clock:
    return Clock()


def kept(files: ClientFiles, path: Path) -> list[Client]:
    return [read_client(version.read_bytes()) for version in files.versions(path)]


def numbered(number: int) -> Client:
    return Client(name="Contoso", notes=f"note {number} " * 2_000)


def test_what_was_saved_is_read(files: ClientFiles, path: Path) -> None:
    client = numbered(1)
    files.save(path, client)
    assert files.read(path) == client
    assert [version.read_bytes() for version in files.versions(path)] == [path.read_bytes()]


def test_five_versions_are_kept_beside_the_one_in_the_file(
    tmp_path: Path, path: Path, clock: Clock
) -> None:
    files = ClientFiles(tmp_path / "kept", clock)
    clients = [numbered(number) for number in range(9)]
    for client in clients:
        clock.now_ns += APART_NS
        files.save(path, client)
        files.save(path, client)  # nothing new: no version more
    assert kept(files, path) == clients[: -2 - KEPT_VERSIONS : -1]


def test_saves_of_a_few_minutes_push_out_no_older_version(
    tmp_path: Path, path: Path, clock: Clock
) -> None:
    files = ClientFiles(tmp_path / "kept", clock)
    client = Client(name="Contoso")
    held = files.save(path, client)
    for number in range(1, 90):
        clock.now_ns += 10 * 10**9
        held.save(client.but(notes=str(number)))
    assert [each.notes for each in kept(files, path)] == ["89", "60", ""]


def test_a_damaged_file_is_left_and_the_last_good_version_offered(
    files: ClientFiles, path: Path
) -> None:
    files.save(path, numbered(1))
    last = numbered(2)
    files.save(path, last)
    damaged = path.read_bytes()[:-30]
    path.write_bytes(damaged)
    with pytest.raises(ClientFileUnusable, match="last good version") as caught:
        files.read(path)
    assert caught.value.kept is not None
    assert read_client(caught.value.kept.read_bytes()) == last
    assert path.read_bytes() == damaged


def test_a_damaged_file_never_pushes_out_a_good_version(files: ClientFiles, path: Path) -> None:
    files.save(path, numbered(1))
    files.save(path, numbered(2))
    before = files.versions(path)
    path.write_bytes(b"broken")
    files.save(path, numbered(3))
    assert files.versions(path)[1:] == before
    assert path.with_name(f"{path.name}.broken-1").read_bytes() == b"broken"


def test_what_another_wrote_is_never_written_over(files: ClientFiles, path: Path) -> None:
    files.save(path, numbered(1))
    (_, one), (_, other) = files.open(path), files.open(path)
    assert not one.changed_elsewhere()
    other.save(numbered(2))
    assert one.changed_elsewhere()
    with pytest.raises(ClientChangedElsewhere, match="changed elsewhere"):
        one.save(numbered(3))
    assert files.read(path).notes == numbered(2).notes
    other.save(numbered(4))
    assert not other.changed_elsewhere()
    aside = files.keep_aside(path, numbered(3))
    assert read_client(aside.read_bytes()).notes == numbered(3).notes


def test_a_file_that_is_gone_is_written_anew_but_not_its_folder(
    files: ClientFiles, tmp_path: Path
) -> None:
    drive = tmp_path / "drive"
    drive.mkdir()
    held = files.save(drive / "contoso.azclient", numbered(1))
    held.path.unlink()
    held.save(numbered(2))
    assert files.read(held.path).notes == numbered(2).notes
    held.path.unlink()
    drive.rmdir()
    with pytest.raises(FileNotSaved, match="no such folder"):
        held.save(numbered(3))


def test_what_a_killed_write_left_is_removed_when_it_is_old(
    tmp_path: Path, path: Path, clock: Clock
) -> None:
    files = ClientFiles(tmp_path / "kept", clock)
    files.save(path, numbered(1))
    left = path.with_name(f".{path.name}.0a1b2c3d.tmp")
    left.write_bytes(b"half")
    clock.now_ns = left.stat().st_mtime_ns + 1
    files.read(path)
    assert left.exists()
    clock.now_ns += 2 * 3_600 * 10**9
    files.read(path)
    assert not left.exists()


def test_what_cannot_be_read_is_never_overwritten(files: ClientFiles, path: Path) -> None:
    path.write_bytes(b"x" * (MAX_CLIENT_BYTES + 1))
    with pytest.raises(FileNotSaved, match="larger than 32 MiB"):
        files.save(path, numbered(1))
    assert path.stat().st_size == MAX_CLIENT_BYTES + 1


def test_a_file_of_a_later_version_is_never_overwritten(files: ClientFiles, path: Path) -> None:
    later = b'{"format": "azmodels client", "version": 2, "name": "x"}'
    path.write_bytes(later)
    with pytest.raises(FileNotSaved):
        files.save(path, numbered(1))
    assert path.read_bytes() == later


def in_the_way_of_versions(files: ClientFiles, path: Path) -> Path:
    """Put a file where the folder of versions has to be; return its place."""
    files.save(path, numbered(0))
    folder = files.versions(path)[0].parent
    shutil.rmtree(folder)
    folder.write_bytes(b"in the way")
    return folder


def test_what_was_saved_without_a_version_is_said_so_and_saved_again(
    files: ClientFiles, path: Path
) -> None:
    in_the_way = in_the_way_of_versions(files, path)
    path.unlink()
    held = files.save(path, numbered(1))
    for number in (2, 3):
        assert "was saved, but no version of it could be kept" in str(held.unkept)
        held.save(numbered(number))
        assert files.read(path) == numbered(number).but(tenant=files.read(path).tenant)
        assert not held.changed_elsewhere()
    with pytest.raises(FileNotSaved):
        files.keep_aside(path, numbered(4))
    in_the_way.unlink()
    held.save(numbered(5))
    assert held.unkept is None
    assert len(files.versions(path)) == 1


def folder_made(place: Path) -> None:
    place.mkdir()
    (place / "something").touch()


@pytest.mark.parametrize("make", [folder_made, getattr(os, "mkfifo", folder_made)])
def test_what_is_no_file_among_versions_is_passed_over(
    files: ClientFiles, path: Path, make: Callable[[Path], None]
) -> None:
    held = files.save(path, numbered(1))
    (version,) = files.versions(path)
    version.unlink()
    make(version)
    for number in range(2, 5 + KEPT_VERSIONS):
        held.save(numbered(number))
        assert held.unkept is None
        assert files.versions(path)[0].read_bytes() == path.read_bytes()
    aside = files.keep_aside(path, numbered(99))
    assert read_client(aside.read_bytes()).notes == numbered(99).notes


def test_foreign_names_among_versions_are_passed_over_and_stay(
    files: ClientFiles, path: Path
) -> None:
    held = files.save(path, numbered(1))
    (version,) = files.versions(path)
    foreign = [
        version.with_name(name)
        for name in (
            f"{version.stem} (conflicted copy){version.suffix}",
            f"x{version.suffix}",
            f"{DIGITS_OF_ANOTHER_SCRIPT}{version.suffix}",
        )
    ]
    for each in foreign:
        each.write_bytes(b"foreign")
    for number in range(2, 5 + KEPT_VERSIONS):
        held.save(numbered(number))
    files.keep_aside(path, numbered(99))
    assert files.last_good(path) == files.versions(path)[0]
    assert not {*foreign} & {*files.versions(path)}
    assert all(each.read_bytes() == b"foreign" for each in foreign)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names are UTF-8")
@pytest.mark.parametrize("name", [b"\xff.azclient", b"\xe4/contoso.azclient"])
def test_a_name_that_is_no_utf8_has_versions(
    files: ClientFiles, tmp_path: Path, name: bytes
) -> None:
    path = tmp_path / os.fsdecode(name)
    path.parent.mkdir(exist_ok=True)
    files.save(path, numbered(1)).save(numbered(2))
    assert files.read(path).notes == numbered(2).notes
    assert files.last_good(path) == files.versions(path)[0]


def test_what_the_system_says_nothing_of_is_not_said_to_have_changed(
    files: ClientFiles, path: Path
) -> None:
    held = files.save(path, numbered(1))
    held.path = path.with_name("x" * 300 + path.suffix)  # so is a folder without permission
    assert not held.changed_elsewhere()


def test_what_no_file_can_hold_is_told_and_the_file_left(files: ClientFiles, path: Path) -> None:
    held = files.save(path, numbered(1))
    before = path.read_bytes()
    unwritable = numbered(2).but(pinned=(("a", "\ud800"),))
    for write in (partial(files.save, path), held.save, partial(files.keep_aside, path)):
        with pytest.raises(FileNotSaved, match="cannot be written"):
            write(unwritable)
    assert path.read_bytes() == before
    held.save(numbered(3))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")
def test_kills_at_any_moment_leave_a_whole_file(tmp_path: Path, path: Path) -> None:
    """A process saves one note after the other; whatever the moment, a whole one is there."""
    code = (
        "import sys; from pathlib import Path;"
        "from azmodels_gui.storage.client_file import ClientFiles;"
        "from tests.storage.test_client_file import numbered;"
        "files = ClientFiles(Path(sys.argv[1])); path = Path(sys.argv[2]);"
        "from tests.storage.test_client_file import kill_saves;"
        "kill_saves(files, path, int(sys.argv[3]))"
    )
    told("-c", code, tmp_path / "kept", path, KILLS)


def kill_saves(files: ClientFiles, path: Path, kills: int) -> None:
    """Fork a child that saves without end, kill it, and hold that nothing it had saved is lost."""
    files.save(path, numbered(0))
    chance = random.Random(17)
    last, most_s = 0, 0.02
    for _ in range(kills):
        told, tell = os.pipe()
        child = os.fork()
        if not child:
            with contextlib.suppress(BaseException):
                for number in range(last + 1, 10**6):
                    files.save(path, numbered(number))
                    os.write(tell, number.to_bytes(4, "big"))
            os._exit(1)
        os.close(tell)
        time.sleep(chance.uniform(0.0, most_s))
        os.kill(child, signal.SIGKILL)
        assert os.WIFSIGNALED(os.waitpid(child, 0)[1])
        with os.fdopen(told, "rb") as pipe:
            saved = int.from_bytes(pipe.read()[-4:], "big") or last
        found = int(files.read(path).notes.split()[1])
        assert saved <= found <= saved + 1
        # The time in which kills come follows the machine: some before a save, some amid others.
        most_s *= 0.9 if found > last else 1.2
        last = found
        for version in files.versions(path):
            read_client(version.read_bytes())
    assert last > 0
