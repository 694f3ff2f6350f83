# SPDX-License-Identifier: MIT
"""Faults of the program itself: one place that logs them and tells the user, wherever they happen.

What a slot raises, what a thread raises, what is logged as an error, and what Qt complains of all
come here. What is kept of them: `storage/fault_log.py`.
"""

import logging
import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import (
    QEventLoop,
    QMessageLogContext,
    QObject,
    QtMsgType,
    Signal,
    Slot,
    qInstallMessageHandler,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget

from azmodels_gui.storage.bundled import log_file
from azmodels_gui.storage.fault_log import Log, report_of, without_private

EXIT_OWN_FAULT = 2
OFFSCREEN_CHATTER = "This plugin does not support propagateSizeHints()"


class _LoggedErrors(logging.Handler):
    """Hands on what the program logs as an error."""

    def __init__(self, take: Callable[[BaseException | None, str], None]) -> None:
        super().__init__(logging.ERROR)
        self._take = take

    def emit(self, record: logging.LogRecord) -> None:
        error = record.exc_info[1] if record.exc_info else None
        self._take(error, record.getMessage())


class Faults(QObject):
    """Takes all faults from `install` on; the first is shown in a dialog, further ones counted.

    Attributes:
        count: how many there were.
        log: where they are written.

    Signals:
        happened: the report of one; from whatever thread.
    """

    happened = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.count = 0
        self.log = Log(log_file())
        self._taking = threading.local()
        self._dialog: QWidget | None = None
        self._handler = _LoggedErrors(self._take_logged)
        self.happened.connect(self._show)

    def install(self) -> None:
        """Take what would otherwise be printed and forgotten."""
        sys.excepthook = self._take_raised
        threading.excepthook = self._take_of_thread
        logging.getLogger("azmodels_gui").addHandler(self._handler)
        qInstallMessageHandler(self._take_message)

    def uninstall(self) -> None:
        """Leave everything as Python and Qt have it."""
        sys.excepthook, threading.excepthook = sys.__excepthook__, threading.__excepthook__
        logging.getLogger("azmodels_gui").removeHandler(self._handler)
        qInstallMessageHandler(None)

    def take(self, error: BaseException) -> str:
        """Log a fault, have it shown, and return its report."""
        report = report_of(error)
        if getattr(self._taking, "now", False):  # a fault of this very place: only the log
            self.log.write(report)
            return report
        self._taking.now = True
        try:
            self.count += 1
            self.log.write(report)
            if sys.stderr is not None:
                print(f"azmodels-gui: {report}", file=sys.stderr)
            self.happened.emit(report)
        finally:
            self._taking.now = False
        return report

    def keep_from_starting(self, why: str, report: str = "") -> None:
        """Say why there is no window: in a dialog too where nobody sees what is printed.

        Whoever clicked on an icon has no terminal, and on Windows no standard error at all.
        """
        if sys.stderr is not None:
            print(f"azmodels-gui: {why}", file=sys.stderr)
        if _is_clicked():
            tell_no_start(why, report, self.log.path)

    def _take_raised(
        self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        if isinstance(error, KeyboardInterrupt):
            QApplication.quit()
            return
        self.take(error)

    def _take_of_thread(self, raised: threading.ExceptHookArgs) -> None:
        if raised.exc_value is not None:
            self.take(raised.exc_value)

    def _take_logged(self, error: BaseException | None, message: str) -> None:
        if error is not None:
            self.take(error)
        else:
            self.log.write(without_private(message))

    def _take_message(self, kind: QtMsgType, _where: QMessageLogContext, text: str) -> None:
        if text == OFFSCREEN_CHATTER:
            return
        if kind is not QtMsgType.QtDebugMsg:
            self.log.write(f"{kind.name}: {without_private(text)}")
        if sys.stderr is not None:
            print(text, file=sys.stderr)
        if kind is QtMsgType.QtFatalMsg:
            os._exit(EXIT_OWN_FAULT)  # Qt would abort, which leaves a core dump and no code of ours

    @Slot(str)
    def _show(self, report: str) -> None:
        """Show the first fault; while its dialog is open, further ones are only counted."""
        from azmodels_gui.window.fault_dialog import FaultDialog

        if isinstance(self._dialog, FaultDialog):
            self._dialog.count(self.count)
            return
        self._dialog = FaultDialog(report, str(self.log.path), _window())
        self._dialog.finished.connect(self._on_closed)
        self._dialog.open()

    @Slot()
    def _on_closed(self) -> None:
        self._dialog = None


def _window() -> QWidget | None:
    """Return what a dialog belongs to, and takes its look from: also one that is not in front."""
    widgets = QApplication.topLevelWidgets()
    seen = (each for each in widgets if isinstance(each, QMainWindow) and each.isVisible())
    return QApplication.activeWindow() or next(seen, None)


def _is_clicked() -> bool:
    told = sys.stderr is not None and sys.stderr.isatty()
    return not told and QGuiApplication.platformName() not in ("offscreen", "minimal")


def tell_no_start(why: str, report: str, log: Path) -> None:
    """Show until it is closed why there is no window, with the report of a fault."""
    from azmodels_gui.window.fault_dialog import FaultDialog
    from azmodels_gui.window.help_dialogs import TextDialog

    if report:
        dialog: QDialog = FaultDialog(report, str(log), happened=why)
    else:
        dialog = TextDialog("azmodels", (why,))
    # Not the application's own loop: its end would be asked for twice, and the second time, handled
    # later, ends each loop at once.
    until_closed = QEventLoop()
    dialog.finished.connect(until_closed.quit)
    dialog.open()
    until_closed.exec()
