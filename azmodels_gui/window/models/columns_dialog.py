# SPDX-License-Identifier: MIT
"""Chooses and orders the columns of the table of models with the keyboard alone."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from azmodels_gui.language.shown import tr
from azmodels_gui.window.models.columns import FIRST
from azmodels_gui.window.state import ColumnState
from azmodels_gui.window.theme.tokens import SPACE_L, SPACE_S
from azmodels_gui.window.widgets.texts import plain_label

_STATE = Qt.ItemDataRole.UserRole


class ColumnsDialog(QDialog):
    """A list of all columns: checked ones are shown, in the order of the list."""

    def __init__(
        self,
        states: Iterable[ColumnState],
        names: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Columns"))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Columns"))
        self.up, self.down = QPushButton(tr("Move &up")), QPushButton(tr("Move &down"))
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        for state in states:
            self.list.addItem(_item(state, names[state.id]))
        self._build()
        self._connect()
        self.list.setCurrentRow(0)

    @classmethod
    def ask(
        cls, states: Iterable[ColumnState], names: Mapping[str, str], parent: QWidget | None = None
    ) -> tuple[ColumnState, ...] | None:
        """Return the columns as the user wants them, or None when cancelled.

        Args:
            states: the columns from left to right.
            names: their headings, by id.
            parent: the window it belongs to.
        """
        dialog = cls(states, names, parent)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        chosen = dialog.states() if accepted else None
        dialog.deleteLater()
        return chosen

    def states(self) -> tuple[ColumnState, ...]:
        """Return the columns from left to right."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return tuple(
            ColumnState(
                item.data(_STATE).id,
                item.data(_STATE).width_px,
                item.checkState() == Qt.CheckState.Checked,
            )
            for item in items
        )

    def move_current(self, by: int) -> None:
        """Move the current column up or down; the first one stays where it is."""
        row = self.list.currentRow()
        if row < 1 or not 1 <= row + by < self.list.count():
            return
        item = self.list.takeItem(row)
        self.list.insertItem(row + by, item)
        self.list.setCurrentRow(row + by)

    def _build(self) -> None:
        hint = plain_label(tr("Space shows or hides a column, Alt with an arrow key moves it."))
        self.list.setMinimumSize(320, 360)
        side = QVBoxLayout()
        side.setSpacing(SPACE_S)
        for button in (self.up, self.down):
            button.setAutoDefault(False)
            side.addWidget(button)
        side.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(SPACE_S)
        middle.addWidget(self.list, 1)
        middle.addLayout(side)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        column.setSpacing(SPACE_S)
        column.addWidget(hint)
        column.addLayout(middle, 1)
        column.addWidget(self.buttons)

    def _connect(self) -> None:
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.up.clicked.connect(self._on_up)
        self.down.clicked.connect(self._on_down)
        self.list.currentRowChanged.connect(self._on_row)
        for keys, slot in (("Alt+Up", self._on_up), ("Alt+Down", self._on_down)):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)

    @Slot()
    def _on_up(self) -> None:
        self.move_current(-1)

    @Slot()
    def _on_down(self) -> None:
        self.move_current(1)

    @Slot(int)
    def _on_row(self, row: int) -> None:
        self.up.setEnabled(row > 1)
        self.down.setEnabled(0 < row < self.list.count() - 1)


def _item(state: ColumnState, name: str) -> QListWidgetItem:
    item = QListWidgetItem(name)
    item.setData(_STATE, state)
    item.setCheckState(Qt.CheckState.Checked if state.visible else Qt.CheckState.Unchecked)
    if state.id == FIRST:
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
    return item
