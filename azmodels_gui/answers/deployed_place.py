# SPDX-License-Identifier: MIT
"""Where a deployment stands, in the words of a sentence."""

from azmodels_gui.answers.answer import Message, message
from azmodels_gui.catalog.document import Catalog, DeploymentType, Region
from azmodels_gui.catalog.terms import Scope


def where_told(kind: DeploymentType, region: Region | None, catalog: Catalog) -> Message:
    """Return globally, in which data zone, or in which region."""
    zones = {zone.id: zone.name for zone in catalog.data_zones}
    match kind.scope:
        case Scope.GLOBAL:
            return message("verdict_global")
        case Scope.DATA_ZONE:
            zone = None if region is None else zones.get(region.data_zone or "")
            return (
                message("verdict_any_zone") if zone is None else message("verdict_in", where=zone)
            )
        case _ if region is None:
            return message("verdict_any_region")
    return message("verdict_in_region", region=region.name)
