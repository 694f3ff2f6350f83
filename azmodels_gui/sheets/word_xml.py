# SPDX-License-Identifier: MIT
"""Paragraphs, runs, fields and links of a Word file as WordprocessingML."""

import re
from collections.abc import Iterable, Iterator

from azmodels_gui.sheets.office import xml_text

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
