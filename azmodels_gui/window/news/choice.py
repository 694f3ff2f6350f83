# SPDX-License-Identifier: MIT
"""What the user chose on the page "What's new", as a value that is remembered."""

from dataclasses import dataclass
from typing import Annotated

from msgspec import Meta

ALL, PINNED, FILTER = "all", "pinned", "filter"
CHANGES_TAB, RADAR_TAB = 0, 1
MOST_REMEMBERED = 200


@dataclass(frozen=True)
class NewsChoice:
    """The defaults are the first start."""

    entries: Annotated[str, Meta(pattern=f"^({ALL}|{PINNED}|{FILTER})$")] = ALL
    """Which models: all, pinned ones, those of the filter."""
    regions: Annotated[tuple[str, ...], Meta(max_length=MOST_REMEMBERED)] = ()
    """Ids, and `FILTER` for those of the filter; empty: all."""
    text: Annotated[str, Meta(max_length=MOST_REMEMBERED)] = ""
    tab: Annotated[int, Meta(ge=CHANGES_TAB, le=RADAR_TAB)] | None = None
    """None: the changes, or the radar where nothing can be compared."""
    since: tuple[int, int] | None = None
    """Serial chosen to compare with, and the one that was on show; None: the one before."""
