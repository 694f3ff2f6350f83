# SPDX-License-Identifier: MIT
"""The catalogue file as a whole."""

from collections.abc import Collection
from datetime import date
from typing import Annotated

from msgspec import Meta

from azmodels_gui.catalog.facts import ModelVersion, YearMonth
from azmodels_gui.catalog.part import (
    END,
    CatalogPart,
    Claim,
    Conflict,
    Count,
    Id,
    Line,
    LocalText,
    Prose,
)
from azmodels_gui.catalog.prices import Price, PtuParameters, PtuPrice, Quota, Versions
from azmodels_gui.catalog.terms import (
    DEVELOPER_TIER,
    Availability,
    Billing,
    Channel,
    EntryKind,
    Scope,
)

SCHEMA_MAJOR = 1
SCHEMA_VERSION = "1.1"


class Source(CatalogPart, frozen=True, kw_only=True):
    """A document that facts were read from."""

    id: Id
    title: Line
    url: Annotated[str, Meta(pattern=rf"^https://\S+{END}", max_length=1000)] | None = None
    as_of: YearMonth
    """Day (or month, where only that is known) of the document."""
    licence: Line = ""
    publisher: Line = ""
    secondary: bool = False
    """True: a list that restates other sources."""
    note: LocalText | None = None


class Provider(CatalogPart, frozen=True, kw_only=True):
    """Who made a model."""

    id: Id
    name: Line
    summary: LocalText | None = None


class Family(CatalogPart, frozen=True, kw_only=True):
    """Models that belong together, such as GPT-5."""

    id: Id
    name: Line
    provider: Id
    summary: LocalText


class DataZone(CatalogPart, frozen=True, kw_only=True):
    """A set of regions that data of a data-zone deployment does not leave."""

    id: Id
    name: LocalText
    definitions: tuple[Claim, ...] = ()
    """What each source says about the countries in it."""
    geographies: tuple[Line, ...] = ()
    """Countries in it by every source, in Azure's spelling; those without a region too."""
    disputed_geographies: tuple[Line, ...] = ()
    """Countries of which sources disagree whether they are in it."""
    note: LocalText | None = None


class Region(CatalogPart, frozen=True, kw_only=True):
    """An Azure region."""

    id: Id
    name: Line
    geography: Line
    """Country or area, as Azure names it."""
    geography_group: Line
    data_zone: Id | None = None
    """None: in no data zone, or unknown."""
    data_zone_disputed: bool = False
    """True: sources disagree whether the region belongs to `data_zone`."""
    latitude: Annotated[float, Meta(ge=-90, le=90)] | None = None
    longitude: Annotated[float, Meta(ge=-180, le=180)] | None = None
    paired_region: Id | None = None
    source: Id


class DeploymentType(CatalogPart, frozen=True, kw_only=True):
    """A way to host a model; the id is the service's SKU name."""

    id: Id
    name: LocalText
    short_name: LocalText
    """For table cells and chips."""
    billing: Billing
    scope: Scope
    description: LocalText
    source: Id


class CapabilityKind(CatalogPart, frozen=True, kw_only=True):
    """Something models can do."""

    id: Id
    name: LocalText
    description: LocalText | None = None


class Recommendation(CatalogPart, frozen=True, kw_only=True):
    """Which model to take for a use case, and how to pay for it."""

    models: tuple[Id, ...]
    why: LocalText | None = None
    start_with: Billing | None = None
    """None: the source gives no advice on capacity."""
    switch: LocalText | None = None
    """When to change to the other way to pay."""
    source: Id


class UseCase(CatalogPart, frozen=True, kw_only=True):
    """What somebody wants to do."""

    id: Id
    name: LocalText
    description: LocalText | None = None
    recommendations: tuple[Recommendation, ...] = ()


class Modalities(CatalogPart, frozen=True, kw_only=True):
    """What goes in and what comes out: text, image, audio, video, embedding ..."""

    input: tuple[Id, ...] = ()
    output: tuple[Id, ...] = ()
    source: Id


class Alias(CatalogPart, frozen=True, kw_only=True):
    """Another spelling of the model's name found in a source."""

    name: Line
    reason: Line = ""


LESS_CONTEXT = "less-context"
"""Topic of notes that say under which conditions the context window is smaller."""


class Note(CatalogPart, frozen=True, kw_only=True):
    """A remark with its source."""

    text: LocalText
    source: Id
    topic: Line = ""
    """Group of remarks it belongs to, such as `residency`; empty: none."""


class GeneralFact(CatalogPart, frozen=True, kw_only=True):
    """An answer to what clients ask of many models alike and no table holds.

    Whom it is for is said by `channels`, `providers`, `hosts` and `stages` together; an empty
    one rules nobody out. A word in them that a reader does not know fits no model.
    """

    id: Id
    topic: Id
    """What is asked, such as `abuse-monitoring`; facts of one topic are for different models."""
    question: LocalText
    answer: LocalText | None = None
    """None: no source on hand states it. It counts only where no fact of the topic answers."""
    source: Id | None = None
    """None: there is no answer."""
    channels: tuple[Id, ...] = ()
    """Values of `Model.channel`."""
    providers: tuple[Id, ...] = ()
    hosts: tuple[Id, ...] = ()
    """Values of `Hosting.by`; a version whose host no source states fits too."""
    stages: tuple[Id, ...] = ()
    """Lifecycle stages on the day asked about; past its date is `retired`."""


