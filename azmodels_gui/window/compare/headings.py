# SPDX-License-Identifier: MIT
"""Headings of the comparison's columns, and what its tooltips say of sources."""

from collections.abc import Iterator

from azmodels_gui.answers.lifecycle import stage
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.language import figures
from azmodels_gui.sheets.answer_cells import text
from azmodels_gui.sheets.order import SheetOrder


def heading(entry: Entry, order: SheetOrder) -> str:
    """Return model, version and stage, one below the other."""
    version = entry.version.version or order.words("no_version")
    return "\n".join((entry.model.id, version, text(stage(entry, order.view), order)))


def source_texts(order: SheetOrder) -> dict[str, str]:
    """Return title and date of every source by id."""
    return dict(_told(order))


def _told(order: SheetOrder) -> Iterator[tuple[str, str]]:
    for source in order.catalog.sources:
        as_of = figures.partial_day(source.as_of or "", order.language)
        yield source.id, ", ".join(part for part in (source.title, as_of) if part)
