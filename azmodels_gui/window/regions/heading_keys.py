# SPDX-License-Identifier: MIT
"""The headings of the matrix under the keyboard: from the cells into them and back."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTableView

_ALONG_COLUMNS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ALONG_ROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_FAR = 1_000_000
"""More than any table has; for Home and End."""


class HeadingKeys(QObject):
    """Arrow keys go along a heading, with the cell below; across it they lead to the cells.

    The heading has no place of its own: it is on the row or column of the current cell.

    Signals:
        reached: a section has the keyboard; -1: the heading lost it.
        opened: Enter was pressed on a section.
        chosen: Space was pressed on a section, or R on a column.
        menu_asked: a section, and where on the screen its menu belongs.
    """

    reached = Signal(int)
    opened = Signal(int)
    chosen = Signal(int)
    menu_asked = Signal(int, QPoint)

    def __init__(self, header: QHeaderView, view: QTableView) -> None:
        super().__init__(header)
        self._header = header
        self._view = view
        self._across = header.orientation() is Qt.Orientation.Horizontal
        self._along = _ALONG_COLUMNS if self._across else _ALONG_ROWS
        self._inwards = Qt.Key.Key_Down if self._across else Qt.Key.Key_Right
        header.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)
        header.installEventFilter(self)
        header.viewport().installEventFilter(self)

    @property
    def section(self) -> int:
        """The row or column of the current cell; -1: there is none."""
        index = self._view.currentIndex()
        return index.column() if self._across else index.row()

    def _step(self, by: int) -> None:
        index, model = self._view.currentIndex(), self._view.model()
        last = (model.columnCount() if self._across else model.rowCount()) - 1
        to = max(0, min(last, self.section + by))
        row, column = (index.row(), to) if self._across else (to, index.column())
        self._view.setCurrentIndex(model.index(row, column))
        self.reached.emit(self.section)

    def _press(self, event: QKeyEvent) -> bool:
        """Do what a key means; tell whether it means anything here."""
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or self.section < 0:
            return False
        match key:
            case _ if key in self._along:
                self._step(self._along[key])
            case Qt.Key.Key_Home | Qt.Key.Key_End:
                self._step(-_FAR if key is Qt.Key.Key_Home else _FAR)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.opened.emit(self.section)
            case Qt.Key.Key_Space:
                self.chosen.emit(self.section)
            case Qt.Key.Key_R if self._across:
                self.chosen.emit(self.section)
            case self._inwards:
                self._view.setFocus()
            case _:
                return False
        return True

    def _ask_menu(self, event: QContextMenuEvent) -> bool:
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        section = self._header.logicalIndexAt(event.pos()) if by_mouse else self.section
        if section >= 0:
            at = event.globalPos() if by_mouse else self._below(section)
            self.menu_asked.emit(section, at)
        return True

    def _below(self, section: int) -> QPoint:
        """Return where the menu of a section opens without a mouse."""
        header = self._header
        start, size = header.sectionViewportPosition(section), header.sectionSize(section)
        room = header.viewport().rect()
        box = (
            QRect(start, 0, size, room.height())
            if self._across
            else QRect(0, start, room.width(), size)
        )
        return header.viewport().mapToGlobal(box.center())

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.ContextMenu if isinstance(event, QContextMenuEvent):
                return self._ask_menu(event)
            case QEvent.Type.KeyPress if isinstance(event, QKeyEvent):
                return watched is self._header and self._press(event)
            case QEvent.Type.FocusIn | QEvent.Type.FocusOut if watched is self._header:
                has_keyboard = event.type() == QEvent.Type.FocusIn
                self.reached.emit(self.section if has_keyboard else -1)
        return False
