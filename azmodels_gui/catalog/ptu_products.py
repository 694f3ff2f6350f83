# SPDX-License-Identifier: MIT
"""Which PTU prices concern an entry: meters name products, not models."""

from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.prices import PtuPrice

SHARED_BY_ALL = "reservation"
"""Reservations are bought for all products together; their product says so."""


def ptu_prices_for(entry: Entry, catalog: Catalog) -> tuple[PtuPrice, ...]:
    """Return the PTU prices whose product names the entry's provider or family.

    A product such as `Azure Deepseek Models` is compared without case and spaces.
    """
    wanted = {_plain(name) for name in _names(entry, catalog)}
    return tuple(
        price
        for price in catalog.ptu_prices
        if SHARED_BY_ALL in price.product.casefold()
        or any(name in _plain(price.product) for name in wanted if name)
    )


def _names(entry: Entry, catalog: Catalog) -> list[str]:
    model = entry.model
    names = [provider.name for provider in catalog.providers if provider.id == model.provider]
    families = (family.name for family in catalog.families if family.id == model.family)
    first_words = [family.split(" ")[0].split("-")[0] for family in families]
    return [model.provider, *names, *first_words]


def _plain(name: str) -> str:
    return "".join(character for character in name.casefold() if character.isalnum())
