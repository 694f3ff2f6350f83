# SPDX-License-Identifier: MIT
"""The catalogues kept on this machine: which is in use, and how another takes its place.

The folder may be read at any moment, also between any two steps of a change by another
program or by one that was killed: a catalogue is written whole under a name of its own
before the record names it.
"""

import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct
from msgspec.structs import replace

from azmodels_gui.catalog.document import Catalog
from azmodels_gui.language.words import N_
from azmodels_gui.storage.bundled import bundled_catalog_bytes
from azmodels_gui.storage.catalog_file import CatalogHead, head_of
from azmodels_gui.storage.errors import (
    CatalogError,
    FileNotSaved,
    FileUnreadable,
    Problem,
    RefreshFailed,
)
from azmodels_gui.storage.files import (
    Busy,
    fingerprint,
    locked,
    read_bytes,
    reason_of,
    set_aside,
    there,
    write_atomically,
)
from azmodels_gui.storage.preferences import JsonValue, StateFile, fault_of, forgiving_load
from azmodels_gui.storage.trust import SUFFIX, Keys, Trust, trust_of_kept

FILE_NAME = "record.json"

Moment = Annotated[datetime, Meta(tz=True)]
"""A time with its zone; one without says nothing on a laptop that travels."""


class KeptRecord(Struct, frozen=True, kw_only=True):
    """About one kept catalogue."""

    published: date
    fingerprint: str = ""
    """SHA-256 of the file; empty: not known."""
    file: str = ""
    """Its name; empty: SERIAL.json."""
    source: str = ""
    """Host and path, or file, it came from."""
    received: Moment | None = None


class Answer(Struct, frozen=True, kw_only=True):
    """What a server said of its file last time."""

    url: str
    """SHA-256 of the address, which may hold a password or a token; before, the address itself."""
    keys: tuple[str, ...] = ()
    """Names of the keys trusted then; under others the file must be looked at again."""
    serial: int
    """Serial of the file it said that of."""
    etag: str = ""
    last_modified: str = ""


class HeldBack(Struct, frozen=True, kw_only=True):
    """A catalogue that waits for the user's decision."""

    serial: int
    published: date
    lost: int
    """Offered cells of the catalogue held that it no longer has."""
    total: int
    """Offered cells of the catalogue held."""
    source: str = ""
    fingerprint: str = ""
    """SHA-256 of the file: what the user decides on is what is taken. Empty: not known."""


class Record(Struct, frozen=True, kw_only=True):
    """All of it. Whatever is damaged or missing is as at the first start."""

    current: int | None = None
    """Serial of the catalogue in use; None: the newest."""
    previous: int | None = None
    """Serial of the one before it."""
    bundled: int | None = None
    """Serial of the bundled catalogue when `current` was chosen: a later one is newer."""
    kept: dict[str, KeptRecord] = {}
    answer: Answer | None = None
    held_back: HeldBack | None = None
    last_attempt: Moment | None = None
    last_success: Moment | None = None


_FIELDS = msgspec.structs.fields(Record)
"""Found out once: it takes longer than to read a record, which each look at the folder does."""


def record_of(values: dict[str, JsonValue]) -> Record:
    """Return the record that a file holds; each part that is damaged is left out."""
    sound: dict[str, Any] = {"kept": _kept_of(values.get("kept"))}
    for field in _FIELDS:
        if field.name in values and field.name not in sound:
            with suppress(msgspec.ValidationError):
                sound[field.name] = msgspec.convert(values[field.name], field.type)
    return Record(**sound)


def _kept_of(values: JsonValue) -> dict[str, KeptRecord]:
    """Return what is remembered of each catalogue; one that is damaged loses no other."""
    kept: dict[str, KeptRecord] = {}
    for name, value in values.items() if isinstance(values, dict) else ():
        with suppress(msgspec.ValidationError):
            if _SERIAL.fullmatch(name):
                kept[name] = msgspec.convert(value, KeptRecord)
    return kept


