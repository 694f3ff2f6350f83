# SPDX-License-Identifier: MIT
"""The map with its words as a picture: copied, saved, or on a page."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter

from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.charts.chart import Chart, Picture
from azmodels_gui.language.shown import tr
from azmodels_gui.sheets.frame import Content, framed
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.sheet import Part, Sentence, Sheet, SheetKind
from azmodels_gui.window.formats import number
from azmodels_gui.window.regions.region_map import RegionMap
from azmodels_gui.window.theme.tokens import SPACE_M, SPACE_S, Tokens
from azmodels_gui.window.widgets.files import image_of, svg_of

PAGE_WIDTH_PX = 1_200
"""A page is as wide as a window of this size."""
PAGE_RATIO = 0.44
"""Of the height to the width of a map on paper."""
NAMED_ENTRIES = 4
"""More than these are counted instead of named."""
_LINE_PX = 20.0
_HEAD_PX = _LINE_PX + 2 * SPACE_S
_FOOT_PX = _LINE_PX + SPACE_S


class MapPicture:
    """A map between its title and a note."""

    def __init__(self, region_map: RegionMap, title: str, note: str, tokens: Tokens) -> None:
        self._map = region_map
        self._title, self._note = title, note
        self._tokens = tokens

    @property
    def _size(self) -> QSize:
        """Size in pixels of the screen."""
        return QSize(self._map.width(), self._map.height() + round(_HEAD_PX + _FOOT_PX))

    def image(self) -> QImage:
        """Return the picture in twice as many dots as on the screen."""
        size = self._size
        return image_of(size, self._tokens.surface, lambda on: self._paint(on, size))

    def svg(self) -> bytes:
        """Return it as an SVG file: lines, dots and letters stay what they are."""
        return self._svg_of(self._size)

    def on_page(self) -> Picture:
        """Return it as a drawing for paper; letters are in proportion to its width."""
        size = QSize(PAGE_WIDTH_PX, round(PAGE_WIDTH_PX * PAGE_RATIO))
        return Picture(self._svg_of(size).decode(), size.width(), size.height())

    def _svg_of(self, size: QSize) -> bytes:
        ground = self._tokens.surface
        return svg_of(size, ground, self._title, lambda on: self._paint(on, size, halos=False))

    def _paint(self, painter: QPainter, size: QSize, *, halos: bool = True) -> None:
        wide, high = float(size.width()), float(size.height())
        middle = QRectF(0, _HEAD_PX, wide, high - _HEAD_PX - _FOOT_PX)
        self._map.paint(painter, middle, self._tokens, width_px=wide, with_halos=halos)
        # After the map: SVG knows no clipping, and land goes on beyond the edge.
        head, foot = QRectF(0, 0, wide, _HEAD_PX), QRectF(0, high - _FOOT_PX, wide, _FOOT_PX)
        for strip in (head, foot):
            painter.fillRect(strip, QColor(self._tokens.surface))
        self._write(painter, head, self._title, self._tokens.text, bold=True)
        self._write(painter, foot, self._note, self._tokens.muted, bold=False)

    def _write(
        self, painter: QPainter, strip: QRectF, text: str, colour: str, *, bold: bool
    ) -> None:
        font = QFont(self._map.scene.font)
        font.setBold(bold)
        place = strip.adjusted(SPACE_M, 0, -SPACE_M, 0)
        words = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)


def map_title(
    entries: Sequence[Entry], deployment_type: str, catalog: Catalog, language: str
) -> str:
    """Return in words what a map counts."""
    models = ", ".join(entry.title for entry in entries) or tr("no model")
    if len(entries) > NAMED_ENTRIES:
        count = number(len(entries), language)
        models = tr("{count} models").replace("{count}", count)
    names = {kind.id: kind.name.in_language(language) for kind in catalog.deployment_types}
    names[""] = tr("any deployment type")
    title = tr("Where Azure offers {models} ({kinds})").replace("{models}", models)
    return title.replace("{kinds}", names.get(deployment_type, deployment_type))


def map_note(dated: str) -> str:
    """Return the line below a map: how old its offers are, and where the outlines are from."""
    note = tr("{facts}. Unknown is not “no”. Outlines: Natural Earth.")
    return note.replace("{facts}", dated or tr("availability without a date"))


def map_paper(title: str, picture: Picture, sources: Sequence[str], order: SheetOrder) -> Sheet:
    """Return the map on one page.

    Args:
        title: what is counted on it.
        picture: the map with its words.
        sources: ids of the documents behind it.
        order: in the language of the window.
    """
    chart = Chart("", picture, 0)
    content = Content(
        SheetKind.COVERAGE,
        title,
        (Part("map", "", (chart,)),),
        assumptions=(
            Sentence(order.words("assume_offered"), tuple(sources)),
            Sentence(order.words("assume_global")),
        ),
        priced=False,
    )
    return framed(content, order)
