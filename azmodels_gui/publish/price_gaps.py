# SPDX-License-Identifier: MIT
"""Secondary prices fill gaps: where the price list is silent, has ended, or is overtaken."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from azmodels_gui.catalog.prices import Price
from azmodels_gui.catalog.terms import Scope
from azmodels_gui.publish.price_merging import Setting, differ, each_once, states


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


@dataclass(frozen=True)
class Restated:
    """A secondary price that fills no gap, and the primary price that states the same."""

    secondary: Price
    primary: Price

    @property
    def differs(self) -> bool:
        """The two disagree about the amount of the same unit."""
        return differ(self.secondary, self.primary)


@dataclass(frozen=True)
class SelectedPrices:
    """The prices of one model that go into the catalogue, and what stays out."""

    prices: tuple[Price, ...]
    restated: tuple[Restated, ...] = ()
    overtaken: tuple[Overtaken, ...] = ()


def select_prices(prices: Sequence[Price], setting: Setting) -> SelectedPrices:
    """Return the prices of one model, each once, secondary ones only where they fill a gap.

    Primary prices stay, the ended ones as history, but for those that are overtaken. A
    secondary price that names no version is kept for the versions that have no primary price
    of their own.
    """
    stated = each_once(price for price in prices if not price.secondary)
    secondary = [price for price in prices if price.secondary]
    in_force = [price for price in stated if price.in_force_on(setting.day)]
    overtaken = overtaken_prices(in_force, secondary, setting)
    primary = with_ends(stated, overtaken, setting)
    current = [price for price in primary if price.in_force_on(setting.day)]
    since = {pair.secondary: pair.since for pair in overtaken}
    kept: list[Price] = []
    restated: list[Restated] = []
    for price in secondary:
        said = [known for known in current if states(known, price, setting)]
        if price in since:
            kept.append(price.but(effective_from=since[price]))
            continue
        gap = _versions_without(price, said, setting)
        if gap is None:
            restated.append(Restated(price, _nearest(said, price)))
        else:
            kept.append(price.but(versions=gap))
    return SelectedPrices((*primary, *each_once(kept)), tuple(restated), overtaken)


def _versions_without(
    secondary: Price, stated: Sequence[Price], setting: Setting
) -> tuple[str, ...] | None:
    """Return the versions the price fills a gap for; empty for all, None for none."""
    if any(not price.versions for price in stated):
        return None
    covered = {version for price in stated for version in price.versions}
    asked = secondary.versions or setting.versions or ("",)
    missing = tuple(version for version in asked if version not in covered)
    if not missing:
        return None
    return secondary.versions if len(missing) == len(asked) else missing


def _nearest(stated: Sequence[Price], secondary: Price) -> Price:
    """Return the primary price to compare with: an equal one if there is any, else the newest."""
    equal = [price for price in stated if price.amount == secondary.amount]
    return max(equal or stated, key=lambda price: price.effective_from or date.min)
