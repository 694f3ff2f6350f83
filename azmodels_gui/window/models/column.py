# SPDX-License-Identifier: MIT
"""What a column of the table of models is."""

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtCore import Qt

from azmodels_gui.catalog.entry import Entry
from azmodels_gui.window.models.cell_context import CellContext, Chip
from azmodels_gui.window.widgets.mark_painter import Mark

SortKey = str | int | float

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def nothing(_entry: Entry, _context: CellContext) -> str:
    """Return no tooltip or tone."""
    return ""


class Column(Struct, frozen=True, kw_only=True):
    """How one column gets its heading, its texts and its order from an entry."""

    key: str
    """For preferences: stays the same when columns are moved or renamed."""
    header: str
    """English source text, to be translated when shown. `{regions}` stands for the regions
    chosen in the filter."""
    header_tip: str = ""
    """What the figures mean, English source text."""
    text: Callable[[Entry, CellContext], str]
    sort_key: Callable[[Entry, CellContext], SortKey | None]
    """None: missing, which sorts last in both directions."""
    short: str = ""
    """Heading over the column, where it is shorter; English source text."""
    below: str = ""
    """Second line of the heading; English source text."""
    group: str = ""
    """Neighbours with the same one have one upper heading; English source text. `{place}` stands
    for the place chosen in the filter."""
    narrow: str = ""
    """The upper heading where `group` has no room."""
    anywhere: str = ""
    """The upper heading while no place is chosen; empty: as `group`."""
    letters: bool = False
    """The heading is a letter for each slot of the marks."""
    shown: Callable[[Entry, CellContext], str] | None = None
    """What is painted of the text where that is shorter: the column says what it is about."""
    note: Callable[[Entry, CellContext], str] | None = None
    """A second, quieter line."""
    marks: Callable[[Entry, CellContext], tuple[Mark, ...]] | None = None
    """For cells drawn as signs and words; `text` says the same."""
    warns: bool = False
    """A sign stands before what is near or past."""
    chips: Callable[[Entry, CellContext], tuple[Chip, ...]] | None = None
    """For cells drawn as chips; their texts together are `text`."""
    tooltip: Callable[[Entry, CellContext], str] = nothing
    """Source and date of what the cell says, plain text."""
    tone: Callable[[Entry, CellContext], str] = nothing
    """`past`, `soon`, `muted` or nothing."""
    width: int = 12
    """Width to start with, in characters."""
    signs: int = 0
    """So many signs of a fixed size must have room."""
    alignment: Qt.AlignmentFlag = LEFT
    visible: bool = True
    """Shown until the user chooses otherwise."""
    by_place: bool = False
    """True: changes with the regions, data zones and deployment types chosen in the filter."""


def words_of(
    chips: Callable[[Entry, CellContext], tuple[Chip, ...]],
) -> Callable[[Entry, CellContext], str]:
    """Return the function that puts the words of a cell's chips on one line."""

    def text(entry: Entry, context: CellContext) -> str:
        return ", ".join(chip.text for chip in chips(entry, context))

    return text
