# SPDX-License-Identifier: MIT
"""What stands on a sheet, as values: every output is made from these and nothing else."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace

if TYPE_CHECKING:
    # The cells of the window's table are those of sheets, and have no charts.
    from azmodels_gui.charts.chart import Chart


class SheetKind(StrEnum):
    """Which sheet it is."""

    COMPARISON = "comparison"
    FACTS = "facts"
    SIZING = "sizing"
    COVERAGE = "coverage"
    LIST = "list"
    FEATURES = "features"
    CHANGES = "changes"
    RETIREMENTS = "retirements"
    GUIDE = "guide"
    ADVICE = "advice"
    CLIENT = "client"
    DOSSIER = "dossier"


class CellKind(StrEnum):
    """What a cell holds; a spreadsheet gets a real number or day for most of them."""

    TEXT = "text"
    NUMBER = "number"
    MONEY = "money"
    DATE = "date"
    PERCENT = "percent"
    UNKNOWN = "unknown"
    """No source says. Never to be read as "no"."""
    CONFLICT = "conflict"
    """Sources disagree."""


class Mark(StrEnum):
    """What deserves a second look; paper and screen never show it by colour alone."""

    NONE = ""
    BEST = "best"
    """The best of the values known in its row."""
    WARNING = "warning"


class Cell(Struct, frozen=True):
    """One figure or text with its sources."""

    kind: CellKind
    text: str
    """As the sheet's language writes it."""
    value: int | Decimal | date | None = None
    """The figure itself; a share for percent."""
    currency: str = ""
    places: int = 0
    """Digits after the point."""
    sources: tuple[str, ...] = ()
    """Ids of the sources."""
    mark: Mark = Mark.NONE
    before: str = ""
    after: str = ""
    """What the text says before and after the figure: "not before", "secondary"."""
    sign: str = ""
    """Stands for the text where a table has no room; the table's legend explains it."""
    gap: bool = False
    """True: unknown in part of the regions that it tells of."""
    by_region: "tuple[tuple[str, Cell], ...]" = ()
    """What it tells of each region by name, where they differ."""
    formula: str = ""
    """How a spreadsheet reckons it; `{key}` is the figure of another row, see `live_cells`."""


class Row(Struct, frozen=True):
    """A label and its cells, one for each column."""

    key: str
    label: str
    cells: tuple[Cell, ...]
    differs: bool = False
    """True: the compared things are not alike here."""

    @property
    def sources(self) -> tuple[str, ...]:
        """Ids of all sources of the row, each once."""
        return tuple(dict.fromkeys(each for cell in self.cells for each in cell.sources))

    @property
    def shared_sources(self) -> tuple[str, ...]:
        """The sources, if all cells that name any name the same; else none: see the cells."""
        named = {cell.sources for cell in self.cells if cell.sources}
        return next(iter(named)) if len(named) == 1 else ()


class Column(Struct, frozen=True):
    """A column after the label."""

    title: str
    figures: bool = False
    """True: numbers, set flush right."""
    weight: int = 1
    """Room it asks for, beside the others."""


class Group(Struct, frozen=True):
    """Rows under one heading inside a table: a section that can be folded."""

    key: str
    heading: str
    rows: tuple[Row, ...]
    changed: bool = False
    """True: who has the sheet as a spreadsheet is to change its figures."""
    folded: bool = False
    """True: a spreadsheet shows its heading; its rows are there for formulas."""

    @property
    def differing(self) -> tuple[Row, ...]:
        """The rows that are not alike for all columns."""
        return tuple(row for row in self.rows if row.differs)

    @property
    def alike(self) -> tuple[Row, ...]:
        """The rows that are alike for all columns."""
        return tuple(row for row in self.rows if not row.differs)


class Table(Struct, frozen=True):
    """Groups of rows under common columns. With many columns paper splits it into parts."""

    stub: str
    """Title of the label column; it is repeated in every part."""
    columns: tuple[Column, ...]
    groups: tuple[Group, ...]
    legend: str = ""
    by_column: bool = False
    """True: footnotes stand beside the titles of columns, not beside every figure."""
    signs: bool = False
    """True: on paper signs stand for words; a legend explains them."""
    spans: tuple[tuple[str, int], ...] = ()
    """Headings above the columns, each with how many it spans; empty: none."""
    compact: bool = False
    """True: on paper a grid of signs, under names that are turned upright."""
    airy: bool = False
    """True: on paper room to write into its rows."""
    folds: bool = False
    """True: where it is read, the rows that are alike for all stand in one line per group."""
    spare: str = ""
    """Stands for it where it is narrow and one page of paper has no room; empty: it must stay."""

    def column_sources(self, position: int) -> tuple[str, ...]:
        """Return ids of all sources of a column, each once."""
        cells = (row.cells[position] for row in self.rows)
        return tuple(dict.fromkeys(each for cell in cells for each in cell.sources))

    @property
    def rows(self) -> Iterator[Row]:
        """All rows from top to bottom."""
        return (row for group in self.groups for row in group.rows)


