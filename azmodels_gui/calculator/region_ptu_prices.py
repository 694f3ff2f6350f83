# SPDX-License-Identifier: MIT
"""Prices of a PTU in one region beside those of global deployments, by product."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from azmodels_gui.calculator.place import Place
from azmodels_gui.calculator.ptu_prices import PtuPriceAnswer, ptu_price_of
from azmodels_gui.catalog.document import Catalog, Model, Region
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.ptu_products import product_of
from azmodels_gui.catalog.terms import Availability, Billing, Scope, Term


@dataclass(frozen=True, eq=False)
class RegionPtuPrice:
    """The price of one PTU of a product, scope and term, here and worldwide."""

    product: str
    scope: Scope
    term: Term
    here: PtuPriceAnswer
    worldwide: PtuPriceAnswer

    @property
    def ratio(self) -> Decimal | None:
        """The price here by the global one; None where they cannot be compared."""
        here, worldwide = self.here.price, self.worldwide.price
        if here is None or worldwide is None or worldwide.amount == 0:
            return None
        return here.amount / worldwide.amount if here.currency == worldwide.currency else None


def region_ptu_prices(
    entries: Iterable[Entry], region: Region, catalog: Catalog, day: date
) -> tuple[RegionPtuPrice, ...]:
    """Return the prices of data-zone and regional PTU that can be deployed in a region."""
    found: dict[tuple[str, Scope], Model] = {}
    for product, scope, model in _offered(entries, region, catalog):
        found.setdefault((product, scope), model)
    return tuple(
        RegionPtuPrice(
            product,
            scope,
            term,
            here=ptu_price_of(catalog, model, Place(scope, region), term, day),
            worldwide=ptu_price_of(catalog, model, Place(Scope.GLOBAL, region), term, day),
        )
        for (product, scope), model in found.items()
        for term in Term
    )


def _offered(
    entries: Iterable[Entry], region: Region, catalog: Catalog
) -> Iterator[tuple[str, Scope, Model]]:
    kinds = [
        kind
        for kind in catalog.deployment_types
        if kind.billing is Billing.PROVISIONED and kind.scope is not Scope.GLOBAL
    ]
    for entry in entries:
        product = product_of(entry.model.provider, entry.model.channel)
        if product is None:
            continue
        for kind in kinds:
            if entry.availability(kind.id, region.id) is Availability.OFFERED:
                yield product, kind.scope, entry.model
