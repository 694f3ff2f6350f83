# SPDX-License-Identifier: MIT
"""What the window is given from outside."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QUrl

from azmodels_gui.qtmodels.current_catalog import CurrentCatalog
from azmodels_gui.views.theme.theme import Theme


@dataclass(frozen=True)
class Surroundings:
    """Passed to whoever needs it, so that nothing is fetched from a global place."""

    current: CurrentCatalog
    """The catalogue on show and the day it is judged by."""
    theme: Theme
    open_url: Callable[[QUrl], object]
    """Opens a page in the browser."""
