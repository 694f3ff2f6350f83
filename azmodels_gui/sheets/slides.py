# SPDX-License-Identifier: MIT
"""A sheet as slides: title, answer, key table, charts that can be edited, coverage, sources."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from msgspec.structs import replace

from azmodels_gui.charts.chart import Chart
from azmodels_gui.sheets.native_chart import native_charts
from azmodels_gui.sheets.office import after_source, link_of, locale_of, same_bytes, set_properties
from azmodels_gui.sheets.picture import chart_picture, logo_picture
from azmodels_gui.sheets.sheet import (
    Block,
    Footnote,
    Group,
    Sentence,
    Sheet,
    SheetKind,
    Table,
    Text,
)
from azmodels_gui.sheets.sheet_words import raised
from azmodels_gui.sheets.slide_chart import add_native
from azmodels_gui.sheets.slide_deck import LEAST, MUTED, Box, Deck, Look, describe, paged
from azmodels_gui.sheets.slide_table import MOST_ROWS, table_pages, table_xml

if TYPE_CHECKING:
    from pptx.slide import Slide

TEXT, LOGO_ROOM = 16, (200.0, 60.0)
WARNING = "! "
SEVERAL = (SheetKind.FACTS, SheetKind.DOSSIER)
"""Sheets about several things, each of which begins on a page of its own."""
ENOUGH_ROWS, COSTS = 7, "costs"
"""A first group with so many rows is a key table by itself, but for the group of costs."""
NOTE_LINE = 20.0
_Page = TypeVar("_Page")


def pptx_bytes(sheet: Sheet, template: bytes | None = None) -> bytes:
    """Return the sheet as a presentation; the same sheet gives the same bytes.

    Args:
        sheet: the content.
        template: a file that gives design and layouts; None: ours at 16:9.
    """
    deck = Deck(template, locale_of(sheet), sheet.brand)
    set_properties(deck.made.core_properties, sheet)
    _Writer(deck, sheet).write()
    return same_bytes(deck.saved(), sheet.day)


class _Writer:
    """Writes the slides of one sheet."""

    def __init__(self, deck: Deck, sheet: Sheet) -> None:
        self._deck, self._sheet = deck, sheet
        self._cited: dict[int, Slide] = {}

    def write(self) -> None:
        sheet, deck = self._sheet, self._deck
        foot = (sheet.catalog_line, sheet.day_text, sheet.brand.footer)
        deck.set_foot(" · ".join(filter(None, foot)))
        logo = None if sheet.logo is None else logo_picture(sheet.logo, LOGO_ROOM)
        told = (sheet.client_line, *sheet.head[:2], sheet.day_text, sheet.catalog_line)
        deck.cover(sheet.title, filter(None, told), logo, sheet.client or sheet.words["logo"])
        sources = list(self._sources())
        self._parts()
        if sheet.kind is SheetKind.COVERAGE:
            for part in sheet.parts:
                for block in part.blocks:
                    if isinstance(block, Table):
                        self._table(block, part.heading or sheet.title)
        self._texts(sheet.words["assumptions"], self._said(sheet.assumptions))
        self._texts(sheet.words["remarks"], self._said(sheet.open_questions))
        deck.to_end(sources)

    def _parts(self) -> None:
        """Add what is said first of each thing the sheet is about, its first rows, all charts."""
        told, subject = False, self._sheet.title
        for part in self._sheet.plain_parts:
            if part.new_page and self._sheet.kind in SEVERAL:
                told, subject = False, part.heading
            title = part.heading or subject
            for block in _joined(part.blocks):
                if isinstance(block, Chart):
                    self._chart(block, part.heading or block.title)
                elif not told and isinstance(block, Text):
                    self._texts(title, self._said(block.sentences), block.points)
                elif not told and isinstance(block, Table):
                    told = True
                    if self._sheet.kind is not SheetKind.COVERAGE:
                        self._key_table(block, title)

    def _key_table(self, table: Table, title: str) -> None:
        shown = key_rows(table)
        count, most = len(list(shown.rows)), len(list(table.rows))
        told = ""
        if count < most:
            told = self._sheet.words["rows_shown"].format(shown=count, count=most)
        self._table(shown, title, told)

    def _table(self, table: Table, title: str, told: str = "") -> None:
        """Add the slides of a table; below stand its legend, and what is left out."""
        area = self._deck.area
        below = [text for text in (table.legend, told) if text]
        notes = paged(below, LEAST, area.width, area.height / 4)[:1]
        foot = len(below) * NOTE_LINE * 2 if notes else 0.0
        place = Box(area.left, area.top, area.width, area.height - foot)
        for slide_title, page in self._numbered(title, table_pages(self._sheet, table, place)):
            slide = self._deck.add(slide_title)
            high = sum(page.heights)
            box = Box(place.left, place.top, page.part.width, high)
            frame = slide.shapes.add_table(1, 1, *box.emu)
            made = frame.table._tbl
            made.getparent().replace(made, table_xml(self._deck, page, self._to(slide)))
            describe(frame, title)
            self._below(slide, notes[0] if notes else [], foot)

    def _to(self, slide: "Slide") -> Any:
        """Return what relates a slide to the one with the source of a number."""
        from pptx.opc.constants import RELATIONSHIP_TYPE

        def relate(number: int) -> str:
            target = self._cited.get(number)
            if target is None:
                return ""
            return str(slide.part.relate_to(target.part, RELATIONSHIP_TYPE.SLIDE))

        return relate

    def _chart(self, chart: Chart, title: str) -> None:
        area = self._deck.area
        slide = self._deck.add(title)
        numbers = ", ".join(map(str, self._sheet.numbers(chart.sources)))
        notes = [*chart.notes]
        if numbers:
            notes.append(f"{self._sheet.words['sources']}: {numbers}")
        foot = NOTE_LINE * (len(notes) + 0.4) if notes else 0.0
        place = Box(area.left, area.top, area.width, area.height - foot)
        told = chart.summary or chart.title
        natives = native_charts(chart)
        for at, native in enumerate(natives):
            width = place.width / len(natives)
            box = Box(place.left + at * width, place.top, width - 8, place.height)
            add_native(slide, native, box, told, self._deck.language)
        if not natives:
            self._picture(slide, chart, place, told)
        self._below(slide, notes, foot)

    def _below(self, slide: "Slide", notes: Sequence[str], height: float) -> None:
        """Write what belongs to a table or a chart below it, if anything does."""
        area = self._deck.area
        if notes:
            runs = [self._deck.run(text, Look(colour=MUTED)) for text in notes]
            place = Box(area.left, area.top + area.height - height, area.width, height)
            self._deck.text(slide, place, runs)

    def _picture(self, slide: "Slide", chart: Chart, place: Box, told: str) -> None:
        """Draw the chart for this place: at its size the type is as large as on the slide."""
        smaller = 10.5 / LEAST
        size = (place.width * smaller, place.height * smaller)
        picture = chart_picture(chart, place.width, size)
        scale = min(1.0, place.height / picture.height)
        box = Box(place.left, place.top, picture.width * scale, picture.height * scale)
        self._deck.place_picture(slide, picture, box, told)

    def _said(self, sentences: Iterable[Sentence]) -> list[str]:
        """Return sentences as lines, with the numbers of their sources."""
        return [
            f"{WARNING if each.warning else ''}{each.text}"
            f"{raised(self._sheet.numbers(each.sources))}"
            for each in sentences
        ]

    def _texts(self, title: str, texts: Iterable[str], points: bool = True) -> None:
        """Add the slides of some lines, as many as they need; none without any."""
        area = self._deck.area
        pages = paged(texts, TEXT, area.width - 30, area.height - 10)
        for slide_title, page in self._numbered(title, pages):
            runs = [self._line(line) for text in page for line in text.splitlines()]
            self._deck.text(self._deck.add(slide_title), area, runs, points=points)

    def _numbered(self, title: str, pages: Sequence[_Page]) -> Iterator[tuple[str, _Page]]:
        """Yield pages with their titles: where there are several, which one it is."""
        for number, page in enumerate(pages, start=1):
            part = self._sheet.words["part"].format(part=number, parts=len(pages))
            yield (f"{title} ({part})" if len(pages) > 1 else title), page

    def _line(self, text: str) -> str:
        """Return a line of text; what an answer is called stands out."""
        for answer in self._sheet.answer:
            label = f"{WARNING}{answer.label}: " if answer.warning else f"{answer.label}: "
            if text.startswith(label):
                rest = self._deck.run(text.removeprefix(label), Look(TEXT))
                return self._deck.run(label, Look(TEXT, bold=True)) + rest
        return self._deck.run(text, Look(TEXT))

    def _sources(self) -> Iterator["Slide"]:
        """Yield the slides with the numbered sources, and the caveats below."""
        sheet, area = self._sheet, self._deck.area
        notes = {
            f"{note.number}. {note.text}{after_source(sheet, note)}": note
            for note in sheet.footnotes
        }
        texts = [*notes, sheet.caveats]
        for page in paged(texts, LEAST, area.width - 20, area.height - 10):
            slide = self._deck.add(sheet.words["sources"])
            runs = []
            for text in page:
                note = notes.get(text)
                if note is None:
                    runs.append(self._deck.run(text, Look(colour=MUTED)))
                    continue
                self._cited[note.number] = slide
                runs.append(self._source(slide, note, text))
            self._deck.text(slide, area, runs)
            yield slide

    def _source(self, slide: "Slide", note: Footnote, text: str) -> str:
        from pptx.opc.constants import RELATIONSHIP_TYPE

        link = ""
        if url := link_of(note.url):
            relation = slide.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            link = f'<a:hlinkClick r:id="{relation}"/>'
        head, tail = f"{note.number}. ", text.partition(". ")[2]
        return self._deck.run(head, Look()) + self._deck.run(tail, Look(), link)


def _joined(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks, texts that follow each other as one: they stand on the same slide."""
    waiting: Text | None = None
    for block in blocks:
        if isinstance(block, Text):
            before = () if waiting is None else waiting.sentences
            waiting = Text((*before, *block.sentences), block.points)
            continue
        if waiting is not None:
            yield waiting
            waiting = None
        yield block
    if waiting is not None:
        yield waiting


def key_rows(table: Table) -> Table:
    """Return the first rows of a table that fit on a slide, and those of the costs.

    Whole groups where they fit, ten rows at most.
    """
    groups: list[Group] = []
    left = MOST_ROWS
    for group in table.groups:
        full = left <= 0 or (groups and MOST_ROWS - left >= ENOUGH_ROWS)
        if group.key == COSTS:
            groups.append(replace(group, rows=group.rows[:MOST_ROWS]))
        elif not full:
            groups.append(replace(group, rows=group.rows[:left]))
            left -= len(group.rows)
    return replace(table, groups=tuple(groups))