def save(file: StateFile, record: Record) -> None:
    """Write the record; keys of a newer program survive.

    Raises:
        FileNotSaved: the file is as it was.
    """
    file.save(msgspec.to_builtins(record))


_SERIAL = re.compile(r"[0-9]{1,13}")
_NAME = re.compile(r"([0-9]{1,13})(?:-[0-9a-f]{8})?\.json")
"""The name of a catalogue's file; one of a serial that was kept before has other bytes' mark."""


def _exists(path: Path) -> bool:
    """Tell whether a file can be seen; what the system does not let us see counts as not there."""
    with suppress(OSError):
        return path.exists()
    return False


def _files_of(folder: Path) -> list[tuple[int, Path]]:
    """Return the catalogues in a folder with their serials, the newest first."""
    try:
        paths = sorted(folder.iterdir(), reverse=True)
    except OSError:
        return []
    found = ((_NAME.fullmatch(path.name), path) for path in paths)
    return sorted(((int(match[1]), path) for match, path in found if match), key=_by_serial)


def _by_serial(found: tuple[int, Path]) -> int:
    return -found[0]


def _serials(folder: Path) -> list[int]:
    """Return the serials of the catalogues in a folder, the newest first."""
    return list(dict.fromkeys(serial for serial, _ in _files_of(folder)))


def signature_of(path: Path) -> bytes | None:
    """Return the signature beside a file; None where there is none that can be read."""
    try:
        return read_bytes(path.with_name(path.name + SUFFIX))
    except FileUnreadable:
        return None


def _write(path: Path, data: bytes, signature: bytes | None) -> None:
    """Write a catalogue and its signature; the catalogue last, so that it is never alone.

    Raises:
        FileNotSaved: there is no new catalogue.
    """
    beside = path.with_name(path.name + SUFFIX)
    if signature is None:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
    else:
        write_atomically(beside, signature)
    write_atomically(path, data)


def _remove(path: Path) -> None:
    """Remove a catalogue and its signature, if that is possible."""
    for each in (path, path.with_name(path.name + SUFFIX)):
        with suppress(OSError):
            each.unlink(missing_ok=True)


KEEP_PREVIOUS = 5
LOCK_NAME = ".lock"
HELD_BACK_NAME = "held-back.json"
FROM_THE_PROGRAM = "bundled"
"""Source of a kept copy of what came with the program."""


class Received(Struct, frozen=True):
    """A catalogue that passed the checks, as it came."""

    catalog: Catalog
    data: bytes
    signature: bytes | None
    source: str
    at: datetime


class KeptCatalog(Struct, frozen=True):
    """One kept catalogue, or the bundled one."""

    serial: int
    trust: Trust
    """`REVOKED`: it stays on disk but cannot be used while today's keys are set."""
    in_use: bool
    bundled: bool
    """It is the one that comes with the program."""
    published: date | None
    """None: not remembered, and the file does not say."""
    received: datetime | None
    source: str
    """Host and path, or file, it came from; empty: not remembered."""


