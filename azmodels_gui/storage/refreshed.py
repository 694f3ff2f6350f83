# SPDX-License-Identifier: MIT
"""What came of a refresh that did not fail."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from azmodels_gui.catalog.changes import Changes
from azmodels_gui.catalog.document import Catalog
from azmodels_gui.storage.record import HeldBack
from azmodels_gui.storage.trust import Trust


class Outcome(StrEnum):
    """How it ended."""

    UPDATED = "updated"
    UNCHANGED = "unchanged"
    HELD_BACK = "held_back"
    WENT_BACK = "went_back"


@dataclass(frozen=True)
class Refreshed:
    """What came of it. The catalogue on disk is in use already; showing it is the caller's."""

    outcome: Outcome
    serial: int
    """Serial of the catalogue in use from now on."""
    trust: Trust
    source: str = ""
    """Host and path, or file; empty: nothing came from outside."""
    catalog: Catalog | None = None
    """What to show from now on; None: what is shown stays."""
    changes: Changes | None = None
    """Against what was shown; None: nothing new is in use."""
    held_back: HeldBack | None = None
    """What waits for the user's decision, with how much it would lose."""


def age_days(published: date, today: date) -> int:
    """Return how old a catalogue is; a clock that is wrong does not make it younger than new."""
    return max(0, (today - published).days)
