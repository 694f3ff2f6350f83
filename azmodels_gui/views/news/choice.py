# SPDX-License-Identifier: MIT
"""What the user chose on the page "What's new", as a value that is remembered."""

from dataclasses import dataclass, replace

from azmodels_gui.views.pages.page import PageState

ALL, PINNED, FILTER = "all", "pinned", "filter"
ENTRIES = (ALL, PINNED, FILTER)
CHANGES_TAB, RADAR_TAB = 0, 1
MOST_REMEMBERED = 200


@dataclass(frozen=True)
class NewsChoice:
    """The defaults are the first start."""

    entries: str = ALL
    """Which models: all, pinned ones, those of the filter."""
    regions: tuple[str, ...] = ()
    """Ids, and `FILTER` for those of the filter; empty: all."""
    text: str = ""
    tab: int | None = None
    """None: the changes, or the radar where nothing can be compared."""
    since: tuple[int, int] | None = None
    """Serial chosen to compare with, and the one that was on show; None: the one before."""


def choice_state(choice: NewsChoice) -> PageState:
    """Return the choice as JSON knows it."""
    return {
        "entries": choice.entries,
        "regions": list(choice.regions),
        "text": choice.text,
        "tab": choice.tab,
        "since": None if choice.since is None else list(choice.since),
    }


def choice_from(state: PageState) -> NewsChoice:
    """Return the choice that was kept; whatever cannot be understood is as at first."""
    first = NewsChoice()
    entries, text, tab = state.get("entries"), state.get("text"), state.get("tab")
    return replace(
        first,
        entries=str(entries) if entries in ENTRIES else first.entries,
        regions=_texts(state.get("regions")),
        text=text[:MOST_REMEMBERED] if isinstance(text, str) else first.text,
        tab=_tab(tab),
        since=_serials(state.get("since")),
    )


def _tab(value: object) -> int | None:
    whole = isinstance(value, int) and not isinstance(value, bool)
    return int(str(value)) if whole and value in (CHANGES_TAB, RADAR_TAB) else None


def _texts(value: object) -> tuple[str, ...]:
    found = value if isinstance(value, list) else []
    return tuple(dict.fromkeys(each for each in found if isinstance(each, str)))[:MOST_REMEMBERED]


def _serials(value: object) -> tuple[int, int] | None:
    match value:
        case [int(since), int(shown)]:
            return since, shown
    return None
