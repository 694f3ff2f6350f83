# SPDX-License-Identifier: MIT
"""The part of a difference that concerns some regions."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from azmodels_gui.catalog.changes import Changes
from azmodels_gui.catalog.offer_changes import OfferChange
from azmodels_gui.catalog.price_changes import PriceChange

Placed = TypeVar("Placed", OfferChange, PriceChange)


def changes_in_regions(changes: Changes, regions: Collection[str]) -> Changes:
    """Return the difference without other regions; what names no region stays."""
    return replace(
        changes,
        offers=tuple(_in_regions(changes.offers, regions)),
        prices=tuple(_in_regions(changes.prices, regions)),
        ptu_prices=tuple(_in_regions(changes.ptu_prices, regions)),
    )


def _in_regions(found: Iterable[Placed], regions: Collection[str]) -> Iterator[Placed]:
    for change in found:
        kept = tuple(region for region in change.regions if region in regions)
        if kept or not change.regions:
            yield replace(change, regions=kept)
