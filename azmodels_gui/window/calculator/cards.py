# SPDX-License-Identifier: MIT
"""The scenarios side by side, a card each, and where a further one is added."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QToolButton, QWidget

from azmodels_gui.calculator.scenarios import MAX_NAME, MOST
from azmodels_gui.language.words import N_, tr
from azmodels_gui.window.calculator.card_texts import CardText
from azmodels_gui.window.model_index import tool_tip
from azmodels_gui.window.theme import (
    AMOUNT_PT,
    CARD_PT,
    NOTE_PT,
    SPACE_M,
    SPACE_S,
    SPACE_XS,
    Theme,
    Tokens,
    Tone,
)
from azmodels_gui.window.widgets.tab_stop import follow, hear_as, read_in_order
from azmodels_gui.window.widgets.texts import LaidOutText, scaled, text_colour

RADIUS = 8
ADD_PX = 40
"""Least width of the place to add one."""
LINES_OF_ROOM = 2
"""Cards in more lines than that leave out what is not their amount."""
_LEAST_PX, _WIDEST_PX = 180, 400

_ADD = N_("Add a scenario")


class _Fonts:
    """The type of a card, laid out once for all of them."""

    def __init__(self, font: QFont) -> None:
        self.name = LaidOutText(scaled(font, CARD_PT, bold=True))
        self.small = LaidOutText(scaled(font, NOTE_PT))
        self.small_bold = LaidOutText(scaled(font, NOTE_PT, bold=True))
        self.amount = LaidOutText(scaled(font, AMOUNT_PT, bold=True))


class ScenarioCard(QWidget):
    """One scenario, painted: its text changes with every key, which labels are slow at.

    Signals:
        chosen: it was clicked, or Enter was pressed on it.
        renamed: the name that was typed.
        toggled: Space was pressed on it while its inputs are on show.
        menu_asked: where the menu of the card is wanted, on the screen.
        key_pressed: a `QKeyEvent` that is meant for the row of cards.
    """

    chosen = Signal()
    renamed = Signal(str)
    toggled = Signal()
    menu_asked = Signal(QPoint)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = CardText("", "")
        self._fonts = _Fonts(self.font())
        self.current = self.compact = False
        self.editor = QLineEdit(self)
        self.editor.setMaxLength(MAX_NAME)
        self.editor.hide()
        self.editor.editingFinished.connect(self._on_named)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        hear_as(self, "Grouping")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def text(self) -> CardText:
        """What it says."""
        return self._text

    def show_text(self, text: CardText, *, current: bool) -> None:
        """Show another text; the one whose inputs are on show has a frame."""
        if (text, current) == (self._text, self.current):
            return
        self._text, self.current = text, current
        name, *rest = text.plain.split("\n")
        self.setAccessibleName(name)
        self.setAccessibleDescription(", ".join(rest))
        self.setToolTip(tool_tip(text.plain))
        self.update()

    def least_width(self) -> int:
        """Return the width in which name, amount and lines are not cut."""
        fonts, text = self._fonts, self._text
        lines = max((fonts.small.width(line.text) for line in text.lines), default=0)
        amount = fonts.amount.width(text.amount) + SPACE_XS + fonts.small.width(text.unit)
        name = fonts.name.width(f"{text.letter} {text.name}") + SPACE_S + self._badge_width()
        lines += self._names_width()
        return max(_LEAST_PX, amount, min(max(name, lines), 2 * _LEAST_PX)) + 2 * SPACE_M

    def height_of(self, lines: int) -> int:
        """Return how high a card of so many lines is."""
        fonts = self._fonts
        head = fonts.name.height + fonts.small.height + fonts.amount.height + SPACE_XS
        return head + lines * (fonts.small.height + 2) + 2 * SPACE_S + SPACE_XS

    def begin_rename(self) -> None:
        """Let the user type another name."""
        self.editor.setText(self._text.name)
        height = self.editor.sizeHint().height()
        self.editor.setGeometry(SPACE_S, SPACE_XS, self.width() - 2 * SPACE_S, height)
        self.editor.setAccessibleName(tr("Name of the scenario"))
        self.editor.show()
        self.editor.selectAll()
        self.editor.setFocus()

    def _badge_width(self) -> int:
        wide = self._fonts.small_bold.width(self._text.badge)
        return wide + 2 * SPACE_S if self._text.badge else 0

    @Slot()
    def _on_named(self) -> None:
        if self.editor.isVisible():
            self.editor.hide()
            self.setFocus()
            self.renamed.emit(self.editor.text())

    def _paint(self, painter: QPainter, tokens: Tokens) -> None:
        text, fonts = self._text, self._fonts
        box = self.rect().adjusted(SPACE_M, SPACE_S, -SPACE_M, -SPACE_S)
        y, room = box.top(), box.width()
        badge = self._badge_width()
        name = fonts.name.line(f"{text.letter} {text.name}", room - badge - bool(badge) * SPACE_S)
        self._draw(painter, fonts.name, box.left(), y, name.text, tokens.text)
        if badge:
            self._paint_badge(painter, QRect(box.left() + name.width + SPACE_S, y, badge, 0))
        y += fonts.name.height
        place = fonts.small.line(text.place, room)
        self._draw(painter, fonts.small, box.left(), y, place.text, tokens.muted)
        y += fonts.small.height + SPACE_XS // 2
        amount = fonts.amount.line(text.amount, room)
        colour = text_colour(text.tone, tokens)
        self._draw(painter, fonts.amount, box.left(), y, amount.text, colour)
        left = box.left() + amount.width + SPACE_XS
        unit = fonts.small.line(text.unit, max(0, box.right() - left))
        down = y + fonts.amount.height - fonts.small.height - 3
        self._draw(painter, fonts.small, left, down, unit.text, tokens.muted)
        y += fonts.amount.height + SPACE_XS // 2
        if text.why:
            why = fonts.small.paragraph(text.why, room)
            self._draw(painter, fonts.small, box.left(), y, why.text, tokens.muted)
        else:
            self._paint_lines(painter, tokens, y)

    def _paint_lines(self, painter: QPainter, tokens: Tokens, y: int) -> None:
        small, box = self._fonts.small, self.rect().adjusted(SPACE_M, 0, -SPACE_M, 0)
        lines = self._text.lines[-1:] if self.compact else self._text.lines
        names = self._names_width()
        for line in lines:
            name = small.line(line.name, names)
            self._draw(painter, small, box.left(), y, name.text, tokens.muted)
            told = small.line(line.text, max(0, box.width() - names))
            self._draw(
                painter, small, box.left() + names, y, told.text, text_colour(line.tone, tokens)
            )
            y += small.height + 2

    def _names_width(self) -> int:
        small = self._fonts.small
        return max((small.width(line.name) for line in self._text.lines), default=0) + SPACE_S

    def _paint_badge(self, painter: QPainter, at: QRect) -> None:
        tokens, small = self._theme.tokens, self._fonts.small_bold
        box = QRectF(at.left(), at.top(), at.width(), self._fonts.name.height)
        painter.setPen(Qt.PenStyle.NoPen)
        muted = self._text.tone is Tone.MUTED
        painter.setBrush(QColor(tokens.muted if muted else tokens.accent))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        down = at.top() + (self._fonts.name.height - small.height) // 2
        told = small.line(self._text.badge, at.width())
        self._draw(painter, small, at.left() + SPACE_S, down, told.text, tokens.on_accent)

    @staticmethod
    def _draw(
        painter: QPainter, laid: LaidOutText, x: int, y: int, text: object, colour: str
    ) -> None:
        painter.setFont(laid.font)
        painter.setPen(QColor(colour))
        painter.drawStaticText(x, y, text)  # type: ignore[call-overload]

    # Qt overrides

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = 2 if self.current else 1
        painter.setPen(QPen(QColor(tokens.accent if self.current else tokens.border), wide))
        painter.setBrush(QColor(tokens.surface))
        box = QRectF(self.rect()).adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2)
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.focus), tokens.outline_px, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(3, 3, -3, -3), RADIUS - 3, RADIUS - 3)
        self._paint(painter, tokens)
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusOutEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.begin_rename()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.chosen.emit()
        self.menu_asked.emit(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.current:
            self.toggled.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit()
        elif event.key() == Qt.Key.Key_Escape and self.editor.isVisible():
            self.editor.hide()
            self.setFocus()
        else:
            super().keyPressEvent(event)


class CardRow(QWidget):
    """Cards side by side, equally wide, in as few lines as their amounts need.

    Signals:
        chosen: the place of a scenario to be shown.
        renamed: the place of one, and its new name.
        moved: the place of one, and the one it is to be at.
        removed: the place of one that is not wanted any more.
        toggled: Space was pressed on the current one.
        menu_asked: where the menu of the current one is wanted.
    """

    chosen = Signal(int)
    renamed = Signal(int, str)
    moved = Signal(int, int)
    removed = Signal(int)
    toggled = Signal()
    menu_asked = Signal(QPoint)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.cards: list[ScenarioCard] = []
        self._shown = 0
        self.add_button = QToolButton(self)
        self.add_button.setObjectName("add_scenario")
        self.add_button.setAccessibleName(tr(_ADD))
        self.add_button.setToolTip(
            tool_tip(tr("Add a scenario: the same load, paid another way, elsewhere, or another "
                        "model"))
        )  # fmt: skip
        self.add_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._sign_px = self._words_px = 0

    @property
    def texts(self) -> tuple[CardText, ...]:
        """What the cards on show say."""
        return tuple(card.text for card in self.cards[: self._shown])

    def show_texts(self, texts: tuple[CardText, ...], current: int) -> None:
        """Show as many cards as there are texts."""
        while len(self.cards) < len(texts):
            self._add_card()
        for at, (card, text) in enumerate(zip(self.cards, texts, strict=False)):
            card.show_text(text, current=at == current)
        if self._shown != len(texts):
            self._shown = len(texts)
            for at, card in enumerate(self.cards):
                card.setVisible(at < self._shown)
            self.add_button.setEnabled(self._shown < MOST)
        self._place()

    def _add_card(self) -> None:
        card = ScenarioCard(self._theme, self)
        card.setObjectName(str(len(self.cards)))
        card.hide()
        card.chosen.connect(self._on_chosen)
        card.renamed.connect(self._on_renamed)
        card.menu_asked.connect(self.menu_asked)
        card.toggled.connect(self.toggled)
        self.cards.append(card)
        self.setTabOrder(self.add_button, card)
        follow(card, (card.editor, self.add_button))  # cards first, also to who hears them
        read_in_order((*self.cards, self.add_button))

    def _places(self) -> Iterator[QRect]:
        """Yield where the cards are, and then the button that adds one."""
        shown = self.cards[: self._shown]
        room = self.width() - self._sign_px - SPACE_S
        widest = max((card.least_width() for card in shown), default=1)
        most = max(1, (room + SPACE_S) // (widest + SPACE_S))
        lines = max(1, -(-len(shown) // most))
        columns = max(1, -(-len(shown) // lines))
        compact = lines > LINES_OF_ROOM
        count = max((len(card.text.lines) for card in shown), default=0)
        high = max(
            (card.height_of(2 if compact else max(3, count)) for card in shown[:1]), default=0
        )
        wide = min(_WIDEST_PX, (room - SPACE_S * (columns - 1)) // columns)
        for at, card in enumerate(shown):
            card.compact = compact
            line, column = divmod(at, columns)
            yield QRect(column * (wide + SPACE_S), line * (high + SPACE_S), wide, high)
        left = columns * (wide + SPACE_S)
        told = left + self._words_px <= self.width()
        spare = self._words_px if told else self._sign_px
        yield QRect(left, 0, spare, lines * (high + SPACE_S) - SPACE_S)

    def _place(self) -> None:
        if not self._words_px:
            self._words_px = self._told_to_add(True)
            self._sign_px = max(ADD_PX, self._told_to_add(False))
        places = list(self._places())
        self._told_to_add(places[-1].width() == self._words_px)
        for widget, place in zip(
            (*self.cards[: self._shown], self.add_button), places, strict=True
        ):
            if widget.geometry() != place:
                widget.setGeometry(place)
        if self.height() != places[-1].bottom() + 1 or self.minimumHeight() == 0:
            self.setFixedHeight(places[-1].bottom() + 1)

    def _told_to_add(self, in_words: bool) -> int:
        """Say in words or with a sign that one can be added; return the width that needs."""
        self.add_button.setText(f"+ {tr(_ADD)}" if in_words else "+")
        self.add_button.setFont(scaled(self.font(), 0 if in_words else AMOUNT_PT))
        return self.add_button.sizeHint().width()

    def _at(self) -> int:
        """Return the place of the card that the keyboard is on; -1: none."""
        return next((at for at, card in enumerate(self.cards) if card.hasFocus()), -1)

    @Slot()
    def _on_chosen(self) -> None:
        self.chosen.emit(int(self.sender().objectName()))

    @Slot(str)
    def _on_renamed(self, name: str) -> None:
        self.renamed.emit(int(self.sender().objectName()), name)

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._words_px = 0  # measured anew
            self._place()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.minimumHeight())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at, key = self._at(), Qt.Key(event.key())
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(key, 0)
        if at < 0 or event.modifiers() not in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
            Qt.KeyboardModifier.AltModifier,
        ):
            super().keyPressEvent(event)
        elif step and 0 <= at + step < self._shown:
            if event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.moved.emit(at, at + step)
            else:
                self.chosen.emit(at + step)
            self.cards[at + step].setFocus()
        elif key == Qt.Key.Key_Delete:
            self.removed.emit(at)
        elif key == Qt.Key.Key_F2:
            self.cards[at].begin_rename()
        elif key == Qt.Key.Key_Menu:
            self.menu_asked.emit(self.cards[at].mapToGlobal(QPoint(SPACE_M, SPACE_M)))
        else:
            super().keyPressEvent(event)
