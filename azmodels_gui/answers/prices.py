# SPDX-License-Identifier: MIT
"""Prices of entries, by the calculator's rule: line by line, one that stands for an entry, and all
that sources state, by time."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from enum import StrEnum
from itertools import product
from typing import Generic, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from azmodels_gui.answers.answer import (
    UNKNOWN,
    Answer,
    Better,
    Message,
    Money,
    Qualifier,
    Row,
    Section,
    Status,
    cited,
    message,
    row,
    section,
    unique,
)
from azmodels_gui.answers.viewpoint import Viewpoint
from azmodels_gui.calculator.place import Place
from azmodels_gui.catalog.document import BASE, Entry
from azmodels_gui.catalog.facts import Price, PtuPrice
from azmodels_gui.catalog.offered import how_offered
from azmodels_gui.catalog.plain_price import plain_price
from azmodels_gui.catalog.price_lookup import (
    PriceAnswer,
    PriceQuestion,
    PriceStatus,
    in_force,
    price_of,
    prices_on,
)
from azmodels_gui.catalog.terms import (
    Availability,
    Billing,
    ContextBand,
    PriceTier,
    Scope,
    TokenCategory,
    Unit,
)

BASIC = (
    *(TokenCategory.INPUT, TokenCategory.CACHED_INPUT, TokenCategory.CACHE_WRITE),
    *(TokenCategory.OUTPUT, TokenCategory.AUDIO_INPUT, TokenCategory.CACHED_AUDIO_INPUT),
    *(TokenCategory.AUDIO_OUTPUT, TokenCategory.IMAGE_INPUT, TokenCategory.CACHED_IMAGE_INPUT),
    TokenCategory.IMAGE_OUTPUT,
)
TIERS = (
    (PriceTier.STANDARD, ContextBand.SHORT),
    (PriceTier.STANDARD, ContextBand.LONG),
    (PriceTier.BATCH, ContextBand.SHORT),
    (PriceTier.PRIORITY, ContextBand.SHORT),
)
MAIN = (TokenCategory.INPUT, TokenCategory.OUTPUT)


class PriceLine(Struct, frozen=True):
    """What a row of prices is for."""

    category: TokenCategory
    scope: Scope
    band: ContextBand = ContextBand.SHORT
    tier: PriceTier = PriceTier.STANDARD

    @property
    def key(self) -> str:
        """Name of the row."""
        return f"price:{self.scope}:{self.tier}:{self.band}:{self.category}"

    @property
    def label(self) -> Message:
        """What it is called."""
        return message("price_line", line=self)

    @property
    def thing(self) -> tuple[TokenCategory, PriceTier]:
        """What is paid for, wherever it is processed."""
        return self.category, self.tier

    @property
    def is_plain(self) -> bool:
        """Tell whether it is for standard processing of short requests."""
        return self.tier is PriceTier.STANDARD and self.band is ContextBand.SHORT


def token_prices(entries: Sequence[Entry], view: Viewpoint) -> Section:
    """Return prices per 1M tokens, line by line of the price list."""
    priced = [view.conversion.priced(entry) for entry in entries]
    return section("token_prices", _rows(priced, view))


def _rows(entries: Sequence[Entry], view: Viewpoint) -> Iterator[Row]:
    """Yield the lines somebody states a price for; special ones only if one holds here.

    Input and output are shown for global deployments, and wherever one is offered per token:
    a reader would miss them. Where a data zone is asked about, what leaves it has no line.
    """
    expected = {Scope.GLOBAL, *(scope for each in entries for scope in _offered(each, view))}
    for line in _lines(view.scopes_inside):
        missed = line.is_plain and line.category in MAIN and line.scope in expected
        if missed or any(_is_stated(entry, line) for entry in entries):
            told = tuple(token_price(entry, line, view) for entry in entries)
            if line.is_plain or any(each.status is not Status.UNKNOWN for each in told):
                yield Row(line.key, line.label, told, Better.LOW)


def _offered(entry: Entry, view: Viewpoint) -> Iterator[Scope]:
    """Yield the scopes in which an entry is offered per token in a region asked about."""
    for kind, known in how_offered(entry, view.regions, view.catalog):
        if kind.billing is Billing.PAYG and known is Availability.OFFERED:
            yield kind.scope


def token_price(entry: Entry, line: PriceLine, view: Viewpoint) -> Answer:
    """Return what is known of one price in the regions asked about, or anywhere."""
    asked = PriceQuestion(
        category=line.category, scope=line.scope, context_band=line.band, tier=line.tier
    )
    stated = (price for price in entry.prices if (price.category, price.tier) == line.thing)
    naming: dict[str | None, tuple[int, ...]] = {}
    """By region the prices that name it."""
    for at, price in enumerate(stated):
        for region in price.regions:
            naming[region] = (*naming.get(region, ()), at)
    found: dict[tuple[object, ...], Answer] = {}

    def here(place: Place) -> Answer:
        """Ask once for all regions that the same prices name: their answer is the same."""
        alike = (place.data_zone, naming.get(place.region_id))
        if alike not in found:
            question = replace(asked, region=place.region_id, data_zone=place.data_zone)
            found[alike] = told(price_of(entry, question, view.day))
        return found[alike]

    return by_place(line.scope, view, here)


def by_place(scope: Scope, view: Viewpoint, ask: Callable[[Place], Answer]) -> Answer:
    """Return the answer of all places asked about: one if they agree, else each."""
    places = view.places(scope)
    found = [ask(place) for place in places]
    distinct = {id(each): each for each in found}.values()
    if len({_said(each) for each in distinct}) == 1:
        return found[0]
    if all(each.status is Status.UNKNOWN for each in found):
        return max(found, key=lambda each: len(each.values) + (each.value is not None))
    parts = tuple((place.region_id or "", each) for place, each in zip(places, found, strict=True))
    return Answer(Status.KNOWN, by_place=parts, sources=cited(distinct))


def _said(answer: Answer) -> tuple[object, ...]:
    return (answer.status, answer.value, answer.values, answer.qualifiers, answer.until)


def entry_price(entry: Entry, category: TokenCategory, view: Viewpoint) -> Answer:
    """Return the lowest plain price of the deployments asked about; it stands for the entry."""
    for currency in view.conversion.currencies:
        found = plain_price(entry, category, view.ways, view.day, currency)
        if found.status is not PriceStatus.UNKNOWN:
            return told(found)
    return UNKNOWN


def told(found: PriceAnswer) -> Answer:
    """Return an answer of the price list as it may be said."""
    return priced(found.status, found.prices)


_TOLD: dict[PriceStatus, tuple[Status, Qualifier | None]] = {
    PriceStatus.KNOWN: (Status.KNOWN, None),
    PriceStatus.SECONDARY: (Status.KNOWN, Qualifier.SECONDARY),
    PriceStatus.BY_REGION: (Status.KNOWN, None),
    PriceStatus.CONFLICTING: (Status.DISPUTED, None),
    PriceStatus.EXPIRED: (Status.UNKNOWN, Qualifier.ENDED),
    PriceStatus.ELSEWHERE: (Status.UNKNOWN, Qualifier.ELSEWHERE),
}
"""How much is known of a price, and what must not be left out; nothing is known of the rest."""


def priced(
    status: PriceStatus, prices: Sequence[Price | PtuPrice], *, other_region: bool = False
) -> Answer:
    """Return what a look-up found: one price, several, an ended one, or that there is none."""
    if status not in _TOLD:
        return UNKNOWN
    known, qualifier = _TOLD[status]
    if status is PriceStatus.BY_REGION and any(_is_copied(price) for price in prices):
        qualifier = Qualifier.SECONDARY
    qualifiers = (qualifier, Qualifier.OTHER_REGION if other_region else None)
    amounts = tuple(dict.fromkeys(Money(price.amount, price.currency) for price in prices))
    first, one = prices[0], status in (PriceStatus.KNOWN, PriceStatus.SECONDARY)
    return Answer(
        known,
        amounts[0] if one else None,
        () if one else amounts,
        qualifiers=frozenset(each for each in qualifiers if each is not None),
        scope=first.scope if one else None,
        since=first.effective_from if one else None,
        until=first.effective_until if one or status is PriceStatus.EXPIRED else None,
        sources=unique(source for price in prices for source in (price.source, *price.also)),
    )


def _is_copied(price: Price | PtuPrice) -> bool:
    return isinstance(price, Price) and price.secondary


def other_prices(entries: Sequence[Entry], view: Viewpoint) -> Section:
    """Return prices of images, seconds, pages and the like; no row where nobody has any."""
    told = tuple(_others(view.conversion.priced(entry), view) for entry in entries)
    stated = any(each.status is not Status.UNKNOWN for each in told)
    return section("other_prices", (row("other_prices", told),) if stated else ())


def _others(entry: Entry, view: Viewpoint) -> Answer:
    found = [
        price
        for price in prices_on(entry, view.day)
        if (price.unit is not Unit.MILLION_TOKENS or not price.category.known)
        and not price.fine_tuned
        and concerns(price, view)
    ]
    if not found:
        return UNKNOWN
    values = (
        message(
            "other_price",
            category=price.category,
            amount=Money(price.amount, price.currency),
            unit=price.unit,
        )
        for price in found
    )
    sources = unique(price.source for price in found)
    return Answer(Status.KNOWN, values=tuple(dict.fromkeys(values)), sources=sources)


def concerns(price: Price, view: Viewpoint) -> bool:
    """Tell whether a price holds in a region asked about; a global one is the same everywhere."""
    asked = [place.region for place in view.places(Scope.REGIONAL) if place.region is not None]
    if not asked or price.scope in (Scope.GLOBAL, None):
        return True
    return any(price.names(region.id, region.data_zone) for region in asked)


def _is_stated(entry: Entry, line: PriceLine) -> bool:
    """Tell whether the price list has a line of its own; a band of None serves short ones."""
    bands = (line.band, None) if line.band is ContextBand.SHORT else (line.band,)
    return any(
        price.tier is line.tier
        and price.context_band in bands
        and price.unit is Unit.MILLION_TOKENS
        and not price.fine_tuned
        and not price.variant
        and (price.scope is line.scope or (price.scope is None and line.scope is Scope.GLOBAL))
        for price in entry.prices_by_category.get(line.category, ())
    )


def _lines(scopes: Iterable[Scope]) -> Iterable[PriceLine]:
    """Return what a comparison asks for: all of standard, input and output of the rest."""
    lines = (
        PriceLine(category, scope, band, tier)
        for scope, (tier, band), category in product(Scope, TIERS, BASIC)
        if scope in scopes
    )
    return (line for line in lines if line.is_plain or line.category in MAIN)


Stated = TypeVar("Stated", bound=Price | PtuPrice)


class Time(StrEnum):
    """When a price holds, seen from a day."""

    IN_FORCE = "in_force"
    FUTURE = "future"
    EXPIRED = "expired"
    REPLACED = "replaced"
    """Without an end of its own, but a newer or better one says another amount."""


class Alike(Struct, Generic[Stated], frozen=True):
    """Prices of one thing and amount for several places, from several sources."""

    prices: tuple[Stated, ...]

    @property
    def price(self) -> Stated:
        """What they have in common, and the days of the first."""
        return self.prices[0]

    @property
    def regions(self) -> tuple[str, ...]:
        """All regions named; empty where one of them names none."""
        if any(not price.regions for price in self.prices):
            return ()
        return unique(region for price in self.prices for region in price.regions)

    @property
    def sources(self) -> tuple[str, ...]:
        """Who states them."""
        return unique(source for price in self.prices for source in (price.source, *price.also))


def stated_prices(prices: Iterable[Price], day: date) -> dict[Time, tuple[Price, ...]]:
    """Return all prices by time, each as somebody would look it up: by tier, scope, thing.

    A price holds wherever it is stated as long as it holds anywhere in that amount.
    """
    listed = sorted(prices, key=_rank)
    valid = {_figure(price, _PLACE_AND_TIME) for price in in_force(listed, day)}
    found: dict[Time, list[Price]] = {time: [] for time in Time}
    for price in listed:
        time = time_of(price, day)
        replaced = time is Time.IN_FORCE and _figure(price, _PLACE_AND_TIME) not in valid
        found[Time.REPLACED if replaced else time].append(price)
    return {time: tuple(same) for time, same in found.items()}


def time_of(price: Price | PtuPrice, day: date) -> Time:
    """Return when a price holds, whatever others say."""
    if price.effective_until is not None and price.effective_until < day:
        return Time.EXPIRED
    return Time.IN_FORCE if price.in_force_on(day) else Time.FUTURE


def together(prices: Iterable[Stated], day: date | None = None) -> tuple[Alike[Stated], ...]:
    """Return prices as they are told: those alike as one.

    Args:
        prices: in the order they are told.
        day: from which they are in force, ended or to come, which is all that is told of their
            time; None: their days are told.
    """
    groups: dict[object, list[Stated]] = {}
    for price in prices:
        key: object = _figure(price, _PLACE)
        if day is not None:
            key = (_figure(price, _PLACE_AND_TIME - {"at_least_until"}), time_of(price, day))
        groups.setdefault(key, []).append(price)
    return tuple(Alike(tuple(same)) for same in groups.values())


_PLACE = frozenset({"regions", "meter", "source", "also", "versions", "product", "note", "note_de"})
_PLACE_AND_TIME = _PLACE | {"effective_from", "effective_until", "at_least_until"}


def _figure(price: Price | PtuPrice, neutral: frozenset[str]) -> tuple[object, ...]:
    """Return what is paid for and how much, without what does not change that."""
    fields = price.__struct_fields__
    return tuple(getattr(price, name) for name in fields if name not in neutral)


def _rank(price: Price) -> tuple[bool, str, bool, int, int, int, int, str, bool, date]:
    """Sort by tier, scope, context and what is paid for; what others copy comes last.

    Each currency stands by itself, the one that Microsoft prices in first.
    """
    return (
        price.currency != BASE,
        price.currency,
        price.fine_tuned,
        price.tier.position,
        len(Scope) + 1 if price.scope is None else price.scope.position,
        -1 if price.context_band is None else price.context_band.position,
        price.category.position,
        price.variant,
        price.secondary,
        price.effective_from or date.min,
    )
