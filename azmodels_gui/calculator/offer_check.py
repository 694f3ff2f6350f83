# SPDX-License-Identifier: MIT
"""Whether a deployment can be made where it is wanted, and keeps its data there."""

from collections.abc import Iterator

from azmodels_gui.calculator.statements import CautionId, Statement, caution
from azmodels_gui.catalog.document import DeploymentType, Region
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.offered import offered_anywhere
from azmodels_gui.catalog.prices import PtuParameters
from azmodels_gui.catalog.terms import Availability, Billing, Scope

_BY_AVAILABILITY = {
    Availability.NOT_OFFERED: CautionId.NOT_OFFERED_IN_REGION,
    Availability.UNKNOWN: CautionId.OFFER_UNKNOWN,
    Availability.CONFLICT: CautionId.OFFER_DISPUTED,
}


def check_offer(
    entry: Entry,
    kind: DeploymentType,
    region: Region | None,
    parameters: PtuParameters | None = None,
) -> Iterator[Statement]:
    """Yield what the sources say against a deployment type in a region, or anywhere.

    Where the matrices offer it nowhere, but the newest sizing page gives its PTU
    parameters, the sources are in conflict.
    """
    everywhere = offered_anywhere(entry, kind.id)
    if region is None:
        known, place = everywhere, ""
    else:
        known, place = entry.availability(kind.id, region.id), region.name
    if everywhere is Availability.NOT_OFFERED and _sized(kind, parameters):
        known = Availability.CONFLICT
    which = _BY_AVAILABILITY.get(known)
    if which is not None:
        offer = entry.offers.get(kind.id)
        as_of = {} if offer is None else {"as_of": offer.as_of or ""}
        yield caution(which, deployment_type=kind.id, region=place, **as_of)


def _sized(kind: DeploymentType, parameters: PtuParameters | None) -> bool:
    if parameters is None or parameters.history or kind.billing is not Billing.PROVISIONED:
        return False
    return any(sizing.scope is kind.scope for sizing in parameters.sizing)


def check_data_zone(
    kind: DeploymentType, region: Region | None, parameters: PtuParameters | None
) -> Iterator[Statement]:
    """Yield what speaks against the region's data zone, for deployments of that scope."""
    if kind.scope is not Scope.DATA_ZONE or region is None:
        return
    if region.data_zone is None:
        yield caution(CautionId.REGION_OUTSIDE_DATA_ZONE, region=region.name)
        return
    if region.data_zone_disputed:
        yield caution(
            CautionId.REGION_ZONE_DISPUTED, region=region.name, data_zone=region.data_zone
        )
    zones = () if parameters is None else parameters.data_zones
    if kind.billing is Billing.PROVISIONED and zones and region.data_zone not in zones:
        yield caution(CautionId.ZONE_NOT_SERVED, data_zone=region.data_zone, served=zones)
