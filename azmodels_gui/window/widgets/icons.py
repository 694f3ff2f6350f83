# SPDX-License-Identifier: MIT
"""Icons of buttons and actions, which follow the look."""

from PySide6.QtCore import QObject, QSize, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QToolButton

from azmodels_gui.window.theme.theme import Theme

ICON_PX = 16


class FollowingIcon(QObject):
    """Gives a button or an action its icon in the colour of the text, in every look."""

    def __init__(self, holder: QAbstractButton | QAction, name: str, theme: Theme) -> None:
        super().__init__(holder)
        self._holder = holder
        if isinstance(holder, QToolButton):
            holder.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        if isinstance(holder, QAbstractButton):
            holder.setIconSize(QSize(ICON_PX, ICON_PX))
        self._name = name
        self._theme = theme
        self._take_look()
        theme.changed.connect(self._take_look)

    @Slot()
    def _take_look(self) -> None:
        self._holder.setIcon(self._theme.icon(self._name))
