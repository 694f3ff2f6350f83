# SPDX-License-Identifier: MIT
"""Amounts in the currency that the calculator's fields ask for."""

from azmodels_gui.charts.amounts import Amounts
from azmodels_gui.window.calculator.inputs import Inputs


class MoneyWords(Amounts):
    """Amounts of the calculator's page."""

    @classmethod
    def of(cls, inputs: Inputs, catalog_currency: str, language: str) -> "MoneyWords":
        """Return how the user wants amounts to be read."""
        asked, rate = inputs.currency, inputs.exchange_rate
        if asked == catalog_currency or rate is None or not rate:
            return cls(language, catalog_currency, catalog_currency)
        return cls(language, catalog_currency, asked, rate)
