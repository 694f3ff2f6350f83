# SPDX-License-Identifier: MIT
"""A chart with its title as a picture: dots for a slide, vectors for paper."""

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QGraphicsView

from azmodels_gui.views import picture_files
from azmodels_gui.views.theme.tokens import SPACE_M, SPACE_S, Tokens


def image_of(view: QGraphicsView, title: str, tokens: Tokens) -> QImage:
    """Return the chart as an image."""
    paint = partial(_paint, view=view, title=title, tokens=tokens)
    return picture_files.image_of(_size(view), tokens.surface, paint)


def png_of(view: QGraphicsView, title: str, tokens: Tokens) -> bytes:
    """Return the chart as a PNG file."""
    return picture_files.png_of(image_of(view, title, tokens))


def svg_of(view: QGraphicsView, title: str, tokens: Tokens) -> bytes:
    """Return the chart as an SVG file."""
    paint = partial(_paint, view=view, title=title, tokens=tokens)
    return picture_files.svg_of(_size(view), tokens.surface, title, paint)


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
