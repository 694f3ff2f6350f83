# SPDX-License-Identifier: MIT
"""The regions that changes are narrowed to: a field to add one, and chips that go by a click."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QWidget

from azmodels_gui.catalog.document import Region
from azmodels_gui.views.calculator.fields import ChoiceField
from azmodels_gui.views.filter_chips import RemovableChip
from azmodels_gui.views.flow_layout import FlowLayout
from azmodels_gui.views.news.choice import FILTER
from azmodels_gui.views.theme.theme import Theme
from azmodels_gui.views.theme.tokens import SPACE_M, SPACE_XS


class ChosenRegions(QWidget):
    """The chips; hidden while all regions are on show.

    Attributes:
        field: adds a region; it stands elsewhere.

    Signals:
        edited: the user chose others.
    """

    edited = Signal()

    def __init__(self, theme: Theme, regions: Iterable[Region]) -> None:
        super().__init__()
        self._theme = theme
        self._regions: dict[str, str] = {}
        self._chosen: tuple[str, ...] = ()
        self.chips: list[RemovableChip] = []
        self.field = ChoiceField(searchable=True)
        self._flow = FlowLayout(self)
        self._flow.setContentsMargins(SPACE_M, SPACE_XS, SPACE_M, 0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_regions(regions)
        self.field.edited.connect(self._on_added)
        theme.changed.connect(self._rebuild)

    def set_regions(self, regions: Iterable[Region]) -> None:
        """Offer the regions of another catalogue; those it lacks stay, under their ids."""
        self._regions = {region.id: region.name for region in regions}
        self._rebuild()

    def chosen(self) -> tuple[str, ...]:
        """Return the chosen ids in their order, `FILTER` for those of the filter."""
        return self._chosen

    def choose(self, ids: Sequence[str]) -> None:
        """Choose these, without a signal."""
        self._chosen = tuple(dict.fromkeys(ids))
        self._rebuild()

    def words(self) -> tuple[str, ...]:
        """Return the names of what is chosen."""
        return tuple(map(self._name, self._chosen))

    def _name(self, region: str) -> str:
        if region == FILTER:
            return self.tr("Regions of the filter")
        return self._regions.get(region, region)

    @Slot()
    def _rebuild(self) -> None:
        for chip in self.chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        hint = self.tr("No longer narrow the changes to this")
        self.chips = [RemovableChip(words, self._theme, hint) for words in self.words()]
        for chip in self.chips:
            self._flow.addWidget(chip)
            chip.clicked.connect(self._on_removed)
        self._offer()
        self.setVisible(bool(self.chips))

    def _offer(self) -> None:
        named = sorted((name, region) for region, name in self._regions.items())
        offered = [(FILTER, self._name(FILTER)), *((region, name) for name, region in named)]
        prompt = self.tr("Add region") if self._chosen else self.tr("All regions; add one")
        rest = [each for each in offered if each[0] not in self._chosen]
        self.field.set_choices([("", prompt), *rest])
        self.field.show_choice("")
        self.field.setAccessibleName(prompt)

    @Slot()
    def _on_added(self) -> None:
        if self.field.choice():
            self.choose((*self._chosen, self.field.choice()))
            self.edited.emit()

    @Slot()
    def _on_removed(self) -> None:
        gone = self.sender()
        pairs = zip(self._chosen, self.chips, strict=True)
        self.choose([each for each, chip in pairs if chip is not gone])
        self.edited.emit()

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._rebuild()
        super().changeEvent(event)
