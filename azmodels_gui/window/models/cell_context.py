# SPDX-License-Identifier: MIT
"""What a cell or a tab needs to know beside its entry: catalogue, language, chosen regions."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct, field

from azmodels_gui.answers.answer import Answer
from azmodels_gui.answers.availability import offered
from azmodels_gui.answers.viewpoint import Viewpoint
from azmodels_gui.catalog import labels
from azmodels_gui.catalog.countries import countries_of
from azmodels_gui.catalog.document import Catalog, DeploymentType, Entry, Source
from azmodels_gui.catalog.fact_dates import FactKind, claims_told, end_told, host_told, offer_told
from azmodels_gui.catalog.facts import Conflict, LocalText, Offer
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.labels import label
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.catalog.terms import Availability, Billing
from azmodels_gui.language.words import N_, Message, tr
from azmodels_gui.window import formats
from azmodels_gui.window.formats import partial_day

if TYPE_CHECKING:
    from azmodels_gui.sheets.order import SheetOrder


_NOT_STATED = N_("Unknown: no source on hand states it.")
_LOOKED_UP = N_("Not stated in: {title}, as of {date}")
_NAMED = 2
"""So many names of one kind are told; of more only the first."""
_SOURCE = N_("Source: {title}, as of {date}")


class Chip(Struct, frozen=True, cache_hash=True):
    """A short text a cell shows in a box of its own."""

    text: str
    kind: str
    """What it says, for colour and shape: a `Stage` value, `past`, a `Scope` value or
    `unknown`."""
    billing: Billing | None = None
    """For offers: how it is paid for."""


class CellContext(Struct, frozen=True, dict=True):
    """Made anew when the catalogue, the language or the chosen regions change."""

    index: CatalogIndex
    language: str = "en"
    asked: CatalogQuery = field(default_factory=CatalogQuery)
    """The filter, of which regions, data zones and deployment types matter to a cell."""

    @cached_property
    def view(self) -> Viewpoint:
        """From where the entries are looked at."""
        return Viewpoint.of(self.asked, self.index.catalog, self.index.today)

    @cached_property
    def order(self) -> "SheetOrder":
        """The words and figures that whole answers are told in."""
        from azmodels_gui.sheets.order import SheetOrder  # 2 ms of a start, which tells none

        return SheetOrder(self.index.catalog, self.index.today, self.language)

    @property
    def regions(self) -> tuple[str, ...]:
        """Regions chosen in the filter."""
        return self.view.regions

    def text(self, both: LocalText) -> str:
        """Return the text in the language on show."""
        return both.in_language(self.language)

    def word(self, table: Mapping[str, Message], name: str) -> str:
        """Return a label (`labels`), translated once for many cells."""
        key = (id(table), name)
        if key not in self._words:
            self._words[key] = label(table, name)
        return self._words[key]

    @cached_property
    def _words(self) -> dict[tuple[int, str], str]:
        return {}

    @cached_property
    def asked_last(self) -> dict[object, tuple[Entry, Answer]]:
        """The last answer to each question: a cell tells several things of the same one."""
        return {}

    def answer(self, known: Availability, offers: Iterable[Offer | None]) -> str:
        """Return what is known in words; a no with its date, an offer with an end of its own."""
        found, word = offered(known, offers, self.view), self.word(labels.AVAILABILITY, known.value)
        return offer_told(word, known, found.until, found.as_of, self.index.today, self.language)

    def with_end(self, name: str, offer: Offer | None) -> str:
        """Return the name of a deployment type, and when it ends where that is a day of its own."""
        ends = None if offer is None else offer.retirement_date
        return f"{name} ({end_told(ends, self.index.today, self.language)})" if ends else name

    def source_line(self, source_id: str | None) -> str:
        """Return "Source: ..., as of ..." for a tooltip; empty without a known source."""
        source = self.sources.get(source_id or "")
        if source is None:
            return ""
        as_of = partial_day(source.as_of, self.language)
        template = tr(_SOURCE)
        return template.format(title=source.title, date=as_of)

    def not_stated(self, kind: FactKind) -> str:
        """Return that no source states a fact, and which document with its date would."""
        told = tr(_NOT_STATED)
        source = self.sources.get(self.index.main_sources.get(kind, ""))
        if source is None:
            return told
        as_of = partial_day(source.as_of, self.language)
        looked = tr(_LOOKED_UP).replace("{date}", as_of).replace("{title}", source.title)
        return f"{told}\n{looked}"

    @cached_property
    def sources(self) -> dict[str, Source]:
        """Sources by id."""
        return {source.id: source for source in self.index.catalog.sources}

    @cached_property
    def deployment_types(self) -> dict[str, DeploymentType]:
        """Deployment types by SKU name, in the order of the catalogue."""
        return {kind.id: kind for kind in self.index.catalog.deployment_types}

    @cached_property
    def provider_names(self) -> dict[str, str]:
        """Names of providers by id."""
        return {provider.id: provider.name for provider in self.index.catalog.providers}

    @cached_property
    def family_names(self) -> dict[str, str]:
        """Names of families by id."""
        return {family.id: family.name for family in self.index.catalog.families}

    @cached_property
    def region_names(self) -> dict[str, str]:
        """Names of regions by id."""
        return {region.id: region.name for region in self.index.catalog.regions}

    @cached_property
    def zone_names(self) -> dict[str, str]:
        """Names of data zones by id, in the language on show."""
        return {zone.id: self.text(zone.name) for zone in self.index.catalog.data_zones}

    @cached_property
    def country_names(self) -> dict[str, str]:
        """Names of countries by code, in the language on show."""
        return {each.code: self.text(each.name) for each in countries_of(self.index.catalog)}

    @cached_property
    def use_case_names(self) -> dict[str, str]:
        """Names of use cases by id, in the language on show."""
        return {each.id: self.text(each.name) for each in self.index.catalog.use_cases}

    @cached_property
    def capability_names(self) -> dict[str, str]:
        """Names of capabilities by id, in the language on show."""
        return {each.id: self.text(each.name) for each in self.index.catalog.capabilities}

    @cached_property
    def place(self) -> str:
        """Name the data zones, countries, regions and deployment types chosen; empty: none is."""
        view = self.view
        types = [self.offer_chip(kind).text for kind in sorted(view.deployment_types)]
        parts = (
            [self.zone_names.get(zone, zone) for zone in sorted(view.data_zones)],
            [self.country_names.get(code, code) for code in sorted(view.countries)],
            [self.region_names.get(region, region) for region in view.regions],
            types,
        )
        few = [", ".join(names) for names in parts if 0 < len(names) <= _NAMED]
        many = [names for names in parts if len(names) > _NAMED]
        return ", ".join([*few, *(f"{names[0]} …" for names in many)])

    def offer_chip(self, deployment_type: str) -> Chip:
        """Return the chip of a deployment type."""
        kind = self.deployment_types.get(deployment_type)
        if kind is None:
            return Chip(deployment_type, "unknown")
        look = kind.scope.value if kind.scope.known else "unknown"
        return Chip(self.text(kind.short_name), look, kind.billing)

    def host(self, host_id: str) -> str:
        """Return the name of who runs a version."""
        return host_told(host_id, self.provider_names)

    def names(self, ids: tuple[str, ...], names: Mapping[str, str]) -> str:
        """Return the names of ids on one line; an id without a name as it is."""
        return ", ".join(names.get(each, each) for each in ids)


def dated_claims(conflict: Conflict, context: CellContext) -> list[str]:
    """Return what each source says, with its title and date."""
    told = []
    texts = claims_told(conflict, context.language)
    for claim, text in zip(conflict.claims, texts, strict=True):
        source = context.sources.get(claim.source)
        dated = formats.partial_day(source.as_of, context.language) if source else ""
        origin = f"{source.title}, {dated}" if source else claim.source
        told.append(f"{text} ({origin})")
    return told


class OnShow(Struct, frozen=True):
    """One entry, and the context (catalogue, day, language, chosen regions) it is read in."""

    entry: Entry
    context: CellContext

    @property
    def catalog(self) -> Catalog:
        """The catalogue the entry is from."""
        return self.context.index.catalog

    @property
    def today(self) -> date:
        """The day that dates are compared with."""
        return self.context.index.today

    @property
    def unknown(self) -> str:
        """The word for what no source states."""
        return self.context.word(labels.AVAILABILITY, "unknown")

    @property
    def order(self) -> "SheetOrder":
        """The words and figures that answers are told in."""
        return self.context.order

    def text(self, both: LocalText) -> str:
        """Return a text of the catalogue in the language on show."""
        return self.context.text(both)

    def number(self, value: int | Decimal) -> str:
        """Return a figure as the language writes it."""
        return formats.number(value, self.context.language)

    def day(self, value: date) -> str:
        """Return a day as the language writes it."""
        return formats.day(value, self.context.language)

    def tip(self, *source_ids: str | None) -> str:
        """Return the sources with their dates, one a line."""
        lines = (self.context.source_line(each) for each in dict.fromkeys(source_ids))
        return "\n".join(line for line in lines if line)

    def region_names(self, ids: Iterable[str]) -> str:
        """Return regions by name, on one line."""
        names = self.context.region_names
        return ", ".join(sorted(names.get(each, each) for each in ids))

    def nearest_first(self, ids: Iterable[str]) -> list[str]:
        """Return regions by name, those of Europe first."""
        names = self.context.region_names
        near = {each.id for each in self.catalog.regions if each.geography_group == "Europe"}
        return [
            names.get(each, each)
            for each in sorted(ids, key=lambda each: (each not in near, names.get(each, each)))
        ]

    def conflicts(self, *about: str) -> tuple[Conflict, ...]:
        """Return the disagreements about some facts, by the start of their names."""
        found = self.entry.version.conflicts
        return tuple(each for each in found if each.about.startswith(about))
