# SPDX-License-Identifier: MIT
"""Prices in one region beside the global ones: which differ, which are not known."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from msgspec.structs import replace

from azmodels_gui.answers.answer import Answer, Money
from azmodels_gui.answers.capacity import ptu_price_at
from azmodels_gui.answers.prices import told
from azmodels_gui.answers.viewpoint import Viewpoint
from azmodels_gui.calculator.place import Place
from azmodels_gui.catalog.document import Entry, Model, Region
from azmodels_gui.catalog.offered import KEEPS_DATA_IN_ZONE
from azmodels_gui.catalog.price_lookup import PriceAnswer, PriceQuestion, price_of, product_of
from azmodels_gui.catalog.terms import Availability, Billing, PriceTier, Scope, Term

_OFFERED = (Availability.OFFERED, Availability.CONFLICT)


class Comparison(StrEnum):
    """How a price relates to the global one."""

    DIFFERS = "differs"
    SAME = "same"
    OPEN = "open"
    """One of the two is not known, or they cannot be compared."""


@dataclass(frozen=True, eq=False, kw_only=True)
class BesideGlobal:
    """A price here and worldwide."""

    here: Answer
    worldwide: Answer
    alike: bool = True
    """False: they are for different units."""

    @property
    def ratio(self) -> Decimal | None:
        """The price here by the global one; None where they cannot be compared."""
        here, worldwide = self.here.value, self.worldwide.value
        if not (isinstance(here, Money) and isinstance(worldwide, Money)):
            return None
        if not self.alike or here.currency != worldwide.currency:
            return None
        if worldwide.amount == 0:
            return Decimal(1) if here.amount == 0 else None
        return here.amount / worldwide.amount

    @property
    def comparison(self) -> Comparison:
        """Tell whether the two differ; OPEN unless both are certain and alike in unit."""
        if self.ratio is None:
            return Comparison.OPEN
        return Comparison.SAME if self.ratio == 1 else Comparison.DIFFERS


@dataclass(frozen=True, eq=False, kw_only=True)
class RegionPrice(BesideGlobal):
    """The price of one thing that an entry is paid for."""

    entry: Entry
    question: PriceQuestion


@dataclass(frozen=True, eq=False, kw_only=True)
class RegionPtuPrice(BesideGlobal):
    """The price of one PTU of a product, scope and term."""

    product: str
    scope: Scope
    term: Term


def region_prices(
    entries: Iterable[Entry], region: Region, view: Viewpoint
) -> tuple[RegionPrice, ...]:
    """Return the prices of data-zone and regional deployments offered in a region.

    Everything is asked that some source prices for the entry, not fine-tuned, in the tier
    that the offered deployment types are billed by.
    """
    return tuple(
        _beside(entry, question, view)
        for entry in map(view.conversion.priced, entries)
        for question in _questions(entry, region, view)
    )


def _beside(entry: Entry, question: PriceQuestion, view: Viewpoint) -> RegionPrice:
    here = price_of(entry, question, view.day)
    worldwide = price_of(entry, replace(question, scope=Scope.GLOBAL), view.day)
    return RegionPrice(
        entry=entry,
        question=question,
        here=told(here),
        worldwide=told(worldwide),
        alike=_unit(here) == _unit(worldwide),
    )


def _unit(found: PriceAnswer) -> object:
    return None if found.price is None else found.price.unit


def _questions(entry: Entry, region: Region, view: Viewpoint) -> Iterator[PriceQuestion]:
    offered = {
        (kind.scope, kind.billing)
        for kind in view.catalog.deployment_types
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


def region_ptu_prices(
    entries: Iterable[Entry], region: Region, view: Viewpoint
) -> tuple[RegionPtuPrice, ...]:
    """Return the prices of data-zone and regional PTU that can be deployed in a region."""
    found: dict[tuple[str, Scope], Model] = {}
    for product, scope, model in _deployed(entries, region, view):
        found.setdefault((product, scope), model)
    return tuple(
        RegionPtuPrice(
            product=product,
            scope=scope,
            term=term,
            here=ptu_price_at(model, Place(scope, region), term, view),
            worldwide=ptu_price_at(model, Place(Scope.GLOBAL, region), term, view),
        )
        for (product, scope), model in found.items()
        for term in Term
    )


def _deployed(
    entries: Iterable[Entry], region: Region, view: Viewpoint
) -> Iterator[tuple[str, Scope, Model]]:
    kinds = [
        kind
        for kind in view.catalog.deployment_types
        if kind.billing is Billing.PROVISIONED and kind.scope is not Scope.GLOBAL
    ]
    for entry in entries:
        product = product_of(entry.model.provider, entry.model.channel)
        if product is None:
            continue
        for kind in kinds:
            if entry.availability(kind.id, region.id) is Availability.OFFERED:
                yield product, kind.scope, entry.model
