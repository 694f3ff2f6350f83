# SPDX-License-Identifier: MIT
"""What is kept of a fault of the program: a report and a log, without personal data.

Of an error that may quote a value only its kind, of paths only their end. Nothing but Python's own
library is needed: a part of the program that is missing is such a fault.
"""

import os
import re
import sys
import traceback
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from azmodels_gui import __version__
from azmodels_gui.storage.bundled import log_file
from azmodels_gui.storage.errors import FileNotSaved, InstallationDamaged
from azmodels_gui.storage.files import check_target

MOST_LOG_BYTES = 256 * 1024
LOG_FILES = 3
LONGEST_REPORT = 20_000
ABOUT_CODE = (
    *(AttributeError, NameError, TypeError, ImportError, IndexError, AssertionError),
    *(ArithmeticError, RecursionError, MemoryError, RuntimeError, InstallationDamaged),
)
"""Errors whose words are about the program, not about what somebody typed or has in a file."""
_PATH = re.compile(r"(?:[A-Za-z]:)?[^\s\\/'\":;,]*[\\/](?:[^\s\\/'\":;,]+[\\/])+")
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
        f"azmodels {__version__}, Python {platform.python_version()}, PySide6 {_pyside_version()}, "
        f"{platform.system()} {platform.release()}",
        *(f"{_place(frame.filename)}:{frame.lineno} in {frame.name}" for frame in frames),
        told_error(error),
    ]
    cause = error.__cause__ or error.__context__
    if cause is not None:
        lines.append(f"after {told_error(cause)}")
    return "\n".join(lines)[-LONGEST_REPORT:]


def _pyside_version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    with suppress(PackageNotFoundError):
        return version("PySide6-Essentials")
    return "?"


def _place(filename: str) -> str:
    return without_private(f"{Path(filename).parent}/") + Path(filename).name


class Log:
    """A file that never grows beyond a size; the one before it stays for a while."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def write(self, text: str) -> None:
        """Add an entry with its time; a disk that refuses it loses no more than that."""
        with suppress(OSError, FileNotSaved):
            check_target(self.path)
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


def tell_damage(program: str, error: ImportError, language: str) -> str:
    """Log that a part of the program is missing, and return the sentence that says so."""
    log = Log(log_file())
    log.write(report_of(error))
    sentence = InstallationDamaged(without_private(str(error))).told(language)
    if sys.stderr is not None:
        sys.stderr.write(f"{program}: {sentence}\n")
    return sentence
