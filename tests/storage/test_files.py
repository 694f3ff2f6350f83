# SPDX-License-Identifier: MIT
"""Files are read up to a ceiling and replaced in one step."""

import errno
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from azmodels_gui.storage.errors import FileNotSaved, FileUnreadable
from azmodels_gui.storage.files import (
    locked,
    read_bytes,
    read_file,
    reason_of,
    write_atomically,
    write_file,
    write_keeping,
)

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")


def test_what_was_written_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "file.json"
    write_atomically(path, b"first")
    write_atomically(path, b"second")
    assert read_bytes(path) == b"second"
    assert [file.name for file in path.parent.iterdir()] == ["file.json"]


def test_a_file_at_the_ceiling_is_read_and_one_above_is_not(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"x" * 1024 * 1024)
    assert len(read_bytes(path, max_bytes=1024 * 1024)) == 1024 * 1024
    path.write_bytes(b"x" * (1024 * 1024 + 1))
    with pytest.raises(FileUnreadable, match="larger than 1 MiB"):
        read_bytes(path, max_bytes=1024 * 1024)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        pytest.param("missing", "no such file", id="a missing file"),
        pytest.param("folder", "it is a folder", id="a folder"),
        pytest.param("file/below", "not a folder", id="below a file"),
        pytest.param("n" * 5_000, "name is too long", id="an endless name"),
        pytest.param("nul\0byte", "null byte", id="a name with a null byte"),
    ],
)
@posix_only
def test_an_unreadable_file_is_named_with_the_reason(
    tmp_path: Path, name: str, reason: str
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    path = tmp_path / name
    with pytest.raises(FileUnreadable) as caught:
        read_bytes(path)
    assert reason in str(caught.value)
    assert str(path) in str(caught.value)


@posix_only
def test_permissions_and_links_survive_a_write(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_bytes(b"old")
    target.chmod(0o640)
    link.symlink_to(target)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


@posix_only
@posix_only
def test_a_device_or_a_pipe_behind_a_link_is_never_replaced(tmp_path: Path) -> None:
    pipe, link = tmp_path / "pipe", tmp_path / "link.pdf"
    os.mkfifo(pipe)
    link.symlink_to(pipe)
    for path in (pipe, link):
        with pytest.raises(FileNotSaved, match="a pipe or a device"):
            write_atomically(path, b"x")
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["link.pdf", "pipe"]


@posix_only
def test_links_in_a_circle_are_told(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.symlink_to(other)
    other.symlink_to(one)
    with pytest.raises(FileNotSaved, match="its links lead in a circle"):
        write_atomically(one, b"x")


@posix_only
def test_a_link_that_leads_nowhere_yet_gets_its_file(tmp_path: Path) -> None:
    link = tmp_path / "link.pdf"
    link.symlink_to(tmp_path / "made.pdf")
    write_atomically(link, b"x")
    assert link.is_symlink()
    assert (tmp_path / "made.pdf").read_bytes() == b"x"


def test_a_new_file_has_the_permissions_that_the_process_gives(tmp_path: Path) -> None:
    (tmp_path / "plain").touch()
    write_atomically(tmp_path / "written", b"")
    plain, written = (tmp_path / name for name in ("plain", "written"))
    assert written.stat().st_mode == plain.stat().st_mode


def test_a_write_that_breaks_off_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")

    def disk_full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", disk_full)
    with pytest.raises(FileNotSaved, match=r"disk is full.*unchanged"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    "put",
    [
        pytest.param(Path.mkdir, id="a folder"),
        pytest.param(lambda path: os.mkfifo(path), id="a pipe", marks=posix_only),
        pytest.param(lambda path: path.symlink_to(path), id="a circle", marks=posix_only),
    ],
)
def test_what_is_in_the_place_of_a_lock_is_named(
    tmp_path: Path, put: Callable[[Path], object]
) -> None:
    lock = tmp_path / ".lock"
    put(lock)
    with pytest.raises(FileNotSaved) as caught, locked(lock):
        pass
    assert caught.value.path == lock


def test_a_folder_in_the_way_is_reported_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(FileNotSaved):
        write_atomically(tmp_path / "folder", b"new")
    assert list(tmp_path.iterdir()) == [tmp_path / "folder"]


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        pytest.param(PermissionError(errno.EACCES, "x"), "no permission", id="no permission"),
        pytest.param(OSError(errno.EIO, "Input/output error"), "input/output error", id="other"),
        pytest.param(OSError("odd."), "odd", id="without a number"),
        pytest.param(ValueError(), "ValueError", id="without a text"),
    ],
)
def test_the_reason_is_the_middle_of_a_sentence(error: Exception, reason: str) -> None:
    assert reason_of(error) == reason


def test_what_is_written_is_read(tmp_path: Path) -> None:
    write_file(tmp_path / "a.bin", b"bytes")
    assert read_file(tmp_path / "a.bin") == b"bytes"


def test_an_address_instead_of_a_file_is_told_without_its_secrets() -> None:
    for read in (read_file, read_bytes):
        with pytest.raises(FileUnreadable) as caught:
            read(Path("https://me:Z@host/x?sig=Z"))
        assert "Z" not in str(caught.value)
        assert "x cannot be read" in str(caught.value)


def test_a_missing_folder_is_told_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(FileNotSaved, match="there is no such folder"):
        write_file(tmp_path / "taken away" / "a.bin", b"bytes")
    assert not (tmp_path / "taken away").exists()


def test_a_problem_is_told_by_the_files_name_in_every_language(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable) as unread:
        read_file(tmp_path / "fehlt.csv")
    assert unread.value.told("de") == (
        "fehlt.csv ist nicht lesbar: die Datei gibt es nicht. Alles Angezeigte bleibt, wie es ist."
    )
    (tmp_path / "datei").write_text("")
    with pytest.raises(FileNotSaved) as unsaved:
        write_file(tmp_path / "datei" / "a.csv", b"")
    assert "ein Teil des Pfads ist kein Ordner" in unsaved.value.told("de")


def test_a_copy_that_cannot_be_kept_is_no_failed_save(tmp_path: Path) -> None:
    path, copy = tmp_path / "state.json", tmp_path / "state.json.last-good"
    path.write_bytes(b"old")
    (copy / "something").mkdir(parents=True)
    write_keeping(path, b"new", copy)
    assert path.read_bytes() == b"new"
    assert {*tmp_path.iterdir()} == {path, copy}
