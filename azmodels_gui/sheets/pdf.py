# SPDX-License-Identifier: MIT
"""A sheet as PDF, in bytes: Qt tells nobody when a path cannot be written."""

import os
import uuid
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QCoreApplication, QHashSeed, QIODevice, QMarginsF, QUuid
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPdfWriter

from azmodels_gui.sheets.paper.painting import paint
from azmodels_gui.sheets.paper.type_scale import UNITS_PER_INCH
from azmodels_gui.sheets.pdf_marks import dated, with_language
from azmodels_gui.sheets.sheet import Sheet

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
