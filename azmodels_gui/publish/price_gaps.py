# SPDX-License-Identifier: MIT
"""Every price once; secondary ones fill gaps: where the price list is silent, has ended, or is
overtaken."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeVar

from msgspec import json

from azmodels_gui.catalog.facts import Price, PtuPrice
from azmodels_gui.catalog.terms import ContextBand, PriceTier, Scope, TokenCategory
from azmodels_gui.publish.facts import PriceFact


@dataclass(frozen=True)
class Setting:
    """What decides whether a primary price covers a gap."""

    day: date
    """A primary price that has ended before it leaves a gap."""
    zones: Mapping[str, str]
    """Data zone of each region that has one."""
    versions: tuple[str, ...] = ()
    """All versions of the model."""
    source_days: Mapping[str, date] = field(default_factory=dict)
    """First possible day of each source; of one that is missing nothing is known."""


def states(primary: Price, secondary: Price, setting: Setting) -> bool:
    """Tell whether a primary price is for the thing that a secondary one is for."""
    return (
        primary.category is secondary.category
        and primary.tier is secondary.tier
        and primary.fine_tuned == secondary.fine_tuned
        and primary.variant == secondary.variant
        and primary.currency == secondary.currency
        and _same_band(primary.context_band, secondary.context_band)
        and _same_scope(primary, secondary, setting.zones)
    )


def differ(one: Price, other: Price) -> bool:
    """Tell whether two prices of the same unit disagree about the amount."""
    return one.unit is other.unit and one.amount != other.amount


def _same_band(one: ContextBand | None, other: ContextBand | None) -> bool:
    """A price for any length is one for short requests too."""
    return (one or ContextBand.SHORT) is (other or ContextBand.SHORT) or one is None


def _same_scope(primary: Price, secondary: Price, zones: Mapping[str, str]) -> bool:
    if secondary.scope is None:
        return primary.scope in (Scope.GLOBAL, None) or primary.amount == secondary.amount
    if primary.scope is not secondary.scope:
        return False
    in_zones = {zones.get(region) for region in primary.regions}
    return secondary.data_zone is None or secondary.data_zone in in_zones


def prices_for_versions(facts: Sequence[PriceFact]) -> list[Price]:
    """Return the prices of one model, equal ones of several versions as one.

    A fact without a version is for all versions; the meter names none.
    """
    versions: dict[Price, set[str]] = {}
    for fact in facts:
        found = versions.setdefault(fact.price, set())
        if fact.version is not None:
            found.add(fact.version)
    general = {fact.price for fact in facts if fact.version is None}
    return [
        price.but(versions=() if price in general else tuple(sorted(named)))
        for price, named in versions.items()
    ]


def in_reading_order(prices: Iterable[Price]) -> tuple[Price, ...]:
    """Return prices as a person looks for them: base model first, then tier, scope, category."""
    return tuple(sorted(prices, key=_place))


def _place(price: Price) -> tuple[object, ...]:
    return (
        price.fine_tuned,
        _position(price.tier, PriceTier),
        _position(price.scope, Scope),
        price.data_zone or "",
        _position(price.category, TokenCategory),
        _position(price.context_band, ContextBand),
        price.versions,
        price.effective_from.isoformat() if price.effective_from else "",
        price.regions,
        price.variant,
        json.encode(price),
    )


def _position(value: StrEnum | None, words: type[StrEnum]) -> int:
    """Return where the value stands in its enum; what is not stated comes last."""
    return len(words) if value is None else list(words).index(value)


AnyPrice = TypeVar("AnyPrice", Price, PtuPrice)


def each_once(prices: Iterable[AnyPrice]) -> list[AnyPrice]:
    """Return the prices without those that an earlier one states already.

    Two statements are the same when all but sources, meter name and regions agree; of the
    later one only the regions stay that the earlier ones do not name.
    """
    known: dict[Hashable, set[str]] = {}
    kept: list[AnyPrice] = []
    for price in prices:
        key = _statement(price)
        stated = key in known
        regions = known.setdefault(key, set())
        new = tuple(region for region in price.regions if region not in regions)
        regions.update(price.regions)
        if new or not stated:
            kept.append(price.but(regions=new) if stated else price)
    return kept


def _statement(price: Price | PtuPrice) -> Hashable:
    neutral = {"regions": (), "source": "", "also": (), "meter": "", "note": "", "note_de": ""}
    known = {name: value for name, value in neutral.items() if name in price.__struct_fields__}
    return (bool(price.regions), price.but(**known))


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
