# SPDX-License-Identifier: MIT
"""What a list of entries can be narrowed by: a record for each facet.

Panel, chips, filters as text, options of `azmodels list`, sheets and the index read these records.
A facet more is a member of `Facet` with its field in `CatalogQuery`, and a record here.

A place is no model: to search for "Frankfurt" would find nothing, and to filter by it unasked
would hide what somebody looks for. So it is offered, and one click or Enter takes it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from itertools import product

from msgspec import Struct
from msgspec.structs import replace

from azmodels_gui.catalog.countries import ZONES_OF_ONE_COUNTRY, Country, countries_of, country_of
from azmodels_gui.catalog.document import (
    CapabilityKind,
    Catalog,
    Entry,
    Modalities,
    Region,
    UseCase,
)
from azmodels_gui.catalog.facts import Capability, LocalText
from azmodels_gui.catalog.folding import MAX_SEARCH_CHARACTERS, compact, laid_out, one_slip
from azmodels_gui.catalog.labels import (
    BILLING,
    GEOGRAPHY_GROUPS,
    MODALITIES,
    MODALITY_SIDES,
    STAGE_CHIPS,
    STAGES,
)
from azmodels_gui.catalog.query import LEVEL, PAST_DATE, UNKNOWN_STAGE, CatalogQuery, Facet
from azmodels_gui.catalog.synonyms import SYNONYMS, country_words, region_words, zone_words
from azmodels_gui.catalog.terms import Billing, Stage
from azmodels_gui.language.words import N_, Message, Phrase, language_codes, worded

Text = Message | Phrase | LocalText | str
"""Words of the program, of the catalogue, or a name that is the same in every language."""


class Choice(Struct, frozen=True):
    """A value that can be chosen."""

    value: str
    name: Text
    tip: Text = ""
    group: Text = ""
    """Under which heading it stands inside its facet; empty: under none."""
    spellings: tuple[str, ...] = ()
    """What else it is called; found by it, but not shown."""
    short: Text = ""
    """A shorter name, in every language found by it as well."""


class FacetSpec(Struct, frozen=True):
    """All that is particular of one facet."""

    facet: Facet
    key: str
    """The word before the colon in a filter as text: `use-case`."""
    words: Message
    """What one value is."""
    in_sentence: Message
    """The same within a sentence."""
    choices: Callable[[Catalog], Iterable[Choice]]
    """What the catalogue offers to choose from, in the order of the panel."""
    metavar: str
    meaning: Message | str
    """For the help of commands."""
    option: str = ""
    """Of commands, where it is not the key."""
    heading: Message | None = None
    """In the panel; None: as `words`."""
    first: int = 8
    """So many values, of each group, are on show in the panel until somebody asks for more."""
    inside: Facet | None = None
    """The facet in whose branch of the panel it stands."""
    unlisted: Callable[[str], Choice] = lambda value: Choice(value, value)
    """Returns a value that the catalogue does not have: a kept filter may be older."""
    group_told: bool = False
    """Whether a value is told with its group: text can go in and come out."""
    of_entry: Callable[[Entry, date], Iterable[str]] | None = None
    """The values that apply to an entry; None: it depends on deployments."""
    is_unknown: Callable[[Entry, str], bool] = lambda _entry, _value: False
    """Whether no source says if a value applies to an entry."""


_CHOICES = "choices"
_NEAREST = ("DE", "AT", "CH")
_OFFERED_IN = N_("Offered in: {place}")
_ELSEWHERE = N_("other places")


def text_in(text: Text, language: str) -> str:
    """Return words in a language, wherever they come from."""
    if isinstance(text, LocalText):
        return text.in_language(language)
    return str(worded(text, language))


def called(choice: Choice) -> tuple[str, ...]:
    """Return all that a value is called, in every language."""
    codes = language_codes()
    names = dict.fromkeys(text_in(choice.name, language) for language in codes)
    short = dict.fromkeys(text_in(choice.short, language) for language in codes)
    return (*names, *choice.spellings, *filter(None, short))


def found_by(choice: Choice) -> str:
    """Return all that a value is found by, laid out for `sought_in`: its group's names as well."""
    groups = {text_in(choice.group, language) for language in language_codes()}
    also = SYNONYMS.get(choice.value, ())
    return laid_out((choice.value, *called(choice), *also, *groups))


