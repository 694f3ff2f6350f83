# SPDX-License-Identifier: MIT
"""Regions that a user chooses: a field that adds one, and chips that go by a click."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QLayout

from azmodels_gui.views.calculator.fields import ChoiceField
from azmodels_gui.views.filter_chips import RemovableChip
from azmodels_gui.views.theme.theme import Theme


@dataclass(frozen=True)
class ChipWords:
    """What the field and the chips say, in the language on show."""

    add_first: str
    """In the field while nothing is chosen."""
    add_more: str
    remove: str
    """What a click on a chip does."""


class RegionChips(QObject):
    """Keeps what is chosen; the owner places the field and gives the layout of the chips.

    Attributes:
        field: adds a region.
        chips: one for each that is chosen, in their order.

    Signals:
        edited: the user chose others.
    """

    edited = Signal()

    def __init__(self, theme: Theme, chips: QLayout, words: Callable[[], ChipWords]) -> None:
        super().__init__()
        self._theme = theme
        self._layout = chips
        self._words = words
        self._names: Mapping[str, str] = {}
        self._chosen: tuple[str, ...] = ()
        self.chips: list[RemovableChip] = []
        self.field = ChoiceField(searchable=True)
        self.field.edited.connect(self._on_added)
        theme.changed.connect(self.rebuild)

    def chosen(self) -> tuple[str, ...]:
        """Return the chosen ids in their order."""
        return self._chosen

    def names(self) -> tuple[str, ...]:
        """Return the names of what is chosen; of what is no longer there, the ids."""
        return tuple(self._names.get(each, each) for each in self._chosen)

    def offer(self, names: Mapping[str, str]) -> None:
        """Offer ids with their names, in this order."""
        self._names = names
        self.rebuild()

    def choose(self, ids: Sequence[str]) -> None:
        """Choose these, without a signal."""
        self._chosen = tuple(dict.fromkeys(ids))
        self.rebuild()

    @Slot()
    def rebuild(self) -> None:
        """Make field and chips anew, in the language and the look on show."""
        words = self._words()
        for chip in self.chips:
            self._layout.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = [RemovableChip(name, self._theme, words.remove) for name in self.names()]
        for chip in self.chips:
            self._layout.addWidget(chip)
            chip.clicked.connect(self._on_removed)
        prompt = words.add_more if self._chosen else words.add_first
        rest = [pair for pair in self._names.items() if pair[0] not in self._chosen]
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
