# SPDX-License-Identifier: MIT
"""The entries of the question as chips that can be taken away, and a field to add one."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from azmodels_gui.catalog.entry import Entry, EntryKey
from azmodels_gui.language.shown import tr
from azmodels_gui.views.filter_chips import RemovableChip
from azmodels_gui.views.flow_layout import FlowLayout
from azmodels_gui.views.tab_stop import TabAnchor, follow
from azmodels_gui.views.theme.theme import Theme
from azmodels_gui.views.theme.tokens import SPACE_XS, Tone
from azmodels_gui.views.tones import set_text_colour, text_colour

SHOWN_CHIPS = 12
"""A filter can leave hundreds of entries: the rest is counted."""


class EntryChips(QWidget):
    """Chips in reading order.

    Signals:
        removed: key of the entry whose chip was pressed.
    """

    removed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._entries: tuple[Entry, ...] = ()
        self.chips: list[RemovableChip] = []
        self.more = QLabel()
        self._start = TabAnchor(self)
        self._flow = FlowLayout(self, SPACE_XS)
        self._flow.addWidget(self.more)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._rebuild()
        theme.changed.connect(self._rebuild)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show other entries."""
        if tuple(entries) != self._entries:
            self._entries = tuple(entries)
            self._rebuild()

    @Slot()
    def _rebuild(self) -> None:
        focused = next((at for at, chip in enumerate(self.chips) if chip.hasFocus()), None)
        for chip in self.chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        hint = tr("Remove this model from the question")
        shown = self._entries[:SHOWN_CHIPS]
        self.chips = [RemovableChip(entry.title, self._theme, hint) for entry in shown]
        for place, chip in enumerate(self.chips):
            self._flow.addWidget(chip)
            self._flow.move_to(place)
            chip.clicked.connect(self._on_clicked)
            chip.show()  # at once: the layout skips what it believes to be hidden
        follow(self._start, self.chips)  # new chips would come last
        self._tell_more()
        if focused is not None and self.chips:
            self.chips[min(focused, len(self.chips) - 1)].setFocus()

    def _tell_more(self) -> None:
        hidden = len(self._entries) - len(self.chips)
        self.more.setText(tr("and {count} more").format(count=hidden))
        set_text_colour(self.more, text_colour(Tone.MUTED, self._theme.tokens))
        self.more.setVisible(hidden > 0)

    @Slot()
    def _on_clicked(self) -> None:
        chip = self.sender()
        for place, other in enumerate(self.chips):
            if other is chip:
                key: EntryKey = self._entries[place].key
                self.removed.emit(key)
                return

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._rebuild()
        super().changeEvent(event)
