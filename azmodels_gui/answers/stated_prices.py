# SPDX-License-Identifier: MIT
"""Every price that sources state, by time; those that differ in places alone are told together."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from msgspec import Struct

from azmodels_gui.answers.answer import unique
from azmodels_gui.catalog.one_currency import BASE
from azmodels_gui.catalog.price_lookup import in_force
from azmodels_gui.catalog.prices import Price, PtuPrice
from azmodels_gui.catalog.terms import Scope

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
