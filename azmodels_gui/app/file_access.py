# SPDX-License-Identifier: MIT
"""Files for the window: what went wrong comes in the language on show."""

from contextlib import suppress
from pathlib import Path

from azmodels_gui.language.shown import tr
from azmodels_gui.language.words import N_
from azmodels_gui.storage import files
from azmodels_gui.storage.errors import FileNotSaved, FileUnreadable
from azmodels_gui.views.surroundings import FileProblem

CONTEXT = "FileAccess"

_REASONS = (
    N_("there is no such file"),
    N_("no permission"),
    N_("it is a folder, not a file"),
    N_("a part of its path is not a folder"),
    N_("the name is too long"),
    N_("its links lead in a circle"),
    N_("the disk is full"),
    N_("the disk is read-only"),
    N_("it is larger than 64 MiB"),
)
"""The reasons that `storage.files` gives; another one is shown as it is."""
_NO_FOLDER = N_("there is no such folder")
_NOT_SAVED = N_(
    "{name} was not saved: {reason}. What the file held before is unchanged; choose another place."
)
_UNREADABLE = N_("{name} cannot be read: {reason}. Everything on show stays as it is.")


def read_file(path: Path) -> bytes:
    """Return what a file holds.

    Raises:
        FileProblem: it cannot be read.
    """
    try:
        return files.read_bytes(path)
    except FileUnreadable as error:
        raise FileProblem(_told(_UNREADABLE, path, error.reason)) from error


def write_file(path: Path, data: bytes) -> None:
    """Write a file whole or not at all, into a folder that is there.

    A folder that is missing is told and not made: the drive may have been taken away.

    Raises:
        FileProblem: it was not written.
    """
    try:
        _check_folder(path)
        files.write_atomically(path, data)
    except FileNotSaved as error:
        raise FileProblem(_told(_NOT_SAVED, path, error.reason)) from error


def _check_folder(path: Path) -> None:
    with suppress(OSError):  # writing will say what it is
        if not path.parent.exists():
            raise FileNotSaved(path, _NO_FOLDER)


def _told(words: str, path: Path, reason: str) -> str:
    told = tr(words)
    return told.replace("{name}", path.name).replace("{reason}", tr(reason))
