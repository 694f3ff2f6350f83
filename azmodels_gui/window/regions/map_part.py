# SPDX-License-Identifier: MIT
"""The map among the views of the Regions page, with its buttons and what is not on it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Annotated

from msgspec import Meta
from PySide6.QtCore import QLocale, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QPushButton, QToolButton, QWidget

from azmodels_gui.cartography.topology import Place
from azmodels_gui.cartography.viewport import MAX_ZOOM
from azmodels_gui.catalog.countries import country_of
from azmodels_gui.catalog.document import Catalog, Entry, EntryKey
from azmodels_gui.catalog.fact_dates import FactKind, date_told, nos_told
from azmodels_gui.catalog.kept_record import read_state, written_state
from azmodels_gui.catalog.query import CatalogQuery, Facet
from azmodels_gui.language.words import N_, tr
from azmodels_gui.sheets.sheet import Sheet
from azmodels_gui.window.model_index import tool_tip
from azmodels_gui.window.page import PageParts, PageState
from azmodels_gui.window.regions.land import land_of, zones_on_map
from azmodels_gui.window.regions.map_layout import has_place
from azmodels_gui.window.regions.map_motion import MapMotion
from azmodels_gui.window.regions.region_dots import MapAge, region_dots, without_place_words
from azmodels_gui.window.regions.region_map import (
    MapPicture,
    RegionMap,
    map_note,
    map_paper,
    map_title,
)
from azmodels_gui.window.regions.region_part import RegionPart, RegionScope
from azmodels_gui.window.theme import LIGHT, SPACE_M, SPACE_S, SPACE_XS, Tokens
from azmodels_gui.window.widgets.files import PictureMenu, PictureWords
from azmodels_gui.window.widgets.layouts import column, row
from azmodels_gui.window.widgets.one_of import OneOf
from azmodels_gui.window.widgets.texts import plain_label, scaled

PLUS, MINUS = "+", "\N{MINUS SIGN}"
_NEARLY = 1.001
_PLACE_NAMES = {
    Place.WORLD: N_("World"),
    Place.EUROPE: N_("Europe"),
    Place.UNITED_STATES: N_("United States"),
    Place.ASIA_PACIFIC: N_("Asia-Pacific"),
}
_PLACES = {
    "Europe": Place.EUROPE,
    "UK": Place.EUROPE,
    "US": Place.UNITED_STATES,
    "Canada": Place.UNITED_STATES,
    "Mexico": Place.UNITED_STATES,
    "Asia Pacific": Place.ASIA_PACIFIC,
}
"""By `Region.geography_group`; others are seen on the whole world only."""


def starting_place(query: CatalogQuery, catalog: Catalog, territory: str) -> Place:
    """Return the smallest part that holds the regions asked for, else those of a country.

    Args:
        query: its regions and data zones are asked for.
        catalog: where they lie.
        territory: ISO 3166-1 alpha-2 code of the country of the user; without regions: Europe.
    """
    asked = [
        region
        for region in catalog.regions
        if region.id in query.regions or region.data_zone in query.data_zones
    ]
    here = [
        region
        for region in catalog.regions
        if (country := country_of(region)) is not None and country.code == territory
    ]
    places = {_PLACES.get(region.geography_group, Place.WORLD) for region in asked or here}
    if not places:
        return Place.EUROPE
    return places.pop() if len(places) == 1 else Place.WORLD


class MapBar(QWidget):
    """Buttons in the order of the eye: where to look, how near, what to do with it.

    Signals:
        place_asked: a `Place` to show.
    """

    place_asked = Signal(object)

    def __init__(self, menu: PictureMenu) -> None:
        super().__init__()
        self.places = {place: QToolButton() for place in Place}
        self.zoom_out, self.zoom_in = QToolButton(), QToolButton()
        self.legend, self.picture = QToolButton(), QToolButton()
        self._places = OneOf(self.places, self)
        self._build()
        self.picture.setMenu(menu)
        self._places.chosen.connect(self.place_asked)

    def show_motion(self, motion: MapMotion) -> None:
        """Tell by the buttons which part is on show, and whether it can be nearer."""
        self._places.show_value(motion.place)
        zoom = motion.view.zoom
        self.zoom_out.setEnabled(zoom > _NEARLY)
        self.zoom_in.setEnabled(zoom * _NEARLY < MAX_ZOOM)

    def _build(self) -> None:
        for place, button in self.places.items():
            button.setText(tr(_PLACE_NAMES[place]))
            button.setProperty("kind", "page")
        for button, sign, words in (
            (self.zoom_out, MINUS, tr("Zoom out (-)")),
            (self.zoom_in, PLUS, tr("Zoom in (+)")),
        ):
            button.setText(sign)
            button.setAccessibleName(words)
            button.setToolTip(tool_tip(words))
            button.setProperty("kind", "framed")
            button.setAutoRepeat(True)
        self.legend.setText(tr("Legend"))
        self.legend.setProperty("kind", "choice")
        self.picture.setText(tr("Picture"))
        self.picture.setToolTip(tool_tip(tr("Copy or save the map as a picture")))
        self.picture.setProperty("kind", "framed")
        self.picture.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        places = row(*self.places.values(), gap=SPACE_XS)
        zooms, pictures = (self.zoom_out, self.zoom_in), (self.legend, self.picture)
        edges = (SPACE_M, SPACE_XS, SPACE_M, SPACE_XS)
        line = row(places, *zooms, 1, *pictures, within=self, gap=SPACE_XS, edges=edges)
        line.insertSpacing(1, SPACE_S)
        self.legend.setCheckable(True)
        for button in (*zooms, *pictures):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.legend.setChecked(True)


Figure = Annotated[float, Meta(ge=-2 * MAX_ZOOM, le=2 * MAX_ZOOM)]


@dataclass(frozen=True)
class MapState:
    """A part of the world by its name, or by its middle and how near it is."""

    place: Place | None = None
    x: Figure | None = None
    y: Figure | None = None
    zoom: Annotated[float, Meta(gt=0, le=2 * MAX_ZOOM)] | None = None
    legend: bool | None = None


class MapPart(RegionPart):
    """A view of the Regions page (`RegionPart`); presented, it can show one model alone."""

    prints_across = True

    def __init__(self, parts: PageParts, scope: RegionScope) -> None:
        super().__init__(parts, scope)
        self._region = ""
        self._alone: Entry | None = None
        self._age = MapAge()
        self.map = RegionMap(self._theme, land_of(parts.around))
        copied = tr("The map was copied as a picture.")
        words = PictureWords(tr("Save the map"), "azmodels-map", copied)
        self.menu = PictureMenu(self._picture, words, parts.around.write_file, self)
        self.bar = MapBar(self.menu)
        self.head, self.chosen = plain_label(), plain_label()
        self.without_place = plain_label(selectable=True)
        self.page_button = QPushButton(tr("&About this region"))
        self.filter_button = QPushButton(tr("Filter by &this region"))
        self.foot = QFrame()
        self._build()
        territory = QLocale.territoryToCode(QLocale.system().territory())
        first = starting_place(parts.history.query, scope.index.catalog, territory)
        self.map.motion.show_place(first)
        self._connect()
        self.show_scope(scope)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Those that are counted: all on show, or one alone."""
        entries = self._scope.entries
        return (self._alone,) if self._alone in entries and self._alone else entries

    def show_scope(self, scope: RegionScope) -> None:
        """Count other entries or deployment types."""
        self._scope = scope
        catalog, kind, entries = scope.index.catalog, scope.deployment_type, self.entries
        if entries == (self._alone,):
            row = scope.index.row_of(entries[0].key)
            scope = replace(scope, rows=() if row is None else (row,))
        as_of, today = scope.as_of, scope.index.today
        told = date_told(FactKind.AVAILABILITY, as_of, self._language) if as_of else ""
        self._age = MapAge(told, nos_told(as_of, today, self._language))
        self.map.show_zones(zones_on_map(catalog), self._language)
        kinds = (kind,) if kind else ()
        self.map.show_dots(region_dots(entries, catalog, kinds, self._language), self._age)
        unplaced = [dot for dot in self.map.scene.dots if not has_place(dot)]
        words = without_place_words(unplaced, self._age.no)
        self.without_place.setText(words)
        self.without_place.setVisible(bool(words))
        self._tell()

    def show_region(self, region: str) -> None:
        """Put a ring around a region; empty: around none."""
        self._region = region
        self.map.set_chosen({region} if region else ())
        self._tell()

    def set_presenting(self, presenting: bool) -> None:
        """Leave out the buttons and say on top what is counted, or put it all back."""
        self.bar.setVisible(not presenting)
        self.foot.setVisible(not presenting)
        self.head.setVisible(presenting)
        if not presenting:
            self._alone = None
        self.show_scope(self._scope)

    def current_entry(self) -> EntryKey | None:
        """Return the entry that is shown alone."""
        return None if self._alone is None else self._alone.key

    def go_to(self, key: EntryKey) -> bool:
        """Show one entry alone; False if it is not on show."""
        found = next((entry for entry in self._scope.entries if entry.key == key), None)
        if found is not None:
            self._alone = found
            self.show_scope(self._scope)
        return found is not None

    def paper(self) -> Callable[[], Sheet]:
        """Return what makes the map for paper, painted here in the light look."""
        page = self.picture(LIGHT).on_page()
        return partial(map_paper, self._title(), page, self._scope.sources, self._order)

    def picture(self, tokens: Tokens) -> MapPicture:
        """Return the map as it is, with its words, in a look."""
        return MapPicture(self.map, self._title(), map_note(self._age.told), tokens)

    def state(self) -> PageState:
        """Return the part of the world on show, and whether there is a legend."""
        motion, legend = self.map.motion, self.map.scene.with_legend
        view = motion.view
        if motion.place is not None:
            return written_state(MapState(motion.place, legend=legend))
        return written_state(MapState(None, view.x, view.y, view.zoom, legend))

    def restore(self, state: PageState) -> None:
        """Bring the view into a remembered state; rubbish is passed over."""
        kept = read_state(MapState, state)
        if kept.legend is not None:
            self.bar.legend.setChecked(kept.legend)
        if kept.place is not None:
            self.map.motion.show_place(kept.place)
        elif kept.x is not None and kept.y is not None and kept.zoom is not None:
            self.map.motion.show_view(kept.x, kept.y, kept.zoom)

    def _build(self) -> None:
        wide, low = (SPACE_M, SPACE_S, SPACE_M, SPACE_S), (SPACE_M, SPACE_XS, SPACE_M, SPACE_XS)
        self.head.setContentsMargins(*wide)
        self.head.hide()
        self.without_place.setContentsMargins(*low)
        self.foot.setObjectName("matrix_foot")
        buttons = (self.page_button, self.filter_button)
        row((self.chosen, 1), *buttons, within=self.foot, gap=SPACE_S, edges=low)
        middle = ((self.map, 1), self.without_place, self.foot)
        column(self.head, self.bar, *middle, within=self)

    def _connect(self) -> None:
        self.bar.place_asked.connect(self.map.motion.show_place)
        self.bar.zoom_in.clicked.connect(self.map.motion.zoom_in)
        self.bar.zoom_out.clicked.connect(self.map.motion.zoom_out)
        self.bar.legend.toggled.connect(self._on_legend)
        self.menu.news.connect(self.news)
        self.map.region_asked.connect(self.region_asked)
        self.map.view_changed.connect(self._on_view_changed)
        self._on_view_changed()
        self.page_button.clicked.connect(self._on_page)
        self.filter_button.clicked.connect(self._on_filter)

    def _title(self) -> str:
        scope = self._scope
        kind, catalog = scope.deployment_type, scope.index.catalog
        return map_title(self.entries, kind, catalog, self._language)

    def _picture(self) -> MapPicture:
        return self.picture(self._theme.tokens)

    def _tell(self) -> None:
        """Name the chosen region, and on a projector what is counted."""
        regions = self._scope.index.catalog.regions
        region = next((each for each in regions if each.id == self._region), None)
        words = tr("Click a dot to choose a region.") if region is None else region.name
        self.chosen.setText(words)
        for button in (self.page_button, self.filter_button):
            button.setEnabled(region is not None)
        self.head.setText(self._title())
        self.head.setFont(scaled(self.font(), 1.0, bold=True))

    @Slot()
    def _on_page(self) -> None:
        self.page_asked.emit(self._region)

    @Slot()
    def _on_filter(self) -> None:
        query = self._parts.history.query.with_values(Facet.REGIONS, frozenset({self._region}))
        self._parts.history.change(query)

    @Slot(bool)
    def _on_legend(self, shown: bool) -> None:
        self.map.set_legend_shown(shown)
        self.state_changed.emit()

    @Slot()
    def _on_view_changed(self) -> None:
        self.bar.show_motion(self.map.motion)
        self.state_changed.emit()

    # Qt overrides

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        self.map.setFocus(reason)
