# SPDX-License-Identifier: MIT
"""The catalogues kept on this machine: which is in use, and how another takes its place.

The folder may be read at any moment, also between any two steps of a change by another
program or by one that was killed: a catalogue is written whole under a name of its own
before the record names it.
"""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime
from functools import cached_property
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from azmodels_gui.catalog.document import Catalog
from azmodels_gui.language.words import N_
from azmodels_gui.storage import kept_files
from azmodels_gui.storage.bundled import bundled_catalog_bytes
from azmodels_gui.storage.catalog_file import CatalogHead, head_of
from azmodels_gui.storage.errors import CatalogError, FileNotSaved, FileUnreadable, RefreshFailed
from azmodels_gui.storage.files import read_bytes, reason_of
from azmodels_gui.storage.preferences import StateFile, forgiving_load
from azmodels_gui.storage.problem_words import Problem
from azmodels_gui.storage.record import FILE_NAME, HeldBack, KeptRecord, Record, record_of, save
from azmodels_gui.storage.trust import Keys, Trust, trust_of_kept

WAIT_S = 5.0
LOOK_EVERY_S = 0.02


class Busy(Exception):
    """Another program holds the lock longer than we wait."""


@contextmanager
def locked(path: Path, wait_s: float = WAIT_S) -> Iterator[None]:
    """Hold the lock of this file while the block runs; the file stays, empty.

    Raises:
        Busy: another program held it for all of `wait_s`.
        OSError: the file cannot be made.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        _acquire(descriptor, time.monotonic() + wait_s)
        yield
    finally:
        os.close(descriptor)  # which releases it, as the end of the process does


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
        self._file = StateFile(folder / FILE_NAME)

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
        """Return what is remembered; a damaged record is set aside, the catalogues remain."""
        values, _ = forgiving_load(self._file)
        return record_of(values)

    def serials(self) -> list[int]:
        """Return the serials that can be gone back to, the newest first; the bundled one, too."""
        return sorted({*kept_files.serials(self.folder), self.bundled_serial}, reverse=True)

    def data(self, serial: int) -> bytes:
        """Return the bytes of a kept or the bundled catalogue.

        Raises:
            RefreshFailed: there is none of that serial, or not the bytes that were written.
        """
        path = kept_files.path_of(self.folder, serial)
        if path.exists():
            return self._checked_bytes(path, serial)
        if serial == self.bundled_serial:
            return self.bundled
        raise RefreshFailed(Problem.NOT_KEPT, serial=serial)

    def signature(self, serial: int) -> bytes | None:
        """Return the signature of a kept catalogue, None where it has none."""
        return kept_files.signature_of(kept_files.path_of(self.folder, serial))

    def trust(self, serial: int, keys: Keys) -> Trust:
        """Return what is known of the origin of a kept or the bundled catalogue."""
        signature = self.signature(serial)
        known = self.record().kept.get(str(serial))
        came_along = serial == self.bundled_serial or (
            known is not None and known.source == FROM_THE_PROGRAM
        )
        if came_along and signature is None:
            return Trust.BUNDLED
        return trust_of_kept(signature, keys)

    def in_use(self, keys: Keys) -> int:
        """Return the serial of the catalogue to show: the chosen one, else the newest.

        One that is not signed by today's keys does not count, and what an update of the
        program brings counts if it is newer than the one chosen before.
        """
        record, bundled = self.record(), self.bundled_serial
        trusted = [
            serial for serial in self.serials() if self.trust(serial, keys) is not Trust.REVOKED
        ]
        chosen = record.current
        updated = chosen is not None and bundled > chosen and record.bundled != bundled
        if chosen in trusted and not updated:
            return chosen
        return trusted[0] if trusted else bundled

    def history(self, keys: Keys) -> tuple[KeptCatalog, ...]:
        """Return all kept catalogues and the bundled one, the newest first.

        None is parsed; where the record was lost, the beginning of the file tells the day.
        """
        in_use, kept = self.in_use(keys), self.record().kept
        found = ((serial, kept.get(str(serial))) for serial in self.serials())
        return tuple(
            KeptCatalog(
                serial=serial,
                trust=self.trust(serial, keys),
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
            return head_of(read_bytes(kept_files.path_of(self.folder, serial))).published
        return None

    def is_kept(self, serial: int) -> bool:
        """Tell whether a serial lies in the folder, not only in the program."""
        return kept_files.path_of(self.folder, serial).exists()

    def set_aside(self, serial: int) -> Path | None:
        """Take a kept catalogue that cannot be used out of the way; return where it is now."""
        return kept_files.set_aside(kept_files.path_of(self.folder, serial))

    def held_back(self) -> tuple[bytes, bytes | None]:
        """Return the catalogue that waits for a decision, and its signature.

        Raises:
            RefreshFailed: there is none.
        """
        path = self.folder / HELD_BACK_NAME
        try:
            return read_bytes(path), kept_files.signature_of(path)
        except FileUnreadable as error:
            raise RefreshFailed(Problem.NOTHING_HELD_BACK) from error

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Hold the folder's lock; faults of the disk become problems with sentences.

        Raises:
            RefreshFailed: not writable, full, or another program is changing it.
        """
        try:
            with locked(self.folder / LOCK_NAME, self._lock_wait_s):
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
        kept_files.sweep(self.folder)
        self._keep_bundled(replaced)
        serial = received.catalog.serial
        path = kept_files.path_of(self.folder, serial)
        kept_files.write(path, received.data, received.signature)
        known = KeptRecord(
            published=received.catalog.published,
            fingerprint=kept_files.fingerprint(received.data),
            source=received.source,
            received=received.at,
        )
        still_kept = {
            name: one for name, one in self.record().kept.items() if self.is_kept(int(name))
        }
        kept = still_kept | {str(serial): known}
        previous = replaced if replaced != serial else self.record().previous
        self.note(
            current=serial, previous=previous, bundled=self.bundled_serial, kept=kept, **noted
        )
        if self.record().held_back is None:
            kept_files.remove(self.folder / HELD_BACK_NAME)
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
        kept_files.write(path, received.data, received.signature)
        held_back = HeldBack(
            serial=received.catalog.serial,
            published=received.catalog.published,
            lost=lost,
            total=total,
            source=received.source,
        )
        self.note(held_back=held_back, **noted)
        return held_back

    def drop_held_back(self) -> None:
        """Forget the catalogue that waits for a decision; the caller holds the lock.

        Raises:
            FileNotSaved: it still waits.
        """
        self.note(held_back=None)
        kept_files.remove(self.folder / HELD_BACK_NAME)

    def _checked_bytes(self, path: Path, serial: int) -> bytes:
        try:
            data = read_bytes(path)
        except FileUnreadable as error:
            raise RefreshFailed(
                Problem.FILE_UNREADABLE, name=path.name, reason=error.reason
            ) from error
        known = self.record().kept.get(str(serial))
        if known and known.fingerprint and known.fingerprint != kept_files.fingerprint(data):
            reason = N_("its bytes are not those that were written")
            raise RefreshFailed(Problem.NOT_A_CATALOG, name=path.name, reason=reason)
        return data

    def _keep_bundled(self, replaced: int) -> None:
        """Keep the bundled catalogue when another takes its place: an update removes it."""
        if replaced != self.bundled_serial or self.is_kept(replaced):
            return
        data = self.bundled
        kept_files.write(kept_files.path_of(self.folder, replaced), data, None)
        known = KeptRecord(
            published=self.bundled_head.published,
            fingerprint=kept_files.fingerprint(data),
            source=FROM_THE_PROGRAM,
        )
        self.note(kept=self.record().kept | {str(replaced): known})

    def _prune(self, current: int) -> None:
        """Keep the one in use and the newest others, up to five."""
        others = [serial for serial in kept_files.serials(self.folder) if serial != current]
        surplus = others[KEEP_PREVIOUS:]
        for serial in surplus:
            kept_files.remove(kept_files.path_of(self.folder, serial))
