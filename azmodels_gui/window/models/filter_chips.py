# SPDX-License-Identifier: MIT
"""What is being filtered by, each piece removable; and what stands in place of an empty table."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QMenu, QPushButton, QToolButton, QWidget

from azmodels_gui.catalog.filter_words import ActiveFilter, OfferedFilter
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.language.words import tr
from azmodels_gui.window.theme import SPACE_L, SPACE_S, Theme
from azmodels_gui.window.widgets.chips import ChipRow, OfferedChip
from azmodels_gui.window.widgets.icons import FollowingIcon
from azmodels_gui.window.widgets.layouts import column
from azmodels_gui.window.widgets.tab_stop import follow
from azmodels_gui.window.widgets.texts import plain_label, without_mnemonic


class FilterChips(ChipRow):
    """All pieces of the filter, and what can be done with the whole.

    Signals:
        query_asked: the filter that a chip or "Clear all" leads to.
        save_asked: the filter on show shall get a name.
    """

    query_asked = Signal(object)
    save_asked = Signal()

    def __init__(self, theme: Theme, saved_menu: QMenu) -> None:
        self.offered: tuple[OfferedFilter, ...] = ()
        """Places that the text names; each has a button that takes it."""
        self.offers: list[OfferedChip] = []
        self.clear_button, self.save_button, self.saved_button = (QToolButton() for _ in range(3))
        buttons = (self.clear_button, self.save_button, self.saved_button)
        super().__init__(theme, tr("Remove this filter"), buttons)
        self.flow.setContentsMargins(SPACE_S, SPACE_S - 2, SPACE_S, SPACE_S - 2)
        self.next_stop = self.saved_button
        self.clear_button.setText(tr("Clear all"))
        self.save_button.setText(tr("Save ..."))
        self.save_button.setToolTip(tr("Save the filter under a name"))
        self.saved_button.setText(tr("Saved"))
        self.saved_button.setToolTip(tr("Filters saved under a name"))
        self.saved_button.setAccessibleName(tr("Saved filters"))
        self.saved_button.setMenu(saved_menu)
        self.saved_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        for button, icon in zip(buttons, ("filter-x", "bookmark-plus", "bookmark"), strict=True):
            FollowingIcon(button, icon, theme)
        self.show_filters(())
        self.removed.connect(self.query_asked)
        self.clear_button.clicked.connect(self._on_clear)
        self.save_button.clicked.connect(self.save_asked)

    def in_tab_order(self) -> tuple[QWidget, ...]:
        """Return what takes the keyboard, from left to right."""
        buttons = (self.clear_button, self.save_button, self.saved_button)
        return (self.start, *self.chips, *self.offers, *buttons)

    def show_filters(
        self, pieces: tuple[ActiveFilter, ...], offered: tuple[OfferedFilter, ...] = ()
    ) -> None:
        """Show other pieces, and behind them what may be meant by the text."""
        for button in (self.clear_button, self.save_button):
            button.setVisible(bool(pieces))
        self.show_chips((piece.without, piece.words) for piece in pieces)
        if offered != self.offered:
            self.offered = offered
            self._show_offers()

    def _show_offers(self) -> None:
        for button in self.offers:
            self.flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        hint = tr("Filter by this place instead of searching for it")
        self.offers = [OfferedChip(offer.words, self._theme, hint) for offer in self.offered]
        offered = zip(self.offers, self.offered, strict=True)
        for place, (button, offer) in enumerate(offered, len(self.chips)):
            button.clicked.connect(partial(self._ask, offer.query))
            self.flow.addWidget(button)
            self.flow.move_to(place)
            button.show()
        follow((self.start, *self.chips)[-1], self.offers)

    def _ask(self, query: CatalogQuery, _checked: bool = False) -> None:
        self.query_asked.emit(query)

    @Slot()
    def _on_clear(self) -> None:
        self.query_asked.emit(CatalogQuery())


SHOWN_WAYS = 6
LONGEST_WAY = 60


class EmptyHint(QWidget):
    """Says that nothing fits, and offers each filter whose removal helps.

    Signals:
        query_asked: the filter that a way out leads to.
        unknown_asked: what may fit shall be shown.
    """

    query_asked = Signal(object)
    unknown_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = plain_label()
        self.text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.clear_button, self.unknown_button = QPushButton(), QPushButton()
        self.ways: list[QPushButton] = []
        self._column = column(1, self.text, within=self, gap=SPACE_S, edges=(SPACE_L,) * 4)
        for button in (self.clear_button, self.unknown_button):
            self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignCenter)
        self._column.addStretch(2)
        self.clear_button.setText(tr("Clear all filters"))
        self.clear_button.clicked.connect(self._on_clear)
        self.unknown_button.clicked.connect(self.unknown_asked)

    def show_ways(
        self,
        helpful: Sequence[ActiveFilter],
        unknown: str = "",
        offered: Sequence[OfferedFilter] = (),
        *,
        any_entry: bool = True,
    ) -> None:
        """Offer to remove each of these pieces of the filter.

        Args:
            helpful: the pieces.
            unknown: how many may fit, in words; empty: none.
            offered: what may be meant by the text instead.
            any_entry: False: the catalogue has none, so no filter is to blame.
        """
        shown = tr("Show {entries}").replace("{entries}", unknown) if unknown else ""
        self.unknown_button.setText(without_mnemonic(shown))
        self.unknown_button.setVisible(bool(unknown))
        self.clear_button.setVisible(any_entry)
        for button in self.ways:
            button.hide()
            button.deleteLater()
        meant, without = tr("Filter by “{filter}”"), tr("Without “{filter}”")
        self.ways = [
            *(self._way(meant, each.words, each.query) for each in offered),
            *(self._way(without, each.words, each.without) for each in helpful[:SHOWN_WAYS]),
        ]
        if not any_entry:
            words = tr("The catalogue has no entries.")
        elif offered:
            words = tr("No entry is called that, but it names a place:")
        elif helpful:
            words = tr("No entry fits all of these filters. Remove one of them:")
        else:
            words = tr("No entry fits these filters.")
        self.text.setText(words)

    def _way(self, label: str, words: str, query: CatalogQuery) -> QPushButton:
        button = QPushButton(without_mnemonic(label.replace("{filter}", words[:LONGEST_WAY])))
        place = self._column.count() - 3
        self._column.insertWidget(place, button, 0, Qt.AlignmentFlag.AlignCenter)
        button.clicked.connect(lambda: self.query_asked.emit(query))
        return button

    @Slot()
    def _on_clear(self) -> None:
        self.query_asked.emit(CatalogQuery())
