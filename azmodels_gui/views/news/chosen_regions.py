# SPDX-License-Identifier: MIT
"""The regions that changes are narrowed to, as chips in lines; the field stands in the toolbar."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QWidget

from azmodels_gui.catalog.document import Region
from azmodels_gui.language.shown import tr
from azmodels_gui.views.calculator.fields import ChoiceField
from azmodels_gui.views.filter_chips import RemovableChip
from azmodels_gui.views.flow_layout import FlowLayout
from azmodels_gui.views.news.choice import FILTER
from azmodels_gui.views.region_chips import ChipWords, RegionChips
from azmodels_gui.views.theme.theme import Theme
from azmodels_gui.views.theme.tokens import SPACE_M, SPACE_XS


class ChosenRegions(QWidget):
    """The chips; hidden while all regions are on show.

    Signals:
        edited: the user chose others.
    """

    edited = Signal()

    def __init__(self, theme: Theme, regions: Iterable[Region]) -> None:
        super().__init__()
        self._regions = tuple(regions)
        flow = FlowLayout(self)
        flow.setContentsMargins(SPACE_M, SPACE_XS, SPACE_M, 0)
        self._chips = RegionChips(theme, flow, self._words)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_regions(self._regions)
        self._chips.edited.connect(self._on_edited)

    @property
    def field(self) -> ChoiceField:
        """What adds a region."""
        return self._chips.field

    @property
    def chips(self) -> Sequence[RemovableChip]:
        """One for each that is chosen."""
        return self._chips.chips

    def set_regions(self, regions: Iterable[Region]) -> None:
        """Offer the regions of another catalogue; those it lacks stay, under their ids."""
        self._regions = tuple(regions)
        named = sorted((region.name, region.id) for region in self._regions)
        filtered = {FILTER: tr("Regions of the filter")}
        self._chips.offer(filtered | {region: name for name, region in named})
        self.setVisible(bool(self.chips))

    def chosen(self) -> tuple[str, ...]:
        """Return the chosen ids in their order, `FILTER` for those of the filter."""
        return self._chips.chosen()

    def choose(self, ids: Sequence[str]) -> None:
        """Choose these, without a signal."""
        self._chips.choose(ids)
        self.setVisible(bool(self.chips))

    def words(self) -> tuple[str, ...]:
        """Return the names of what is chosen."""
        return self._chips.names()

    def _words(self) -> ChipWords:
        return ChipWords(
            tr("All regions; add one"),
            tr("Add region"),
            tr("No longer narrow the changes to this"),
        )

    @Slot()
    def _on_edited(self) -> None:
        self.setVisible(bool(self.chips))
        self.edited.emit()

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.set_regions(self._regions)
        super().changeEvent(event)
