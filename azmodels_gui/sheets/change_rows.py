# SPDX-License-Identifier: MIT
"""The difference of two catalogues as lines in groups, in words, with the documents of each."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from itertools import chain

from msgspec import to_builtins

from azmodels_gui.catalog import labels
from azmodels_gui.catalog.differences import (
    Changes,
    FieldChange,
    OfferChange,
    PriceChange,
    PricedPtu,
    PricedThing,
    PriceTerms,
)
from azmodels_gui.catalog.document import Catalog, Entry, EntryKey, Model, entries
from azmodels_gui.catalog.facts import PtuParameters, Quota
from azmodels_gui.catalog.fields import CAPABILITIES, TOKEN_LIMITS, VERSION_FIELDS, Compared
from azmodels_gui.catalog.labels import tier_name
from azmodels_gui.language import figures
from azmodels_gui.language.words import counted
from azmodels_gui.sheets.change_words import DAYS, GROUPS, ChangeWords
from azmodels_gui.sheets.grouped import GroupedRow, RowGroup

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


_DATED = frozenset(spec.key for spec in VERSION_FIELDS.values() if spec.is_day)


def change_groups(changes: Changes, catalog: Catalog, language: str) -> tuple[RowGroup, ...]:
    """Return what changed, group by group; groups without a line are left out.

    Args:
        changes: the difference.
        catalog: the newer catalogue, which names regions and deployment types.
        language: "de" or "en".
    """
    words = ChangeWords(language)
    found: defaultdict[str, list[GroupedRow]] = defaultdict(list)
    rows = _ChangeRows(catalog, words, ChangeSources(catalog, language))
    for group, row in rows.lines(changes):
        found[group].append(row)
    return tuple(
        RowGroup(name, words.group(name), tuple(found[name])) for name in GROUPS if found[name]
    )


class _ChangeRows:
    """Words the changes with the names of one catalogue."""

    def __init__(self, catalog: Catalog, words: ChangeWords, sources: ChangeSources) -> None:
        self._words = words
        self._sources = sources
        self._regions = {region.id: region.name for region in catalog.regions}
        self._kinds = {
            kind.id: kind.name.in_language(words.language) for kind in catalog.deployment_types
        }

    def lines(self, changes: Changes) -> Iterator[tuple[str, GroupedRow]]:
        """Yield each line with its group."""
        new = set(changes.models_added)
        for model, version in sorted(changes.versions_added, key=_by_name):
            told = self._words("new_model" if model in new else "new_version")
            sources = self._sources.of_version((model, version))
            yield "added", self._row(model, version, told, tone="good", sources=sources)
        for model, version in sorted(changes.versions_removed, key=_by_name):
            yield "removed", self._row(model, version, self._words("gone"), tone="bad")
        for change in changes.lifecycle:
            yield "dates", self._field(change)
        yield from map(self._offer, changes.offers)
        yield from map(self._price, (*changes.prices, *changes.ptu_prices))
        for item in changes.ptu:
            what = self._words("ptu_figures")
            pair = self._ptu(item.before, item.after)
            sources = () if item.after is None else (item.after.source,)
            yield "ptu", self._row(item.model, item.version, what, *pair, sources=sources)
        for each in changes.quotas:
            kind = self._kinds.get(each.deployment_type or "", each.deployment_type or "")
            tier = tier_name(each.tier, self._words.language, self._words("tier", tier="{tier}"))
            what = ", ".join(filter(None, (kind, tier)))
            pair = self._quota(each.before), self._quota(each.after)
            sources = () if each.after is None else (each.after.source,)
            yield "quotas", self._row(each.model, each.version, what, *pair, sources=sources)
        for change in changes.details:
            yield "details", self._field(change)

    def _row(  # noqa: PLR0913, PLR0917 - the columns in their order
        self,
        model: str,
        version: str | None,
        what: str,
        before: str = "",
        after: str = "",
        change: str = "",
        regions: tuple[str, ...] = (),
        tone: str = "",
        sources: Sources = (),
    ) -> GroupedRow:
        named = ", ".join(self._regions.get(region, region) for region in regions)
        title = f"{model} {version}" if version else model
        cells = (title, what, before, after, change, named, self._sources.told(sources))
        return GroupedRow(cells, model, version, tone, sources)

    def _field(self, change: FieldChange) -> GroupedRow:
        before, after = (
            self._value(change.field, value) for value in (change.before, change.after)
        )
        moved = self._moved(change)
        sources = self._sources.of_field(change)
        what = self._words(change.field)
        return self._row(change.model, change.version, what, before, after, moved, sources=sources)

    def _moved(self, change: FieldChange) -> str:
        """Return by how many days a date moved."""
        if change.field not in _DATED or not change.before or not change.after:
            return ""
        days = date.fromisoformat(str(change.after)) - date.fromisoformat(str(change.before))
        return counted(DAYS, abs(days.days), self._words.language, f"{days.days:+d}")

    def _value(self, field: str, value: Compared) -> str:
        match value:
            case str() if field in _DATED:
                return figures.day(date.fromisoformat(value), self._words.language)
            case str() if field != "stage":
                return value
            case tuple():
                return ", ".join(value) or self._words("none")
        return self._plain(value)

    def _offer(self, change: OfferChange) -> tuple[str, GroupedRow]:
        group = "gained" if change.gained else "lost" if change.lost else "other_offers"
        tone, signs = {"gained": "good", "lost": "bad"}.get(group, ""), {"gained": 1, "lost": -1}
        row = self._row(
            change.model,
            change.version,
            self._kinds.get(change.deployment_type, change.deployment_type),
            self._words(change.before.value),
            self._words(change.after.value),
            f"{signs[group] * len(change.regions):+d}" if group in signs else "",
            change.regions,
            tone,
            self._sources.of_offer(change),
        )
        return group, row

    def _price(self, change: PriceChange) -> tuple[str, GroupedRow]:
        percent = change.percent
        group, tone = "other_prices", ""
        if percent:
            group, tone = ("up", "bad") if percent > 0 else ("down", "good")
        thing = change.thing
        if isinstance(thing, PricedPtu):
            title, version, what = thing.product, None, self._ptu_thing(thing)
        else:
            title, version, what = thing.model, thing.version, self._thing(thing)
        row = self._row(
            *(title, version, what),
            self._terms(change.before, thing.currency),
            self._terms(change.after, thing.currency),
            "" if percent is None else self._percent(percent),
            change.regions,
            tone,
            self._sources.of_price(change),
        )
        return group, replace(row, model="") if isinstance(thing, PricedPtu) else row

    def _thing(self, thing: PricedThing) -> str:
        language = self._words.language
        parts = [labels.category(thing.category, language)]
        parts.append(labels.unit(thing.unit, language))
        parts.append(labels.in_words(labels.TIERS, thing.tier, language))
        if thing.context_band is not None:
            parts.append(labels.in_words(labels.BANDS, thing.context_band, language))
        if thing.scope is not None:
            parts.append(self._words(thing.scope))
        parts += [thing.data_zone or "", self._words("fine_tuned") if thing.fine_tuned else ""]
        parts += [thing.variant, self._words("secondary") if thing.secondary else ""]
        return ", ".join(filter(None, parts))

    def _ptu_thing(self, thing: PricedPtu) -> str:
        names = (self._words("ptu_price"), self._words(thing.scope))
        return ", ".join((*names, self._words(thing.term)))

    def _terms(self, terms: PriceTerms | None, currency: str) -> str:
        if terms is None:
            return self._words("none")
        language = self._words.language
        told = [figures.unit_price(terms.amount, currency, language)]
        if terms.effective_from:
            day = figures.day(terms.effective_from, language)
            told.append(self._words("from", day=day))
        if terms.effective_until:
            day = figures.day(terms.effective_until, language)
            told.append(self._words("until", day=day))
        return " ".join(told)

    def _percent(self, percent: Decimal) -> str:
        sign = "+" if percent >= 0 else ""
        places = figures.places_of(percent)
        return f"{sign}{figures.percent(percent / 100, self._words.language, places)}"

    def _ptu(self, before: PtuParameters | None, after: PtuParameters | None) -> tuple[str, str]:
        """Return the parameters that differ, on both sides."""
        if before is None or after is None:
            pair = (before, after)
            return tuple(self._throughput(each) for each in pair)  # type: ignore[return-value]
        told: tuple[list[str], list[str]] = ([], [])
        plain = [to_builtins(each) for each in (before, after)]
        for name in filter("source".__ne__, plain[0]):
            if plain[0][name] != plain[1][name]:
                for side, values in zip(told, plain, strict=True):
                    side.append(f"{self._words(name)}: {self._plain(values[name])}")
        return "; ".join(told[0]), "; ".join(told[1])

    def _throughput(self, parameters: PtuParameters | None) -> str:
        if parameters is None:
            return self._words("none")
        count = self._number(parameters.input_tpm_per_ptu)
        return f"{self._words('input_tpm_per_ptu')}: {count}"

    def _plain(self, value: object) -> str:
        match value:
            case None:
                return self._words("unknown")
            case bool():
                return self._words("yes" if value else "no")
            case int():
                return self._number(value)
            case dict():
                return " ".join(self._plain(each) for each in value.values() if each is not None)
            case list():
                return ", ".join(map(self._plain, value)) or self._words("none")
        return self._words(str(value))

    def _quota(self, quota: Quota | None) -> str:
        if quota is None:
            return self._words("none")
        figures_named = (
            (quota.tpm, self._words("tpm")),
            (quota.requests, self._words("requests", seconds=quota.request_period_s)),
            (quota.enqueued_tokens, self._words("enqueued")),
        )
        told = [
            f"{self._number(count)} {name}" for count, name in figures_named if count is not None
        ]
        return ", ".join([*told, *filter(None, (quota.note,))]) or self._words("unknown")

    def _number(self, value: int) -> str:
        return figures.number(value, self._words.language)


def _by_name(key: EntryKey) -> tuple[str, str]:
    return key[0].casefold(), key[1]
