# SPDX-License-Identifier: MIT
"""Fields of the calculator: exact figures, and choices."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from msgspec import Struct
from PySide6.QtCore import QEvent, QRectF, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
    QValidator,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QCompleter,
    QDoubleSpinBox,
    QLabel,
    QLineEdit,
    QWidget,
)

from azmodels_gui.language.figures import number, number_fault, places_of, read_number, rounded
from azmodels_gui.language.words import ENGLISH, N_, Phrase
from azmodels_gui.window.calculator.offered_choices import FOUND_BY, OfferedChoices
from azmodels_gui.window.model_index import Index, tool_tip
from azmodels_gui.window.theme import RADIUS_PX, SPACE_XS, Theme, Tone
from azmodels_gui.window.widgets.texts import set_text_colour

CENTS = 2
"""Places that a figure with more of them shows at least."""
NARROWEST_PX = 60
SHOWN_CHOICES = 24


def is_for_page(event: QEvent, line: QLineEdit, *, is_step: bool = False) -> bool:
    """Tell whether a key of undo or redo is for the page: the text has nothing to take back.

    A field with the keyboard claims these keys for itself (`ShortcutOverride`), always.

    Args:
        event: of the field.
        line: where it is typed.
        is_step: what stands there is a step of the page, which can bring it back as well; taking
            letters back would be another step, after which nothing can be brought back.
    """
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if event.matches(QKeySequence.StandardKey.Undo):
        return is_step or not line.isUndoAvailable()
    return event.matches(QKeySequence.StandardKey.Redo) and (is_step or not line.isRedoAvailable())


class Bounds(Struct, frozen=True):
    """What a figure may be."""

    low: int
    high: int
    places: int = 0
    step: int = 1
    """Added by a press of the up key."""
    least: int | None = None
    """Places that are shown at least; None: cents where there can be more than those."""
    above: bool = False
    """True: `low` itself is too little."""


class FigureField(QDoubleSpinBox):
    """An exact figure, typed as the language writes numbers.

    What is no number, could be two or is out of bounds marks the field, says why, and changes
    nothing: the figure is the one from before typing. The letters stay until they are corrected,
    also when the field is left.

    Signals:
        edited: the user changed it; not when the program does.
    """

    edited = Signal()

    def __init__(self, bounds: Bounds, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = ENGLISH
        self._tip = ""
        self._unit = QLabel(self)
        self._unit.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._above = bounds.above
        self._before = Decimal(0)
        self.fault = ""
        """Why what stands here is no figure; empty: it is one."""
        cents = CENTS if bounds.places > CENTS else 0
        self._least = cents if bounds.least is None else bounds.least
        self.setDecimals(bounds.places)
        self.setRange(bounds.low, bounds.high)
        self.setValue(bounds.low + bounds.above * bounds.step)
        self.setSingleStep(bounds.step)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.lineEdit().textChanged.connect(self._on_text)
        self.valueChanged.connect(self._on_value)

    def figure(self) -> Decimal:
        """Return the figure; while the field is marked, the one from before."""
        return Decimal(f"{self.value():.{self.decimals()}f}")

    def show_figure(self, figure: Decimal) -> None:
        """Show a figure, without a signal; one that is there already keeps the cursor."""
        if figure != self.figure():
            with QSignalBlocker(self):
                self.setValue(float(figure))
            self._settle()

    def set_language(self, language: str) -> None:
        """Read and write figures as this language does."""
        self._language = language
        self.setValue(self.value())
        self._settle()

    def set_tip(self, words: str) -> None:
        """Set what the field explains while nothing is wrong with it."""
        self._tip = words
        self._tell()

    def set_unit(self, words: str) -> None:
        """Tell the unit at the right edge, beside the figure and no part of its text."""
        self._unit.setText(words)
        self.setAccessibleDescription(self.fault or words)
        self._make_room()

    def typed(self) -> str:
        """Return the letters that are no figure; empty where the field has one."""
        return self.lineEdit().text() if self.fault else ""

    def type_again(self, text: str) -> None:
        """Let letters stand here as if they were typed."""
        self._keep(text)

    def forget_typing(self) -> None:
        """Have no letters to take back or to bring back any more."""
        line = self.lineEdit()
        at = line.cursorPosition()
        line.setText(line.text())
        line.setCursorPosition(at)

    def _read(self, text: str) -> Decimal | Phrase:
        """Return the figure that stands in a text, or why there is none."""
        typed = text.strip().removesuffix(self._unit.text()).strip()
        if self.specialValueText() and typed in ("", self.specialValueText().strip()):
            return Decimal(f"{self.minimum():f}")
        whole, places = not self.decimals(), self.decimals()
        found = read_number(typed, self._language, whole=whole)
        if found is None:
            return number_fault(typed, self._language, whole=whole)
        if not self.minimum() <= found <= self.maximum():
            low, high = (
                number(Decimal(f"{bound:f}"), self._language)
                for bound in (self.minimum(), self.maximum())
            )
            words = N_("{given} is not within {low} and {high}.")
            return Phrase(words, given=typed, low=low, high=high)
        if self._above and found == Decimal(f"{self.minimum():f}"):
            return Phrase(N_("{given} is too little: the figure must be above it."), given=typed)
        if found != rounded(found, places):
            return Phrase(
                N_("Decimal places of {given}: {count} at most."), given=typed, count=places
            )
        return found

    @Slot()
    def _on_value(self) -> None:
        self.edited.emit()

    def _make_room(self) -> None:
        """Keep figure and unit apart, in whatever type; words instead of a figure have no unit."""
        wide = self._unit.sizeHint().width() + SPACE_XS if self._unit.text() else 0
        self.lineEdit().setTextMargins(SPACE_XS, 0, SPACE_XS + wide, 0)
        self.setMinimumWidth(NARROWEST_PX + wide)
        self._unit.setGeometry(self.width() - wide - SPACE_XS, 0, wide, self.height())

    @Slot(str)
    def _on_text(self, text: str) -> None:
        found = self._read(text)
        if isinstance(found, Phrase) and self.figure() != self._before:
            self._take_back(text)
        self._mark(found)

    def _take_back(self, text: str) -> None:
        """Be as before typing: "1,000" was 1 on the way to what can be read in two ways."""
        at = self.lineEdit().cursorPosition()
        self.setValue(float(self._before))
        self._keep(text)
        self.lineEdit().setCursorPosition(at)

    def _keep(self, text: str) -> None:
        """Let a text stand that Qt has replaced by the figure."""
        self.lineEdit().setText(text)

    def _settle(self) -> None:
        """Take the figure as the one to go back to."""
        self._before = self.figure()
        self._mark(self._read(self.lineEdit().text()))

    def _mark(self, found: Decimal | Phrase) -> None:
        self._unit.setVisible(self.lineEdit().text() != self.specialValueText())
        fault = found.told(self._language) if isinstance(found, Phrase) else ""
        if fault != self.fault:
            self.fault = fault
            self._tell()

    def _tell(self) -> None:
        tokens = self._theme.tokens
        set_text_colour(self, tokens.inks[Tone.BAD].text if self.fault else tokens.text)
        set_text_colour(self._unit, tokens.muted)
        self.setToolTip(tool_tip(self.fault) if self.fault else self._tip)
        self.setAccessibleDescription(self.fault or self._unit.text())
        self.update()

    # Qt overrides

    def validate(self, text: str, at: int) -> tuple[QValidator.State, str, int]:
        """Let every letter be typed and pasted: what is wrong is said, not dropped."""
        wrong = isinstance(self._read(text), Phrase)
        state = QValidator.State.Intermediate if wrong else QValidator.State.Acceptable
        return state, text, at

    def valueFromText(self, text: str) -> float:
        found = self._read(text)
        return self.value() if isinstance(found, Phrase) else float(found)

    def textFromValue(self, value: float) -> str:
        figure = Decimal(f"{value:.{self.decimals()}f}")
        return number(figure, self._language, places_of(figure.normalize(), self._least))

    def stepBy(self, steps: int) -> None:
        super().stepBy(steps)
        self._settle()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.fault:
            self._settle()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        text, wrong = self.lineEdit().text(), bool(self.fault)
        super().focusOutEvent(event)
        self._end(text if wrong else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text, wrong = self.lineEdit().text(), bool(self.fault)
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._end(text if wrong else "")

    def showEvent(self, event: QShowEvent) -> None:
        typed = self.typed()  # Qt writes the figure here whenever a spin box is shown
        super().showEvent(event)
        if typed:
            self._keep(typed)
        self._tell()  # moving into the window cost the unit its look

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._end()

    def _end(self, wrong_text: str = "") -> None:
        """End typing: a figure is written as usual, what is none stays as it was typed."""
        if wrong_text:
            self._keep(wrong_text)
        else:
            self.setValue(self.value())
            self._settle()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Polish, QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._make_room()
        typing = event.type() == QEvent.Type.ShortcutOverride  # other events come while it is made
        if typing and is_for_page(event, self.lineEdit(), is_step=not self.fault):
            if not self.fault:
                event.ignore()
                return False
            self._end()  # what is no figure is taken back first
            event.accept()
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground and edge as other fields have them; a fault has an edge of its own."""
        tokens, rect = self._theme.tokens, QRectF(self.rect())
        colour = tokens.focus if self.hasFocus() else tokens.edge
        if self.fault:
            colour = tokens.inks[Tone.BAD].text
        wide = 2 if self.fault or self.hasFocus() else 1
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colour), wide))
        painter.setBrush(QColor(tokens.surface if self.isEnabled() else tokens.raised))
        half = wide / 2
        painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), RADIUS_PX, RADIUS_PX)
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the panel; a figure must not change because the mouse passed over it."""
        event.ignore()


class _Completer(QCompleter):
    """Finds a choice by more words than the list shows."""

    # Qt overrides

    def pathFromIndex(self, index: Index) -> str:
        return str(index.data(Qt.ItemDataRole.DisplayRole))


class ChoiceField(QComboBox):
    """One of several values.

    Signals:
        edited: the user chose another one.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None, *, searchable: bool = False) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setMaxVisibleItems(SHOWN_CHOICES)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._offered = OfferedChoices(self)
        self.setModel(self._offered)
        if searchable:
            self._let_search()
        self.activated.connect(self._on_activated)

    def setAccessibleName(self, name: str) -> None:
        """Tell the name in each way that Qt tells it: on Linux a field is called by its value."""
        super().setAccessibleName(name)
        self.setAccessibleDescription(name)
        line = self.lineEdit()
        if line is not None:
            line.setAccessibleName(name)

    def choice(self) -> str:
        """Return the chosen value; empty where none is."""
        value = self.currentData()
        return value if isinstance(value, str) else ""

    def set_choices(self, choices: Iterable[tuple[str, str]]) -> None:
        """Offer values with their words; what was chosen stays chosen if it is still there."""
        kept = self.choice()
        with QSignalBlocker(self):
            self._offered.offer(choices)
        self.show_choice(kept)

    def find_also(self, words: Mapping[str, Iterable[str]]) -> None:
        """Find the choices by further words, which are not shown.

        Args:
            words: by value.
        """
        self._offered.also = words

    def show_choice(self, value: str) -> None:
        """Show a value, without a signal; an unknown one shows none."""
        at, told = self.currentIndex(), self.currentText()
        same = at >= 0 and self.itemData(at) == value and self.itemText(at) == told
        if not same or self.toolTip() != tool_tip(told):
            with QSignalBlocker(self):
                values = [each for each, _ in self._offered.choices]
                self.setCurrentIndex(values.index(value) if value in values else -1)
            self.setToolTip(tool_tip(self.currentText()))
        self._show_beginning()

    def _show_beginning(self) -> None:
        """Let a name too long for the field begin at its beginning."""
        field = self.lineEdit()
        if field is not None:
            field.setCursorPosition(0)

    def _let_search(self) -> None:
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer = _Completer(self.model(), self)
        completer.setCompletionRole(FOUND_BY)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        field = self.lineEdit()
        if field is not None:
            field.editingFinished.connect(self._tidy)

    @Slot()
    def _tidy(self) -> None:
        """Show the chosen value again after words that name none."""
        if self.findText(self.currentText()) < 0:
            self.setEditText(self.itemText(self.currentIndex()))
        self._show_beginning()

    @Slot()
    def _on_activated(self) -> None:
        self._show_beginning()
        self.setToolTip(tool_tip(self.currentText()))
        self.edited.emit()

    # Qt overrides

    def event(self, event: QEvent) -> bool:
        line = self.lineEdit()
        if line is not None and is_for_page(event, line):
            event.ignore()
            return False
        done = super().event(event)
        if event.type() in (QEvent.Type.Polish, QEvent.Type.StyleChange, QEvent.Type.FontChange):
            # The rules of the look set a least height, which larger type needs more than.
            self.setMinimumHeight(self.sizeHint().height())
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self.hasFocus():
            self._show_beginning()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
