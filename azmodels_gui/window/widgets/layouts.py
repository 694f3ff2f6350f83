# SPDX-License-Identifier: MIT
"""How widgets stand: beside and below each other, in lines as words do, in a scrolled column."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QLayoutItem,
    QMenu,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import delete, isValid

from azmodels_gui.window.theme import SPACE_XS

Part = QWidget | QLayout | int | tuple[QWidget | QLayout, int]
"""With a number beside it, it takes that share of what is left over; a number alone stays empty."""
Edges = tuple[int, int, int, int]
"""Room on the left, above, on the right and below."""
NO_EDGES: Edges = (0, 0, 0, 0)
AS_USUAL = -1
"""A gap as wide as the style has it."""


USUAL_LINE_PX = 15
"""Height of a line in the type for which sizes are written down in pixels."""


def in_type(widget: QWidget, px: int) -> int:
    """Return what a size in pixels is in the type of a widget, where that is larger than usual."""
    return px * max(widget.fontMetrics().height(), USUAL_LINE_PX) // USUAL_LINE_PX


def row(
    *parts: Part, within: QWidget | None = None, gap: int = 0, edges: Edges = NO_EDGES
) -> QHBoxLayout:
    """Return a layout of parts side by side.

    Args:
        parts: from left to right.
        within: the widget that is laid out; None: it becomes a part of another layout.
        gap: between two parts.
        edges: around all of them.
    """
    made = QHBoxLayout() if within is None else QHBoxLayout(within)
    _fill(made, parts, gap, edges)
    return made


def column(
    *parts: Part, within: QWidget | None = None, gap: int = 0, edges: Edges = NO_EDGES
) -> QVBoxLayout:
    """Return a layout of parts one below the other; see `row`."""
    made = QVBoxLayout() if within is None else QVBoxLayout(within)
    _fill(made, parts, gap, edges)
    return made


def _fill(layout: QBoxLayout, parts: tuple[Part, ...], gap: int, edges: Edges) -> None:
    layout.setContentsMargins(*edges)
    layout.setSpacing(gap)
    for part in parts:
        thing, share = part if isinstance(part, tuple) else (part, 0)
        if isinstance(thing, QWidget):
            layout.addWidget(thing, share)
        elif isinstance(thing, QLayout):
            layout.addLayout(thing, share)
        else:
            layout.addStretch(thing)


def empty_menu(menu: QMenu) -> None:
    """Take everything out of a menu, also the menus inside of it, which Qt would keep for good."""
    for inside in menu.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly):
        inside.deleteLater()  # not at once: it may be telling what was chosen in it
    menu.clear()


_Placed = list[tuple[QLayoutItem, QRect]]


class FlowLayout(QLayout):
    """Lines of items, as many as the width needs."""

    def __init__(
        self,
        parent: QWidget | None = None,
        gap_px: int = SPACE_XS,
        *,
        last_right: bool = False,
        line_px: int = 0,
    ) -> None:
        """Make it.

        Args:
            parent: what it lays out, and makes as high as its width needs.
            gap_px: between items and lines.
            last_right: put the last item at the right end of the first line, if it is in there.
            line_px: never take more than one line where that is no wider than this.
        """
        super().__init__(parent)
        self._line_px = line_px
        self._last_right = last_right
        self._items: list[QLayoutItem] = []
        self._by_width: dict[int, tuple[_Placed, int]] = {}
        """Until an item changes: a layout around asks for the height again and again."""
        self._gap_px = gap_px
        self.setContentsMargins(0, 0, 0, 0)
        if parent is not None:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            parent.setSizePolicy(policy)

    def __del__(self) -> None:
        # Qt leaves it to each layout to free its items.
        for item in self._items:
            if isValid(item):
                delete(item)

    def move_to(self, place: int) -> None:
        """Move the item that was added last to another place."""
        self._items.insert(place, self._items.pop())
        self.invalidate()

    def widget_at(self, place: int) -> QWidget | None:
        """Return the widget at a place; None: there is none."""
        return self._items[place].widget() if place < len(self._items) else None

    # Qt overrides

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self._by_width.clear()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        self._by_width.clear()  # else it would keep what Qt deletes
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._laid_out(width)[1]

    def invalidate(self) -> None:
        self._by_width.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        for item, place in self._laid_out(rect.width())[0]:
            item.setGeometry(place.translated(rect.topLeft()))

    def sizeHint(self) -> QSize:
        least = self.minimumSize()
        return QSize(self._line(), least.height()) if self._line_px else least

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        if self._line_px:
            size.setWidth(max(size.width(), min(self._line(), self._line_px)))
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _line(self) -> int:
        """Return the width of all items in one line."""
        wide = [each.sizeHint().width() for each in self._items if not each.isEmpty()]
        return sum(wide) + max(0, len(wide) - 1) * self._gap_px

    def _laid_out(self, width: int) -> tuple[_Placed, int]:
        """Return where items stand in so many pixels, and the height they need."""
        if width not in self._by_width:
            self._by_width[width] = self._placed(width)
        return self._by_width[width]

    def _placed(self, width: int) -> tuple[_Placed, int]:
        margins = self.contentsMargins()
        area = QRect(0, 0, width, 0).marginsRemoved(margins)
        left, room, top = area.x(), area.width(), area.y()
        placed: _Placed = []
        x, y, line_height = left, top, 0
        for item in self._items:
            if item.isEmpty():  # hidden
                continue
            hint = item.sizeHint()
            wide, high = min(hint.width(), room), hint.height()
            if item.hasHeightForWidth():
                high = max(high, item.heightForWidth(wide))
            if x + wide > left + room and line_height:
                x, y, line_height = left, y + line_height + self._gap_px, 0
            if self._last_right and item is self._items[-1] and y == top:
                x = left + room - wide
            placed.append((item, QRect(x, y, wide, high)))
            x += wide + self._gap_px
            line_height = max(line_height, high)
        return placed, y + line_height + margins.bottom()


class ColumnScroll(QScrollArea):
    """Scrolls up and down only, and is never so narrow that something in its column is cut."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    # Qt overrides

    def minimumSizeHint(self) -> QSize:
        body, bar = self.widget(), self.verticalScrollBar()
        wide = 0 if body is None else body.minimumSizeHint().width()
        return QSize(wide + bar.sizeHint().width(), super().minimumSizeHint().height())
