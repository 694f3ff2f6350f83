# SPDX-License-Identifier: MIT
"""How an entry is offered in the regions asked about, and inside a data zone."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from azmodels_gui.catalog.document import Catalog, Region
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.terms import Availability, Billing, Scope

_STRONGEST_FIRST = (
    Availability.OFFERED,
    Availability.CONFLICT,
    Availability.UNKNOWN,
    Availability.NOT_OFFERED,
)
KEEPS_DATA_IN_ZONE = frozenset({Scope.DATA_ZONE, Scope.REGIONAL})
"""Scopes whose processing stays inside the data zone of the region they are deployed in."""


@dataclass(frozen=True)
class OfferedHere:
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
    """Tell whether some offer keeps the data inside a zone.

    Offers of data-zone and regional scope count, in the zone's member regions. Where only
    a region of disputed membership, or a disputed offer, speaks for it: CONFLICT. "No" is
    the answer only if every such offer is known not to exist.
    """
    kinds = [kind.id for kind in catalog.deployment_types if kind.scope in KEEPS_DATA_IN_ZONE]
    members = [region for region in catalog.regions if region.data_zone == zone]
    return strongest(_in_member(entry, kind, region) for kind in kinds for region in members)


def strongest(availabilities: Iterable[Availability]) -> Availability:
    """Return what all together amount to; nothing at all is UNKNOWN.

    One yes makes a yes; without one, a conflict goes before unknown, unknown before no.
    """
    found = set(availabilities)
    for availability in _STRONGEST_FIRST:
        if availability in found:
            return availability
    return Availability.UNKNOWN


def _in_member(entry: Entry, deployment_type: str, region: Region) -> Availability:
    found = entry.availability(deployment_type, region.id)
    if found is Availability.OFFERED and region.data_zone_disputed:
        return Availability.CONFLICT
    return found
