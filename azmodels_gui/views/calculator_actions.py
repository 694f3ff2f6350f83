# SPDX-License-Identifier: MIT
"""Ways into the calculator from elsewhere: with the selected entry, or with a load profile."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from azmodels_gui.views.actions import Actions
from azmodels_gui.views.catalog_view import CatalogView
from azmodels_gui.views.pages.lazy_page import LazyPage

if TYPE_CHECKING:
    from azmodels_gui.views.main_window import MainWindow
    from azmodels_gui.views.pages.calculator_page import CalculatorPage


class CalculatorActions(QObject):
    """Shows the calculator's page, made now if nobody looked at it yet."""

    def __init__(
        self, actions: Actions, view: CatalogView, page: LazyPage, window: "MainWindow"
    ) -> None:
        super().__init__(window)
        self._view = view
        self._page = page
        self._window = window
        self._use = actions["use_in_calculator"]
        self._use.triggered.connect(self.use_selected)
        actions["load_profile"].triggered.connect(self.load_profile)
        view.addAction(self._use)
        view.current_changed.connect(self._on_current)
        self._use.setEnabled(view.current_entry() is not None)

    @Slot()
    def use_selected(self) -> None:
        """Reckon with the entry that is selected in the table, where the filter says."""
        entry, regions = self._view.current_entry(), self._window.history.query.regions
        if entry is not None:
            self._calculator().use(entry.key, next(iter(regions)) if len(regions) == 1 else "")
            self._window.show_page_named(self._page.key)

    @Slot()
    def load_profile(self) -> None:
        """Let the user choose a file with a load profile."""
        self._window.show_page_named(self._page.key)
        self._calculator().ask_for_file()

    def _calculator(self) -> "CalculatorPage":
        from azmodels_gui.views.pages.calculator_page import CalculatorPage  # not at start

        page = self._page.page
        if not isinstance(page, CalculatorPage):
            raise TypeError("the calculator's place holds another page")
        return page

    @Slot(object)
    def _on_current(self, entry: object) -> None:
        self._use.setEnabled(entry is not None)
