# SPDX-License-Identifier: MIT
"""What every item model and its views name of Qt: an index of either kind, none, and the roles."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
Role = Qt.ItemDataRole
