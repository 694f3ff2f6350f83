# SPDX-License-Identifier: MIT
"""What models can do as a table of signs: models in rows, features in columns."""

import re
from collections.abc import Iterator, Sequence

from azmodels_gui.answers.answer import Answer, Status
from azmodels_gui.answers.overview import Feature, feature
from azmodels_gui.catalog.entry import Entry, stage_on
from azmodels_gui.language.shown import tr
from azmodels_gui.sheets.answer_cells import label, text
from azmodels_gui.sheets.features_sheet import named
from azmodels_gui.window.grids.grid import Grid, GridCell, GridColumn, GridRow, Mark
from azmodels_gui.window.models.cell_context import CellContext
from azmodels_gui.window.regions.lifecycle_line import lifecycle_line
from azmodels_gui.window.theme.tokens import Tone

YES, NO, UNKNOWN = Mark("✓", tone=Tone.GOOD), Mark("–"), Mark("?")
DISPUTED = Mark("!", tone=Tone.WARN)
_MARKS = {
    Status.KNOWN: YES,
    Status.NOT_OFFERED: NO,
    Status.UNKNOWN: UNKNOWN,
    Status.DISPUTED: DISPUTED,
}
LINE_LETTERS = 17
"""The head of a column is no wider than it must be."""
EntryGroup = tuple[str, str, Sequence[Entry]]
"""A heading with a note, and the entries below it; empty: no heading."""


def features_grid(
    groups: Sequence[EntryGroup],
    columns: Sequence[Feature],
    wanted: frozenset[str],
    context: CellContext,
) -> Grid:
    """Return the table.

    Args:
        groups: the models, in their order.
        columns: what they are asked for.
        wanted: keys of the features that all models shall have; their heads stand out.
        context: the language on show.
    """
    rows: list[GridRow] = []
    entries: list[Entry | None] = []
    for title, note, group in groups:
        if title and group:
            rows.append(GridRow(("group", title), title, note, heading=True))
            entries.append(None)
        rows += _rows(group, context)
        entries += group

    def answer(row: int, column: int) -> Answer:
        entry = entries[row]
        assert entry is not None, "a heading has no cells"
        return feature(entry, columns[column], context.view)

    def cell(row: int, column: int) -> GridCell:
        return GridCell((_MARKS.get(answer(row, column).status, UNKNOWN),))

    def words(row: int, column: int) -> str:
        return text(answer(row, column), context.order)

    def told(row: int, column: int) -> list[str]:
        found = answer(row, column)
        title = f"{rows[row].title} {rows[row].note}".rstrip()
        name = named(columns[column], context.order)
        sources = filter(None, map(context.source_line, found.sources))
        return [f"{title} – {name}", text(found, context.order), *sources]

    return Grid(
        (tr("Model"), tr("Version")),
        tuple(rows),
        tuple(_columns(columns, wanted, context)),
        cell,
        words,
        told,
        own_widths=True,
    )


def _rows(entries: Sequence[Entry], context: CellContext) -> Iterator[GridRow]:
    for entry in entries:
        until, _ = lifecycle_line(entry, context)
        dead = not stage_on(entry.version.lifecycle, context.index.today).usable
        told = "\n".join(filter(None, (entry.title, until)))
        yield GridRow(entry.key, entry.model.id, entry.version.version, struck=dead, told=told)


def _columns(
    columns: Sequence[Feature], wanted: frozenset[str], context: CellContext
) -> Iterator[GridColumn]:
    for each in columns:
        name = label(each.name, context.order)
        first, *rest = (each.level, *_in_lines(name)) if each.level else _in_lines(name)
        tone = Tone.MUTED if each.level else Tone.PLAIN
        told = named(each, context.order)
        hint = tr("Click or Space: only models that can do it")
        yield GridColumn(
            each.key,
            first,
            tuple((line, tone) for line in (*rest, "", "")[:2]),
            told=f"{told}\n{hint}",
            chosen=each.key in wanted,
        )


def _in_lines(name: str) -> list[str]:
    """Return a name in lines that are as short as its words allow."""
    lines: list[str] = []
    for word in re.sub(r"(\w{5,}-)", r"\1 ", name).split():
        if lines and len(lines[-1]) + len(word) < LINE_LETTERS:
            lines[-1] += word if lines[-1].endswith("-") else f" {word}"
        else:
            lines.append(word)
    return lines
