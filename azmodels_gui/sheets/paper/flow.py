# SPDX-License-Identifier: MIT
"""A sheet as strips from the first heading to the last source."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QFontInfo
from PySide6.QtSvg import QSvgRenderer

from azmodels_gui.charts.chart import Chart
from azmodels_gui.charts.drawing import drawn
from azmodels_gui.charts.look import PAPER
from azmodels_gui.sheets.paper import type_scale as scale
from azmodels_gui.sheets.paper.paging import Strip
from azmodels_gui.sheets.paper.sign_table import sign_table_strips
from azmodels_gui.sheets.paper.table_strips import space, table_strips, text_strips
from azmodels_gui.sheets.paper.text_box import TextBox, draw_side_by_side
from azmodels_gui.sheets.sheet import Block, Footnote, Part, Sentence, Sheet, Table
from azmodels_gui.sheets.sheet_words import raised

INDENT = 12 * scale.POINT
HIGHEST_CHART = 0.75
"""Share of a page that a picture fills at most."""
WARNING = "!"
NUMBER_WIDTH = 18 * scale.POINT


def sheet_strips(sheet: Sheet, width: float, room: float) -> Iterator[Strip]:
    """Yield all strips of a sheet.

    Args:
        sheet: the content.
        width: of the paper between its margins.
        room: height of a page for content; no picture is higher.
    """
    for part in sheet.parts:
        yield from _part(sheet, part, width, room)
    words = sheet.words
    for key, sentences in (("assumptions", sheet.assumptions), ("remarks", sheet.remarks)):
        if sentences:
            yield from _heading(words[key], width)
            yield from _points(sheet, sentences, scale.SMALL, width)
    if sheet.footnotes:
        *others, last = sheet.footnotes
        yield from _heading(words["sources"], width)
        for note in others:
            yield from _footnote(sheet, note, width)
        yield from _kept(_footnote(sheet, last, width))
    yield replace(space(8), keep_with_next=True)
    *lines, end = text_strips(" ".join(sheet.disclaimers), scale.SMALL_MUTED, width)
    yield from (*_kept(lines), end)


def _kept(strips: Iterable[Strip]) -> Iterator[Strip]:
    """Yield strips that stay with what follows: the last lines never stand on a page alone."""
    return (replace(strip, keep_with_next=True) for strip in strips)


def _part(sheet: Sheet, part: Part, width: float, room: float) -> Iterator[Strip]:
    if part.heading:
        heading = list(_heading(part.heading, width))
        if part.new_page:
            heading = [replace(heading[1], new_page=True), *heading[2:]]
        yield from heading
    for block in part.blocks:
        yield from _block(sheet, block, width, room)


def _block(sheet: Sheet, block: Block, width: float, room: float) -> Iterator[Strip]:
    match block:
        case Table() if block.compact:
            yield from sign_table_strips(sheet, block, width)
            yield space(8)
        case Table():
            yield from table_strips(sheet, block, width)
        case Chart():
            yield from _chart(sheet, block, width, room)
        case _:
            yield space(3)
            if block.points:
                yield from _points(sheet, block.sentences, scale.BODY, width)
            else:
                for line in block.sentences:
                    yield from text_strips(_told(sheet, line), scale.BODY, width)
                    yield space(3)


def _heading(text: str, width: float) -> Iterator[Strip]:
    """Yield space, the heading and a little space, all kept with what follows."""
    yield replace(space(11), keep_with_next=True)
    for strip in text_strips(text, scale.HEADING, width):
        yield replace(strip, keep_with_next=True)
    yield replace(space(3), keep_with_next=True, is_space=False)


def _points(
    sheet: Sheet, sentences: Iterable[Sentence], style: scale.Style, width: float
) -> Iterator[Strip]:
    for line in sentences:
        mark = WARNING if line.warning else "•"
        yield from _indented(mark, _told(sheet, line), style, (INDENT, width))
        yield space(1.5)


def _told(sheet: Sheet, line: Sentence) -> str:
    numbers = raised(sheet.numbers(line.sources))
    return f"{line.text}\N{NARROW NO-BREAK SPACE}{numbers}" if numbers else line.text


def _footnote(sheet: Sheet, note: Footnote, width: float) -> Iterator[Strip]:
    secondary = f" ({sheet.words['secondary']})" if note.secondary else ""
    style = scale.SMALL_LINK if note.url else scale.SMALL
    text = f"{note.text}{secondary}"
    yield from _indented(str(note.number), text, style, (NUMBER_WIDTH, width), note.url)


def _indented(
    mark: str, text: str, style: scale.Style, place: tuple[float, float], link: str = ""
) -> Iterator[Strip]:
    """Yield the lines of a text with a mark beside the first one."""
    indent, width = place
    box = TextBox(text, style, width - indent, link=link)
    # A warning must not be paler than what it warns of.
    beside = TextBox(mark, scale.strong(style) if mark == WARNING else scale.muted(style), indent)
    count = len(box.lines)
    for line in range(count):
        keep = line == 0 < count - 1 or line == count - 2

        def draw(painter: Any, top: float, line: int = line) -> None:
            if line == 0:
                beside.draw(painter, 0, top)
            draw_side_by_side(painter, ((box, indent),), top, line, line + 1)

        yield Strip(scale.line_height(style), draw, keep_with_next=keep)


def _chart(sheet: Sheet, chart: Chart, width: float, room: float) -> Iterator[Strip]:
    """Yield title, picture and summary; the picture is drawn as vectors."""
    yield replace(space(8), keep_with_next=True)
    numbers = raised(sheet.numbers(chart.sources))
    title = f"{chart.title}\N{NARROW NO-BREAK SPACE}{numbers}"
    for strip in text_strips(title, scale.BODY_STRONG, width):
        yield replace(strip, keep_with_next=True)
    yield replace(space(5), keep_with_next=True)
    # Qt takes a list of families for the name of one.
    family = QFontInfo(scale.font_of(scale.BODY)).family()
    picture = drawn(chart, replace(PAPER, family=family))
    # An SVG unit is about a CSS pixel; on paper a chart never fills more than the width.
    highest = room * HIGHEST_CHART * picture.width / picture.height
    shown = min(width, picture.width * 0.75 * scale.POINT * 0.95, highest)
    height = shown * picture.height / picture.width
    renderer = QSvgRenderer(QByteArray(picture.svg.encode()))

    def draw(painter: Any, top: float) -> None:
        renderer.render(painter, QRectF(0, top, shown, height))

    yield Strip(height, draw, keep_with_next=True)
    yield replace(space(3), keep_with_next=True)
    yield from text_strips(chart.summary, scale.SMALL_MUTED, width)
    yield space(7)
