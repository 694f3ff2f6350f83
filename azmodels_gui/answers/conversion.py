# SPDX-License-Identifier: MIT
"""The currency of amounts: as the catalogue states prices, or by a rate the user states."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import TypeVar

from msgspec import Struct

from azmodels_gui.calculator.exact import product
from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.prices import Price, PtuPrice

Stated = TypeVar("Stated", Price, PtuPrice)
BASE = "USD"
"""Currency that a rate is stated for."""


class Conversion(Struct, frozen=True):
    """From the catalogue's currency to the sheet's."""

    currency: str = BASE
    rate: Decimal | None = None
    """So much of `currency` is one US dollar; None: only prices in `currency` count."""
    day: date | None = None
    """Day of the rate."""

    def converted(self, amount: Decimal, currency: str) -> tuple[Decimal, str]:
        """Return an amount and the currency it is in: ours wherever there is a way to it."""
        if currency == self.currency or currency != BASE or self.rate is None:
            return amount, currency
        return product(amount, self.rate), self.currency

    def unit(self, currency: str) -> str:
        """Return the currency that amounts in another one are told in."""
        return self.converted(Decimal(0), currency)[1]

    def priced(self, entry: Entry) -> Entry:
        """Return the entry with the prices that this sheet goes by.

        Prices in the sheet's own currency come first; converted ones take their place only
        where the catalogue has none.
        """
        kept = self.counted(entry.model.prices)
        return Entry(entry.model.but(prices=kept), entry.version)

    def counted(self, prices: Sequence[Stated]) -> tuple[Stated, ...]:
        """Return the prices in the first currency that there are any in."""
        for wanted in self.currencies:
            kept = tuple(price for price in prices if price.currency == wanted)
            if kept:
                return kept
        return ()

    @property
    def currencies(self) -> tuple[str, ...]:
        """Currencies of the catalogue's prices that this sheet goes by, the best first."""
        return (self.currency,) if self.rate is None else (self.currency, BASE)


def has_prices_in(catalog: Catalog, currency: str) -> bool:
    """Tell whether the catalogue states any price in a currency."""
    per_token = {price.currency for model in catalog.models for price in model.prices}
    return currency in per_token | {price.currency for price in catalog.ptu_prices}
