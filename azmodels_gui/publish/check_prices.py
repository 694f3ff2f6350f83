# SPDX-License-Identifier: MIT
"""Prices that contradict each other or cannot be meant."""

from collections.abc import Iterator, Sequence

from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.prices import Price, PtuPrice
from azmodels_gui.catalog.terms import TokenCategory
from azmodels_gui.publish.faults import Fault, warning
from azmodels_gui.publish.price_pairs import embeds, of_one_thing, turned_round


def price_faults(catalog: Catalog) -> Iterator[Fault]:
    """Yield faults of single prices, and of prices against each other."""
    for number, model in enumerate(catalog.models):
        place = f"models[{number}].prices"
        yield from _single_faults(place, model.prices)
        yield from _double_prices(place, model.prices)
        if not embeds(model):
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
    for first, second in of_one_thing(prices):
        one, other = prices[first], prices[second]
        if one.amount == other.amount:
            yield warning(f"{place}[{second}]", f"says the same as {place}[{first}]")
            continue
        at = f"{place}[{second}].amount"
        said = f"{other.amount}, but {one.amount} in {place}[{first}] for the same thing"
        # A list that restates others may contradict itself; it only fills gaps. Two meters may
        # be two spellings of one thing; one meter has one price.
        odd = one.secondary or one.meter != other.meter
        yield warning(at, said) if odd else Fault(at, said)


def _odd_ratios(place: str, prices: Sequence[Price]) -> Iterator[Fault]:
    for low, high in turned_round(prices):
        one, other = prices[low], prices[high]
        yield warning(
            f"{place}[{high}].amount",
            f"{_words(other.category)} costs less than {_words(one.category)}: "
            f"{other.amount} against {one.amount} in {place}[{low}]",
        )


def _words(category: TokenCategory) -> str:
    return category.value.replace("_", " ")
