# SPDX-License-Identifier: MIT
"""What all models are assembled against: documents and their dates, matrices, own texts, and the
facts of all sources by model and version."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import TypeVar

from azmodels_gui.catalog.document import DeploymentType, Region, Source
from azmodels_gui.catalog.fact_dates import first_day
from azmodels_gui.catalog.facts import Conflict, PtuPrice
from azmodels_gui.publish.availability import Matrices
from azmodels_gui.publish.data_zones import ZoneRules
from azmodels_gui.publish.editorial import Editorial
from azmodels_gui.publish.facts import Fact, MatrixFact
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


AFact = TypeVar("AFact", bound=Fact)


@dataclass
class ModelFacts:
    """Everything the sources state about one model."""

    id: str
    facts: list[Fact] = field(default_factory=list)
    """With `name` and `version` resolved."""
    spellings: dict[str, str] = field(default_factory=dict)
    """Other spellings found, each with the first source that uses it."""

    def versions(self) -> list[str]:
        """Return the versions any source names, oldest first; one empty one if none does."""
        named = {fact.version for fact in self.facts if fact.version is not None}
        return sorted(named) or [""]

    def of(self, kind: type[AFact], version: str | None = None) -> list[AFact]:
        """Return the facts of a kind; with a version, those about it or about all versions."""
        return [
            fact
            for fact in self.facts
            if isinstance(fact, kind) and (version is None or fact.version in (None, version))
        ]

    def named_by(self, version: str) -> tuple[str, ...]:
        """Return the sources that name the version, or the model without a version."""
        about = {fact.source for fact in self.facts if fact.version in (version, None)}
        return tuple(sorted(about))

    def surely_named_by(self, version: str) -> tuple[str, ...]:
        """Return the sources that cannot mean another version."""
        if len(self.versions()) == 1:
            return self.named_by(version)
        return tuple(sorted({fact.source for fact in self.facts if fact.version == version}))


def group_facts(facts: Iterable[Fact], identity: Identity) -> list[ModelFacts]:
    """Return the models that the facts are about, sorted by id."""
    models: dict[str, ModelFacts] = {}
    for fact in facts:
        name, version = identity.resolve(fact.name, fact.version, getattr(fact, "channel", None))
        group = models.setdefault(name, ModelFacts(name))
        group.facts.append(replace(fact, name=name, version=version))
        if fact.name != name:
            group.spellings.setdefault(fact.name, fact.source)
    return sorted(models.values(), key=lambda group: (group.id.casefold(), group.id))
