# SPDX-License-Identifier: MIT
"""What is to be doubted in a catalogue."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.entry import entries


class DoubtKind(StrEnum):
    """Why something is to be doubted."""

    CONTRADICTION = "contradiction"
    NO_REGION = "no_region"
    NO_DATE = "no_date"
    ENDED_PRICE = "ended_price"
    OLD_NO = "old_no"


@dataclass(frozen=True)
class Doubt:
    """One thing to be doubted."""

    kind: DoubtKind
    about: str
    detail: str


def doubts_of(catalog: Catalog, _today: date) -> tuple[Doubt, ...]:
    """Return what is to be doubted in a catalogue on a day."""
    return tuple(
        Doubt(DoubtKind.CONTRADICTION, entry.title, conflict.about)
        for entry in entries(catalog)
        for conflict in entry.version.conflicts
    )
