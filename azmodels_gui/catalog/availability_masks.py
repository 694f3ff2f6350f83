# SPDX-License-Identifier: MIT
"""What is known of many entries at once, for each deployment type and region, as sets of rows."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from azmodels_gui.catalog.bitmask import full_mask, mask_of
from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.entry import Entry, entries
from azmodels_gui.catalog.terms import DEVELOPER_TIER, Availability, Coverage

_Key = tuple[tuple[str, ...], Coverage | tuple[str, ...], tuple[str, ...]]
"""Available, covered and disputed regions of an offer."""


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
    asked = tuple(regions)
    offered, disputed, covered = (dict.fromkeys(asked, 0) for _ in range(3))
    everywhere = 0
    for (available, told, contested), rows in sharing.items():
        mask = mask_of(rows, len(entries))
        _add(offered, set(available).difference(contested), mask)
        _add(disputed, contested, mask)
        if told == "all":
            everywhere |= mask
        else:
            _add(covered, told, mask)
    services = (row for row, entry in enumerate(entries) if entry.is_service)
    everything = full_mask(len(entries)) & ~mask_of(services, len(entries))
    found = {}
    for region in asked:
        known = offered[region] | disputed[region] | covered[region] | everywhere
        found[region] = KnownRows(offered[region], disputed[region], everything & ~known)
    return found


def _add(masks: dict[str, int], regions: Iterable[str], mask: int) -> None:
    for region in regions:
        if region in masks:
            masks[region] |= mask


class CellCounts(Struct, frozen=True):
    """Numbers of (entry, deployment type, region), without the developer tier."""

    offered: int
    unknown: int


def cell_counts(catalog: Catalog) -> CellCounts:
    """Return the counts over all entries and regions of a catalogue."""
    rows = tuple(entries(catalog))
    regions = [region.id for region in catalog.regions]
    kinds = [kind.id for kind in catalog.deployment_types if kind.id != DEVELOPER_TIER]
    known = [each for kind in kinds for each in known_rows(rows, kind, regions).values()]
    return CellCounts(
        offered=sum(each.offered.bit_count() for each in known),
        unknown=sum(each.unknown.bit_count() for each in known),
    )


def missing_rows(known: KnownRows, size: int) -> int:
    """Return the rows that are known not to be offered."""
    return full_mask(size) & ~(known.offered | known.disputed | known.unknown)
