# SPDX-License-Identifier: MIT
"""What a refresh remembers beside the catalogues: which is in use, what the server said, when."""

from contextlib import suppress
from datetime import date, datetime
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

from azmodels_gui.storage.preferences import JsonValue, StateFile

FILE_NAME = "record.json"

Moment = Annotated[datetime, Meta(tz=True)]
"""A time with its zone; one without says nothing on a laptop that travels."""


class KeptRecord(Struct, frozen=True, kw_only=True):
    """About one kept catalogue."""

    published: date
    fingerprint: str = ""
    """SHA-256 of the file; empty: not known."""
    source: str = ""
    """Host and path, or file, it came from."""
    received: Moment | None = None


class Answer(Struct, frozen=True, kw_only=True):
    """What a server said of its file last time."""

    url: str
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


def record_of(values: dict[str, JsonValue]) -> Record:
    """Return the record that a file holds; each part that is damaged is left out."""
    sound: dict[str, Any] = {}
    for field in msgspec.structs.fields(Record):
        if field.name in values:
            with suppress(msgspec.ValidationError):
                sound[field.name] = msgspec.convert(values[field.name], field.type)
    return Record(**sound)


def save(file: StateFile, record: Record) -> None:
    """Write the record; keys of a newer program survive.

    Raises:
        FileNotSaved: the file is as it was.
    """
    file.save(msgspec.to_builtins(record))
