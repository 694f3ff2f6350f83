# SPDX-License-Identifier: MIT
"""What is read of a region, as a sheet for paper: dated, with its catalogue and its sources."""

from collections.abc import Iterable, Iterator, Sequence

from azmodels_gui.catalog.document import Region
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.language.shown import tr
from azmodels_gui.sheets.frame import Content, framed
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.sheet import Block as SheetBlock
from azmodels_gui.sheets.sheet import Column, Group, Part, Row, Sentence, Sheet, SheetKind, Text
from azmodels_gui.sheets.sheet import Table as SheetTable
from azmodels_gui.window.regions.region_lines import (
    Block,
    EntryGroup,
    EntryLine,
    Facts,
    Heading,
    Note,
    Paragraph,
    RegionLink,
    Table,
)
from azmodels_gui.window.theme.tokens import Tone


def region_paper(
    region: Region, blocks: Iterable[Block], entries: Iterable[Entry], order: SheetOrder
) -> Sheet:
    """Return the page of a region; what folds on the screen is unfolded.

    Args:
        region: what it is about.
        blocks: what the page says, in the language of the window, which is that of the order.
        entries: whose offers it tells.
    """
    offers = (offer for entry in entries for offer in entry.version.offers)
    told = (source for offer in offers for source in offer.sources)
    sources = tuple(dict.fromkeys(filter(None, (region.source, *told))))
    content = Content(
        SheetKind.COVERAGE,
        region.name,
        tuple(_parts(blocks, order)),
        assumptions=(
            Sentence(order.words("assume_offered"), sources),
            Sentence(order.words("assume_global")),
        ),
        dates=order.dates(entries),
    )
    return framed(content, order)


def _parts(blocks: Iterable[Block], order: SheetOrder) -> Iterator[Part]:
    """Yield a part for each heading, and what stands under it."""
    heading, below = "", list[SheetBlock]()
    for block in blocks:
        if isinstance(block, Heading):
            if below:
                yield Part(heading, heading, tuple(below))
            heading, below = block.text, []
        else:
            below.append(_written(block, order))
    if heading or below:
        yield Part(heading, heading, tuple(below))


def _written(block: Block, order: SheetOrder) -> SheetBlock:
    match block:
        case Paragraph():
            return _said(block.text, warning=block.tone is Tone.WARN)
        case Note():
            return _said(block.text, warning=True)
        case RegionLink():
            return _said(block.region.name)
        case Facts():
            rows = tuple(
                Row(fact.name, fact.name, (order.cells.text(fact.text),)) for fact in block.facts
            )
            return SheetTable(tr("Region"), (Column(""),), (Group("facts", "", rows),))
        case Table():
            columns = tuple(Column(words) for words in block.headers[1:])
            groups = tuple(_group(group, block.headers, order) for group in block.groups)
            return SheetTable(block.headers[0], columns, groups)
        case _:
            raise TypeError(f"no paper for {block!r}")


def _said(text: str, *, warning: bool = False) -> Text:
    return Text((Sentence(text, warning=warning),))


def _group(group: EntryGroup, headers: Sequence[str], order: SheetOrder) -> Group:
    name, *figures = group.head.row.cells
    counts = (
        f"{header}: {figure}"
        for header, figure in zip(headers[1:], figures, strict=False)
        if figure
    )
    told = ", ".join(counts)
    heading = f"{name} – {told}" if told else name
    return Group(name, heading, tuple(_row(line, len(headers) - 1, order) for line in group.lines))


def _row(line: EntryLine, columns: int, order: SheetOrder) -> Row:
    name, *cells = line.row.cells
    empty = [""] * (columns - len(cells))
    told = tuple(map(order.cells.text, (*cells, *empty)))
    return Row(name, name, told[:columns])
