# SPDX-License-Identifier: MIT
"""How an entry is offered in the regions asked about, and inside a data zone."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from itertools import chain

from azmodels_gui.catalog.countries import yes_or_no
from azmodels_gui.catalog.document import Catalog, DeploymentType, Entry, Region
from azmodels_gui.catalog.fact_dates import source_dates
from azmodels_gui.catalog.facts import ModelVersion, Offer
from azmodels_gui.catalog.terms import DEVELOPER_TIER, Availability, Billing, Coverage, Scope


def as_on(catalog: Catalog, day: date) -> Catalog:
    """Return the catalogue with what has ended before a day as "not offered" everywhere.

    That "no" is as old as the source that states the end, not as the matrix that still marks it.
    Who answers from a catalogue takes it through here once; no look-up of an offer then needs
    the day. Files are checked, compared and published as they are.
    """
    dates = source_dates(catalog)
    models = tuple(
        model.but(versions=tuple(_version(version, day, dates) for version in model.versions))
        if any(offer.ended_on(day) for version in model.versions for offer in version.offers)
        else model
        for model in catalog.models
    )
    return catalog if models == catalog.models else catalog.but(models=models)


def _version(version: ModelVersion, day: date, dates: Mapping[str, str]) -> ModelVersion:
    return version.but(offers=tuple(_offer(offer, day, dates) for offer in version.offers))


def _offer(offer: Offer, day: date, dates: Mapping[str, str]) -> Offer:
    if not offer.ended_on(day):
        return offer
    gone = offer.but(available=(), disputed=(), covered=Coverage.ALL)
    source = offer.retirement_source
    return gone if source is None else gone.but(as_of=dates.get(source), sources=(source,))


_WITHOUT_A_YES = (Availability.CONFLICT, Availability.UNKNOWN, Availability.NOT_OFFERED)
KEEPS_DATA_IN_ZONE = frozenset({Scope.DATA_ZONE, Scope.REGIONAL})
"""Scopes whose processing stays inside the data zone of the region they are deployed in."""


def scopes_of(catalog: Catalog) -> list[Scope]:
    """Return all scopes, those last that only a newer catalogue has."""
    return Scope.of((*Scope, *(kind.scope for kind in catalog.deployment_types)))


def how_offered(
    entry: Entry, region_ids: Collection[str], catalog: Catalog
) -> tuple[tuple[DeploymentType, Availability], ...]:
    """Return what is known of every deployment type there, in the order of the catalogue.

    Offered from a region is not the same as processed there: the type's scope says which.
    """
    offers = ((kind, entry.offers.get(kind.id)) for kind in catalog.deployment_types)
    return tuple(
        (kind, strongest(map(offer.in_region, region_ids)) if offer else Availability.UNKNOWN)
        for kind, offer in offers
    )


def in_data_zone(entry: Entry, zone: str, catalog: Catalog) -> Availability:
    """Tell whether some offer keeps the data inside a zone; for many entries see `InDataZone`."""
    return InDataZone(zone, catalog).of(entry)


class Inside:
    """The question where offers are within some regions, of which some may be in doubt."""

    def __init__(self, members: Iterable[str], certain: Iterable[str]) -> None:
        """Make it.

        Args:
            members: the regions asked about.
            certain: those of them where an offer is beyond doubt.
        """
        self.members, self._certain = frozenset(members), frozenset(certain)

    def of(self, offer: Offer | None) -> Iterator[Availability]:
        """Yield what is known of one deployment type there; see `strongest`."""
        if offer is None:
            yield Availability.UNKNOWN
            return
        disputed = self.members.intersection(offer.disputed)
        available = self.members.intersection(offer.available) - disputed
        if available & self._certain:
            yield Availability.OFFERED
        if disputed or not available <= self._certain:
            yield Availability.CONFLICT
        rest = self.members - available - disputed
        if rest and (offer.covers_all or not rest.isdisjoint(offer.covered_regions)):
            yield Availability.NOT_OFFERED
        if rest and not offer.covers_all and not rest.issubset(offer.covered_regions):
            yield Availability.UNKNOWN

    def together(self, offers: Iterable[Offer | None]) -> Availability:
        """Return what is known of several deployment types there; one yes makes a yes."""
        return strongest(chain.from_iterable(map(self.of, offers)))


class InDataZone:
    """The question whether some offer of an entry keeps the data inside one zone.

    Offers of data-zone and regional scope count, in the zone's member regions. Where only
    a region of disputed membership, or a disputed offer, speaks for it: CONFLICT. "No" is
    the answer only if every such offer is known not to exist, and none has a scope of which
    this program does not know what it keeps.
    """

    def __init__(self, zone: str, catalog: Catalog) -> None:
        certain, disputed = catalog.zone_regions({zone})
        members = (region.id for region in (*certain, *disputed))
        self._inside = Inside(members, (region.id for region in certain))
        self._kinds = [
            kind.id for kind in catalog.deployment_types if kind.scope in KEEPS_DATA_IN_ZONE
        ]
        self._unclear = [kind.id for kind in catalog.deployment_types if not kind.scope.known]

    def of(self, entry: Entry) -> Availability:
        """Return the answer for one entry."""
        offers = (entry.offers.get(kind) for kind in self._kinds)
        answers = chain.from_iterable(self._inside.of(offer) for offer in offers)
        unclear = (entry.offers.get(kind) for kind in self._unclear)
        newer = (Availability.UNKNOWN for offer in unclear if self._has_place(offer))
        return strongest(chain(answers, newer))

    def _has_place(self, offer: Offer | None) -> bool:
        """Tell whether it is offered here with a scope newer than this program."""
        return offer is not None and not self._inside.members.isdisjoint(offer.available)


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


def weakest(answers: Iterable[Availability]) -> Availability:
    """Return what several answers amount to that must all be yes; nothing at all is a yes."""
    found = set(answers)
    for answer in (Availability.NOT_OFFERED, Availability.UNKNOWN, Availability.CONFLICT):
        if answer in found:
            return answer
    return Availability.OFFERED


def stays_inside(scope: Scope, region: Region, zones: Collection[str]) -> Availability:
    """Tell whether a deployment in a region processes inside one of some data zones.

    CONFLICT: the region's membership is disputed. UNKNOWN: this program does not know the scope.
    """
    if not scope.known:
        return Availability.UNKNOWN
    inside = scope in KEEPS_DATA_IN_ZONE and region.data_zone in zones
    return yes_or_no(inside, disputed=region.data_zone_disputed)


def offered_anywhere(entry: Entry, deployment_type: str) -> Availability:
    """Return what is known of a deployment type over all regions together."""
    offer = entry.offers.get(deployment_type)
    if offer is None:
        return Availability.UNKNOWN
    if offered_regions(offer):
        return Availability.OFFERED
    if offer.disputed:
        return Availability.CONFLICT
    return Availability.NOT_OFFERED if offer.covers_all else Availability.UNKNOWN


def offered_regions(offer: Offer) -> frozenset[str]:
    """Return the regions where an offer is beyond dispute."""
    return frozenset(offer.available).difference(offer.disputed)


def has_known_offer(entry: Entry) -> bool:
    """Tell whether it is offered somewhere, for more than trials of fine-tuned models."""
    if entry.is_service:
        return any(feature.available for feature in entry.model.features)
    offers = (each for each in entry.version.offers if each.deployment_type != DEVELOPER_TIER)
    # Nearly none is disputed: no set is made for the others, of each entry at a start.
    return any(
        offer.available and (not offer.disputed or offered_regions(offer)) for offer in offers
    )


def offered_as_ptu(entry: Entry, catalog: Catalog) -> Availability:
    """Tell whether an entry can be deployed on PTU.

    Parameters on the newest sizing page speak for it like an offer; against matrices that
    all say no they make a conflict.
    """
    kinds = [kind.id for kind in catalog.deployment_types if kind.billing is Billing.PROVISIONED]
    newer = [kind.id for kind in catalog.deployment_types if not kind.billing.known]
    found = strongest(offered_anywhere(entry, kind) for kind in kinds)
    if found is Availability.NOT_OFFERED and any(
        offered_anywhere(entry, kind) is Availability.OFFERED for kind in newer
    ):
        found = Availability.UNKNOWN  # nobody can tell how that one is paid for
    if found is Availability.OFFERED or all(item.history for item in entry.ptu):
        return found
    return Availability.OFFERED if found is Availability.UNKNOWN else Availability.CONFLICT
