# SPDX-License-Identifier: MIT
"""Rows of chips, each of which goes by a click, and the keyboard stays among them."""

from collections.abc import Iterable

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolButton, QWidget

from azmodels_gui.window.model_index import tool_tip
from azmodels_gui.window.theme import SPACE_S, SPACE_XS, TARGET_PX, Theme, Tone
from azmodels_gui.window.widgets.layouts import FlowLayout
from azmodels_gui.window.widgets.tab_stop import TabAnchor, follow
from azmodels_gui.window.widgets.texts import without_mnemonic

LONGEST_CHIP = 60
_CROSS_PX = 10


class RemovableChip(QToolButton):
    """Words in a pill with a cross; pressing it asks to take the thing away."""

    filled = True
    cross_px = _CROSS_PX
    """Width of the cross; nothing: there is none."""

    def __init__(self, words: str, theme: Theme, hint: str) -> None:
        super().__init__()
        self._theme = theme
        self._hint = hint
        self.say(words)
        ink = theme.tokens.inks[Tone.ACCENT]
        self.setIcon(theme.icon("close", ink.text))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setAutoRaise(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def say(self, words: str) -> None:
        """Stand for something else."""
        shown = words if len(words) <= LONGEST_CHIP else f"{words[:LONGEST_CHIP]}…"
        self.setText(without_mnemonic(shown))
        self.setToolTip(tool_tip(f"{words[:500]}\n{self._hint}"))
        self.setAccessibleName(f"{words[:200]}. {self._hint}")

    # Qt overrides

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        words = metrics.horizontalAdvance(self.text().replace("&&", "&"))
        high = max(metrics.height() + SPACE_S, TARGET_PX)
        return QSize(words + 2 * SPACE_S + self.cross_px + SPACE_S, high)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        ink = tokens.inks[Tone.ACCENT]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2 if self.hasFocus() else tokens.outline_px
        painter.setPen(QPen(QColor(tokens.focus if self.hasFocus() else ink.edge), width))
        painter.setBrush(QColor(ink.fill) if self.filled else Qt.BrushStyle.NoBrush)
        box = self.rect().toRectF().adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        left, top = self.width() - SPACE_S - self.cross_px, (self.height() - self.cross_px) // 2
        self.icon().paint(painter, QRect(left, top, self.cross_px, self.cross_px))
        painter.setPen(QColor(ink.text))
        words = self.rect().adjusted(SPACE_S + 2, 0, -SPACE_S - self.cross_px - 2, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic
        painter.drawText(words, int(flags), self.text())


class OfferedChip(RemovableChip):
    """Words in an empty pill; pressing it takes what is offered."""

    filled = False
    cross_px = 0

    def __init__(self, words: str, theme: Theme, hint: str) -> None:
        super().__init__(f"+ {words}", theme, hint)


class ChipRow(QWidget):
    """Chips in reading order, in as many lines as they need.

    Attributes:
        chips: those on show.
        next_stop: what takes the keyboard when the chip that had it was the last.
        start: before the first chip in the order of the Tab key.

    Signals:
        removed: the key of the chip that was pressed.
    """

    removed = Signal(object)

    def __init__(
        self,
        theme: Theme,
        hint: str,
        behind: Iterable[QWidget] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Make it without chips.

        Args:
            theme: its colours.
            hint: what a click on a chip does.
            behind: what stands behind the chips.
            parent: what it stays in.
        """
        super().__init__(parent)
        self._theme = theme
        self._hint = hint
        self._shown: tuple[tuple[object, str], ...] = ()
        self.chips: list[RemovableChip] = []
        self._spare: list[RemovableChip] = []
        """Out of sight: to make and style another one takes a tenth of a click on a filter."""
        self.next_stop: QWidget | None = None
        self.start = TabAnchor(self)
        self.flow = FlowLayout(self, SPACE_XS)
        for widget in behind:
            self.flow.addWidget(widget)

    def show_chips(self, keyed: Iterable[tuple[object, str]]) -> None:
        """Show other chips: what each stands for, and its words."""
        shown = tuple(keyed)
        if shown != self._shown:
            kept = {words: chip for (_, words), chip in zip(self._shown, self.chips, strict=True)}
            self._shown = shown
            self._show(kept)

    def _show(self, kept: dict[str, RemovableChip]) -> None:
        """Show a chip for each, those that are kept by their words.

        A chip that is left over stands for what is new: a letter typed makes no other widget.
        """
        focused = next((at for at, chip in enumerate(self.chips) if chip.hasFocus()), None)
        before, self.chips = self.chips, []
        wanted = {words for _, words in self._shown}
        spare = [chip for words, chip in kept.items() if words not in wanted]
        for place, (_, words) in enumerate(self._shown):
            chip = kept.pop(words, None) or self._new(words, spare)
            if self.flow.widget_at(place) is not chip:
                self.flow.removeWidget(chip)
                self.flow.addWidget(chip)
                self.flow.move_to(place)
            if chip.isHidden():
                chip.show()  # at once: the layout skips what it believes to be hidden
            self.chips.append(chip)
        for chip in before:
            if chip not in self.chips:
                self.flow.removeWidget(chip)
                chip.hide()
                self._spare.append(chip)
        follow(self.start, self.chips)  # new chips would come last
        if focused is not None and before[focused] not in self.chips:
            near = self.chips[min(focused, len(self.chips) - 1)] if self.chips else self.next_stop
            if near is not None:
                near.setFocus()

    def _new(self, words: str, spare: list[RemovableChip]) -> RemovableChip:
        """Return a chip for words that had none."""
        if spare or self._spare:
            chip = spare.pop(0) if spare else self._spare.pop()
            chip.say(words)
            return chip
        chip = RemovableChip(words, self._theme, self._hint)
        chip.clicked.connect(self._on_clicked)
        return chip

    @Slot()
    def _on_clicked(self) -> None:
        sender = self.sender()
        for (key, _), chip in zip(self._shown, self.chips, strict=True):
            if chip is sender:
                self.removed.emit(key)
                return
