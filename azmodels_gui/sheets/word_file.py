# SPDX-License-Identifier: MIT
"""A sheet as a Word file: real headings, tables, captions, linked marks, pictures told in words."""

import io
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from azmodels_gui.charts.chart import Chart
from azmodels_gui.sheets.office import (
    after_source,
    link_of,
    locale_of,
    plain,
    same_bytes,
    set_properties,
    xml_text,
)
from azmodels_gui.sheets.picture import Picture, chart_picture, logo_picture
from azmodels_gui.sheets.sheet import (
    AnswerLine,
    Brand,
    Footnote,
    Paragraph,
    Part,
    Run,
    Sentence,
    Sheet,
    Table,
    Text,
)
from azmodels_gui.sheets.template import own_template
from azmodels_gui.sheets.typeset import PAPERS_MM
from azmodels_gui.sheets.word_table import (
    FIELD_BEGIN,
    FIELD_END,
    NAMESPACES,
    TWIPS,
    bookmarked,
    chapter,
    chapter_line,
    external,
    field,
    marks,
    paging,
    paragraph,
    run,
    word_tables,
)

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section

BUILT_IN = (
    "Normal",
    "Title",
    "Heading 1",
    "Heading 2",
    "Heading 3",
    "Caption",
    "List Bullet",
    "Header",
    "Footer",
)
"""Styles that every template has, or is given."""


def add_styles(document: "Document", language: str, brand: Brand, *, bare: bool) -> dict[str, str]:
    """Add the styles that are missing; return the ids of the built-in ones by name.

    Args:
        document: made of our own template, or of the firm's.
        language: with its country; what the file is spell-checked by.
        brand: the firm's font and colours, where there is no template.
        bare: True: the template is ours.
    """
    ids = {name: _id_of(document, name) for name in BUILT_IN}
    if bare:
        _set_brand(document, brand)
    else:
        _add_own(document, ids)
    _set_language(document, language)
    return ids


def _id_of(document: "Document", name: str) -> str:
    """Return the id of a built-in style, which another language of Word calls otherwise."""
    from docx.enum.style import WD_STYLE_TYPE

    if name not in [style.name for style in document.styles]:
        made = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=True)
        if name.startswith("Heading"):
            _set_outline(made, int(name[-1]) - 1)
    return str(document.styles[name].style_id)


def _set_outline(style: Any, level: int) -> None:
    from docx.oxml.parser import parse_xml

    outline = parse_xml(f'<w:outlineLvl {NAMESPACES} w:val="{level}"/>')
    style.element.get_or_add_pPr().append(outline)


def _set_brand(document: "Document", brand: Brand) -> None:
    """Give our own styles the firm's font and the colour of its headings."""
    from docx.shared import RGBColor

    for name in BUILT_IN:
        font = document.styles[name].font
        if brand.font:
            font.name = brand.font
        if brand.heading and name.startswith(("Title", "Heading")):
            font.color.rgb = RGBColor.from_string(brand.heading.lstrip("#").upper())


def _add_own(document: "Document", ids: dict[str, str]) -> None:
    """Add the styles that only sheets have; a template may have its own of the same ids."""
    from docx import Document
    from docx.enum.style import WD_STYLE_TYPE

    known = {style.style_id for style in document.styles}
    own = Document(io.BytesIO(own_template("document.docx"))).styles
    named = ids | {
        style.name: style.style_id for style in document.styles if style.type is WD_STYLE_TYPE.TABLE
    }
    based = {style.style_id: named[style.name] for style in own if style.name in named}
    for style in own.element.findall("./{*}style"):
        if not style.styleId.startswith("Sheet") or style.styleId in known:
            continue
        for base in style.findall("./{*}basedOn"):
            if base.val in based:
                base.val = based[base.val]
            else:
                style.remove(base)
        document.styles.element.append(style)


def _set_language(document: "Document", language: str) -> None:
    from docx.oxml.parser import parse_xml

    told = f'<w:lang {NAMESPACES} w:val="{language}" w:eastAsia="{language}"/>'
    root = document.styles.element
    for defaults in root.findall("./{*}docDefaults/{*}rPrDefault/{*}rPr"):
        for old in defaults.findall("./{*}lang"):
            defaults.remove(old)
        defaults.append(parse_xml(told))
    for old in root.findall("./{*}style/{*}rPr/{*}lang"):
        old.getparent().remove(old)


