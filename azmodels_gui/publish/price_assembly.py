# SPDX-License-Identifier: MIT
"""The prices of one model: each once, with the versions it is for."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

import msgspec

from azmodels_gui.catalog.prices import Price
from azmodels_gui.catalog.terms import ContextBand, PriceTier, Scope, TokenCategory
from azmodels_gui.publish.facts import PriceFact


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
        msgspec.json.encode(price),
    )


def _position(value: StrEnum | None, words: type[StrEnum]) -> int:
    """Return where the value stands in its enum; what is not stated comes last."""
    return len(words) if value is None else list(words).index(value)
