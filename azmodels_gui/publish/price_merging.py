# SPDX-License-Identifier: MIT
"""Every price once."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeVar

from msgspec import json

from azmodels_gui.catalog.prices import Price, PtuPrice
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
