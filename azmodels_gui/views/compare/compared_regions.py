# SPDX-License-Identifier: MIT
"""The regions that availability and prices are compared in, as chips, and a field to add some."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QToolButton, QWidget

from azmodels_gui.catalog.document import Catalog, Region
from azmodels_gui.language.shown import tr
from azmodels_gui.views.calculator.fields import ChoiceField
from azmodels_gui.views.filter_chips import RemovableChip
from azmodels_gui.views.flow_layout import FlowLayout
from azmodels_gui.views.tab_stop import TabAnchor, follow
from azmodels_gui.views.theme.theme import Theme
from azmodels_gui.views.theme.tokens import SPACE_M, SPACE_S, SPACE_XS

FIELD_EM, SHOWN_LINES = 26, 3
ZONE = "zone:"
"""Before the id of a data zone, all regions of which are added at once."""


class ComparedRegions(QScrollArea):
    """None chosen means all regions. More lines of chips than a few are scrolled.

    Attributes:
        field: adds a region, or all of a data zone; stands wherever its owner puts it.

    Signals:
        edited: other regions are chosen.
    """

    edited = Signal()

    def __init__(self, theme: Theme, catalog: Catalog, language: str) -> None:
        super().__init__()
        self._theme = theme
        self._catalog = catalog
        self._language = language
        self._chosen: tuple[str, ...] = ()
        self._regions: dict[str, Region] = {}
        self.chips: list[RemovableChip] = []
        self.field = ChoiceField(searchable=True)
        self.clear_button = QToolButton()
        self._strip = QWidget()
        self._start = TabAnchor(self._strip)
        self._flow = FlowLayout(self._strip, SPACE_XS)
        self._build()
        self.show_catalog(catalog, language)
        self.field.edited.connect(self._on_added)
        self.clear_button.clicked.connect(self._on_cleared)
        theme.changed.connect(self._rebuild)

    def show_catalog(self, catalog: Catalog, language: str) -> None:
        """Offer the regions of another catalogue; those it lacks wait for one that has them."""
        self._catalog, self._language = catalog, language
        self._regions = {region.id: region for region in catalog.regions}
        self._rebuild()

    def chosen(self) -> tuple[Region, ...]:
        """Return the chosen regions in their order."""
        return tuple(self._regions[each] for each in self._chosen if each in self._regions)

    def ids(self) -> tuple[str, ...]:
        """Return the ids of the chosen regions, also of those that the catalogue lacks."""
        return self._chosen

    def choose(self, ids: Sequence[str]) -> None:
        """Choose these and no others."""
        self._chosen = tuple(dict.fromkeys(ids))
        self._rebuild()

    def _build(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._flow.setContentsMargins(SPACE_M, 0, SPACE_M, SPACE_S)
        self.setWidget(self._strip)
        self.clear_button.setProperty("quiet", True)
        self._flow.addWidget(self.clear_button)
        self.field.setFixedWidth(FIELD_EM * self.fontMetrics().averageCharWidth())

    @Slot()
    def _rebuild(self) -> None:
        focused = next((at for at, chip in enumerate(self.chips) if chip.hasFocus()), None)
        for chip in self.chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        hint = tr("Remove this region from the comparison")
        self.chips = [RemovableChip(each.name, self._theme, hint) for each in self.chosen()]
        for place, chip in enumerate(self.chips):
            self._flow.addWidget(chip)
            self._flow.move_to(place)
            chip.clicked.connect(self._on_removed)
            chip.show()  # at once: the layout skips what it believes to be hidden
        follow(self._start, self.chips)  # read from left to right
        self._offer()
        if focused is not None:
            near = min(focused, len(self.chips) - 1)
            (self.chips[near] if self.chips else self.field).setFocus()

    def _offer(self) -> None:
        """Offer what is not chosen yet, and make room for what is."""
        self.clear_button.setText(tr("Remove all"))
        self.clear_button.setVisible(len(self.chips) > 1)
        self.setVisible(bool(self.chips))
        prompt = tr("Add region") if self.chips else tr("All regions; add one")
        self.field.set_choices([("", prompt), *self._zones(), *self._others()])
        self.field.show_choice("")
        self.field.setAccessibleName(prompt)
        self._fit()

    def _zones(self) -> Iterator[tuple[str, str]]:
        words = tr("{zone}: all {count} regions")
        for zone in self._catalog.data_zones:
            inside = self._inside(zone.id)
            if not set(inside) <= set(self._chosen):
                name = zone.name.in_language(self._language)
                told = words.replace("{zone}", name).replace("{count}", str(len(inside)))
                yield f"{ZONE}{zone.id}", told

    def _others(self) -> Iterator[tuple[str, str]]:
        for region in sorted(self._regions.values(), key=lambda region: region.name):
            if region.id not in self._chosen:
                yield region.id, region.name

    def _inside(self, zone: str) -> tuple[str, ...]:
        regions = sorted(self._regions.values(), key=lambda region: region.name)
        return tuple(region.id for region in regions if region.data_zone == zone)

    def _fit(self) -> None:
        """Take as much height as the chips need, up to a few lines."""
        line = max((chip.sizeHint().height() for chip in self.chips), default=0) + SPACE_XS
        wanted = self._flow.heightForWidth(self.width())
        self.setFixedHeight(min(wanted, SHOWN_LINES * line))

    @Slot()
    def _on_added(self) -> None:
        added = self.field.choice()
        if added:
            of_zone = added.startswith(ZONE)
            more = self._inside(added.removeprefix(ZONE)) if of_zone else (added,)
            self.choose((*self._chosen, *more))
            self.edited.emit()

    @Slot()
    def _on_removed(self) -> None:
        sender = self.sender()
        shown = zip(self.chosen(), self.chips, strict=True)
        gone = {region.id for region, chip in shown if chip is sender}
        self.choose([each for each in self._chosen if each not in gone])
        self.edited.emit()

    @Slot()
    def _on_cleared(self) -> None:
        self.choose(())
        self.field.setFocus()
        self.edited.emit()

    # Qt overrides

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._rebuild()
        super().changeEvent(event)
