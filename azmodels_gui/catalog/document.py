# SPDX-License-Identifier: MIT
"""The catalogue file as a whole, and its entries: one version of a model each, as in the table.

Microsoft prices in US dollars and states the same prices in other currencies, "for reference".
They are never added or compared with one another: who reckons takes those of one currency.
"""

import re
from collections.abc import Collection, Iterator
from datetime import date
from functools import cached_property
from typing import Annotated

from msgspec import Meta, Struct

from azmodels_gui.catalog.facts import (
    END,
    CatalogPart,
    Claim,
    Conflict,
    Count,
    Id,
    Lifecycle,
    Line,
    LocalText,
    ModelVersion,
    Offer,
    Price,
    Prose,
    PtuParameters,
    PtuPrice,
    Quota,
    Versions,
    YearMonth,
)
from azmodels_gui.catalog.terms import (
    DEVELOPER_TIER,
    Availability,
    Billing,
    Channel,
    EntryKind,
    Scope,
    Stage,
    TokenCategory,
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


class Model(CatalogPart, frozen=True, kw_only=True, gc=True, weakref=True):
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


VersionKey = tuple[int, tuple[int, ...], str]

_ISO_DAY = re.compile(r"(?<!\d)(\d{4})-?(\d{2})-?(\d{2})(?!\d)")
_NUMBERS = re.compile(r"\d+")

_NAMELESS, _WORDS, _NUMBERED, _DATED = range(4)


def version_key(version: str) -> VersionKey:
    """Return a key that sorts versions from old to new.

    Names with a day (`2024-11-20`, `turbo-2024-04-09`, `20250929`) are newer than names
    with other numbers (`0613`, `1106-preview`, `2.1`), those newer than plain words, and
    no name at all is the oldest. Previews count like any other version.
    """
    found = _ISO_DAY.search(version)
    if found and _is_day(found):
        return (_DATED, tuple(int(part) for part in found.groups()), version)
    numbers = tuple(int(number) for number in _NUMBERS.findall(version))
    if numbers:
        return (_NUMBERED, numbers, version)
    return (_WORDS if version else _NAMELESS, (), version.casefold())


def version_sort_text(version: str) -> str:
    """Return a text that sorts as `version_key` does, for tables that sort by text."""
    kind, numbers, name = version_key(version)
    return f"{kind}{''.join(f'{number:012d}' for number in numbers)} {name}"


def newest_version(model: Model) -> str:
    """Return the name of the model's newest version."""
    return max((version.version for version in model.versions), key=version_key)


def _is_day(found: re.Match[str]) -> bool:
    year, month, day = (int(part) for part in found.groups())
    try:
        date(year, month, day)
    except ValueError:
        return False
    return year >= 2000


SOON_DAYS = 90
"""A retirement this near is worth a warning."""


class StageOn(Struct, frozen=True):
    """Stage as published beside what the dates say of the day."""

    published: Stage | None
    retirement_date: date | None
    days_left: int | None
    """Days until the retirement date, negative once it has passed; None without a date.

    A date that is only the earliest possible one retires nothing: once it has come, 0 are left.
    """

    @property
    def past_date(self) -> bool:
        """The retirement date has passed, whatever stage the source still names."""
        return self.days_left is not None and self.days_left < 0

    @property
    def contradicts(self) -> bool:
        """The date has passed although the source does not call the version retired."""
        return self.past_date and self.published is not Stage.RETIRED

    @property
    def counted(self) -> Stage | None:
        """The stage that counts: past its date a version is retired, whatever it is called.

        Microsoft's page on the lifecycle reckons so, because the named stage may lag.
        """
        return Stage.RETIRED if self.past_date else self.published

    @property
    def usable(self) -> bool:
        """Neither called retired nor past its date."""
        return self.published is not Stage.RETIRED and not self.past_date


def stage_on(lifecycle: Lifecycle, today: date) -> StageOn:
    """Return the published stage and the days left on `today`."""
    retirement = lifecycle.retirement_date
    days_left = None if retirement is None else (retirement - today).days
    if days_left is not None and lifecycle.retirement_not_before:
        days_left = max(days_left, 0)
    return StageOn(lifecycle.stage, retirement, days_left)


EntryKey = tuple[str, str]
"""Model id and version: what a selection or a pin remembers."""


class Entry(Struct, frozen=True, eq=False, dict=True):
    """One version of a model together with what all versions share."""

    model: Model
    version: ModelVersion

    @property
    def key(self) -> EntryKey:
        """Model id and version."""
        return (self.model.id, self.version.version)

    @property
    def title(self) -> str:
        """Name and version on one line."""
        return f"{self.model.id} {self.version.version}".rstrip()

    def stage_on(self, day: date) -> StageOn:
        """Return the published stage, and the days left on a day."""
        return stage_on(self.version.lifecycle, day)

    @cached_property
    def offers(self) -> dict[str, Offer]:
        """Offers by SKU name; a deployment type that is missing is unknown."""
        return {offer.deployment_type: offer for offer in self.version.offers}

    @cached_property
    def prices(self) -> tuple[Price, ...]:
        """Prices of this version, and those that name no version."""
        return tuple(price for price in self.model.prices if self._is_for(price.versions))

    @cached_property
    def prices_by_category(self) -> dict[TokenCategory, tuple[Price, ...]]:
        """The same by what is paid for: a table asks for thousands of them."""
        found: dict[TokenCategory, list[Price]] = {}
        for price in self.prices:
            found.setdefault(price.category, []).append(price)
        return {category: tuple(prices) for category, prices in found.items()}

    @cached_property
    def ptu(self) -> tuple[PtuParameters, ...]:
        """PTU parameters of this version, the newest page first."""
        return tuple(item for item in self.model.ptu if self._is_for(item.versions))

    @cached_property
    def quotas(self) -> tuple[Quota, ...]:
        """Quotas of this version, and those that name no version."""
        return tuple(quota for quota in self.model.quotas if self._is_for(quota.versions))

    @cached_property
    def routes(self) -> tuple[Route, ...]:
        """For a router: the models this version may pass a request to."""
        return tuple(route for route in self.model.routes_to if self._is_for(route.versions))

    def availability(self, deployment_type: str, region: str) -> Availability:
        """Return what is known of one deployment type in one region."""
        offer = self.offers.get(deployment_type)
        return Availability.UNKNOWN if offer is None else offer.in_region(region)

    @property
    def is_service(self) -> bool:
        """Tell whether it has features in regions instead of deployment types."""
        return bool(self.model.features)

    def feature_in(self, region: str) -> Availability:
        """Return what is known of a service in a region: one feature there is enough."""
        found = {feature.in_region(region) for feature in self.model.features}
        ranked = (Availability.OFFERED, Availability.UNKNOWN, Availability.NOT_OFFERED)
        return next((each for each in ranked if each in found), Availability.UNKNOWN)

    def _is_for(self, versions: tuple[str, ...]) -> bool:
        return not versions or self.version.version in versions


def versions_of(model: Model) -> tuple[Entry, ...]:
    """Return the entries of a model, the newest version first."""
    newest_first = sorted(model.versions, key=lambda each: version_key(each.version), reverse=True)
    return tuple(Entry(model, version) for version in newest_first)


def entries(catalog: Catalog) -> Iterator[Entry]:
    """Yield every entry in the order of the file."""
    return (Entry(model, version) for model in catalog.models for version in model.versions)


BASE = "USD"
"""In which Microsoft prices, and which a rate is stated for."""
_KEPT = "_by_currency"


def in_one_currency(catalog: Catalog, entry: Entry, wanted: str = BASE) -> tuple[Catalog, Entry]:
    """Return an entry and its catalogue with the prices of one currency.

    Args:
        catalog: as it was read.
        entry: one of its entries.
        wanted: taken where the model, or without prices of its own the PTU, have prices in it.
    """
    currency = currency_of(catalog, entry, wanted)
    prices = entry.model.prices
    if any(price.currency != currency for price in prices):
        kept = tuple(price for price in prices if price.currency == currency)
        entry = Entry(entry.model.but(prices=kept), entry.version)
    return _with_ptu_in(catalog, currency), entry


def currency_of(catalog: Catalog, entry: Entry, wanted: str = BASE) -> str:
    """Return the currency that an entry is reckoned in: the one wanted, else the base, else any."""
    stated = dict.fromkeys(price.currency for price in entry.model.prices)
    stated = stated or dict.fromkeys(price.currency for price in catalog.ptu_prices)
    return next((each for each in (wanted, BASE, *stated) if each in stated), BASE)


def _with_ptu_in(catalog: Catalog, currency: str) -> Catalog:
    """Return the catalogue with PTU prices of one currency, made once."""
    kept: dict[str, Catalog] = catalog.__dict__.setdefault(_KEPT, {})
    if currency not in kept:
        prices = tuple(price for price in catalog.ptu_prices if price.currency == currency)
        same = len(prices) == len(catalog.ptu_prices)
        kept[currency] = catalog if same else catalog.but(ptu_prices=prices)
    return kept[currency]
