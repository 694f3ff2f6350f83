# SPDX-License-Identifier: MIT
"""What the guide's pages tell: advice, notes, general facts, the choice by region, speech."""

from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum

from msgspec import Struct

from azmodels_gui.answers.answer import (
    DOES_NOT_APPLY,
    UNKNOWN,
    Answer,
    Better,
    Money,
    Row,
    Section,
    Status,
    if_model,
    message,
    row,
    section,
    unique,
)
from azmodels_gui.answers.availability import regions_count, zone_rows
from azmodels_gui.answers.lifecycle import retirement, stage
from azmodels_gui.answers.overview import kinds
from azmodels_gui.answers.prices import entry_price
from azmodels_gui.answers.viewpoint import Viewpoint
from azmodels_gui.catalog.document import (
    Catalog,
    Entry,
    GeneralFact,
    Note,
    Recommendation,
    Region,
    UseCase,
    version_key,
)
from azmodels_gui.catalog.facts import LocalText
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.offered import has_known_offer, offered_regions
from azmodels_gui.catalog.price_lookup import prices_on
from azmodels_gui.catalog.query import CatalogQuery, Facet
from azmodels_gui.catalog.successors import ModelToday
from azmodels_gui.catalog.terms import Billing, Scope, Stage, TokenCategory


class Advice(Struct, frozen=True):
    """What a source advises for one use case, and what became of the models it names."""

    use_case: UseCase
    models: tuple[ModelToday, ...]
    why: LocalText | None
    start_with: Billing | None
    """None: the source gives no advice on capacity."""
    switch: LocalText | None
    """When to change to the other way to pay."""
    source: str

    @property
    def sources(self) -> tuple[str, ...]:
        """Who advises, and who names the successors; each once."""
        named = (source for model in self.models for source in model.sources)
        return unique((self.source, *named))


def advice_for(use_case: UseCase, view: Viewpoint) -> tuple[Advice, ...]:
    """Return all advice on a use case; none where no source has any."""
    return tuple(advice_of(use_case, given, view) for given in use_case.recommendations)


def advice_of(use_case: UseCase, given: Recommendation, view: Viewpoint) -> Advice:
    """Return one piece of advice with what became of its models."""
    return Advice(
        use_case=use_case,
        models=tuple(map(view.successors.today, given.models)),
        why=given.why,
        start_with=given.start_with,
        switch=given.switch,
        source=given.source,
    )


class Topic(StrEnum):
    """What the article told beside its questions, in the order of the pages."""

    MODELS = "models"
    """Which model for what."""
    CAPACITY = "capacity"
    """Per token or PTU."""
    SPEECH = "speech"
    """Azure Speech or a realtime model."""
    PLACES = "places"
    """Where data is stored and processed, and what is offered there."""
    OPERATIONS = "operations"
    """What to see to in operation, and how models end."""


NOTES_OF = {
    Topic.MODELS: (),
    Topic.CAPACITY: ("capacity", "rules-of-thumb"),
    Topic.SPEECH: ("speech",),
    Topic.PLACES: ("residency",),
    Topic.OPERATIONS: ("operations", "lifecycle"),
}
"""Topics of the catalogue's notes on each page."""


def all_advice(view: Viewpoint) -> tuple[Advice, ...]:
    """Return the advice on every use case, in the order of the catalogue."""
    return tuple(said for each in view.catalog.use_cases for said in advice_for(each, view))


class Step(StrEnum):
    """The questions of the guide, in their order."""

    USE_CASE = "use_case"
    LOAD = "load"
    PLACE = "place"
    TERMS = "terms"


_DECISION = "decision"
"""Topic of the notes that put the four questions, in their order."""
_FURTHER = {
    Step.USE_CASE: (),
    Step.LOAD: ("rules-of-thumb",),
    Step.PLACE: ("residency",),
    Step.TERMS: ("capacity", "lifecycle", "operations"),
}


def note_of(step: Step, catalog: Catalog) -> Note | None:
    """Return the note that explains a question; None: the catalogue has none."""
    decision = notes_about(_DECISION, catalog)
    position = tuple(Step).index(step)
    return decision[position] if position < len(decision) else None


def further_notes(step: Step, catalog: Catalog) -> tuple[Note, ...]:
    """Return what else must be known before a question is answered."""
    return tuple(note for topic in _FURTHER[step] for note in notes_about(topic, catalog))


def notes_about(topic: str, catalog: Catalog) -> tuple[Note, ...]:
    """Return the notes of a topic, such as `speech`."""
    return tuple(note for note in catalog.notes if note.topic == topic)


class RegionChoice(Struct, frozen=True):
    """Entries that are neither retired nor past their date and are offered in a region."""

    region: Region
    by_scope: dict[Scope, int]
    provisioned: int
    """On PTU, of any scope."""


def region_choices(index: CatalogIndex) -> Iterator[RegionChoice]:
    """Yield the regions with an offer, in the order of the catalogue."""
    usable = index.run(CatalogQuery(usable_only=True)).mask
    kinds = index.catalog.usual_types

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


def general_facts_for(entry: Entry, catalog: Catalog, today: date) -> tuple[GeneralFact, ...]:
    """Return what is known of the client's questions about an entry, and what is not.

    Where a fact of a topic answers, those without an answer are left out. A service beside
    the models has rules of its own: none of the facts is about it.
    """
    if entry.model.kind == "service":
        return ()
    stage = entry.stage_on(today).counted
    fitting = [fact for fact in catalog.general_facts if _fits(fact, entry, stage)]
    answered = {fact.topic for fact in fitting if fact.answer is not None}
    return tuple(fact for fact in fitting if fact.answer is not None or fact.topic not in answered)


