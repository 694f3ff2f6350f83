# SPDX-License-Identifier: MIT
"""Regions as a map shows them: place, data zone, and how many of some entries they offer."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.region_counts import region_counts


@dataclass(frozen=True)
class RegionDot:
    """One region; what is left of `total` is known not to be offered."""

    region: str
    """Id of the region."""
    name: str
    country: str
    """Country or area, as Azure names it."""
    latitude: float | None
    """Degrees north; None: no source states where the region is."""
    longitude: float | None
    """Degrees east."""
    zone: str | None
    """Id of its data zone; None: in none, or unknown."""
    zone_disputed: bool
    offered: int
    disputed: int
    """Number of entries of which sources disagree."""
    unknown: int
    """Number of entries of which no source says anything here."""
    total: int

    @property
    def share(self) -> float:
        """Offered part of all entries; 0 where there are none."""
        return self.offered / self.total if self.total else 0.0

    @property
    def open_share(self) -> float:
        """Part of all entries that is neither yes nor no."""
        return (self.disputed + self.unknown) / self.total if self.total else 0.0

    @property
    def has_all(self) -> bool:
        """Tell whether every entry is offered, and there is one."""
        return self.total > 0 and self.offered == self.total


def region_dots(
    entries: Sequence[Entry], catalog: Catalog, deployment_types: Collection[str] = ()
) -> tuple[RegionDot, ...]:
    """Return every region of the catalogue with its counts, in the catalogue's order."""
    counts = region_counts(entries, catalog, deployment_types)
    return tuple(
        RegionDot(
            region=region.id,
            name=region.name,
            country=region.geography,
            latitude=region.latitude,
            longitude=region.longitude,
            zone=region.data_zone,
            zone_disputed=region.data_zone_disputed,
            offered=counts[region.id].offered,
            disputed=counts[region.id].disputed,
            unknown=counts[region.id].unknown,
            total=counts[region.id].total,
        )
        for region in catalog.regions
    )
