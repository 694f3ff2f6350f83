# SPDX-License-Identifier: MIT
"""A chart that is too large for the page, in a window of its own."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from azmodels_gui.charts.chart import Chart
from azmodels_gui.window.charts.chart_frame import ChartFrame
from azmodels_gui.window.surroundings import Surroundings
from azmodels_gui.window.theme.tokens import SPACE_L, SPACE_S

DIALOG_PX = (980, 460)


class ChartDialog(QDialog):
    """Shows one chart, which can be copied and saved, until it is closed."""

    def __init__(
        self, chart: Chart | None, empty: str, around: Surroundings, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.frame = ChartFrame(around)
        self.frame.show_chart(chart, empty)
        self.setWindowTitle(empty if chart is None else chart.title)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        column.setSpacing(SPACE_S)
        column.addWidget(self.frame, 1)
        column.addWidget(self.buttons)
        self.resize(QSize(*DIALOG_PX).boundedTo(parent.window().size()))
        self.buttons.button(QDialogButtonBox.StandardButton.Close).setFocus()