def value_names(facet: Facet, catalog: Catalog, language: str) -> Callable[[str], str]:
    """Return what names the values of a facet; a value nobody knows goes by itself."""
    spec = FACETS[facet]
    # Kept beside the catalogue: a keystroke words its filter anew, and some walk all models.
    kept: dict[Facet, dict[str, Choice]] = catalog.__dict__.setdefault(_CHOICES, {})
    if facet not in kept:
        kept[facet] = {each.value: each for each in spec.choices(catalog)}
    choices = kept[facet]

    def name_of(value: str) -> str:
        choice = choices.get(value) or spec.unlisted(value)
        name = text_in(choice.name, language)
        return f"{name} ({text_in(choice.group, language)})" if spec.group_told else name

    return name_of


def facet_values(entry: Entry, facet: Facet, today: date) -> frozenset[str]:
    """Return the values of one of `PLAIN_FACETS` that apply to an entry."""
    of_entry = FACETS[facet].of_entry
    if of_entry is None:
        raise ValueError(f"{facet} depends on deployments, not on the entry alone")
    return frozenset(of_entry(entry, today))


def is_unknown(entry: Entry, facet: Facet, value: str) -> bool:
    """Tell whether no source says if a value of one of `PLAIN_FACETS` applies to an entry."""
    return FACETS[facet].is_unknown(entry, value)


def _use_cases(catalog: Catalog) -> Iterator[Choice]:
    return _described(catalog.use_cases)


def _capabilities(catalog: Catalog) -> Iterator[Choice]:
    return _described(catalog.capabilities)


def _described(parts: Iterable[UseCase | CapabilityKind]) -> Iterator[Choice]:
    return (Choice(part.id, part.name, part.description or "") for part in parts)


def _data_zones(catalog: Catalog) -> Iterator[Choice]:
    group = N_("Processed in data zone")
    return (
        Choice(zone.id, zone.name, group=group, spellings=zone_words(zone))
        for zone in catalog.data_zones
    )


def _countries(catalog: Catalog) -> Iterator[Choice]:
    group = N_("Processed in country")
    zones = [zone.id for zone in catalog.data_zones]
    inside = {each.code: region.data_zone for region, each in _located(catalog)}

    def order(country: Country) -> tuple[int, int]:
        zone = inside.get(country.code)
        return _near(country), zones.index(zone) if zone in zones else len(zones)

    for country in sorted(countries_of(catalog), key=order):
        crossing = country.code in ZONES_OF_ONE_COUNTRY.values()
        tip = N_("Regional and data zone deployments") if crossing else N_("Regional deployments")
        yield Choice(country.code, country.name, tip, group, country_words(country))


def _located(catalog: Catalog) -> Iterator[tuple[Region, Country]]:
    for region in catalog.regions:
        country = country_of(region)
        if country is not None:
            yield region, country


def _regions(catalog: Catalog) -> Iterator[Choice]:
    """The nearest first, where most of the questions are about; what has no group comes last."""
    for region in sorted(catalog.regions, key=_region_order):
        group = region.geography_group
        named = GEOGRAPHY_GROUPS.get(group, group) if group else _ELSEWHERE
        tip = f"{region.geography} · {region.id}"
        place = Phrase(_OFFERED_IN, place=named)
        yield Choice(region.id, region.name, tip, place, region_words(region))


def _region_order(region: Region) -> tuple[bool, bool, str, int, str]:
    group = region.geography_group
    return not group, group != "Europe", group, _near(country_of(region)), region.name


def _near(country: Country | None) -> int:
    """Return a small number for the countries whose clients this program was made for."""
    code = "" if country is None else country.code
    return _NEAREST.index(code) if code in _NEAREST else len(_NEAREST)


def _deployment_types(catalog: Catalog) -> Iterator[Choice]:
    for billing in Billing.of(kind.billing for kind in catalog.deployment_types):
        for kind in catalog.deployment_types:
            if kind.billing is billing:
                group = BILLING.get(billing.value, billing.value)
                short = (kind.short_name.en, kind.short_name.de)
                yield Choice(kind.id, kind.name, kind.description, group, spellings=short)


def _providers(catalog: Catalog) -> Iterator[Choice]:
    named = sorted(catalog.providers, key=lambda each: each.name.casefold())
    return (Choice(each.id, each.name) for each in named)


