# SPDX-License-Identifier: MIT
"""Starts the window. Nothing of Qt is imported before it is known that it can start."""

import os
import sys
from collections.abc import Sequence

from azmodels_gui.app.arguments import parse_arguments
from azmodels_gui.app.quick_qt import import_qt
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
    import_qt()
    from azmodels_gui.app.application import run

    return run(arguments)


if __name__ == "__main__":
    sys.exit(main())