class Sentence(Struct, frozen=True):
    """A line of text with its sources."""

    text: str
    sources: tuple[str, ...] = ()
    warning: bool = False
    short: str = ""
    """Stands for it where one page of paper has no room; empty: it must stay."""


class AnswerLine(Struct, frozen=True):
    """A question that a page answers first: what it is called, the answer, what belongs to it."""

    key: str
    label: str
    lead: str
    """The answer in a few words."""
    more: tuple[Sentence, ...] = ()
    """What must be said beside it."""
    sources: tuple[str, ...] = ()
    warning: bool = False

    @property
    def cited(self) -> tuple[str, ...]:
        """Ids of all its sources, each once."""
        return tuple(
            dict.fromkeys((*self.sources, *(s for each in self.more for s in each.sources)))
        )

    @property
    def sentence(self) -> Sentence:
        """The same as one line of text, for outputs that have no box for it."""
        told = " ".join((self.lead, *(each.text for each in self.more)))
        return Sentence(f"{self.label}: {told}", self.cited, self.warning)


class Run(Struct, frozen=True):
    """A piece of a text in one look."""

    text: str
    bold: bool = False
    italic: bool = False
    url: str = ""
    """Where it leads to, by http or https; empty: nowhere."""


class Paragraph(Struct, frozen=True):
    """A paragraph, or a point of a list."""

    runs: tuple[Run, ...]
    depth: int = 0
    """Of the list it is a point of; 0: of none."""
    marker: str = ""
    """What stands before a point: a number with a full stop, or a dot."""

    @property
    def text(self) -> str:
        """Its words alone, with the addresses of links."""
        told = "".join(
            f"{run.text} ({run.url})" if run.url not in ("", run.text) else run.text
            for run in self.runs
        )
        return f"{self.marker} {told}".strip()


class Text(Struct, frozen=True):
    """Sentences, each a paragraph of its own, or points of a list."""

    sentences: tuple[Sentence, ...]
    points: bool = False
    spare: str = ""
    """As that of a table."""


Block: TypeAlias = "Table | Chart | Text"


class Part(Struct, frozen=True):
    """A heading and what stands under it."""

    key: str
    heading: str
    blocks: tuple[Block, ...]
    new_page: bool = False
    """True: paper begins a new page."""
    name: str = ""
    """Short, for a page of a workbook; empty: the heading."""
    level: int = 1
    """Of the heading: 2 stands below 1."""
    answer: tuple[AnswerLine, ...] = ()
    """What is read first of it."""
    strip: bool = False
    """True: on paper its answers stand side by side."""
    narrow: bool = False
    """True: on paper it stands in one of two columns, with the narrow parts beside it."""

    @property
    def sources(self) -> tuple[str, ...]:
        """Ids of all its sources in the order they are met, each once."""
        found: dict[str, None] = dict.fromkeys(s for line in self.answer for s in line.cited)
        for block in self.blocks:
            match block:
                case Table():
                    found |= dict.fromkeys(each for row in block.rows for each in row.sources)
                case Text():
                    found |= dict.fromkeys(
                        each for said in block.sentences for each in said.sources
                    )
                case _:
                    found |= dict.fromkeys(block.sources)
        return tuple(found)


class Footnote(Struct, frozen=True):
    """A source with its date, by number."""

    number: int
    source: str
    """Id in the catalogue."""
    title: str
    as_of: str
    """Date of the document as the sheet's language writes it; empty: not known."""
    url: str = ""
    licence: str = ""
    secondary: bool = False

    @property
    def text(self) -> str:
        """Title and date on one line."""
        return f"{self.title}, {self.as_of}" if self.as_of else self.title


class Logo(Struct, frozen=True):
    """A picture for the head of the sheet."""

    data: bytes
    media_type: str
    width: float
    height: float
    """Size in its own units: only the ratio counts."""


class Brand(Struct, frozen=True):
    """The house style of the firm that makes a sheet; what is empty stays as the program has it."""

    accent: str = ""
    """Colour of links and rules, as #rrggbb."""
    heading: str = ""
    font: str = ""
    """Family of all texts."""
    font_folder: str = ""
    """Where its files lie; empty: the machine has it."""
    logo: Logo | None = None
    """Of a sheet that has none of its own."""
    logo_left: bool = False
    footer: str = ""
    """Stands at the foot of every page."""
    disclaimer: str = ""
    author: str = ""


