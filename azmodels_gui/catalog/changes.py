# SPDX-License-Identifier: MIT
"""In what two catalogues differ as a whole, counted by kind, and in one line."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any, TypeVar

from msgspec import Struct, json
from msgspec.structs import replace

from azmodels_gui.catalog.differences import (
    FieldChange,
    OfferChange,
    PriceChange,
    PtuChange,
    QuotaChange,
    detail_changes,
    lifecycle_changes,
    model_price_changes,
    offer_changes,
    ptu_changes,
    ptu_price_changes,
    quota_changes,
)
from azmodels_gui.catalog.document import Catalog, Model
from azmodels_gui.catalog.entry import EntryKey, entries
from azmodels_gui.catalog.loading import let_go
from azmodels_gui.language import figures
from azmodels_gui.language.words import N_, NN_, Plural, counted, in_language

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
