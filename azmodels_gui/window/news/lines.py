# SPDX-License-Identifier: MIT
"""The lines of the page "What's new": a difference and the retirements, in words."""

from dataclasses import dataclass, replace

from azmodels_gui.catalog.changes import Changes, changes_in_regions
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.radar import Retirement, retirements
from azmodels_gui.sheets.change_rows import change_groups
from azmodels_gui.sheets.grouped import RowFilter, RowGroup, filtered
from azmodels_gui.sheets.radar_rows import radar_groups
from azmodels_gui.window.background import switching_soon


@dataclass(frozen=True)
class NewsQuestion:
    """What the lines are made of; `None` for regions: all."""

    index: CatalogIndex
    changes: Changes | None
    regions: frozenset[str] | None
    language: str


@dataclass(frozen=True)
class NewsLines:
    """All lines, or those that fit a filter."""

    changes: tuple[RowGroup, ...] = ()
    radar: tuple[RowGroup, ...] = ()
    found: tuple[Retirement, ...] = ()

    def narrowed(self, wanted: RowFilter) -> "NewsLines":
        """Return the lines that fit."""
        if wanted == RowFilter():
            return self
        changes, radar = filtered(self.changes, wanted), filtered(self.radar, wanted)
        keys = {(row.model, row.version) for group in radar for row in group.rows}
        found = tuple(each for each in self.found if each.entry.key in keys)
        return replace(self, changes=changes, radar=radar, found=found)


def worded(question: NewsQuestion) -> NewsLines:
    """Return all lines; for a thread behind the window, since it may take a while."""
    with switching_soon():
        return _worded(question)


def _worded(question: NewsQuestion) -> NewsLines:
    index, language, changes = question.index, question.language, question.changes
    if changes is not None and question.regions is not None:
        changes = changes_in_regions(changes, question.regions)
    groups = () if changes is None else change_groups(changes, index.catalog, language)
    found = tuple(retirements(index.entries, index.catalog, index.today))
    lines = NewsLines(groups, radar_groups(found, index.catalog, language), found)
    for group in (*lines.changes, *lines.radar):
        for row in group.rows:
            _ = row.folded  # a keystroke must not wait for it
    return lines
