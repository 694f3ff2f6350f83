# SPDX-License-Identifier: MIT
"""Starts the window. Nothing of Qt is imported before it is known that it can start."""

import builtins
import gc
import os
import sys
from collections.abc import Mapping, Sequence

from azmodels_gui.app.arguments import parse_arguments

EXIT_CANNOT_START = 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run the window, or write a screenshot; return the exit code."""
    arguments = parse_arguments(sys.argv[1:] if argv is None else argv)
    if arguments.screenshot is not None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    elif lacks_display(sys.platform, os.environ):
        print(
            "azmodels-gui: there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set); "
            "--screenshot FILE works without one, and so does the command azmodels.",
            file=sys.stderr,
        )
        return EXIT_CANNOT_START
    hurry()
    from azmodels_gui.app.application import run

    return run(arguments)


def lacks_display(platform: str, environment: Mapping[str, str]) -> bool:
    """Tell whether Qt would abort for want of a display, which it does only on Unix."""
    if platform in ("win32", "darwin"):
        return False
    return not any(
        environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    )


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
