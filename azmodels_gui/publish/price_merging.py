# SPDX-License-Identifier: MIT
"""Every price once."""

from collections.abc import Hashable, Iterable
from typing import TypeVar

from azmodels_gui.catalog.prices import Price, PtuPrice

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
