# SPDX-License-Identifier: MIT
"""Texts on show: labels, tones, tool tips, cells laid out once for each width, rows as copied.

A tone goes through the palette: a style sheet for each widget would be slow.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import accumulate
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QEvent, QObject, QSize, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPalette,
    QPixmap,
    QResizeEvent,
    QStaticText,
    QTextCursor,
    QTextDocument,
    QTextOption,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QTextBrowser, QWidget

from azmodels_gui.window.theme import Tokens, Tone

LONGEST_LABEL = 5_000
"""Characters; a longer text would only make the layout slow."""
WIDEST_CHARS = 80
"""A line of more is hard to read."""


def without_mnemonic(text: str) -> str:
    """Return a text for a menu or button, where `&` would otherwise vanish."""
    return text.replace("&", "&&")


class PlainLabel(QLabel):
    """Plain text in as many lines as it needs, measured once for each width.

    Qt's label lays its text out up to eight times before it is painted, in no width at all and in
    sixteen million pixels among others. In the pane of an entry eighty labels took four fifths of
    the time from a row to its details.
    """

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sizes: dict[int, QSize] = {}
        """By the room for the text in pixels."""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setText(text)

    def _size(self, room: int) -> QSize:
        """Return what the text takes of so many pixels."""
        size = self._sizes.get(room)
        if size is None:
            flags = int(Qt.TextFlag.TextWordWrap)
            size = (
                self.fontMetrics().boundingRect(0, 0, room, 10_000_000, flags, self.text()).size()
            )
            self._sizes[room] = size
        return size

    def _around(self) -> QSize:
        edges, margin = self.contentsMargins(), 2 * self.margin()
        return QSize(edges.left() + edges.right() + margin, edges.top() + edges.bottom() + margin)

    # Qt overrides

    def setText(self, text: str) -> None:
        """Say something else; cut after `LONGEST_LABEL` characters."""
        self._sizes.clear()
        # How wide a tab is depends on who paints: selectable text is painted by another.
        super().setText(text[:LONGEST_LABEL].replace("\t", "    "))

    def heightForWidth(self, width: int) -> int:
        around = self._around()
        return self._size(max(width - around.width(), 0)).height() + around.height()

    def sizeHint(self) -> QSize:
        """Return the size in which a text is read well: less than a line takes less width."""
        metrics = self.fontMetrics()
        room, line = WIDEST_CHARS * metrics.averageCharWidth(), metrics.lineSpacing()
        size = self._size(room)
        for part, lines in ((2, 4), (4, 2)):
            if size.height() < lines * line and size.width() > room // part:
                size = self._size(room // part)
        return size + self._around()

    def minimumSizeHint(self) -> QSize:
        """Return the width of the longest word, and the height of a line."""
        return QSize(self._size(0).width(), self.fontMetrics().height()) + self._around()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._sizes.clear()
        super().changeEvent(event)


def plain_label(
    text: str = "", parent: QWidget | None = None, *, selectable: bool = False
) -> PlainLabel:
    """Return a label that wraps and never reads HTML.

    Args:
        text: cut after `LONGEST_LABEL` characters.
        parent: where it stays.
        selectable: for figures somebody may want to copy.
    """
    label = PlainLabel(text, parent)
    if selectable:
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


class ElidedLabel(QLabel):
    """Plain text on one line, as narrow as the layout likes; the whole of it is a tool tip."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)  # else a name with a tag opens files
        self.setText(text)

    # Qt overrides

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        words = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width()
        )
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, words)
        painter.end()


