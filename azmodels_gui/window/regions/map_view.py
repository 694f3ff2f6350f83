# SPDX-License-Identifier: MIT
"""The map with its buttons: parts of the world, zoom, pictures, and what is not on it."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QRectF, Signal, Slot
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from azmodels_gui.catalog.age_words import date_told, nos_told
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.fact_dates import FactDate, FactKind
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.language.shown import tr
from azmodels_gui.window.page import PageState
from azmodels_gui.window.regions.land_of import land_of
from azmodels_gui.window.regions.map_bar import MapBar
from azmodels_gui.window.regions.map_caption import caption_of
from azmodels_gui.window.regions.map_layout import has_place
from azmodels_gui.window.regions.map_motion import ZOOM_STEP
from azmodels_gui.window.regions.map_picture import Caption, MapPicture
from azmodels_gui.window.regions.map_saving import AskFile, ask_file, save_picture
from azmodels_gui.window.regions.map_state import restore_map, state_of_map
from azmodels_gui.window.regions.map_words import MapAge, without_place_words
from azmodels_gui.window.regions.region_dots import region_dots
from azmodels_gui.window.regions.region_map import RegionMap
from azmodels_gui.window.regions.zone_shapes import zones_on_map
from azmodels_gui.window.surroundings import Surroundings
from azmodels_gui.window.theme.tokens import SPACE_M, SPACE_XS
from azmodels_gui.window.widgets.plain_text import plain_label


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

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the map with its words into a part of a page, in the light look."""
        MapPicture(self.map, self._caption()).paint(painter, rect)

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
