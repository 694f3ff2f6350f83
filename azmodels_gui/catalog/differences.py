# SPDX-License-Identifier: MIT
"""In what two catalogues differ: offers, prices, lifecycle, limits, PTU parameters and quotas."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from operator import attrgetter
from typing import TypeVar

from msgspec import Struct

from azmodels_gui.catalog.document import Catalog, Model
from azmodels_gui.catalog.entry import Entry, EntryKey, entries
from azmodels_gui.catalog.fields import (
    CAPABILITIES,
    LIFECYCLE_FIELDS,
    LIMIT_FIELDS,
    Compared,
    FieldSpec,
)
from azmodels_gui.catalog.loading import let_go
from azmodels_gui.catalog.prices import Price, PtuParameters, PtuPrice, Quota
from azmodels_gui.catalog.terms import (
    Availability,
    ContextBand,
    PriceTier,
    Scope,
    Term,
    TokenCategory,
    Unit,
)
from azmodels_gui.language.figures import rounded

STILL_THERE = frozenset({Availability.OFFERED, Availability.CONFLICT})


class OfferChange(Struct, frozen=True):
    """What is known of one deployment type changed alike in some regions."""

    model: str
    version: str
    deployment_type: str
    before: Availability
    after: Availability
    """`UNKNOWN` means that no source covers it any more, not that it is no longer offered."""
    regions: tuple[str, ...]

    @property
    def gained(self) -> bool:
        """It is offered now, and was not known to be."""
        return self.after is Availability.OFFERED

    @property
    def lost(self) -> bool:
        """It was offered, and is not known to be any more."""
        return self.before is Availability.OFFERED


def offer_changes(old: Entry, new: Entry, regions: frozenset[str]) -> Iterator[OfferChange]:
    """Yield the differences of an entry's offers.

    Args:
        old: the entry in the old catalogue.
        new: the same entry in the new one.
        regions: regions either catalogue lists.
    """
    for sku in sorted(old.offers.keys() | new.offers.keys()):
        if old.offers.get(sku) == new.offers.get(sku):
            continue
        changed: defaultdict[tuple[Availability, Availability], list[str]] = defaultdict(list)
        for region in sorted(regions | _named(old, sku) | _named(new, sku)):
            before, after = old.availability(sku, region), new.availability(sku, region)
            if before is not after:
                changed[before, after].append(region)
        for (before, after), where in sorted(changed.items()):
            yield OfferChange(*new.key, sku, before, after, tuple(where))


def vanished_availability(old: Catalog, new: Catalog) -> tuple[int, int]:
    """Return how many offered cells of the old catalogue the new one lost, and how many it had.

    A cell is one entry, deployment type and region that is offered. It is lost where the
    new catalogue neither calls it offered nor has sources that disagree about it, be it
    that the model is gone, that it is no longer offered, or that nothing is known.
    """
    known = {entry.key: entry for entry in entries(new)}
    lost = total = 0
    for cell in _offered_cells(old):
        total += 1
        lost += not _still_there(known, *cell)
    let_go(known)
    return lost, total


def _offered_cells(catalog: Catalog) -> Iterator[tuple[EntryKey, str, str]]:
    for entry in entries(catalog):
        for sku, offer in entry.offers.items():
            for region in offer.available:
                if offer.in_region(region) is Availability.OFFERED:
                    yield entry.key, sku, region


def _still_there(known: dict[EntryKey, Entry], key: EntryKey, sku: str, region: str) -> bool:
    entry = known.get(key)
    return entry is not None and entry.availability(sku, region) in STILL_THERE


def _named(entry: Entry, sku: str) -> frozenset[str]:
    """Return the regions an offer itself names, listed in the catalogue or not."""
    offer = entry.offers.get(sku)
    if offer is None:
        return frozenset()
    covered = offer.covered_regions
    return frozenset((*offer.available, *offer.disputed, *covered))


ANYWHERE = ""
"""Stands for the region of a price whose source names none."""


class PricedThing(Struct, frozen=True):
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


class PricedPtu(Struct, frozen=True):
    """What a price of PTU is for."""

    product: str
    scope: Scope
    term: Term
    currency: str
    superseded: bool


class PriceTerms(Struct, frozen=True):
    """How much, and how long."""

    amount: Decimal
    effective_from: date | None
    effective_until: date | None


class PriceChange(Struct, frozen=True):
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


_Key = TypeVar("_Key", bound=tuple[str | None, ...])
_Figures = TypeVar("_Figures", PtuParameters, Quota)
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
        both = (_stated(_model_prices(model, versions)) for model in (old, new))
        yield from _differences(*both)


def ptu_price_changes(old: Catalog, new: Catalog) -> Iterator[PriceChange]:
    """Yield the differences of the prices of PTU."""
    if old.ptu_prices != new.ptu_prices:
        yield from _differences(_stated(_ptu_prices(old)), _stated(_ptu_prices(new)))


def _model_prices(model: Model, versions: frozenset[str]) -> Iterator[tuple[PricedThing, Price]]:
    for price in model.prices:
        for version in price.versions or (None,):
            if version is None or version in versions:
                yield PricedThing(model.id, version, *_WHAT(price)), price


_WHAT = attrgetter(
    *("category", "context_band", "tier", "fine_tuned", "scope", "data_zone", "currency", "unit"),
    *("variant", "secondary"),
)
"""What a price is for, as `PricedThing` has it."""


def _ptu_prices(catalog: Catalog) -> Iterator[tuple[PricedPtu, PtuPrice]]:
    for each in catalog.ptu_prices:
        yield (
            PricedPtu(each.product, each.scope, each.term, each.currency, each.superseded),
            each,
        )


def _stated(prices: Iterable[tuple[PricedThing | PricedPtu, Price | PtuPrice]]) -> Stated:
    """Return how much each thing costs, and how long, at each place."""
    found: defaultdict[Place, list[PriceTerms]] = defaultdict(list)
    for thing, price in prices:
        terms = PriceTerms(price.amount, price.effective_from, price.effective_until)
        for region in price.regions or (ANYWHERE,):
            found[thing, region].append(terms)
    return found


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


class FieldChange(Struct, frozen=True):
    """One field of a version's lifecycle, limits or capabilities."""

    model: str
    version: str
    field: str
    """`stage`, `retirement_date`, `fine_tuning.training_retirement`, `context_window` ..."""
    before: Compared
    """None: nothing known. Days are `YYYY-MM-DD`."""
    after: Compared


