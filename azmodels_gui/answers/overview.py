# SPDX-License-Identifier: MIT
"""What models are and can do: provider, kinds of input, use cases, capabilities, limits."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from azmodels_gui.answers.answer import (
    UNKNOWN,
    Answer,
    Better,
    Message,
    PartialDay,
    Qualifier,
    Row,
    Section,
    Status,
    Tokens,
    if_disputed,
    known,
    message,
    row,
    section,
    unique,
)
from azmodels_gui.answers.availability import offered
from azmodels_gui.answers.viewpoint import Viewpoint
from azmodels_gui.catalog.document import LESS_CONTEXT, Entry, UseCase
from azmodels_gui.catalog.fact_dates import host_told
from azmodels_gui.catalog.facts import LocalText, TokenLimit
from azmodels_gui.catalog.fields import TOKEN_LIMITS
from azmodels_gui.catalog.offered import offered_anywhere, strongest
from azmodels_gui.catalog.terms import Availability, Billing

YES, NO = message("yes"), message("dash")


def overview(entries: Sequence[Entry], view: Viewpoint) -> Section:
    """Return who made the models and what they are."""
    return section("overview", _rows(entries, view))


def _rows(entries: Sequence[Entry], view: Viewpoint) -> Iterator[Row]:
    none = message("no_version")
    yield row("version", (known(each.version.version or none) for each in entries))
    yield row("provider", (provider(each, view) for each in entries))
    yield row("family", (family(each, view) for each in entries))
    yield row("channel", (known(each.model.channel) for each in entries))
    yield row("input_kinds", (kinds(each, "input") for each in entries))
    yield row("output_kinds", (kinds(each, "output") for each in entries))
    if not all(entry.model.kind.known for entry in entries):
        yield row("entry_kind", (known(each.model.kind.value) for each in entries))
    if any(entry.version.hosted_by for entry in entries):
        yield row("hosted_by", (host(each, view) for each in entries))


def provider(entry: Entry, view: Viewpoint) -> Answer:
    """Return who made the model."""
    return known(view.provider_names.get(entry.model.provider, entry.model.provider))


def family(entry: Entry, view: Viewpoint) -> Answer:
    """Return the family of models it belongs to."""
    name = entry.model.family
    return UNKNOWN if name is None else known(view.family_names.get(name, name))


def kinds(entry: Entry, side: str) -> Answer:
    """Return what goes in, or what comes out."""
    modalities = entry.model.modalities
    names: tuple[str, ...] = () if modalities is None else getattr(modalities, side)
    if modalities is None or not names:
        return UNKNOWN
    told = tuple(message(f"kind_{name}", name=name) for name in names)
    return Answer(Status.KNOWN, values=told, sources=(modalities.source,))


def host(entry: Entry, view: Viewpoint) -> Answer:
    """Return who runs a version and processes what is sent to it."""
    hosting = entry.version.hosted_by
    if hosting is None:
        return UNKNOWN
    return known(host_told(hosting.by, view.provider_names), hosting.source)


def use_cases(entries: Sequence[Entry], view: Viewpoint) -> Section:
    """Return what each model is recommended for; use cases of none are left out."""

    def has(entry: Entry, each: UseCase) -> bool:
        return each.id in entry.model.use_cases

    rows = []
    for use_case in view.catalog.use_cases:
        if any(has(entry, use_case) for entry in entries):
            # The list is ours, so no is a no.
            told = tuple(known(YES if has(entry, use_case) else NO) for entry in entries)
            rows.append(Row(use_case.id, use_case.name, told))
    return section("use_cases", rows)


def capabilities(entries: Sequence[Entry], view: Viewpoint) -> Section:
    """Return what each version can do. A capability no source names is unknown, not missing."""
    rows = []
    names = {kind.id: kind.name for kind in view.catalog.capabilities}
    told = {each.id for entry in entries for each in entry.version.capabilities}
    for name in (*names, *sorted(told - set(names))):
        if name in told:
            answers = tuple(capability(entry, name) for entry in entries)
            rows.append(Row(name, names.get(name, name), answers))
    return section("capabilities", rows)


def capability(entry: Entry, name: str) -> Answer:
    """Return whether a version can do something: yes, its levels, or a no."""
    listed = [each for each in entry.version.capabilities if each.id == name]
    if not listed:
        return UNKNOWN
    sources = unique(each.source for each in listed)
    if not listed[0].supported:
        return Answer(Status.NOT_OFFERED, message("no"), sources=sources)
    return known(", ".join(listed[0].levels) or YES, *sources)


_OF_INPUT = frozenset({"context_window", "max_input"})


def limits(entries: Sequence[Entry], view: Viewpoint) -> Section:
    """Return token limits and how far training data reaches."""
    rows = [
        row(spec.key, (limit(entry, spec.key, view) for entry in entries), Better.HIGH)
        for spec in TOKEN_LIMITS
    ]
    if any(entry.version.limits.long_context_above for entry in entries):
        name = "long_context_above"
        rows.append(row(name, (limit(entry, name, view) for entry in entries)))
    until = (training_data(entry, view) for entry in entries)
    rows.append(row("training_data", until, Better.HIGH))
    return section("limits", rows)


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


BATCH = "batch"
MAIN_FEATURES = (
    "document-input",
    "reasoning-effort",
    "structured-outputs",
    "function-calling",
    "responses-api",
    "fine-tuning",
    BATCH,
    "priority-processing",
    "prompt-caching",
    "vision",
)
"""What is asked about most, in this order; the others follow in that of the catalogue."""
LEVELS = ("none", "minimal", "low", "medium", "high", "xhigh", "max")
"""From least to most; levels nobody knows yet come last."""


class Feature(Struct, frozen=True):
    """Something that models can do or not."""

    id: str
    """Of `Catalog.capabilities`, or `BATCH`."""
    name: Message | LocalText | str
    level: str = ""
    """One level of it; empty: the thing itself."""

    @property
    def key(self) -> str:
        """Name it as a filter does: `reasoning-effort=high`."""
        return f"{self.id}={self.level}" if self.level else self.id


def features(
    entries: Iterable[Entry], view: Viewpoint, *, by_level: bool = True
) -> tuple[Feature, ...]:
    """Return what some source says of any of the entries.

    Args:
        entries: those that are compared.
        view: the catalogue.
        by_level: a capability with levels is one feature for each of them.
    """
    levels: dict[str, set[str]] = {}
    for entry in entries:
        for each in entry.version.capabilities:
            levels.setdefault(each.id, set()).update(each.levels)
    listed = [kind.id for kind in view.catalog.capabilities]
    told = [*MAIN_FEATURES, *listed, *sorted(levels.keys() - set(listed))]
    names = {kind.id: kind.name for kind in view.catalog.capabilities}
    found: list[Feature] = []
    for name in dict.fromkeys(told):
        if name == BATCH:
            found.append(Feature(BATCH, message("batch")))
        elif levels.get(name) and by_level:
            ranked = sorted(levels[name], key=_rank)
            found += [Feature(name, names.get(name, name), level) for level in ranked]
        elif name in levels:
            found.append(Feature(name, names.get(name, name)))
    return tuple(found)


def feature(entry: Entry, asked: Feature, view: Viewpoint) -> Answer:
    """Return whether an entry can do something: yes, its levels, a no, or unknown.

    A source that names levels and not this one says no; one that names none leaves it open.
    """
    if asked.id == BATCH:
        return _batch(entry, view)
    told = capability(entry, asked.id)
    if not asked.level or told.status is not Status.KNOWN:
        return told
    levels = {
        level for each in entry.version.capabilities if each.id == asked.id for level in each.levels
    }
    if not levels:
        return UNKNOWN
    if asked.level in levels:
        return known(YES, *told.sources)
    return Answer(Status.NOT_OFFERED, message("no"), sources=told.sources)


def says_anything(entry: Entry) -> bool:
    """Tell whether some source says what an entry can do."""
    return bool(entry.version.capabilities)


def _batch(entry: Entry, view: Viewpoint) -> Answer:
    kinds = [kind.id for kind in view.catalog.deployment_types if kind.billing is Billing.BATCH]
    if entry.is_service or not kinds:
        return UNKNOWN
    found = strongest(offered_anywhere(entry, kind) for kind in kinds)
    offers = (entry.offers.get(kind) for kind in kinds)
    told = offered(found, offers, view)
    if found is Availability.OFFERED:
        return known(YES, *told.sources)
    return told


def _rank(level: str) -> tuple[int, str]:
    return (LEVELS.index(level) if level in LEVELS else len(LEVELS), level)


def fitting(
    entries: Sequence[Entry], asked: Sequence[Feature], view: Viewpoint
) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """Return the entries that can do all that is asked, and those of which it is unknown."""
    fits, unknown = [], []
    for entry in entries:
        told = set(_statuses(entry, asked, view))
        if told <= {Status.KNOWN}:
            fits.append(entry)
        elif Status.NOT_OFFERED not in told:
            unknown.append(entry)
    return tuple(fits), tuple(unknown)


def _statuses(entry: Entry, asked: Iterable[Feature], view: Viewpoint) -> Iterator[Status]:
    return (feature(entry, each, view).status for each in asked)
