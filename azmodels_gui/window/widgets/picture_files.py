# SPDX-License-Identifier: MIT
"""Something painted, as the bytes of a picture: dots for a slide, vectors for paper."""

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter

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
    return bytes(buffer.data().data())
