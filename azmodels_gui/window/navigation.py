# SPDX-License-Identifier: MIT
"""Where the user goes: from page to page, to an entry, to the search; and what keys do there."""

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget

from azmodels_gui.catalog.document import EntryKey
from azmodels_gui.language.words import tr
from azmodels_gui.window.menus import Actions
from azmodels_gui.window.models.models_page import ModelsPage
from azmodels_gui.window.page import Reckoning
from azmodels_gui.window.page_stack import PageBar, PageStack
from azmodels_gui.window.step_history import QueryHistory, Undoable

if TYPE_CHECKING:
    from azmodels_gui.window.calculator.calculator_page import CalculatorPage


class Navigation(QObject):
    """Goes to pages, entries and fields, for menus, keys, pages and the command line alike.

    Signals:
        page_shown: a page was gone to.
        news: a sentence about what was done on the way.
    """

    page_shown = Signal()
    news = Signal(str)

    def __init__(
        self, models: ModelsPage, history: QueryHistory, stack: PageStack, bar: PageBar
    ) -> None:
        super().__init__(stack)
        self._models, self._history = models, history
        self._stack, self._bar = stack, bar
        bar.page_asked.connect(self.show_page)
        bar.search_changed.connect(self._on_search)
        bar.search.left_downwards.connect(self._on_search_left)

    @Slot(int)
    def show_page(self, number: int) -> None:
        """Show the page at a place, if there is one."""
        if 0 <= number < len(self._stack.places):
            place, holder = self._stack.places[number], QApplication.focusWidget()
            is_new = place.focusWidget() is None
            takes_keyboard = holder is not None and self._stack.isAncestorOf(holder)
            if number == self._stack.number_of(self._models.key):
                self._models.be_gone_to()
            self._stack.setCurrentIndex(number)
            if takes_keyboard and is_new:
                place.setFocus()  # its main part; later it is where the user left it
            self._bar.show_page(number)
            self.page_shown.emit()

    @Slot(str)
    def show_page_named(self, key: str) -> None:
        """Show the page with a key, if there is one."""
        self.show_page(self._stack.number_of(key))

    @Slot()
    def show_guide(self) -> None:
        """Lead to a short list by four questions."""
        self.show_page_named("guide")
        self._stack.place.setFocus()

    @Slot(object)
    def show_step(self, step: object) -> None:
        """Lead to one of the four questions."""
        self.show_guide()
        self._stack.page.go_to(step)

    def select_named(self, name: str) -> bool:
        """Select by model id, or by model id and version; the first that is on show.

        What can no longer be used is shown for it. The calculator, if it is on show, takes it.
        """
        if not self._select_on_show(name):
            if not self._history.query.usable_only:
                return False
            self.show_hidden()
            if not self._select_on_show(name):
                self._history.undo()
                return False
        if self._stack.place.key == "calculator":
            self.use_selected()
        return True

    def _select_on_show(self, name: str) -> bool:
        for _, entry in self._models.table.shown():
            if name in (entry.model.id, entry.title):
                return self._models.present(entry.key)
        return False

    @Slot()
    def select_first(self) -> None:
        """Select the first entry on show, unless one is selected."""
        if self._models.view.current_entry() is None:
            self._models.view.selectRow(0)

    @Slot(object)
    def show_entry(self, key: EntryKey) -> None:
        """Select an entry among the models; a filter that hides it is cleared first."""
        if not self._models.present(key):
            self.show_hidden()  # the least of the filters, and enough for a retired model
        if not self._models.present(key):
            self._history.clear()
            if not self._models.present(key):
                return
            self.news.emit(tr("The filter hid this entry and was cleared; undo brings it back."))
        self.show_page(0)
        self._models.setFocus()

    @Slot()
    def show_hidden(self) -> None:
        """Show what can no longer be used as well."""
        self._history.change(replace(self._history.query, usable_only=False))

    @Slot()
    def go_to_search(self) -> None:
        """Go to the page's own search, from there on to that of all; what is typed replaces it."""
        own, holder = self._stack.page.search_field(), QApplication.focusWidget()
        within = own is not None and holder is not None and own in (holder, holder.parentWidget())
        field = self._bar.search if own is None or within else own
        field.setFocus()
        line = field.lineEdit() if isinstance(field, QComboBox) else field
        if isinstance(line, QLineEdit):
            line.selectAll()

    @Slot(str)
    def _on_search(self, text: str) -> None:
        """Search; a page that shows no entries gives way to the table that does."""
        self._history.change_text(text)
        if text and not self._stack.page.follows_filter:
            self.show_page(0)

    @Slot()
    def _on_search_left(self) -> None:
        """Go from the search into the page on show, in the table to what is selected or first.

        What names a place and finds nothing becomes a filter instead.
        """
        if self._stack.page is self._models:
            if self._models.take_offer():
                return
            self.select_first()
        self._stack.place.setFocus()

    @Slot()
    def use_selected(self) -> None:
        """Reckon with the entry that is selected in the table, where the filter says."""
        entry, regions = self._models.view.current_entry(), self._history.query.regions
        if entry is not None:
            self._calculator().use(entry.key, next(iter(regions)) if len(regions) == 1 else "")
            self.show_page_named("calculator")

    @Slot(object)
    def reckon(self, asked: Reckoning) -> None:
        """Reckon with what another page names."""
        self._calculator().reckon(asked)
        self.show_page_named("calculator")

    @Slot()
    def load_profile(self) -> None:
        """Let the user choose a file with a load profile."""
        self.show_page_named("calculator")
        self._calculator().ask_for_file()

    def _calculator(self) -> "CalculatorPage":
        from azmodels_gui.window.calculator.calculator_page import CalculatorPage  # not at start

        page = self._stack.place_of("calculator").page
        if not isinstance(page, CalculatorPage):
            raise TypeError("the calculator's place holds another page")
        return page


