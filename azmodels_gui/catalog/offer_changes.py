# SPDX-License-Identifier: MIT
"""Where availability differs between two catalogues."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.entry import Entry, EntryKey, entries
from azmodels_gui.catalog.loading import let_go
from azmodels_gui.catalog.terms import Availability

STILL_THERE = frozenset({Availability.OFFERED, Availability.CONFLICT})


@dataclass(frozen=True)
class OfferChange:
    """What is known of one deployment type changed alike in some regions."""

    model: str
    version: str
    deployment_type: str
    before: Availability
    after: Availability
    """`UNKNOWN` means that no source covers it any more, not that it is no longer offered."""
    regions: tuple[str, ...]

    @property
    def gained(self) -> bool:
        """It is offered now, and was not known to be."""
        return self.after is Availability.OFFERED

    @property
    def lost(self) -> bool:
        """It was offered, and is not known to be any more."""
        return self.before is Availability.OFFERED


def offer_changes(old: Entry, new: Entry, regions: frozenset[str]) -> Iterator[OfferChange]:
    """Yield the differences of an entry's offers.

    Args:
        old: the entry in the old catalogue.
        new: the same entry in the new one.
        regions: regions either catalogue lists.
    """
    for sku in sorted(old.offers.keys() | new.offers.keys()):
        if old.offers.get(sku) == new.offers.get(sku):
            continue
        changed: defaultdict[tuple[Availability, Availability], list[str]] = defaultdict(list)
        for region in sorted(regions | _named(old, sku) | _named(new, sku)):
            before, after = old.availability(sku, region), new.availability(sku, region)
            if before is not after:
                changed[before, after].append(region)
        for (before, after), where in sorted(changed.items()):
            yield OfferChange(*new.key, sku, before, after, tuple(where))


def vanished_availability(old: Catalog, new: Catalog) -> tuple[int, int]:
    """Return how many offered cells of the old catalogue the new one lost, and how many it had.

    A cell is one entry, deployment type and region that is offered. It is lost where the
    new catalogue neither calls it offered nor has sources that disagree about it, be it
    that the model is gone, that it is no longer offered, or that nothing is known.
    """
    known = {entry.key: entry for entry in entries(new)}
    lost = total = 0
    for cell in _offered_cells(old):
        total += 1
        lost += not _still_there(known, *cell)
    let_go(known)
    return lost, total


def _offered_cells(catalog: Catalog) -> Iterator[tuple[EntryKey, str, str]]:
    for entry in entries(catalog):
        for sku, offer in entry.offers.items():
            for region in offer.available:
                if offer.in_region(region) is Availability.OFFERED:
                    yield entry.key, sku, region


def _still_there(known: dict[EntryKey, Entry], key: EntryKey, sku: str, region: str) -> bool:
    entry = known.get(key)
    return entry is not None and entry.availability(sku, region) in STILL_THERE


def _named(entry: Entry, sku: str) -> frozenset[str]:
    """Return the regions an offer itself names, listed in the catalogue or not."""
    offer = entry.offers.get(sku)
    if offer is None:
        return frozenset()
    covered = offer.covered_regions
    return frozenset((*offer.available, *offer.disputed, *covered))
