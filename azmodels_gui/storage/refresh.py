# SPDX-License-Identifier: MIT
"""A refresh from beginning to end: fetch, check, keep, and say what came of it."""

import codecs
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from fractions import Fraction
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from msgspec.structs import replace

from azmodels_gui.catalog import loading
from azmodels_gui.catalog.differences import Changes, changes, vanished_availability
from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.minisign import MAX_TEXT_BYTES, TOO_LONG
from azmodels_gui.storage.errors import EMPTY, FileUnreadable, Problem, RefreshFailed
from azmodels_gui.storage.fetch import Fetched, Fetcher, Limits, Validators, Watch
from azmodels_gui.storage.files import MAX_BYTES, fingerprint, read_bytes
from azmodels_gui.storage.held import read_kept
from azmodels_gui.storage.settings import Source, file_name
from azmodels_gui.storage.store import Answer, CatalogStore, HeldBack, Received, signature_of
from azmodels_gui.storage.trust import SUFFIX, Keys, Trust, check_signature


class Outcome(StrEnum):
    """How it ended."""

    UPDATED = "updated"
    UNCHANGED = "unchanged"
    HELD_BACK = "held_back"
    WENT_BACK = "went_back"


@dataclass(frozen=True)
class Refreshed:
    """What came of it. The catalogue on disk is in use already; showing it is the caller's."""

    outcome: Outcome
    serial: int
    """Serial of the catalogue in use from now on."""
    trust: Trust
    source: str = ""
    """Host and path, or file; empty: nothing came from outside."""
    catalog: Catalog | None = None
    """What to show from now on; None: what is shown stays."""
    changes: Changes | None = None
    """Against what was shown; None: nothing new is in use."""
    held_back: HeldBack | None = None
    """What waits for the user's decision, with how much it would lose."""


def age_days(published: date, today: date) -> int:
    """Return how old a catalogue is; a clock that is wrong does not make it younger than new."""
    return max(0, (today - published).days)


MOST_LOST = Fraction(1, 10)
"""Of the offered cells; more is held back.

A renamed folder at the source once made other trackers report 112 models as gone.
"""


@dataclass(frozen=True)
class Candidate:
    """Bytes that may be a catalogue."""

    name: str
    """Host and path, or file, for messages."""
    data: bytes
    signature: bytes | None = None


MOST_AHEAD = timedelta(days=730)
"""A date further ahead is a mistake, or is meant to shut out all that comes later."""


def highest_serial(day: date) -> int:
    """Return the highest serial that a catalogue of a day may have: one of two years later."""
    later = day + min(MOST_AHEAD, date.max - day)
    return int(f"{later:%Y%m%d}") * 1_000 + 999


def refuse_dates_ahead(name: str, catalog: Catalog, today: date) -> None:
    """Hold that a catalogue's day and serial leave room for later ones.

    A serial is a day and a number (20261122001), so that one of a distant day would have all
    later catalogues refused as older.

    Args:
        name: of the catalogue, for the message.
        catalog: what was read.
        today: the day, or one that is surely not later where the clock may be wrong.

    Raises:
        RefreshFailed: the day is more than two years ahead of today, or the serial of its day.
    """
    day = catalog.published
    if day - today > MOST_AHEAD or catalog.serial > highest_serial(day):
        raise RefreshFailed(Problem.DATED_AHEAD, name=name, day=day, serial=catalog.serial)


def _looks_like_a_page(data: bytes) -> bool:
    """Tell whether bytes begin as a web page does, in UTF-8 or UTF-16."""
    return data[:1_000].lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n")[:1] == b"<"


