# SPDX-License-Identifier: MIT
"""Prices and discounts that a client has negotiated, with their day and a note."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import Field, field_validator

from azmodels_gui.calculator.agreed import AGREED, DISCOUNTS
from azmodels_gui.catalog.faults import Misfit
from azmodels_gui.catalog.outside import FilePart
from azmodels_gui.language.words import N_

MOST = Decimal(10**9)
MOST_PERCENT = Decimal(100)
MOST_NOTE = 1_000

Figure = Annotated[Decimal, Field(gt=0, le=MOST)]


class Agreement(FilePart):
    """What holds for one model, or for all that have none of their own."""

    model: str = ""
    """Id; empty: all models."""
    figures: Mapping[str, Figure]
    """By the names of the calculator's fields: discounts in percent, prices in US dollars."""
    agreed_on: date
    note: Annotated[str, Field(max_length=MOST_NOTE)] = ""

    @field_validator("figures")
    @classmethod
    def _check_figures(cls, figures: Mapping[str, Decimal]) -> Mapping[str, Decimal]:
        for name, figure in figures.items():
            if name not in AGREED:
                raise Misfit(name, N_("no such price or discount"))
            if name in DISCOUNTS and figure >= MOST_PERCENT:
                raise Misfit(name, N_("a discount is less than 100 %"))
        return figures


def agreement_for(model: str, agreed: Iterable[Agreement]) -> Agreement | None:
    """Return what was agreed for a model: its own, else what holds for all; None: nothing."""
    by_model = {each.model: each for each in agreed}
    return by_model.get(model) or by_model.get("")


def with_agreement(agreed: Iterable[Agreement], made: Agreement) -> tuple[Agreement, ...]:
    """Return agreements with one more, in the place of an older one for the same models.

    One without figures takes the older one away.
    """
    others = tuple(each for each in agreed if each.model != made.model)
    return (*others, made) if made.figures else others
