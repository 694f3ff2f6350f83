# SPDX-License-Identifier: MIT
"""Files that a user asks for: where they go, and something painted as the bytes of a picture."""

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter
from PySide6.QtWidgets import QFileDialog, QWidget


@dataclass(frozen=True)
class WantedFile:
    """What the dialog proposes."""

    title: str
    kind: str
    """Kind of file in words, such as "Excel workbook"."""
    suffix: str
    """With its dot; added to a name without one."""
    path: Path


AskPath = Callable[[WantedFile, QWidget], Path | None]
"""Returns where to save, or None when cancelled. The system asks before it replaces a file."""


def ask_path(wanted: WantedFile, parent: QWidget) -> Path | None:
    """Ask with the system's own dialog."""
    dialog = QFileDialog(parent, wanted.title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(f"{wanted.kind} (*{wanted.suffix})")
    dialog.setDefaultSuffix(wanted.suffix.removeprefix("."))
    if wanted.path.parent.is_dir():
        dialog.setDirectory(str(wanted.path.parent))
    dialog.selectFile(wanted.path.name)
    if dialog.exec() != QFileDialog.DialogCode.Accepted or not dialog.selectedFiles():
        return None
    return Path(dialog.selectedFiles()[0])


DOTS_PER_PIXEL = 2
"""So that a picture stays sharp on a projector."""

Paint = Callable[[QPainter], object]
"""Draws in pixels of the screen, from the upper left corner."""


def image_of(size: QSize, ground: str, paint: Paint) -> QImage:
    """Return what is painted on a ground as an image."""
    image = QImage(size * DOTS_PER_PIXEL, QImage.Format.Format_RGB32)
    image.fill(QColor(ground))
    painter = QPainter(image)
    painter.scale(DOTS_PER_PIXEL, DOTS_PER_PIXEL)
    paint(painter)
    painter.end()
    return image


def png_of(image: QImage) -> bytes:
    """Return an image as a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def svg_of(size: QSize, ground: str, title: str, paint: Paint) -> bytes:
    """Return what is painted on a ground as an SVG file."""
    from PySide6.QtSvg import QSvgGenerator

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    page = QRectF(0, 0, size.width(), size.height())
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(size)
    generator.setViewBox(page)
    generator.setTitle(title)
    painter = QPainter(generator)
    painter.fillRect(page, QColor(ground))
    paint(painter)
    painter.end()
    return _COSMETIC.sub(_plain_stroke, bytes(buffer.data().data()))


_COSMETIC = re.compile(
    rb'(<g [^>]*stroke-width=")([\d.]+)("[^>]*transform="matrix\(([^)]*)\)"[^>]*>)'
    rb'((?:\s*<\w+ [^>]*vector-effect="non-scaling-stroke"[^>]*>)+)'
)


def _plain_stroke(found: re.Match[bytes]) -> bytes:
    """Return paths whose stroke is scaled with them: many programs know no other one."""
    across, skewed, slanted, down, *_ = (float(each) for each in found[4].split(b","))
    scale = math.sqrt(abs(across * down - skewed * slanted)) or 1.0
    width = b"%.6f" % (float(found[2]) / scale)
    paths = found[5].replace(b' vector-effect="non-scaling-stroke"', b"")
    return found[1] + width + found[3] + paths
