# SPDX-License-Identifier: MIT
"""Where requests are processed, and whose prices hold."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec import Struct

from azmodels_gui.catalog.document import Region
from azmodels_gui.catalog.terms import Scope

if TYPE_CHECKING:
    # The table asks for places at the start of the window, and for nothing else of here.
    from azmodels_gui.calculator.overrides import Overrides


class Place(Struct, frozen=True):
    """A deployment's scope and region; the region is None where none was chosen."""

    scope: Scope
    region: Region | None = None

    def priced_at(self, overrides: "Overrides") -> "Place":
        """Return the place whose prices hold: another region only if the user says so."""
        if overrides.price_region is None:
            return self
        return Place(self.scope, overrides.price_region)

    def ptu_priced_at(self, overrides: "Overrides") -> "Place":
        """Return the place whose prices of PTU hold."""
        if overrides.ptu_price_region is None:
            return self.priced_at(overrides)
        return Place(self.scope, overrides.ptu_price_region)

    @property
    def region_id(self) -> str | None:
        """Id of the region."""
        return None if self.region is None else self.region.id

    @property
    def region_name(self) -> str:
        """Name of the region, for sentences; empty where none was chosen."""
        return "" if self.region is None else self.region.name

    @property
    def data_zone(self) -> str | None:
        """Id of the region's data zone."""
        return None if self.region is None else self.region.data_zone


def neighbours(place: Place, regions: Iterable[Region]) -> frozenset[str] | None:
    """Return the ids of the regions that share the place's data zone, itself included.

    None where no region was chosen. A region without a zone has no neighbours.
    """
    if place.region is None:
        return None
    zone = place.data_zone
    return frozenset(
        {place.region.id}
        | {region.id for region in regions if zone is not None and region.data_zone == zone}
    )