def checked_catalog(candidate: Candidate, keys: Keys) -> tuple[Catalog, Trust]:
    """Return the catalogue after the checks it can fail by itself: size, signature, JSON, schema.

    Raises:
        RefreshFailed: the first check that it fails.
    """
    name, data = candidate.name, candidate.data
    if len(data) > MAX_BYTES:
        raise RefreshFailed(Problem.TOO_LARGE, name=name, mebibytes=MAX_BYTES // 1024**2)
    try:
        trust = check_signature(name, data, candidate.signature, keys)
        return _parsed(name, data), trust
    except RefreshFailed as error:
        if _looks_like_a_page(data):  # the sign-in page of a network answers everything with 200
            raise RefreshFailed(Problem.WEB_PAGE, name=name) from error
        raise


def _parsed(name: str, data: bytes) -> Catalog:
    text = data.removeprefix(codecs.BOM_UTF8)
    if not text or text.isspace():
        raise RefreshFailed(Problem.NOT_A_CATALOG, name=name, reason=EMPTY)
    try:
        return loading.parse_in_pieces(text)
    except loading.SchemaTooNew as error:
        raise RefreshFailed(Problem.SCHEMA_TOO_NEW, name=name) from error
    except loading.CatalogUnusable as error:
        raise RefreshFailed(Problem.NOT_A_CATALOG, name=name, reason=error) from error


NOT_THERE = frozenset({403, 404, 410})
"""Object storage answers 403 for what is not there."""


def with_signature(
    fetcher: Fetcher, url: str, found: Fetched, keys: Keys, watch: Watch, pause_s: float
) -> tuple[Candidate, Fetched]:
    """Return the file with its signature; both once more if they do not fit at first.

    A publisher may be between the two files, or a cache may hold an older one of them.

    Args:
        fetcher: the connection.
        url: where the file lies.
        found: the file as it was fetched.
        keys: without any, nobody asks for the signature.
        watch: of the refresh.
        pause_s: before both are asked for once more.

    Raises:
        RefreshFailed: the signature cannot be had.
    """
    candidate = _candidate(fetcher, url, found, keys)
    try:
        check_signature(candidate.name, candidate.data, candidate.signature, keys)
    except RefreshFailed as error:
        if error.problem is not Problem.SIGNATURE_WRONG:
            return candidate, found  # refused in its turn
        watch.pause(pause_s)
        found = fetcher.fetch(url)
        candidate = _candidate(fetcher, url, found, keys)
    return candidate, found


def _candidate(fetcher: Fetcher, url: str, found: Fetched, keys: Keys) -> Candidate:
    signature = _signature(fetcher, url) if keys else None
    return Candidate(file_name(url), found.data or b"", signature)


def _signature(fetcher: Fetcher, url: str) -> bytes | None:
    parts = urlsplit(url)
    beside = urlunsplit(parts._replace(path=parts.path + SUFFIX))
    try:
        return fetcher.fetch(beside, max_bytes=MAX_TEXT_BYTES).data
    except RefreshFailed as error:
        if error.problem is Problem.TOO_LARGE:
            name = file_name(url)
            raise RefreshFailed(Problem.SIGNATURE_UNREADABLE, name=name, reason=TOO_LONG) from error
        if error.problem is Problem.STATUS and error.values["status"] in NOT_THERE:
            return None
        raise


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
        candidate = Candidate(str(path), data, signature_of(path))
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

    def drop_held_back(self, wait_s: float | None = None) -> None:
        """Forget the catalogue that was held back, as the user decided.

        Args:
            wait_s: for another program that is saving; None: as long as usual.

        Raises:
            RefreshFailed: it still waits.
        """
        with self._store.changing(wait_s):
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
        if answer is None or (answer.url, answer.keys) != (self._url_mark, self._key_names):
            return None
        told = {"ETag": answer.etag, "Last-Modified": answer.last_modified}
        return Validators.told(told) if self._still_have(answer.serial) else None

    def _still_have(self, serial: int) -> bool:
        """Tell whether a catalogue can be read, the one that waits or one that may be shown."""
        waiting = self._store.record().held_back
        try:
            if waiting is not None and waiting.serial == serial:
                self._store.held_back()
                return True
            self._store.data(serial)
        except RefreshFailed:
            return False
        return self._store.trust(serial, self._keys) is not Trust.REVOKED

    @property
    def _url_mark(self) -> str:
        return fingerprint(self._source.url.encode(errors="backslashreplace"))

    @property
    def _key_names(self) -> tuple[str, ...]:
        return tuple(sorted(key.name for key in self._keys))

    def _answer(self, serial: int, validators: Validators) -> Answer:
        return Answer(
            url=self._url_mark,
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
        today = max(self._now().date(), self._store.bundled_head.published)
        refuse_dates_ahead(candidate.name, catalog, today)
        # A signature that was not checked must not count once a key is set.
        checked = candidate.signature if trust is Trust.SIGNED else None
        received = Received(catalog, candidate.data, checked, candidate.name, self._now())
        noted: dict[str, object] = {}
        if answer is not None:
            noted = {"answer": self._answer(catalog.serial, answer), "last_success": received.at}
        shown = held()
        if watch is not None:  # the last moment: from here on it is written
            watch.check_wanted()
        with self._store.changing():
            in_use = self._store.in_use(self._keys)
            newest = self._newest_held(today)
            if catalog.serial < newest:  # somebody may be replaying an old file
                name, serial = candidate.name, catalog.serial
                raise RefreshFailed(Problem.OLDER, name=name, serial=serial, held=newest)
            before = self._before(shown, in_use)
            if catalog.serial == in_use:
                return self._same_serial(received, before, noted)
            lost, total = vanished_availability(before, catalog)
            if lost > MOST_LOST * total and not although_it_shrinks:
                whole = replace(received, signature=candidate.signature)  # checked once more
                waiting = self._store.hold_back(whole, lost, total, **noted)
                kept = self._store.trust(in_use, self._keys)
                return Refreshed(Outcome.HELD_BACK, in_use, kept, candidate.name, held_back=waiting)
            self._store.use(received, in_use, held_back=None, **noted)
        found = changes(shown, catalog)
        return Refreshed(Outcome.UPDATED, catalog.serial, trust, candidate.name, catalog, found)

    def _newest_held(self, today: date) -> int:
        """Return the highest serial held; in use may be an older one that was gone back to.

        One so high that it would not be taken today was taken by an earlier version of the program.
        """
        most = highest_serial(today + min(MOST_AHEAD, date.max - today))
        trusted = self._store.trusted(self._keys)
        return max((serial for serial in trusted if serial <= most), default=0)

    def _before(self, shown: Catalog, in_use: int) -> Catalog:
        """Return the catalogue in use: the one on show, unless another window changed it."""
        if shown.serial == in_use:
            return shown
        try:
            return read_kept(self._store, in_use, in_pieces=True)
        except RefreshFailed:  # it cannot be read: what is on show is the next best
            return shown

    def _same_serial(
        self, received: Received, before: Catalog, noted: dict[str, object]
    ) -> Refreshed:
        """Nothing is new, but a signature may have come, or what cannot be read any more."""
        catalog, store = received.catalog, self._store
        serial = catalog.serial
        known, lost = before.serial == serial, not self._still_have(serial)
        same = catalog == before if known else lost and store.fits(serial, received.data)
        if not same:
            raise RefreshFailed(Problem.SAME_SERIAL, name=received.source, serial=serial)
        newly_signed = received.signature and store.trust(serial, self._keys) is not Trust.SIGNED
        if newly_signed or lost:
            store.use(received, serial, **noted)
        elif noted:
            store.note(**noted)
        trust = store.trust(serial, self._keys)
        if known:
            return Refreshed(Outcome.UNCHANGED, serial, trust, received.source)
        found = changes(before, catalog)
        return Refreshed(Outcome.UPDATED, serial, trust, received.source, catalog, found)