MARGIN_MM = 18.0
EMU = 12_700
"""Of a point."""
LOGO_ROOM = (170.0, 48.0)
INDENT = 360
"""Of the points of a list, in twips."""
NEW_PAGE = "<w:pageBreakBefore/>"


def docx_bytes(
    sheet: Sheet,
    paper: str = "A4",
    *,
    landscape: bool = False,
    template: bytes | None = None,
) -> bytes:
    """Return the sheet as a Word file; the same sheet gives the same bytes.

    Args:
        sheet: the content.
        paper: one of `PAPERS_MM`.
        landscape: True: its longer side lies at the foot.
        template: a file that gives styles, paper, header and footer; None: ours.
    """
    # Late: most starts of the program make no sheet.
    from docx import Document

    document = Document(io.BytesIO(template or own_template("document.docx")))
    if template is None:
        _set_page(document.sections[-1], paper, landscape=landscape)
    else:
        _keep_margins(document)
    set_properties(document.core_properties, sheet)
    _set_content(document, _Writer(document, sheet, bare=template is None).content())
    saved = io.BytesIO()
    document.save(saved)
    return same_bytes(saved.getvalue(), sheet.day)


def _set_content(document: "Document", content: str) -> None:
    """Put content into a file; of a template only styles, page, header and footer are kept.

    Written as text and read once: to move elements from tree to tree takes their number squared.
    """
    from docx.oxml.parser import parse_xml

    root, body = document.element, document.element.body
    last = document.sections[-1]._sectPr
    for old in list(body):
        if old is not last:
            body.remove(old)
    body.text = _HERE
    written = root.xml.replace(_HERE, content, 1)
    missing = [each for each in NAMESPACES.split() if each.split("=")[0][6:] not in root.nsmap]
    written = written.replace("<w:document", " ".join(["<w:document", *missing]), 1)
    document.part._element = parse_xml(written)


_HERE = "HERE STANDS THE CONTENT"


