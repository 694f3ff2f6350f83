# SPDX-License-Identifier: MIT
"""How many of some entries each region offers, and of how many it is not known."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from msgspec import Struct

from azmodels_gui.catalog.bitmask import full_mask, mask_of
from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.entry import Entry, entries
from azmodels_gui.catalog.facts import Offer
from azmodels_gui.catalog.offered import offered_regions
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


class RegionCount(Struct, frozen=True):
    """Numbers of entries; what is left of `total` is not offered."""

    offered: int
    disputed: int
    """Sources disagree."""
    unknown: int
    """No source covers it. Not "no"."""
    total: int


def region_counts(
    entries: Sequence[Entry], catalog: Catalog, deployment_types: Collection[str] = ()
) -> dict[str, RegionCount]:
    """Return the counts of every region of the catalogue.

    An entry is offered in a region if one of the deployment types is; without one it is
    disputed, unknown or not offered, as `offered.strongest` has it. A service has features
    instead: one in a region is enough, and no deployment type applies to it.

    Args:
        entries: those that are counted.
        catalog: names the regions, and the deployment types where none are given.
        deployment_types: SKU names; none means all but the developer tier, which is for trying
            out fine-tuned models: no source names its regions, and every "no" would be unknown.
    """
    kinds = deployment_types or for_any_use(catalog)
    regions = frozenset(region.id for region in catalog.regions)
    offered, disputed, unknown = Counter[str](), Counter[str](), Counter[str]()
    for entry in entries:
        if entry.is_service:
            if not deployment_types:
                yes, open_question = features_in(entry, regions)
                offered.update(yes)
                unknown.update(open_question)
            continue
        yes, maybe, open_question = _answers((entry.offers.get(kind) for kind in kinds), regions)
        offered.update(yes)
        disputed.update(maybe)
        unknown.update(open_question)
    return {
        region: RegionCount(offered[region], disputed[region], unknown[region], len(entries))
        for region in regions
    }


def for_any_use(catalog: Catalog) -> list[str]:
    """Return the deployment types that count where none is asked about."""
    return [kind.id for kind in catalog.deployment_types if kind.id != DEVELOPER_TIER]


def features_in(service: Entry, regions: Iterable[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Return where a service has some feature, and where that is unknown."""
    found = {region: service.feature_in(region) for region in regions}
    return (
        frozenset(region for region, at in found.items() if at is Availability.OFFERED),
        frozenset(region for region, at in found.items() if at is Availability.UNKNOWN),
    )


def _answers(
    offers: Iterable[Offer | None], regions: frozenset[str]
) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return where an entry is offered, disputed and unknown; each region at most once."""
    yes, maybe, covered_by_all = set[str](), set[str](), set(regions)
    for offer in offers:
        if offer is None:
            covered_by_all.clear()
            continue
        yes |= offered_regions(offer)
        maybe |= set(offer.disputed)
        if not offer.covers_all:
            covered_by_all &= {*offer.covered_regions, *offer.available, *offer.disputed}
    offered = regions & yes
    disputed = regions & maybe - offered
    return offered, disputed, regions - offered - disputed - covered_by_all
