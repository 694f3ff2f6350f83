# SPDX-License-Identifier: MIT
"""What all models are assembled against: documents and their dates, matrices, own texts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from azmodels_gui.catalog.document import Source
from azmodels_gui.catalog.fact_dates import first_day
from azmodels_gui.catalog.part import Conflict
from azmodels_gui.catalog.prices import PtuPrice
from azmodels_gui.publish.data_zones import ZoneRules
from azmodels_gui.publish.editorial import Editorial
from azmodels_gui.publish.facts import MatrixFact
from azmodels_gui.publish.identity import Identity
from azmodels_gui.publish.sources import last_day


@dataclass(frozen=True)
class Ground:
    """Everything that is not about one model alone."""

    sources: tuple[Source, ...]
    editorial: Editorial
    identity: Identity
    zones: ZoneRules
    matrices: tuple[MatrixFact, ...]
    ptu_prices: tuple[PtuPrice, ...]
    region_zones: Mapping[str, str]
    """Data zone of each region that has one."""
    version_conflicts: Mapping[tuple[str, str], Conflict]
    day: date
    """Day of publication: a price that ended before it is history."""

    @cached_property
    def source_dates(self) -> dict[str, date]:
        """First possible day of each source."""
        return {source.id: first_day(source.as_of) for source in self.sources}

    @cached_property
    def secondary(self) -> frozenset[str]:
        """Sources that restate others."""
        return frozenset(source.id for source in self.sources if source.secondary)

    def known_by(self, sources: Iterable[str]) -> list[date]:
        """Return for each source a day by which everything it names existed."""
        days = {source.id: last_day(source.as_of) for source in self.sources}
        return [days[source] for source in sources if source in days]
