# SPDX-License-Identifier: MIT
"""The parts of the Regions page as text for paper: always in the light look."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from azmodels_gui.window.regions.region_lines import (
    Block,
    Facts,
    Heading,
    Note,
    Paragraph,
    RegionLink,
    Table,
)
from azmodels_gui.window.regions.rich_text import RichText
from azmodels_gui.window.theme.tokens import LIGHT, Tone


def paper_text(language: str) -> RichText:
    """Return a writer for paper."""
    return RichText(LIGHT, language)


def blocks_text(title: str, blocks: Iterable[Block], rich: RichText) -> str:
    """Return a page of blocks; what folds on the screen is unfolded."""
    return rich.page([rich.title(title), *(_written(block, rich) for block in blocks)])


def _written(block: Block, rich: RichText) -> str:
    match block:
        case Heading():
            return rich.heading(block.text)
        case Paragraph():
            return rich.paragraph(block.text, block.tone)
        case Note():
            return rich.note(rich.paragraph(block.text, Tone.WARN))
        case Facts():
            rows = ((escape(fact.name), escape(fact.text)) for fact in block.facts)
            return rich.table((), rows)
        case RegionLink():
            return rich.paragraph(block.region.name)
        case Table():
            return rich.table(block.headers, _rows(block))


def _rows(table: Table) -> Iterator[Sequence[str]]:
    for group in table.groups:
        yield [f"<b>{cell}</b>" for cell in _cells(group.head.row.cells, table)]
        for line in group.lines:
            yield _cells(line.row.cells, table)


def _cells(cells: Sequence[str], table: Table) -> list[str]:
    empty = [""] * (len(table.headers) - len(cells))
    return [escape(cell) for cell in cells] + empty
