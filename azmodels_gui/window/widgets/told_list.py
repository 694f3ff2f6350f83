# SPDX-License-Identifier: MIT
"""The values of a painted picture, as a list for who does not see it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget
from shiboken6 import isValid

from azmodels_gui.window.model_index import Index
from azmodels_gui.window.widgets.told_lines import ToldLines


class ToldList(QListView):
    """The values of a picture as a list behind it: it takes the keyboard and shows nothing.

    Mouse and keys are the picture's. Where the picture's place is now, there the list's is.

    Signals:
        left: the keyboard went elsewhere.
    """

    left = Signal()

    def __init__(self, picture: QWidget, place_of: Callable[[int], QRect]) -> None:
        """Lie in a picture, which takes no keyboard of its own from now on.

        Args:
            picture: what is painted.
            place_of: where in it a line is to be seen.
        """
        super().__init__(picture)
        self._picture, self._place_of = picture, place_of
        self._lines = ToldLines(self)
        self.setModel(self._lines)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.viewport().setAutoFillBackground(False)
        for bar in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            bar(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(picture.focusPolicy())
        picture.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        picture.setFocusProxy(self)
        picture.installEventFilter(self)

    def tell(self, count: int, words: Callable[[int], str]) -> None:
        """Have so many lines, whose words are asked for one by one."""
        self._lines.words = words
        if count != self._lines.count:  # else there is nothing to lay out: nothing is painted
            self._lines.beginResetModel()
            self._lines.count = count
            self._lines.endResetModel()

    def go_to(self, line: int | None) -> None:
        """Go where the picture's place is now."""
        self.setCurrentIndex(QModelIndex() if line is None else self._lines.index(line))

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.Resize:
                self.setGeometry(self._picture.rect())
            case QEvent.Type.MouseButtonPress:
                self.setFocus(Qt.FocusReason.MouseFocusReason)
        return False

    def visualRect(self, index: Index) -> QRect:
        return self._place_of(index.row()) if index.isValid() else QRect()

    def scrollTo(self, index: Index, hint: Any = None) -> None:
        """Stay: the picture shows all of it."""

    def sizeHint(self) -> QSize:
        return QSize(0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint nothing: the picture is below."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()  # so that it comes to the picture

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._picture.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if isValid(self._picture):  # its own end takes the keyboard from here
            self._picture.update()
            self.left.emit()
