# SPDX-License-Identifier: MIT
"""Rows about where a model is offered, and how."""

from collections.abc import Iterator, Sequence

from azmodels_gui.catalog.document import DeploymentType, Feature, Region
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.facts import Offer
from azmodels_gui.catalog.offered import KEEPS_DATA_IN_ZONE, InDataZone
from azmodels_gui.catalog.terms import DEVELOPER_TIER, Availability
from azmodels_gui.reports.cells import compared_row
from azmodels_gui.reports.order import SheetOrder
from azmodels_gui.reports.sheet import Cell, CellKind, Group, Mark, Row

SIGNS = {
    Availability.OFFERED: "●",
    Availability.NOT_OFFERED: "–",
    Availability.UNKNOWN: "?",
    Availability.CONFLICT: "!",
}

_Told = dict[tuple[Entry, str, Availability], Cell]
"""What is said of an entry, a deployment type and an answer: the same in every region."""


def availability(entries: Sequence[Entry], order: SheetOrder) -> tuple[Group, ...]:
    """Return a group for each chosen region, or one that counts regions; and the data zones."""
    regions = order.regions
    told: _Told = {}
    groups = [_in_region(entries, region, order, told) for region in regions]
    if not regions:
        groups = [_anywhere(entries, order)]
    services = [_features(entry, entries, order) for entry in entries if entry.is_service]
    return (*groups, *services, _data_zones(entries, order))


def _offer_cell(entry: Entry, kind: str, region: str, order: SheetOrder, told: _Told) -> Cell:
    """Return what is known of one deployment type in one region."""
    offer = entry.offers.get(kind)
    known = Availability.UNKNOWN if offer is None else offer.in_region(region)
    key = (entry, kind, known)
    if key not in told:
        told[key] = (
            order.cells.text(order.words("does_not_apply"))
            if entry.is_service
            else availability_cell(known, (offer,), order)
        )
    return told[key]


def availability_cell(
    known: Availability, offers: Sequence[Offer | None], order: SheetOrder, *, cited: bool = True
) -> Cell:
    """Return one of the four answers with the sources of the offers it rests on, if `cited`."""
    text = order.answer(known, offers)
    sources: dict[str, None] = {}
    if cited and known is not Availability.UNKNOWN:
        sources = dict.fromkeys(each for offer in offers if offer for each in offer.sources)
    kind = {
        Availability.UNKNOWN: CellKind.UNKNOWN,
        Availability.CONFLICT: CellKind.CONFLICT,
    }.get(known, CellKind.TEXT)
    mark = Mark.WARNING if known is Availability.CONFLICT else Mark.NONE
    return Cell(kind, text, sources=tuple(sources), mark=mark, sign=SIGNS[known])


def shown_types(order: SheetOrder) -> Iterator[DeploymentType]:
    """Yield the deployment types of sheets: the developer tier only hosts trials."""
    return (kind for kind in order.catalog.deployment_types if kind.id != DEVELOPER_TIER)


def _in_region(entries: Sequence[Entry], region: Region, order: SheetOrder, told: _Told) -> Group:
    rows = tuple(
        compared_row(
            f"{region.id}:{kind.id}",
            order.kind_name(kind),
            [_offer_cell(entry, kind.id, region.id, order, told) for entry in entries],
        )
        for kind in shown_types(order)
    )
    heading = order.words("availability_in", regions=region.name)
    return Group(f"availability:{region.id}", heading, rows)


def _anywhere(entries: Sequence[Entry], order: SheetOrder) -> Group:
    rows = tuple(
        compared_row(
            f"count:{kind.id}",
            order.kind_name(kind),
            [_count(entry, kind.id, order) for entry in entries],
        )
        for kind in shown_types(order)
    )
    return Group("availability", order.words("availability_anywhere"), rows)


def _count(entry: Entry, kind: str, order: SheetOrder) -> Cell:
    """Return in how many regions it is offered; unknown and disputed ones are told apart."""
    offer = entry.offers.get(kind)
    if entry.is_service:
        return order.cells.text(order.words("does_not_apply"))
    if offer is None:
        return order.cells.unknown()
    known = [entry.availability(kind, region.id) for region in order.catalog.regions]
    offered = known.count(Availability.OFFERED)
    unknown, disputed = known.count(Availability.UNKNOWN), known.count(Availability.CONFLICT)
    if not unknown and not disputed:
        return order.cells.number(offered, *offer.sources)
    told = str(offered)
    if unknown:
        told = order.words("and_unknown", count=told, unknown=unknown)
    if disputed:
        told = order.words("and_disputed", told=told, count=disputed)
    mark = Mark.WARNING if disputed else Mark.NONE
    return order.cells.text(told, *offer.sources, mark=mark)


def _features(service: Entry, entries: Sequence[Entry], order: SheetOrder) -> Group:
    """Return a service's features with the chosen regions, or the number of all that have it."""
    heading = order.words("features_of", name=service.model.id)
    rows = [
        compared_row(
            f"feature:{number}",
            feature.name.in_language(order.language),
            [_feature(feature if each is service else None, order) for each in entries],
        )
        for number, feature in enumerate(service.model.features)
    ]
    return Group(f"features:{service.model.id}", heading, tuple(rows))


def _feature(feature: Feature | None, order: SheetOrder) -> Cell:
    if feature is None:
        return order.cells.text(order.words("does_not_apply"))
    if not order.regions:
        return order.cells.number(len(feature.available), feature.source)
    known = [(region.name, feature.in_region(region.id)) for region in order.regions]
    told = (f"{name}: {order.words(availability.value)}" for name, availability in known)
    return order.cells.text("; ".join(told), feature.source)


def _data_zones(entries: Sequence[Entry], order: SheetOrder) -> Group:
    rows = tuple(_zone_rows(entries, order))
    return Group("data_zones", order.words("data_zone_group"), rows)


def _zone_rows(entries: Sequence[Entry], order: SheetOrder) -> Iterator[Row]:
    chosen = {region.data_zone for region in order.regions}
    for zone in order.catalog.data_zones:
        if order.regions and zone.id not in chosen:
            continue
        inside = InDataZone(zone.id, order.catalog)
        label = order.words("zone_inside", zone=zone.name.in_language(order.language))
        cells = [_zone_cell(inside, entry, order) for entry in entries]
        yield compared_row(f"zone:{zone.id}", label, cells)


def _zone_cell(inside: InDataZone, entry: Entry, order: SheetOrder) -> Cell:
    kinds = (kind for kind in order.catalog.deployment_types if kind.scope in KEEPS_DATA_IN_ZONE)
    offers = [entry.offers.get(kind.id) for kind in kinds]
    return availability_cell(inside.of(entry), offers, order, cited=False)
