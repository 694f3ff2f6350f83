# SPDX-License-Identifier: MIT
"""Texts of the catalogue are plain text, whatever they look like."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

LONGEST_LABEL = 5_000
"""Characters; a longer text would only make the layout slow."""


def tool_tip(text: str) -> str:
    """Return a tool tip that shows `text` letter by letter, in wrapped lines.

    Qt guesses whether a tool tip is HTML; escaped and wrapped there is nothing to guess.
    """
    lines = escape(text[:LONGEST_LABEL]).replace("\n", "<br>")
    return f"<qt>{lines}</qt>" if text else ""


def without_mnemonic(text: str) -> str:
    """Return a text for a menu or button, where `&` would otherwise vanish."""
    return text.replace("&", "&&")


def plain_label(text: str = "", *, selectable: bool = False) -> QLabel:
    """Return a label that wraps and never reads HTML.

    Args:
        text: cut after `LONGEST_LABEL` characters.
        selectable: for figures somebody may want to copy; such a label costs twice as much.
    """
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setText(text[:LONGEST_LABEL])
    if selectable:
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
