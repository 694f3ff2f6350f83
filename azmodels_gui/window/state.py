# SPDX-License-Identifier: MIT
"""What the window remembers from one start to the next."""

from collections.abc import Mapping

from msgspec import Struct, field

from azmodels_gui.catalog.document import EntryKey
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.window.theme import ThemeChoice

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
