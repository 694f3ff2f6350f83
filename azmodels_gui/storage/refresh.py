# SPDX-License-Identifier: MIT
"""A refresh from beginning to end: fetch, check, keep, and say what came of it."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from msgspec.structs import replace

from azmodels_gui.catalog.changes import changes
from azmodels_gui.catalog.document import Catalog
from azmodels_gui.storage import kept_files
from azmodels_gui.storage.address import file_name
from azmodels_gui.storage.candidate import (
    Candidate,
    check_serial,
    checked_catalog,
    loses_too_much,
)
from azmodels_gui.storage.errors import FileUnreadable, RefreshFailed
from azmodels_gui.storage.fetch import Fetched, Fetcher, Validators
from azmodels_gui.storage.files import read_bytes
from azmodels_gui.storage.held import read_kept
from azmodels_gui.storage.hosted_file import with_signature
from azmodels_gui.storage.limits import Limits
from azmodels_gui.storage.problem import Problem
from azmodels_gui.storage.record import Answer
from azmodels_gui.storage.refreshed import Outcome, Refreshed
from azmodels_gui.storage.settings import Source
from azmodels_gui.storage.store import CatalogStore, Received
from azmodels_gui.storage.trust import Trust, check_signature
from azmodels_gui.storage.watch import Watch

GetHeld = Callable[[], Catalog]
"""Returns the catalogue on show; not called when nothing changed."""
MISMATCH_PAUSE_S = 1.0
"""File and signature are two files: a publisher may be between them."""


def utc_now() -> datetime:
    """Return the moment; the one place of a refresh that reads the clock."""
    return datetime.now(UTC)


class Refresh:
    """Refreshes one store from one source.

    Any failure is a `RefreshFailed`, and leaves the disk as it was but for the time of the
    attempt; the catalogue on show is not touched here at all.
    """

    def __init__(
        self,
        store: CatalogStore,
        source: Source,
        limits: Limits | None = None,
        now: Callable[[], datetime] = utc_now,
        mismatch_pause_s: float = MISMATCH_PAUSE_S,
    ) -> None:
        self._store = store
        self._source = source
        self._keys = source.keys
        self.limits = limits or Limits()
        self._now = now
        self._mismatch_pause_s = mismatch_pause_s

    def from_address(self, held: GetHeld, watch: Watch) -> Refreshed:
        """Ask the source's address.

        Raises:
            RefreshFailed: nothing changed.
        """
        url = self._source.url
        if not url:
            raise RefreshFailed(Problem.NO_ADDRESS)
        self._note_attempt()
        with Fetcher(self.limits, watch) as fetcher:
            found = fetcher.fetch(url, self._validators())
            if found.data is None:
                return self._unchanged(found)
            candidate, found = with_signature(
                fetcher, url, found, self._keys, watch, self._mismatch_pause_s
            )
        watch.check()
        return self._accept(candidate, held, watch, answer=found.validators)

    def from_file(self, path: Path, held: GetHeld, watch: Watch | None = None) -> Refreshed:
        """Take a file from a machine without any network; its signature lies beside it.

        Raises:
            RefreshFailed: nothing changed.
        """
        try:
            data = read_bytes(path)
        except FileUnreadable as error:
            raise RefreshFailed(Problem.FILE_UNREADABLE, name=path, reason=error.reason) from error
        candidate = Candidate(str(path), data, kept_files.signature_of(path))
        return self._accept(candidate, held, watch)

    def accept_held_back(self, held: GetHeld) -> Refreshed:
        """Take the catalogue that was held back, as the user decided; all other checks hold.

        Raises:
            RefreshFailed: nothing changed.
        """
        data, signature = self._store.held_back()
        waiting = self._store.record().held_back
        name = waiting.source if waiting else "held-back.json"
        return self._accept(Candidate(name, data, signature), held, although_it_shrinks=True)

    def drop_held_back(self) -> None:
        """Forget the catalogue that was held back, as the user decided.

        Raises:
            RefreshFailed: it still waits.
        """
        with self._store.changing():
            self._store.drop_held_back()

    def go_back(self, serial: int, held: GetHeld) -> Refreshed:
        """Put a kept catalogue, or the bundled one, in use again.

        Raises:
            RefreshFailed: nothing changed.
        """
        store, trust = self._store, self._store.trust(serial, self._keys)
        if trust is not Trust.BUNDLED:
            signature = store.signature(serial)
            trust = check_signature(str(serial), store.data(serial), signature, self._keys)
        catalog, shown = read_kept(store, serial, in_pieces=True), held()
        with store.changing():
            store.choose(serial, store.in_use(self._keys))
        return Refreshed(
            Outcome.WENT_BACK, serial, trust, catalog=catalog, changes=changes(shown, catalog)
        )

    def _note_attempt(self) -> None:
        """Store the time before the attempt: one that hangs or crashes counts, too."""
        with self._store.changing():
            self._store.note(last_attempt=self._now())

    def _validators(self) -> Validators | None:
        """Return what the server said last time, if it still speaks of something we have."""
        answer = self._store.record().answer
        if answer is None or (answer.url, answer.keys) != (self._source.url, self._key_names):
            return None
        record = self._store.record()
        waits = record.held_back is not None and record.held_back.serial == answer.serial
        usable = answer.serial in self._store.serials() and (
            self._store.trust(answer.serial, self._keys) is not Trust.REVOKED
        )
        return Validators(answer.etag, answer.last_modified) if waits or usable else None

    @property
    def _key_names(self) -> tuple[str, ...]:
        return tuple(sorted(key.name for key in self._keys))

    def _answer(self, serial: int, validators: Validators) -> Answer:
        return Answer(
            url=self._source.url,
            keys=self._key_names,
            serial=serial,
            etag=validators.etag,
            last_modified=validators.last_modified,
        )

    def _unchanged(self, found: Fetched) -> Refreshed:
        """Note that the server has nothing new; no catalogue is read."""
        store, now = self._store, self._now()
        with store.changing():
            record = store.record()
            if record.answer is not None:
                answer = self._answer(record.answer.serial, found.validators)
                store.note(last_success=now, answer=answer)
            serial = store.in_use(self._keys)
        waiting = record.held_back
        return Refreshed(
            Outcome.HELD_BACK if waiting else Outcome.UNCHANGED,
            serial,
            store.trust(serial, self._keys),
            file_name(self._source.url),
            held_back=waiting,
        )

    def _accept(
        self,
        candidate: Candidate,
        held: GetHeld,
        watch: Watch | None = None,
        *,
        answer: Validators | None = None,
        although_it_shrinks: bool = False,
    ) -> Refreshed:
        """Check a candidate and put it in use, or hold it back."""
        catalog, trust = checked_catalog(candidate, self._keys)
        # A signature that was not checked must not count once a key is set.
        checked = candidate.signature if trust is Trust.SIGNED else None
        received = Received(catalog, candidate.data, checked, candidate.name, self._now())
        noted: dict[str, object] = {}
        if answer is not None:
            noted = {
                "answer": self._answer(catalog.serial, answer),
                "last_success": received.at,
            }
        shown = held()
        if watch is not None:  # the last moment: from here on it is written
            watch.check_wanted()
        with self._store.changing():
            in_use = self._store.in_use(self._keys)
            check_serial(candidate.name, catalog.serial, in_use)
            before = self._before(shown, in_use)
            if catalog.serial == in_use:
                return self._same_serial(received, before, trust, noted)
            shrinks, lost, total = loses_too_much(before, catalog)
            if shrinks and not although_it_shrinks:
                whole = replace(received, signature=candidate.signature)  # checked once more
                waiting = self._store.hold_back(whole, lost, total, **noted)
                kept_trust = self._store.trust(in_use, self._keys)
                return Refreshed(
                    Outcome.HELD_BACK, in_use, kept_trust, candidate.name, held_back=waiting
                )
            self._store.use(received, in_use, held_back=None, **noted)
        return Refreshed(
            Outcome.UPDATED,
            catalog.serial,
            trust,
            candidate.name,
            catalog,
            changes(shown, catalog),
        )

    def _before(self, shown: Catalog, in_use: int) -> Catalog:
        """Return the catalogue in use: the one on show, unless another window changed it."""
        if shown.serial == in_use:
            return shown
        try:
            return read_kept(self._store, in_use, in_pieces=True)
        except RefreshFailed:  # damaged, and set aside: what is on show is the next best
            return shown

    def _same_serial(
        self, received: Received, before: Catalog, trust: Trust, noted: dict[str, object]
    ) -> Refreshed:
        """Nothing is new, but a signature may have come."""
        serial = received.catalog.serial
        if received.catalog != before:
            raise RefreshFailed(Problem.SAME_SERIAL, name=received.source, serial=serial)
        if trust is Trust.SIGNED and self._store.trust(serial, self._keys) is not Trust.SIGNED:
            self._store.use(received, serial, **noted)
        elif noted:
            self._store.note(**noted)
        return Refreshed(
            Outcome.UNCHANGED, serial, self._store.trust(serial, self._keys), received.source
        )
