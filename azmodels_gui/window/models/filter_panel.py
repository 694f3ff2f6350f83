# SPDX-License-Identifier: MIT
"""Everything the table can be filtered by, left of it."""

from decimal import Decimal

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.language.shown import tr
from azmodels_gui.window.models.facet_tree import FacetTreeModel
from azmodels_gui.window.models.facet_view import FacetView
from azmodels_gui.window.models.range_field import RangeField
from azmodels_gui.window.theme.theme import Theme
from azmodels_gui.window.theme.tokens import SPACE_S
from azmodels_gui.window.widgets.chip_painter import CheckBox


class FilterPanel(QWidget):
    """Facets, ranges and switches; all of them show one query.

    Signals:
        query_asked: the query after the user changed something here.
    """

    query_asked = Signal(object)

    def __init__(
        self,
        facets: FacetTreeModel,
        theme: Theme,
        language: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._facets = facets
        self._query = CatalogQuery()
        self.usable, self.newest = CheckBox(theme), CheckBox(theme)
        self.finder = QLineEdit(clearButtonEnabled=True)
        self.view = FacetView(facets, theme)
        self.context = RangeField(theme, language, whole=True)
        self.price = RangeField(theme, language)
        self._build()
        self.usable.setText(tr("Only &usable"))
        self.usable.setToolTip(tr("Without what is retired or past its retirement date"))
        self.newest.setText(tr("&Newest version only"))
        self.finder.setPlaceholderText(tr("Find a filter ..."))
        self.finder.setAccessibleName(tr("Find a filter"))
        at_least, at_most = tr("from"), tr("to")
        self.context.set_words(tr("Context window (tokens)"), at_least, at_most)
        self.price.set_words(tr("Input price ($ per 1M tokens)"), at_least, at_most)
        self._connect()

    def set_query(self, query: CatalogQuery) -> None:
        """Show a query, without a signal."""
        self._query = query
        self._facets.set_query(query)
        self.usable.setChecked(query.usable_only)
        self.newest.setChecked(query.newest_only)
        self.context.set_range(query.min_context_tokens, query.max_context_tokens)
        self.price.set_range(query.min_input_price, query.max_input_price)

    def in_tab_order(self) -> tuple[QWidget, ...]:
        """Return what takes the keyboard, top to bottom."""
        fields = (self.context.low, self.context.high, self.price.low, self.price.high)
        return (self.finder, self.usable, self.newest, self.view, *fields)

    def _build(self) -> None:
        self.setObjectName("filter_panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(180)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE_S, 0, SPACE_S)
        column.setSpacing(SPACE_S)
        inner = QVBoxLayout()
        inner.setContentsMargins(SPACE_S, 0, SPACE_S, 0)
        inner.setSpacing(SPACE_S)
        inner.addWidget(self.finder)
        inner.addWidget(self.usable)
        inner.addWidget(self.newest)
        column.addLayout(inner)
        column.addWidget(self.view, 1)
        column.addWidget(self.context)
        column.addWidget(self.price)

    def _connect(self) -> None:
        self.usable.toggled.connect(self._on_usable)
        self.newest.toggled.connect(self._on_newest)
        self.finder.textChanged.connect(self.view.seek)
        self._facets.query_changed.connect(self._on_facets)
        self.context.range_changed.connect(self._on_context)
        self.price.range_changed.connect(self._on_price)

    def _ask(self, query: CatalogQuery) -> None:
        if query != self._query:
            self.query_asked.emit(query)

    @Slot(bool)
    def _on_usable(self, usable: bool) -> None:
        self._ask(replace(self._query, usable_only=usable))

    @Slot(bool)
    def _on_newest(self, newest: bool) -> None:
        self._ask(replace(self._query, newest_only=newest))

    @Slot(object)
    def _on_facets(self, checked: CatalogQuery) -> None:
        self._ask(checked)

    @Slot(object, object)
    def _on_context(self, low: Decimal | None, high: Decimal | None) -> None:
        bounds = {
            "min_context_tokens": None if low is None else int(low),
            "max_context_tokens": None if high is None else int(high),
        }
        self._ask(replace(self._query, **bounds))

    @Slot(object, object)
    def _on_price(self, low: Decimal | None, high: Decimal | None) -> None:
        self._ask(replace(self._query, min_input_price=low, max_input_price=high))
