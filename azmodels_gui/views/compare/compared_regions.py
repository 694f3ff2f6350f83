# SPDX-License-Identifier: MIT
"""The regions that availability and prices are compared in, as chips, and a field to add one."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from azmodels_gui.catalog.document import Region
from azmodels_gui.views.calculator.fields import ChoiceField
from azmodels_gui.views.filter_chips import RemovableChip
from azmodels_gui.views.region_chips import ChipWords, RegionChips
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
        self._regions: dict[str, Region] = {}
        row, chips = QHBoxLayout(self), QHBoxLayout()
        for layout in (row, chips):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(SPACE_XS)
        self._chips = RegionChips(theme, chips, self._words, MOST_REGIONS)
        row.addLayout(chips)
        row.addWidget(self.field)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.field.setFixedWidth(FIELD_EM * self.fontMetrics().averageCharWidth())
        self.set_regions(regions)
        self._chips.edited.connect(self.edited)

    @property
    def field(self) -> ChoiceField:
        """What adds a region."""
        return self._chips.field

    @property
    def chips(self) -> Sequence[RemovableChip]:
        """One for each that is chosen."""
        return self._chips.chips

    def set_regions(self, regions: Iterable[Region]) -> None:
        """Offer the regions of another catalogue; those it lacks are let go."""
        self._regions = {region.id: region for region in regions}
        named = sorted((region.name, region.id) for region in self._regions.values())
        self._chips.offer({region: name for name, region in named})
        self.choose(self._chips.chosen())

    def chosen(self) -> tuple[Region, ...]:
        """Return the chosen regions in their order."""
        return tuple(self._regions[each] for each in self._chips.chosen())

    def choose(self, ids: Sequence[str]) -> None:
        """Choose these; unknown ones and too many are passed over."""
        self._chips.choose([each for each in ids if each in self._regions])

    def _words(self) -> ChipWords:
        return ChipWords(
            self.tr("All regions; add one"),
            self.tr("Add region"),
            self.tr("Remove this region from the comparison"),
        )

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._chips.rebuild()
        super().changeEvent(event)
