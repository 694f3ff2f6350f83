# SPDX-License-Identifier: MIT
"""The map with its buttons: parts of the world, zoom, pictures, and what is not on it."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from msgspec import Meta
from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from azmodels_gui.cartography.topology import Place
from azmodels_gui.cartography.viewport import MAX_ZOOM
from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.fact_dates import FactDate, FactKind
from azmodels_gui.catalog.fact_told import date_told, nos_told
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.charts.chart import Picture
from azmodels_gui.language.errors import ToldError
from azmodels_gui.language.shown import shown_language, tr
from azmodels_gui.window.formats import number
from azmodels_gui.window.page import PageState
from azmodels_gui.window.regions.land_of import land_of
from azmodels_gui.window.regions.map_bar import MapBar
from azmodels_gui.window.regions.map_layout import has_place
from azmodels_gui.window.regions.map_motion import ZOOM_STEP
from azmodels_gui.window.regions.map_words import MapAge, without_place_words
from azmodels_gui.window.regions.region_dots import region_dots
from azmodels_gui.window.regions.region_map import RegionMap
from azmodels_gui.window.regions.zone_shapes import zones_on_map
from azmodels_gui.window.state import read_state, written_state
from azmodels_gui.window.surroundings import Surroundings, WriteFile
from azmodels_gui.window.theme.tokens import LIGHT, SPACE_M, SPACE_S, SPACE_XS, Tokens
from azmodels_gui.window.widgets import files
from azmodels_gui.window.widgets.texts import plain_label

PAGE_WIDTH_PX = 1_200
PAGE_RATIO = 0.44
"""Of the height to the width of a map on paper."""
"""A page is as wide as a window of this size."""
_LINE_PX = 20.0
_HEAD_PX = _LINE_PX + 2 * SPACE_S
_FOOT_PX = _LINE_PX + SPACE_S


@dataclass(frozen=True)
class Caption:
    """The words above and below the map."""

    title: str
    note: str


class MapPicture:
    """One map with its words."""

    def __init__(self, region_map: RegionMap, caption: Caption, tokens: Tokens = LIGHT) -> None:
        self._map = region_map
        self._caption = caption
        self._tokens = tokens

    @property
    def size(self) -> QSize:
        """Size in pixels of the screen."""
        return QSize(self._map.width(), self._map.height() + round(_HEAD_PX + _FOOT_PX))

    def image(self) -> QImage:
        """Return the picture in twice as many dots as on the screen."""
        return files.image_of(self.size, self._tokens.surface, self._paint)

    def png(self) -> bytes:
        """Return it as a PNG file."""
        return files.png_of(self.image())

    def svg(self) -> bytes:
        """Return it as an SVG file: lines, dots and letters stay what they are."""
        return files.svg_of(
            self.size, self._tokens.surface, self._caption.title, self._paint_plainly
        )

    def on_page(self) -> Picture:
        """Return it as a drawing for paper; letters are in proportion to its width."""
        size = QSize(PAGE_WIDTH_PX, round(PAGE_WIDTH_PX * PAGE_RATIO))

        def paint(painter: QPainter) -> None:
            self._paint_into(painter, size.width(), size.height(), with_halos=False)

        svg = files.svg_of(size, self._tokens.surface, self._caption.title, paint)
        return Picture(svg.decode(), size.width(), size.height())

    def _paint(self, painter: QPainter) -> None:
        self._paint_into(painter, self.size.width(), self.size.height(), with_halos=True)

    def _paint_plainly(self, painter: QPainter) -> None:
        self._paint_into(painter, self.size.width(), self.size.height(), with_halos=False)

    def _paint_into(self, painter: QPainter, wide: float, high: float, *, with_halos: bool) -> None:
        middle = QRectF(0, _HEAD_PX, wide, high - _HEAD_PX - _FOOT_PX)
        self._map.paint(painter, middle, self._tokens, width_px=wide, with_halos=with_halos)
        # After the map: SVG knows no clipping, and land goes on beyond the edge.
        head, foot = QRectF(0, 0, wide, _HEAD_PX), QRectF(0, high - _FOOT_PX, wide, _FOOT_PX)
        for strip in (head, foot):
            painter.fillRect(strip, QColor(self._tokens.surface))
        self._write(painter, head, self._caption.title, self._tokens.text, bold=True)
        self._write(painter, foot, self._caption.note, self._tokens.muted, bold=False)

    def _write(
        self, painter: QPainter, strip: QRectF, text: str, colour: str, *, bold: bool
    ) -> None:
        font = QFont(self._map.scene_on_show.font)
        font.setBold(bold)
        place = strip.adjusted(SPACE_M, 0, -SPACE_M, 0)
        words = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)


NAMED_ENTRIES = 4
"""More than these are counted instead of named."""


def caption_of(
    entries: Sequence[Entry],
    deployment_types: Sequence[str],
    catalog: Catalog,
    dated: str,
    language: str,
) -> Caption:
    """Return title and note of a picture.

    Args:
        entries: those that are counted.
        deployment_types: an offer of one of these counts; none: of any.
        catalog: names the deployment types.
        dated: how old the offers are.
        language: of the words.
    """
    title = tr("Where Azure offers {models} ({kinds})")
    note = tr("{facts}. Unknown is not “no”. Outlines: Natural Earth.")
    undated = tr("availability without a date")
    told = title.replace("{models}", _models(entries, language))
    return Caption(
        told.replace("{kinds}", _kinds(deployment_types, catalog, language)),
        note.replace("{facts}", dated or undated),
    )


def _models(entries: Sequence[Entry], language: str) -> str:
    if not entries:
        return tr("no model")
    if len(entries) <= NAMED_ENTRIES:
        return ", ".join(entry.title for entry in entries)
    text = tr("{count} models")
    return text.replace("{count}", number(len(entries), language))


def _kinds(deployment_types: Sequence[str], catalog: Catalog, language: str) -> str:
    if not deployment_types:
        return tr("any deployment type")
    names = {kind.id: kind.name.in_language(language) for kind in catalog.deployment_types}
    return "; ".join(names.get(kind, kind) for kind in deployment_types)


Figure = Annotated[float, Meta(ge=-2 * MAX_ZOOM, le=2 * MAX_ZOOM)]


@dataclass(frozen=True)
class MapState:
    """A part of the world by its name, or by its middle and how near it is."""

    place: Place | None = None
    x: Figure | None = None
    y: Figure | None = None
    zoom: Annotated[float, Meta(gt=0, le=2 * MAX_ZOOM)] | None = None
    legend: bool | None = None


def state_of_map(region_map: RegionMap) -> PageState:
    """Return the part of the world on show, and whether there is a legend."""
    motion, legend = region_map.motion, region_map.scene_on_show.with_legend
    view = motion.view
    if motion.place is not None:
        return written_state(MapState(motion.place, legend=legend))
    return written_state(MapState(None, view.x, view.y, view.zoom, legend))


def restore_map(region_map: RegionMap, state: PageState) -> None:
    """Show a remembered part; rubbish is passed over."""
    kept = read_state(MapState, state)
    if kept.legend is not None:
        region_map.set_legend_shown(kept.legend)
    if kept.place is not None:
        region_map.motion.show_place(kept.place)
    elif kept.x is not None and kept.y is not None and kept.zoom is not None:
        region_map.motion.show_view(kept.x, kept.y, kept.zoom)


AskFile = Callable[[QWidget, str], Path | None]
"""Asks where a picture with an ending goes; None: nowhere, the user thought better of it."""


def ask_file(parent: QWidget, ending: str) -> Path | None:
    """Ask with the system's dialog."""
    title = tr("Save the map")
    kind = f"{ending.upper()} (*.{ending})"
    name, _ = QFileDialog.getSaveFileName(parent, title, f"azmodels-map.{ending}", kind)
    if not name:
        return None
    file = Path(name)
    return file if file.suffix else file.with_suffix(f".{ending}")


