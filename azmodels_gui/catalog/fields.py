# SPDX-License-Identifier: MIT
"""The fields of a version that are told and compared: a record each.

What a field is called, what of it is compared between two catalogues, and which sources state it.
Differences, their words and sources, sections of answers and ages of facts read these records.
"""

from collections.abc import Callable, Iterator
from datetime import date
from operator import attrgetter

from msgspec import Struct

from azmodels_gui.catalog.facts import ModelVersion, TokenLimit
from azmodels_gui.language.words import N_, Message

Compared = str | int | bool | tuple[str, ...] | None


class FieldSpec(Struct, frozen=True):
    """All that is particular of one field."""

    key: str
    """Its place in the version's lifecycle or limits."""
    words: Message
    """What it is called where a change of it is told."""
    value: Callable[[ModelVersion], Compared]
    """What is compared; None: not stated."""
    sources: Callable[[ModelVersion], Iterator[str | None]]
    is_day: bool = False


def _lifecycle(key: str, words: Message, *, is_day: bool = False, source: str = "") -> FieldSpec:
    """Return a field of the lifecycle; `source` names its own one, where it can have one."""
    read = attrgetter(key)

    def value(version: ModelVersion) -> Compared:
        if key.startswith("fine_tuning") and version.lifecycle.fine_tuning is None:
            return None
        found = read(version.lifecycle)
        return str(found) if isinstance(found, date) else found

    def sources(version: ModelVersion) -> Iterator[str | None]:
        lifecycle = version.lifecycle
        if key.startswith("fine_tuning"):
            yield None if lifecycle.fine_tuning is None else lifecycle.fine_tuning.source
        else:
            yield (getattr(lifecycle, source) if source else None) or lifecycle.source

    return FieldSpec(key, words, value, sources, is_day)


def _limit(key: str, words: Message) -> FieldSpec:
    """Return a field of the limits: tokens, or a month."""

    def value(version: ModelVersion) -> Compared:
        found = getattr(version.limits, key)
        if found is None:
            return None
        return found.tokens if isinstance(found, TokenLimit) else str(found.until)

    def sources(version: ModelVersion) -> Iterator[str | None]:
        found = getattr(version.limits, key)
        yield None if found is None else found.source

    return FieldSpec(key, words, value, sources)


LIFECYCLE_FIELDS = (
    _lifecycle("stage", N_("Stage"), source="stage_source"),
    _lifecycle("retirement_date", N_("Retirement date"), is_day=True),
    _lifecycle("retirement_not_before", N_("Retirement no earlier than")),
    _lifecycle("deprecation_date", N_("Deprecation date"), is_day=True),
    _lifecycle("replacements", N_("Replacement"), source="replacements_source"),
    _lifecycle("fine_tuning.training_retirement", N_("End of fine-tuning"), is_day=True),
    _lifecycle("fine_tuning.training_not_before", N_("End of fine-tuning no earlier than")),
    _lifecycle("fine_tuning.deployment_retirement", N_("End of fine-tuned models"), is_day=True),
)
TOKEN_LIMITS = (
    _limit("context_window", N_("Context window")),
    _limit("max_input", N_("Input limit")),
    _limit("max_output", N_("Max output")),
)
"""Limits of one request that every model has, so that unknown ones are told."""
LIMIT_FIELDS = (
    *TOKEN_LIMITS,
    _limit("long_context_above", N_("Long context above")),
    _limit("training_data", N_("Training data until")),
)


def _supported(version: ModelVersion) -> tuple[str, ...]:
    return tuple(sorted({each.id for each in version.capabilities if each.supported}))


CAPABILITIES = FieldSpec(
    "capabilities",
    N_("Capabilities"),
    _supported,
    lambda version: (each.source for each in version.capabilities),
)
VERSION_FIELDS = {spec.key: spec for spec in (*LIFECYCLE_FIELDS, *LIMIT_FIELDS, CAPABILITIES)}
