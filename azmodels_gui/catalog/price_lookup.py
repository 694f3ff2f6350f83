# SPDX-License-Identifier: MIT
"""Which price holds on a day, and how sure that is. Never another price in its place."""

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from azmodels_gui.catalog.document import Catalog, Entry
from azmodels_gui.catalog.facts import Price, PtuPrice
from azmodels_gui.catalog.terms import ContextBand, PriceTier, Scope, TokenCategory


class PriceStatus(StrEnum):
    """What is known of a price on a day."""

    KNOWN = "known"
    """One price, from the price list itself."""
    BY_REGION = "by_region"
    """Several prices, each for other regions; name a region to get one."""
    SECONDARY = "secondary"
    """Only a list that copies prices states one."""
    CONFLICTING = "conflicting"
    """Sources state several prices for the same place and time."""
    EXPIRED = "expired"
    """The last known price has ended; which one follows is not known."""
    ELSEWHERE = "elsewhere"
    """Prices are stated, but none for this region."""
    UNKNOWN = "unknown"
    """No source states a price for the day."""


class PriceQuestion(Struct, frozen=True, kw_only=True):
    """What is to be paid for, and where."""

    category: TokenCategory
    scope: Scope | None = Scope.GLOBAL
    """None asks for prices whose source names no scope."""
    context_band: ContextBand | None = ContextBand.SHORT
    """Prices that do not depend on the length answer for both bands."""
    tier: PriceTier = PriceTier.STANDARD
    region: str | None = None
    """None: anywhere. A global price is the same everywhere, so it answers for any region."""
    data_zone: str | None = None
    """Data zone of the region, for prices that name a zone instead of regions."""
    neighbours: frozenset[str] | None = None
    """Regions of the same data zone, where a later price may be this one's next; None: all."""
    fine_tuned: bool = False
    variant: str = ""


class PriceAnswer(Struct, frozen=True):
    """What the catalogue knows of a price."""

    status: PriceStatus
    prices: tuple[Price, ...] = ()
    """The price; the several ones; the ended one (`EXPIRED`); those of other regions."""
    ended: tuple[Price, ...] = ()
    """The last price that ended before the day, also where a secondary one took over."""
    newer_elsewhere: tuple[Price, ...] = ()
    """Prices of other regions that began later: the answer may have changed since."""

    @property
    def price(self) -> Price | None:
        """The one price to reckon with; None unless there is exactly one in force."""
        usable = self.status in (PriceStatus.KNOWN, PriceStatus.SECONDARY)
        return self.prices[0] if usable else None


def prices_on(entry: Entry, day: date) -> tuple[Price, ...]:
    """Return the prices in force on a day, in the order of the file.

    Left out are prices that a newer one replaces in all their regions, and secondary ones
    where a primary one says the same thing.
    """
    return in_force(entry.prices, day)


def in_force(prices: Iterable[Price], day: date) -> tuple[Price, ...]:
    """Return those of some prices of one entry that hold on a day, as `prices_on` does."""
    holding = [(price, _thing(price)) for price in prices if price.in_force_on(day)]
    alike: dict[tuple[object, ...], list[Price]] = {}
    for price, thing in holding:
        alike.setdefault(thing, []).append(price)
    return tuple(
        price
        for price, thing in holding
        if not any(_replaces(other, price) for other in alike[thing])
    )


def price_of(entry: Entry, question: PriceQuestion, day: date) -> PriceAnswer:
    """Return what is known of one price on a day.

    A primary price in force comes first, then a secondary one in force, then the last one
    that has ended, then prices of other regions.
    """
    return price_among(entry.prices_by_category.get(question.category, ()), question, day)


def price_among(prices: Iterable[Price], question: PriceQuestion, day: date) -> PriceAnswer:
    """Return what some prices of one entry say, by the rule of `price_of`."""
    asked = _asked(prices, question)
    here = [price for price in asked if _is_here(price, question)]
    holding = [price for price in here if price.in_force_on(day)]
    ended = _last_ended(here, day)
    primary = _closest([price for price in holding if not price.secondary])
    if primary:
        near = [price for price in asked if _is_near(price, primary, question)]
        later = _later_elsewhere(near, primary, day)
        return _answer(primary, question, PriceStatus.KNOWN, (ended, later))
    if holding:
        return _answer(_closest(holding), question, PriceStatus.SECONDARY, (ended, ()))
    if ended:
        return PriceAnswer(PriceStatus.EXPIRED, ended, ended)
    elsewhere = tuple(price for price in asked if price.in_force_on(day))
    if elsewhere:
        return PriceAnswer(PriceStatus.ELSEWHERE, elsewhere)
    return PriceAnswer(PriceStatus.UNKNOWN)


def _asked(prices: Iterable[Price], question: PriceQuestion) -> list[Price]:
    """Return prices of the thing asked for, wherever and whenever they hold."""
    return [
        price
        for price in prices
        if price.category is question.category
        and price.tier is question.tier
        and price.fine_tuned == question.fine_tuned
        and price.variant == question.variant
        and price.context_band in (question.context_band, None)
        and _scope_fits(price, question.scope)
    ]


def _scope_fits(price: Price, scope: Scope | None) -> bool:
    """Sources that name no scope mean the plain price, which is the global one."""
    return price.scope is scope or (price.scope is None and scope is Scope.GLOBAL)


def _closest(prices: list[Price]) -> list[Price]:
    """Keep the prices that say most exactly what they are for: scope, band, version."""
    best = max(map(_closeness, prices), default=None)
    return [price for price in prices if _closeness(price) == best]


def _closeness(price: Price) -> tuple[bool, bool, bool]:
    return (price.scope is not None, price.context_band is not None, bool(price.versions))


