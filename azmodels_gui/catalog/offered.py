# SPDX-License-Identifier: MIT
"""How an entry is offered in the regions asked about, and inside a data zone."""

from collections.abc import Collection, Iterable, Iterator
from itertools import chain

from msgspec import Struct

from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.facts import Offer
from azmodels_gui.catalog.terms import Availability, Billing, Scope

_WITHOUT_A_YES = (Availability.CONFLICT, Availability.UNKNOWN, Availability.NOT_OFFERED)
KEEPS_DATA_IN_ZONE = frozenset({Scope.DATA_ZONE, Scope.REGIONAL})
"""Scopes whose processing stays inside the data zone of the region they are deployed in."""


def scopes_of(catalog: Catalog) -> list[Scope]:
    """Return all scopes, those last that only a newer catalogue has."""
    return Scope.of((*Scope, *(kind.scope for kind in catalog.deployment_types)))


class OfferedHere(Struct, frozen=True):
    """What is known of one deployment type in the regions asked about."""

    deployment_type: str
    scope: Scope
    billing: Billing
    availability: Availability
    """OFFERED: in at least one of the regions."""


def how_offered(
    entry: Entry, region_ids: Collection[str], catalog: Catalog
) -> tuple[OfferedHere, ...]:
    """Return what is known of every deployment type, in the order of the catalogue.

    Offered from a region is not the same as processed there: `scope` says which.
    """
    return tuple(
        OfferedHere(
            deployment_type=kind.id,
            scope=kind.scope,
            billing=kind.billing,
            availability=strongest(entry.availability(kind.id, region) for region in region_ids),
        )
        for kind in catalog.deployment_types
    )


def in_data_zone(entry: Entry, zone: str, catalog: Catalog) -> Availability:
    """Tell whether some offer keeps the data inside a zone; for many entries see `InDataZone`."""
    return InDataZone(zone, catalog).of(entry)


class InDataZone:
    """The question whether some offer of an entry keeps the data inside one zone.

    Offers of data-zone and regional scope count, in the zone's member regions. Where only
    a region of disputed membership, or a disputed offer, speaks for it: CONFLICT. "No" is
    the answer only if every such offer is known not to exist, and none has a scope of which
    this program does not know what it keeps.
    """

    def __init__(self, zone: str, catalog: Catalog) -> None:
        members = [region for region in catalog.regions if region.data_zone == zone]
        self._members = frozenset(region.id for region in members)
        self._certain = frozenset(each.id for each in members if not each.data_zone_disputed)
        self._kinds = [
            kind.id for kind in catalog.deployment_types if kind.scope in KEEPS_DATA_IN_ZONE
        ]
        self._unclear = [kind.id for kind in catalog.deployment_types if not kind.scope.known]

    def of(self, entry: Entry) -> Availability:
        """Return the answer for one entry."""
        offers = (entry.offers.get(kind) for kind in self._kinds)
        answers = chain.from_iterable(self._of_offer(offer) for offer in offers)
        unclear = (entry.offers.get(kind) for kind in self._unclear)
        newer = (Availability.UNKNOWN for offer in unclear if self._has_place(offer))
        return strongest(chain(answers, newer))

    def _has_place(self, offer: Offer | None) -> bool:
        """Tell whether it is offered here with a scope newer than this program."""
        return offer is not None and not self._members.isdisjoint(offer.available)

    def _of_offer(self, offer: Offer | None) -> Iterator[Availability]:
        if offer is None:
            yield Availability.UNKNOWN
            return
        disputed = self._members.intersection(offer.disputed)
        available = self._members.intersection(offer.available) - disputed
        if available & self._certain:
            yield Availability.OFFERED
        if disputed or not available <= self._certain:
            yield Availability.CONFLICT
        rest = self._members - available - disputed
        if rest and (offer.covers_all or not rest.isdisjoint(offer.covered_regions)):
            yield Availability.NOT_OFFERED
        if rest and not offer.covers_all and not rest.issubset(offer.covered_regions):
            yield Availability.UNKNOWN


def strongest(availabilities: Iterable[Availability]) -> Availability:
    """Return what all together amount to; nothing at all is UNKNOWN.

    One yes makes a yes; without one, a conflict goes before unknown, unknown before no.
    """
    found = set()
    for availability in availabilities:
        if availability is Availability.OFFERED:
            return availability
        found.add(availability)
    for availability in _WITHOUT_A_YES:
        if availability in found:
            return availability
    return Availability.UNKNOWN