class _Writer:
    """Writes the content of one file."""

    def __init__(self, document: "Document", sheet: Sheet, *, bare: bool) -> None:
        self._document, self._sheet = document, sheet
        self._ids = add_styles(document, locale_of(sheet), sheet.brand, bare=bare)
        section = document.sections[-1]
        self._width = _width(section)
        self._write_margins(section)
        self._counted = {"table": 0, "figure": 0}
        self._drawn, self._chapters = 0, 0
        self._subject = sheet.title

    def content(self) -> str:
        """Return all paragraphs and tables."""
        return "".join(self._content())

    def _content(self) -> Iterator[str]:
        sheet = self._sheet
        yield from self._head()
        if sheet.contents:
            yield from self._contents()
        yield from self._first()
        for part in (*sheet.parts, *sheet.closing):
            yield from self._part(part)
        yield self._heading(sheet.words["sources"])
        yield from map(self._source, sheet.footnotes)
        yield paragraph("SheetLegend", run(sheet.caveats))

    def _head(self) -> Iterator[str]:
        sheet = self._sheet
        if sheet.logo is not None:
            picture = logo_picture(sheet.logo, LOGO_ROOM)
            told = sheet.client or sheet.words["logo"]
            side = "left" if sheet.brand.logo_left else "right"
            yield paragraph("SheetHead", self._drawing(picture, told), f'<w:jc w:val="{side}"/>')
        yield paragraph(self._ids["Title"], run(sheet.title))
        for line in sheet.head_lines:
            yield paragraph("SheetHead", run(line))

    def _first(self) -> Iterator[str]:
        """Yield what the sheet comes to, and what the consultant writes to it."""
        sheet = self._sheet
        if sheet.answer:
            yield self._heading(sheet.words["answer"], counted=False)
            yield from map(self._answer, sheet.answer)
        if sheet.recommendation:
            yield self._heading(sheet.words["recommendation"], counted=False)
            yield from map(self._written, sheet.recommendation)

    def _answer(self, line: AnswerLine) -> str:
        look = "SheetWarning" if line.warning else "SheetBest"
        sign = "!\N{NO-BREAK SPACE}" if line.warning else ""
        told = run(f"{sign}{line.label}: ", look) + run(line.lead) + self._marks(line.sources)
        for more in line.more:
            told += run(f" {more.text}") + self._marks(more.sources)
        return paragraph(self._ids["Normal"], told)

    def _written(self, written: Paragraph) -> str:
        """Return a paragraph of the consultant's, or a point of a list."""
        told = "".join(self._piece(piece) for piece in written.runs)
        if not written.depth:
            return paragraph(self._ids["Normal"], told)
        left = INDENT * written.depth
        indent = f'<w:ind w:left="{left}" w:hanging="{INDENT}"/>'
        mark = f"{run(written.marker)}<w:r><w:tab/></w:r>"
        return paragraph(self._ids["Normal"], mark + told, indent)

    def _piece(self, piece: Run) -> str:
        plainly = run(piece.text, bold=piece.bold, italic=piece.italic)
        return self._linked(piece.url, piece.text) or plainly

    def _marks(self, sources: tuple[str, ...]) -> str:
        return marks(self._sheet.numbers(sources))

    def _part(self, part: Part) -> Iterator[str]:
        if part.heading:
            self._subject = part.heading
            yield self._heading(part.heading, part.level, new_page=part.new_page)
        yield from map(self._answer, part.answer)
        for block in part.blocks:
            match block:
                case Table():
                    yield from self._table(block, self._subject, part.level)
                case Text():
                    yield from self._sentences(block.sentences, points=block.points)
                case Chart():
                    yield from self._chart(block)

    def _contents(self) -> Iterator[str]:
        """Yield the list of chapters: links, with pages that Word counts."""
        words = self._sheet.words
        last = [part.heading for part in self._sheet.closing]
        chapters = [*self._sheet.chapters, *last, words["sources"]]
        yield paragraph("SheetContents", run(words["contents"], "SheetBest"))
        for number, text in enumerate(chapters, start=1):
            line = chapter_line(number, text)
            line = f"{FIELD_BEGIN}{line}" if number == 1 else line
            line = f"{line}{FIELD_END}" if number == len(chapters) else line
            tab = f'<w:tab w:val="right" w:leader="dot" w:pos="{round(self._width * TWIPS)}"/>'
            yield paragraph("SheetContents", line, f"<w:tabs>{tab}</w:tabs>")

    def _heading(
        self, text: str, level: int = 1, *, new_page: bool = False, counted: bool = True
    ) -> str:
        told = run(text)
        if level == 1 and counted and self._sheet.contents:
            self._chapters += 1
            told = chapter(self._chapters, text)
        return paragraph(self._ids[f"Heading {level}"], told, NEW_PAGE if new_page else "")

    def _table(self, table: Table, name: str, level: int) -> Iterator[str]:
        for part in word_tables(self._sheet, table, self._width, name, level):
            yield self._caption("table", f"{name} ({part.told})" if part.told else name)
            yield part.xml
        yield paragraph("SheetLegend", run(table.legend))

    def _caption(self, kind: str, text: str, more: str = "") -> str:
        """Return a caption with a number that Word counts, so that it can list them."""
        self._counted[kind] += 1
        word = self._sheet.words[kind]
        number = field(f"SEQ {word} \\* ARABIC", str(self._counted[kind]))
        told = f"{run(f'{word} ')}{number}{run(f': {text}')}{more}"
        return paragraph(self._ids["Caption"], told, "<w:keepNext/>")

    def _sentences(self, told: Iterable[Sentence], *, points: bool) -> Iterator[str]:
        style = self._ids["List Bullet" if points else "Normal"]
        for line in told:
            look = "SheetWarning" if line.warning else ""
            sign = run("!\N{NO-BREAK SPACE}", look) if line.warning else ""
            yield paragraph(style, sign + run(line.text) + self._marks(line.sources))

    def _chart(self, chart: Chart) -> Iterator[str]:
        yield self._caption("figure", chart.title, self._marks(chart.sources))
        drawn = self._drawing(chart_picture(chart, self._width), chart.summary or chart.title)
        yield paragraph("SheetHead", drawn, "<w:keepNext/>")
        yield paragraph("SheetLegend", run(chart.summary))

    def _drawing(self, picture: Picture, told: str) -> str:
        """Return a picture that stands in a line of text, with what it shows in words."""
        inline = self._document.part.new_pic_inline(
            io.BytesIO(picture.data), round(picture.width * EMU), round(picture.height * EMU)
        )
        self._drawn += 1
        inline.docPr.set("id", str(self._drawn))  # the library counts what is in the file only
        inline.docPr.set("descr", plain(told))
        return f"<w:r><w:drawing>{inline.xml}</w:drawing></w:r>"

    def _source(self, note: Footnote) -> str:
        told = self._linked(note.url, note.text) or run(note.text)
        number = f"<w:r><w:t>{note.number}.</w:t><w:tab/></w:r>"
        after = run(after_source(self._sheet, note))
        return paragraph("SheetSource", bookmarked(note.number, number) + told + after)

    def _linked(self, url: str, text: str) -> str:
        """Return a text as a link; empty: its address is none that a file should name."""
        from docx.opc.constants import RELATIONSHIP_TYPE

        if not (target := link_of(url)):
            return ""
        part, kind = self._document.part, RELATIONSHIP_TYPE.HYPERLINK
        return external(xml_text(part.relate_to(target, kind, is_external=True)), text)

    def _write_margins(self, section: "Section") -> None:
        """Write header and footer where the template has none."""
        sheet = self._sheet
        between = "<w:r><w:tab/></w:r>"
        paged = "".join(paging(sheet.words["page"]))
        foot = " · ".join(filter(None, (sheet.catalog_line, sheet.brand.footer)))
        for place, style, told in (
            (section.header, "Header", f"{run(sheet.title)}{between}{run(sheet.client)}"),
            (section.footer, "Footer", f"{run(foot)}{between}{paged}"),
        ):
            if not place.is_linked_to_previous:
                continue
            self._replace(place, paragraph(self._ids[style], told, self._right_tab(style)))

    def _right_tab(self, style: str) -> str:
        """Return one tab at the right margin instead of those of a style."""
        stops = self._document.styles[style].paragraph_format.tab_stops
        old = "".join(
            f'<w:tab w:val="clear" w:pos="{round(stop.position / EMU * TWIPS)}"/>' for stop in stops
        )
        right = f'<w:tab w:val="right" w:pos="{round(self._width * TWIPS)}"/>'
        return f"<w:tabs>{old}{right}</w:tabs>"

    @staticmethod
    def _replace(place: Any, made: str) -> None:
        from docx.oxml.parser import parse_xml

        place.is_linked_to_previous = False
        root = place._element
        for old in list(root):
            root.remove(old)
        root.append(parse_xml(made.replace("<w:p>", f"<w:p {NAMESPACES}>", 1)))


def _set_page(section: "Section", paper: str, *, landscape: bool) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    width, height = PAPERS_MM[paper]
    if landscape:
        width, height = height, width
        section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.left_margin = section.right_margin = Mm(MARGIN_MM)
    section.top_margin = section.bottom_margin = Mm(MARGIN_MM)


def _keep_margins(document: "Document") -> None:
    """Give the last section the headers and footers that it takes over from those before."""
    sections = list(document.sections)
    last = sections[-1]._sectPr
    kinds = {(each.tag, each.type_) for each in _references(last)}
    for section in reversed(sections[:-1]):
        for each in _references(section._sectPr):
            if (each.tag, each.type_) not in kinds:
                kinds.add((each.tag, each.type_))
                last.insert(0, each)


def _references(section: Any) -> list[Any]:
    return [*section.findall("./{*}headerReference"), *section.findall("./{*}footerReference")]


def _width(section: "Section") -> float:
    """Return the width between the margins, in points."""
    page, left, right = section.page_width, section.left_margin, section.right_margin
    return float((page or 0) - (left or 0) - (right or 0)) / EMU
