# SPDX-License-Identifier: MIT
"""Tables of a Word file as WordprocessingML: headings, marks, links, rows that do not break."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from azmodels_gui.charts.svg import text_width
from azmodels_gui.sheets.fitting import Setting, TablePart, table_parts
from azmodels_gui.sheets.office import xml_text
from azmodels_gui.sheets.sheet import Sheet, Table
from azmodels_gui.sheets.told_table import Line, LineKind, Side, Told, ToldTable, Tone

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
TWIPS = 20
"""Of a point."""
BETWEEN = "\N{NARROW NO-BREAK SPACE}"


def run(text: str, style: str = "", *, bold: bool = False, italic: bool = False) -> str:
    """Return a text in a style of characters, bold or slanted; its lines are kept."""
    look = f'<w:rStyle w:val="{style}"/>' if style else ""
    look += "<w:b/>" * bold + "<w:i/>" * italic
    look = f"<w:rPr>{look}</w:rPr>" if look else ""
    written = "<w:br/>".join(
        f'<w:t xml:space="preserve">{xml_text(line)}</w:t>' for line in text.splitlines() or [""]
    )
    return f"<w:r>{look}{written}</w:r>"


def marks(numbers: Iterable[int]) -> str:
    """Return the marks of footnotes, each a link to its line in the list of sources."""
    return "".join(
        f'{run(BETWEEN, "SheetMark")}<w:hyperlink w:anchor="{bookmark(number)}" w:history="1">'
        f"{run(str(number), 'SheetMark')}</w:hyperlink>"
        for number in numbers
    )


def bookmark(number: int) -> str:
    """Return the name of the bookmark of a source."""
    return f"source_{number}"


def bookmarked(number: int, content: str) -> str:
    """Return runs that marks of a footnote lead to."""
    begin = f'<w:bookmarkStart w:id="{number}" w:name="{bookmark(number)}"/>'
    return f'{begin}{content}<w:bookmarkEnd w:id="{number}"/>'


FIRST_CHAPTER = 10_000
"""Number of the first bookmark of a chapter: those of sources begin with one."""
FIELD_BEGIN = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> '
    'TOC \\o "1-1" \\h \\z \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)
FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
"""Around the lines of the contents, which Word makes anew when asked to."""


def chapter(number: int, text: str) -> str:
    """Return a heading that the contents lead to."""
    told = f'w:id="{FIRST_CHAPTER + number}"'
    begin = f'<w:bookmarkStart {told} w:name="_Toc{number}"/>'
    return f"{begin}{run(text)}<w:bookmarkEnd {told}/>"


def chapter_line(number: int, text: str) -> str:
    """Return a line of the contents: the heading as a link, and its page."""
    place = field(rf"PAGEREF _Toc{number} \h", "", stale=True)
    page = f"<w:r><w:tab/></w:r>{place}"
    return f'<w:hyperlink w:anchor="_Toc{number}" w:history="1">{run(text)}{page}</w:hyperlink>'


def external(relation: str, text: str) -> str:
    """Return a link to an address that a relation of the document names."""
    return f'<w:hyperlink r:id="{relation}" w:history="1">{run(text, "SheetLink")}</w:hyperlink>'


def field(instruction: str, shown: str, *, stale: bool = False) -> str:
    """Return a field that Word reckons, with what stands there until it does.

    Args:
        instruction: what is reckoned.
        shown: what stands there.
        stale: True: Word reckons it when it opens the file.
    """
    told = ' w:dirty="true"' if stale else ""
    written = f'<w:fldSimple w:instr=" {xml_text(instruction)} "{told}>'
    return f"{written}{run(shown)}</w:fldSimple>"


def paragraph(style: str, content: str, properties: str = "") -> str:
    """Return a paragraph in a style.

    Args:
        style: its id.
        content: runs.
        properties: of the paragraph beside the style, in the order of the schema.
    """
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def paging(words: str) -> Iterator[str]:
    """Yield "Page x of y" with the numbers as fields."""
    codes = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
    for piece in filter(None, re.split(r"(\{pages?\})", words)):
        yield field(codes[piece], "1") if piece in codes else run(piece)


SIZE, PADDING, LEAST, LEAST_FIGURE = 8.1, 4.0, 62.0, 40.0
"""In points. Type of 9 points is measured as a smaller one: fonts of office programs are narrow."""
AIRY = 34.0
"""Height of a row in which somebody writes by hand."""
HIGHEST_TITLE = 150.0
"""Of titles that are turned upright, in points."""
_KEEP = "<w:keepNext/>"
_TIGHT = '<w:spacing w:before="0" w:after="0"/>'
_TURNED = (
    '<w:tcMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tcMar>'
    '<w:textDirection w:val="btLr"/>'
)
"""A title that stands upright: its line needs all of a narrow column."""
_HEAD = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"


@dataclass(frozen=True)
class WordTable:
    """One part of a table that fits the paper."""

    xml: str
    told: str
    """Which part it is, for its caption; empty: the only one."""


def word_tables(
    sheet: Sheet, table: Table, width: float, name: str, level: int = 1
) -> Iterator[WordTable]:
    """Yield a table, in as many parts as it needs.

    Args:
        sheet: has the footnotes and words.
        table: what is shown.
        width: of the paper between its margins, in points.
        name: what the table is called to those who cannot see it.
        level: of the heading above; groups are one below.
    """
    least = LEAST_FIGURE if table.signs or table.by_column else LEAST
    parts = table_parts(table, Setting(width, SIZE, PADDING, least))
    for number, part in enumerate(parts, start=1):
        told = ""
        if len(parts) > 1:
            told = sheet.words["part"].format(part=number, parts=len(parts))
        yield WordTable(
            _Writer(sheet, table, part, level).xml(f"{name} ({told})" if told else name), told
        )


class _Writer:
    """Writes one part of a table."""

    def __init__(self, sheet: Sheet, table: Table, part: TablePart, level: int) -> None:
        self._table, self._part = table, part
        signs = table.signs or table.compact
        self._told = ToldTable(sheet, table, part.columns, signs=signs, folds=table.folds)
        self._outline = f'<w:outlineLvl w:val="{level}"/>'
        self._alike = f"{sheet.words['alike']}: "

    def xml(self, name: str) -> str:
        part = self._part
        grid = "".join(f'<w:gridCol w:w="{_twips(each)}"/>' for each in self._widths)
        rows = [*self._spans(), self._titles(), *map(self._line, self._told.lines)]
        return (
            '<w:tbl><w:tblPr><w:tblStyle w:val="SheetTable"/>'
            f'<w:tblW w:w="{_twips(part.width)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            '<w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" '
            'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
            f'<w:tblCaption w:val="{xml_text(name)}"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
        )

    @property
    def _widths(self) -> tuple[float, ...]:
        return (self._part.label, *self._part.widths)

    def _spans(self) -> Iterator[str]:
        """Yield the headings above the titles, which come again with them on every page."""
        if not self._table.spans:
            return
        cells = [_cell(self._part.label, paragraph("SheetTitleCell", "", _KEEP))]
        left = list(self._part.widths)
        for name, count in self._told.spans:
            width, left = sum(left[:count]), left[count:]
            cells.append(_cell(width, paragraph("SheetTitleCell", run(name), _KEEP), across=count))
        yield f"<w:tr>{_HEAD}{''.join(cells)}</w:tr>"

    def _titles(self) -> str:
        stub, *titles = self._told.titles
        cells = [_cell(self._part.label, paragraph("SheetTitleCell", run(stub.text), _KEEP))]
        head, more = _HEAD, ""
        if self._table.compact:
            longest = max((text_width(each.text, SIZE, bold=True) for each in titles), default=0.0)
            height = _twips(min(longest + 2 * PADDING, HIGHEST_TITLE))
            turned = f'<w:trHeight w:val="{height}"/><w:tblHeader/>'
            head, more = _HEAD.replace("<w:tblHeader/>", turned), _TURNED
        for title, width in zip(titles, self._part.widths, strict=True):
            right = '<w:jc w:val="right"/>' if title.side is Side.RIGHT else ""
            form = _KEEP + (_TIGHT if self._table.compact else right)
            cells.append(_cell(width, paragraph("SheetTitleCell", _text(title), form), more=more))
        return f"<w:tr>{head}{''.join(cells)}</w:tr>"

    def _line(self, line: Line) -> str:
        match line.kind:
            case LineKind.HEADING:
                told = paragraph("SheetGroup", run(line.texts[0].text), self._outline)
                return self._across(told, '<w:shd w:val="clear" w:color="auto" w:fill="F0F1F4"/>')
            case LineKind.ALIKE:
                told = run(self._alike) + run("; ").join(map(_text, line.texts))
                return self._across(paragraph("SheetLabel", told))
        label, *figures = line.texts
        texts = [paragraph("SheetLabel", _text(label))]
        texts += [paragraph(_SIDES[each.side], _text(each)) for each in figures]
        cells = "".join(map(_cell, self._widths, texts))
        high = f'<w:trHeight w:val="{_twips(AIRY)}"/>' if self._table.airy else ""
        return f"<w:tr><w:trPr><w:cantSplit/>{high}</w:trPr>{cells}</w:tr>"

    def _across(self, told: str, more: str = "") -> str:
        """Return a line with one cell over all columns."""
        whole = _cell(self._part.width, told, across=len(self._widths), more=more)
        return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{whole}</w:tr>"


_SIDES = {Side.LEFT: "SheetCell", Side.RIGHT: "SheetFigure", Side.MIDDLE: "SheetSign"}
_LOOKS = {
    Tone.PLAIN: "",
    Tone.BEST: "SheetBest",
    Tone.WARNING: "SheetWarning",
    Tone.UNKNOWN: "SheetUnknown",
    Tone.CONFLICT: "SheetConflict",
}
"""Styles of paragraphs and of their texts."""


def _text(told: Told) -> str:
    return run(told.text, _LOOKS[told.tone]) + marks(told.numbers)


def _cell(width: float, content: str, *, across: int = 1, more: str = "") -> str:
    span = f'<w:gridSpan w:val="{across}"/>' if across > 1 else ""
    size = f'<w:tcW w:w="{_twips(width)}" w:type="dxa"/>'
    return f"<w:tc><w:tcPr>{size}{span}{more}</w:tcPr>{content}</w:tc>"


def _twips(points: float) -> int:
    return round(points * TWIPS)
