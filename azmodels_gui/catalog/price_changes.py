# SPDX-License-Identifier: MIT
"""Which prices differ between two catalogues, by what they are for."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from azmodels_gui.catalog.document import Catalog, Model
from azmodels_gui.catalog.terms import ContextBand, PriceTier, Scope, Term, TokenCategory, Unit
from azmodels_gui.language.figures import rounded

ANYWHERE = ""
"""Stands for the region of a price whose source names none."""


@dataclass(frozen=True)
class PricedThing:
    """What a price of a model is for; two prices of one thing can be compared."""

    model: str
    version: str | None
    """None: the price names no version."""
    category: TokenCategory
    context_band: ContextBand | None
    tier: PriceTier
    fine_tuned: bool
    scope: Scope | None
    data_zone: str | None
    currency: str
    unit: Unit
    variant: str
    secondary: bool


@dataclass(frozen=True)
class PricedPtu:
    """What a price of PTU is for."""

    product: str
    scope: Scope
    term: Term
    currency: str
    superseded: bool


@dataclass(frozen=True)
class PriceTerms:
    """How much, and how long."""

    amount: Decimal
    effective_from: date | None
    effective_until: date | None


@dataclass(frozen=True)
class PriceChange:
    """A price that came, went, or changed, at some places."""

    thing: PricedThing | PricedPtu
    regions: tuple[str, ...]
    """Empty: the source names no regions."""
    before: PriceTerms | None
    """None: the old catalogue has no such price. For a price of a later period, the newest
    old one of the same thing."""
    after: PriceTerms | None
    """None: the new catalogue has no such price."""

    @property
    def percent(self) -> Decimal | None:
        """Rise (or fall, below zero) of the amount in percent, to one tenth; None: no ratio."""
        if self.before is None or self.after is None or not self.before.amount:
            return None
        rise = (self.after.amount - self.before.amount) * 100 / self.before.amount
        return rounded(rise, 1)


Place = tuple[PricedThing | PricedPtu, str]
Stated = Mapping[Place, list[PriceTerms]]


def model_price_changes(old: Model, new: Model, versions: frozenset[str]) -> Iterator[PriceChange]:
    """Yield the differences of a model's prices.

    Args:
        old: the model in the old catalogue.
        new: the same model in the new one.
        versions: versions both know; prices of others came or went with their version.
    """
    if old.prices != new.prices:
        yield from _differences(_model_prices(old, versions), _model_prices(new, versions))


def ptu_price_changes(old: Catalog, new: Catalog) -> Iterator[PriceChange]:
    """Yield the differences of the prices of PTU."""
    if old.ptu_prices != new.ptu_prices:
        yield from _differences(_ptu_prices(old), _ptu_prices(new))


def _model_prices(model: Model, versions: frozenset[str]) -> Stated:
    stated: defaultdict[Place, list[PriceTerms]] = defaultdict(list)
    for price in model.prices:
        terms = PriceTerms(price.amount, price.effective_from, price.effective_until)
        for version in price.versions or (None,):
            if version is not None and version not in versions:
                continue
            thing = PricedThing(
                model=model.id,
                version=version,
                category=price.category,
                context_band=price.context_band,
                tier=price.tier,
                fine_tuned=price.fine_tuned,
                scope=price.scope,
                data_zone=price.data_zone,
                currency=price.currency,
                unit=price.unit,
                variant=price.variant,
                secondary=price.secondary,
            )
            for region in price.regions or (ANYWHERE,):
                stated[thing, region].append(terms)
    return stated


def _ptu_prices(catalog: Catalog) -> Stated:
    stated: defaultdict[Place, list[PriceTerms]] = defaultdict(list)
    for price in catalog.ptu_prices:
        terms = PriceTerms(price.amount, price.effective_from, price.effective_until)
        thing = PricedPtu(price.product, price.scope, price.term, price.currency, price.superseded)
        for region in price.regions or (ANYWHERE,):
            stated[thing, region].append(terms)
    return stated


def _differences(old: Stated, new: Stated) -> Iterator[PriceChange]:
    """Yield one change for all regions that share it."""
    regions: defaultdict[
        tuple[PricedThing | PricedPtu, PriceTerms | None, PriceTerms | None], list[str]
    ] = defaultdict(list)
    for place in {**old, **new}:
        thing, region = place
        for before, after in _paired(old.get(place, ()), new.get(place, ())):
            regions[thing, before, after].append(region)
    for (thing, before, after), named in regions.items():
        yield PriceChange(thing, tuple(sorted(set(named) - {ANYWHERE})), before, after)


def _paired(
    old: Iterable[PriceTerms], new: Iterable[PriceTerms]
) -> Iterator[tuple[PriceTerms | None, PriceTerms | None]]:
    """Pair the prices of one thing at one place: first those that start on the same day."""
    gone = sorted(set(old) - set(new), key=_start)
    come = sorted(set(new) - set(old), key=_start)
    newest = max(old, key=_start, default=None)
    for after in come:
        before = next((item for item in gone if _start(item)[0] == _start(after)[0]), None)
        if before is not None:
            gone.remove(before)
            yield before, after
        elif len(gone) == 1 and len(come) == 1:
            yield gone.pop(), after
        else:
            yield newest, after
    yield from ((before, None) for before in gone)


def _start(terms: PriceTerms) -> tuple[date, date, Decimal]:
    until = terms.effective_until or date.max
    return (terms.effective_from or date.min, until, terms.amount)
