# SPDX-License-Identifier: MIT
"""What all models are assembled against: documents and their dates, matrices, own texts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from azmodels_gui.catalog.document import DeploymentType, Region, Source
from azmodels_gui.catalog.fact_dates import first_day
from azmodels_gui.catalog.part import Conflict
from azmodels_gui.catalog.prices import PtuPrice
from azmodels_gui.publish.availability import Matrices
from azmodels_gui.publish.data_zones import ZoneRules
from azmodels_gui.publish.editorial import Editorial
from azmodels_gui.publish.facts import MatrixFact
from azmodels_gui.publish.identity import Identity
from azmodels_gui.publish.sources import last_day
from azmodels_gui.publish.stated_facts import StatedFacts
from azmodels_gui.publish.statements import Standing

AREAS = {
    "US": "Americas",
    "Canada": "Americas",
    "Mexico": "Americas",
    "South America": "Americas",
    "Europe": "Europe",
    "UK": "Europe",
    "Asia Pacific": "Asia Pacific",
    "Middle East": "Middle East & Africa",
    "Africa": "Middle East & Africa",
}
"""Tab of the matrices by Azure's group of geographies."""


@dataclass(frozen=True)
class Ground:
    """Everything that is not about one model alone."""

    sources: tuple[Source, ...]
    editorial: Editorial
    identity: Identity
    zones: ZoneRules
    stated: StatedFacts
    """Single facts of pages that no table holds."""
    types: tuple[DeploymentType, ...]
    matrices: tuple[MatrixFact, ...]
    ptu_prices: tuple[PtuPrice, ...]
    regions: Mapping[str, Region]
    """Azure's regions by id."""
    version_conflicts: Mapping[tuple[str, str], Conflict]
    price_days: Mapping[str, date]
    """First possible day of the state of prices that each source tells."""
    schedules: tuple[str, ...]
    """Documents that list the retirement of all models."""
    day: date
    """Day of publication: a price that ended before it is history."""

    @cached_property
    def region_zones(self) -> dict[str, str]:
        """Data zone of each region that has one."""
        return {name: each.data_zone for name, each in self.regions.items() if each.data_zone}

    @cached_property
    def availability(self) -> Matrices:
        """The matrices with the dates of their pages and the regions of each part of the world."""
        areas: dict[str, set[str]] = {}
        for region in self.regions.values():
            areas.setdefault(AREAS.get(region.geography_group, ""), set()).add(region.id)
        named = {area: frozenset(regions) for area, regions in areas.items()}
        return Matrices(self.matrices, self.source_dates, self.source_texts, named)

    @cached_property
    def source_texts(self) -> dict[str, str]:
        """Date of each source as exact as it states it."""
        return {source.id: source.as_of for source in self.sources}

    @cached_property
    def source_dates(self) -> dict[str, date]:
        """First possible day of each source."""
        return {source.id: first_day(source.as_of) for source in self.sources}

    @cached_property
    def standing(self) -> Standing:
        """How much each source counts."""
        secondary = frozenset(source.id for source in self.sources if source.secondary)
        return Standing(self.source_dates, secondary)

    def known_by(self, sources: Iterable[str]) -> list[date]:
        """Return for each source a day by which everything it names existed."""
        days = {source.id: last_day(source.as_of) for source in self.sources}
        return [days[source] for source in sources if source in days]