def _stages(catalog: Catalog) -> Iterator[Choice]:
    """The stages we know, those that only a newer catalogue knows, and what is no stage."""
    found = (each.lifecycle.stage for model in catalog.models for each in model.versions)
    newer = [str(stage) for stage in Stage.of(found) if not stage.known]
    for stage in (*map(str, Stage), *newer, UNKNOWN_STAGE, PAST_DATE):
        if stage in newer:
            yield Choice(stage, stage)
            continue
        more = ("GA",) if stage == Stage.GENERALLY_AVAILABLE else ()
        chip = STAGE_CHIPS[stage]  # told when sought: a start reads one language
        yield Choice(stage, STAGES[stage], spellings=more, short=chip)


def _modalities(catalog: Catalog) -> Iterator[Choice]:
    found = {value for model in catalog.models for value in _modalities_of(model.modalities)}
    return map(_modality, sorted(found))


def _modality(value: str) -> Choice:
    side, _, kind = value.rpartition(":")
    group = MODALITY_SIDES.get(side, side)
    return Choice(value, MODALITIES.get(kind, kind), group=group)


def _modalities_of(modalities: Modalities | None) -> Iterator[str]:
    if modalities is not None:
        yield from (f"in:{name}" for name in modalities.input)
        yield from (f"out:{name}" for name in modalities.output)


def _stage_values(entry: Entry, today: date) -> Iterator[str]:
    stage = entry.stage_on(today)
    yield UNKNOWN_STAGE if stage.published is None else stage.published.value
    if stage.past_date:
        yield PAST_DATE


def _stage_unknown(entry: Entry, value: str) -> bool:
    lifecycle = entry.version.lifecycle
    if value == UNKNOWN_STAGE or lifecycle.stage is not None:
        return False
    return value != PAST_DATE or lifecycle.retirement_date is None


def _capability_values(entry: Entry, _today: date) -> Iterator[str]:
    for capability in entry.version.capabilities:
        if capability.supported:
            yield capability.id
            yield from (f"{capability.id}{LEVEL}{level}" for level in capability.levels)


def _capability_unknown(entry: Entry, value: str) -> bool:
    name, _, level = value.partition(LEVEL)
    listed = [each for each in entry.version.capabilities if each.id == name]
    return not listed or (bool(level) and any(_names_no_level(each) for each in listed))


def _names_no_level(capability: Capability) -> bool:
    return capability.supported and not capability.levels


FACETS: Mapping[Facet, FacetSpec] = {
    spec.facet: spec
    for spec in (
        FacetSpec(
            Facet.USE_CASES,
            "use-case",
            N_("Use case"),
            N_("use case"),
            _use_cases,
            *("ID", N_("what it is meant for")),
            of_entry=lambda entry, _today: entry.model.use_cases,
        ),
        FacetSpec(
            Facet.REGIONS,
            "region",
            N_("Region"),
            N_("region"),
            _regions,
            *("ID", N_("offered there, whatever the scope: 'Germany West Central' works too")),
            heading=N_("Place"),
            first=5,
        ),
        FacetSpec(
            Facet.DATA_ZONES,
            "zone",
            N_("Data zone"),
            N_("data zone"),
            _data_zones,
            *("ZONE", N_("processed inside EU, US or APAC: data-zone or regional offers")),
            option="data-zone",
            inside=Facet.REGIONS,
        ),
        FacetSpec(
            Facet.COUNTRIES,
            "country",
            N_("Processed in"),
            N_("country"),
            _countries,
            *(
                "CODE",
                N_(
                    "processed in one country, such as DE: regional offers; "
                    "in US data-zone ones too"
                ),
            ),
            inside=Facet.REGIONS,
            first=5,
        ),
        FacetSpec(
            Facet.DEPLOYMENT_TYPES,
            "type",
            N_("Deployment type"),
            N_("deployment type"),
            _deployment_types,
            *("SKU", N_("such as DataZoneStandard")),
            option="deployment-type",
            heading=N_("Capacity model"),
        ),
        FacetSpec(
            Facet.STAGES,
            "stage",
            N_("Stage"),
            N_("stage"),
            _stages,
            *("STAGE", ", ".join((*Stage, UNKNOWN_STAGE, PAST_DATE))),
            of_entry=_stage_values,
            is_unknown=_stage_unknown,
        ),
        FacetSpec(
            Facet.PROVIDERS,
            "provider",
            N_("Provider"),
            N_("provider"),
            _providers,
            *("ID", N_("who made the model")),
            of_entry=lambda entry, _today: (entry.model.provider,),
        ),
        FacetSpec(
            Facet.MODALITIES,
            "modality",
            N_("Modality"),
            N_("modality"),
            _modalities,
            *("KIND", N_("in:image takes images, out:audio speaks; 'audio' means either")),
            unlisted=_modality,
            group_told=True,
            of_entry=lambda entry, _today: _modalities_of(entry.model.modalities),
            is_unknown=lambda entry, _value: entry.model.modalities is None,
        ),
        FacetSpec(
            Facet.CAPABILITIES,
            "capability",
            N_("Capability"),
            N_("capability"),
            _capabilities,
            *("ID[=LEVEL]", N_("such as structured-outputs or reasoning-effort=high")),
            of_entry=_capability_values,
            is_unknown=_capability_unknown,
        ),
    )
}
"""In the order of the panel."""
PLAIN_FACETS = tuple(spec.facet for spec in FACETS.values() if spec.of_entry is not None)
"""Facets that look at the entry alone; the others look at its deployments."""


