# SPDX-License-Identifier: MIT
"""The difference of two catalogues, and the retirements to come, as sheets."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from msgspec import structs

from azmodels_gui.catalog.differences import Changes, changes_in_regions
from azmodels_gui.catalog.document import entries
from azmodels_gui.catalog.fact_dates import FactKind
from azmodels_gui.catalog.radar import Retirement
from azmodels_gui.language import figures
from azmodels_gui.sheets.change_rows import change_groups
from azmodels_gui.sheets.change_words import HEADINGS, RADAR_HEADINGS, ChangeWords
from azmodels_gui.sheets.frame import Content, framed
from azmodels_gui.sheets.grouped import GroupedRow, RowFilter, RowGroup, filtered
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.radar_rows import radar_groups
from azmodels_gui.sheets.sheet import Column, Group, Part, Row, Sentence, Sheet, SheetKind, Table

CHANGE_WEIGHTS, RADAR_WEIGHTS = (3, 2, 2, 1, 3), (1, 1, 1, 3)
"""Room for the columns between model and source; what is long gets more."""
_Groups = Callable[[str], tuple[RowGroup, ...]]


@dataclass(frozen=True)
class NewsAsked:
    """To what the lines were narrowed."""

    wanted: RowFilter = field(default_factory=RowFilter)
    language: str = "en"
    """In which language the words of the filter were looked for."""
    entries: str = ""
    """`pinned`, `filter` or `client`, as `wanted` says; empty: all models."""
    regions: Collection[str] = ()
    """Ids; changes alone are narrowed to them. Empty: all."""


def changes_sheet(
    changes: Changes, before: date | None, asked: NewsAsked, order: SheetOrder
) -> Sheet:
    """Return what differs from an earlier catalogue.

    Args:
        changes: the difference to the catalogue of the order.
        before: day of the earlier catalogue; None: not known.
        asked: what it is narrowed to.
        order: language, day and catalogue.
    """
    shown = changes_in_regions(changes, frozenset(asked.regions)) if asked.regions else changes
    groups = _fitting(lambda language: change_groups(shown, order.catalog, language), asked, order)
    day = order.words("day_unknown") if before is None else figures.day(before, order.language)
    head = order.words("compared_with", serial=changes.old_serial, day=day)
    names = {region.id: region.name for region in order.catalog.regions}
    where = ", ".join(sorted(names.get(each, each) for each in asked.regions))
    told = (head, order.words("in_regions", regions=where)) if where else (head,)
    headings = ChangeWords(order.language).headings(HEADINGS)
    table = _table(headings, CHANGE_WEIGHTS, groups, order)
    content = Content(
        SheetKind.CHANGES,
        order.words("changes_sheet"),
        (Part("changes", "", (table,)),),
        head=(*told, *_narrowed(asked, order)),
        assumptions=(Sentence(order.words("as_stated")),),
        dates=order.dates(entries(order.catalog)),
        remarks=(Sentence(order.words("not_compared")),),
        priced=False,
    )
    return framed(content, order)


def retirements_sheet(found: Collection[Retirement], asked: NewsAsked, order: SheetOrder) -> Sheet:
    """Return what is retired when, with what takes its place.

    Args:
        found: the retirements in their order.
        asked: what they are narrowed to.
        order: language, day and catalogue.
    """
    groups = _fitting(lambda language: radar_groups(found, order.catalog, language), asked, order)
    headings = ChangeWords(order.language).headings(RADAR_HEADINGS)
    table = _table(headings, RADAR_WEIGHTS, groups, order)
    day = figures.day(order.day, order.language)
    content = Content(
        SheetKind.RETIREMENTS,
        order.words("retirements_sheet"),
        (Part("retirements", "", (table,)),),
        head=tuple(_narrowed(asked, order)),
        assumptions=(Sentence(order.words("counted_from", day=day)),),
        remarks=tuple(_undated(asked, order)),
        dates=order.dates(entries(order.catalog), (FactKind.LIFECYCLE,)),
        priced=False,
    )
    return framed(content, order)


def _undated(asked: NewsAsked, order: SheetOrder) -> Iterator[Sentence]:
    """Yield how many models of the question have no date: it may be near all the same."""
    wanted = asked.wanted.entries
    count = sum(
        entry.version.lifecycle.retirement_date is None
        for entry in entries(order.catalog)
        if wanted is None or entry.key in wanted
    )
    if count:
        yield Sentence(order.words("undated", count=figures.number(count, order.language)))


def _fitting(groups: _Groups, asked: NewsAsked, order: SheetOrder) -> tuple[RowGroup, ...]:
    """Return the lines that fit, those that were found in the language of the search."""
    told = groups(order.language)
    if not asked.wanted.text or asked.language == order.language:
        return filtered(told, asked.wanted)
    searched = groups(asked.language)
    fits = {id(row) for group in filtered(searched, asked.wanted) for row in group.rows}
    pairs = zip(told, searched, strict=True)
    kept = (replace(group, rows=tuple(_alike(group, other, fits))) for group, other in pairs)
    return tuple(group for group in kept if group.rows)


def _alike(group: RowGroup, searched: RowGroup, fits: Collection[int]) -> Iterator[GroupedRow]:
    for row, other in zip(group.rows, searched.rows, strict=True):
        if id(other) in fits:
            yield row


def _narrowed(asked: NewsAsked, order: SheetOrder) -> Iterator[str]:
    if asked.entries:
        yield order.words(f"narrowed_{asked.entries}")
    if asked.wanted.text.strip():
        yield order.words("searched", text=asked.wanted.text.strip())


def _table(
    headings: tuple[str, ...],
    weights: tuple[int, ...],
    groups: tuple[RowGroup, ...],
    order: SheetOrder,
) -> Table:
    """Return the lines under their headings; columns that nothing stands in are left out.

    The last column names the sources, which a sheet has in its footnotes.
    """
    rows = [row for group in groups for row in group.rows]
    kept = [at for at in range(1, len(headings) - 1) if any(row.cells[at] for row in rows)]
    return Table(
        headings[0],
        tuple(Column(headings[at], weight=weights[at - 1]) for at in kept),
        tuple(
            Group(group.id, group.title, tuple(_row(row, kept, order) for row in group.rows))
            for group in groups
        ),
    )


def _row(row: GroupedRow, kept: list[int], order: SheetOrder) -> Row:
    first, *others = (order.cells.text(row.cells[at]) for at in kept)
    cells = (structs.replace(first, sources=row.sources), *others)
    return Row(f"{row.model} {row.version or ''}".strip(), row.cells[0], cells)
