# SPDX-License-Identifier: MIT
"""How wide a text may be before the eye loses its line, whatever the size of the window."""

from PySide6.QtWidgets import QWidget

READING_LETTERS = 150
"""Tables and texts side by side need more than the 70 letters of a book's page."""


def reading_width_px(widget: QWidget) -> int:
    """Return the greatest width in pixels; larger type makes it wider."""
    return READING_LETTERS * widget.fontMetrics().averageCharWidth()
