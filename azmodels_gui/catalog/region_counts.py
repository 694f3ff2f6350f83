# SPDX-License-Identifier: MIT
"""What is known of some entries in each region, as sets of rows; and how many that are."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import reduce
from operator import or_

from msgspec import Struct

from azmodels_gui.catalog.bitmask import full_mask, mask_of
from azmodels_gui.catalog.document import Catalog, Entry, entries
from azmodels_gui.catalog.terms import Availability, Coverage

_Key = tuple[tuple[str, ...], Coverage | tuple[str, ...], tuple[str, ...]]
"""Available, covered and disputed regions of an offer."""


class RegionCount(Struct, frozen=True):
    """Numbers of entries; what is left of `total` is not offered."""

    offered: int
    disputed: int
    """Sources disagree."""
    unknown: int
    """No source covers it. Not "no"."""
    total: int


class KnownRows(Struct, frozen=True):
    """The rows by what is known of them; a row in none of the sets is not offered."""

    offered: int = 0
    disputed: int = 0
    unknown: int = 0

    def __or__(self, other: "KnownRows") -> "KnownRows":
        """Return what both amount to together: one yes is enough."""
        offered = self.offered | other.offered
        disputed = (self.disputed | other.disputed) & ~offered
        unknown = (self.unknown | other.unknown) & ~(offered | disputed)
        return KnownRows(offered, disputed, unknown)

    def weakened(self, to: Availability | None) -> "KnownRows":
        """Return what is left where the place itself is only as sure as `to`."""
        match to:
            case Availability.NOT_OFFERED:
                return KnownRows()
            case Availability.UNKNOWN:
                return KnownRows(unknown=self.offered | self.disputed | self.unknown)
            case Availability.CONFLICT:
                return KnownRows(disputed=self.offered | self.disputed, unknown=self.unknown)
        return self

    def of(self, row: int) -> Availability:
        """Return what is known of one row."""
        bit = 1 << row
        if self.offered & bit:
            return Availability.OFFERED
        if self.disputed & bit:
            return Availability.CONFLICT
        return Availability.UNKNOWN if self.unknown & bit else Availability.NOT_OFFERED

    def missing(self, size: int) -> int:
        """Return the rows below `size` that are known not to be offered."""
        return full_mask(size) & ~(self.offered | self.disputed | self.unknown)

    def count(self, rows: int) -> RegionCount:
        """Return how many of a set of rows are offered, disputed and unknown."""
        sets = (self.offered, self.disputed, self.unknown, rows)
        return RegionCount(*((each & rows).bit_count() for each in sets))


def known_rows(
    entries: Sequence[Entry], deployment_type: str, regions: Iterable[str]
) -> dict[str, KnownRows]:
    """Return the rows of one deployment type for each region.

    Entries are gathered by equal offers first: most of them share a handful. No deployment type
    applies to a service, so nothing is open of it.
    """
    sharing: dict[_Key, list[int]] = {}
    for row, entry in enumerate(entries):
        offer = entry.offers.get(deployment_type)
        if offer is not None:
            key = (offer.available, offer.covered, offer.disputed)
            sharing.setdefault(key, []).append(row)
    offered, disputed, covered = (defaultdict[str, list[int]](list) for _ in range(3))
    everywhere = [row for row, entry in enumerate(entries) if entry.is_service]
    for (available, told, contested), rows in sharing.items():
        _add(offered, set(available).difference(contested), rows)
        _add(disputed, contested, rows)
        if told == "all":
            everywhere += rows
        else:
            _add(covered, told, rows)
    size = len(entries)
    open_ = full_mask(size) & ~mask_of(everywhere, size)
    found = {}
    for region in regions:
        yes, maybe, spoken = (
            mask_of(rows[region], size) if region in rows else 0
            for rows in (offered, disputed, covered)
        )
        found[region] = KnownRows(yes, maybe, open_ & ~(yes | maybe | spoken))
    return found


def feature_rows(entries: Sequence[Entry], regions: Iterable[str]) -> dict[str, KnownRows]:
    """Return the services for each region: one feature there is enough."""
    services = [(1 << row, entry) for row, entry in enumerate(entries) if entry.is_service]
    found = {}
    for region in regions:
        rows = dict.fromkeys(Availability, 0)
        for bit, service in services:
            rows[service.feature_in(region)] |= bit
        found[region] = KnownRows(rows[Availability.OFFERED], unknown=rows[Availability.UNKNOWN])
    return found


def known_in_regions(
    deployment_types: Collection[str],
    catalog: Catalog,
    rows_of: Callable[[str], Mapping[str, KnownRows]],
    features: Mapping[str, KnownRows],
) -> dict[str, KnownRows]:
    """Return the rows for every region of the catalogue, by some deployment types together.

    An entry is offered in a region if one of the types is; without one it is disputed, unknown or
    not offered, as `offered.strongest` has it. A service counts by its features where all usual
    types are asked about; where only some are, none of them applies to it.

    Args:
        deployment_types: SKU names.
        catalog: names regions and types.
        rows_of: returns `known_rows` of one type.
        features: `feature_rows`.
    """
    parts = [rows_of(kind) for kind in deployment_types]
    if {kind.id for kind in catalog.usual_types}.issubset(deployment_types):
        parts.append(features)
    nothing = KnownRows()
    return {
        region.id: reduce(or_, (part[region.id] for part in parts), nothing)
        for region in catalog.regions
    }


def region_counts(
    entries: Sequence[Entry], catalog: Catalog, deployment_types: Collection[str] = ()
) -> dict[str, RegionCount]:
    """Return the counts of every region of the catalogue.

    Args:
        entries: those that are counted.
        catalog: names the regions, and the deployment types where none are given.
        deployment_types: SKU names; none means the usual ones.
    """
    kinds = deployment_types or [kind.id for kind in catalog.usual_types]
    regions = [region.id for region in catalog.regions]
    features = feature_rows(entries, regions)
    found = known_in_regions(
        kinds, catalog, lambda kind: known_rows(entries, kind, regions), features
    )
    return {region: known.count(full_mask(len(entries))) for region, known in found.items()}


class CellCounts(Struct, frozen=True):
    """Numbers of (entry, deployment type, region), without the developer tier."""

    offered: int
    unknown: int


def cell_counts(catalog: Catalog) -> CellCounts:
    """Return the counts over all entries and regions of a catalogue."""
    rows = tuple(entries(catalog))
    regions = [region.id for region in catalog.regions]
    kinds = [kind.id for kind in catalog.usual_types]
    known = [each for kind in kinds for each in known_rows(rows, kind, regions).values()]
    return CellCounts(
        offered=sum(each.offered.bit_count() for each in known),
        unknown=sum(each.unknown.bit_count() for each in known),
    )


def _add(found: dict[str, list[int]], regions: Iterable[str], rows: list[int]) -> None:
    for region in regions:
        found[region] += rows
