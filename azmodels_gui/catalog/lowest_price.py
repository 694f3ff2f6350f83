# SPDX-License-Identifier: MIT
"""One price to stand for a model in a table or a range: the lowest plain one in force."""

from datetime import date

from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.price_lookup import in_force
from azmodels_gui.catalog.prices import Price
from azmodels_gui.catalog.terms import ContextBand, PriceTier, TokenCategory, Unit


def lowest_price(
    entry: Entry, category: TokenCategory, day: date, currency: str = "USD"
) -> Price | None:
    """Return the lowest price per 1M tokens that holds on a day; None: unknown.

    Standard processing of short requests, in any scope and region, not fine-tuned. Prices
    of secondary sources count only where no primary source has one.
    """
    asked = [price for price in entry.prices if is_plain(price, category, currency)]
    valid = in_force(asked, day)
    return min(valid, key=lambda price: (price.secondary, price.amount), default=None)


def last_ended_price(entry: Entry, category: TokenCategory, day: date) -> Price | None:
    """Return the plain price that ended last before a day, the lowest of several; or None."""
    ended = [
        (price.effective_until, price)
        for price in entry.prices
        if price.effective_until is not None
        and price.effective_until < day
        and is_plain(price, category)
    ]
    last = max((until for until, _ in ended), default=None)
    return min(
        (price for until, price in ended if until == last),
        key=lambda price: (price.secondary, price.amount),
        default=None,
    )


def is_plain(price: Price, category: TokenCategory, currency: str = "USD") -> bool:
    """Tell whether it is a price per 1M tokens of standard processing of short requests."""
    return (
        price.category is category
        and price.tier is PriceTier.STANDARD
        and price.context_band in (None, ContextBand.SHORT)
        and price.unit is Unit.MILLION_TOKENS
        and price.currency == currency
        and not price.fine_tuned
        and (price.scope is None or price.scope.known)
    )
