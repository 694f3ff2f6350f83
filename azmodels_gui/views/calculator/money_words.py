# SPDX-License-Identifier: MIT
"""Amounts in the currency the user reads them in."""

from dataclasses import dataclass
from decimal import Decimal

from azmodels_gui.calculator.exact import product, to_places
from azmodels_gui.qtmodels import formats
from azmodels_gui.views.calculator.inputs import Inputs

WHOLE_FROM = 1_000
"""Amounts from here on are shown without cents; copies and sheets have them."""


@dataclass(frozen=True)
class MoneyWords:
    """Converts and writes amounts. Without a rate they stay in the catalogue's currency."""

    language: str
    catalog_currency: str = "USD"
    currency: str = "USD"
    rate: Decimal = Decimal(1)

    @classmethod
    def of(cls, inputs: Inputs, catalog_currency: str, language: str) -> "MoneyWords":
        """Return how the user wants amounts to be read."""
        asked, rate = inputs.currency, inputs.exchange_rate
        if asked == catalog_currency or rate is None or not rate:
            return cls(language, catalog_currency, catalog_currency)
        return cls(language, catalog_currency, asked, rate)

    @property
    def converts(self) -> bool:
        """Tell whether amounts are converted."""
        return self.currency != self.catalog_currency

    def converted(self, amount: Decimal) -> Decimal:
        """Return an amount in the currency on show."""
        return product(amount, self.rate)

    def __call__(self, amount: Decimal) -> str:
        """Return a monthly amount: large ones without cents."""
        shown = self.converted(amount)
        if abs(shown) >= WHOLE_FROM:
            return formats.whole_money(shown, self.language, self.currency)
        return formats.money(to_places(shown, 2), self.language, self.currency)

    def exact(self, amount: Decimal) -> str:
        """Return a price or the cost of a request, to six places."""
        return formats.money(to_places(self.converted(amount), 6), self.language, self.currency)
