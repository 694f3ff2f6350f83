# SPDX-License-Identifier: MIT
"""What the window remembers from one start to the next, and how it is read."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any, TypeVar, get_type_hints

from msgspec import Struct, ValidationError, convert, field, json

from azmodels_gui.catalog.entry import EntryKey
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.window.theme.theme import ThemeChoice

MAX_SAVED_FILTERS = 100
MAX_RECENT_CLIENTS = 8
FIRST_FILTER = CatalogQuery(usable_only=True)
"""What nobody can deploy any more is not what somebody looks for first."""


class ColumnState(Struct, frozen=True):
    """One column of the table; the place in the list is the place on the screen."""

    id: str
    width_px: int
    visible: bool = True


class SavedFilter(Struct, frozen=True):
    """A filter the user gave a name."""

    name: str
    query: CatalogQuery


class ModelsState(Struct, frozen=True):
    """What the page with the table remembers."""

    columns: tuple[ColumnState, ...] = ()
    """Columns that are not listed come last, as wide as they like; none: the first start."""
    sort_column: str = ""
    """Id of the column; empty: the table's own order."""
    sort_descending: bool = False
    folded_rows: tuple[str, ...] | None = None
    """Ids of the parts of the table that are folded; None: the program's choice."""
    splitter_px: tuple[int, ...] = ()
    """Widths of filters, table and details."""
    selected: EntryKey | None = None
    pane: str = ""
    """Id of the details' tab."""
    collapsed: tuple[str, ...] | None = None
    """Ids of the collapsed groups of the filters; None: the program's choice."""


class WindowState(Struct, frozen=True):
    """Everything that survives a restart. The defaults are the first start."""

    language: str = ""
    """`de`, `en`; empty: as the system."""
    theme: ThemeChoice = ThemeChoice.SYSTEM
    size_px: tuple[int, int] | None = None
    """Width and height; None: as large as suits the screen."""
    maximised: bool = False
    query: CatalogQuery = FIRST_FILTER
    saved_filters: tuple[SavedFilter, ...] = ()
    pinned: tuple[EntryKey, ...] = ()
    page: str = ""
    pages: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    """What each page remembers, and what is wished of sheets, by key; JSON values."""
    recent_clients: tuple[str, ...] = ()
    """Files of clients that were open, the latest first."""


def with_saved_filter(
    saved: tuple[SavedFilter, ...], name: str, query: CatalogQuery
) -> tuple[SavedFilter, ...]:
    """Return the filters with one more, by name; an equal name is replaced."""
    others = tuple(each for each in saved if each.name != name)
    listed = sorted((*others, SavedFilter(name, query)), key=lambda each: each.name.casefold())
    return tuple(listed[:MAX_SAVED_FILTERS])


T = TypeVar("T")
Fits = Callable[[str, Any], bool]
"""Tells, given a field's name, whether a value of the right type can be used."""


def read_state(kind: type[T], values: object, fits: Fits = lambda _name, _value: True) -> T:
    """Return a record of remembered values; what is unknown or does not fit is passed over.

    Args:
        kind: all fields of which have defaults; a bound can be part of a type (`msgspec.Meta`).
        values: as JSON knows them; rubbish counts as nothing.
        fits: what a type cannot say.
    """
    kept: dict[str, Any] = {}
    hints = get_type_hints(kind, include_extras=True)
    found = values if isinstance(values, dict) else {}
    for name in hints.keys() & found.keys():
        with suppress(ValidationError):
            value = convert(found[name], hints[name])
            if fits(name, value):
                kept[name] = value
    return kind(**kept)


def written_state(state: object) -> dict[str, Any]:
    """Return a record as JSON knows it."""
    written: dict[str, Any] = json.decode(json.encode(state))
    return written