class PtuChange(Struct, frozen=True):
    """PTU parameters of a model in force; older pages kept as history are not compared."""

    model: str
    version: str | None
    """None: the source names no version."""
    before: PtuParameters | None
    after: PtuParameters | None


class QuotaChange(Struct, frozen=True):
    """One tier's quota of a model."""

    model: str
    version: str | None
    """None: the source names no version."""
    deployment_type: str | None
    tier: str
    before: Quota | None
    after: Quota | None


def lifecycle_changes(old: Entry, new: Entry) -> Iterator[FieldChange]:
    """Yield the differences of an entry's stage, dates and successors."""
    return _field_changes(old, new, LIFECYCLE_FIELDS)


def detail_changes(old: Entry, new: Entry) -> Iterator[FieldChange]:
    """Yield the differences of an entry's limits and capabilities."""
    return _field_changes(old, new, (*LIMIT_FIELDS, CAPABILITIES))


def ptu_changes(old: Model, new: Model, versions: frozenset[str]) -> Iterator[PtuChange]:
    """Yield the differences of a model's PTU parameters.

    Args:
        old: the model in the old catalogue.
        new: the same model in the new one.
        versions: versions both know; parameters of others came or went with their version.
    """
    for (version,), *pair in _changed(_ptu(old), _ptu(new), versions):
        yield PtuChange(new.id, version, *pair)


def quota_changes(old: Model, new: Model, versions: frozenset[str]) -> Iterator[QuotaChange]:
    """Yield the differences of a model's quotas; the arguments are those of `ptu_changes`."""
    for key, *pair in _changed(_quotas(old), _quotas(new), versions):
        yield QuotaChange(new.id, *key, *pair)


def _changed(
    old: Mapping[_Key, _Figures], new: Mapping[_Key, _Figures], versions: frozenset[str]
) -> Iterator[tuple[_Key, _Figures | None, _Figures | None]]:
    """Yield what differs, by a key that begins with the version; None: of all versions.

    The same figures from another source do not differ.
    """
    for key in sorted(old.keys() | new.keys(), key=str):
        before, after = old.get(key), new.get(key)
        same = before and after and before.but(source=after.source) == after
        if not same and (key[0] is None or key[0] in versions):
            yield key, before, after


def _field_changes(old: Entry, new: Entry, specs: Iterable[FieldSpec]) -> Iterator[FieldChange]:
    for spec in specs:
        before, after = spec.value(old.version), spec.value(new.version)
        if before != after:
            yield FieldChange(*new.key, spec.key, before, after)


def _ptu(model: Model) -> dict[tuple[str | None], PtuParameters]:
    """Return the parameters in force by version, without the names of versions."""
    found: dict[tuple[str | None], PtuParameters] = {}
    for item in model.ptu:
        if not item.history:
            plain = item.but(versions=())
            for version in item.versions or (None,):
                found.setdefault((version,), plain)
    return found


def _quotas(model: Model) -> dict[tuple[str | None, str | None, str], Quota]:
    """Return the quotas by version, deployment type and tier, without the names of versions."""
    found: dict[tuple[str | None, str | None, str], Quota] = {}
    for item in model.quotas:
        plain = item.but(versions=())
        for version in item.versions or (None,):
            found.setdefault((version, item.deployment_type, item.tier), plain)
    return found
