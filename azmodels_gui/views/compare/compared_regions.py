# SPDX-License-Identifier: MIT
"""The regions that availability and prices are compared in, as chips, and a field to add one."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from azmodels_gui.catalog.document import Region
from azmodels_gui.views.calculator.fields import ChoiceField
from azmodels_gui.views.filter_chips import RemovableChip
from azmodels_gui.views.theme.theme import Theme
from azmodels_gui.views.theme.tokens import SPACE_XS

MOST_REGIONS = 6
"""More would make a comparison nobody can read; the Regions page is there for that."""
FIELD_EM = 24


class ComparedRegions(QWidget):
    """None chosen means all regions.

    Signals:
        edited: other regions are chosen.
    """

    edited = Signal()

    def __init__(self, theme: Theme, regions: Iterable[Region]) -> None:
        super().__init__()
        self._theme = theme
        self._regions: dict[str, Region] = {}
        self._chosen: tuple[str, ...] = ()
        self.chips: list[RemovableChip] = []
        self.field = ChoiceField(searchable=True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SPACE_XS)
        self._row.addWidget(self.field)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.field.setFixedWidth(FIELD_EM * self.fontMetrics().averageCharWidth())
        self.set_regions(regions)
        self.field.edited.connect(self._on_added)
        theme.changed.connect(self._rebuild)

    def set_regions(self, regions: Iterable[Region]) -> None:
        """Offer the regions of another catalogue; those it lacks are let go."""
        self._regions = {region.id: region for region in regions}
        self.choose(self._chosen)

    def chosen(self) -> tuple[Region, ...]:
        """Return the chosen regions in their order."""
        return tuple(self._regions[each] for each in self._chosen)

    def choose(self, ids: Sequence[str]) -> None:
        """Choose these; unknown ones and too many are passed over."""
        known = dict.fromkeys(each for each in ids if each in self._regions)
        self._chosen = tuple(known)[:MOST_REGIONS]
        self._rebuild()

    @Slot()
    def _rebuild(self) -> None:
        for chip in self.chips:
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        hint = self.tr("Remove this region from the comparison")
        self.chips = [RemovableChip(each.name, self._theme, hint) for each in self.chosen()]
        for place, chip in enumerate(self.chips):
            self._row.insertWidget(place, chip)
            chip.clicked.connect(self._on_removed)
        named = sorted(self._regions.values(), key=lambda region: region.name)
        rest = [(each.id, each.name) for each in named if each.id not in self._chosen]
        prompt = self.tr("Add region") if self._chosen else self.tr("All regions; add one")
        self.field.set_choices([("", prompt), *rest])
        self.field.show_choice("")
        self.field.setAccessibleName(prompt)
        self.field.setEnabled(len(self._chosen) < MOST_REGIONS)

    @Slot()
    def _on_added(self) -> None:
        if self.field.choice():
            self.choose((*self._chosen, self.field.choice()))
            self.edited.emit()

    @Slot()
    def _on_removed(self) -> None:
        sender = self.sender()
        kept = [
            each for each, chip in zip(self._chosen, self.chips, strict=True) if chip is not sender
        ]
        self.choose(kept)
        self.edited.emit()

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._rebuild()
        super().changeEvent(event)
