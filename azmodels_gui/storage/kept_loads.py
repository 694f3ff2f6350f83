# SPDX-License-Identifier: MIT
"""Loads that the window has read, each in a file of its own beside the state.

A year of minutes takes about a megabyte: too much for a state that is written after each
change, and a path would lead to nothing as soon as somebody moves the file.
"""

import re
import time
from contextlib import suppress
from pathlib import Path

from azmodels_gui.language.words import N_
from azmodels_gui.storage.errors import FileUnreadable
from azmodels_gui.storage.files import read_bytes, write_atomically

FORGOTTEN_AFTER_S = 30 * 24 * 3_600
_KEY = re.compile(r"[0-9a-f]{16,64}")


class KeptLoads:
    """Bytes by the hash that names them; what is there under a name never changes."""

    def __init__(self, folder: Path) -> None:
        """Keep loads in a folder, which is made when the first one comes."""
        self._folder = folder

    def keep(self, key: str, data: bytes) -> None:
        """Keep bytes under their hash.

        Raises:
            FileNotSaved: they could not be written.
        """
        path = self._path(key)
        if path.exists():
            path.touch()
        else:
            write_atomically(path, data)

    def held(self, key: str) -> bytes:
        """Return what is kept under a hash.

        Raises:
            FileUnreadable: nothing is, or it cannot be read.
        """
        if not _KEY.fullmatch(key):
            raise FileUnreadable(Path(key), N_("there is no such file"))
        return read_bytes(self._path(key))

    def forget(self, named: str, now: float | None = None) -> None:
        """Take out old loads that nothing names any more.

        Args:
            named: a text that holds the keys of those to keep, such as the state file's.
            now: seconds since 1970; None: the clock's.
        """
        until = (time.time() if now is None else now) - FORGOTTEN_AFTER_S
        with suppress(OSError):
            for path in self._folder.glob("*.load"):
                if path.stem not in named and path.stat().st_mtime < until:
                    path.unlink()

    def _path(self, key: str) -> Path:
        return self._folder / f"{key}.load"