class Sheet(Struct, frozen=True, dict=True):
    """One sheet: what the client keeps."""

    kind: SheetKind
    language: str
    title: str
    day: date
    """Day the sheet is made for: prices, stages and days left refer to it."""
    day_text: str
    """The day as the language writes it."""
    head: tuple[str, ...]
    """Lines under the title: what was asked for."""
    catalog_line: str
    """Serial and age of the catalogue."""
    parts: tuple[Part, ...]
    assumptions: tuple[Sentence, ...]
    remarks: tuple[Sentence, ...]
    """Conflicts and unknowns in words."""
    footnotes: tuple[Footnote, ...]
    disclaimers: tuple[str, ...]
    licence_notes: tuple[str, ...] = ()
    """What the licences of its sources want to be told."""
    words: dict[str, str] = field(default_factory=dict)
    """Fixed words of the outputs in the sheet's language (`assumptions`, `page` ...)."""
    client: str = ""
    contents: bool = False
    """True: long documents list their chapters first, with pages on paper."""
    recommendation: tuple[Paragraph, ...] = ()
    """What the consultant writes to it."""
    logo: Logo | None = None
    live: Table | None = None
    """The figures with their formulas, for a spreadsheet that reckons them anew."""
    answer: tuple[AnswerLine, ...] = ()
    """What the sheet comes to, before anything else; empty: it answers no question."""
    brand: Brand = Brand()

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {note.source: note.number for note in self.footnotes}

    @cached_property
    def _found_numbers(self) -> dict[tuple[str, ...], tuple[int, ...]]:
        return {}

    def numbers(self, sources: tuple[str, ...]) -> tuple[int, ...]:
        """Return the numbers of the footnotes of some sources, in order."""
        found = self._found_numbers.get(sources)
        if found is None:
            known = (self._numbers[each] for each in sources if each in self._numbers)
            found = self._found_numbers[sources] = tuple(sorted(known))
        return found

    @property
    def client_line(self) -> str:
        """Who the sheet is for; empty where nobody is named."""
        return self.words["client"].format(client=self.client) if self.client else ""

    @property
    def head_lines(self) -> tuple[str, ...]:
        """All that stands under the title, in text formats."""
        lines = (self.client_line, *self.head, self.day_text, self.catalog_line)
        return tuple(line for line in lines if line)

    @property
    def caveats(self) -> str:
        """All that is said of the sheet as a whole, at its end."""
        return " ".join((*self.disclaimers, *self.licence_notes))

    @property
    def chapters(self) -> tuple[str, ...]:
        """Headings of the chapters, for a list of contents; empty where there is to be none."""
        headings = (part.heading for part in self.parts if part.level == 1 and part.heading)
        return tuple(headings) if self.contents else ()

    @property
    def told_first(self) -> tuple[str, ...]:
        """Answers and recommendation as lines, for outputs that know nothing but texts."""
        answers = (line.sentence.text for line in self.answer)
        return (*answers, *(each.text for each in self.recommendation))

    @property
    def closing(self) -> tuple[Part, ...]:
        """What stands below the parts: what is taken for granted, what is disputed or unknown."""
        told = (("assumptions", self.assumptions), ("remarks", self.remarks))
        return tuple(
            Part(key, self.words[key], (Text(said, points=True),)) for key, said in told if said
        )

    @property
    def open_questions(self) -> tuple[Sentence, ...]:
        """What is disputed or unknown, without the sentence that nothing is."""
        none = {self.words["remark_none"], self.words["remark_none_conflict"]}
        return tuple(each for each in self.remarks if each.text not in none)

    @property
    def plain_parts(self) -> Iterator[Part]:
        """All parts, with answers and recommendation as texts, for outputs that know no more."""
        if self.answer:
            told = tuple(line.sentence for line in self.answer)
            yield Part("answer", self.words["answer"], (Text(told),))
        if self.recommendation:
            told = tuple(Sentence(each.text) for each in self.recommendation)
            yield Part("recommendation", self.words["recommendation"], (Text(told),))
        for part in self.parts:
            lines = tuple(line.sentence for line in part.answer)
            yield replace(part, blocks=(Text(lines), *part.blocks)) if lines else part

    @property
    def tables(self) -> Iterator[Table]:
        """All tables from top to bottom."""
        return (block for part in self.parts for block in part.blocks if isinstance(block, Table))
