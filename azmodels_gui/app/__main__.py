# SPDX-License-Identifier: MIT
"""Starts the window. Nothing of Qt is imported before it is known that it can start."""

import builtins
import gc
import os
import sys
from collections.abc import Sequence

from azmodels_gui.app.arguments import parse_arguments
from azmodels_gui.app.system_needs import what_is_missing
from azmodels_gui.language.command_line import system_language
from azmodels_gui.language.words import worded

EXIT_CANNOT_START = 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run the window, or write a screenshot; return the exit code."""
    arguments = parse_arguments(sys.argv[1:] if argv is None else argv)
    if arguments.screenshot is not None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    elif why := what_is_missing(sys.platform, os.environ):
        language = arguments.language or system_language()
        print(f"azmodels-gui: {worded(why, language)}", file=sys.stderr)
        return EXIT_CANNOT_START
    hurry()
    from azmodels_gui.app.application import run

    return run(arguments)


def hurry() -> None:
    """Leave out of the start what only costs time.

    The catalogue and the window are many objects that all stay: looking for garbage among
    them took a tenth of the start; the application resumes it later. PySide reads the source
    of every module imported after it, and keeps it, to see whether it uses PySide, for its
    `__feature__`s, of which this program uses none: that took another twentieth, and 4 MiB.
    """
    gc.disable()
    import PySide6.QtCore  # noqa: F401 - puts its own `__import__` in place of Python's

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


if __name__ == "__main__":
    sys.exit(main())
