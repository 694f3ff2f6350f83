# SPDX-License-Identifier: MIT
"""Which price of a PTU holds: by product, scope, region, term and day, never another's."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from azmodels_gui.calculator.place import Place
from azmodels_gui.catalog.document import Catalog, Model
from azmodels_gui.catalog.price_lookup import SHARED_PRODUCTS, PriceStatus, product_of
from azmodels_gui.catalog.prices import PtuPrice
from azmodels_gui.catalog.terms import Scope, Term


@dataclass(frozen=True)
class PtuPriceAnswer:
    """What the catalogue knows of the price of a PTU."""

    status: PriceStatus
    prices: tuple[PtuPrice, ...] = ()
    """The price; the several ones; the ended one (`EXPIRED`); those of other regions."""
    other_region: bool = False
    """True: a global price that the source states for other regions only."""

    @property
    def price(self) -> PtuPrice | None:
        """The price to reckon with; None unless there is exactly one in force."""
        usable = self.status in (PriceStatus.KNOWN, PriceStatus.SECONDARY)
        return self.prices[0] if usable else None


def ptu_price_of(
    catalog: Catalog, model: Model, place: Place, term: Term, day: date
) -> PtuPriceAnswer:
    """Return what is known of the price of one PTU for a whole term.

    A price that names the region comes first, then its ended one. The price of a global
    deployment is taken from other regions, which the answer says; those of data zones and
    regions are not. A price that names no region is a restatement and answers last. One whose
    source says no first day holds from the day of its source on: before, nobody says.
    """
    products = {product_of(model.provider, model.channel), *SHARED_PRODUCTS}
    secondary = {source.id for source in catalog.sources if source.secondary}
    asked = [
        price
        for price in catalog.ptu_prices
        if price.product in products
        and price.scope is place.scope
        and price.term is term
        and not price.superseded
    ]
    read = {source.id: source.as_of for source in catalog.sources}
    in_force = [price for price in asked if price.in_force_on(day) and _stated_by(price, day, read)]
    named = [price for price in in_force if price.regions]
    if place.region_id is None:
        return _anywhere(named, in_force, asked, secondary)
    here = [price for price in named if place.region_id in price.regions]
    if here:
        return _one_of(here, secondary)
    ended = [price for price in asked if place.region_id in price.regions and _over(price, day)]
    if ended and place.scope is not Scope.GLOBAL:
        return PtuPriceAnswer(PriceStatus.EXPIRED, _last(ended))
    return _elsewhere(place.scope, named, in_force, secondary)


@lru_cache(maxsize=256)
def first_day(as_of: str) -> date:
    """Return the first day that a year, a month or a day can mean; `date.min` for anything else."""
    try:
        return date.fromisoformat(f"{as_of}-01-01"[:10])
    except ValueError:
        return date.min


def _stated_by(price: PtuPrice, day: date, read: Mapping[str, str]) -> bool:
    """Tell whether a price without a first day was stated by that day."""
    if price.effective_from is not None:
        return True
    return day >= min(first_day(read.get(each, "")) for each in (price.source, *price.also))


def _anywhere(
    named: list[PtuPrice],
    in_force: list[PtuPrice],
    asked: list[PtuPrice],
    secondary: set[str],
) -> PtuPriceAnswer:
    """Answer without a region: one price if all regions agree."""
    if named:
        current = _newest_by_region(named)
        if len(_amounts(current)) > 1:
            return PtuPriceAnswer(PriceStatus.BY_REGION, current)
        return _one_of(list(current), secondary)
    if in_force:
        return _one_of(in_force, secondary)
    return PtuPriceAnswer(PriceStatus.EXPIRED, _last(asked)) if asked else _nothing()


def _elsewhere(
    scope: Scope, named: list[PtuPrice], in_force: list[PtuPrice], secondary: set[str]
) -> PtuPriceAnswer:
    """Answer for a region that no source names."""
    if not in_force:
        return _nothing()
    if scope is Scope.GLOBAL:
        current = _newest_by_region(named) or tuple(in_force)
        answer = _one_of(list(current), secondary)
        return PtuPriceAnswer(answer.status, answer.prices, other_region=bool(named))
    return PtuPriceAnswer(PriceStatus.ELSEWHERE, _newest_by_region(named) or tuple(in_force))


def _one_of(prices: list[PtuPrice], secondary: set[str]) -> PtuPriceAnswer:
    """Return the newest price; primary sources go before restatements."""
    primary = [price for price in prices if price.source not in secondary]
    newest = _newest(primary or prices)
    if len(_amounts(newest)) > 1:
        return PtuPriceAnswer(PriceStatus.CONFLICTING, newest)
    return PtuPriceAnswer(PriceStatus.KNOWN if primary else PriceStatus.SECONDARY, newest)


def _newest(prices: Iterable[PtuPrice]) -> tuple[PtuPrice, ...]:
    """Keep the prices with the latest start, and those that state none: they may be newer."""
    found = list(prices)
    latest = max(map(_start, found))
    kept = [price for price in found if _start(price) == latest]
    undated = [price for price in found if price.effective_from is None]
    return tuple(dict.fromkeys([*kept, *undated]))


def _newest_by_region(prices: Iterable[PtuPrice]) -> tuple[PtuPrice, ...]:
    by_region: dict[str, list[PtuPrice]] = {}
    for price in prices:
        for region in price.regions:
            by_region.setdefault(region, []).append(price)
    return tuple(dict.fromkeys(price for each in by_region.values() for price in _newest(each)))


def _amounts(prices: Iterable[PtuPrice]) -> set[tuple[object, str]]:
    return {(price.amount, price.currency) for price in prices}


def _start(price: PtuPrice) -> date:
    return price.effective_from or date.min


def _over(price: PtuPrice, day: date) -> bool:
    return price.effective_until is not None and price.effective_until < day


def _last(prices: Iterable[PtuPrice]) -> tuple[PtuPrice, ...]:
    found = list(prices)
    last = max(price.effective_until or date.min for price in found)
    return tuple(price for price in found if (price.effective_until or date.min) == last)


def _nothing() -> PtuPriceAnswer:
    return PtuPriceAnswer(PriceStatus.UNKNOWN)
