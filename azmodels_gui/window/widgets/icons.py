# SPDX-License-Identifier: MIT
"""Icons of buttons and actions, which follow the look."""

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QPushButton, QToolButton

from azmodels_gui.window.theme import GAP_PX, ICON_PX, Theme


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

    def _take_look(self) -> None:
        holder, tokens = self._holder, self._theme.tokens
        filled = isinstance(holder, QPushButton) and holder.isDefault()
        colour = tokens.on_accent if filled else tokens.text
        with_gap = isinstance(holder, QAbstractButton)
        holder.setIcon(self._theme.icon(self._name, colour, with_gap=with_gap))
