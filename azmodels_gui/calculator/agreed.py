# SPDX-License-Identifier: MIT
"""Prices that a client has negotiated, as figures of the calculator's fields.

They hold only where they were taken on purpose, and the result says so with their day.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from azmodels_gui.calculator.asking import PTU_PRICES, TOKEN_PRICES
from azmodels_gui.calculator.inputs import Inputs

DISCOUNTS = ("payg_discount_percent", "ptu_discount_percent")
AGREED = (*DISCOUNTS, *TOKEN_PRICES, *PTU_PRICES)
"""Fields of `Inputs` that an agreement can state."""


def agreed_figures(inputs: Inputs) -> dict[str, Decimal]:
    """Return what the fields state of an agreement."""
    return {name: figure for name in AGREED if (figure := getattr(inputs, name))}


def with_agreed(inputs: Inputs, figures: Mapping[str, Decimal], on: date | None) -> Inputs:
    """Return inputs with the figures of an agreement and no others.

    Args:
        inputs: with whatever was stated before.
        figures: by the names of their fields.
        on: its day; None: there is no agreement, and the list prices hold.
    """
    stated: dict[str, Any] = {**dict.fromkeys(AGREED, Decimal(0)), **figures}
    return replace(inputs, agreed_on="" if on is None else on.isoformat(), **stated)
