# SPDX-License-Identifier: MIT
"""Preferences and the window's state: a JSON mapping that survives damage and newer versions."""

import json
import re
import time
import zlib
from collections.abc import Callable, Collection, Mapping
from contextlib import nullcontext, suppress
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeAlias

import msgspec
from msgspec import Struct

from azmodels_gui.language.words import N_, Message
from azmodels_gui.storage.errors import CatalogError, FileNotSaved, FileUnreadable
from azmodels_gui.storage.files import (
    Busy,
    keep_aside,
    locked,
    read_bytes,
    reason_of,
    there,
    write_atomically,
    write_keeping,
)

MAX_STATE_BYTES = 4 * 1024 * 1024

JsonValue: TypeAlias = dict[str, "JsonValue"] | list["JsonValue"] | str | int | float | bool | None


CHECK = "check"
"""Of the other keys: tells a flipped bit, also where the file is JSON still."""
UNSURE = "unsure"
"""Of which keys it is not sure what they were, since the file was damaged."""
COPY = ".last-good"
WAIT_S = 2.0


class Damage(StrEnum):
    """What is wrong with a file that can be read."""

    RESTORED = "restored"
    """It holds no values; those of the save before are used."""
    LOST = "lost"
    """It holds no values, and there is no copy."""
    CHANGED = "changed"
    """Its values are used, but something else than this program wrote some of them."""


_DAMAGE_WORDS: Mapping[Damage, Message] = {
    Damage.RESTORED: N_(
        "The saved settings could not be read and were kept as {file}. Those of the save before "
        "are used: at most the last change is missing."
    ),
    Damage.LOST: N_(
        "The saved settings could not be read and were kept as {file}. The window starts "
        "with its first settings."
    ),
    Damage.CHANGED: N_(
        "{file} was damaged, or changed by something else than this program. What can be read of "
        "it is used; look through the settings of the refresh."
    ),
}


class StateDamaged(CatalogError):
    """Values were had, but not those that were saved last; `damage` says how."""

    def __init__(self, damage: Damage, path: Path) -> None:
        super().__init__(_DAMAGE_WORDS[damage], file=path.name)
        self.damage = damage
        self.path = path


class _Found(Struct, frozen=True):
    """What a file holds."""

    values: dict[str, JsonValue]
    damage: Damage | None = None
    unsure: dict[str, JsonValue] | None = None


class StateFile:
    """One JSON object in a file; what its keys mean is the caller's business.

    - Reading writes nothing. What was there before the last save stays as `NAME.last-good`, and
      is used where the file cannot be understood.
    - A file that cannot be understood is kept as `NAME.broken-<n>` before it is replaced.
    - Keys that the caller does not know (of a newer version, of a second window) survive,
      because a save only replaces the keys it is given, while it holds a lock.

    Attributes:
        path: the file; it need not exist.
    """

    def __init__(self, path: Path, *, alone: bool = False) -> None:
        """Keep values in a file.

        Args:
            path: the file.
            alone: whoever saves holds a lock already.
        """
        self.path = path
        self._alone = alone

    def load(self) -> dict[str, JsonValue]:
        """Return what the file holds, else what it held before; empty where there is nothing.

        Raises:
            FileUnreadable: it is there, but the system does not let us read it.
        """
        return self._whole(self._found())

    def damage(self) -> StateDamaged | None:
        """Keep a file that cannot be understood aside, and return where it is; None: it is sound.

        Raises:
            FileUnreadable: the system does not let us read it, or keep it aside.
        """
        found = self._found().damage
        if found is None:
            return None
        if found is Damage.CHANGED:
            return StateDamaged(found, self.path)
        try:
            return StateDamaged(found, keep_aside(self.path))
        except OSError as error:
            raise FileUnreadable(self.path, reason_of(error)) from error

    def sure(self, key: str) -> dict[str, JsonValue]:
        """Return what the file holds, if it is sure what it held of a key.

        Raises:
            FileUnreadable: it cannot be read, or was damaged and the key not saved since.
        """
        found = self._found()
        if _is_unsure(found.unsure, key):
            raise FileUnreadable(self.path, N_("it was damaged"))
        if found.damage is Damage.LOST or _is_unsure(self._doubts(found), key):
            raise FileUnreadable(self.path, N_("it is damaged"))
        return found.values

    def save(self, values: Mapping[str, JsonValue]) -> None:
        """Write these keys and leave the file's others as they are.

        Raises:
            FileNotSaved: the file is as it was; also when it could not be read before,
                since then its other keys would be lost.
            ValueError: the values are not JSON (a date, a NaN, an object); a fault of the
                caller.
        """
        self.update(lambda _before: values)
        with suppress(OSError, CatalogError):  # what was set by hand must be in the copy as well
            write_atomically(self._copy, read_bytes(self.path))

    def update(self, change: Callable[[dict[str, JsonValue]], Mapping[str, JsonValue]]) -> None:
        """Write the keys that are made of what the file holds now; nobody writes meanwhile.

        Args:
            change: is given all values, and returns those to write.

        Raises:
            FileNotSaved: as `save`.
            ValueError: as `save`.
        """
        try:
            with nullcontext() if self._alone else locked(self._lock, WAIT_S):
                self._update(change)
        except Busy as error:
            busy = N_("another window of azmodels is saving")
            raise FileNotSaved(self.path, busy) from error
        except FileUnreadable as error:
            raise FileNotSaved(self.path, error.reason) from error
        except OSError as error:
            raise FileNotSaved(self.path, reason_of(error)) from error

    def _update(self, change: Callable[[dict[str, JsonValue]], Mapping[str, JsonValue]]) -> None:
        found = self._found()
        values = self._whole(found)
        changed = dict(change(values))
        _refuse_what_is_no_json(changed)
        written = values | changed
        unsure = _without(self._doubts(found) or found.unsure, changed)
        data = _bytes_of(written if unsure is None else written | {UNSURE: unsure})
        if found.damage in (Damage.LOST, Damage.RESTORED):
            keep_aside(self.path)
            write_atomically(self.path, data)
        else:
            write_keeping(self.path, data, self._copy)

    def _doubts(self, found: _Found) -> dict[str, JsonValue] | None:
        """Return of which keys it is not sure what the file held; None: of none."""
        if found.damage not in (Damage.LOST, Damage.CHANGED):
            return None
        before = self.copied()
        if not before:
            return {"all_but": []}
        names = sorted({*before, *found.values})
        changed: list[JsonValue] = []
        changed += (name for name in names if before.get(name) != found.values.get(name))
        return {"only": changed}

    def _whole(self, found: _Found) -> dict[str, JsonValue]:
        """Return the values; what a changed file names no more is as it was before.

        One flipped bit in a name, and all that stands under it would be gone with the next save.
        """
        if found.damage is not Damage.CHANGED:
            return found.values
        before = self.copied()
        whole = before | found.values
        for name, fields in before.items():
            left = whole[name]
            if isinstance(fields, dict) and isinstance(left, dict):
                whole[name] = fields | left
        return whole

    @property
    def _copy(self) -> Path:
        return self.path.with_name(self.path.name + COPY)

    @property
    def _lock(self) -> Path:
        return self.path.with_name(f".{self.path.name}.lock")

    def _found(self) -> _Found:
        if not there(self.path):
            return _Found({})
        found = _understood(read_bytes(self.path, max_bytes=MAX_STATE_BYTES))
        if found is not None:
            return found
        copied = self.copied()
        return _Found(copied, Damage.RESTORED if copied else Damage.LOST)

    def copied(self) -> dict[str, JsonValue]:
        """Return what the copy holds; empty where there is none that is sound."""
        with suppress(CatalogError):
            if there(self._copy):
                found = _understood(read_bytes(self._copy, max_bytes=MAX_STATE_BYTES))
                return found.values if found and found.damage is None else {}
        return {}


