# SPDX-License-Identifier: MIT
"""Fields of the calculator: exact figures, and choices."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QLocale, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QCompleter, QDoubleSpinBox, QWidget

NARROWEST_PX = 60
SHOWN_CHOICES = 24
RADIUS_PX = 3


def locale_of(language: str) -> QLocale:
    """Return how figures are typed in a language of the program."""
    if language == "de":
        return QLocale(QLocale.Language.German, QLocale.Country.Germany)
    return QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)


@dataclass(frozen=True)
class Bounds:
    """What a figure may be."""

    low: int
    high: int
    places: int = 0
    step: int = 1
    """Added by a press of the up key."""


class FigureField(QDoubleSpinBox):
    """A figure with a fixed number of places, so that it is exact as text.

    Signals:
        edited: the user changed it; not when the program does.
    """

    edited = Signal()

    def __init__(self, bounds: Bounds) -> None:
        super().__init__()
        self.setDecimals(bounds.places)
        self.setRange(bounds.low, bounds.high)
        self.setSingleStep(bounds.step)
        self.setGroupSeparatorShown(True)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setMinimumWidth(NARROWEST_PX)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.valueChanged.connect(self._on_value)

    def figure(self) -> Decimal:
        """Return what stands in the field."""
        return Decimal(f"{self.value():.{self.decimals()}f}")

    def show_figure(self, figure: Decimal) -> None:
        """Show a figure, without a signal; one that is there already keeps the cursor."""
        if figure != self.figure():
            self.blockSignals(True)
            self.setValue(float(figure))
            self.blockSignals(False)

    @Slot()
    def _on_value(self) -> None:
        self.edited.emit()

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _draw_edge(self)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the panel; a figure must not change because the mouse passed over it."""
        event.ignore()


class ChoiceField(QComboBox):
    """One of several values.

    Signals:
        edited: the user chose another one.
    """

    edited = Signal()

    def __init__(self, *, searchable: bool = False) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setMaxVisibleItems(SHOWN_CHOICES)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if searchable:
            self._let_search()
        self.activated.connect(self._on_activated)

    def choice(self) -> str:
        """Return the chosen value; empty where none is."""
        value = self.currentData()
        return value if isinstance(value, str) else ""

    def set_choices(self, choices: Iterable[tuple[str, str]]) -> None:
        """Offer values with their words; what was chosen stays chosen if it is still there."""
        kept = self.choice()
        self.blockSignals(True)
        self.clear()
        for value, words in choices:
            self.addItem(words, value)
        self.blockSignals(False)
        self.show_choice(kept)

    def show_choice(self, value: str) -> None:
        """Show a value, without a signal; an unknown one shows none."""
        at = self.findData(value)
        self.blockSignals(True)
        self.setCurrentIndex(at)
        self.blockSignals(False)
        self.setToolTip(self.currentText())
        self._show_beginning()

    def _show_beginning(self) -> None:
        """Let a name too long for the field begin at its beginning."""
        field = self.lineEdit()
        if field is not None:
            field.setCursorPosition(0)

    def _let_search(self) -> None:
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer = self.completer()
        if isinstance(completer, QCompleter):
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        field = self.lineEdit()
        if field is not None:
            field.editingFinished.connect(self._tidy)

    @Slot()
    def _tidy(self) -> None:
        """Show the chosen value again after words that name none."""
        if self.findText(self.currentText()) < 0:
            self.setEditText(self.itemText(self.currentIndex()))

    @Slot()
    def _on_activated(self) -> None:
        self._show_beginning()
        self.setToolTip(self.currentText())
        self.edited.emit()

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _draw_edge(self)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def _draw_edge(field: QWidget) -> None:
    """Draw the edge that other fields have, in the colour of the accent where the keyboard is.

    Fusion makes its own from the window's colour, which is black on black in high contrast;
    and a style sheet for these fields would cost them their arrows.
    """
    focused = field.hasFocus()
    painter = QPainter(field)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    role = QPalette.ColorRole.Accent if focused else QPalette.ColorRole.Mid
    painter.setPen(QPen(field.palette().color(role), 2 if focused else 1))
    painter.drawRoundedRect(
        QRectF(field.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_PX, RADIUS_PX
    )
    painter.end()
