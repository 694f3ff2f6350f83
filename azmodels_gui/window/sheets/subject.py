# SPDX-License-Identifier: MIT
"""What sheets can be made of the page on show."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from azmodels_gui.catalog.coverage_conditions import CoverageConditions
from azmodels_gui.catalog.document import Region
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.sheet import Sheet, SheetKind

if TYPE_CHECKING:
    from azmodels_gui.answers.features import Feature


@dataclass(frozen=True)
class Subject:
    """One sheet that a page offers."""

    kind: SheetKind
    make: Callable[[SheetOrder], Sheet]
    regions: tuple[Region, ...] = ()
    """What the sheet is about; empty: all."""
    data_zones: tuple[str, ...] = ()
    """Ids of data zones inside of which is processed."""


OfferSheets = Callable[[], Sequence[Subject]]
"""Returns what is on offer now: the catalogue may have changed since the last time."""


def comparison_subjects(
    entries: Sequence[Entry], regions: tuple[Region, ...], zones: tuple[str, ...] = ()
) -> list[Subject]:
    """Return what can be told of entries that stand side by side; nothing of none."""
    from azmodels_gui.sheets.comparison_sheet import comparison_sheet

    kept = tuple(entries)
    if not kept:
        return []
    return [
        Subject(SheetKind.COMPARISON, lambda order: comparison_sheet(kept, order), regions, zones),
        facts_subject(kept, regions, zones),
        coverage_subject(kept, CoverageConditions(next(iter(zones), None)), regions),
    ]


def facts_subject(
    entries: tuple[Entry, ...], regions: tuple[Region, ...], zones: tuple[str, ...] = ()
) -> Subject:
    """Return the sheet with all facts of each entry."""
    from azmodels_gui.sheets.fact_sheet import fact_sheet

    return Subject(SheetKind.FACTS, lambda order: fact_sheet(entries, order), regions, zones)


def features_subject(
    entries: tuple[Entry, ...], asked: "tuple[Feature, ...]", regions: tuple[Region, ...]
) -> Subject:
    """Return the sheet of what models can do, that have all the features asked for."""
    from azmodels_gui.sheets.features_sheet import features_sheet

    def make(order: SheetOrder) -> Sheet:
        return features_sheet(entries, asked, order)

    return Subject(SheetKind.FEATURES, make, regions)


def coverage_subject(
    entries: tuple[Entry, ...], conditions: CoverageConditions, regions: tuple[Region, ...]
) -> Subject:
    """Return the sheet of the question where all entries are to be had.

    The question must have an answer: entries, and conditions that can be met together.
    """
    from azmodels_gui.catalog.coverage import coverage
    from azmodels_gui.sheets.coverage_sheet import coverage_sheet

    def make(order: SheetOrder) -> Sheet:
        return coverage_sheet(coverage(entries, conditions, order.catalog, order.day), order)

    return Subject(SheetKind.COVERAGE, make, regions)
