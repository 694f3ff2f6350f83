# SPDX-License-Identifier: MIT
"""Commands about rows and filters: copy, paste, save, pin."""

from collections.abc import Callable, Collection
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.catalog.query_text import FilterTextInvalid, parse_query_text, query_text
from azmodels_gui.language.words import N_, shown_language, told, tr
from azmodels_gui.window.menus import Actions
from azmodels_gui.window.models.catalog_view import CatalogView
from azmodels_gui.window.models.saved_filters import FilterNameDialog
from azmodels_gui.window.page import PageParts

AskName = Callable[[Collection[str], QWidget], str | None]
"""Given the names already taken, returns the one the user chose, or None."""


SWITCHES = ("usable_only", "newest_only", "listed_only")
"""Actions that are checked while the filter asks for it, by the names of its fields."""


class FilterCommands(QObject):
    """Connects actions with table, filter, pins and clipboard.

    Signals:
        news: a sentence about what was done.
    """

    news = Signal(str)

    def __init__(
        self, actions: Actions, view: CatalogView, parts: PageParts, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._actions, self._view = actions, view
        self._history, self._pins, self._saved = parts.history, parts.pins, parts.saved
        self._window = parent
        self.ask_name: AskName = FilterNameDialog.ask
        for name, slot in (
            ("clear_filter", self._history.clear),
            ("copy", self.copy_rows),
            ("copy_with_headers", self.copy_rows_with_headers),
            ("copy_filter", self.copy_filter),
            ("paste_filter", self.paste_filter),
            ("save_filter", self.save_filter),
            ("pin", self.pin),
            ("unpin_all", self._pins.clear),
            ("select_all", view.selectAll),
            ("select_pinned", self.select_pinned),
        ):
            actions[name].triggered.connect(slot)
        for name in ("pin", "copy", "copy_with_headers", "select_all"):
            view.addAction(actions[name])
        for name in SWITCHES:
            actions[name].toggled.connect(partial(self._on_switch, name))
        self._saved.query_asked.connect(self._history.change)
        self._history.query_changed.connect(self._on_query)
        self._on_query(self._history.query)

    @Slot()
    def copy_rows(self) -> None:
        """Copy the selected rows."""
        self._copy_rows(headers=False)

    @Slot()
    def copy_rows_with_headers(self) -> None:
        """Copy the selected rows below the headings."""
        self._copy_rows(headers=True)

    @Slot()
    def copy_filter(self) -> None:
        """Copy the filter as text that can be sent to somebody."""
        QGuiApplication.clipboard().setText(query_text(self._history.query))
        self.news.emit(tr("The filter was copied as text."))

    @Slot()
    def paste_filter(self) -> None:
        """Go to the filter that the clipboard holds as text."""
        text = QGuiApplication.clipboard().text()
        try:
            query = parse_query_text(text)
        except FilterTextInvalid as error:
            words = N_("The clipboard holds no filter: {why}.")
            self.news.emit(told(words, shown_language(), why=error))
            return
        self._history.change(query)
        self.news.emit(tr("The filter was pasted."))

    @Slot()
    def save_filter(self) -> None:
        """Ask for a name and keep the filter under it."""
        name = self.ask_name([each.name for each in self._saved.saved], self._window)
        if name:
            self._saved.save(name, self._history.query)
            self.news.emit(tr("Saved as “{name}”.").replace("{name}", name))

    @Slot()
    def pin(self) -> None:
        """Pin the selected entries, or unpin them if all of them are pinned; fold at a line."""
        if self._view.turn_line():
            return
        self._pins.toggle(self._view.selected_keys())

    @Slot()
    def select_pinned(self) -> None:
        """Select the pinned entries that the filter shows."""
        self._view.kept.select(list(self._pins.keys))

    def _copy_rows(self, *, headers: bool) -> None:
        count = len(self._view.selected_keys())
        if not count:
            self.news.emit(tr("Nothing is selected."))
            return
        QGuiApplication.clipboard().setText(self._view.copied_text(headers=headers))
        self.news.emit(tr("Rows copied: {count}").format(count=count))

    def _on_switch(self, name: str, on: bool) -> None:
        self._history.change(replace(self._history.query, **{name: on}))

    @Slot(object)
    def _on_query(self, query: CatalogQuery) -> None:
        for name in SWITCHES:
            self._actions[name].setChecked(getattr(query, name))
        for name in ("clear_filter", "save_filter"):
            self._actions[name].setEnabled(not query.is_empty)
