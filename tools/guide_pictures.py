# SPDX-License-Identifier: MIT
"""A picture of the calculator with a file read: `python -m tools.guide_pictures PICTURE FILE ...`.

What stands behind the file are options of `azmodels-gui`. `resources/guide/make.sh` calls this for
the pictures that no option of the window makes.
"""

import sys
from pathlib import Path

from azmodels_gui.app.application import open_window, qt_application
from azmodels_gui.app.screenshot import drop_offscreen_chatter, write_screenshot
from azmodels_gui.cli.window_options import parse_arguments
from azmodels_gui.storage.preferences import StateFile
from azmodels_gui.window.calculator.calculator_page import CalculatorPage


def main() -> int:
    """Write the picture, and return what the window would."""
    picture, file, *options = sys.argv[1:]
    arguments = parse_arguments(["--screenshot", picture, "--page", "calculator", *options])
    drop_offscreen_chatter()
    application = qt_application()
    opened = open_window(arguments, StateFile(Path(picture).with_suffix(".state")))
    page = opened.window.findChild(CalculatorPage)
    if page is None:
        raise LookupError("the window has no calculator on show")
    page.load_file(Path(file))
    code = write_screenshot(opened.window, arguments)
    application.processEvents()
    return code


if __name__ == "__main__":
    sys.exit(main())
