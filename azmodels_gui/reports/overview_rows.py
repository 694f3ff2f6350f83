# SPDX-License-Identifier: MIT
"""Rows about what a model is: provider, family, kinds of input, use cases, capabilities."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from azmodels_gui.catalog.document import Modalities, UseCase
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.fact_told import capability_told, host_told
from azmodels_gui.catalog.facts import Capability, Hosting
from azmodels_gui.catalog.terms import Channel
from azmodels_gui.reports.cells import compared_row
from azmodels_gui.reports.order import SheetOrder
from azmodels_gui.reports.sheet import Cell, Group, Row

NO = "–"


def overview(entries: Sequence[Entry], order: SheetOrder) -> Group:
    """Return who made the models and what they are."""
    words, cells = order.words, order.cells
    providers = {each.id: each.name for each in order.catalog.providers}
    families = {each.id: each.name for each in order.catalog.families}

    def row(key: str, cell: Callable[[Entry], Cell]) -> Row:
        return compared_row(key, words(key), [cell(entry) for entry in entries])

    def named(name: str | None, names: Mapping[str, str]) -> Cell:
        return cells.unknown() if name is None else cells.text(names.get(name, name))

    rows = [
        row("version", lambda e: cells.text(e.version.version or words("no_version"))),
        row("provider", lambda e: named(e.model.provider, providers)),
        row("family", lambda e: named(e.model.family, families)),
        row("channel", lambda e: _channel(e.model.channel, order)),
        row("input_kinds", lambda e: _kinds(e.model.modalities, "input", order)),
        row("output_kinds", lambda e: _kinds(e.model.modalities, "output", order)),
    ]
    if not all(entry.model.kind.known for entry in entries):
        rows.append(row("entry_kind", lambda e: cells.text(e.model.kind.value)))
    if any(entry.version.hosted_by for entry in entries):
        rows.append(row("hosted_by", lambda e: _host(e.version.hosted_by, providers, order)))
    return Group("overview", words("overview"), tuple(rows))


def _host(hosting: Hosting | None, providers: Mapping[str, str], order: SheetOrder) -> Cell:
    if hosting is None:
        return order.cells.unknown()
    return order.cells.text(host_told(hosting.by, providers), hosting.source)


def use_cases(entries: Sequence[Entry], order: SheetOrder) -> Group:
    """Return what each model is recommended for; use cases of none are left out."""

    def has(entry: Entry, each: UseCase) -> bool:
        return each.id in entry.model.use_cases

    rows = tuple(_marks(entries, order.catalog.use_cases, has, order))
    return Group("use_cases", order.words("use_cases"), rows)


def capabilities(entries: Sequence[Entry], order: SheetOrder) -> Group:
    """Return what each version can do. A capability no source names is unknown, not missing."""
    rows = []
    for kind in order.catalog.capabilities:
        told = [
            [each for each in entry.version.capabilities if each.id == kind.id] for entry in entries
        ]
        if any(told):
            found = [_capability(each, order) for each in told]
            rows.append(compared_row(kind.id, kind.name.in_language(order.language), found))
    return Group("capabilities", order.words("capabilities"), tuple(rows))


def _capability(told: Sequence[Capability], order: SheetOrder) -> Cell:
    if not told:
        return order.cells.unknown()
    text = capability_told(told[0], order.source_dates, order.language)
    return order.cells.text(text, *(each.source for each in told))


def _marks(
    entries: Sequence[Entry],
    kinds: Sequence[UseCase],
    has: Callable[[Entry, UseCase], bool],
    order: SheetOrder,
) -> Iterator[Row]:
    """Yield a row for each use case that some entry has; the list is ours, so no is a no."""
    for kind in kinds:
        known = [has(entry, kind) for entry in entries]
        if any(known):
            cells = [order.cells.text(order.words("yes") if each else NO) for each in known]
            yield compared_row(kind.id, kind.name.in_language(order.language), cells)


def _kinds(modalities: Modalities | None, side: str, order: SheetOrder) -> Cell:
    names = () if modalities is None else getattr(modalities, side)
    if modalities is None or not names:
        return order.cells.unknown()
    words = order.words
    told = (words(f"kind_{name}") if words.has(f"kind_{name}") else name for name in names)
    return order.cells.text(", ".join(told), modalities.source)


def _channel(channel: Channel | None, order: SheetOrder) -> Cell:
    return (
        order.cells.unknown() if channel is None else order.cells.text(order.words.named(channel))
    )