class DeafBrowser(QTextBrowser):
    """Rich text that loads nothing: a picture it names opens no file and no address."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told: tuple[str, ...] = ()

    def show_paragraphs(self, told: Sequence[str], colour: str) -> None:
        """Show paragraphs (`<p>`) and tables of one row; what is scrolled stays scrolled.

        Where only their words have changed, those that differ alone are read, laid out and painted
        anew, and what is selected elsewhere stays selected.
        """
        before, self._told = self._told, (colour, *told)
        changed = [
            at
            for at, each in enumerate(zip(before, self._told, strict=False))
            if each[0] != each[1]
        ]
        if len(before) != len(self._told) or any(
            _tags(before[at]) != _tags(self._told[at]) for at in changed
        ):
            self._show_all(_body(told, colour))
        elif changed:
            self._exchange([at - 1 for at in changed], told, colour)

    def _show_all(self, html: str) -> None:
        bar = self.verticalScrollBar()
        place, policy = bar.value(), self.verticalScrollBarPolicy()
        first = self.document().isEmpty()  # what is longer than its room is, as a rule
        never = policy == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        # Else it would go and come: all is laid out for each width.
        if not never and (first or bar.isVisible()):
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHtml(html)
        block = self.document().begin()
        while block.isValid():  # else each letter is shaped again whenever it is painted
            block.layout().setCacheEnabled(True)
            block = block.next()
        self.setVerticalScrollBarPolicy(policy)
        bar.setValue(place)

    def _exchange(self, changed: Sequence[int], told: Sequence[str], colour: str) -> None:
        """Put what has changed in the place of what is on show, block by block."""
        made = QTextDocument()
        made.setDefaultStyleSheet(self.document().defaultStyleSheet())
        made.setHtml(_body([told[at] for at in changed], colour))
        firsts = list(accumulate(map(_blocks, told), initial=_before(told[0])))
        numbers = (firsts[at] + more for at in changed for more in range(_blocks(told[at])))
        new = made.begin() if not _before(told[changed[0]]) else made.begin().next()
        for number in numbers:
            old = self.document().findBlockByNumber(number)
            if old.text() != new.text():
                content = QTextCursor(old)
                content.beginEditBlock()  # else where a cursor stands is measured at every move
                _select(content)
                if new.text():
                    words = QTextCursor(new)
                    _select(words)
                    content.insertFragment(words.selection())
                else:  # an empty fragment would leave it
                    content.removeSelectedText()
                content.endEditBlock()
            new = new.next()

    # Qt overrides

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        return QPixmap(1, 1)  # what is nothing at all is looked for by the document itself


class SteadyText(DeafBrowser):
    """Rich text as high as its width needs; what is around it is laid out for another height only.

    Qt's label reads and lays rich text out ten times for every text that it shows.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.document().setDefaultStyleSheet("p { margin: 0 }")

    def show_paragraphs(self, told: Sequence[str], colour: str) -> None:
        """Show other paragraphs, and be as high as they need before they are painted."""
        super().show_paragraphs(told, colour)
        self._fit()

    def _fit(self) -> None:
        if not self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            return  # how wide it will be is not known yet
        high = ceil(self.document().size().height()) + 2 * self.frameWidth()
        if high != self.height():
            self.setFixedHeight(high)

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # so that the page scrolls; Ctrl would make the letters larger


_WORDS = re.compile("(?<=>)[^<]+")
"""What stands between tags."""


def _tags(html: str) -> str:
    return _WORDS.sub("", html)


def _body(told: Iterable[str], colour: str) -> str:
    return f"<body style='color:{colour}'>{''.join(told)}</body>"


def _blocks(html: str) -> int:
    """Return how many blocks Qt makes: of a table one for each cell, and one behind it."""
    return 1 if html.startswith("<p") else html.count("<td") + 1


def _before(html: str) -> int:
    """Return how many blocks Qt makes before the first thing: one before a table."""
    return 0 if html.startswith("<p") else 1


def _select(cursor: QTextCursor) -> None:
    """Select the paragraph that a cursor stands at the beginning of, without its end."""
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)


