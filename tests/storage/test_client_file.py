# SPDX-License-Identifier: MIT
"""Clients' files on disk: five kept versions, the last good one, and kills at any moment."""

import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from azmodels_gui.clients.client import Client, read_client
from azmodels_gui.storage.client_file import (
    KEPT_VERSIONS,
    MAX_CLIENT_BYTES,
    ClientFiles,
    ClientFileUnusable,
)
from azmodels_gui.storage.errors import FileNotSaved

ROOT = Path(__file__).parents[2]
KILLS = 60


@pytest.fixture
def files(tmp_path: Path) -> ClientFiles:
    return ClientFiles(tmp_path / "kept")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "contoso.azclient"


def numbered(number: int) -> Client:
    return Client(name="Contoso", notes=f"note {number} " * 2_000)


def test_what_was_saved_is_read(files: ClientFiles, path: Path) -> None:
    client = numbered(1)
    files.save(path, client)
    assert files.read(path) == client
    assert files.versions(path) == []


def test_five_versions_are_kept_the_newest_first(files: ClientFiles, path: Path) -> None:
    clients = [numbered(number) for number in range(9)]
    for client in clients:
        files.save(path, client)
        files.save(path, client)  # nothing new: no version more
    kept = [read_client(version.read_bytes()) for version in files.versions(path)]
    assert kept == clients[-2 : -2 - KEPT_VERSIONS : -1]


def test_a_damaged_file_is_left_and_the_last_good_version_offered(
    files: ClientFiles, path: Path
) -> None:
    files.save(path, numbered(1))
    files.save(path, numbered(2))
    damaged = path.read_bytes()[:-30]
    path.write_bytes(damaged)
    with pytest.raises(ClientFileUnusable, match="last good version") as caught:
        files.read(path)
    assert caught.value.kept is not None
    assert read_client(caught.value.kept.read_bytes()) == numbered(1).but(
        tenant=read_client(caught.value.kept.read_bytes()).tenant
    )
    assert path.read_bytes() == damaged


def test_a_damaged_file_never_pushes_out_a_good_version(files: ClientFiles, path: Path) -> None:
    files.save(path, numbered(1))
    files.save(path, numbered(2))
    before = files.versions(path)
    path.write_bytes(b"broken")
    files.save(path, numbered(3))
    assert files.versions(path) == before
    assert path.with_name(f"{path.name}.broken-1").read_bytes() == b"broken"


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
    arguments = [str(tmp_path / "kept"), str(path), str(KILLS)]
    ran = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert ran.returncode == 0, ran.stderr


def kill_saves(files: ClientFiles, path: Path, kills: int) -> None:
    """Fork a child that saves without end, kill it, and hold that the file is whole."""
    files.save(path, numbered(0))
    chance = random.Random(17)
    last, most_s = 0, 0.02
    for _ in range(kills):
        child = os.fork()
        if not child:
            with contextlib.suppress(BaseException):
                for number in range(last, 10**6):
                    files.save(path, numbered(number))
            os._exit(1)
        time.sleep(chance.uniform(0.0, most_s))
        os.kill(child, signal.SIGKILL)
        assert os.WIFSIGNALED(os.waitpid(child, 0)[1])
        found = int(files.read(path).notes.split()[1])
        assert found >= last
        # The time in which kills come follows the machine: some before a save, some amid others.
        most_s *= 0.9 if found > last else 1.2
        last = found
        for version in files.versions(path):
            read_client(version.read_bytes())
    assert last > 0