class CatalogStore:
    """A folder of catalogues.

    Attributes:
        folder: it need not exist.
    """

    def __init__(
        self,
        folder: Path,
        bundled: Callable[[], bytes] = bundled_catalog_bytes,
        lock_wait_s: float = 5.0,
    ) -> None:
        self.folder = folder
        self._read_bundled = bundled
        self._lock_wait_s = lock_wait_s
        self._file = StateFile(folder / FILE_NAME, alone=True)

    @property
    def bundled_serial(self) -> int:
        """Serial of the catalogue that comes with the program."""
        return self.bundled_head.serial

    @cached_property
    def bundled_head(self) -> CatalogHead:
        """Serial and day of the catalogue that comes with the program."""
        return head_of(self.bundled)

    @cached_property
    def bundled(self) -> bytes:
        """Bytes of the catalogue that comes with the program."""
        return self._read_bundled()

    def record(self) -> Record:
        """Return what is remembered, by a damaged record what was before; catalogues remain."""
        values, _ = forgiving_load(self._file)
        return record_of(values)

    def serials(self) -> list[int]:
        """Return the serials that can be gone back to, the newest first; the bundled one, too."""
        return sorted({*_serials(self.folder), self.bundled_serial}, reverse=True)

    def data(self, serial: int) -> bytes:
        """Return the bytes of a kept or the bundled catalogue.

        Raises:
            RefreshFailed: there is none of that serial, or not the bytes that were written.
        """
        path = self.path_of(serial)
        if _exists(path):
            return self._checked_bytes(path, serial)
        if serial == self.bundled_serial:
            return self.bundled
        raise RefreshFailed(Problem.NOT_KEPT, serial=serial)

    def fits(self, serial: int, data: bytes) -> bool:
        """Tell whether bytes may be those of a kept catalogue, as far as it is remembered."""
        known = self.record().kept.get(str(serial))
        return known is None or known.fingerprint in ("", fingerprint(data))

    def signature(self, serial: int) -> bytes | None:
        """Return the signature of a kept catalogue, None where it has none."""
        return signature_of(self.path_of(serial))

    def trust(self, serial: int, keys: Keys, record: Record | None = None) -> Trust:
        """Return what is known of the origin of a kept or the bundled catalogue.

        Args:
            serial: which one.
            keys: today's.
            record: what is remembered, where it was read already.
        """
        record = record or self.record()
        signature = signature_of(self.path_of(serial, record))
        known = record.kept.get(str(serial))
        came_along = serial == self.bundled_serial or (
            known is not None and known.source == FROM_THE_PROGRAM
        )
        if came_along and signature is None:
            return Trust.BUNDLED
        return trust_of_kept(signature, keys)

    def trusted(self, keys: Keys, record: Record | None = None) -> list[int]:
        """Return the serials that can be gone back to with these keys, the newest first."""
        record = record or self.record()
        trusts = ((serial, self.trust(serial, keys, record)) for serial in self.serials())
        return [serial for serial, trust in trusts if trust is not Trust.REVOKED]

    def in_use(self, keys: Keys) -> int:
        """Return the serial of the catalogue to show: the chosen one, else the newest.

        One that is not signed by today's keys does not count, and what an update of the
        program brings counts if it is newer than the one chosen before.
        """
        record, bundled = self.record(), self.bundled_serial
        chosen, trusted = record.current, self.trusted(keys, record)
        updated = chosen is not None and bundled > chosen and record.bundled != bundled
        if chosen in trusted and not updated:
            return chosen
        return trusted[0] if trusted else bundled

    def history(self, keys: Keys) -> tuple[KeptCatalog, ...]:
        """Return all kept catalogues and the bundled one, the newest first.

        None is parsed; where the record was lost, the beginning of the file tells the day.
        """
        in_use, record = self.in_use(keys), self.record()
        found = ((serial, record.kept.get(str(serial))) for serial in self.serials())
        return tuple(
            KeptCatalog(
                serial=serial,
                trust=self.trust(serial, keys, record),
                in_use=serial == in_use,
                bundled=serial == self.bundled_serial,
                published=self._published(serial, known),
                received=known.received if known else None,
                source=known.source if known else "",
            )
            for serial, known in found
        )

    def _published(self, serial: int, known: KeptRecord | None) -> date | None:
        if serial == self.bundled_serial:
            return self.bundled_head.published
        if known is not None:
            return known.published
        with suppress(CatalogError):
            return head_of(read_bytes(self.path_of(serial))).published
        return None

    def path_of(self, serial: int, record: Record | None = None) -> Path:
        """Return where the catalogue of a serial lies: the file that the record names, if any."""
        known = (record or self.record()).kept.get(str(serial))
        if known is not None and known.file:
            match = _NAME.fullmatch(known.file)
            named = self.folder / known.file
            if match and int(match[1]) == serial and _exists(named):
                return named
        return self.folder / f"{serial}.json"

    def _place_for(self, serial: int, data: bytes) -> Path:
        """Return where to write a catalogue: beside other bytes of its serial, not over them.

        What was in use stays whole until the record names the new one; what cannot be read is
        set aside.
        """
        path = self.path_of(serial)
        if not os.path.lexists(path):
            return path
        try:
            taken = read_bytes(path) != data
        except FileUnreadable:
            taken = self.set_aside(serial) is None
        return self.folder / f"{serial}-{fingerprint(data)[:8]}.json" if taken else path

    def is_kept(self, serial: int) -> bool:
        """Tell whether a serial lies in the folder, not only in the program."""
        return _exists(self.path_of(serial))

    def fault(self) -> RefreshFailed | None:
        """Return why the folder cannot be looked into; None: it can, or there is none yet."""
        try:
            if there(self.folder):
                next(self.folder.iterdir(), None)
        except FileUnreadable as error:
            reason = error.reason
        except OSError as error:
            reason = reason_of(error)
        else:
            return None
        return RefreshFailed(Problem.FILE_UNREADABLE, name=self.folder, reason=reason)

    def record_fault(self, shown: int) -> RefreshFailed | None:
        """Return why a catalogue is shown that may not be the chosen one; None: it is."""
        error = fault_of(self._file)
        if error is None:
            return None
        reason = error.reason if isinstance(error, FileUnreadable) else N_("it is damaged")
        return RefreshFailed(
            Problem.RECORD_DAMAGED, name=self._file.path, reason=reason, shown=shown
        )

    def set_aside(self, serial: int) -> Path | None:
        """Take a kept catalogue that cannot be used out of the way; return where it is now."""
        with suppress(OSError):
            return set_aside(self.path_of(serial))
        return None

    def held_back(self) -> tuple[bytes, bytes | None]:
        """Return the catalogue that waits for a decision, and its signature.

        Raises:
            RefreshFailed: there is none.
        """
        path = self.folder / HELD_BACK_NAME
        try:
            data = read_bytes(path)
        except FileUnreadable as error:
            raise RefreshFailed(Problem.NOTHING_HELD_BACK) from error
        waiting = self.record().held_back
        if waiting is not None and waiting.fingerprint not in ("", fingerprint(data)):
            raise RefreshFailed(Problem.NOTHING_HELD_BACK)
        return data, signature_of(path)

    @contextmanager
    def changing(self, wait_s: float | None = None) -> Iterator[None]:
        """Hold the folder's lock; faults of the disk become problems with sentences.

        Args:
            wait_s: how long to wait for another program; None: as long as the store does.

        Raises:
            RefreshFailed: not writable, full, or another program is changing it.
        """
        try:
            waits_s = self._lock_wait_s if wait_s is None else wait_s
            with locked(self.folder / LOCK_NAME, waits_s):
                yield
        except Busy as error:
            raise RefreshFailed(Problem.BUSY) from error
        except FileNotSaved as error:
            name, reason = error.path, error.reason
            raise RefreshFailed(Problem.NOT_SAVED, name=name, reason=reason) from error
        except OSError as error:
            name, reason = self.folder, reason_of(error)
            raise RefreshFailed(Problem.NOT_SAVED, name=name, reason=reason) from error

    def note(self, **changed: object) -> None:
        """Change parts of the record; the caller holds the lock.

        Raises:
            FileNotSaved: the record is as it was.
        """
        save(self._file, replace(self.record(), **changed))

    def use(self, received: Received, replaced: int, **noted: object) -> None:
        """Keep a catalogue and put it in use; the caller holds the lock.

        Args:
            received: the catalogue.
            replaced: serial of the one in use so far, which is kept, the bundled one as well.
            noted: further changes of the record, in the same step.

        Raises:
            FileNotSaved: the one in use so far still is.
        """
        self._sweep()
        self._keep_bundled(replaced)
        serial = received.catalog.serial
        path = self._place_for(serial, received.data)
        _write(path, received.data, received.signature)
        known = KeptRecord(
            published=received.catalog.published,
            fingerprint=fingerprint(received.data),
            file=path.name,
            source=received.source,
            received=received.at,
        )
        still_kept = {
            name: one for name, one in self.record().kept.items() if self.is_kept(int(name))
        }
        kept = still_kept | {str(serial): known}
        record = self.record()
        self.note(
            current=serial,
            previous=replaced if replaced != serial else record.previous,
            bundled=self.bundled_serial,
            kept=kept,
            **noted,
        )
        self._sweep()
        if self.record().held_back is None:
            _remove(self.folder / HELD_BACK_NAME)
        self._prune(serial)

    def choose(self, serial: int, replaced: int) -> None:
        """Put a kept catalogue in use again; the caller holds the lock.

        Raises:
            FileNotSaved: the one in use so far still is.
        """
        self._keep_bundled(replaced)
        self.note(current=serial, previous=replaced, bundled=self.bundled_serial)

    def hold_back(self, received: Received, lost: int, total: int, **noted: object) -> HeldBack:
        """Keep a catalogue aside until the user decides; the caller holds the lock.

        Raises:
            FileNotSaved: nothing changed.
        """
        path = self.folder / HELD_BACK_NAME
        _write(path, received.data, received.signature)
        held_back = HeldBack(
            serial=received.catalog.serial,
            published=received.catalog.published,
            lost=lost,
            total=total,
            source=received.source,
            fingerprint=fingerprint(received.data),
        )
        self.note(held_back=held_back, **noted)
        return held_back

    def drop_held_back(self) -> None:
        """Forget the catalogue that waits for a decision; the caller holds the lock.

        Raises:
            FileNotSaved: it still waits.
        """
        self.note(held_back=None)
        _remove(self.folder / HELD_BACK_NAME)

    def _checked_bytes(self, path: Path, serial: int) -> bytes:
        try:
            data = read_bytes(path)
        except FileUnreadable as error:
            raise RefreshFailed(
                Problem.FILE_UNREADABLE, name=path.name, reason=error.reason
            ) from error
        if not self.fits(serial, data):
            reason = N_("its bytes are not those that were written")
            raise RefreshFailed(Problem.NOT_A_CATALOG, name=path.name, reason=reason)
        return data

    def _keep_bundled(self, replaced: int) -> None:
        """Keep the bundled catalogue when another takes its place: an update removes it."""
        if replaced != self.bundled_serial or self.is_kept(replaced):
            return
        data = self.bundled
        _write(self.path_of(replaced), data, None)
        known = KeptRecord(
            published=self.bundled_head.published,
            fingerprint=fingerprint(data),
            source=FROM_THE_PROGRAM,
        )
        self.note(kept=self.record().kept | {str(replaced): known})

    def _sweep(self) -> None:
        """Take away what writes that were killed left behind. Only under the folder's lock.

        Of several files of one serial the record names one; the others are set aside.
        """
        suffixed = self.folder.glob(f"*.json{SUFFIX}")
        orphans = (path for path in suffixed if not path.with_suffix("").exists())
        for path in (*self.folder.glob(".*.tmp"), *orphans):
            with suppress(OSError):
                path.unlink()
        for serial, path in _files_of(self.folder):
            if path != self.path_of(serial):
                with suppress(OSError):
                    path.with_name(path.name + SUFFIX).unlink(missing_ok=True)
                    set_aside(path)

    def _prune(self, current: int) -> None:
        """Keep the one in use and the newest others, up to five."""
        others = [serial for serial in _serials(self.folder) if serial != current]
        surplus = others[KEEP_PREVIOUS:]
        for serial in surplus:
            _remove(self.path_of(serial))
