# SPDX-License-Identifier: MIT
"""Everything the table can be filtered by, left of it."""

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from azmodels_gui.catalog.query import RANGES, CatalogQuery, Figure, Measure
from azmodels_gui.language.shown import tr
from azmodels_gui.window.models.facet_tree import FacetTreeModel
from azmodels_gui.window.models.facet_view import FacetView
from azmodels_gui.window.models.range_field import DayField, RangeField
from azmodels_gui.window.theme.theme import Theme
from azmodels_gui.window.theme.tokens import SPACE_S
from azmodels_gui.window.widgets.chip_painter import CheckBox

LEAST_PX = 180


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
        self.usable, self.newest = CheckBox(theme, self), CheckBox(theme, self)
        self.finder = QLineEdit(self, clearButtonEnabled=True)
        self.view = FacetView(facets, theme, self)
        rows = self.view.viewport()
        self.ranges = {
            spec.asked: DayField(spec, theme, language, facets.today, rows)
            if spec.measure is Measure.DAY
            else RangeField(spec, theme, language, rows)
            for spec in RANGES.values()
        }
        self._build()
        self.usable.setText(tr("Only &usable"))
        self.usable.setToolTip(tr("Without what is retired or past its retirement date"))
        self.newest.setText(tr("&Newest version only"))
        self.finder.setPlaceholderText(tr("Find a filter ..."))
        self.finder.setAccessibleName(tr("Find a filter"))
        self._connect()

    def set_query(self, query: CatalogQuery) -> None:
        """Show a query, without a signal."""
        self._query = query
        self._facets.set_query(query)
        self.usable.setChecked(query.usable_only)
        self.newest.setChecked(query.newest_only)
        for asked, field in self.ranges.items():
            field.set_range(*RANGES[asked].asked_by(query))

    def in_tab_order(self) -> tuple[QWidget, ...]:
        """Return what takes the keyboard, top to bottom."""
        stops = (stop for field in self.ranges.values() for stop in field.in_tab_order())
        return (self.finder, self.usable, self.newest, self.view, *stops)

    def _build(self) -> None:
        self.setObjectName("filter_panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.addStrut(LEAST_PX)  # and wider where larger type needs it
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
        labels = [field.label for field in self.ranges.values() if field.label.text()]
        for label in labels:
            label.setMinimumWidth(max(each.sizeHint().width() for each in labels))
        for asked, field in self.ranges.items():
            self.view.stand(asked, field)

    def _connect(self) -> None:
        self.usable.toggled.connect(self._on_usable)
        self.newest.toggled.connect(self._on_newest)
        self.finder.textChanged.connect(self.view.seek)
        self._facets.query_changed.connect(self._on_facets)
        for field in self.ranges.values():
            field.range_changed.connect(self._on_range)

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
    def _on_range(self, low: Figure | None, high: Figure | None) -> None:
        for asked, field in self.ranges.items():
            if field is self.sender():
                bounds = RANGES[asked].bounds
                ends = {bound.field: end for bound, end in zip(bounds, (low, high), strict=False)}
                self._ask(replace(self._query, **ends))
