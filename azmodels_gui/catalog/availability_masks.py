# SPDX-License-Identifier: MIT
"""What is known of many entries at once, for each deployment type and region, as sets of rows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from azmodels_gui.catalog.bitmask import full_mask, mask_of
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.facts import Offer
from azmodels_gui.catalog.terms import Availability


@dataclass(frozen=True)
class KnownRows:
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

    Entries are gathered by equal offers first: most of them share a handful.
    """
    sharing: dict[tuple[object, ...] | None, list[int]] = {}
    offers: dict[tuple[object, ...] | None, Offer | None] = {}
    for row, entry in enumerate(entries):
        offer = entry.offers.get(deployment_type)
        key: tuple[object, ...] | None = None
        if offer is not None:
            key = (offer.available, offer.covered, offer.disputed)
        sharing.setdefault(key, []).append(row)
        offers[key] = offer
    found = dict.fromkeys(regions, KnownRows())
    for shared, rows in sharing.items():
        mask = mask_of(rows, len(entries))
        for region in found:
            found[region] |= _known(offers[shared], region, mask)
    return found


def _known(offer: Offer | None, region: str, mask: int) -> KnownRows:
    match Availability.UNKNOWN if offer is None else offer.in_region(region):
        case Availability.OFFERED:
            return KnownRows(offered=mask)
        case Availability.CONFLICT:
            return KnownRows(disputed=mask)
        case Availability.UNKNOWN:
            return KnownRows(unknown=mask)
    return KnownRows()


def missing_rows(known: KnownRows, size: int) -> int:
    """Return the rows that are known not to be offered."""
    return full_mask(size) & ~(known.offered | known.disputed | known.unknown)
