# SPDX-License-Identifier: MIT
"""Cells that say where and how an entry is offered."""

from collections.abc import Callable

from azmodels_gui.catalog import labels
from azmodels_gui.catalog.document import DeploymentType
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.offered import KEEPS_DATA_IN_ZONE, how_offered, strongest
from azmodels_gui.catalog.offered_anywhere import (
    offered_anywhere,
    offered_as_ptu,
    offered_regions,
)
from azmodels_gui.catalog.terms import Availability, Billing, Scope
from azmodels_gui.qtmodels.cell_context import CellContext, Chip
from azmodels_gui.qtmodels.formats import number

YES_FIRST = {
    Availability.OFFERED: 0,
    Availability.CONFLICT: 1,
    Availability.NOT_OFFERED: 2,
    Availability.UNKNOWN: None,
}
_NEARNESS = {Scope.REGIONAL: 0, Scope.DATA_ZONE: 1, Scope.GLOBAL: 2}


def nearness(scope: Scope) -> int:
    """Tell how far from the region requests may be processed; farthest where nobody knows."""
    return _NEARNESS.get(scope, len(_NEARNESS))


def deployment_types(entry: Entry, context: CellContext) -> tuple[Chip, ...]:
    """Return a chip for each deployment type offered somewhere, nearest processing first."""
    if entry.is_service:
        return (Chip(context.word(labels.AVAILABILITY, "does_not_apply"), "unknown"),)
    by_scope = context.deployment_types
    kinds = sorted(by_scope, key=lambda sku: nearness(by_scope[sku].scope))
    found = {kind: offered_anywhere(entry, kind) for kind in kinds}
    offered = [kind for kind in kinds if found[kind] is Availability.OFFERED]
    return _chips(offered, strongest(found.values()), context)


def deployment_types_count(entry: Entry, _context: CellContext) -> int | None:
    """Sort by the number of deployment types; None where nothing is known."""
    offered = sum(bool(offered_regions(offer)) for offer in entry.version.offers)
    return offered if entry.version.offers else None


def offered_here(entry: Entry, context: CellContext) -> tuple[Chip, ...]:
    """Return a chip for each way the entry is offered in the chosen regions, nearest first."""
    if not context.regions:
        return ()
    if entry.is_service:
        there = strongest(entry.feature_in(region) for region in context.regions)
        look = "regional" if there is Availability.OFFERED else "unknown"
        return (Chip(context.word(labels.AVAILABILITY, there.value), look),)
    found = how_offered(entry, context.regions, context.index.catalog)
    nearest = sorted(found, key=lambda each: nearness(each.scope))
    offered = [
        each.deployment_type for each in nearest if each.availability is Availability.OFFERED
    ]
    return _chips(offered, strongest(each.availability for each in found), context)


def offered_here_rank(entry: Entry, context: CellContext) -> int | None:
    """Sort by how near the processing is (regional first), then by how many ways there are."""
    if not context.regions:
        return None
    found = how_offered(entry, context.regions, context.index.catalog)
    offered = [nearness(each.scope) for each in found if each.availability is Availability.OFFERED]
    return 100 * min(offered) - len(offered) if offered else None


def offered_here_tip(entry: Entry, context: CellContext) -> str:
    """Return what is known of each deployment type in the chosen regions, in whole words."""
    found = how_offered(entry, context.regions, context.index.catalog) if context.regions else ()
    lines = []
    for each in sorted(found, key=lambda each: nearness(each.scope)):
        kind = context.deployment_types[each.deployment_type]
        word = context.answer(each.availability, (entry.offers.get(each.deployment_type),))
        newer = "" if kind.scope.known else f" ({kind.scope})"
        line = f"{context.text(kind.name)}{newer}: {word}"
        if each.availability is Availability.OFFERED:
            line += f". {context.text(kind.description)}"
        lines.append(line)
    return "\n".join([*lines, offers_tip(entry, context)]).strip()


def regions_count(entry: Entry, context: CellContext) -> str:
    """Return in how many regions the entry is offered."""
    count = regions_count_key(entry, context)
    if count is None:
        return context.word(labels.AVAILABILITY, "unknown")
    return number(count, context.language)


def regions_count_key(entry: Entry, _context: CellContext) -> int | None:
    """Return the number of regions; None where no source speaks of any."""
    if entry.is_service:
        return len({region for each in entry.model.features for region in each.available})
    if not entry.version.offers:
        return None
    return len(frozenset().union(*(offered_regions(offer) for offer in entry.version.offers)))


def zone_availability(zone: str) -> Callable[[Entry, CellContext], Availability]:
    """Return the function that looks up one data zone."""

    def availability(entry: Entry, context: CellContext) -> Availability:
        asked = context.zones.get(zone)
        return Availability.UNKNOWN if asked is None else asked.of(entry)

    return availability


def answer_tip(
    availability: Callable[[Entry, CellContext], Availability],
    counts: Callable[[DeploymentType], bool],
) -> Callable[[Entry, CellContext], str]:
    """Return the function that tells an answer, a no with its date, and the sources.

    Args:
        availability: the answer.
        counts: whether the answer rests on offers of a deployment type.
    """

    def tip(entry: Entry, context: CellContext) -> str:
        kinds = (kind.id for kind in context.deployment_types.values() if counts(kind))
        told = context.answer(availability(entry, context), map(entry.offers.get, kinds))
        return "\n".join(filter(None, (told, offers_tip(entry, context))))

    return tip


def in_zone(kind: DeploymentType) -> bool:
    """Tell whether a deployment type can keep data in a zone."""
    return kind.scope in KEEPS_DATA_IN_ZONE


def as_ptu(kind: DeploymentType) -> bool:
    """Tell whether a deployment type is paid as PTU."""
    return kind.billing is Billing.PROVISIONED


def ptu_availability(entry: Entry, context: CellContext) -> Availability:
    """Tell whether the entry can be deployed on PTU."""
    return offered_as_ptu(entry, context.index.catalog)


def regions_tip(entry: Entry, context: CellContext) -> str:
    """Return deployment types with their regions, and the sources."""
    lines = [
        f"{context.with_end(context.offer_chip(offer.deployment_type).text, offer)}: "
        + ", ".join(context.region_names.get(name, name) for name in sorted(offered_regions(offer)))
        for offer in entry.version.offers
        if offered_regions(offer)
    ]
    return "\n".join([*lines, offers_tip(entry, context)]).strip()


def offers_tip(entry: Entry, context: CellContext) -> str:
    """Return the sources of the offers."""
    ids = dict.fromkeys(source for offer in entry.version.offers for source in offer.sources)
    return "\n".join(filter(None, (context.source_line(source) for source in ids)))


def _chips(offered: list[str], otherwise: Availability, context: CellContext) -> tuple[Chip, ...]:
    if offered:
        return tuple(context.offer_chip(kind) for kind in offered)
    return (Chip(context.word(labels.AVAILABILITY, otherwise.value), otherwise.value),)