class Keyboard(QObject):
    """Esc empties the search; F6 goes from part to part."""

    def __init__(
        self, window: QWidget, search: QLineEdit, finder: QLineEdit, stack: PageStack
    ) -> None:
        super().__init__(window)
        self._search = search
        self._finder = finder
        self._stack = stack
        QShortcut(QKeySequence("Esc"), window, self.empty_search)
        QShortcut(QKeySequence("F6"), window, self.next_part)

    @Slot()
    def empty_search(self) -> None:
        """Empty the search, or the field above the filters while it has the keyboard."""
        (self._finder if self._finder.hasFocus() else self._search).clear()

    @Slot()
    def next_part(self) -> None:
        """Go from part to part of the page on show, and round again."""
        parts = self._stack.page.parts()
        here = next((at for at, part in enumerate(parts) if _has_focus(part)), -1)
        if parts:
            parts[(here + 1) % len(parts)].setFocus()


def _has_focus(part: QWidget) -> bool:
    """Tell whether the keyboard is in a part: its field, or something inside it."""
    proxy, holder = part.focusProxy(), QApplication.focusWidget()
    inside = holder is not None and (part is holder or part.isAncestorOf(holder))
    return inside or (proxy is not None and _has_focus(proxy))


class UndoActions(QObject):
    """Connects two actions with what the page on show can take back, or else with the filter."""

    def __init__(self, actions: Actions, stack: PageStack, history: Undoable) -> None:
        super().__init__(stack)
        self._undo, self._redo = actions["undo"], actions["redo"]
        self._stack = stack
        self._history = history
        self._undo.triggered.connect(self._on_undo)
        self._redo.triggered.connect(self._on_redo)
        stack.currentChanged.connect(self.refresh)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Offer what is possible now."""
        undoable = self._undoable()
        self._undo.setEnabled(undoable.can_undo)
        self._redo.setEnabled(undoable.can_redo)

    def _undoable(self) -> Undoable:
        return self._stack.page.undoable or self._history

    @Slot()
    def _on_undo(self) -> None:
        self._undoable().undo()

    @Slot()
    def _on_redo(self) -> None:
        self._undoable().redo()
