# SPDX-License-Identifier: MIT
"""A chart with its title as a picture: dots for a slide, vectors for paper."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QImageWriter, QPainter
from PySide6.QtWidgets import QGraphicsView

from azmodels_gui.views.theme.tokens import SPACE_M, SPACE_S, Tokens

DOTS_PER_PIXEL = 2
"""So that a picture stays sharp on a projector."""


def image_of(view: QGraphicsView, title: str, tokens: Tokens) -> QImage:
    """Return the chart as an image."""
    size = _size(view)
    image = QImage(size * DOTS_PER_PIXEL, QImage.Format.Format_RGB32)
    image.fill(QColor(tokens.surface))
    painter = QPainter(image)
    painter.scale(DOTS_PER_PIXEL, DOTS_PER_PIXEL)
    _paint(painter, view, title, tokens)
    painter.end()
    return image


def png_of(view: QGraphicsView, title: str, tokens: Tokens) -> bytes:
    """Return the chart as a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image_of(view, title, tokens))
    return bytes(buffer.data().data())


def svg_of(view: QGraphicsView, title: str, tokens: Tokens) -> bytes:
    """Return the chart as an SVG file."""
    from PySide6.QtSvg import QSvgGenerator

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    size = _size(view)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(size)
    generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
    generator.setTitle(title)
    painter = QPainter(generator)
    painter.fillRect(QRectF(0, 0, size.width(), size.height()), QColor(tokens.surface))
    _paint(painter, view, title, tokens)
    painter.end()
    return bytes(buffer.data().data())


def _title_font(view: QGraphicsView) -> QFont:
    font = QFont(view.font())
    font.setBold(True)
    return font


def _title_height(view: QGraphicsView) -> int:
    return view.fontMetrics().height() + 2 * SPACE_S


def _size(view: QGraphicsView) -> QSize:
    return QSize(view.width(), view.height() + _title_height(view))


def _paint(painter: QPainter, view: QGraphicsView, title: str, tokens: Tokens) -> None:
    height = _title_height(view)
    painter.setFont(_title_font(view))
    painter.setPen(QColor(tokens.text))
    line = QRectF(SPACE_M, 0, view.width() - 2 * SPACE_M, height)
    painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, title)
    view.render(painter, QRectF(0, height, view.width(), view.height()))
