# SPDX-License-Identifier: MIT
"""Tables and paragraphs of a Markdown page, each with the headings it stands under."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.front_matter import front_matter_plugin

BREAKS = frozenset({"<br>", "<br/>", "<br />", "</br>"})
TAB_LEVEL = 7
"""Tabs (`# [Europe](#tab/...)`) are written as first-level headings but lie below all others."""
BAR = re.compile(r"(?<!\\)\|")
QUOTE_MARKS = "> \t"
PAGES_KEPT = 64
"""Pages that are not parsed again: several steps of a build look at the same one."""


@dataclass(frozen=True)
class Table:
    """A table with plain-text cells: markup removed, a line break is a newline.

    Footnote marks stay as `<sup>1</sup>`.
    """

    headings: tuple[str, ...]
    """Headings above it, outermost first; a tab's name is the last one."""
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    """As many cells as the header has; missing ones are empty."""
    overlong: tuple[tuple[str, ...], ...] = ()
    """Rows that are none of `rows`: they have more cells than the header, and nobody can say
    which one is too many. Only as many cells as the header has."""
    short: tuple[tuple[str, ...], ...] = ()
    """Those of `rows` that are written with fewer cells than the header has."""

    @property
    def place(self) -> str:
        """The headings above it, as one line."""
        return " > ".join(self.headings)


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, list item or note outside of tables, as plain text."""

    headings: tuple[str, ...]
    text: str


@dataclass(frozen=True)
class Page:
    """What parsers need of a Markdown page, in its order."""

    as_of: date | None
    """`ms.date` of the front matter."""
    tables: tuple[Table, ...]
    paragraphs: tuple[Paragraph, ...]
    open_tab: tuple[str, ...] = ()
    """Headings of the tab in which the page ends; empty: its last group of tabs is closed, as
    on every whole page."""


@lru_cache(maxsize=PAGES_KEPT)
def read_page(text: str) -> Page:
    """Return the tables and paragraphs of a page.

    A table whose delimiter row has another number of columns than its header is no table
    for Markdown; it is mended here, since the documentation has such tables. From a row
    with too many cells Markdown drops some; here it is kept apart.
    """
    parser = MarkdownIt("commonmark", {"html": True}).enable("table").use(front_matter_plugin)
    tokens = parser.parse(text)
    mended = _mend_delimiters(text, tokens)
    if mended != text:
        tokens = parser.parse(mended)
    tables: list[Table] = []
    paragraphs: list[Paragraph] = []
    path: dict[int, str] = {}
    for part in _parts(tokens, path, mended.split("\n")):
        if isinstance(part, Table):
            tables.append(part)
        else:
            paragraphs.append(part)
    open_tab = _headings(path) if TAB_LEVEL in path else ()
    return Page(_ms_date(tokens), tuple(tables), tuple(paragraphs), open_tab)


def _parts(
    tokens: list[Token], path: dict[int, str], lines: Sequence[str]
) -> Iterator[Table | Paragraph]:
    """Yield tables and paragraphs; `path` is left with the headings the page ends under."""
    cells: list[list[str]] = []
    widths: list[int] = []
    for before, token in pairwise(tokens):
        match (before.type, token.type):
            case ("heading_open", "inline"):
                _enter(path, before, token)
            case (_, "hr"):
                path.pop(TAB_LEVEL, None)
            case (_, "tr_open"):
                cells.append([])
                widths.append(_width(token, lines))
            case (("th_open" | "td_open"), "inline"):
                cells[-1].append(_plain(token))
            case ("paragraph_open", "inline"):
                yield Paragraph(_headings(path), _plain(token))
            case (_, "table_close"):
                yield _table(_headings(path), cells, widths)
                cells, widths = [], []


def _width(row: Token, lines: Sequence[str]) -> int:
    """Return how many cells a row is written with; Markdown itself evens them out."""
    return len(_cells(lines[row.map[0]])) if row.map else 0


def _table(headings: tuple[str, ...], cells: list[list[str]], widths: list[int]) -> Table:
    header, *rows = map(tuple, cells)
    wide, *others = widths
    measured = list(zip(rows, others, strict=True))
    return Table(
        headings,
        header,
        rows=tuple(row for row, width in measured if width <= wide),
        overlong=tuple(row for row, width in measured if width > wide),
        short=tuple(row for row, width in measured if width < wide),
    )


def _enter(path: dict[int, str], token: Token, inline: Token) -> None:
    """Take a heading into the path and leave all deeper ones."""
    level = TAB_LEVEL if _is_tab(inline) else int(token.tag[1:])
    for deeper in [known for known in path if known >= level]:
        del path[deeper]
    path[level] = _plain(inline)


def _is_tab(inline: Token) -> bool:
    links = [child for child in inline.children or () if child.type == "link_open"]
    return any(str(link.attrGet("href")).startswith("#tab/") for link in links)


def _headings(path: dict[int, str]) -> tuple[str, ...]:
    return tuple(path[level] for level in sorted(path))


def _plain(inline: Token) -> str:
    """Return the text without markup; `<sup>` marks stay, other tags go."""
    pieces = []
    for child in inline.children or ():
        match child.type:
            case "text" | "code_inline":
                pieces.append(child.content)
            case "softbreak" | "hardbreak":
                pieces.append("\n")
            case "html_inline" if child.content.lower() in BREAKS:
                pieces.append("\n")
            case "html_inline" if child.content.lower() in ("<sup>", "</sup>"):
                pieces.append(child.content.lower())
    lines = ("".join(pieces)).split("\n")
    return "\n".join(line for line in (" ".join(line.split()) for line in lines) if line)


def _ms_date(tokens: list[Token]) -> date | None:
    """Return the page's date: `06/11/2026` in the sources, ISO in rendered pages."""
    front = next((token.content for token in tokens if token.type == "front_matter"), "")
    for line in front.splitlines():
        key, _, value = line.partition(":")
        if key.strip() == "ms.date":
            month, _, rest = value.strip().strip('"').partition("/")
            day, _, year = rest.partition("/")
            iso = f"{year}-{month:0>2}-{day:0>2}" if year else month[:10]
            return date.fromisoformat(iso)
    return None


def _mend_delimiters(text: str, tokens: list[Token]) -> str:
    """Give a delimiter row as many columns as its header, where Markdown saw a paragraph."""
    lines = text.split("\n")
    for token in tokens:
        if token.type != "paragraph_open" or token.map is None:
            continue
        first, end = token.map
        header, delimiter = lines[first], lines[first + 1] if first + 1 < end else ""
        if (
            header.lstrip().startswith("|")
            and set(delimiter.strip()) <= set("|:- ")
            and "-" in delimiter
        ):
            columns = len(_cells(header))
            lines[first + 1] = "|" + " --- |" * columns
    return "\n".join(lines)


def _cells(row: str) -> list[str]:
    return BAR.split(row.strip(QUOTE_MARKS).removeprefix("|").removesuffix("|"))
