# SPDX-License-Identifier: MIT
"""The line above the table: what is being filtered by, each piece removable."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from azmodels_gui.catalog.filter_words import ActiveFilter, OfferedFilter
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.language.shown import tr
from azmodels_gui.window.theme.theme import Theme
from azmodels_gui.window.theme.tokens import SPACE_S
from azmodels_gui.window.widgets.chips import ChipRow, OfferedChip
from azmodels_gui.window.widgets.icons import FollowingIcon
from azmodels_gui.window.widgets.tab_stop import follow


class FilterChips(ChipRow):
    """All pieces of the filter, and what can be done with the whole.

    Signals:
        query_asked: the filter that a chip or "Clear all" leads to.
        save_asked: the filter on show shall get a name.
    """

    query_asked = Signal(object)
    save_asked = Signal()

    def __init__(self, theme: Theme, saved_menu: QMenu, parent: QWidget | None = None) -> None:
        self.offered: tuple[OfferedFilter, ...] = ()
        """Places that the text names; each has a button that takes it."""
        self.offers: list[OfferedChip] = []
        self.clear_button, self.save_button, self.saved_button = (QToolButton() for _ in range(3))
        buttons = (self.clear_button, self.save_button, self.saved_button)
        super().__init__(theme, tr("Remove this filter"), buttons, parent)
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
        theme.changed.connect(self._show_offers)
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

    @Slot()
    def _show_offers(self) -> None:
        for button in self.offers:
            self.flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        hint = tr("Filter by this place instead of searching for it")
        self.offers = [OfferedChip(offer.words, self._theme, hint) for offer in self.offered]
        for place, button in enumerate(self.offers, len(self.chips)):
            button.clicked.connect(self._on_offer)
            self.flow.addWidget(button)
            self.flow.move_to(place)
            button.show()
        follow((self.start, *self.chips)[-1], self.offers)

    @Slot()
    def _on_offer(self) -> None:
        sender = self.sender()
        for button, offer in zip(self.offers, self.offered, strict=True):
            if button is sender:
                self.query_asked.emit(offer.query)
                return

    @Slot()
    def _on_clear(self) -> None:
        self.query_asked.emit(CatalogQuery())
