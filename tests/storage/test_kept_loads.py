# SPDX-License-Identifier: MIT
"""Files beside the state that hold loads."""

import os
from pathlib import Path

import pytest

from azmodels_gui.storage.errors import FileNotSaved, FileUnreadable
from azmodels_gui.storage.files import MAX_BYTES, read_bytes
from azmodels_gui.storage.preferences import FORGOTTEN_AFTER_S, KeptLoads

KEY, OTHER = "0123456789abcdef", "fedcba9876543210"


def test_what_was_kept_is_held(tmp_path: Path) -> None:
    KeptLoads(tmp_path / "loads").keep(KEY, b"load")
    assert KeptLoads(tmp_path / "loads").held(KEY) == b"load"


@pytest.mark.parametrize("key", [OTHER, "", "../../secret", "0123456789ABCDEF"])
def test_what_was_not_kept_is_told(tmp_path: Path, key: str) -> None:
    (tmp_path / "secret.load").write_bytes(b"secret")
    loads = KeptLoads(tmp_path / "a" / "loads")
    loads.keep(KEY, b"load")
    with pytest.raises(FileUnreadable):
        loads.held(key)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "loads").write_bytes(b"a file in the way")
    with pytest.raises(FileNotSaved):
        KeptLoads(tmp_path / "loads").keep(KEY, b"load")


def test_only_old_loads_that_nothing_names_are_forgotten(tmp_path: Path) -> None:
    loads = KeptLoads(tmp_path)
    young, named = "0" * 16, "1" * 16
    for key in (KEY, young, named):
        loads.keep(key, b"load")
    for key in (KEY, named):
        os.utime(tmp_path / f"{key}.load", (1_000, 1_000))
    os.utime(tmp_path / f"{young}.load", (2_000, 2_000))
    loads.forget(f"{{'profile_key': '{named}'}}", now=1_500 + FORGOTTEN_AFTER_S)
    assert sorted(path.stem for path in tmp_path.iterdir()) == [young, named]
    KeptLoads(tmp_path / "none").forget("")


# Files that users open


def test_a_file_of_two_gigabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "load.csv"
    with path.open("wb") as file:
        file.truncate(2 * 1024**3)
    if path.stat().st_blocks * 512 > MAX_BYTES:
        pytest.skip("no sparse files here")
    with pytest.raises(FileUnreadable, match="it is larger than 64 MiB"):
        read_bytes(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "load.csv"
    os.mkfifo(path)
    with pytest.raises(FileUnreadable, match="it is a pipe or a device"):
        read_bytes(path)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs devices")
def test_a_device_without_an_end_is_refused() -> None:
    with pytest.raises(FileUnreadable, match="it is a pipe or a device"):
        read_bytes(Path("/dev/zero"))


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable, match="it is a folder"):
        read_bytes(tmp_path)
