# SPDX-License-Identifier: MIT
"""Prices of one currency out of a catalogue that states them in several.

Microsoft prices in US dollars and states the same prices in other currencies, "for reference".
They are never added or compared with one another: who reckons takes those of one currency.
"""

from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.entry import Entry

BASE = "USD"
"""In which Microsoft prices, and which a rate is stated for."""
_KEPT = "_by_currency"


def in_one_currency(catalog: Catalog, entry: Entry, wanted: str = BASE) -> tuple[Catalog, Entry]:
    """Return an entry and its catalogue with the prices of one currency.

    Args:
        catalog: as it was read.
        entry: one of its entries.
        wanted: taken where the model, or without prices of its own the PTU, have prices in it.
    """
    currency = currency_of(catalog, entry, wanted)
    prices = entry.model.prices
    if any(price.currency != currency for price in prices):
        kept = tuple(price for price in prices if price.currency == currency)
        entry = Entry(entry.model.but(prices=kept), entry.version)
    return _with_ptu_in(catalog, currency), entry


def currency_of(catalog: Catalog, entry: Entry, wanted: str = BASE) -> str:
    """Return the currency that an entry is reckoned in: the one wanted, else the base, else any."""
    stated = dict.fromkeys(price.currency for price in entry.model.prices)
    stated = stated or dict.fromkeys(price.currency for price in catalog.ptu_prices)
    return next((each for each in (wanted, BASE, *stated) if each in stated), BASE)


def _with_ptu_in(catalog: Catalog, currency: str) -> Catalog:
    """Return the catalogue with PTU prices of one currency, made once."""
    kept: dict[str, Catalog] = catalog.__dict__.setdefault(_KEPT, {})
    if currency not in kept:
        prices = tuple(price for price in catalog.ptu_prices if price.currency == currency)
        same = len(prices) == len(catalog.ptu_prices)
        kept[currency] = catalog if same else catalog.but(ptu_prices=prices)
    return kept[currency]
