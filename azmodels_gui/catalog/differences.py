# SPDX-License-Identifier: MIT
"""In what two catalogues differ: fact by fact, and as a whole, counted by kind and in one line."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from operator import attrgetter
from typing import Any, TypeVar

from msgspec import Struct, json
from msgspec.structs import replace

from azmodels_gui.catalog.document import Catalog, Entry, EntryKey, Model, entries
from azmodels_gui.catalog.facts import Price, PtuParameters, PtuPrice, Quota
from azmodels_gui.catalog.fields import (
    CAPABILITIES,
    LIFECYCLE_FIELDS,
    LIMIT_FIELDS,
    Compared,
    FieldSpec,
)
from azmodels_gui.catalog.loading import let_go
from azmodels_gui.catalog.terms import (
    Availability,
    ContextBand,
    PriceTier,
    Scope,
    Term,
    TokenCategory,
    Unit,
)
from azmodels_gui.language import figures
from azmodels_gui.language.figures import rounded
from azmodels_gui.language.words import N_, NN_, Plural, counted, in_language

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


Json = dict[str, Any]
UNTOLD = {"ptu": ("versions", "source", "history"), "quotas": ("versions", "source")}
"""What `as_json` leaves out: the record names the version, and origins are not compared."""


class Changes(Struct, frozen=True):
    """Everything in which two catalogues differ, each part in a fixed order.

    Texts, notes and sources are not compared: a figure that another source now states is
    the same figure. Conflicts are compared only where they concern availability, as offers.
    Of versions that came or went, only the version is named.
    """

    old_serial: int
    new_serial: int
    models_added: tuple[str, ...] = ()
    models_removed: tuple[str, ...] = ()
    versions_added: tuple[EntryKey, ...] = ()
    """Versions of added models among them."""
    versions_removed: tuple[EntryKey, ...] = ()
    offers: tuple[OfferChange, ...] = ()
    prices: tuple[PriceChange, ...] = ()
    ptu_prices: tuple[PriceChange, ...] = ()
    ptu: tuple[PtuChange, ...] = ()
    quotas: tuple[QuotaChange, ...] = ()
    lifecycle: tuple[FieldChange, ...] = ()
    details: tuple[FieldChange, ...] = ()
    """Limits and capabilities."""

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing differs but the serial."""
        return self == Changes(self.old_serial, self.new_serial)

    def as_json(self) -> Json:
        """Return plain values for `json.dumps`; the form is an interface.

        Keys are the fields of this class. `versions_added` and `versions_removed` hold
        objects with `model` and `version`; every other list holds one object for each
        change: what it is about (`model`, `version`; null: for all versions), `before` and
        `after` (null: not there, or nothing known). Offers name `regions` and, before and
        after, `offered`, `not_offered`, `conflict` or `unknown`. Prices give `percent`, null
        without a ratio. Money, ratios and percentages are strings, days are `YYYY-MM-DD`.
        """
        found: Json = json.decode(json.encode(self))
        for name, untold in UNTOLD.items():
            found[name] = [_without(change, untold) for change in found[name]]
        for name in ("versions_added", "versions_removed"):
            found[name] = [{"model": key[0], "version": key[1]} for key in found[name]]
        for name, told in (("prices", self.prices), ("ptu_prices", self.ptu_prices)):
            found[name] = [_price_json(*pair) for pair in zip(found[name], told, strict=True)]
        return found


def changes(old: Catalog, new: Catalog) -> Changes:
    """Return what differs between two catalogues."""
    old_models = {model.id: model for model in old.models}
    new_models = {model.id: model for model in new.models}
    old_entries = {entry.key: entry for entry in entries(old)}
    new_entries = {entry.key: entry for entry in entries(new)}
    models = _shared(old_models, new_models)
    both = [
        (old_entries[model.id, version], new_entries[model.id, version])
        for _, model, versions in _versioned(models)
        for version in sorted(versions)
    ]
    regions = frozenset(region.id for region in (*old.regions, *new.regions))
    found = Changes(
        old_serial=old.serial,
        new_serial=new.serial,
        models_added=tuple(sorted(new_models.keys() - old_models.keys())),
        models_removed=tuple(sorted(old_models.keys() - new_models.keys())),
        versions_added=tuple(sorted(new_entries.keys() - old_entries.keys())),
        versions_removed=tuple(sorted(old_entries.keys() - new_entries.keys())),
        offers=tuple(item for pair in both for item in offer_changes(*pair, regions)),
        # Model by model: one long sort would hold up other threads.
        prices=tuple(
            item for trio in _versioned(models) for item in _in_order(model_price_changes(*trio))
        ),
        ptu_prices=_in_order(ptu_price_changes(old, new)),
        ptu=tuple(item for trio in _versioned(models) for item in ptu_changes(*trio)),
        quotas=tuple(item for trio in _versioned(models) for item in quota_changes(*trio)),
        lifecycle=tuple(item for pair in both for item in lifecycle_changes(*pair)),
        details=tuple(item for pair in both for item in detail_changes(*pair)),
    )
    let_go(both, old_entries, new_entries)
    return found


