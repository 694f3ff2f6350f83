# SPDX-License-Identifier: MIT
"""The window of the program on the shipped catalogue, up to the first paint of its table.

The folder for its state is given: to make one would cost what no user pays.
"""

import sys
from pathlib import Path

from azmodels_gui.app.quick_qt import import_qt
from azmodels_gui.cli.window_options import parse_arguments


def main() -> int:
    # The same order as in azmodels_gui.app.__main__: arguments first, Qt after.
    arguments = parse_arguments(["--language", "en", "--theme", "light"])
    import_qt()
    from azmodels_gui.app.application import open_window, qt_application
    from azmodels_gui.storage.preferences import StateFile
    from bench.first_paint import FirstPaint

    application = qt_application()
    opened = open_window(arguments, StateFile(Path(sys.argv[1]) / "state.json"))
    opened.window.resize(1280, 800)
    watcher = FirstPaint(opened.window.models.view)
    opened.window.show()
    code = application.exec()
    del watcher
    return code


if __name__ == "__main__":
    sys.exit(main())
