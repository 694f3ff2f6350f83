# SPDX-License-Identifier: MIT
"""The form of a client's file (`*.azclient`): one JSON document with a version of its own, in which
negotiated prices and discounts stand with their day and a note.

docs/client-file.md describes it. A file of a later major version is refused and left alone; what
a later minor version adds is kept as it is, also when the file is written again.
"""

import base64
import json
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal

from msgspec.json import encode
from pydantic import ConfigDict, Field, JsonValue, field_validator

from azmodels_gui.calculator.agreed import AGREED, DISCOUNTS
from azmodels_gui.catalog.faults import Misfit
from azmodels_gui.catalog.outside import FilePart, fitted
from azmodels_gui.clients.tenant import Tenant
from azmodels_gui.language.words import N_, Phrase, ToldError

MOST = Decimal(10**9)
MOST_PERCENT = Decimal(100)
MOST_REMARK = 1_000

Figure = Annotated[Decimal, Field(gt=0, le=MOST)]


class Agreement(FilePart):
    """What holds for one model, or for all that have none of their own."""

    model: str = ""
    """Id; empty: all models."""
    figures: Mapping[str, Figure]
    """By the names of the calculator's fields: discounts in percent, prices in US dollars."""
    agreed_on: date
    note: Annotated[str, Field(max_length=MOST_REMARK)] = ""

    @field_validator("figures")
    @classmethod
    def _check_figures(cls, figures: Mapping[str, Decimal]) -> Mapping[str, Decimal]:
        for name, figure in figures.items():
            if name not in AGREED:
                raise Misfit(name, N_("no such price or discount"))
            if name in DISCOUNTS and figure >= MOST_PERCENT:
                raise Misfit(name, N_("a discount is less than 100 %"))
        return figures


def agreement_for(model: str, agreed: Iterable[Agreement]) -> Agreement | None:
    """Return what was agreed for a model: its own, else what holds for all; None: nothing."""
    by_model = {each.model: each for each in agreed}
    return by_model.get(model) or by_model.get("")


def with_agreement(agreed: Iterable[Agreement], made: Agreement) -> tuple[Agreement, ...]:
    """Return agreements with one more, in the place of an older one for the same models.

    One without figures takes the older one away.
    """
    others = tuple(each for each in agreed if each.model != made.model)
    return (*others, made) if made.figures else others


FORMAT = "azmodels client"
VERSION = 1
SUFFIX = ".azclient"
MOST_NOTE = 100_000
"""Characters of a note."""

Note = Annotated[str, Field(max_length=MOST_NOTE)]
Base64 = Annotated[str, Field(pattern=r"^[A-Za-z0-9+/]*={0,2}$")]


class ClientUnusable(ToldError):
    """Bytes are no client's file; the message says what is wrong, in the middle of a sentence."""


class ClientTooNew(ClientUnusable):
    """They are one of a later program."""


class View(FilePart):
    """What was on show: the records that pages tell of themselves, as in a link to the view."""

    model_config = ConfigDict(extra="allow")

    page: str = ""
    """Key of the page on show."""
    filter: str | None = None
    """The filter as its text; None: nothing was on show yet."""
    pages: Mapping[str, Mapping[str, JsonValue]] = {}
    money: Mapping[str, str] = {}
    """Currency, rate and its day by name."""
    sheet: Mapping[str, JsonValue] = {}
    """What else is wished of sheets, such as title, note and house style."""


class Client(FilePart):
    """All that belongs to one client. Contacts are none of it."""

    model_config = ConfigDict(extra="allow")

    format: Literal["azmodels client"] = "azmodels client"
    version: Annotated[int, Field(strict=True, ge=1)] = VERSION
    name: Annotated[str, Field(min_length=1, max_length=200, pattern=r"\S")]
    notes: Note = ""
    """Markdown."""
    model_notes: Mapping[str, Note] = {}
    """Markdown by the id of the model."""
    pinned: tuple[tuple[str, str], ...] = ()
    """Model and version of each."""
    view: View = View()
    saved_filters: Mapping[str, str] = {}
    """Text of each filter by its name."""
    loads: Mapping[str, Base64] = {}
    """Load profiles that scenarios name, packed, by the hash that names them."""
    logo: Base64 = ""
    """The picture on sheets, for a computer that lacks the file which `view.sheet` names."""
    agreed: tuple[Agreement, ...] = ()
    """Negotiated prices and discounts; of one model the last one holds."""
    tenant: Tenant = Field(default_factory=Tenant)
    catalog: int | None = None
    """Serial of the catalogue it was last seen with; None: with none yet."""

    def but(self, **changed: Any) -> "Client":
        """Return a copy with some fields changed."""
        return self.model_copy(update=changed)


def decoded(letters: str) -> bytes:
    """Return the bytes that travelled in base64; of damaged letters none."""
    try:
        return base64.b64decode(letters)
    except ValueError:
        return b""


def read_client(data: bytes) -> Client:
    """Return what a client's file holds.

    Raises:
        ClientTooNew: it was written by a later major version.
        ClientUnusable: it is damaged, no such file, or could not be written again.
    """
    try:
        document = json.loads(data)
        encode(document)  # unlike the line above, it knows half a surrogate pair as no text
    except (ValueError, RecursionError) as error:
        raise ClientUnusable(N_("it is damaged or no client's file")) from error
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise ClientUnusable(N_("it is no client's file"))
    version = document.get("version")
    if isinstance(version, int) and version > VERSION:
        raise ClientTooNew(
            N_("it was written by a newer azmodels (version {version} of the form)"),
            version=version,
        )
    try:
        client = fitted(document, Client)
    except Misfit as fault:
        raise ClientUnusable(Phrase(N_("{why}"), why=fault).message, why=fault) from fault
    client_bytes(client)
    return client


def client_bytes(client: Client) -> bytes:
    """Return the file's bytes: UTF-8, a field a line, defaults left out but for the head.

    Raises:
        ClientUnusable: half a surrogate pair, or what is nested too deep, has no bytes.
    """
    head = {"format": client.format, "version": client.version, "name": client.name}
    try:
        told = client.model_dump(mode="json", exclude_defaults=True)
        # The salt has no default to be left out by, and short names are worth nothing without it.
        tenant = {**told.pop("tenant", {}), "salt": client.tenant.salt}
        document = {**head, **told, "tenant": tenant}
        return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()
    except (ValueError, RecursionError) as error:
        raise ClientUnusable(N_("it holds what cannot be written")) from error
