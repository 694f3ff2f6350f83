# SPDX-License-Identifier: MIT
"""What can be taken back on the Compare page: which entries, in which order, in which regions."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from azmodels_gui.catalog.countries import country_of
from azmodels_gui.catalog.document import Catalog, Region
from azmodels_gui.catalog.entry import EntryKey
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.catalog.synonyms import region_words, zone_words
from azmodels_gui.language.shown import tr
from azmodels_gui.window.pins import Pins
from azmodels_gui.window.step_history import StepHistory, Undoable
from azmodels_gui.window.theme.theme import Theme
from azmodels_gui.window.widgets.chips import RegionChips, RegionWords

FIELD_EM = 26
ZONE, ALL_OF = "zone:", "all:"
"""Before the id of a data zone: inside of which is processed; all regions of which are added."""


def place_of(query: CatalogQuery, catalog: Catalog) -> tuple[str, ...]:
    """Return the place that a filter asks about: regions, those of its countries, data zones."""
    regions = query.regions or {
        region.id
        for region in catalog.regions
        if (country := country_of(region)) is not None and country.code in query.countries
    }
    return (*(f"{ZONE}{zone}" for zone in sorted(query.data_zones)), *sorted(regions))


class ComparedRegions(RegionChips):
    """Regions, and the data zone inside of which is processed; nothing chosen means anywhere."""

    def __init__(self, theme: Theme, catalog: Catalog, language: str) -> None:
        words = RegionWords(
            tr("Anywhere; choose a place"),
            tr("Add place"),
            tr("Remove this place from the comparison"),
        )
        super().__init__(theme, words)
        self._language = language
        self.field.setFixedWidth(FIELD_EM * self.fontMetrics().averageCharWidth())
        self.show_catalog(catalog)

    def show_catalog(self, catalog: Catalog) -> None:
        """Offer the regions of another catalogue; those it lacks wait for one that has them."""
        regions = sorted(catalog.regions, key=lambda region: region.name)
        self._regions = {region.id: region for region in regions}
        names, groups = {}, {}
        self._inside: dict[str, list[str]] = {}
        also = {region.id: region_words(region) for region in regions}
        for zone in catalog.data_zones:
            inside = [region.id for region in regions if region.data_zone == zone.id]
            name = zone.name.in_language(self._language)
            self._inside[f"{ZONE}{zone.id}"] = inside
            names[f"{ZONE}{zone.id}"] = tr("inside the {zone}").replace("{zone}", name)
            words = tr("{zone}: all {count} regions").replace("{count}", str(len(inside)))
            names[f"{ALL_OF}{zone.id}"] = words.replace("{zone}", name)
            groups[f"{ALL_OF}{zone.id}"] = inside
            also |= {f"{each}{zone.id}": zone_words(zone) for each in (ZONE, ALL_OF)}
        self.offer(names | {region.id: region.name for region in regions}, groups, also)

    def chosen(self) -> tuple[Region, ...]:
        """Return the chosen regions in their order."""
        return tuple(self._regions[each] for each in self.ids() if each in self._regions)

    def zones(self) -> tuple[str, ...]:
        """Return the ids of the data zones inside of which is processed."""
        return tuple(each.removeprefix(ZONE) for each in self.ids() if each in self._inside)

    def together(self, ids: Sequence[str]) -> Sequence[str]:
        """Leave out what cannot be asked with the last: another zone, a region outside of it."""
        last = ids[-1] if ids else ""
        if last in self._inside:
            return [each for each in ids if each in (last, *self._inside[last])]
        return [each for each in ids if last in self._inside.get(each, [last])]


@dataclass(frozen=True)
class Compared:
    """One state of the page."""

    pins: tuple[EntryKey, ...]
    regions: tuple[str, ...]


class CompareSteps(Undoable, QObject):
    """Watches pins and regions, wherever they are changed.

    Attributes:
        history: the steps as values.

    Signals:
        changed: there is something else to undo or redo.
        regions_changed: a step brought other regions.
    """

    changed = Signal()
    regions_changed = Signal()

    def __init__(self, pins: Pins, regions: ComparedRegions, parent: QObject) -> None:
        super().__init__(parent)
        self._pins = pins
        self._regions = regions
        self.history: StepHistory[Compared] = StepHistory(self._now())
        pins.changed.connect(self.take)
        regions.edited.connect(self.take)

    def begin(self) -> None:
        """Start from what is on show, with nothing to take back."""
        self.history.begin_with(self._now())
        self.changed.emit()

    def go_on(self, history: StepHistory[Compared]) -> None:
        """Go on with the steps of the window before."""
        self.history = history
        self.changed.emit()

    def _now(self) -> Compared:
        return Compared(self._pins.keys, self._regions.ids())

    def _show_step(self) -> None:
        wanted = self.history.value
        if wanted.regions != self._regions.ids():
            self._regions.choose(wanted.regions)
            self.regions_changed.emit()
        self._pins.pin_only(wanted.pins)
        self.changed.emit()

    @Slot()
    def take(self) -> None:
        """Keep what is on show now as a step, if it is another."""
        if self.history.change(self._now()):
            self.changed.emit()
