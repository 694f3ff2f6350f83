# SPDX-License-Identifier: MIT
"""Which documents of the newer catalogue state what is there now, each with its day."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain

from azmodels_gui.catalog.differences import (
    FieldChange,
    OfferChange,
    PriceChange,
    PricedPtu,
    PricedThing,
)
from azmodels_gui.catalog.document import Catalog, Model
from azmodels_gui.catalog.entry import Entry, EntryKey, entries
from azmodels_gui.catalog.fields import CAPABILITIES, TOKEN_LIMITS, VERSION_FIELDS
from azmodels_gui.language import figures

Sources = tuple[str, ...]
"""Ids of documents."""


class ChangeSources:
    """Looks sources up; what went has none in the newer catalogue."""

    def __init__(self, catalog: Catalog, language: str) -> None:
        self._catalog = catalog
        self._language = language
        self._models = {model.id: model for model in catalog.models}
        self._entries = {entry.key: entry for entry in entries(catalog)}
        self._secondary = {source.id for source in catalog.sources if source.secondary}

    def told(self, ids: Iterable[str]) -> str:
        """Return titles with their days."""
        return "; ".join(self._titles.get(each, each) for each in ids)

    def each_once(self, ids: Iterable[str | None]) -> Sources:
        """Return ids, each once, lists that restate others last."""
        found = dict.fromkeys(each for each in ids if each)
        return tuple(sorted(found, key=self._secondary.__contains__))

    def of_version(self, key: EntryKey) -> Sources:
        """Return what speaks of a version: of its lifecycle, offers, limits or prices."""
        entry = self._entries.get(key)
        return () if entry is None else self.each_once(_of_version(entry))

    def of_field(self, change: FieldChange) -> Sources:
        """Return the source of a stage, a date, a limit or the capabilities."""
        entry = self._entries.get((change.model, change.version))
        return (
            ()
            if entry is None
            else self.each_once(VERSION_FIELDS[change.field].sources(entry.version))
        )

    def of_offer(self, change: OfferChange) -> Sources:
        """Return the sources of an offer."""
        entry = self._entries.get((change.model, change.version))
        offers = () if entry is None else entry.version.offers
        kinds = (each for each in offers if each.deployment_type == change.deployment_type)
        return self.each_once(chain.from_iterable(each.sources for each in kinds))

    def of_price(self, change: PriceChange) -> Sources:
        """Return the sources that state the price of now."""
        after, thing = change.after, change.thing
        if after is None:
            return ()
        if isinstance(thing, PricedPtu):
            ptu = (each for each in self._catalog.ptu_prices if each.product == thing.product)
            return self.each_once(
                each.source
                for each in ptu
                if (each.amount, each.scope, each.term) == (after.amount, thing.scope, thing.term)
            )
        return self.each_once(self._of_token_price(thing, change))

    def _of_token_price(self, thing: PricedThing, change: PriceChange) -> Iterator[str]:
        model: Model | None = self._models.get(thing.model)
        for price in () if model is None else model.prices:
            same = (price.category, price.unit, price.tier, price.scope, price.secondary) == (
                thing.category,
                thing.unit,
                thing.tier,
                thing.scope,
                thing.secondary,
            )
            if same and change.after is not None and price.amount == change.after.amount:
                yield price.source

    @cached_property
    def _titles(self) -> dict[str, str]:
        return {
            source.id: f"{source.title}, {figures.partial_day(source.as_of, self._language)}"
            for source in self._catalog.sources
        }


def _of_version(entry: Entry) -> Iterator[str | None]:
    version = entry.version
    yield version.lifecycle.source or version.lifecycle.stage_source
    for offer in version.offers:
        yield from offer.sources
    for spec in (*TOKEN_LIMITS, CAPABILITIES):
        yield from spec.sources(version)
    yield from (each.source for each in entry.ptu)
    yield from (each.source for each in entry.prices)