class NamedSuccessor(CatalogPart, frozen=True, kw_only=True):
    """Which model takes the place of another where no schedule names one."""

    model: Id
    """The model's name, as advice spells it."""
    successor: Id | None = None
    """None: there is none, and `reason` says why."""
    reason: LocalText
    source: Id


class Route(CatalogPart, frozen=True, kw_only=True):
    """A model that a router may pass a request to."""

    versions: Versions = ()
    """Versions of the router; empty: the source names none."""
    target: Line
    """The model and, in parentheses, its version, as the source spells them."""
    source: Id


class Feature(CatalogPart, frozen=True, kw_only=True):
    """Something a service does, and where; a service has no deployment types."""

    name: LocalText
    available: tuple[Id, ...] = ()
    """Regions that have it."""
    covered: tuple[Id, ...] = ()
    """Regions the source speaks of; outside of them it is unknown."""
    as_of: YearMonth | None = None
    source: Id

    def in_region(self, region: str) -> Availability:
        """Return what is known of one region."""
        if region in self.available:
            return Availability.OFFERED
        return Availability.NOT_OFFERED if region in self.covered else Availability.UNKNOWN


class Model(CatalogPart, frozen=True, kw_only=True):
    """A model, or a service beside the models, with what all its versions share."""

    id: Id
    """The service's name, such as `gpt-5-mini`."""
    kind: EntryKind = EntryKind.MODEL
    provider: Id
    family: Id | None = None
    channel: Channel | None = None
    """Who sells and runs it; None: no source says."""
    summary: LocalText | None = None
    modalities: Modalities | None = None
    use_cases: tuple[Id, ...] = ()
    aliases: tuple[Alias, ...] = ()
    notes: tuple[Note, ...] = ()
    strengths: tuple[LocalText, ...] = ()
    features: tuple[Feature, ...] = ()
    """Of a service: what it does in which regions."""
    versions: Annotated[tuple[ModelVersion, ...], Meta(min_length=1)]
    prices: tuple[Price, ...] = ()
    ptu: tuple[PtuParameters, ...] = ()
    quotas: tuple[Quota, ...] = ()
    routes_to: tuple[Route, ...] = ()
    """For a router: the models it may pass a request to."""


class Catalog(CatalogPart, frozen=True, kw_only=True, gc=True, dict=True):
    """The catalogue: facts about models with source and date, in English and German."""

    # `dict`: beside its fields it keeps what `loading.unknown_facts` tells of it.

    schema_version: Annotated[str, Meta(pattern=rf"^[0-9]{{1,4}}\.[0-9]{{1,4}}{END}")]
    """`major.minor`. Readers refuse a newer major. Of a newer minor they take what they know, show
    words they do not know as they are, and pass over unknown fields."""
    serial: Count
    """Only grows; a reader refuses an older one."""
    published: date
    """Day the facts were put together ("as of")."""
    title: Line = ""
    attribution: Prose = ""
    sources: tuple[Source, ...] = ()
    providers: tuple[Provider, ...] = ()
    families: tuple[Family, ...] = ()
    data_zones: tuple[DataZone, ...] = ()
    regions: tuple[Region, ...] = ()
    deployment_types: tuple[DeploymentType, ...] = ()
    capabilities: tuple[CapabilityKind, ...] = ()
    use_cases: tuple[UseCase, ...] = ()
    models: tuple[Model, ...] = ()
    ptu_prices: tuple[PtuPrice, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    """Disagreements that concern no single version."""
    notes: tuple[Note, ...] = ()
    general_facts: tuple[GeneralFact, ...] = ()
    """What clients ask of many models alike, in the order it is told."""
    successors: tuple[NamedSuccessor, ...] = ()
    """Successors beside those of `Lifecycle.replacements`; at most one for each model."""

    @property
    def usual_types(self) -> tuple[DeploymentType, ...]:
        """The deployment types that count where none is asked about: all but the developer tier.

        It hosts trials of fine-tuned models and deletes itself after a day; no source names its
        regions, so that every "no" would be unknown.
        """
        return tuple(kind for kind in self.deployment_types if kind.id != DEVELOPER_TIER)

    def zone_regions(self, zones: Collection[str]) -> tuple[tuple[Region, ...], tuple[Region, ...]]:
        """Return the regions of some data zones: those beyond dispute, and the disputed ones."""
        members = [region for region in self.regions if region.data_zone in zones]
        return (
            tuple(region for region in members if not region.data_zone_disputed),
            tuple(region for region in members if region.data_zone_disputed),
        )
