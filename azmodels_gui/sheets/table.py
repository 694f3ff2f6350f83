# SPDX-License-Identifier: MIT
"""A table of texts as it is copied and saved."""

from dataclasses import dataclass

from azmodels_gui.catalog.fact_dates import FactDate


@dataclass(frozen=True)
class Table:
    """What is seen, in words; every row has as many cells as there are headings."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    groups: tuple[tuple[str, int], ...] = ()
    """Headings above the headings, each with how many columns it spans; empty: none."""
    notes: tuple[str, ...] = ()
    """Where it comes from, as of when, what was asked."""
    notes_name: str = "Sources"
    """Name of the sheet the notes stand on."""
    frozen: int = 0
    """Columns that stay in sight while the others scroll."""
    signs: tuple[tuple[str, ...], ...] = ()
    """What stands for the words on paper, for each cell after the frozen ones; empty: nothing.
    Several deployment types are lines of signs."""
    asked: tuple[str, ...] = ()
    """What it is a table of, for the head of a sheet."""
    sources: tuple[str, ...] = ()
    """Ids of the sources behind it."""
    as_of: FactDate | None = None
    """How old the offers in it are; None: no date is known."""

    def tab_separated(self) -> str:
        """Return headings and rows as lines that a spreadsheet takes from the clipboard."""
        lines = (self.headings, *self.rows)
        return "\n".join("\t".join(" ".join(cell.split()) for cell in line) for line in lines)
