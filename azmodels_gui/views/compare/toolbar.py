# SPDX-License-Identifier: MIT
"""What stands above the comparison: regions, only differences, chart, sheet."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from azmodels_gui.catalog.document import Region
from azmodels_gui.views.check_mark import CheckBox
from azmodels_gui.views.compare.compared_regions import ComparedRegions
from azmodels_gui.views.theme.theme import Theme
from azmodels_gui.views.theme.tokens import SPACE_M, SPACE_S


class CompareBar(QWidget):
    """One line of controls; whoever owns it listens to each of them."""

    def __init__(self, theme: Theme, regions: Iterable[Region]) -> None:
        super().__init__()
        self.label = QLabel()
        self.regions = ComparedRegions(theme, regions)
        self.only_differences = CheckBox(theme)
        self.chart = CheckBox(theme)
        self.sheet = QPushButton()
        self.label.setBuddy(self.regions.field)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_M, SPACE_S, SPACE_M, SPACE_S)
        row.setSpacing(SPACE_M)
        row.addWidget(self.label)
        row.addWidget(self.regions)
        row.addStretch(1)
        for widget in (self.only_differences, self.chart, self.sheet):
            row.addWidget(widget)
        self.retranslate()

    def retranslate(self) -> None:
        """Take the texts of the language on show."""
        self.label.setText(self.tr("Regions:"))
        self.only_differences.setText(self.tr("Only &differences"))
        self.chart.setText(self.tr("C&hart"))
        self.sheet.setText(self.tr("Sheet ..."))
        self.sheet.setToolTip(self.tr("Print, or save as PDF, Excel, CSV, HTML or Markdown"))

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
