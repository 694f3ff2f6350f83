# SPDX-License-Identifier: MIT
"""Preferences and the window's state: a JSON mapping that survives damage and newer versions."""

import json
import re
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeAlias

import msgspec

from azmodels_gui.language.words import N_
from azmodels_gui.storage.errors import CatalogError, FileNotSaved, FileUnreadable
from azmodels_gui.storage.files import read_bytes, reason_of, set_aside, write_atomically

MAX_STATE_BYTES = 4 * 1024 * 1024

JsonValue: TypeAlias = dict[str, "JsonValue"] | list["JsonValue"] | str | int | float | bool | None


class StateFile:
    """One JSON object in a file; what its keys mean is the caller's business.

    - A file that cannot be understood is renamed to `NAME.broken-<n>` before anything else
      is written, and `kept_aside` says so: nothing the user had is lost.
    - Keys that the caller does not know (of a newer version, of a second window) survive,
      because `save` only replaces the keys it is given.

    Attributes:
        path: the file; it need not exist.
        kept_aside: where an unreadable file went, for a message; None: nothing was wrong.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.kept_aside: Path | None = None

    def load(self) -> dict[str, JsonValue]:
        """Return what the file holds; empty when there is none or it cannot be understood.

        Raises:
            FileUnreadable: it is there, but the system does not let us read it.
        """
        if not self.path.exists():
            return {}
        data = read_bytes(self.path, max_bytes=MAX_STATE_BYTES)
        try:
            return msgspec.json.decode(data, type=dict[str, Any])
        except (ValueError, RecursionError):
            self._keep_aside()
            return {}

    def save(self, values: Mapping[str, JsonValue]) -> None:
        """Write these keys and leave the file's others as they are.

        Raises:
            FileNotSaved: the file is as it was; also when it could not be read before,
                since then its other keys would be lost.
            ValueError: the values are not JSON (a date, a NaN, an object); a fault of the
                caller.
        """
        _refuse_what_is_no_json(values)
        try:
            merged = self.load() | dict(values)
        except FileUnreadable as error:
            raise FileNotSaved(self.path, error.reason) from error
        text = json.dumps(merged, ensure_ascii=False, indent=1)
        write_atomically(self.path, f"{text}\n".encode())

    def _keep_aside(self) -> None:
        try:
            self.kept_aside = set_aside(self.path)
        except OSError as error:
            raise FileUnreadable(self.path, reason_of(error)) from error


def _refuse_what_is_no_json(values: Mapping[str, JsonValue]) -> None:
    try:
        json.dumps(dict(values), ensure_ascii=False, allow_nan=False).encode()
    except (TypeError, ValueError, RecursionError) as error:
        raise ValueError(f"not JSON: {error}") from error


def forgiving_load(state: StateFile) -> tuple[dict[str, JsonValue], CatalogError | None]:
    """Return the state, or nothing and the reason: a start must not fail for preferences."""
    try:
        return state.load(), None
    except CatalogError as error:
        return {}, error


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
