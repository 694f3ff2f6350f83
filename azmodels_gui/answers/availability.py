# SPDX-License-Identifier: MIT
"""Where entries are offered, and how."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from azmodels_gui.answers.answer import (
    DOES_NOT_APPLY,
    UNKNOWN,
    Answer,
    Row,
    Section,
    Status,
    message,
    unique,
)
from azmodels_gui.answers.viewpoint import OfferRegions, Viewpoint
from azmodels_gui.catalog.document import DataZone, DeploymentType, Entry, Feature
from azmodels_gui.catalog.fact_dates import offers_date
from azmodels_gui.catalog.facts import LocalText, Offer
from azmodels_gui.catalog.offered import (
    KEEPS_DATA_IN_ZONE,
    offered_as_ptu,
    offered_regions,
    strongest,
)
from azmodels_gui.catalog.terms import Availability, Billing, Scope

STATUSES = {
    Availability.OFFERED: Status.KNOWN,
    Availability.NOT_OFFERED: Status.NOT_OFFERED,
    Availability.UNKNOWN: Status.UNKNOWN,
    Availability.CONFLICT: Status.DISPUTED,
}


def availability(entries: Sequence[Entry], view: Viewpoint) -> tuple[Section, ...]:
    """Return a section for each region asked about, or one that counts regions; and the zones."""
    found = list(_in_regions(entries, view))
    if not found:
        found = [_anywhere(entries, view)]
    services = [_features(entry, entries, view) for entry in entries if entry.is_service]
    return (*found, *services, _data_zones(entries, view))


def offered_in(entry: Entry, kind: str, region: str, view: Viewpoint) -> Answer:
    """Return what is known of one deployment type in one region."""
    if entry.is_service:
        return DOES_NOT_APPLY
    return offered(entry.availability(kind, region), (entry.offers.get(kind),), view)


def offered(
    known: Availability, offers: Iterable[Offer | None], view: Viewpoint, *, cite: bool = True
) -> Answer:
    """Return one of the four answers: a no with its age, an offer with an end of its own.

    Args:
        known: the answer.
        offers: what it rests on; None for one that no source states.
        view: dates of sources, and the day.
        cite: name the sources of the offers.
    """
    listed = [offer for offer in offers if offer is not None]
    sources: tuple[str, ...] = ()
    if cite and known is not Availability.UNKNOWN:
        sources = unique(source for offer in listed for source in offer.sources)
    until = as_of = None
    if known is Availability.NOT_OFFERED:
        ends = [offer.retirement_date for offer in listed if offer.ended_on(view.day)]
        if ends and len(ends) == len(listed):
            until = max(filter(None, ends))
        dates = offers_date(listed, view.source_dates)
        as_of = dates.oldest if dates else None
    elif known is Availability.OFFERED and len(listed) == 1:
        until = listed[0].retirement_date
        sources = unique((*sources, listed[0].retirement_source if until else None))
    return Answer(STATUSES[known], known, until=until, as_of=as_of, sources=sources)


def in_zone(entry: Entry, zone: str, view: Viewpoint, *, cite: bool = True) -> Answer:
    """Return whether some offer keeps the data inside a zone."""
    asked = view.zones.get(zone)
    kinds = (kind for kind in view.catalog.deployment_types if kind.scope in KEEPS_DATA_IN_ZONE)
    known = Availability.UNKNOWN if asked is None else asked.of(entry)
    return offered(known, (entry.offers.get(kind.id) for kind in kinds), view, cite=cite)


def as_ptu(entry: Entry, view: Viewpoint) -> Answer:
    """Return whether an entry can be deployed on PTU."""
    kinds = (k for k in view.catalog.deployment_types if k.billing is Billing.PROVISIONED)
    known = offered_as_ptu(entry, view.catalog)
    return offered(known, (entry.offers.get(kind.id) for kind in kinds), view)


def with_scope(entry: Entry, scope: Scope, view: Viewpoint) -> Answer:
    """Return whether it is offered with a scope in some region asked about, or anywhere.

    Offered in a region of a data zone is not the same as processed there: the scope says which.
    """
    offers = (entry.offers.get(kind) for kind in view.kinds_by_scope.get(scope, ()))
    return offered(known_with_scope(entry, scope, view), offers, view)


def known_with_scope(entry: Entry, scope: Scope, view: Viewpoint) -> Availability:
    """Return the same without sources and dates: a table asks for thousands."""
    return _together(entry, view.kinds_by_scope.get(scope, ()), view)


def billed_as(entry: Entry, billing: Billing, view: Viewpoint) -> Answer:
    """Return whether it is offered with a billing in some region asked about, or anywhere.

    Where a data zone or a country is asked about, only by what keeps data inside of it.
    """
    offers = (entry.offers.get(kind) for kind in view.kinds_by_billing.get(billing, ()))
    return offered(known_billed_as(entry, billing, view), offers, view)


def known_billed_as(entry: Entry, billing: Billing, view: Viewpoint) -> Availability:
    """Return the same without sources and dates; what no type can meet is offered by none."""
    kinds = view.kinds_by_billing.get(billing)
    return Availability.NOT_OFFERED if kinds == () else _together(entry, kinds or (), view)


def _together(entry: Entry, kinds: Iterable[str], view: Viewpoint) -> Availability:
    return view.inside.together(entry.offers.get(kind) for kind in kinds)


def regions_count(entry: Entry, view: Viewpoint) -> Answer:
    """Return in how many regions it is offered in some way; none of which any is known: unknown."""
    if entry.is_service:
        places = {region for each in entry.model.features for region in each.available}
        sources = unique(each.source for each in entry.model.features)
        return Answer(Status.KNOWN, len(places), sources=sources)
    offers = entry.version.offers
    places = set[str]().union(*(offered_regions(offer) for offer in offers))
    sources = unique(source for offer in offers for source in offer.sources)
    if places:
        return Answer(Status.KNOWN, len(places), sources=sources)
    found = {view.offer_regions(entry, kind.id).amount_to() for kind in view.shown_types}
    # Not one yes: zero only where everything is a no.
    nothing = strongest(found)
    if nothing is Availability.NOT_OFFERED:
        return Answer(Status.KNOWN, 0, sources=sources)
    return Answer(STATUSES[nothing], sources=sources)


def _in_regions(entries: Sequence[Entry], view: Viewpoint) -> Iterator[Section]:
    """Yield what each region offers, type by type."""
    told = {
        kind.id: [_everywhere(entry, kind.id, view) for entry in entries]
        for kind in view.shown_types
    }
    for at, region in enumerate(view.asked_regions):
        rows = tuple(
            Row(f"{region.id}:{kind.id}", kind.name, tuple(each[at] for each in told[kind.id]))
            for kind in view.shown_types
        )
        heading = message("availability_in", regions=region.name)
        yield Section(f"availability:{region.id}", heading, rows)


def _everywhere(entry: Entry, kind: str, view: Viewpoint) -> list[Answer]:
    """Return the answers of all regions asked about; of one deployment type there are four."""
    asked, offer = view.asked_regions, entry.offers.get(kind)
    if not asked or offer is None or entry.is_service:
        return [offered_in(entry, kind, region.id, view) for region in asked[:1]] * len(asked)
    told: dict[Availability, Answer] = {}
    found = []
    for region in asked:
        known = offer.in_region(region.id)
        if known not in told:
            told[known] = offered(known, (offer,), view)
        found.append(told[known])
    return found


def _anywhere(entries: Sequence[Entry], view: Viewpoint) -> Section:
    rows = tuple(
        Row(
            f"count:{kind.id}",
            kind.name,
            tuple(counted(entry, kind.id, view) for entry in entries),
        )
        for kind in view.shown_types
    )
    return Section("availability", message("availability_anywhere"), rows)


class TypeRegions(Struct, frozen=True):
    """Where one deployment type of an entry, or one feature of a service, is offered."""

    key: str
    """SKU name; of a feature its place."""
    name: LocalText
    regions: OfferRegions
    together: Answer
    """What is known of all the regions together: a no with its age, an end of its own."""
    elsewhere: Answer | None
    """The no, with its age, of the regions that are in none of the lists; None: there are none."""
    kind: DeploymentType | None = None
    """None: a feature."""


def regions_by_type(
    entry: Entry, view: Viewpoint, kinds: Iterable[DeploymentType]
) -> tuple[TypeRegions, ...]:
    """Return where each deployment type is offered, or each feature of a service."""
    if entry.is_service:
        return tuple(_where_feature(*each, view) for each in enumerate(entry.model.features))
    return tuple(_where_offered(entry, kind, view) for kind in kinds)


def _where_offered(entry: Entry, kind: DeploymentType, view: Viewpoint) -> TypeRegions:
    regions, rest = _asked(view.offer_regions(entry, kind.id), view)
    offers = (entry.offers.get(kind.id),)
    together = offered(regions.amount_to(), offers, view)
    elsewhere = offered(Availability.NOT_OFFERED, offers, view) if rest else None
    return TypeRegions(kind.id, kind.name, regions, together, elsewhere, kind)


def _where_feature(number: int, feature: Feature, view: Viewpoint) -> TypeRegions:
    regions, rest = _asked(view.regions_told(feature.available, feature.covered), view)
    known, sources = regions.amount_to(), (feature.source,)
    as_of = feature.as_of or view.source_dates.get(feature.source)
    no = Answer(Status.NOT_OFFERED, Availability.NOT_OFFERED, as_of=as_of, sources=sources)
    together = Answer(STATUSES[known], known, sources=sources)
    if known is Availability.NOT_OFFERED:
        together = no
    elsewhere = no if rest else None
    return TypeRegions(f"feature:{number}", feature.name, regions, together, elsewhere)


def _asked(regions: OfferRegions, view: Viewpoint) -> tuple[OfferRegions, bool]:
    """Return the part that is asked about, and whether some of it is known not to be offered."""
    asked = view.regions or view.region_ids
    part = regions.within(asked) if view.regions else regions
    told = {*part.offered, *part.unknown, *part.disputed}
    return part, not told.issuperset(asked)


def counted(entry: Entry, kind: str, view: Viewpoint) -> Answer:
    """Return in how many regions a type is offered; open ones are told beside them."""
    offer = entry.offers.get(kind)
    if entry.is_service:
        return DOES_NOT_APPLY
    if offer is None:
        return UNKNOWN
    regions = view.offer_regions(entry, kind)
    count, disputed, unknown = map(len, (regions.offered, regions.disputed, regions.unknown))
    if not unknown and not disputed:
        return Answer(Status.KNOWN, count, sources=offer.sources)
    status = Status.DISPUTED if disputed else Status.KNOWN
    told = message("counted", offered=count, unknown=unknown, disputed=disputed)
    return Answer(status, told, sources=offer.sources)


def _features(service: Entry, entries: Sequence[Entry], view: Viewpoint) -> Section:
    """Return a service's features with the regions asked about, or how many have it."""
    rows = tuple(
        Row(
            f"feature:{number}",
            feature.name,
            tuple(_feature(feature if each is service else None, view) for each in entries),
        )
        for number, feature in enumerate(service.model.features)
    )
    heading = message("features_of", name=service.model.id)
    return Section(f"features:{service.model.id}", heading, rows)


def _feature(feature: Feature | None, view: Viewpoint) -> Answer:
    if feature is None:
        return DOES_NOT_APPLY
    sources = (feature.source,)
    if not view.regions:
        return Answer(Status.KNOWN, len(feature.available), sources=sources)
    parts = tuple(
        (region.id, Answer(STATUSES[there], there))
        for region in view.asked_regions
        for there in (feature.in_region(region.id),)
    )
    return Answer(Status.KNOWN, by_place=parts, sources=sources)


def _data_zones(entries: Sequence[Entry], view: Viewpoint) -> Section:
    asked = {region.data_zone for region in view.asked_regions}
    zones = (each for each in view.catalog.data_zones if not view.regions or each.id in asked)
    rows = tuple(zone_rows(entries, zones, view))
    return Section("data_zones", message("data_zone_group"), rows)


def zone_rows(
    entries: Sequence[Entry], zones: Iterable[DataZone], view: Viewpoint
) -> Iterator[Row]:
    """Yield whether the entries keep data inside of some zones, a row each."""
    for zone in zones:
        told = tuple(in_zone(entry, zone.id, view, cite=False) for entry in entries)
        yield Row(f"zone:{zone.id}", message("zone_inside", zone=zone.name), told)
