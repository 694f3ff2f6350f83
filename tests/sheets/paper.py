# SPDX-License-Identifier: MIT
"""What a reader finds on the pages of a PDF: read by PDFium, which shows them in Chrome.

How a document is built - fonts, links, tags - is read by pypdf, which takes ten times as long for
the texts.
"""

from collections.abc import Iterator
from contextlib import closing
from typing import NamedTuple

import pypdfium2


class Piece(NamedTuple):
    """Letters that stand together, in points from the lower left corner."""

    text: str
    left: float
    bottom: float
    right: float
    top: float


class Page(NamedTuple):
    """A page as it is read; its sizes are points."""

    text: str
    width: float
    height: float
    pieces: list[Piece]


def _text_of(page: pypdfium2.PdfTextPage) -> str:
    """Return the text of a page; a hyphen at the end of a line is told as U+FFFE."""
    return str(page.get_text_range()).replace("\ufffe", "-")


def page_texts(data: bytes) -> Iterator[str]:
    """Yield the texts of the pages, each when it is asked for."""
    with closing(pypdfium2.PdfDocument(data)) as document:
        for page in document:
            yield _text_of(page.get_textpage())


def pages_read(data: bytes) -> Iterator[Page]:
    """Yield the pages with where their texts stand."""
    with closing(pypdfium2.PdfDocument(data)) as document:
        for page in document:
            text = page.get_textpage()
            places = [text.get_rect(at) for at in range(text.count_rects())]
            pieces = [Piece(text.get_text_bounded(*place), *place) for place in places]
            yield Page(_text_of(text), page.get_width(), page.get_height(), pieces)
