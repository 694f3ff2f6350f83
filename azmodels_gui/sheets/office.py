# SPDX-License-Identifier: MIT
"""What Word and PowerPoint files share: clean texts, marks beside colours, the same bytes."""

import io
import re
import zipfile
from datetime import date, datetime, time
from html import escape
from typing import Any

from azmodels_gui.sheets.sheet import Cell, Footnote, Mark, Sheet

LOCALES = {"de": "de-DE", "en": "en-GB"}
"""What the files are spell-checked by: dates and words are British."""
AUTHOR = "azmodels"
LONGEST_ADDRESS = 2_000
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MADE = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")


def plain(text: str) -> str:
    """Return a text without the signs that no XML file may hold."""
    return _NOT_IN_XML.sub("\N{REPLACEMENT CHARACTER}", text)


def xml_text(text: str) -> str:
    """Return a text as it stands between tags or inside of an attribute."""
    return escape(plain(text), quote=False).replace('"', "&quot;")


def locale_of(sheet: Sheet) -> str:
    """Return the language of a sheet with its country, as office programs want it."""
    return LOCALES.get(sheet.language, sheet.language)


def marked(cell: Cell, *, signs: bool = False) -> str:
    """Return a cell's text with the sign of its mark, which paper without colours shows as well.

    Args:
        cell: what is shown.
        signs: True: its sign stands for the text, where it has one.
    """
    text = cell.sign if cell.sign and signs else cell.text
    if cell.mark is Mark.BEST:
        return f"▲\N{NO-BREAK SPACE}{text}"
    if cell.mark is Mark.WARNING and not text.startswith("!"):
        return f"!\N{NO-BREAK SPACE}{text}"
    return text


def link_of(url: str) -> str:
    """Return an address as office programs take it for a link; empty: they do not."""
    return plain(url) if url.startswith("https://") and len(url) <= LONGEST_ADDRESS else ""


def after_source(sheet: Sheet, note: Footnote) -> str:
    """Return what stands behind title and date of a source: whose it is, its licence."""
    secondary = f" ({sheet.words['secondary']})" if note.secondary else ""
    return f"{secondary}, {note.licence}" if note.licence else secondary


def set_properties(found: Any, sheet: Sheet) -> None:
    """Say in a file of Word or PowerPoint what it is, for whom and by whom."""
    made = datetime.combine(sheet.day, time())
    found.title, found.subject = plain(sheet.title)[:255], plain(sheet.client_line)[:255]
    found.author = found.last_modified_by = plain(sheet.brand.author)[:255] or AUTHOR
    found.comments, found.keywords = sheet.catalog_line, ""
    found.language, found.revision = locale_of(sheet), 1
    found.created, found.modified = made, made


def same_bytes(data: bytes, day: date) -> bytes:
    """Return an office file packed anew, so that the same content is the same bytes.

    The day goes for the time of every part, and for when the workbooks inside were made.
    """
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(written, "w") as new:
        for part in old.infolist():
            content = old.read(part)
            if part.filename.endswith(".xlsx"):
                content = same_bytes(content, day)
            if part.filename == "docProps/core.xml":
                made = rf"\g<1>{day.isoformat()}T00:00:00Z".encode()
                content = _MADE.sub(made, content)
            told = zipfile.ZipInfo(part.filename, (1980, 1, 1, 0, 0, 0))
            told.external_attr = 0o600 << 16
            new.writestr(told, content, zipfile.ZIP_DEFLATED)
    return written.getvalue()
