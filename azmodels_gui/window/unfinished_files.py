# SPDX-License-Identifier: MIT
"""The window closes once the files it promised are written, or the user does without them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from azmodels_gui.language.shown import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox, QPushButton

    from azmodels_gui.window.sheets.desk import SheetDesk

BEFORE_ASKING_MS = 700
"""Most files are written sooner: then nobody needs to be asked."""


class UnfinishedFiles(QObject):
    """Holds a window that is being closed back while a sheet is made in the background.

    If the sheet cannot be written the window stays, so that the reason is read.
    """

    def __init__(self, desk: "SheetDesk", window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._waiting = False
        self.question: QMessageBox | None = None
        self.without: QPushButton | None = None
        self._timer = QTimer(self, singleShot=True, interval=BEFORE_ASKING_MS)
        self._timer.timeout.connect(self._ask)
        desk.finished.connect(self._on_finished)

    def hold(self) -> bool:
        """Tell whether the window must stay for now; it closes by itself later."""
        if not self._desk.busy:
            return False
        if not self._waiting:
            self._waiting = True
            self._desk.news.emit(
                tr("A sheet is still being written; the window closes when it is done.")
            )
            self._timer.start()
        return True

    @Slot()
    def _ask(self) -> None:
        from PySide6.QtWidgets import QMessageBox  # 1.2 ms of a start, and seldom asked

        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Information)
        box.setText(
            tr(
                "A sheet is still being written. The window closes by itself when it is done. "
                "Without waiting there will be no file; what it held before is unchanged."
            )
        )
        role = QMessageBox.ButtonRole
        stay = box.addButton(tr("&Keep the window open"), role.RejectRole)
        self.without = box.addButton(tr("&Close without the sheet"), role.DestructiveRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        box.finished.connect(self._on_answer)
        self.question = box
        box.open()

    @Slot()
    def _on_answer(self) -> None:
        """Stop waiting; the sheet is written all the same, unless nobody wants it."""
        self._waiting = False
        if self.question is not None and self.question.clickedButton() is self.without:
            self._desk.give_up()
            self._window.close()

    @Slot(bool)
    def _on_finished(self, written: bool) -> None:
        if self._desk.busy or not self._waiting:
            return
        self._waiting = False
        self._timer.stop()
        if self.question is not None:
            self.question.hide()
        if written:
            self._window.close()
