# SPDX-License-Identifier: MIT
"""Prices in one region beside the global ones: which differ, which are not known."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from msgspec.structs import replace

from azmodels_gui.catalog.document import Catalog, Region
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.offered import KEEPS_DATA_IN_ZONE
from azmodels_gui.catalog.price_lookup import PriceAnswer, PriceQuestion, price_of
from azmodels_gui.catalog.terms import Availability, Billing, PriceTier, Scope

_OFFERED = (Availability.OFFERED, Availability.CONFLICT)


class Comparison(StrEnum):
    """How a price relates to the global one."""

    DIFFERS = "differs"
    SAME = "same"
    OPEN = "open"
    """One of the two is not known, or they cannot be compared."""


@dataclass(frozen=True, eq=False)
class RegionPrice:
    """The price of one thing in a region and worldwide."""

    entry: Entry
    question: PriceQuestion
    here: PriceAnswer
    worldwide: PriceAnswer

    @property
    def comparison(self) -> Comparison:
        """Tell whether the two differ; OPEN unless both are certain and alike in unit."""
        ratio = self.ratio
        if ratio is None:
            return Comparison.OPEN
        return Comparison.SAME if ratio == 1 else Comparison.DIFFERS

    @property
    def ratio(self) -> Decimal | None:
        """The price here by the global one; None where they cannot be compared."""
        here, worldwide = self.here.price, self.worldwide.price
        if here is None or worldwide is None:
            return None
        if (here.unit, here.currency) != (worldwide.unit, worldwide.currency):
            return None
        if worldwide.amount == 0:
            return Decimal(1) if here.amount == 0 else None
        return here.amount / worldwide.amount


def region_prices(
    entries: Iterable[Entry], region: Region, catalog: Catalog, day: date
) -> tuple[RegionPrice, ...]:
    """Return the prices of data-zone and regional deployments offered in a region.

    Everything is asked that some source prices for the entry, not fine-tuned, in the tier
    that the offered deployment types are billed by.
    """
    return tuple(
        RegionPrice(
            entry,
            question,
            here=price_of(entry, question, day),
            worldwide=price_of(entry, replace(question, scope=Scope.GLOBAL), day),
        )
        for entry in entries
        for question in _questions(entry, region, catalog)
    )


def _questions(entry: Entry, region: Region, catalog: Catalog) -> Iterator[PriceQuestion]:
    offered = {
        (kind.scope, kind.billing)
        for kind in catalog.deployment_types
        if entry.availability(kind.id, region.id) in _OFFERED
    }
    things = dict.fromkeys(
        (price.category, price.context_band, price.tier, price.variant)
        for price in entry.prices
        if not price.fine_tuned
    )
    for scope in (each for each in Scope if each in KEEPS_DATA_IN_ZONE):
        for category, band, tier, variant in things:
            if (scope, _billing(tier)) in offered:
                yield PriceQuestion(
                    category=category,
                    scope=scope,
                    context_band=band,
                    tier=tier,
                    region=region.id,
                    data_zone=region.data_zone,
                    variant=variant,
                )


def _billing(tier: PriceTier) -> Billing:
    return Billing.BATCH if tier is PriceTier.BATCH else Billing.PAYG
