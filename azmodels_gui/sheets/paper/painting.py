# SPDX-License-Identifier: MIT
"""Paints a sheet: the same pages for PDF, printer and preview."""

from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPainter

from azmodels_gui.sheets.paper import type_scale as scale
from azmodels_gui.sheets.paper.flow import sheet_strips
from azmodels_gui.sheets.paper.furniture import (
    FOOT_HEIGHT,
    RUNNING_HEIGHT,
    draw_foot,
    draw_running_head,
    title_block,
)
from azmodels_gui.sheets.paper.paging import Placed, paged
from azmodels_gui.sheets.sheet import Sheet

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
