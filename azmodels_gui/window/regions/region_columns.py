# SPDX-License-Identifier: MIT
"""Regions side by side: in groups by geography and data zone, or by what they offer."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from azmodels_gui.catalog.document import Region
from azmodels_gui.catalog.labels import GEOGRAPHY_GROUPS, label
from azmodels_gui.catalog.region_counts import KnownRows, RegionCount
from azmodels_gui.language.words import tr
from azmodels_gui.window.models.cell_context import CellContext
from azmodels_gui.window.regions.region_part import RegionOrder, RegionScope

GROUP_ORDER = (
    "Europe",
    "UK",
    "US",
    "Canada",
    "Mexico",
    "South America",
    "Asia Pacific",
    "Middle East",
    "Africa",
)
"""Europe first, where most of the questions are about."""


@dataclass(frozen=True)
class RegionColumn:
    """One column of the matrix."""

    region: Region
    place: int
    """Of the region in a row of codes (`RegionCodes`)."""
    group: str
    """Heading it shares with its neighbours; empty: none."""
    offered: int
    """How many of the rows on show are offered here."""
    doubtful: bool = False
    """True: none is offered for certain, but not all of them are known not to be."""

    @property
    def count(self) -> str:
        """The figure below the name; a 0 only where it is known to be one."""
        return "?" if self.doubtful else str(self.offered)


def region_columns(
    scope: RegionScope,
    shown: Mapping[str, KnownRows],
    known: Mapping[str, KnownRows],
    context: CellContext,
) -> tuple[RegionColumn, ...]:
    """Return the columns from left to right.

    Args:
        scope: entries, deployment type and order asked for.
        shown: what is known of all rows by region, for the deployment types on show.
        known: the same for all types; decides which regions offer anything at all, so that
            columns stay while rows and deployment type change.
        context: names in the language on show.
    """
    regions = [
        (place, region)
        for place, region in enumerate(scope.index.catalog.regions)
        if scope.every_region
        or region.id in scope.marked
        or known[region.id].offered
        or known[region.id].disputed
    ]
    short = scope.order is RegionOrder.COUNT
    counts = {region.id: shown[region.id].count(scope.mask) for _, region in regions}
    columns = [
        RegionColumn(
            region,
            place,
            _zone_mark(region) if short else group_words(region, context),
            counts[region.id].offered,
            _is_doubtful(counts[region.id]),
        )
        for place, region in regions
    ]
    return tuple(sorted(columns, key=_by_count if short else _by_place))


def _is_doubtful(found: RegionCount) -> bool:
    return not found.offered and bool(found.disputed or found.unknown)


def grouped(columns: Iterable[RegionColumn]) -> list[tuple[str, int]]:
    """Return each heading with the number of neighbouring columns below it."""
    groups: list[tuple[str, int]] = []
    for column in columns:
        if groups and groups[-1][0] == column.group:
            groups[-1] = (column.group, groups[-1][1] + 1)
        else:
            groups.append((column.group, 1))
    return groups


def _by_place(column: RegionColumn) -> tuple[int, str, int, str, str]:
    return group_order(column.region)


def group_order(region: Region) -> tuple[int, str, int, str, str]:
    """Return what to sort regions by: part of the world, data zone, name."""
    listed = region.geography_group in GROUP_ORDER
    at = GROUP_ORDER.index(region.geography_group) if listed else len(GROUP_ORDER)
    certainty = 2 if region.data_zone is None else int(region.data_zone_disputed)
    return (at, region.geography_group, certainty, region.data_zone or "", region.name)


def _by_count(column: RegionColumn) -> tuple[int, str]:
    return (-column.offered, column.region.name)


def group_words(region: Region, context: CellContext) -> str:
    """Return the data zone of a region, or the part of the world where it is in none."""
    if region.data_zone is None:
        return label(GEOGRAPHY_GROUPS, region.geography_group)
    return zone_words(region, context)


def zone_words(region: Region, context: CellContext) -> str:
    """Return the data zone of a region in words; empty if it is in none."""
    if region.data_zone is None:
        return ""
    zone = context.zone_names.get(region.data_zone, region.data_zone)
    return zone_title(zone, disputed=region.data_zone_disputed)


def zone_title(zone: str, *, disputed: bool) -> str:
    """Return the name of a data zone, and that sources disagree about it."""
    return tr("{zone}, disputed").replace("{zone}", zone) if disputed else zone


def _zone_mark(region: Region) -> str:
    """Return a heading that fits above a single column."""
    if region.data_zone is None:
        return ""
    return f"{region.data_zone}?" if region.data_zone_disputed else region.data_zone
