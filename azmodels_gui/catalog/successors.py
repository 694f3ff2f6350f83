# SPDX-License-Identifier: MIT
"""Whether a model that advice names can still be taken, and which one to take in its place."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum

from msgspec import Struct

from azmodels_gui.catalog.document import Catalog, Entry, Model, NamedSuccessor, versions_of
from azmodels_gui.catalog.facts import LocalText
from azmodels_gui.catalog.offered import has_known_offer
from azmodels_gui.catalog.terms import Stage

_NAMED = "models_by_name"
_SPELLED = r"(?P<name>[^()\s]+)(?:\s+\(?(?P<version>[^()]+?)\)?)?"


class Standing(StrEnum):
    """How a model stands today, the best first; of several versions the best counts."""

    LIVE = "live"
    EXISTING_ONLY = "existing_only"
    """Deprecated: only subscriptions that have deployed it before may go on deploying it."""
    PAST_DATE = "past_date"
    RETIRED = "retired"
    UNLISTED = "unlisted"
    """No source names a stage, an end to come or a region that offers it."""
    NO_ENTRY = "no_entry"
    """The catalogue has no such model."""


RANK = {standing: rank for rank, standing in enumerate(Standing)}


class LiveSuccessor(Struct, frozen=True):
    """What to take in the place of a model."""

    entry: Entry
    """The version to take."""
    by: str | None
    """Id of the source that names it; for several steps that of the last one."""
    chain: tuple[str, ...]
    """Ids of the models from the one replaced to this one."""
    standing: Standing
    """`live`, or `existing_only` where nothing better is known."""


class ModelToday(Struct, frozen=True):
    """A model that advice names, and what became of it."""

    name: str
    """As the advice spells it."""
    standing: Standing
    successor: LiveSuccessor | None = None
    """None: the model itself can be taken, or nobody names a successor."""
    reason: LocalText | None = None
    """Why this successor or none, where the catalogue's own list of successors says it."""
    reason_source: str | None = None

    @property
    def needs_successor(self) -> bool:
        """A new client cannot take the model as it is."""
        return self.standing is not Standing.LIVE

    @property
    def sources(self) -> tuple[str, ...]:
        """Who names the successor, or says why there is none."""
        by = self.reason_source if self.successor is None else self.successor.by
        return () if by is None else (by,)


class _Step(Struct, frozen=True):
    """A model on the way from a replaced one to a live one."""

    model: Model
    version: str | None
    """The one a source names; None: any."""
    chain: tuple[str, ...]
    by: str | None


class Successors:
    """Looks models up by any spelling and follows their replacements; for one day."""

    def __init__(self, catalog: Catalog, today: date) -> None:
        self._today = today
        self._models = models_by_name(catalog)
        self._named = {each.model.casefold(): each for each in catalog.successors}

    def today(self, name: str) -> ModelToday:
        """Return how a model stands, and what to take where it cannot be taken."""
        model = self._models.get(name.casefold())
        standing = Standing.NO_ENTRY if model is None else model_standing(model, self._today)
        if standing is Standing.LIVE:
            return ModelToday(name, standing)
        return self._best(name, standing, self._reached(self._next(name, (name,))))

    def of(self, entry: Entry) -> ModelToday:
        """Return what to take in the place of one version, named before its end, too."""
        name = entry.model.id
        standing = entry_standing(entry, self._today)
        steps = [*self._published(entry, (name,)), *self._ours(name, (name,))]
        if not steps and standing is not Standing.LIVE:
            steps = list(self._next(name, (name,)))  # what is named for its other versions
        others = (each for each in self._reached(steps) if each.entry.key != entry.key)
        return self._best(name, standing, others)

    def _best(self, name: str, standing: Standing, reached: Iterable[LiveSuccessor]) -> ModelToday:
        best = min(reached, key=_preference, default=None)
        live = Standing.LIVE
        if best is not None and not (best.standing is live or RANK[best.standing] < RANK[standing]):
            best = None  # No better than what is to be replaced.
        told = self._told(name, best)
        if told is None:
            return ModelToday(name, standing, best)
        return ModelToday(name, standing, best, told.reason, told.source)

    def _told(self, name: str, found: LiveSuccessor | None) -> NamedSuccessor | None:
        """Return our own word on the last step, or on why there is none."""
        if found is None:
            return self._own(name)
        before = found.chain[-2] if len(found.chain) > 2 else name
        own = self._own(before)
        if own is None or own.successor is None:
            return None
        return own if self._models.get(own.successor.casefold()) is found.entry.model else None

    def _reached(self, first: Iterable[_Step]) -> Iterator[LiveSuccessor]:
        """Yield every model that can be taken along the replacements, the nearest first."""
        steps = list(first)
        seen: set[tuple[str, str | None]] = set()
        while steps:
            step = steps.pop(0)
            if (step.model.id, step.version) in seen:
                continue
            seen.add((step.model.id, step.version))
            entry = self._best_version(step)
            standing = entry_standing(entry, self._today)
            if standing in (Standing.LIVE, Standing.EXISTING_ONLY):
                yield LiveSuccessor(entry, step.by, step.chain, standing)
            if standing is not Standing.LIVE or _is_legacy(entry):
                steps += self._next(step.model.id, step.chain)

    def _next(self, name: str, chain: tuple[str, ...]) -> Iterator[_Step]:
        """Yield what the sources name in the place of a model, then what we name."""
        model = self._models.get(name.casefold())
        for entry in () if model is None else versions_of(model):
            yield from self._published(entry, chain)
        yield from self._ours(name, chain)

    def _published(self, entry: Entry, chain: tuple[str, ...]) -> Iterator[_Step]:
        lifecycle = entry.version.lifecycle
        source = lifecycle.replacements_source or lifecycle.source
        for spelled in lifecycle.replacements:
            yield from self._step(spelled, chain, source)

    def _ours(self, name: str, chain: tuple[str, ...]) -> Iterator[_Step]:
        own = self._own(name)
        if own is not None and own.successor is not None:
            yield from self._step(own.successor, chain, own.source)

    def _step(self, spelled: str, chain: tuple[str, ...], by: str | None) -> Iterator[_Step]:
        meant = _meant(spelled, self._models)
        if meant is not None:
            model, version = meant
            further = chain if model.id in chain else (*chain, model.id)
            yield _Step(model, version, further, by)

    def _own(self, name: str) -> NamedSuccessor | None:
        """Return our word on a model, by the name asked for or the model's own."""
        model = self._models.get(name.casefold())
        own = self._named.get(name.casefold())
        return own or (None if model is None else self._named.get(model.id.casefold()))

    def _best_version(self, step: _Step) -> Entry:
        """Return the version a source names if it can be taken, else the best of the model."""
        entries = versions_of(step.model)
        named = [entry for entry in entries if entry.version.version == step.version]
        usable = [entry for entry in named if entry_standing(entry, self._today) is Standing.LIVE]
        return min(usable or entries, key=self._rank)

    def _rank(self, entry: Entry) -> tuple[int, bool]:
        return RANK[entry_standing(entry, self._today)], not has_known_offer(entry)