def _shared(old: Mapping[Any, Any], new: Mapping[Any, Any]) -> list[tuple[Any, Any]]:
    return [(old[key], new[key]) for key in sorted(old.keys() & new.keys())]


def _versioned(
    models: list[tuple[Model, Model]],
) -> Iterator[tuple[Model, Model, frozenset[str]]]:
    for old, new in models:
        before = {version.version for version in old.versions}
        yield old, new, frozenset(before & {version.version for version in new.versions})


def _in_order(found: Iterator[PriceChange]) -> tuple[PriceChange, ...]:
    return tuple(sorted(found, key=lambda item: (str(item.thing), item.regions, str(item))))


def _without(change: Json, untold: Iterable[str]) -> Json:
    """Return a change whose two sides lack some fields."""
    for side in filter(None, (change["before"], change["after"])):
        for name in untold:
            side.pop(name)
    return change


def _price_json(plain: Json, change: PriceChange) -> Json:
    """Return a price change with what it is for on the same level, and the percentage."""
    thing = plain.pop("thing")
    return {**thing, **plain, "percent": None if change.percent is None else str(change.percent)}


Placed = TypeVar("Placed", OfferChange, PriceChange)


def changes_in_regions(changes: Changes, regions: Collection[str]) -> Changes:
    """Return the difference without other regions; what names no region stays."""
    return replace(
        changes,
        offers=tuple(_in_regions(changes.offers, regions)),
        prices=tuple(_in_regions(changes.prices, regions)),
        ptu_prices=tuple(_in_regions(changes.ptu_prices, regions)),
    )


def _in_regions(found: Iterable[Placed], regions: Collection[str]) -> Iterator[Placed]:
    for change in found:
        kept = tuple(region for region in change.regions if region in regions)
        if kept or not change.regions:
            yield replace(change, regions=kept)


def _rises(changes: Changes) -> list[Decimal | None]:
    return [each.percent for each in (*changes.prices, *changes.ptu_prices)]


def _up(changes: Changes) -> int:
    return sum(1 for rise in _rises(changes) if rise is not None and rise > 0)


def _down(changes: Changes) -> int:
    return sum(1 for rise in _rises(changes) if rise is not None and rise < 0)


def _new_versions(changes: Changes) -> int:
    """Return how many came of models that both catalogues know."""
    new = set(changes.models_added)
    return sum(1 for model, _ in changes.versions_added if model not in new)


def _entries(changes: Iterable[FieldChange]) -> int:
    return len({(change.model, change.version) for change in changes})


_COUNTED: tuple[tuple[Plural, Callable[[Changes], int]], ...] = (
    (NN_("{count} new model", "{count} new models"), lambda each: len(each.models_added)),
    (NN_("{count} new version", "{count} new versions"), _new_versions),
    (NN_("{count} version gone", "{count} versions gone"), lambda each: len(each.versions_removed)),
    (
        NN_("{count} changed date or stage", "{count} changed dates or stages"),
        lambda each: _entries(each.lifecycle),
    ),
    (
        NN_("{count} region gained", "{count} regions gained"),
        lambda each: sum(len(offer.regions) for offer in each.offers if offer.gained),
    ),
    (
        NN_("{count} region lost", "{count} regions lost"),
        lambda each: sum(len(offer.regions) for offer in each.offers if offer.lost),
    ),
    (NN_("{count} price up", "{count} prices up"), _up),
    (NN_("{count} price down", "{count} prices down"), _down),
    (
        NN_("{count} other price change", "{count} other price changes"),
        lambda each: len(_rises(each)) - _up(each) - _down(each),
    ),
    (NN_("{count} changed PTU figure", "{count} changed PTU figures"), lambda each: len(each.ptu)),
    (NN_("{count} changed quota", "{count} changed quotas"), lambda each: len(each.quotas)),
    (
        NN_("{count} changed limit or capability", "{count} changed limits or capabilities"),
        lambda each: _entries(each.details),
    ),
)
"""How much changed, kind by kind, in the order in which it is told."""
_NOTHING = N_("No difference.")


def summary(changes: Changes, language: str) -> str:
    """Return the difference in one line, for a status bar."""
    counts = ((forms, count(changes)) for forms, count in _COUNTED)
    parts = [
        counted(forms, count, language, figures.number(count, language))
        for forms, count in counts
        if count
    ]
    return ", ".join(parts) or in_language(_NOTHING, language)
