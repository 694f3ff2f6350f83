# SPDX-License-Identifier: MIT
"""Where the frozen headings of the matrix meet: its size, and what can be left out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from azmodels_gui.language.shown import tr
from azmodels_gui.window import formats
from azmodels_gui.window.regions.region_matrix import RegionMatrixModel
from azmodels_gui.window.theme.theme import Theme
from azmodels_gui.window.theme.tokens import SPACE_S, SPACE_XS
from azmodels_gui.window.widgets.check_mark import CheckBox
from azmodels_gui.window.widgets.plain_text import plain_label, tool_tip


class MatrixCorner(QFrame):
    """Says how large the matrix is; the switch is there while it would change something.

    Signals:
        placed_only_asked: True: leave out the entries that are open in every region.
    """

    placed_only_asked = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("matrix_corner")
        self.size_words = plain_label()
        self.placed_only = CheckBox(theme)
        self.placed_only.toggled.connect(self.placed_only_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_S, SPACE_S, SPACE_S, SPACE_XS)
        column.setSpacing(SPACE_XS)
        column.addStretch(1)
        column.addWidget(self.placed_only)
        column.addWidget(self.size_words)
        column.setAlignment(self.placed_only, Qt.AlignmentFlag.AlignLeft)

    def show_matrix(self, matrix: RegionMatrixModel, language: str) -> None:
        """Tell the size of a matrix and how much of it no source places."""
        words = tr("{entries} entries × {regions} regions")
        self.size_words.setText(
            words.format(
                entries=formats.number(matrix.rowCount(), language),
                regions=formats.number(matrix.columnCount(), language),
            )
        )
        hide = tr("&Leave out {count} unknown")
        self.placed_only.setText(hide.format(count=formats.number(matrix.unplaced, language)))
        tip = tr("Entries for which no source names a region: unknown, which is not “no”")
        self.placed_only.setToolTip(tool_tip(tip))
        self.placed_only.setAccessibleDescription(tip)
        self.placed_only.blockSignals(True)
        self.placed_only.setChecked(matrix.placed_only)
        self.placed_only.blockSignals(False)
        self.placed_only.setVisible(matrix.unplaced > 0 or matrix.placed_only)
