# SPDX-License-Identifier: MIT
"""A price as the claims of a conflict tell it: which thing, how much, for what."""

from azmodels_gui.catalog.part import LocalText
from azmodels_gui.catalog.prices import Price
from azmodels_gui.catalog.terms import Unit


def amount_told(price: Price) -> LocalText:
    """Return the amount, its currency and what it buys, in both languages."""
    amount, unit = str(price.amount), price.unit.value
    tokens = "1 Mio. Token" if price.unit is Unit.MILLION_TOKENS else unit
    return LocalText(
        en=f"{amount} {price.currency} per {unit}",
        de=f"{amount.replace('.', ',')} {price.currency} je {tokens}",
    )


def subject_of(price: Price, secondary: Price | None = None) -> str:
    """Return what a conflict is about: `price:input:short:standard:global`.

    Args:
        price: names the scope.
        secondary: names category, band and tier where it was compared with the price.
    """
    thing = secondary or price
    words = [thing.category, thing.context_band, thing.tier, price.scope]
    return ":".join(["price", *(word for word in words if word)])
