# SPDX-License-Identifier: MIT
"""What the window is given from outside."""

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QUrl

from azmodels_gui.window.current_catalog import CurrentCatalog
from azmodels_gui.window.theme.theme import Theme
from azmodels_gui.window.theme.tokens import ReadResource

ReadFile = Callable[[Path], bytes]
"""Reads a file, or raises a `ToldError`."""
WriteFile = Callable[[Path, bytes], object]
"""Writes a file whole or not at all, or raises a `ToldError`."""


class Surroundings(Struct, frozen=True):
    """Passed to whoever needs it, so that nothing is fetched from a global place."""

    current: CurrentCatalog
    """The catalogue on show and the day it is judged by."""
    theme: Theme
    open_url: Callable[[QUrl], object]
    """Opens a page in the browser."""
    read_resource: ReadResource
    """Returns the bytes of a file that comes with the program."""
    write_file: WriteFile
    """Saves what the user exports."""
    read_file: ReadFile
    """Reads what the user opens, up to a sensible size."""
