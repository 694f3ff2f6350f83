# SPDX-License-Identifier: MIT
"""Rows about stage, dates and token limits."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from azmodels_gui.catalog.document import Source
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.fact_told import unlisted_told
from azmodels_gui.catalog.facts import TokenLimit
from azmodels_gui.catalog.stage import stage_on
from azmodels_gui.language import figures
from azmodels_gui.reports.cells import compared_row
from azmodels_gui.reports.order import SheetOrder
from azmodels_gui.reports.sheet import Cell, Group, Mark, Row


def lifecycle(entries: Sequence[Entry], order: SheetOrder) -> Group:
    """Return stages as published, and what the dates mean on the sheet's day."""
    words = order.words
    rows = (
        compared_row("stage", words("stage"), [stage_cell(each, order) for each in entries]),
        compared_row(
            "retirement",
            words("retirement"),
            [retirement_cell(each, order) for each in entries],
            best="high",
        ),
        compared_row(
            "days_left",
            words("days_left"),
            [days_left_cell(each, order) for each in entries],
            best="high",
        ),
        compared_row(
            "replacement", words("replacement"), [_replacement(each, order) for each in entries]
        ),
    )
    further = (*_unlisted_rows(entries, order), *_fine_tuning_rows(entries, order))
    return Group("lifecycle", words("lifecycle"), (*rows, *further))


def _unlisted_rows(entries: Sequence[Entry], order: SheetOrder) -> Iterator[Row]:
    """Yield which newer list no longer names an entry, where that is so of any."""
    sources = {source.id: source for source in order.catalog.sources}
    found = [sources.get(entry.version.lifecycle.unlisted_in or "") for entry in entries]
    if any(found):
        cells = [_unlisted(source, order) for source in found]
        yield compared_row("unlisted", order.words("unlisted"), cells)


def _unlisted(source: Source | None, order: SheetOrder) -> Cell:
    if source is None:
        return order.cells.text("–")
    told = unlisted_told(source, order.language)
    return order.cells.text(told, source.id, mark=Mark.WARNING)


def _fine_tuning_rows(entries: Sequence[Entry], order: SheetOrder) -> Iterator[Row]:
    """Yield when fine-tuned models retire, where a source says so of any entry."""
    found = [entry.version.lifecycle.fine_tuning for entry in entries]
    if not any(found):
        return
    days = {
        "fine_tuning_training": [
            None if each is None else each.training_retirement for each in found
        ],
        "fine_tuning_deployment": [
            None if each is None else each.deployment_retirement for each in found
        ],
    }
    for key, dates in days.items():
        cells = [
            order.cells.day(day, None if each is None else each.source)
            for day, each in zip(dates, found, strict=True)
        ]
        yield compared_row(key, order.words(key), cells, best="high")


def limits(entries: Sequence[Entry], order: SheetOrder) -> Group:
    """Return token limits and how far training data reaches."""
    words = order.words
    rows = [
        compared_row(
            key,
            words(key),
            [limit_cell(each, key, order) for each in entries],
            best="high",
        )
        for key in ("context_window", "max_input", "max_output")
    ]
    training = [_training(each, order) for each in entries]
    rows.append(compared_row("training_data", words("training_data"), training, best="high"))
    return Group("limits", words("limits"), tuple(rows))


def stage_cell(entry: Entry, order: SheetOrder) -> Cell:
    """Return the stage as published; a passed date that contradicts it is added."""
    found, lifecycle = stage_on(entry.version.lifecycle, order.day), entry.version.lifecycle
    source = lifecycle.stage_source or lifecycle.source
    if found.published is None:
        return order.cells.unknown()
    told = order.words.named(found.published)
    if found.contradicts:
        told = f"{told}, {order.words('past_date')}"
    marked = Mark.WARNING if found.contradicts or not found.usable else Mark.NONE
    return order.cells.text(told, source, mark=marked)


def retirement_cell(entry: Entry, order: SheetOrder) -> Cell:
    """Return the retirement date; a "not before" stays one, a disputed one is marked."""
    lifecycle = entry.version.lifecycle
    cell = order.cells.day(lifecycle.retirement_date, lifecycle.source)
    if lifecycle.retirement_date is None:
        return cell
    if lifecycle.retirement_not_before:
        before = order.words("not_before", day="")
        cell = replace(cell, text=f"{before}{cell.text}", before=before)
    return _if_disputed(cell, entry, "retirement_date")


def days_left_cell(entry: Entry, order: SheetOrder) -> Cell:
    """Return the days until the retirement date; negative once it has passed."""
    lifecycle = entry.version.lifecycle
    days = stage_on(lifecycle, order.day).days_left
    cell = order.cells.number(days, lifecycle.source)
    past = days is not None and days < 0
    return replace(cell, mark=Mark.WARNING) if past else cell


def limit_cell(entry: Entry, name: str, order: SheetOrder) -> Cell:
    """Return one limit in tokens."""
    limit: TokenLimit | None = getattr(entry.version.limits, name)
    if limit is None:
        return order.cells.unknown()
    return _if_disputed(order.cells.number(limit.tokens, limit.source), entry, name)


def _if_disputed(cell: Cell, entry: Entry, about: str) -> Cell:
    """Mark a figure that another source contradicts: the remarks say what each claims."""
    disputed = any(each.about == about for each in entry.version.conflicts)
    return replace(cell, mark=Mark.WARNING) if disputed else cell


def _training(entry: Entry, order: SheetOrder) -> Cell:
    found = entry.version.limits.training_data
    if found is None:
        return order.cells.unknown()
    text = figures.partial_day(found.until, order.language)
    return order.cells.text(text, found.source)


def _replacement(entry: Entry, order: SheetOrder) -> Cell:
    lifecycle = entry.version.lifecycle
    if not lifecycle.replacements:
        return order.cells.text("–") if lifecycle.source else order.cells.unknown()
    source = lifecycle.replacements_source or lifecycle.source
    return order.cells.text(", ".join(lifecycle.replacements), source)
