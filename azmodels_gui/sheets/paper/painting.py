# SPDX-License-Identifier: MIT
"""Paints a sheet: the same pages for PDF, printer and preview."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QLineF, QRectF, Qt
from PySide6.QtGui import QImage, QPagedPaintDevice, QPageLayout, QPainter
from PySide6.QtSvg import QSvgRenderer

from azmodels_gui.sheets.paper import type_scale as scale
from azmodels_gui.sheets.paper.flow import sheet_strips
from azmodels_gui.sheets.paper.paging import Placed, paged
from azmodels_gui.sheets.paper.text_box import TextBox
from azmodels_gui.sheets.sheet import Logo, Sheet

LOGO_HEIGHT, LOGO_WIDTH = 16 * scale.MILLIMETRE, 60 * scale.MILLIMETRE
RIGHT_SHARE = 0.38
"""Share of the width for date and catalogue; more where a line needs it, up to a half."""
GAP = 6 * scale.POINT
FOOT_HEIGHT = 20 * scale.POINT
RUNNING_HEIGHT = 24 * scale.POINT


@dataclass(frozen=True)
class TitleBlock:
    """The head of the first page."""

    left: tuple[TextBox, ...]
    right: tuple[TextBox, ...]
    side: float
    """Width of the right side."""
    logo: Logo | None
    logo_size: tuple[float, float]
    width: float

    @property
    def height(self) -> float:
        """Height with the rule below and the space after it."""
        left = sum(box.height for box in self.left)
        right = sum(box.height for box in self.right) + self._right_top
        return max(left, right) + GAP + 6 * scale.POINT

    @property
    def _right_top(self) -> float:
        """Where date and catalogue begin: below the title, and below the logo."""
        logo = self.logo_size[1] + GAP if self.logo is not None else 0.0
        return max(logo, self.left[0].height)

    def draw(self, painter: QPainter) -> None:
        """Paint title, client and what was asked on the left; the rest on the right."""
        top = 0.0
        for box in self.left:
            box.draw(painter, 0, top)
            top += box.height
        if self.logo is not None:
            width, height = self.logo_size
            _draw_logo(painter, self.logo, QRectF(self.width - width, 0, width, height))
        top = self._right_top
        for box in self.right:
            box.draw(painter, self.width - self.side, top)
            top += box.height
        line = self.height - 6 * scale.POINT
        painter.setPen(scale.pen(scale.RULE, 1.4 * scale.POINT))
        painter.drawLine(QLineF(0, line, self.width, line))


def title_block(sheet: Sheet, width: float) -> TitleBlock:
    """Return the head of the first page, laid out."""
    lines = (sheet.day_text, sheet.catalog_line)
    longest = max(scale.text_width(line, scale.LEAD_MUTED) for line in lines)
    side = min(max(longest * 1.01, width * RIGHT_SHARE), width / 2)
    left_width = width - side - 2 * GAP
    title_width = width if sheet.logo is None else left_width
    left = [TextBox(sheet.title, scale.TITLE, title_width)]
    left += [TextBox(text, style, left_width) for text, style in _left_lines(sheet)]
    right = [TextBox(text, scale.LEAD_MUTED, side, right=True) for text in lines]
    size = (0.0, 0.0)
    if sheet.logo is not None:
        ratio = sheet.logo.width / sheet.logo.height
        height = min(LOGO_HEIGHT, LOGO_WIDTH / ratio)
        size = (height * ratio, height)
    return TitleBlock(tuple(left), tuple(right), side, sheet.logo, size, width)


def draw_running_head(painter: QPainter, sheet: Sheet, width: float) -> None:
    """Paint the short head of all pages but the first."""
    told = " · ".join(filter(None, (sheet.title, sheet.client_line)))
    room = width * (1 - RIGHT_SHARE) - GAP
    metrics = scale.metrics_of(scale.SMALL_STRONG)
    shortened = metrics.elidedText(" ".join(told.split()), Qt.TextElideMode.ElideRight, room)
    TextBox(shortened, scale.SMALL_STRONG, room + GAP).draw(painter, 0, 0)
    side = TextBox(f"{sheet.day_text}", scale.SMALL_MUTED, width * RIGHT_SHARE, right=True)
    side.draw(painter, width * (1 - RIGHT_SHARE), 0)
    line = 14 * scale.POINT
    painter.setPen(scale.pen(scale.HAIRLINE, 0.6 * scale.POINT))
    painter.drawLine(QLineF(0, line, width, line))


def draw_foot(
    painter: QPainter, sheet: Sheet, page: tuple[int, int], size: tuple[float, float]
) -> None:
    """Paint caveat, catalogue and page number at the bottom edge."""
    width, height = size
    top = height - 12 * scale.POINT
    painter.setPen(scale.pen(scale.HAIRLINE, 0.6 * scale.POINT))
    painter.drawLine(QLineF(0, top - 3 * scale.POINT, width, top - 3 * scale.POINT))
    number, count = page
    told = sheet.words["page"].format(page=number, pages=count)
    left = f"{sheet.disclaimers[0]} {sheet.catalog_line}."
    TextBox(left, scale.SMALL_MUTED, width * 0.8).draw(painter, 0, top)
    TextBox(told, scale.SMALL_MUTED, width * 0.2, right=True).draw(painter, width * 0.8, top)


def _left_lines(sheet: Sheet) -> Iterator[tuple[str, scale.Style]]:
    if sheet.client_line:
        yield sheet.client_line, scale.LEAD
    for line in sheet.head:
        yield line, scale.LEAD_MUTED
    if sheet.note:
        yield sheet.note, scale.LEAD


def _draw_logo(painter: QPainter, logo: Logo, place: QRectF) -> None:
    if logo.media_type == "image/svg+xml":
        renderer = QSvgRenderer(QByteArray(logo.data))
        renderer.render(painter, place)
        return
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(place, QImage.fromData(logo.data))


LEAST_ROOM = 60 * scale.POINT
"""Room for content that is left even below a very long title block."""


def paint(sheet: Sheet, device: QPagedPaintDevice) -> int:
    """Paint all pages and return their number.

    Args:
        sheet: the content.
        device: a PDF writer, a printer or a preview, its paper and margins set.
    """
    area = device.pageLayout().paintRect(QPageLayout.Unit.Point)
    width, height = area.width() * scale.POINT, area.height() * scale.POINT
    title = title_block(sheet, width)
    room = height - FOOT_HEIGHT
    pages = paged(
        list(sheet_strips(sheet, width, room - RUNNING_HEIGHT)),
        max(room - title.height, LEAST_ROOM),
        room - RUNNING_HEIGHT,
    )
    painter = QPainter(device)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    factor = device.logicalDpiX() / scale.UNITS_PER_INCH
    painter.scale(factor, factor)
    for number, page in enumerate(pages, start=1):
        if number > 1:
            device.newPage()
            draw_running_head(painter, sheet, width)
        else:
            title.draw(painter)
        _draw(painter, page, title.height if number == 1 else RUNNING_HEIGHT)
        draw_foot(painter, sheet, (number, len(pages)), (width, height))
    painter.end()
    return len(pages)


def _draw(painter: QPainter, page: list[Placed], top: float) -> None:
    for placed in page:
        placed.strip.draw(painter, top + placed.top)
