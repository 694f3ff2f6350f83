# SPDX-License-Identifier: MIT
"""Catalogues in a folder, one file for each serial, with its signature beside it."""

import re
from contextlib import suppress
from pathlib import Path

from azmodels_gui.storage.errors import FileUnreadable
from azmodels_gui.storage.files import read_bytes, write_atomically
from azmodels_gui.storage.trust import SUFFIX

_NAME = re.compile(r"(\d{1,13})\.json")


def serials(folder: Path) -> list[int]:
    """Return the serials of the catalogues in a folder, the newest first."""
    try:
        names = [path.name for path in folder.iterdir()]
    except OSError:
        return []
    found = (_NAME.fullmatch(name) for name in names)
    return sorted({int(match[1]) for match in found if match}, reverse=True)


def path_of(folder: Path, serial: int) -> Path:
    """Return where the catalogue of a serial lies."""
    return folder / f"{serial}.json"


def signature_of(path: Path) -> bytes | None:
    """Return the signature beside a file; None where there is none that can be read."""
    try:
        return read_bytes(path.with_name(path.name + SUFFIX))
    except FileUnreadable:
        return None


def write(path: Path, data: bytes, signature: bytes | None) -> None:
    """Write a catalogue and its signature; the catalogue last, so that it is never alone.

    Other bytes of the same name are set aside first: they must not get this signature.

    Raises:
        FileNotSaved: there is no new catalogue.
    """
    beside = path.with_name(path.name + SUFFIX)
    if path.exists() and path.read_bytes() != data:
        set_aside(path)
    if signature is None:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
    else:
        write_atomically(beside, signature)
    write_atomically(path, data)


def remove(path: Path) -> None:
    """Remove a catalogue and its signature, if that is possible."""
    for each in (path, path.with_name(path.name + SUFFIX)):
        with suppress(OSError):
            each.unlink(missing_ok=True)


def set_aside(path: Path) -> Path | None:
    """Rename a file that cannot be used to `NAME.broken-<n>`; None where that is not possible."""
    number = 1
    while (aside := path.with_name(f"{path.name}.broken-{number}")).exists():
        number += 1
    try:
        path.rename(aside)
    except OSError:
        return None
    return aside


def sweep(folder: Path) -> None:
    """Remove what writes that were killed left behind. Only under the folder's lock."""
    orphans = (path for path in folder.glob(f"*.json{SUFFIX}") if not path.with_suffix("").exists())
    for path in (*folder.glob(".*.tmp"), *orphans):
        with suppress(OSError):
            path.unlink()


def fingerprint(data: bytes) -> str:
    """Return what tells whether bytes on the disk are those that were written."""
    import hashlib  # only here: it loads OpenSSL, 2 ms and 3 MiB that a start does without

    return hashlib.sha256(data).hexdigest()