def _understood(data: bytes) -> _Found | None:
    """Return what bytes hold; None: no values."""
    try:
        values = msgspec.json.decode(data, type=dict[str, Any])
        check, unsure = values.pop(CHECK, None), values.pop(UNSURE, None)
        sound = check is None or check == _check_of(values, unsure)
    except (ValueError, RecursionError):
        return None
    found = unsure if isinstance(unsure, dict) else None
    return _Found(values, None if sound else Damage.CHANGED, found)


def _bytes_of(values: dict[str, JsonValue]) -> bytes:
    rest = {name: value for name, value in values.items() if name != UNSURE}
    checked = values | {CHECK: _check_of(rest, values.get(UNSURE))}
    return f"{json.dumps(checked, ensure_ascii=False, indent=1)}\n".encode()


def _check_of(values: dict[str, JsonValue], unsure: JsonValue) -> str:
    """Return a sum over all values, whatever the layout of the file."""
    text = json.dumps([values, unsure], ensure_ascii=True, sort_keys=True)
    return f"{zlib.crc32(text.encode()):08x}"


def _is_unsure(unsure: dict[str, JsonValue] | None, key: str) -> bool:
    if unsure is None:
        return False
    return key in _texts(unsure["only"]) if "only" in unsure else key not in _all_but(unsure)


def _without(
    unsure: dict[str, JsonValue] | None, saved: Collection[str]
) -> dict[str, JsonValue] | None:
    """Return which keys are not sure once some were saved again."""
    if unsure is None:
        return None
    if "only" not in unsure:
        return {"all_but": [*sorted({*_all_but(unsure), *saved})]}
    left = [each for each in _texts(unsure["only"]) if each not in saved]
    return {"only": [*left]} if left else None


def _all_but(unsure: dict[str, JsonValue]) -> list[str]:
    return _texts(unsure.get("all_but"))


def _texts(value: JsonValue) -> list[str]:
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []


def _refuse_what_is_no_json(values: Mapping[str, JsonValue]) -> None:
    try:
        json.dumps(dict(values), ensure_ascii=False, allow_nan=False).encode()
    except (TypeError, ValueError, RecursionError) as error:
        raise ValueError(f"not JSON: {error}") from error


def forgiving_load(state: StateFile) -> tuple[dict[str, JsonValue], CatalogError | None]:
    """Return the state, or what it was and the reason: a start must not fail for preferences."""
    try:
        return state.load(), None
    except CatalogError as error:
        return state.copied(), error


def fault_of(state: StateFile) -> CatalogError | None:
    """Return why the state may not be what was saved last; a damaged file is kept aside."""
    try:
        return state.damage()
    except CatalogError as error:
        return error


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
