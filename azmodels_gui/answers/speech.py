# SPDX-License-Identifier: MIT
"""Azure Speech beside the realtime models: what hearing and speaking costs, and where.

The service is paid by the hour of audio and by the character, the models by the token. No source
says how many tokens an hour has, so nothing is converted.
"""

from collections.abc import Callable, Iterator, Sequence

from azmodels_gui.answers.answer import (
    DOES_NOT_APPLY,
    UNKNOWN,
    Answer,
    Better,
    Money,
    Row,
    Section,
    Status,
    message,
    unique,
)
from azmodels_gui.answers.availability import in_zone, regions_count
from azmodels_gui.answers.lifecycle import retirement, stage
from azmodels_gui.answers.overview import kinds
from azmodels_gui.answers.prices import entry_price
from azmodels_gui.answers.viewpoint import Viewpoint
from azmodels_gui.catalog.entry import Entry, stage_on, version_key
from azmodels_gui.catalog.offered import offered_regions
from azmodels_gui.catalog.price_lookup import prices_on
from azmodels_gui.catalog.terms import Stage, TokenCategory

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
        and stage_on(each.version.lifecycle, view.day).usable
        and any(offered_regions(offer) for offer in each.version.offers)
    ]
    newest = sorted(models, key=lambda each: version_key(each.version.version), reverse=True)
    available = Stage.GENERALLY_AVAILABLE
    first = sorted(newest, key=lambda each: each.version.lifecycle.stage is not available)
    return (*service, *first[:MOST_MODELS])


def speech_sections(entries: Sequence[Entry], view: Viewpoint) -> tuple[Section, ...]:
    """Return what they are, what they cost and where they are, side by side."""
    return (
        Section("overview", message("overview"), tuple(_overview(entries, view))),
        Section("speech_prices", message("speech_prices"), tuple(_meters(entries, view))),
        Section("token_prices", message("token_prices"), tuple(_tokens(entries, view))),
        Section("availability", message("availability"), tuple(_places(entries, view))),
    )


def _rows(
    key: str, entries: Sequence[Entry], ask: Callable[[Entry], Answer], better: Better | None = None
) -> Row:
    return Row(key, message(key), tuple(map(ask, entries)), better)


def _overview(entries: Sequence[Entry], view: Viewpoint) -> Iterator[Row]:
    yield _rows("input_kinds", entries, lambda e: kinds(e, "input"))
    yield _rows("output_kinds", entries, lambda e: kinds(e, "output"))
    yield _rows("stage", entries, lambda e: _if_model(e, stage(e, view)))
    yield _rows("retirement", entries, lambda e: _if_model(e, retirement(e, view)), Better.HIGH)


def _meters(entries: Sequence[Entry], view: Viewpoint) -> Iterator[Row]:
    for key, meter in METERS:
        told = tuple(_meter(entry, meter, view) for entry in entries)
        yield Row(key, message(key), told)


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
        told = tuple(_if_model(entry, entry_price(entry, category, view)) for entry in entries)
        yield Row(f"price:{category}", message("price_of", what=category), told, Better.LOW)


def _places(entries: Sequence[Entry], view: Viewpoint) -> Iterator[Row]:
    yield _rows("speech_regions", entries, lambda e: regions_count(e, view))
    yield _rows("speech_in_europe", entries, lambda e: _in_europe(e, view))
    for zone in view.catalog.data_zones:
        told = tuple(in_zone(entry, zone.id, view, cite=False) for entry in entries)
        yield Row(f"zone:{zone.id}", message("zone_inside", zone=zone.name), told)


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


def _if_model(entry: Entry, told: Answer) -> Answer:
    return DOES_NOT_APPLY if entry.is_service else told
