# SPDX-License-Identifier: MIT
"""Which deployments (type and region) a filter asks for."""

from collections.abc import Iterator

from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.offered import KEEPS_DATA_IN_ZONE
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.catalog.terms import DEVELOPER_TIER, Availability


def deployments_asked(
    query: CatalogQuery, catalog: Catalog
) -> Iterator[tuple[str, str, Availability]]:
    """Yield deployment type and region of what a query asks for, and how sure its data zone is.

    The developer tier counts only where it is named: no source tells its regions, and every
    "no" would be unknown.
    """
    for kind in catalog.deployment_types:
        if kind.id not in query.deployment_types and (
            query.deployment_types or kind.id == DEVELOPER_TIER
        ):
            continue
        for region in catalog.regions:
            if query.regions and region.id not in query.regions:
                continue
            if not query.data_zones:
                yield kind.id, region.id, Availability.OFFERED
            elif kind.scope in KEEPS_DATA_IN_ZONE and region.data_zone in query.data_zones:
                sure = not region.data_zone_disputed
                yield kind.id, region.id, Availability.OFFERED if sure else Availability.CONFLICT