def _is_here(price: Price, question: PriceQuestion) -> bool:
    if question.region is None or price.scope in (Scope.GLOBAL, None):
        return True
    return price.names(question.region, question.data_zone)


def _is_near(price: Price, here: Sequence[Price], question: PriceQuestion) -> bool:
    """Tell whether a price elsewhere tells something about the one here.

    It does in the same data zone, and where a region shared the price that holds here.
    """
    if question.neighbours is None:
        return True
    if price.regions:
        shared = {region for each in here for region in each.regions}
        return not (question.neighbours | shared).isdisjoint(price.regions)
    return price.data_zone == question.data_zone


def _answer(
    prices: Sequence[Price],
    question: PriceQuestion,
    status: PriceStatus,
    beside: tuple[tuple[Price, ...], tuple[Price, ...]],
) -> PriceAnswer:
    newest = _newest_by_region(prices, question)
    amounts = {(price.amount, price.currency, price.unit) for price in newest}
    if len(amounts) > 1:
        status = PriceStatus.BY_REGION if _apart(newest, question) else PriceStatus.CONFLICTING
    ended, newer_elsewhere = beside
    return PriceAnswer(status, newest, ended, newer_elsewhere)


def _newest_by_region(prices: Sequence[Price], question: PriceQuestion) -> tuple[Price, ...]:
    """Return the prices with the latest start: for each region, or worldwide if global.

    A global price is the same everywhere, but may begin on another day in some regions: where
    a region is asked for, the price that names it goes before equal ones that do not.
    """
    places = [(price, _current_places(price, prices, question)) for price in prices]
    here = [price for price, current in places if question.region in current]
    return tuple(here or (price for price, current in places if current))


def _current_places(
    price: Price, prices: Sequence[Price], question: PriceQuestion
) -> tuple[str, ...]:
    """Return the places of a price for which none of the others began later.

    A global price of another amount holds everywhere once it has begun; one of the same amount
    only tells since when it has held in its own regions.
    """
    worldwide = question.scope is Scope.GLOBAL
    later = [other for other in prices if _start(other) > _start(price)]
    if worldwide and any(other.amount != price.amount for other in later):
        return ()
    overtaken = {place for other in later for place in _places(other)}
    return tuple(place for place in _places(price) if place not in overtaken)


def _places(price: Price) -> tuple[str, ...]:
    return price.regions or (price.data_zone or "",)


def _apart(prices: Sequence[Price], question: PriceQuestion) -> bool:
    """Tell whether no two prices hold for the same place, or one of them for none at all."""
    regional = replace(question, scope=Scope.REGIONAL)  # a global price names regions, too
    places = [place for price in prices for place in _current_places(price, prices, regional)]
    return "" not in places and len(places) == len(set(places))


def _start(price: Price) -> date:
    return price.effective_from or date.min


def _last_ended(prices: Iterable[Price], day: date) -> tuple[Price, ...]:
    ended = [
        (price.effective_until, price)
        for price in prices
        if price.effective_until is not None and price.effective_until < day
    ]
    last = max((until for until, _ in ended), default=None)
    return tuple(price for until, price in ended if until == last)


def _later_elsewhere(asked: Iterable[Price], here: Iterable[Price], day: date) -> tuple[Price, ...]:
    latest = max(_start(price) for price in here)
    amounts = {price.amount for price in here}
    return tuple(
        price
        for price in asked
        if price.in_force_on(day)
        and not price.secondary
        and _start(price) > latest
        and price.amount not in amounts
    )


def _replaces(other: Price, price: Price) -> bool:
    """Tell whether a price in force makes another one of the same thing obsolete."""
    if other is price:
        return False
    if price.secondary and not other.secondary:
        return price.data_zone is None and _scope_fits(price, other.scope)
    same_rank = other.secondary == price.secondary and other.scope is price.scope
    # A global price is the same everywhere: another amount anywhere replaces it.
    changed = other.scope is Scope.GLOBAL and other.amount != price.amount
    covers = changed or set(price.regions) <= set(other.regions)
    covers = covers and price.data_zone == other.data_zone
    return same_rank and covers and _start(other) > _start(price)


def _thing(price: Price) -> tuple[object, ...]:
    """What is paid for, apart from place, time, amount and source."""
    return (
        price.versions,
        price.category,
        price.context_band,
        price.tier,
        price.fine_tuned,
        price.variant,
        price.currency,
    )


FIREWORKS_PRODUCT = "Azure Fireworks Models"
PRODUCTS_OF_PROVIDERS = {
    "openai": "Azure OpenAI",
    "deepseek": "Azure Deepseek Models",
    "meta": "Azure Llama Models",
    "xai": "Azure Grok Models",
    "mistral": "Azure Mistral Models",
    "black-forest-labs": "Azure BFL Flux Models",
    "microsoft": "MAI Models",
}
"""Products of the price list for models that Azure itself sells, by provider."""
SHARED_PRODUCTS = frozenset(
    {
        "Azure AI Foundry Provisioned Throughput Reservation",
        "Foundry models (one PTU price for all)",
    }
)
"""Products whose price holds for the models of every publisher."""


def product_of(provider: str, channel: str | None) -> str | None:
    """Return the product a model's PTU are billed under; None: no source says."""
    if channel == "fireworks":
        return FIREWORKS_PRODUCT
    if channel in ("azure_openai", "azure_direct"):
        return PRODUCTS_OF_PROVIDERS.get(provider)
    return None


def ptu_prices_for(entry: Entry, catalog: Catalog) -> tuple[PtuPrice, ...]:
    """Return the PTU prices of the entry's product, and those shared by all products."""
    products = {product_of(entry.model.provider, entry.model.channel), *SHARED_PRODUCTS}
    return tuple(price for price in catalog.ptu_prices if price.product in products)