class SteadyBox(QWidget):
    """The room of what is as high as its width needs; only another height has more laid out.

    A wrapped label or a row of chips alone tells the layouts above of every change, and each asks
    for several heights.
    """

    def __init__(self, inside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        inside.setParent(self)
        inside.installEventFilter(self)
        self._inside = inside
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def _fit(self) -> None:
        if not self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            return  # how wide it will be is not known yet
        self._inside.resize(self.width(), self._inside.heightForWidth(self.width()))
        if self._inside.height() != self.minimumHeight():
            self.setFixedHeight(self._inside.height())
        QCoreApplication.removePostedEvents(self, QEvent.Type.LayoutRequest)

    # Qt overrides

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._fit()
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()  # a layout inside tells of it one turn of the loop, and one paint, later
        return False


class SteadyRoom(SteadyBox):
    """The room of a wrapped label."""

    def __init__(self, label: QLabel, parent: QWidget | None = None) -> None:
        super().__init__(label, parent)
        self._label = label

    def set_text(self, text: str) -> None:
        """Let the label say something else, and be as high as that needs before it is painted."""
        if text != self._label.text():
            self._label.setText(text)
            self._fit()


_WRAPPED = QTextOption()
_WRAPPED.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
KEPT_TEXTS = 4_000
"""More than any screen holds; forgetting all of them costs one slower repaint."""


class Line(NamedTuple):
    """A text ready to be drawn with `QPainter.drawStaticText`."""

    text: QStaticText
    width: int
    """In pixels, never more than the room that was asked for."""


class Paragraph(NamedTuple):
    """A text in as many lines as it needs."""

    text: QStaticText
    height: int
    """In pixels."""


def _where_cut(text: str) -> Qt.TextElideMode:
    """Cut names of models in their middle: gpt-realtime-2.1 and its mini differ at the end."""
    is_name = "-" in text and " " not in text
    return Qt.TextElideMode.ElideMiddle if is_name else Qt.TextElideMode.ElideRight


class LaidOutText:
    """Lays out texts in one font. Shaping a text costs ten times as much as drawing it."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self.height = QFontMetrics(font).height()
        self._metrics = QFontMetrics(font)
        self._lines: dict[tuple[str, int], Line] = {}
        self._paragraphs: dict[tuple[str, int], Paragraph] = {}
        self._widths: dict[str, int] = {}

    def width(self, text: str) -> int:
        """Return the width of the whole text in pixels."""
        width = self._widths.get(text)
        if width is None:
            if len(self._widths) >= KEPT_TEXTS:
                self._widths.clear()
            width = self._widths[text] = self._metrics.horizontalAdvance(text)
        return width

    def cut(self, text: str, room: int) -> str:
        """Return a text, with an ellipsis where it does not fit."""
        return self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)

    def line(self, text: str, room: int) -> Line:
        """Return a text for `room` pixels, with an ellipsis where it does not fit."""
        key = (text, room)
        line = self._lines.get(key)
        if line is None:
            if len(self._lines) >= KEPT_TEXTS:
                self._lines.clear()
            line = self._lines[key] = self._made(text, room)
        return line

    def paragraph(self, text: str, room: int) -> Paragraph:
        """Return a whole text in lines of at most `room` pixels."""
        key = (text, room)
        paragraph = self._paragraphs.get(key)
        if paragraph is None:
            if len(self._paragraphs) >= KEPT_TEXTS:
                self._paragraphs.clear()
            laid_out = QStaticText(text)
            laid_out.setTextFormat(Qt.TextFormat.PlainText)
            laid_out.setTextOption(_WRAPPED)
            laid_out.setTextWidth(room)
            laid_out.prepare(QTransform(), self.font)
            height = max(self.height, ceil(laid_out.size().height()))
            paragraph = self._paragraphs[key] = Paragraph(laid_out, height)
        return paragraph

    def _made(self, text: str, room: int) -> Line:
        width = self._metrics.horizontalAdvance(text)
        if width > room:
            text = self._metrics.elidedText(text, _where_cut(text), room)
            width = min(room, self._metrics.horizontalAdvance(text))
        laid_out = QStaticText(text)
        laid_out.setTextFormat(Qt.TextFormat.PlainText)
        laid_out.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
        laid_out.prepare(QTransform(), self.font)
        return Line(laid_out, width)


def tab_separated(
    model: QAbstractItemModel, rows: Iterable[int], columns: Sequence[int], *, headers: bool
) -> str:
    """Return the cells as lines with tabs between them.

    Args:
        model: where the cells come from.
        rows: rows in the order wanted.
        columns: columns in the order wanted.
        headers: put a line with the headings first.
    """
    lines = [[one_line(model.index(row, column).data()) for column in columns] for row in rows]
    if headers:
        side = Qt.Orientation.Horizontal
        lines.insert(0, [one_line(model.headerData(column, side)) for column in columns])
    return "\n".join("\t".join(cells) for cells in lines)


def one_line(cell: object) -> str:
    """Return a cell without the characters that would start another cell or line."""
    return " ".join(str(cell).split()) if cell is not None else ""


LARGER = 1.5
"""Type of the window times this; read from the back of a room."""


def enlarged(font: QFont) -> QFont:
    """Return the font in the size of a projector."""
    larger = QFont(font)
    if font.pointSizeF() > 0:
        larger.setPointSizeF(font.pointSizeF() * LARGER)
    else:
        larger.setPixelSize(round(font.pixelSize() * LARGER))
    return larger


def set_text_colour(widget: QWidget, colour: str) -> None:
    """Give the text of one widget a colour."""
    palette = QPalette(widget.palette())
    palette.setColor(QPalette.ColorRole.WindowText, QColor(colour))
    palette.setColor(QPalette.ColorRole.Text, QColor(colour))
    widget.setPalette(palette)


def text_colour(tone: Tone, tokens: Tokens) -> str:
    """Return the colour of text without a patch behind it."""
    match tone:
        case Tone.PLAIN:
            return tokens.text
        case Tone.MUTED:
            return tokens.muted
        case Tone.ACCENT:
            return tokens.accent
    return tokens.inks[tone].text


def mixed(colour: str, ground: str, share: float) -> str:
    """Return an opaque colour between two; `share` is the part of the first."""
    channels = (
        round(share * int(colour[at : at + 2], 16) + (1 - share) * int(ground[at : at + 2], 16))
        for at in (1, 3, 5)
    )
    return "#" + "".join(f"{channel:02x}" for channel in channels)


def scaled(font: QFont, points: float, *, bold: bool = False) -> QFont:
    """Return the font some points larger or smaller; a size the type scale names."""
    changed = QFont(font)
    if font.pointSizeF() > 0:
        changed.setPointSizeF(font.pointSizeF() + points)
    changed.setBold(bold)
    return changed
