# SPDX-License-Identifier: MIT
"""Words and figures of charts and cards: amounts in the currency the user reads them in."""

from dataclasses import dataclass
from decimal import Decimal

from azmodels_gui.calculator.exact import Number, product
from azmodels_gui.language import figures
from azmodels_gui.language.figures import rounded
from azmodels_gui.language.words import Message, told

WHOLE_FROM = 1_000
"""Amounts from here on are shown without cents; copies and sheets have them."""


@dataclass(frozen=True)
class Amounts:
    """Converts and writes amounts. Without a rate they stay in the catalogue's currency."""

    language: str
    catalog_currency: str = "USD"
    currency: str = "USD"
    rate: Decimal = Decimal(1)

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
        if abs(shown) < WHOLE_FROM:
            return self.to_cents(amount)
        return figures.kept_together(figures.whole_money(shown, self.currency, self.language))

    def to_cents(self, amount: Decimal) -> str:
        """Return an amount with its cents, as tables have it."""
        return self._money(rounded(self.converted(amount), 2))

    def exact(self, amount: Decimal) -> str:
        """Return a price or the cost of a request, to six places."""
        return self._money(rounded(self.converted(amount), 6))

    def number(self, value: Number, places: int | None = None) -> str:
        """Return a number with its separators."""
        return figures.number(value, self.language, places)

    def mark(self, value: float) -> str:
        """Return what stands at the mark of an axis."""
        return figures.number(Decimal(f"{value:.10g}"), self.language)

    def percent(self, share: Decimal, places: int = 0) -> str:
        """Return a share in percent."""
        return figures.kept_together(figures.percent(share, self.language, places))

    def tell(self, message: Message, **values: object) -> str:
        """Return a text with its values filled in."""
        return told(message, self.language, **values)

    def _money(self, amount: Decimal) -> str:
        return figures.kept_together(figures.unit_price(amount, self.currency, self.language))
