# SPDX-License-Identifier: MIT
"""What is shown when the program itself has a fault: what is safe, and a report to hand on."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QPlainTextEdit, QPushButton, QWidget

from azmodels_gui.language.words import tr
from azmodels_gui.window.theme import SPACE_L, SPACE_M
from azmodels_gui.window.widgets.dialogs import ClosingDialog
from azmodels_gui.window.widgets.layouts import column
from azmodels_gui.window.widgets.texts import plain_label

SIZE_PX = (640, 420)


class FaultDialog(ClosingDialog):
    """Tells of a fault of the program; `open` it, nothing waits for it."""

    def __init__(
        self, report: str, log: str, parent: QWidget | None = None, *, happened: str = ""
    ) -> None:
        super().__init__(tr("A fault of the program"), parent)
        self.happened = plain_label(
            happened
            or tr(
                "Something went wrong that should not have. What is on show and what was saved "
                "stay; whether the last step was done is not certain. If it happens again, close "
                "the program and start it again."
            )
        )
        self.further = plain_label()
        self.further.hide()
        words = tr(
            "This report helps whoever mends it. It holds no file, no name and nothing that you "
            "typed. It is also in {file}."
        )
        self.where = plain_label(words.replace("{file}", log), selectable=True)
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.report.setTabChangesFocus(True)
        self.report.setAccessibleName(tr("Report"))
        self.report.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.copy_button = QPushButton(tr("&Copy the report"))
        self.buttons.addButton(self.copy_button, QDialogButtonBox.ButtonRole.ActionRole)
        parts = (self.happened, self.further, self.where, (self.report, 1), self.buttons)
        column(*parts, within=self, gap=SPACE_M, edges=(SPACE_L,) * 4)
        self.resize(*SIZE_PX)
        self.copy_button.clicked.connect(self._copy)

    def count(self, count: int) -> None:
        """Say how many faults there were by now."""
        words = tr("{count} faults so far; the report is of the first.")
        self.further.setText(words.replace("{count}", str(count)))
        self.further.show()

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())
