# SPDX-License-Identifier: MIT
"""Prices that contradict each other or cannot be meant."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations, product

from azmodels_gui.catalog.document import Catalog, Model
from azmodels_gui.catalog.prices import Price, PtuPrice
from azmodels_gui.catalog.terms import TokenCategory
from azmodels_gui.publish.faults import Fault, warning

DEARER = {
    TokenCategory.INPUT: TokenCategory.OUTPUT,
    TokenCategory.CACHED_INPUT: TokenCategory.INPUT,
    TokenCategory.AUDIO_INPUT: TokenCategory.AUDIO_OUTPUT,
    TokenCategory.CACHED_AUDIO_INPUT: TokenCategory.AUDIO_INPUT,
}
"""Category, and the one that is expected to cost at least as much."""
EMBEDDING = "embedding"
Key = tuple[object, ...]


def price_faults(catalog: Catalog) -> Iterator[Fault]:
    """Yield faults of single prices, and of prices against each other."""
    for number, model in enumerate(catalog.models):
        place = f"models[{number}].prices"
        yield from _single_faults(place, model.prices)
        yield from _double_prices(place, model.prices)
        if not _embeds(model):
            yield from _odd_ratios(place, model.prices)
    yield from _single_faults("ptu_prices", catalog.ptu_prices)


def _single_faults(place: str, prices: Sequence[Price | PtuPrice]) -> Iterator[Fault]:
    for number, price in enumerate(prices):
        first, last = price.effective_from, price.effective_until
        if price.amount == 0:
            yield Fault(f"{place}[{number}].amount", "a price of zero")
        if first and last and first > last:
            yield Fault(f"{place}[{number}].effective_until", f"{last} is before {first}")


def _double_prices(place: str, prices: Sequence[Price]) -> Iterator[Fault]:
    """Yield prices of one thing, time, place and source that differ."""
    for group in _grouped(prices, _thing):
        for first, second in combinations(group, 2):
            one, other = prices[first], prices[second]
            if not _meet(one, other):
                continue
            if one.amount == other.amount:
                yield warning(f"{place}[{second}]", f"says the same as {place}[{first}]")
                continue
            at = f"{place}[{second}].amount"
            said = f"{other.amount}, but {one.amount} in {place}[{first}] for the same thing"
            # A list that restates others may contradict itself; it only fills gaps.
            yield warning(at, said) if one.secondary else Fault(at, said)


def _odd_ratios(place: str, prices: Sequence[Price]) -> Iterator[Fault]:
    for group in _grouped(prices, _request):
        by_category: defaultdict[TokenCategory, list[int]] = defaultdict(list)
        for number in group:
            by_category[prices[number].category].append(number)
        for category, dearer in DEARER.items():
            for cheap, dear in product(by_category[category], by_category[dearer]):
                one, other = prices[cheap], prices[dear]
                if other.amount < one.amount and _meet(one, other):
                    yield warning(
                        f"{place}[{dear}].amount",
                        f"{_words(dearer)} costs less than {_words(category)}: "
                        f"{other.amount} against {one.amount} in {place}[{cheap}]",
                    )


def _words(category: TokenCategory) -> str:
    return category.value.replace("_", " ")


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
        _overlap(one.versions, other.versions)
        and _overlap(one.regions, other.regions)
        and (one.effective_from or date.min) <= (other.effective_until or date.max)
        and (other.effective_from or date.min) <= (one.effective_until or date.max)
    )


def _overlap(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether both name the same one, or neither names any."""
    return not (one or other) or bool(set(one) & set(other))


def _embeds(model: Model) -> bool:
    """Tell whether the model makes embeddings: their output is free or not counted."""
    outputs = model.modalities.output if model.modalities else ()
    return EMBEDDING in outputs or "embed" in model.id.casefold()
