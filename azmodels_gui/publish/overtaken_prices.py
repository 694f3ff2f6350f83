# SPDX-License-Identifier: MIT
"""Open prices of an older price list that a newer one has left behind.

The price list itself counts as long as its price is in effect. An answer of it says so for its
own day only. Where a newer answer has begun to change the prices of a model, and in every price
that both state agrees with the newer secondary list, that list is the newer of the two for the
rest of the model's prices as well (decision 18).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from azmodels_gui.catalog.prices import Price
from azmodels_gui.catalog.terms import Scope
from azmodels_gui.publish.price_matching import Setting, differ, states


@dataclass(frozen=True)
class Overtaken:
    """A primary price that has ended, and the secondary one that counts since."""

    primary: Price
    """As its list states it, without an end."""
    secondary: Price
    since: date
    """Day on which the newer answer's prices of the model began."""


def overtaken_prices(
    primary: Sequence[Price], secondary: Sequence[Price], setting: Setting
) -> tuple[Overtaken, ...]:
    """Return the prices in force of one model that a secondary price takes the place of."""
    found: list[Overtaken] = []
    for old in primary:
        later = _since(primary, old, setting)
        start = min((price.effective_from for price in later if price.effective_from), default=None)
        if start is None or not _borne_out(later, secondary, setting):
            continue
        found += (
            Overtaken(old, newer, start)
            for newer in secondary
            if _is_for(old, newer, setting)
            and _covers(newer, old, setting)
            and differ(old, newer)
            and _newer(newer, old, setting)
        )
    return tuple(found)


def with_ends(
    prices: Iterable[Price], overtaken: Sequence[Overtaken], setting: Setting
) -> list[Price]:
    """Return the prices, each ended where and when something took its place."""
    return [part for price in prices for part in _parts(price, overtaken, setting)]


def _parts(price: Price, overtaken: Sequence[Overtaken], setting: Setting) -> Iterator[Price]:
    """Yield the price for the regions where it goes on, and where it has ended."""
    replaced = [pair for pair in overtaken if pair.primary == price]
    if not replaced:
        yield price
        return
    zones = {pair.secondary.data_zone for pair in replaced}
    last = min(pair.since for pair in replaced) - timedelta(days=1)
    on = tuple(
        region
        for region in price.regions
        if None not in zones and setting.zones.get(region) not in zones
    )
    if on:
        yield price.but(regions=on)
    ended = tuple(region for region in price.regions if region not in on)
    if price.effective_from is None or price.effective_from <= last:
        yield price.but(regions=ended, effective_until=last)


def _is_for(primary: Price, secondary: Price, setting: Setting) -> bool:
    """Tell whether both are for one thing, and not only equal by chance in another scope."""
    same_scope = primary.scope in (secondary.scope, Scope.GLOBAL, None)
    return same_scope and states(primary, secondary, setting)


def _covers(secondary: Price, primary: Price, setting: Setting) -> bool:
    """Tell whether the secondary price is for every version that the primary one is for."""
    if not secondary.versions:
        return True
    return set(secondary.versions) >= set(primary.versions or setting.versions or ("",))


def _since(primary: Iterable[Price], old: Price, setting: Setting) -> list[Price]:
    """Return the prices that a newer list states and that began later."""
    start = old.effective_from or date.min
    return [
        price
        for price in primary
        if _newer(price, old, setting) and (price.effective_from or date.min) > start
    ]


def _newer(one: Price, other: Price, setting: Setting) -> bool:
    days = setting.source_days
    if one.source not in days or other.source not in days:
        return False
    return days[one.source] > days[other.source]


def _borne_out(since: Iterable[Price], secondary: Sequence[Price], setting: Setting) -> bool:
    """Tell whether both lists state some price, and none differently."""
    shared = [
        (price, copied)
        for price in since
        for copied in secondary
        if _is_for(price, copied, setting)
    ]
    return bool(shared) and not any(differ(price, copied) for price, copied in shared)
