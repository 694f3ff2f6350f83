# SPDX-License-Identifier: MIT
"""Whole files: read up to a ceiling, written in one step or not at all; and locks."""

import errno
import glob
import io
import os
import re
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from glob import escape
from pathlib import Path
from typing import BinaryIO

from azmodels_gui.language.addresses import as_told
from azmodels_gui.language.words import N_, Phrase
from azmodels_gui.storage.errors import CatalogError, FileNotSaved, FileUnreadable, Reason

MAX_BYTES = 64 * 1024 * 1024
"""Far above any catalogue (a few MiB), far below what would exhaust a laptop."""

PIECE_BYTES = 4 * 1024 * 1024

_REASONS = {
    errno.ENOENT: N_("there is no such file"),
    errno.EACCES: N_("no permission"),
    errno.EPERM: N_("no permission"),
    errno.EISDIR: N_("it is a folder, not a file"),
    errno.ENOTDIR: N_("a part of its path is not a folder"),
    errno.EEXIST: N_("a part of its path is not a folder"),  # what making the missing folders says
    errno.ENAMETOOLONG: N_("the name is too long"),
    errno.ELOOP: N_("its links lead in a circle"),
    errno.ENOSPC: N_("the disk is full"),
    errno.EROFS: N_("the disk is read-only"),
}

_NULL_BYTE = N_("its name has a null byte")
_TOO_LARGE = N_("it is larger than {mebibytes} MiB")