def model_standing(model: Model, today: date) -> Standing:
    """Return how a model stands by its best version."""
    found = (entry_standing(entry, today) for entry in versions_of(model))
    return min(found, key=RANK.__getitem__)


def entry_standing(entry: Entry, today: date) -> Standing:
    """Return how one version stands; a service beside the models needs no offer to live."""
    lifecycle = entry.version.lifecycle
    stage = entry.stage_on(today)
    if stage.published is Stage.RETIRED:
        return Standing.RETIRED
    if stage.past_date:
        return Standing.PAST_DATE
    known = stage.published or stage.retirement_date or has_known_offer(entry)
    if lifecycle.unlisted_in or not (known or entry.model.kind == "service"):
        return Standing.UNLISTED
    return Standing.EXISTING_ONLY if stage.published is Stage.DEPRECATED else Standing.LIVE


def models_by_name(catalog: Catalog) -> dict[str, Model]:
    """Return the models by id and other spellings; an id comes before a spelling of another.

    They are kept beside the catalogue: each click on a use case asks what became of its models.
    """
    kept: dict[str, Model] | None = catalog.__dict__.get(_NAMED)
    if kept is None:
        kept = {each.name.casefold(): model for model in catalog.models for each in model.aliases}
        kept |= {model.id.casefold(): model for model in catalog.models}
        catalog.__dict__[_NAMED] = kept
    return kept


def spelled_entry(spelled: str, models: dict[str, Model]) -> Entry | None:
    """Return the entry a source means, without a version the newest; None: there is none."""
    meant = _meant(spelled, models)
    if meant is None:
        return None
    model, version = meant
    versions = versions_of(model)
    return next((each for each in versions if version in (None, each.version.version)), None)


def _meant(spelled: str, models: dict[str, Model]) -> tuple[Model, str | None] | None:
    """Return the model a source names, and the version it names, if any."""
    match = re.fullmatch(_SPELLED, spelled.strip())
    model = models.get(match["name"].casefold()) if match else None
    return (model, match["version"]) if match and model else None


def _is_legacy(entry: Entry) -> bool:
    """Tell whether everybody may deploy it still, but is told to plan the next move already."""
    return entry.version.lifecycle.stage is Stage.LEGACY


def _preference(found: LiveSuccessor) -> tuple[bool, int, bool, int]:
    """Put what is offered first, then what is open to everybody and stays, then the shortest way.

    Who moves from one model that goes to another would move twice.
    """
    entry = found.entry
    return (not has_known_offer(entry), RANK[found.standing], _is_legacy(entry), len(found.chain))
