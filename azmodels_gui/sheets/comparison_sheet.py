# SPDX-License-Identifier: MIT
"""The comparison sheet: page 1 answers, an appendix has every row side by side."""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from azmodels_gui.answers.headline import headline
from azmodels_gui.answers.key_facts import key_facts
from azmodels_gui.answers.sources import sections
from azmodels_gui.catalog.document import Entry
from azmodels_gui.language.words import capitalized
from azmodels_gui.sheets.answer_cells import groups
from azmodels_gui.sheets.answer_lines import answer_lines
from azmodels_gui.sheets.frame import Content, framed
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.price_chart import price_charts, scope_charts
from azmodels_gui.sheets.remarks import remarks
from azmodels_gui.sheets.sheet import (
    Block,
    Cell,
    CellKind,
    Column,
    Group,
    Part,
    Row,
    Sentence,
    Sheet,
    SheetKind,
    Table,
)

SIDE_BY_SIDE = 4
"""So many models stand side by side in the table of key facts; more stand below each other."""


class Shown(Struct, frozen=True):
    """Which part of the rows is wanted, as the page on screen shows them."""

    only_differences: bool = False
    folded: frozenset[str] = frozenset()
    """Keys of the sections that are left out."""


def comparison_sheet(
    entries: Sequence[Entry],
    order: SheetOrder,
    shown: Shown = Shown(),  # noqa: B008
) -> Sheet:
    """Return the sheet that compares some entries, in their order."""
    words = order.words
    whole = comparison_table(entries, order)
    table = _shown(whole, shown)
    key = tuple(group for group in table.groups if group.key == "key_facts")
    rest = tuple(group for group in table.groups if group.key != "key_facts")
    first: tuple[Block, ...] = (
        *(key_table(group, entries, order) for group in key),
        *(price_charts(entries, order) if len(entries) > 1 else scope_charts(entries[0], order)),
    )
    appendix = replace(table, groups=rest, folds=len(entries) > 1)
    content = Content(
        kind=SheetKind.COMPARISON,
        title=words("comparison"),
        parts=(
            Part("key_facts", "", first, name=words("key_facts")),
            Part("comparison", words("appendix"), (appendix,), new_page=True),
        ),
        head=(*region_lines(order), *_left_out(whole, shown, order)),
        assumptions=price_assumptions(order),
        # What is unknown among the key facts stands below as well.
        remarks=remarks(entries, (appendix,), order),
        dates=order.dates(entries),
        answer=answer_lines(headline(entries, order.view), order),
    )
    return framed(content, order)


def comparison_table(entries: Sequence[Entry], order: SheetOrder) -> Table:
    """Return the table alone; the window's page is made of the same groups."""
    view = order.view
    told = groups((key_facts(entries, view), *sections(entries, view)), order)
    if len(entries) == 1:
        told = tuple(_without_differences(group) for group in told)
    columns = tuple(Column(entry.title, figures=True) for entry in entries)
    legend = order.words("legend_key_facts") if len(entries) > 1 else ""
    return Table(order.words("model"), columns, told, legend)


def key_table(group: Group, entries: Sequence[Entry], order: SheetOrder) -> Table:
    """Return the key facts: a column for each model, or a row where there are many."""
    words = order.words
    group = _without_differences(replace(group, heading=""))
    if len(entries) <= SIDE_BY_SIDE:
        columns = tuple(Column(entry.title, figures=True) for entry in entries)
        return Table(words("key_facts"), columns, (group,))
    told = [_said_once(_short(row, order), row.cells) for row in group.rows]
    columns = tuple(Column(title, figures=True) for title, _ in told)
    rows = tuple(
        Row(entry.title, entry.title, tuple(cells[at] for _, cells in told))
        for at, entry in enumerate(entries)
    )
    legend = words("legend_by_model")
    made = (Group("key_facts", "", rows),)
    return Table(words("key_facts"), columns, made, legend, by_column=True, signs=True)


def _short(row: Row, order: SheetOrder) -> str:
    """Return what a narrow column is called."""
    kind, _, what = row.key.partition(":")
    words = order.words
    match kind:
        case "lowest":
            return words(f"strip_{what}")
        case "scope":
            return capitalized(words(f"scope_{what}"))
        case "as_ptu":
            return words("provisioned")
    return row.label


def _said_once(title: str, cells: tuple[Cell, ...]) -> tuple[str, tuple[Cell, ...]]:
    """Take what stands after every figure of a column into its title, such as the scope."""
    after = {cell.after for cell in cells if cell.kind is CellKind.MONEY}
    if len(after) != 1 or not (said := next(iter(after))):
        return title, cells
    shorter = (
        replace(cell, text=cell.text.removesuffix(said), after="") if cell.after else cell
        for cell in cells
    )
    return f"{title}{said}", tuple(shorter)


def _shown(table: Table, shown: Shown) -> Table:
    kept = (group for group in table.groups if group.key not in shown.folded)
    if shown.only_differences:
        kept = (replace(group, rows=group.differing) for group in kept)
    return replace(table, groups=tuple(group for group in kept if group.rows))


def _left_out(table: Table, shown: Shown, order: SheetOrder) -> Iterator[str]:
    """Yield what the reader does not see, as on screen."""
    if shown.only_differences:
        yield order.words("only_differences")
    folded = [group.heading for group in table.groups if group.key in shown.folded]
    if folded:
        yield order.words("folded_away", sections=", ".join(folded))


def region_lines(order: SheetOrder) -> tuple[str, ...]:
    """Return the lines of the head that name the chosen place."""
    zones = ", ".join(order.zone_names.get(zone, zone) for zone in order.data_zones)
    inside = (order.words("inside_zones", zones=zones),) if zones else ()
    if not order.regions:
        return inside or (order.words("all_regions"),)
    names = ", ".join(region.name for region in order.regions)
    return (*inside, order.words("in_regions", regions=names))


def price_assumptions(order: SheetOrder) -> tuple[Sentence, ...]:
    """Return what every table of prices takes for granted."""
    keys = ("assume_standard", "assume_month", "assume_no_cache", "assume_no_discount")
    return tuple(Sentence(order.words(key)) for key in keys)


def _without_differences(group: Group) -> Group:
    return replace(group, rows=tuple(replace(row, differs=False) for row in group.rows))
