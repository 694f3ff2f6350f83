# SPDX-License-Identifier: MIT
"""Starts the window. Nothing of Qt is imported before it is known that it can start."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress

from azmodels_gui.app.system_needs import what_is_missing
from azmodels_gui.language.command_line import system_language
from azmodels_gui.language.words import worded

EXIT_CANNOT_START = 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run the window, or write a screenshot; return the exit code."""
    try:
        return _started(sys.argv[1:] if argv is None else argv)
    except ImportError as error:  # neither libraries nor the program's own parts are certain
        from azmodels_gui.storage.fault_log import tell_damage

        sentence = tell_damage("azmodels-gui", error, system_language())
        if what_is_missing(sys.platform, os.environ) is None:
            _show(sentence)
        return EXIT_CANNOT_START


def _started(argv: Sequence[str]) -> int:
    from azmodels_gui.app.quick_qt import import_qt
    from azmodels_gui.cli.window_options import parse_arguments

    arguments = parse_arguments(argv)
    if arguments.screenshot is not None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if why := what_is_missing(sys.platform, os.environ):
        language = arguments.language or system_language()
        if sys.stderr is not None:
            print(f"azmodels-gui: {worded(why, language)}", file=sys.stderr)
        return EXIT_CANNOT_START
    import_qt()
    from azmodels_gui.app.application import run

    return run(arguments)


def _show(sentence: str) -> None:
    """Tell it to whoever clicked on an icon, if there is anything left to show it with."""
    told = sys.stderr is not None and sys.stderr.isatty()
    if told or os.environ.get("QT_QPA_PLATFORM") in ("offscreen", "minimal"):
        return
    with suppress(ImportError):
        from PySide6.QtWidgets import QApplication, QMessageBox

        application = QApplication.instance() or QApplication(["azmodels"])
        QMessageBox.critical(None, application.applicationName(), sentence)


if __name__ == "__main__":
    sys.exit(main())