_PLACES = (Facet.COUNTRIES, Facet.DATA_ZONES, Facet.REGIONS)
_MOST_REGIONS = 3
"""A country with more regions than these is offered as a country alone."""
_BEFORE = frozenset({"in", "im", "inside", "within", "aus", "for", "für"})
"""Words that lead to a place: they go with it."""
_NAMES = "place_names"
_FORGIVEN = range(5, 31)
"""Lengths in which a typing error is forgiven: "while" is not Chile. The name must be longer."""
_MOST_WORDS = 6
"""In a longer text no error is looked for: that would take longer than a key may."""
_LONGEST_NAME = 5
"""Words; every run of so many is looked for, and a page that is pasted has thousands of runs."""
_Places = Mapping[Facet, frozenset[str]]
_Named = dict[str, dict[Facet, frozenset[str]]]


class NamedPlace(Struct, frozen=True):
    """A place as a filter."""

    facet: Facet
    values: frozenset[str]
    query: CatalogQuery
    """What else is asked, in that place: the text without its name."""


def places_named(query: CatalogQuery, catalog: Catalog) -> tuple[NamedPlace, ...]:
    """Return the places that a text, or some words of it, name and nobody chose yet.

    The longest name counts, with one typing error where none so long is named exactly.
    """
    words = query.text[:MAX_SEARCH_CHARACTERS].split()
    if not words:
        return ()  # at a start nobody seeks: the names are not formed for it
    names = place_names(catalog)
    ways = (names.get, partial(_similar, names))[: 1 if len(words) > _MOST_WORDS else 2]
    for length, find in product(range(min(len(words), _LONGEST_NAME), 0, -1), ways):
        for start in range(len(words) - length + 1):
            named = find(compact("".join(words[start : start + length])))
            if named:
                before, behind = words[:start], words[start + length :]
                if before and before[-1].casefold() in _BEFORE:
                    before.pop()
                rest = replace(query, text=" ".join([*before, *behind]))
                return tuple(_offered(rest, named))
    return ()


def _similar(names: Mapping[str, _Places], typed: str) -> _Places | None:
    """Return the places that are meant if a compact text has one typing error."""
    if len(typed) not in _FORGIVEN:
        return None
    meant = (each for each in one_slip(typed) if len(each) > _FORGIVEN.start and each in names)
    return next(map(names.__getitem__, meant), None)


def _offered(rest: CatalogQuery, named: _Places) -> Iterator[NamedPlace]:
    for facet, values in named.items():
        chosen = rest.values(facet)
        if not values <= chosen and (facet is not Facet.REGIONS or len(values) <= _MOST_REGIONS):
            yield NamedPlace(facet, values, rest.with_values(facet, chosen | values))


def place_names(catalog: Catalog) -> Mapping[str, _Places]:
    """Return the places by each of their names, kept beside the catalogue."""
    kept: _Named | None = catalog.__dict__.get(_NAMES)
    if kept is None:
        kept = catalog.__dict__[_NAMES] = {}
        for facet in _PLACES:
            for choice in FACETS[facet].choices(catalog):
                # A country's code is no word: "de" begins many a name.
                own = () if facet is Facet.COUNTRIES else (choice.value,)
                for name in filter(None, map(compact, (*own, *called(choice)))):
                    places = kept.setdefault(name, {})
                    places[facet] = places.get(facet, frozenset()) | {choice.value}
    return kept
