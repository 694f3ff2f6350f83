# SPDX-License-Identifier: MIT
"""A sheet as PDF, in bytes: Qt tells nobody when a path cannot be written."""

import os
import re
import uuid
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QBuffer, QCoreApplication, QHashSeed, QIODevice, QMarginsF, QUuid
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPdfWriter

from azmodels_gui.sheets.paper.painting import paint
from azmodels_gui.sheets.paper.type_scale import UNITS_PER_INCH
from azmodels_gui.sheets.sheet import Sheet

_INFO_DATE = re.compile(rb"\(D:\d{14}(?:Z|[+-]\d\d'\d\d')\)")
_XMP_DATE = re.compile(rb'Date="(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:[+-]\d\d:\d\d|Z))"')
_ROOT = re.compile(rb"/Root (\d+) 0 R")


def with_language(pdf: bytes, language: str) -> bytes:
    """Return the document with its language, and its title in the window's title bar."""
    trailer_at = pdf.rindex(b"trailer")
    trailer = pdf[trailer_at + len(b"trailer") : pdf.rindex(b"startxref")]
    previous = pdf[pdf.rindex(b"startxref") :].split()[1]
    root = _ROOT.search(trailer)
    if root is None:
        raise ValueError("the PDF has no catalogue")
    number = root[1]
    begin = pdf.rindex(b"\n" + number + b" 0 obj") + 1
    dictionary = pdf[begin : pdf.index(b"endobj", begin)].rstrip()
    more = f"/Lang ({language})\n/ViewerPreferences <</DisplayDocTitle true>>\n".encode()
    updated = dictionary.removesuffix(b">>") + more + b">>\nendobj\n"
    at = len(pdf)
    table = b"xref\n%s 1\n%010d 00000 n \n" % (number, at)
    kept = trailer.strip().removesuffix(b">>")
    end = b"trailer\n%s/Prev %s\n>>\nstartxref\n%d\n%%%%EOF\n" % (kept, previous, at + len(updated))
    return pdf + updated + table + end


def dated(pdf: bytes, day: date) -> bytes:
    """Return the document as if made at the beginning of a day (UTC)."""
    stamp = f"(D:{day:%Y%m%d}000000Z)".encode()
    pdf = _INFO_DATE.sub(lambda found: stamp.ljust(len(found[0])), pdf)
    iso = f"{day.isoformat()}T00:00:00".encode()
    return _XMP_DATE.sub(lambda found: b'Date="%s"' % _same_zone(iso, found[1]), pdf)


def _same_zone(iso: bytes, replaced: bytes) -> bytes:
    """Return a moment in UTC as long as the one it replaces."""
    return iso + (b"Z" if replaced.endswith(b"Z") else b"+00:00")


MARGIN_MM = 14
PAPERS = {"A4": QPageSize.PageSizeId.A4, "Letter": QPageSize.PageSizeId.Letter}
_NAMESPACE = uuid.UUID("b7a0a6de-5a0e-5d5b-8a51-3c1f0f2f7a11")
_started: list[QGuiApplication] = []


@dataclass(frozen=True)
class PageSetup:
    """Paper and direction."""

    paper: str = "A4"
    landscape: bool = False

    @property
    def layout(self) -> QPageLayout:
        """The page as Qt wants it."""
        ways = QPageLayout.Orientation
        return QPageLayout(
            QPageSize(PAPERS[self.paper]),
            ways.Landscape if self.landscape else ways.Portrait,
            QMarginsF(*(MARGIN_MM,) * 4),
            QPageLayout.Unit.Millimeter,
        )


def pdf_bytes(sheet: Sheet, setup: PageSetup) -> bytes:
    """Return the document: title, language, selectable text, links, fonts inside.

    The same sheet gives the same bytes on the same machine in every run of the command; other
    fonts, other versions of Qt, and a window that already runs, may give others.
    """
    _ensure_application()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(sheet.title)
    writer.setCreator("azmodels")
    writer.setResolution(UNITS_PER_INCH)
    writer.setPageLayout(setup.layout)
    name = f"{sheet.title}\n{sheet.client}\n{sheet.day}\n{sheet.catalog_line}"
    writer.setDocumentId(QUuid(str(uuid.uuid5(_NAMESPACE, name))))
    paint(sheet, writer)
    del writer  # the last bytes are written when it goes
    return with_language(dated(bytes(buffer.data().data()), sheet.day), sheet.language)


def _ensure_application() -> None:
    """Start Qt where no window is open: fonts need it. No display is asked for."""
    if QCoreApplication.instance() is None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        # Qt writes parts of an embedded font in the order of a hash, which is random otherwise.
        QHashSeed.setDeterministicGlobalSeed()
        _started.append(QGuiApplication(["azmodels"]))
