# SPDX-License-Identifier: MIT
"""The sheets that the page of models offers."""

from collections.abc import Sequence

from azmodels_gui.catalog.document import Region
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.index import QueryResult
from azmodels_gui.sheets.list_sheet import list_sheet
from azmodels_gui.sheets.sheet import SheetKind
from azmodels_gui.window.sheets.subject import Subject, comparison_subjects, facts_subject


def models_subjects(
    current: Entry | None,
    shown: Sequence[Entry],
    result: QueryResult,
    pinned: Sequence[Entry],
    regions: tuple[Region, ...],
) -> list[Subject]:
    """Return facts, list and comparison.

    Args:
        current: the entry that is read about.
        shown: what the filter lets through, in the order on show.
        result: of the filter.
        pinned: what is compared.
        regions: regions of the filter.
    """
    zones = tuple(sorted(result.query.data_zones))
    facts = [] if current is None else [facts_subject((current,), regions, zones)]
    listed = Subject(SheetKind.LIST, lambda order: list_sheet(shown, order, result), regions)
    compared = comparison_subjects(pinned, regions, zones)
    others = [each for each in compared if each.kind is not SheetKind.FACTS]
    return [*facts, listed, *others]
