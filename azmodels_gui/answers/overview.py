# SPDX-License-Identifier: MIT
"""What models are: provider, family, kinds of input, host, use cases, capabilities."""

from collections.abc import Callable, Iterator, Sequence

from azmodels_gui.answers.answer import (
    UNKNOWN,
    Answer,
    Row,
    Section,
    Status,
    known,
    message,
    unique,
)
from azmodels_gui.answers.viewpoint import Viewpoint
from azmodels_gui.catalog.document import UseCase
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.fact_told import host_told

YES, NO = message("yes"), message("dash")


def overview(entries: Sequence[Entry], view: Viewpoint) -> Section:
    """Return who made the models and what they are."""
    return Section("overview", message("overview"), tuple(_rows(entries, view)))


def _rows(entries: Sequence[Entry], view: Viewpoint) -> Iterator[Row]:
    def row(key: str, ask: Callable[[Entry], Answer]) -> Row:
        return Row(key, message(key), tuple(map(ask, entries)))

    yield row("version", lambda e: known(e.version.version or message("no_version")))
    yield row("provider", lambda e: provider(e, view))
    yield row("family", lambda e: family(e, view))
    yield row("channel", lambda e: known(e.model.channel))
    yield row("input_kinds", lambda e: kinds(e, "input"))
    yield row("output_kinds", lambda e: kinds(e, "output"))
    if not all(entry.model.kind.known for entry in entries):
        yield row("entry_kind", lambda e: known(e.model.kind.value))
    if any(entry.version.hosted_by for entry in entries):
        yield row("hosted_by", lambda e: host(e, view))


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
    return Section("use_cases", message("use_cases"), tuple(rows))


def capabilities(entries: Sequence[Entry], view: Viewpoint) -> Section:
    """Return what each version can do. A capability no source names is unknown, not missing."""
    rows = []
    names = {kind.id: kind.name for kind in view.catalog.capabilities}
    told = {each.id for entry in entries for each in entry.version.capabilities}
    for name in (*names, *sorted(told - set(names))):
        if name in told:
            answers = tuple(capability(entry, name) for entry in entries)
            rows.append(Row(name, names.get(name, name), answers))
    return Section("capabilities", message("capabilities"), tuple(rows))


def capability(entry: Entry, name: str) -> Answer:
    """Return whether a version can do something: yes, its levels, or a no."""
    listed = [each for each in entry.version.capabilities if each.id == name]
    if not listed:
        return UNKNOWN
    sources = unique(each.source for each in listed)
    if not listed[0].supported:
        return Answer(Status.NOT_OFFERED, message("no"), sources=sources)
    return known(", ".join(listed[0].levels) or YES, *sources)
