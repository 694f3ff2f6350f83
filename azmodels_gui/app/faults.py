# SPDX-License-Identifier: MIT
"""Faults of the program itself: one place that logs them and tells the user, wherever they happen.

What a slot raises, what a thread raises, what is logged as an error, and what Qt complains of all
come here. The log holds no personal data: of an error that may quote a value only its kind, of
paths only their end.
"""

import logging
import os
import re
import sys
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from PySide6 import __version__ as pyside_version
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
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from azmodels_gui import __version__
from azmodels_gui.storage.bundled import log_file

EXIT_OWN_FAULT = 2
OFFSCREEN_CHATTER = "This plugin does not support propagateSizeHints()"
MOST_LOG_BYTES = 256 * 1024
LOG_FILES = 3
LONGEST_REPORT = 20_000
ABOUT_CODE = (
    *(AttributeError, NameError, TypeError, ImportError, IndexError, AssertionError),
    *(ArithmeticError, RecursionError, MemoryError, RuntimeError),
)
"""Errors whose words are about the program, not about what somebody typed or has in a file."""
_PATH = re.compile(r"(?:[A-Za-z]:)?[\\/](?:[^\s\\/'\":;,]+[\\/])+")
_PRIVATE = re.compile(
    r"[\w.+-]+@[\w-]+\.[\w.]+|[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}"
)


def without_private(text: str) -> str:
    """Return a text without folders, mail addresses and ids of subscriptions."""
    return _PRIVATE.sub("<id>", _PATH.sub(_shortened, text))


def _shortened(found: re.Match[str]) -> str:
    """Leave of a path what lies in the program or its libraries."""
    parts = re.split(r"[\\/]", found[0])
    for root in ("azmodels_gui", "site-packages"):
        if root in parts:
            return "/".join(parts[parts.index(root) :])
    return "<path>/"


def told_error(error: BaseException) -> str:
    """Return kind and words of an error; the words only where they cannot be a user's."""
    kind = type(error).__name__
    if isinstance(error, OSError) and error.errno is not None:
        return f"{kind}: {os.strerror(error.errno)}"
    return f"{kind}: {without_private(str(error))}" if isinstance(error, ABOUT_CODE) else kind


def report_of(error: BaseException) -> str:
    """Return what helps to mend a fault: versions, and where it happened."""
    import platform  # only here: most starts have no fault

    frames = traceback.extract_tb(error.__traceback__)
    lines = [
        f"azmodels {__version__}, Python {platform.python_version()}, PySide6 {pyside_version}, "
        f"{platform.system()} {platform.release()}",
        *(f"{_place(frame.filename)}:{frame.lineno} in {frame.name}" for frame in frames),
        told_error(error),
    ]
    cause = error.__cause__ or error.__context__
    if cause is not None:
        lines.append(f"after {told_error(cause)}")
    return "\n".join(lines)[-LONGEST_REPORT:]


def _place(filename: str) -> str:
    return without_private(f"{Path(filename).parent}/") + Path(filename).name


class Log:
    """A file that never grows beyond a size; the one before it stays for a while."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def write(self, text: str) -> None:
        """Add an entry with its time; a disk that refuses it loses no more than that."""
        with suppress(OSError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            if self.path.exists() and self.path.stat().st_size > MOST_LOG_BYTES:
                self._rotate()
            with self.path.open("a", encoding="utf-8", errors="backslashreplace") as file:
                file.write(f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC {text}\n")

    def _rotate(self) -> None:
        for number in range(LOG_FILES - 1, 0, -1):
            older = self.path.with_name(f"{self.path.name}.{number}")
            newer = (
                self.path.with_name(f"{self.path.name}.{number - 1}") if number > 1 else self.path
            )
            with suppress(FileNotFoundError):
                newer.replace(older)


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

    @Slot(str)
    def _show(self, report: str) -> None:
        """Show the first fault; while its dialog is open, further ones are only counted."""
        from azmodels_gui.window.fault_dialog import FaultDialog

        if isinstance(self._dialog, FaultDialog):
            self._dialog.count(self.count)
            return
        self._dialog = FaultDialog(report, str(self.log.path), QApplication.activeWindow())
        self._dialog.finished.connect(self._on_closed)
        self._dialog.open()

    @Slot()
    def _on_closed(self) -> None:
        self._dialog = None


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
