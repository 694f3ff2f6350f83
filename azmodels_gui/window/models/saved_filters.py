# SPDX-License-Identifier: MIT
"""Filters by name, and the menu to go to them."""

from collections.abc import Callable, Collection, Iterable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QMenu, QVBoxLayout, QWidget

from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.catalog.query_text import query_text
from azmodels_gui.language.words import tr
from azmodels_gui.window.model_index import tool_tip
from azmodels_gui.window.state import SavedFilter, with_saved_filter
from azmodels_gui.window.widgets.dialogs import AskingDialog, Button
from azmodels_gui.window.widgets.layouts import empty_menu
from azmodels_gui.window.widgets.texts import plain_label, without_mnemonic

LONGEST_NAME = 60


class SavedFilters(QObject):
    """The saved filters, in the order of their names.

    Signals:
        query_asked: the filter the user chose.
        changed: another filter was saved or deleted.
    """

    query_asked = Signal(object)
    changed = Signal()

    def __init__(self, saved: Iterable[SavedFilter], parent: QWidget) -> None:
        super().__init__(parent)
        self._saved = tuple(saved)
        self.menu = QMenu(parent)
        self.menu.setToolTipsVisible(True)
        self.menu.aboutToShow.connect(self.fill)

    @property
    def saved(self) -> tuple[SavedFilter, ...]:
        """The saved filters."""
        return self._saved

    def save(self, name: str, query: CatalogQuery) -> None:
        """Keep a filter under a name; an equal name is replaced."""
        self._saved = with_saved_filter(self._saved, name, query)
        self.changed.emit()

    def delete(self, name: str) -> None:
        """Forget the filter of that name."""
        self._saved = tuple(each for each in self._saved if each.name != name)
        self.changed.emit()

    @Slot()
    def fill(self) -> None:
        """Put the filters into the menu, and below them the ways to delete one."""
        empty_menu(self.menu)
        if not self._saved:
            self.menu.addAction(tr("No filter is saved yet")).setEnabled(False)
            return
        for each in self._saved:
            self._add(self.menu, each, partial(self.query_asked.emit, each.query))
        self.menu.addSeparator()
        deletion = self.menu.addMenu(tr("Delete"))
        for each in self._saved:
            self._add(deletion, each, partial(self.delete, each.name))

    def _add(self, menu: QMenu, saved: SavedFilter, do: Callable[[], None]) -> None:
        action = menu.addAction(without_mnemonic(saved.name[:LONGEST_NAME]))
        action.setToolTip(tool_tip(query_text(saved.query)[:500]))
        action.setData(saved.name)
        action.triggered.connect(lambda: do())


class FilterNameDialog(AskingDialog):
    """A name that is not empty; says when it would replace another filter."""

    def __init__(self, taken: Collection[str], parent: QWidget | None = None) -> None:
        super().__init__(tr("Save filter"), Button.Save | Button.Cancel, parent)
        self._taken = frozenset(taken)
        self.setMinimumWidth(320)
        self.name = QLineEdit(maxLength=LONGEST_NAME)
        label = QLabel(tr("&Name of the filter:"))
        label.setBuddy(self.name)
        self.hint = plain_label()
        column = QVBoxLayout(self)
        for widget in (label, self.name, self.hint, self.buttons):
            column.addWidget(widget)
        self._on_edited()
        self.name.textChanged.connect(self._on_edited)

    @classmethod
    def ask(cls, taken: Collection[str], parent: QWidget | None = None) -> str | None:
        """Return the name the user chose, or None when cancelled."""
        dialog = cls(taken, parent)
        return dialog.chosen() if dialog.exec() == QDialog.DialogCode.Accepted else None

    def chosen(self) -> str:
        """Return the name without spaces around it."""
        return " ".join(self.name.text().split())

    @Slot()
    def _on_edited(self) -> None:
        name = self.chosen()
        self.buttons.button(Button.Save).setEnabled(bool(name))
        replaces = name in self._taken
        self.hint.setText(tr("This replaces the filter of that name.") if replaces else "")
