# SPDX-License-Identifier: MIT
"""How many models a client has to choose from in each region, by where they process."""

from collections.abc import Iterator

from msgspec import Struct

from azmodels_gui.catalog.document import Region
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.query import CatalogQuery, Facet
from azmodels_gui.catalog.terms import DEVELOPER_TIER, Billing, Scope


class RegionChoice(Struct, frozen=True):
    """Entries that are neither retired nor past their date and are offered in a region."""

    region: Region
    by_scope: dict[Scope, int]
    provisioned: int
    """On PTU, of any scope."""


def region_choices(index: CatalogIndex) -> Iterator[RegionChoice]:
    """Yield the regions with an offer, in the order of the catalogue."""
    usable = index.run(CatalogQuery(usable_only=True)).mask
    kinds = [kind for kind in index.catalog.deployment_types if kind.id != DEVELOPER_TIER]

    def masks(fitting: list[str]) -> dict[str, int]:
        query = CatalogQuery(deployment_types=frozenset(fitting))
        return index.masks_by_value(Facet.REGIONS, query) if fitting else {}

    by_scope = {scope: masks([k.id for k in kinds if k.scope is scope]) for scope in Scope}
    on_ptu = masks([kind.id for kind in kinds if kind.billing is Billing.PROVISIONED])
    for region in index.catalog.regions:
        counts = {
            scope: (found.get(region.id, 0) & usable).bit_count()
            for scope, found in by_scope.items()
        }
        if any(counts.values()):
            ptu = (on_ptu.get(region.id, 0) & usable).bit_count()
            yield RegionChoice(region, counts, ptu)
