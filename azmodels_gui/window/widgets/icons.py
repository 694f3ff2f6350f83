# SPDX-License-Identifier: MIT
"""Icons of buttons and actions, which follow the look."""

from PySide6.QtCore import QObject, QSize, Qt, Slot
from PySide6.QtGui import QAction, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractButton, QPushButton, QToolButton

from azmodels_gui.window.theme.theme import Theme
from azmodels_gui.window.theme.tokens import SIZES_PX

ICON_PX, GAP_PX = 16, 4
"""Of an icon, and between it and the words: Qt leaves hardly any room there."""


class FollowingIcon(QObject):
    """Gives a button or an action its icon in the colour of its text, in every look."""

    def __init__(self, holder: QAbstractButton | QAction, name: str, theme: Theme) -> None:
        super().__init__(holder)
        self._holder = holder
        if isinstance(holder, QToolButton):
            holder.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        if isinstance(holder, QAbstractButton):
            holder.setIconSize(QSize(ICON_PX + GAP_PX, ICON_PX))
        self._name = name
        self._theme = theme
        self._take_look()
        theme.changed.connect(self._take_look)

    @Slot()
    def _take_look(self) -> None:
        holder, tokens = self._holder, self._theme.tokens
        filled = isinstance(holder, QPushButton) and holder.isDefault()
        icon = self._theme.icon(self._name, tokens.on_accent if filled else tokens.text)
        holder.setIcon(with_gap(icon) if isinstance(holder, QAbstractButton) else icon)


def with_gap(icon: QIcon) -> QIcon:
    """Return an icon with room at its right, which Qt draws as a part of it."""
    spaced = QIcon()
    for size in SIZES_PX:
        drawn = QPixmap(size * (ICON_PX + GAP_PX) // ICON_PX, size)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        painter.drawPixmap(0, 0, icon.pixmap(QSize(size, size), 1.0))
        painter.end()
        spaced.addPixmap(drawn)
    return spaced