def _fits(fact: GeneralFact, entry: Entry, stage: Stage | None) -> bool:
    model, host = entry.model, entry.version.hosted_by
    return (
        (not fact.channels or model.channel in fact.channels)
        and (not fact.providers or model.provider in fact.providers)
        and (not fact.hosts or host is None or host.by in fact.hosts)
        and (not fact.stages or stage in fact.stages)
    )


SERVICE = "azure-speech"
USE_CASE = "realtime-voice"
MOST_MODELS = 4
"""So many realtime models stand beside the service; the others are among the models."""
METERS = (
    ("speech_to_text", "S1 Speech To Text"),
    ("speech_custom", "S1 Custom Speech To Text"),
    ("speech_translation", "S1 Speech Translation"),
    ("speech_neural", "S1 Neural Text To Speech Characters"),
    ("speech_own_voice", "S1 Custom Neural Realtime Characters"),
)
"""Meters of the price list that are paid as used, by the words for them."""
TOKENS = (
    TokenCategory.AUDIO_INPUT,
    TokenCategory.CACHED_AUDIO_INPUT,
    TokenCategory.AUDIO_OUTPUT,
    TokenCategory.INPUT,
    TokenCategory.OUTPUT,
)


def speech_entries(entries: Sequence[Entry], view: Viewpoint) -> tuple[Entry, ...]:
    """Return the service and the newest realtime models that last, those available first."""
    service = [each for each in entries if each.model.id == SERVICE]
    models = [
        each
        for each in entries
        if USE_CASE in each.model.use_cases
        and not each.is_service
        and each.stage_on(view.day).usable
        and has_known_offer(each)
    ]
    newest = sorted(models, key=lambda each: version_key(each.version.version), reverse=True)
    available = Stage.GENERALLY_AVAILABLE
    first = sorted(newest, key=lambda each: each.version.lifecycle.stage is not available)
    return (*service, *first[:MOST_MODELS])


def speech_sections(entries: Sequence[Entry], view: Viewpoint) -> tuple[Section, ...]:
    """Return what they are, what they cost and where they are, side by side."""
    return (
        section("overview", _overview(entries, view)),
        section("speech_prices", _meters(entries, view)),
        section("token_prices", _tokens(entries, view)),
        section("availability", _places(entries, view)),
    )


def _overview(entries: Sequence[Entry], view: Viewpoint) -> Iterator[Row]:
    yield row("input_kinds", (kinds(each, "input") for each in entries))
    yield row("output_kinds", (kinds(each, "output") for each in entries))
    yield row("stage", (if_model(each, stage(each, view)) for each in entries))
    ends = (if_model(each, retirement(each, view)) for each in entries)
    yield row("retirement", ends, Better.HIGH)


def _meters(entries: Sequence[Entry], view: Viewpoint) -> Iterator[Row]:
    for key, meter in METERS:
        yield row(key, (_meter(entry, meter, view) for entry in entries))


def _meter(entry: Entry, meter: str, view: Viewpoint) -> Answer:
    """Return the price of a meter: one, or the lowest and the highest by region."""
    if not entry.is_service:
        return DOES_NOT_APPLY
    priced = view.conversion.priced(entry)
    found = [price for price in prices_on(priced, view.day) if price.variant == meter]
    if not found:
        return UNKNOWN
    by_amount = sorted(found, key=lambda price: price.amount)
    ends = dict.fromkeys(
        message("amount_per", amount=Money(price.amount, price.currency), unit=price.unit)
        for price in (by_amount[0], by_amount[-1])
    )
    sources = unique(price.source for price in found)
    told = tuple(ends)
    if len(told) == 1:
        return Answer(Status.KNOWN, told[0], sources=sources)
    return Answer(Status.KNOWN, message("by_region", low=told[0], high=told[1]), sources=sources)


def _tokens(entries: Sequence[Entry], view: Viewpoint) -> Iterator[Row]:
    for category in TOKENS:
        told = tuple(if_model(entry, entry_price(entry, category, view)) for entry in entries)
        yield Row(f"price:{category}", message("price_of", what=category), told, Better.LOW)


def _places(entries: Sequence[Entry], view: Viewpoint) -> Iterator[Row]:
    yield row("speech_regions", (regions_count(each, view) for each in entries))
    yield row("speech_in_europe", (_in_europe(each, view) for each in entries))
    yield from zone_rows(entries, view.catalog.data_zones, view)


def _in_europe(entry: Entry, view: Viewpoint) -> Answer:
    """Return the regions of Europe that offer it in any way."""
    features = {place for feature in entry.model.features for place in feature.available}
    offers = (offered_regions(offer) for offer in entry.version.offers)
    there = features.union(*offers)
    names = tuple(
        region.name
        for region in view.catalog.regions
        if region.id in there and region.geography_group == "Europe"
    )
    sources = unique(
        (
            *(feature.source for feature in entry.model.features),
            *(source for offer in entry.version.offers for source in offer.sources),
        )
    )
    if not names:
        return UNKNOWN
    return Answer(Status.KNOWN, values=names, sources=sources)
