# SPDX-License-Identifier: MIT
"""The line above the table: what is being filtered by, each piece removable."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton, QWidget

from azmodels_gui.catalog.filter_words import ActiveFilter
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.language.shown import tr
from azmodels_gui.views.flow_layout import FlowLayout
from azmodels_gui.views.plain_text import tool_tip, without_mnemonic
from azmodels_gui.views.tab_stop import TabAnchor, follow
from azmodels_gui.views.theme.theme import Theme
from azmodels_gui.views.theme.tokens import SPACE_S, SPACE_XS, Tone
from azmodels_gui.views.tones import set_text_colour

LONGEST_CHIP = 60
_CROSS_PX = 10


class RemovableChip(QToolButton):
    """Words in a pill with a cross; pressing it asks to take the thing away."""

    def __init__(self, words: str, theme: Theme, hint: str) -> None:
        super().__init__()
        self._theme = theme
        shown = words
        if len(shown) > LONGEST_CHIP:
            shown = shown[:LONGEST_CHIP] + "…"
        ink = theme.tokens.inks[Tone.ACCENT]
        self.setText(without_mnemonic(shown))
        self.setToolTip(tool_tip(f"{words[:500]}\n{hint}"))
        self.setAccessibleName(f"{words[:200]}. {hint}")
        self.setIcon(theme.icon("close", ink.text))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setAutoRaise(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        set_text_colour(self, ink.text)

    # Qt overrides

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        words = metrics.horizontalAdvance(self.text().replace("&&", "&"))
        return QSize(words + 2 * SPACE_S + _CROSS_PX + SPACE_S, metrics.height() + SPACE_S)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        ink = tokens.inks[Tone.ACCENT]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2 if self.hasFocus() else tokens.outline_px
        painter.setPen(QPen(QColor(tokens.focus if self.hasFocus() else ink.edge), width))
        painter.setBrush(QColor(ink.fill))
        box = self.rect().toRectF().adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        left = self.width() - SPACE_S - _CROSS_PX
        top = (self.height() - _CROSS_PX) // 2
        self.icon().paint(painter, QRect(left, top, _CROSS_PX, _CROSS_PX))
        painter.setPen(QColor(ink.text))
        words = self.rect().adjusted(SPACE_S + 2, 0, -SPACE_S - _CROSS_PX - 2, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic
        painter.drawText(words, int(flags), self.text())


class FilterChip(RemovableChip):
    """One piece of the filter; pressing it takes the piece away."""

    def __init__(self, piece: ActiveFilter, theme: Theme, hint: str) -> None:
        super().__init__(piece.words, theme, hint)
        self.words = piece.words
        self.without = piece.without


class FilterChips(QWidget):
    """All pieces of the filter, and what can be done with the whole.

    Signals:
        query_asked: the filter that a chip or "Clear all" leads to.
        save_asked: the filter on show shall get a name.
    """

    query_asked = Signal(object)
    save_asked = Signal()

    def __init__(self, theme: Theme, saved_menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pieces: tuple[ActiveFilter, ...] = ()
        self._chips: list[FilterChip] = []
        self._start = TabAnchor(self)
        self._flow = FlowLayout(self, SPACE_XS)
        self._flow.setContentsMargins(SPACE_S, SPACE_S - 2, SPACE_S, SPACE_S - 2)
        self.clear_button, self.save_button, self.saved_button = (QToolButton() for _ in range(3))
        self._build(saved_menu)
        self.retranslate()
        self._connect()

    @property
    def chips(self) -> tuple[FilterChip, ...]:
        """The chips on show, in reading order."""
        return tuple(self._chips)

    def in_tab_order(self) -> tuple[QWidget, ...]:
        """Return what takes the keyboard, from left to right."""
        return (*self._chips, self.clear_button, self.save_button, self.saved_button)

    def show_filters(self, pieces: tuple[ActiveFilter, ...]) -> None:
        """Show other pieces."""
        if pieces == self._pieces:
            return
        self._pieces = pieces
        self._show_chips({chip.words: chip for chip in self._chips})

    def retranslate(self) -> None:
        """Take the texts of the language on show."""
        self.clear_button.setText(tr("Clear all"))
        self.save_button.setText(tr("Save ..."))
        self.save_button.setToolTip(tr("Save the filter under a name"))
        self.saved_button.setText(tr("Saved"))
        self.saved_button.setToolTip(tr("Filters saved under a name"))
        self.saved_button.setAccessibleName(tr("Saved filters"))

    def _build(self, saved_menu: QMenu) -> None:
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.saved_button.setMenu(saved_menu)
        self.saved_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        for button in (self.clear_button, self.save_button, self.saved_button):
            self._flow.addWidget(button)
        self._show_buttons()

    def _connect(self) -> None:
        self.clear_button.clicked.connect(self._on_clear)
        self.save_button.clicked.connect(self.save_asked)
        self._theme.changed.connect(self._rebuild)

    @Slot()
    def _rebuild(self) -> None:
        """Make all chips anew, as another language or look asks for."""
        self._show_chips({})

    def _show_chips(self, kept: dict[str, FilterChip]) -> None:
        """Show a chip for each piece, those that are kept by their words."""
        focused = next((at for at, chip in enumerate(self._chips) if chip.hasFocus()), None)
        hint = tr("Remove this filter")
        before, self._chips = self._chips, []
        for place, piece in enumerate(self._pieces):
            chip = kept.pop(piece.words, None)
            if chip is None:
                chip = FilterChip(piece, self._theme, hint)
                chip.clicked.connect(self._on_chip_clicked)
            else:
                self._flow.removeWidget(chip)
            chip.without = piece.without
            self._flow.addWidget(chip)
            self._flow.move_to(place)
            chip.show()  # at once: the layout skips what it believes to be hidden
            self._chips.append(chip)
        for chip in before:
            if chip not in self._chips:
                self._flow.removeWidget(chip)
                chip.hide()
                chip.deleteLater()
        follow(self._start, self._chips)  # read from left to right
        self._show_buttons()
        if focused is not None and before[focused] not in self._chips:
            self._focus_near(focused)

    def _focus_near(self, place: int) -> None:
        """Keep the keyboard where it was, now that its chip is gone."""
        target: QWidget = (
            self._chips[min(place, len(self._chips) - 1)] if self._chips else (self.saved_button)
        )
        target.setFocus()

    def _show_buttons(self) -> None:
        self.clear_button.setVisible(bool(self._pieces))
        self.save_button.setVisible(bool(self._pieces))

    @Slot()
    def _on_chip_clicked(self) -> None:
        chip = self.sender()
        if isinstance(chip, FilterChip):
            self.query_asked.emit(chip.without)

    @Slot()
    def _on_clear(self) -> None:
        self.query_asked.emit(CatalogQuery())

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self._rebuild()
        super().changeEvent(event)
