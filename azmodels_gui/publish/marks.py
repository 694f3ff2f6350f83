# SPDX-License-Identifier: MIT
"""Cells of availability matrices: check marks, region names, footnotes."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from azmodels_gui.publish.cells import without_footnotes
from azmodels_gui.publish.ledger import Ledger

REGION_ID = re.compile(r"[a-z][a-z0-9]*")
VARIATION_SELECTOR = "\ufe0f"
"""Follows a check mark where it is to be drawn as a picture; means nothing here."""


@dataclass(frozen=True)
class Mark:
    """What a matrix says of one region, and where."""

    region: str
    cell: str
    place: str


@dataclass(frozen=True)
class Reading:
    """Regions by what the marks say of them."""

    available: frozenset[str]
    listed: frozenset[str]
    unclear: frozenset[str]


def name_in(cell: str) -> str:
    """Return the cell's text on one line, without footnote marks."""
    return " ".join(without_footnotes(cell).split())


def offered(cell: str) -> bool | None:
    """Tell whether a cell marks an offer; None: it holds neither a check mark nor `-`."""
    text = name_in(cell).replace(VARIATION_SELECTOR, "")
    return {"✅": True, "-": False}.get(text)


def region_id(cell: str) -> str | None:
    """Return the region that a heading names; None: it names none."""
    name = name_in(cell).replace(" ", "").lower()
    return name if REGION_ID.fullmatch(name) else None


def read_marks(marks: Iterable[Mark], source: str, ledger: Ledger) -> Reading:
    """Sort regions by their marks; each unreadable cell is refused in the ledger."""
    found: dict[bool | None, set[str]] = {True: set(), False: set(), None: set()}
    for mark in marks:
        told = offered(mark.cell)
        found[told].add(mark.region)
        if told is None:
            cell = ledger.read(source, f"{mark.place}, {mark.region}", mark.cell or "(empty cell)")
            ledger.refuse(cell, "cell is neither a check mark nor '-': unknown there")
    return Reading(
        available=frozenset(found[True]),
        listed=frozenset(found[True] | found[False]),
        unclear=frozenset(found[None]),
    )
