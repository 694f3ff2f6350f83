# SPDX-License-Identifier: MIT
"""Files for the window: what went wrong comes in the language on show."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from azmodels_gui.storage import files
from azmodels_gui.storage.errors import FileNotSaved, FileUnreadable
from azmodels_gui.views.surroundings import FileProblem

CONTEXT = "FileAccess"

_REASONS = (
    QT_TRANSLATE_NOOP("FileAccess", "there is no such file"),
    QT_TRANSLATE_NOOP("FileAccess", "no permission"),
    QT_TRANSLATE_NOOP("FileAccess", "it is a folder, not a file"),
    QT_TRANSLATE_NOOP("FileAccess", "a part of its path is not a folder"),
    QT_TRANSLATE_NOOP("FileAccess", "the name is too long"),
    QT_TRANSLATE_NOOP("FileAccess", "its links lead in a circle"),
    QT_TRANSLATE_NOOP("FileAccess", "the disk is full"),
    QT_TRANSLATE_NOOP("FileAccess", "the disk is read-only"),
    QT_TRANSLATE_NOOP("FileAccess", "it is larger than 64 MiB"),
)
"""The reasons that `storage.files` gives; another one is shown as it is."""
_NO_FOLDER = str(QT_TRANSLATE_NOOP("FileAccess", "there is no such folder"))
_NOT_SAVED = QT_TRANSLATE_NOOP(
    "FileAccess",
    "{name} was not saved: {reason}. What the file held before is unchanged; choose another place.",
)
_UNREADABLE = QT_TRANSLATE_NOOP(
    "FileAccess", "{name} cannot be read: {reason}. Everything on show stays as it is."
)


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


def _told(words: object, path: Path, reason: str) -> str:
    translate = QCoreApplication.translate
    told = translate(CONTEXT, str(words))
    return told.replace("{name}", path.name).replace("{reason}", translate(CONTEXT, reason))