def read_bytes(path: Path, *, max_bytes: int = MAX_BYTES) -> bytes:
    """Return what the file holds.

    Raises:
        FileUnreadable: missing, a folder, a pipe or device, no permission, or more than
            `max_bytes`, of which none is read then.
    """
    try:
        _check_kind(path, max_bytes)
        with path.open("rb") as file:
            data = _read_up_to(file, max_bytes + 1)
    except (OSError, ValueError) as error:
        raise FileUnreadable(path, reason_of(error)) from error
    if len(data) > max_bytes:
        raise FileUnreadable(path, Phrase(_TOO_LARGE, mebibytes=max_bytes // 1024 // 1024))
    return data


def _check_kind(path: Path, max_bytes: int) -> None:
    """Refuse what is no file with an end, or is said to be too large; opening it may wait."""
    found = path.stat()
    if stat.S_ISDIR(found.st_mode):  # Windows calls this a lack of permission
        raise FileUnreadable(path, _REASONS[errno.EISDIR])
    if not stat.S_ISREG(found.st_mode):
        raise FileUnreadable(path, N_("it is a pipe or a device, not a file"))
    if found.st_size > max_bytes:
        raise FileUnreadable(path, Phrase(_TOO_LARGE, mebibytes=max_bytes // 1024 // 1024))


def _read_up_to(file: BinaryIO, most: int) -> bytes:
    """Return the first bytes of a file, read in pieces: one large piece held up other threads."""
    first = file.read(min(most, PIECE_BYTES))
    if len(first) < min(most, PIECE_BYTES):
        return first  # most files
    found = io.BytesIO()
    found.write(first)
    while (room := most - found.tell()) and (piece := file.read(min(room, PIECE_BYTES))):
        found.write(piece)
    return found.getvalue()


def write_atomically(path: Path, data: bytes) -> None:
    """Replace `path` in one step: a reader sees the old bytes or the new, never half.

    The temporary file lies beside the target because `os.replace` is only atomic within
    one file system. An existing file keeps its permissions, a link its target; a pipe, a device
    or a folder is never replaced.

    Raises:
        FileNotSaved: the old file, if any, is as it was.
    """
    try:
        # Not `resolve`: of links in a circle it tells by an error of its own.
        target = Path(os.path.realpath(path))
        check_target(path)
        target.parent.mkdir(parents=True, exist_ok=True)
        _replace(target, data)
    except (OSError, ValueError) as error:
        raise FileNotSaved(path, reason_of(error)) from error


def check_target(path: Path) -> None:
    """Refuse what is no file to write to; opening a pipe waits for whoever reads it.

    Raises:
        OSError: a folder is there, or it is not told what is.
        FileNotSaved: a pipe or a device.
    """
    with suppress(FileNotFoundError):
        found = path.stat().st_mode
        if stat.S_ISDIR(found):
            raise IsADirectoryError(errno.EISDIR, "")
        if not stat.S_ISREG(found):
            raise FileNotSaved(path, N_("it is a pipe or a device, not a file"))


def reason_of(error: Exception) -> Reason:
    """Return a file error as the middle of a sentence."""
    if type(error) is ValueError and "null" in str(error):  # each Python says it in other words
        return _NULL_BYTE
    if not isinstance(error, OSError) or error.errno is None:
        return str(error).rstrip(".") or type(error).__name__
    known = _REASONS.get(error.errno)
    return known or (error.strerror or type(error).__name__).rstrip(".").lower()


def _replace(target: Path, data: bytes) -> None:
    temporary = _temporary(target)
    try:
        # Not `tempfile`: its files are private, and the process' umask should decide.
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            temporary.chmod(stat.S_IMODE(target.stat().st_mode))
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def read_file(path: Path) -> bytes:
    """Return what a file of the user's holds; an error names it as the window does.

    Raises:
        FileUnreadable: it cannot be read.
    """
    try:
        return read_bytes(path)
    except FileUnreadable as error:
        remains = N_("Everything on show stays as it is.")
        name = Path(as_told(str(path))).name  # its end may be a token
        raise FileUnreadable(Path(name), error.reason, remains=remains) from error


def write_file(path: Path, data: bytes) -> None:
    """Write a file the user chose, whole or not at all, into a folder that is there.

    A folder that is missing is told and not made: the drive may have been taken away.

    Raises:
        FileNotSaved: it was not written.
    """
    try:
        _check_folder(path)
        write_atomically(path, data)
    except FileNotSaved as error:
        next_step = N_("Choose another place.")
        raise FileNotSaved(Path(path.name), error.reason, next_step=next_step) from error


def _check_folder(path: Path) -> None:
    with suppress(OSError):  # writing will say what it is
        if not path.parent.exists():
            raise FileNotSaved(path, N_("there is no such folder"))


MOST_ASIDE = 10
"""Of one file; what is damaged again and again must not fill the disk."""


def there(path: Path) -> bool:
    """Tell whether there is something under a path, a link to nothing not counted.

    Raises:
        FileUnreadable: the system does not say: no permission, a name too long, links in a circle.
    """
    try:
        path.stat()
    except FileNotFoundError:
        return False
    except (OSError, ValueError) as error:
        raise FileUnreadable(path, reason_of(error)) from error
    return True


def set_aside(path: Path) -> Path:
    """Rename a file that cannot be used to `NAME.broken-<n>`, and return where it is now.

    Raises:
        OSError: it is still there.
    """
    moved = path.rename(_next_aside(path))
    _limit_aside(path)
    return moved


def keep_aside(path: Path) -> Path:
    """Keep a copy of a file as `NAME.broken-<n>`, unless its bytes are the latest kept; return it.

    Raises:
        OSError: there is no copy.
        CatalogError: likewise.
    """
    latest = (_numbers_aside(path) or [0])[-1]
    kept = _aside(path, latest)
    with suppress(CatalogError):
        if latest and read_bytes(kept) == read_bytes(path):
            return kept
    kept = _next_aside(path)
    _linked(path, kept).replace(kept)
    _limit_aside(path)
    return kept


def write_keeping(path: Path, data: bytes, copy: Path) -> None:
    """Replace a file in one step; `copy` is what it held before from then on, where it can be.

    Raises:
        FileNotSaved: both are as they were.
    """
    before = None
    with suppress(OSError, CatalogError):
        before = _linked(path, copy)
    try:
        write_atomically(path, data)
        if before is not None:
            with suppress(OSError):  # as where there is no copy: the file is written
                before.replace(copy)
    finally:
        if before is not None:
            before.unlink(missing_ok=True)


def _linked(path: Path, beside: Path) -> Path:
    """Return a temporary file beside another that is the bytes of `path`, also later.

    Raises:
        OSError: it cannot be made.
        CatalogError: likewise.
    """
    temporary = _temporary(beside)
    try:
        os.link(os.path.realpath(path), temporary)
    except FileNotFoundError:
        raise
    except OSError:  # not every file system has links
        write_atomically(temporary, read_bytes(path))
    return temporary


def _temporary(path: Path) -> Path:
    return path.with_name(f".{path.name[:60]}.{os.urandom(4).hex()}.tmp")


def _aside(path: Path, number: int) -> Path:
    return path.with_name(f"{path.name}.broken-{number}")


def _numbers_aside(path: Path) -> list[int]:
    found = path.parent.glob(f"{glob.escape(path.name)}.broken-*")
    numbers = (each.name.rpartition("-")[2] for each in found)
    return sorted(int(number) for number in numbers if re.fullmatch("[0-9]{1,9}", number))


def _next_aside(path: Path) -> Path:
    return _aside(path, (_numbers_aside(path) or [0])[-1] + 1)


def _limit_aside(path: Path) -> None:
    """Leave the first, which is of before all damage, and the latest."""
    for number in _numbers_aside(path)[1 : 1 - MOST_ASIDE]:
        with suppress(OSError):
            _aside(path, number).unlink()


def sweep(folder: Path, now: float | None = None, of: str = "*") -> None:
    """Take away temporary files that writes which were killed left behind, an hour ago or more.

    Args:
        folder: where they lie.
        now: seconds since 1970; None: the clock's.
        of: name of the file that was written, in a folder that is not ours alone.
    """
    until = (time.time() if now is None else now) - 3_600
    with suppress(OSError):
        for path in folder.glob(f".{of if of == '*' else escape(of[:60])}.*.tmp"):
            with suppress(OSError):
                if _TEMPORARY.fullmatch(path.name) and path.stat().st_mtime < until:
                    path.unlink()


_TEMPORARY = re.compile(r"\..{1,60}\.[0-9a-f]{8}\.tmp")


def fingerprint(data: bytes) -> str:
    """Return what tells whether bytes on the disk are those that were written: their sha256."""
    import hashlib  # only here: it loads OpenSSL, 2 ms and 3 MiB that a start does without

    return hashlib.sha256(data).hexdigest()


WAIT_S = 5.0
LOOK_EVERY_S = 0.02


class Busy(Exception):
    """Another program holds the lock longer than we wait."""


@contextmanager
def locked(path: Path, wait_s: float = WAIT_S) -> Iterator[None]:
    """Hold the lock of this file while the block runs; the file stays, empty.

    Raises:
        Busy: another program held it for all of `wait_s`.
        FileNotSaved: something is in its place that is no lock, or nobody may open it.
        OSError: the file cannot be made.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = _opened_lock(path)
    try:
        _acquire(descriptor, time.monotonic() + wait_s)
        yield
    finally:
        os.close(descriptor)  # which releases it, as the end of the process does


def _opened_lock(path: Path) -> int:
    try:
        check_target(path)
        return os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error:
        if os.path.lexists(path):  # it is in the way itself, not its folder
            raise FileNotSaved(path, reason_of(error)) from error
        raise


def _acquire(descriptor: int, until: float) -> None:
    while not _try(descriptor):
        if time.monotonic() >= until:
            raise Busy
        time.sleep(LOOK_EVERY_S)


if sys.platform == "win32":
    import msvcrt

    def _try(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True
else:
    import fcntl

    def _try(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