def save_picture(picture: MapPicture, file: Path, write_file: WriteFile) -> str:
    """Write a picture, SVG or PNG by the file's ending, and return what to say."""
    data = picture.svg() if file.suffix.casefold() == ".svg" else picture.png()
    try:
        write_file(file, data)
    except ToldError as error:
        return error.told(shown_language())
    text = tr("Saved as {name}.")
    return text.replace("{name}", file.name)


class MapView(QWidget):
    """Shows where some entries are offered.

    Signals:
        region_asked: the id of the region the user chose.
        state_changed: something changed that is worth remembering.
        news: a sentence for the status bar.
    """

    region_asked = Signal(str)
    state_changed = Signal()
    news = Signal(str)

    def __init__(self, around: Surroundings, language: str, ask_file: AskFile = ask_file) -> None:
        super().__init__()
        self._around = around
        self._language = language
        self._ask_file = ask_file
        self._index = around.current.index
        self._entries: tuple[Entry, ...] = ()
        self._kinds: tuple[str, ...] = ()
        self._as_of: FactDate | None = None
        self.map = RegionMap(around.theme, land_of(around))
        self.bar = MapBar(around.theme)
        self.without_place = plain_label(selectable=True)
        self._build()
        self._connect()
        self._show()

    def widget(self) -> QWidget:
        """Return what to show."""
        return self

    def show_entries(
        self,
        entries: Sequence[Entry],
        index: CatalogIndex,
        deployment_type_ids: Collection[str] = (),
        as_of: FactDate | None = None,
    ) -> None:
        """Show how many of the entries each region of a catalogue offers.

        Args:
            entries: those that are counted.
            index: the catalogue they are from.
            deployment_type_ids: an offer of one of these counts; none means of any.
            as_of: how old the offers are; None: no date is known.
        """
        self._entries, self._index = tuple(entries), index
        self._kinds, self._as_of = tuple(deployment_type_ids), as_of
        self._show()

    def show_region(self, region: str) -> None:
        """Put a ring around a region; empty: around none."""
        self.map.set_chosen({region} if region else ())

    def set_presenting(self, presenting: bool) -> None:
        """Leave out the buttons, or show them again: a projector does without."""
        self.bar.setVisible(not presenting)

    def state(self) -> PageState:
        """Return what the view would like to remember."""
        return state_of_map(self.map)

    def restore(self, state: PageState) -> None:
        """Bring the view into a remembered state; rubbish is passed over."""
        restore_map(self.map, state)
        self.bar.legend.setChecked(self.map.scene_on_show.with_legend)

    def caption_title(self) -> str:
        """Return in words what is counted."""
        return self._caption().title

    def picture(self) -> MapPicture:
        """Return the map as it is, with its words, in the look on show."""
        return MapPicture(self.map, self._caption(), self._around.theme.tokens)

    def on_page(self) -> Picture:
        """Return the map with its words as a drawing for paper, in the light look."""
        return MapPicture(self.map, self._caption()).on_page()

    @Slot()
    def copy_picture(self) -> None:
        """Put the map into the clipboard."""
        QGuiApplication.clipboard().setImage(self.picture().image())
        self.news.emit(tr("The map was copied as a picture."))

    @Slot(str)
    def save_picture(self, ending: str) -> None:
        """Ask where, and save the map as `svg` or `png`."""
        file = self._ask_file(self, ending)
        if file is not None:
            self.news.emit(save_picture(self.picture(), file, self._around.write_file))

    def _build(self) -> None:
        self.without_place.setContentsMargins(SPACE_M, SPACE_XS, SPACE_M, SPACE_XS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.map, 1)
        column.addWidget(self.without_place)

    def _connect(self) -> None:
        self.bar.place_asked.connect(self.map.motion.show_place)
        self.bar.zoom_in.clicked.connect(self._on_zoom_in)
        self.bar.zoom_out.clicked.connect(self._on_zoom_out)
        self.bar.legend.toggled.connect(self._on_legend)
        self.bar.copy_asked.connect(self.copy_picture)
        self.bar.save_asked.connect(self.save_picture)
        self.map.region_asked.connect(self.region_asked)
        self.map.view_changed.connect(self._on_view_changed)
        self._on_view_changed()

    def _show(self) -> None:
        catalog, age = self._index.catalog, self._age()
        self.map.show_zones(zones_on_map(catalog), self._language)
        self.map.show_dots(region_dots(self._entries, catalog, self._kinds), age)
        words = without_place_words([dot for dot in self.map.dots if not has_place(dot)], age.no)
        self.without_place.setText(words)
        self.without_place.setVisible(bool(words))

    def _age(self) -> MapAge:
        no = nos_told(self._as_of, self._index.today, self._language)
        if self._as_of is None:
            return MapAge(no=no)
        return MapAge(date_told(FactKind.AVAILABILITY, self._as_of, self._language), no)

    def _caption(self) -> Caption:
        dated = self._age().told
        return caption_of(self._entries, self._kinds, self._index.catalog, dated, self._language)

    @Slot()
    def _on_zoom_in(self) -> None:
        self.map.motion.zoom(ZOOM_STEP)

    @Slot()
    def _on_zoom_out(self) -> None:
        self.map.motion.zoom(1 / ZOOM_STEP)

    @Slot(bool)
    def _on_legend(self, shown: bool) -> None:
        self.map.set_legend_shown(shown)
        self.state_changed.emit()

    @Slot()
    def _on_view_changed(self) -> None:
        self.bar.show_motion(self.map.motion)
        self.state_changed.emit()
