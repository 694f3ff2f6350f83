# SPDX-License-Identifier: MIT
"""Pairs of prices of one model that have to do with each other, by their place in the list."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations, product

from azmodels_gui.catalog.document import Model
from azmodels_gui.catalog.prices import Price
from azmodels_gui.catalog.terms import TokenCategory

DEARER = {
    TokenCategory.INPUT: TokenCategory.OUTPUT,
    TokenCategory.CACHED_INPUT: TokenCategory.INPUT,
    TokenCategory.AUDIO_INPUT: TokenCategory.AUDIO_OUTPUT,
    TokenCategory.CACHED_AUDIO_INPUT: TokenCategory.AUDIO_INPUT,
}
"""Category, and the one that is expected to cost at least as much."""
EMBEDDING = "embedding"
Key = tuple[object, ...]
Pair = tuple[int, int]


def of_one_thing(prices: Sequence[Price]) -> Iterator[Pair]:
    """Yield prices of one thing, time, place and source."""
    for group in _grouped(prices, _thing):
        for first, second in combinations(group, 2):
            if _meet(prices[first], prices[second]):
                yield first, second


def of_one_kind(prices: Sequence[Price]) -> Iterator[Pair]:
    """Yield prices of one source for one thing and some same version, at whatever place."""
    for group in _grouped(prices, lambda price: (*_thing(price), price.effective_until)):
        for first, second in combinations(group, 2):
            if overlap(prices[first].versions, prices[second].versions):
                yield first, second


def turned_round(prices: Sequence[Price]) -> Iterator[Pair]:
    """Yield prices of one request of which the one that should be lower is the higher one.

    The first of a pair is the one that should be lower.
    """
    for group in _grouped(prices, _request):
        by_category: defaultdict[TokenCategory, list[int]] = defaultdict(list)
        for number in group:
            by_category[prices[number].category].append(number)
        for category, dearer in DEARER.items():
            for low, high in product(by_category[category], by_category[dearer]):
                one, other = prices[low], prices[high]
                if other.amount < one.amount and _meet(one, other):
                    yield low, high


def embeds(model: Model) -> bool:
    """Tell whether the model makes embeddings: their output is free or not counted."""
    outputs = model.modalities.output if model.modalities else ()
    return EMBEDDING in outputs or "embed" in model.id.casefold()


def overlap(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether both name the same one, or neither names any."""
    return not (one or other) or bool(set(one) & set(other))


def _grouped(prices: Sequence[Price], key: Callable[[Price], Key]) -> Iterable[list[int]]:
    groups: defaultdict[Key, list[int]] = defaultdict(list)
    for number, price in enumerate(prices):
        groups[key(price)].append(number)
    return groups.values()


def _request(price: Price) -> Key:
    """Return what prices of one and the same request have in common."""
    return (
        price.context_band,
        price.tier,
        price.fine_tuned,
        price.scope,
        price.data_zone,
        price.currency,
        price.unit,
        price.variant,
        price.secondary,
        price.source,
    )


def _thing(price: Price) -> Key:
    return (price.category, *_request(price))


def _meet(one: Price, other: Price) -> bool:
    """Tell whether both hold for some version, at some place, on some day."""
    return (
        overlap(one.versions, other.versions)
        and overlap(one.regions, other.regions)
        and (one.effective_from or date.min) <= (other.effective_until or date.max)
        and (other.effective_from or date.min) <= (one.effective_until or date.max)
    )
