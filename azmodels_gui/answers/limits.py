# SPDX-License-Identifier: MIT
"""Token limits of one request, and how far training data reaches."""

from collections.abc import Iterator, Sequence

from azmodels_gui.answers.answer import (
    UNKNOWN,
    Answer,
    Better,
    PartialDay,
    Qualifier,
    Row,
    Section,
    Tokens,
    if_disputed,
    known,
    message,
)
from azmodels_gui.answers.viewpoint import Viewpoint
from azmodels_gui.catalog.document import LESS_CONTEXT
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.facts import TokenLimit
from azmodels_gui.catalog.fields import TOKEN_LIMITS

_OF_INPUT = frozenset({"context_window", "max_input"})


def limits(entries: Sequence[Entry], view: Viewpoint) -> Section:
    """Return token limits and how far training data reaches."""
    return Section("limits", message("limits"), tuple(_rows(entries, view)))


def _rows(entries: Sequence[Entry], view: Viewpoint) -> Iterator[Row]:
    for spec in TOKEN_LIMITS:
        told = tuple(limit(entry, spec.key, view) for entry in entries)
        yield Row(spec.key, message(spec.key), told, Better.HIGH)
    if any(entry.version.limits.long_context_above for entry in entries):
        told = tuple(limit(entry, "long_context_above", view) for entry in entries)
        yield Row("long_context_above", message("long_context_above"), told)
    told = tuple(training_data(entry, view) for entry in entries)
    yield Row("training_data", message("training_data"), told, Better.HIGH)


def limit(entry: Entry, name: str, _view: Viewpoint) -> Answer:
    """Return one limit in tokens, with the condition under which it is smaller."""
    found: TokenLimit | None = getattr(entry.version.limits, name)
    if found is None:
        return UNKNOWN
    notes = (note for note in entry.model.notes if note.topic == LESS_CONTEXT)
    note = next(notes, None) if name in _OF_INPUT else None
    if note is None:
        return if_disputed(known(Tokens(found.tokens), found.source), entry, name)
    told = known(
        Tokens(found.tokens),
        *(found.source, note.source),
        qualifiers=frozenset({Qualifier.CONDITIONAL}),
        note=note.text,
    )
    return if_disputed(told, entry, name)


def training_data(entry: Entry, _view: Viewpoint) -> Answer:
    """Return up to when training data reaches."""
    found = entry.version.limits.training_data
    if found is None:
        return UNKNOWN
    return if_disputed(known(PartialDay(found.until), found.source), entry, "training_data")
