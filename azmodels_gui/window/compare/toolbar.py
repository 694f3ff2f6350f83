# SPDX-License-Identifier: MIT
"""What stands above the comparison: regions, currency, only differences, chart, sheet."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from azmodels_gui.catalog.document import Catalog
from azmodels_gui.language.shown import tr
from azmodels_gui.window.compare.compared_regions import ComparedRegions
from azmodels_gui.window.sheets.rate_fields import RateFields
from azmodels_gui.window.theme.theme import Theme
from azmodels_gui.window.theme.tokens import SPACE_M, SPACE_S
from azmodels_gui.window.widgets.check_mark import CheckBox
from azmodels_gui.window.widgets.flow_layout import FlowLayout


class CompareBar(QWidget):
    """Controls in a line or two, chips below; whoever owns it listens to each of them."""

    def __init__(self, theme: Theme, catalog: Catalog, language: str) -> None:
        super().__init__()
        self.regions_label, self.money_label = QLabel(), QLabel()
        self.regions = ComparedRegions(theme, catalog, language)
        self.money = RateFields()
        self.only_differences = CheckBox(theme)
        self.chart = CheckBox(theme)
        self.sheet = QPushButton()
        self.regions_label.setBuddy(self.regions.field)
        self.money_label.setBuddy(self.money.currency)
        self._build()
        self.regions_label.setText(tr("&Regions:"))
        self.money_label.setText(tr("&Prices in:"))
        self.only_differences.setText(tr("Only &differences"))
        self.chart.setText(tr("Ch&art"))
        self.sheet.setText(tr("Sheet ..."))
        self.sheet.setToolTip(tr("Print, or save as PDF, Excel, CSV, HTML or Markdown"))

    def _build(self) -> None:
        chosen = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        chosen.setSizePolicy(policy)
        flow = FlowLayout(chosen, SPACE_S)
        flow.addWidget(_side_by_side(self.regions_label, self.regions.field))
        flow.addWidget(_side_by_side(self.money_label, self.money))
        row = QHBoxLayout()
        row.setContentsMargins(SPACE_M, SPACE_S, SPACE_M, SPACE_S)
        row.setSpacing(SPACE_M)
        row.addWidget(chosen, 1)
        for widget in (self.only_differences, self.chart, self.sheet):
            widget.setMinimumHeight(self.sheet.sizeHint().height())  # in line with the fields
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.regions)


def _side_by_side(*widgets: QWidget) -> QWidget:
    pair = QWidget()
    row = QHBoxLayout(pair)
    row.setContentsMargins(0, 0, SPACE_M, 0)
    for widget in widgets:
        row.addWidget(widget)
    return pair
