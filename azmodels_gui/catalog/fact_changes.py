# SPDX-License-Identifier: MIT
"""Where lifecycle, limits, capabilities, PTU parameters and quotas differ."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from azmodels_gui.catalog.document import Model
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.facts import ModelVersion
from azmodels_gui.catalog.fields import CAPABILITIES, LIFECYCLE_FIELDS, LIMIT_FIELDS
from azmodels_gui.catalog.prices import PtuParameters, Quota

FieldValue = str | int | bool | tuple[str, ...] | None
Fields = Mapping[str, FieldValue]


@dataclass(frozen=True)
class FieldChange:
    """One field of a version's lifecycle, limits or capabilities."""

    model: str
    version: str
    field: str
    """`stage`, `retirement_date`, `fine_tuning.training_retirement`, `context_window` ..."""
    before: FieldValue
    """None: nothing known. Days are `YYYY-MM-DD`."""
    after: FieldValue


@dataclass(frozen=True)
class PtuChange:
    """PTU parameters of a model in force; older pages kept as history are not compared."""

    model: str
    version: str | None
    """None: the source names no version."""
    before: PtuParameters | None
    after: PtuParameters | None


@dataclass(frozen=True)
class QuotaChange:
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
    return _field_changes(old, new, _lifecycle)


def detail_changes(old: Entry, new: Entry) -> Iterator[FieldChange]:
    """Yield the differences of an entry's limits and capabilities."""
    return _field_changes(old, new, _details)


def ptu_changes(old: Model, new: Model, versions: frozenset[str]) -> Iterator[PtuChange]:
    """Yield the differences of a model's PTU parameters.

    Args:
        old: the model in the old catalogue.
        new: the same model in the new one.
        versions: versions both know; parameters of others came or went with their version.
    """
    before, after = _ptu(old), _ptu(new)
    for version in sorted(before.keys() | after.keys(), key=str):
        pair = before.get(version), after.get(version)
        if _differ(*pair) and (version is None or version in versions):
            yield PtuChange(new.id, version, *pair)


def quota_changes(old: Model, new: Model, versions: frozenset[str]) -> Iterator[QuotaChange]:
    """Yield the differences of a model's quotas; the arguments are those of `ptu_changes`."""
    before, after = _quotas(old), _quotas(new)
    for key in sorted(before.keys() | after.keys(), key=str):
        pair = before.get(key), after.get(key)
        if _differ(*pair) and (key[0] is None or key[0] in versions):
            yield QuotaChange(new.id, *key, *pair)


def _differ(before: PtuParameters | Quota | None, after: PtuParameters | Quota | None) -> bool:
    """Tell whether figures differ; the same ones from another source do not."""
    if before is None or after is None:
        return before is not after
    return before.but(source=after.source) != after


def _field_changes(
    old: Entry, new: Entry, read: Callable[[ModelVersion], Fields]
) -> Iterator[FieldChange]:
    before, after = read(old.version), read(new.version)
    for name in before:
        if before[name] != after[name]:
            yield FieldChange(*new.key, name, before[name], after[name])


def _lifecycle(version: ModelVersion) -> Fields:
    return {spec.key: spec.value(version) for spec in LIFECYCLE_FIELDS}


def _details(version: ModelVersion) -> Fields:
    return {spec.key: spec.value(version) for spec in (*LIMIT_FIELDS, CAPABILITIES)}


def _ptu(model: Model) -> dict[str | None, PtuParameters]:
    """Return the parameters in force by version, without the names of versions."""
    found: dict[str | None, PtuParameters] = {}
    for item in model.ptu:
        if not item.history:
            plain = item.but(versions=())
            for version in item.versions or (None,):
                found.setdefault(version, plain)
    return found


def _quotas(model: Model) -> dict[tuple[str | None, str | None, str], Quota]:
    """Return the quotas by version, deployment type and tier, without the names of versions."""
    found: dict[tuple[str | None, str | None, str], Quota] = {}
    for item in model.quotas:
        plain = item.but(versions=())
        for version in item.versions or (None,):
            found.setdefault((version, item.deployment_type, item.tier), plain)
    return found
