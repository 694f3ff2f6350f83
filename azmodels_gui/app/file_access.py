# SPDX-License-Identifier: MIT
"""Files for the window: told by their names, with what stays as it is."""

from contextlib import suppress
from pathlib import Path

from azmodels_gui.language.words import N_
from azmodels_gui.storage import files
from azmodels_gui.storage.errors import FileNotSaved, FileUnreadable


def read_file(path: Path) -> bytes:
    """Return what a file holds.

    Raises:
        FileUnreadable: it cannot be read.
    """
    try:
        return files.read_bytes(path)
    except FileUnreadable as error:
        remains = N_("Everything on show stays as it is.")
        raise FileUnreadable(Path(path.name), error.reason, remains=remains) from error


def write_file(path: Path, data: bytes) -> None:
    """Write a file whole or not at all, into a folder that is there.

    A folder that is missing is told and not made: the drive may have been taken away.

    Raises:
        FileNotSaved: it was not written.
    """
    try:
        _check_folder(path)
        files.write_atomically(path, data)
    except FileNotSaved as error:
        next_step = N_("Choose another place.")
        raise FileNotSaved(Path(path.name), error.reason, next_step=next_step) from error


def _check_folder(path: Path) -> None:
    with suppress(OSError):  # writing will say what it is
        if not path.parent.exists():
            raise FileNotSaved(path, N_("there is no such folder"))
