# SPDX-License-Identifier: MIT
"""What the main window expects of a page."""

from typing import Protocol

from PySide6.QtWidgets import QWidget

from azmodels_gui.qtmodels.formats import Language


class Page(Protocol):
    """One of the pages that the main window switches between."""

    key: str
    """For preferences and the command line."""

    def title(self) -> str:
        """Return the page's name in the language on show."""

    def widget(self) -> QWidget:
        """Return what to show."""

    def set_language(self, language: Language) -> None:
        """Show texts and figures in another language; its translator is installed."""
