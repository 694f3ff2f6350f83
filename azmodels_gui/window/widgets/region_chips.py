# SPDX-License-Identifier: MIT
"""Regions that the user chooses: a field to add them, and chips to take them away."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QToolButton, QWidget

from azmodels_gui.language.words import tr
from azmodels_gui.window.calculator.fields import ChoiceField
from azmodels_gui.window.theme import SPACE_M, SPACE_S, SPACE_XS, Theme
from azmodels_gui.window.widgets.chips import ChipRow, RemovableChip

SHOWN_LINES = 3
"""More lines of chosen regions are scrolled."""


class RegionWords(Struct, frozen=True):
    """What the field and the chips of regions say."""

    add_first: str
    """In the field while nothing is chosen."""
    add_more: str
    remove: str
    """What a click on a chip does."""


class RegionChips(QScrollArea):
    """Regions that the user chooses: hidden while none is, scrolled where there are many.

    Attributes:
        field: adds a region, or several at once; stands wherever its owner puts it.

    Signals:
        edited: the user chose others.
    """

    edited = Signal()

    def __init__(self, theme: Theme, words: RegionWords) -> None:
        super().__init__()
        self._words = words
        self._names: Mapping[str, str] = {}
        self._groups: Mapping[str, Sequence[str]] = {}
        self._chosen: tuple[str, ...] = ()
        self.field = ChoiceField(searchable=True)
        self.clear_button = QToolButton()
        self.clear_button.setText(tr("Remove all"))
        self.clear_button.setProperty("kind", "quiet")
        self._row = ChipRow(theme, words.remove, [self.clear_button])
        self._row.next_stop = self.field
        self._row.flow.setContentsMargins(SPACE_M, 0, SPACE_M, SPACE_S)
        # Else it is at least as high as with a chip on each line, and a line of chips scrolls.
        policy = self._row.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Preferred)
        self._row.setSizePolicy(policy)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._row)
        self.field.edited.connect(self._on_added)
        self._row.removed.connect(self._on_removed)
        self.clear_button.clicked.connect(self._on_cleared)

    @property
    def chips(self) -> list[RemovableChip]:
        """One for each that is chosen and named."""
        return self._row.chips

    def offer(
        self,
        names: Mapping[str, str],
        groups: Mapping[str, Sequence[str]] | None = None,
        also: Mapping[str, Iterable[str]] | None = None,
    ) -> None:
        """Offer ids with their names, in this order; chosen ones without a name wait.

        Args:
            names: by id.
            groups: which ids are chosen at once by those that stand for several.
            also: what else an id is found by.
        """
        self._names, self._groups = names, groups or {}
        self.field.find_also(also or {})
        self._show()

    def in_tab_order(self) -> tuple[QWidget, ...]:
        """Return where the chips are, and what stands behind them."""
        return (self._row.start, self.clear_button)

    def ids(self) -> tuple[str, ...]:
        """Return the chosen ids in their order, also of those that wait."""
        return self._chosen

    def choose(self, ids: Iterable[str]) -> None:
        """Choose these and no others, without a signal."""
        self._chosen = tuple(dict.fromkeys(ids))
        self._show()

    def together(self, ids: Sequence[str]) -> Sequence[str]:
        """Return which of these can be chosen together, the last of them always."""
        return ids

    def _show(self) -> None:
        """Show what is chosen, and offer the rest."""
        named = [(each, self._names[each]) for each in self._chosen if each in self._names]
        self.clear_button.setVisible(len(named) > 1)
        self._row.show_chips(named)
        self.setVisible(bool(named))
        prompt = self._words.add_more if named else self._words.add_first
        chosen = set(self._chosen)
        rest = [
            (each, name)
            for each, name in self._names.items()
            if not set(self._groups.get(each, [each])) <= chosen
        ]
        self.field.set_choices([("", prompt), *rest])
        self.field.show_choice("")
        self.field.setAccessibleName(prompt)
        self._fit()

    def _fit(self) -> None:
        """Take as much height as the chips need, up to a few lines."""
        line = max((chip.sizeHint().height() for chip in self.chips), default=0) + SPACE_XS
        self.setFixedHeight(min(self._row.flow.heightForWidth(self.width()), SHOWN_LINES * line))

    def _take(self, ids: Iterable[str]) -> None:
        self.choose(ids)
        self.edited.emit()

    @Slot()
    def _on_added(self) -> None:
        added = self.field.choice()
        if added:
            self._take(self.together((*self._chosen, *self._groups.get(added, [added]))))

    @Slot(object)
    def _on_removed(self, gone: str) -> None:
        self._take(each for each in self._chosen if each != gone)

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
