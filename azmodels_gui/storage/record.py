# SPDX-License-Identifier: MIT
"""What a refresh remembers beside the catalogues: which is in use, what the server said, when."""

from datetime import UTC, date, datetime
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, JsonValue, ValidationError

from azmodels_gui.storage.preferences import StateFile

FILE_NAME = "record.json"


def _aware(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


Moment = Annotated[datetime, AfterValidator(_aware)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)


class KeptRecord(_Part):
    """About one kept catalogue."""

    published: date
    fingerprint: str = ""
    """SHA-256 of the file; empty: not known."""
    source: str = ""
    """Host and path, or file, it came from."""
    received: Moment | None = None


class Answer(_Part):
    """What a server said of its file last time."""

    url: str
    keys: tuple[str, ...] = ()
    """Names of the keys trusted then; under others the file must be looked at again."""
    serial: int
    """Serial of the file it said that of."""
    etag: str = ""
    last_modified: str = ""


class HeldBack(_Part):
    """A catalogue that waits for the user's decision."""

    serial: int
    published: date
    lost: int
    """Offered cells of the catalogue held that it no longer has."""
    total: int
    """Offered cells of the catalogue held."""
    source: str = ""


class Record(_Part):
    """All of it. Whatever is damaged or missing is as at the first start."""

    current: int | None = None
    """Serial of the catalogue in use; None: the newest."""
    previous: int | None = None
    """Serial of the one before it."""
    bundled: int | None = None
    """Serial of the bundled catalogue when `current` was chosen: a later one is newer."""
    kept: dict[str, KeptRecord] = Field(default_factory=dict)
    answer: Answer | None = None
    held_back: HeldBack | None = None
    last_attempt: Moment | None = None
    last_success: Moment | None = None


def record_of(values: dict[str, JsonValue]) -> Record:
    """Return the record that a file holds; each part that is damaged is left out."""
    if not values:
        return Record.model_construct()  # the first start need not build what checks a record
    sound: dict[str, JsonValue] = {}
    for name in Record.model_fields:
        if name in values:
            try:
                Record.model_validate({name: values[name]})
            except ValidationError:
                continue
            sound[name] = values[name]
    return Record.model_validate(sound)


def save(file: StateFile, record: Record) -> None:
    """Write the record; keys of a newer program survive.

    Raises:
        FileNotSaved: the file is as it was.
    """
    file.save(record.model_dump(mode="json"))
