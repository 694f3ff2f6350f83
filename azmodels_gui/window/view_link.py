# SPDX-License-Identifier: MIT
"""What is on show as one line of text for a colleague, and back.

The text is `azmodels:view/1/` and, behind it, the record as JSON, compressed (whose checksum tells
damage) and in letters that mail and chat leave alone. No file name, client or note is in it.
"""

import base64
import binascii
import zlib
from typing import Annotated, Any

from msgspec import Meta, MsgspecError, Struct, field, json

from azmodels_gui.catalog.entry import EntryKey
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.catalog.query_text import FilterTextInvalid, parse_query_text
from azmodels_gui.language.errors import ToldError
from azmodels_gui.language.words import N_

PREFIX = "azmodels:view/"
VERSION = 1
LONGEST_TEXT, LARGEST_BYTES = 100_000, 1_000_000
"""Of the text, and of what it holds: nobody's window is larger."""
MOST_PINS = 1_000

DAMAGED = N_(
    "A part of the link is missing or was changed. What is on show stays; have the whole link "
    "copied again with Edit > Copy link to this view."
)
NO_LINK = N_(
    "This is no link to a view: one begins with azmodels:view/. What is on show stays; have it "
    "copied with Edit > Copy link to this view."
)
TOO_NEW = N_(
    "The link was made by a newer azmodels. What is on show stays; update azmodels, or have a "
    "filter copied as text instead."
)


class LinkInvalid(ToldError):
    """A text is no link to a view; the message says why, and that nothing has changed."""


class SharedView(Struct, frozen=True, omit_defaults=True):
    """A view to be shown elsewhere. What a page reads of its record, it checks itself."""

    page: str = ""
    """Key of the page on show."""
    filter: str = ""
    """The filter as its text."""
    pinned: Annotated[tuple[EntryKey, ...], Meta(max_length=MOST_PINS)] = ()
    pages: dict[str, dict[str, Any]] = field(default_factory=dict)
    """What pages tell of themselves, by key; JSON values."""
    money: dict[str, str] = field(default_factory=dict)
    """Currency and rate, by name, that prices are shown in."""
    catalog: int = 0
    """Serial of the catalogue that was on show."""

    @property
    def query(self) -> CatalogQuery:
        """The filter."""
        return parse_query_text(self.filter)


def link_to(view: SharedView) -> str:
    """Return a view as text; `read_link` gives the equal view back."""
    packed = zlib.compress(json.encode(view), 9)
    return f"{PREFIX}{VERSION}/{base64.urlsafe_b64encode(packed).decode().rstrip('=')}"


def read_link(text: str) -> SharedView:
    """Return the view that a text stands for; spaces, line breaks and brackets do not count.

    Raises:
        LinkInvalid: it is none, was damaged on the way, or is of a later version.
    """
    bare = "".join(text[:LONGEST_TEXT].split()).strip("<>\"'")
    if not bare.startswith(PREFIX):
        raise LinkInvalid(NO_LINK)
    version, _, packed = bare.removeprefix(PREFIX).partition("/")
    if version.isdecimal() and int(version) > VERSION:
        raise LinkInvalid(TOO_NEW)
    if version != str(VERSION):
        raise LinkInvalid(DAMAGED)
    try:
        view = json.decode(_unpacked(packed), type=SharedView)
        _ = view.query
    except (MsgspecError, FilterTextInvalid, UnicodeError) as error:
        raise LinkInvalid(DAMAGED) from error
    return view


def _unpacked(packed: str) -> bytes:
    """Return what was packed; a bomb of zeros is not unfolded."""
    try:
        letters = packed.encode("ascii")
        data = base64.b64decode(letters + b"=" * (-len(letters) % 4), b"-_", validate=True)
        opener = zlib.decompressobj()
        found = opener.decompress(data, LARGEST_BYTES)
    except (UnicodeError, binascii.Error, zlib.error) as error:
        raise LinkInvalid(DAMAGED) from error
    if not opener.eof or opener.unused_data:
        raise LinkInvalid(DAMAGED)
    return found
