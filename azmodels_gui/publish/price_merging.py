# SPDX-License-Identifier: MIT
"""One price for all regions that share it, and every price once."""

from collections.abc import Hashable, Iterable
from dataclasses import replace
from typing import TypeVar

from azmodels_gui.catalog.prices import Price, PtuPrice
from azmodels_gui.publish.facts import AnyFact, PriceFact, PtuPriceFact

PricedFact = PriceFact | PtuPriceFact
AnyPrice = TypeVar("AnyPrice", Price, PtuPrice)


def merge_regions(facts: Iterable[AnyFact]) -> list[AnyFact]:
    """Return the facts with one price for all regions in which it is the same.

    Prices merge when all but the region agrees: name and version, amount, dates, meter and
    source. Facts that are no prices pass, and so do prices that name no region. Regions are
    sorted; a merged fact stands where its first part stood and names that part's row.
    """
    merged: dict[Hashable, AnyFact] = {}
    for position, fact in enumerate(facts):
        if not isinstance(fact, PriceFact | PtuPriceFact) or not fact.price.regions:
            merged[position] = fact
            continue
        key = _all_but_region(fact)
        known = merged.setdefault(key, fact)
        if known is not fact and isinstance(known, PriceFact | PtuPriceFact):
            merged[key] = _with_more_regions(known, fact.price.regions)
    return list(merged.values())


def _all_but_region(fact: PricedFact) -> Hashable:
    price = fact.price.but(regions=())
    if isinstance(fact, PriceFact):
        return (fact.name, fact.version, fact.provider, price)
    return price


def _with_more_regions(fact: PricedFact, regions: tuple[str, ...]) -> PricedFact:
    together = tuple(sorted({*fact.price.regions, *regions}))
    if isinstance(fact, PriceFact):
        return replace(fact, price=fact.price.but(regions=together))
    return replace(fact, price=fact.price.but(regions=together))


def each_once(prices: Iterable[AnyPrice]) -> list[AnyPrice]:
    """Return the prices without those that an earlier one states already.

    Two statements are the same when all but source, meter name and regions agree; of the
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
    neutral = {"regions": (), "source": "", "meter": "", "note": "", "note_de": ""}
    known = {name: value for name, value in neutral.items() if name in price.__struct_fields__}
    return (bool(price.regions), price.but(**known))
