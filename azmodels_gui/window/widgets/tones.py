# SPDX-License-Identifier: MIT
"""Colouring widgets by tone, through their palette: a style sheet each would be slow."""

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QWidget

from azmodels_gui.window.theme.tokens import Tokens, Tone

LARGER = 1.5
"""Type of the window times this; read from the back of a room."""


def enlarged(font: QFont) -> QFont:
    """Return the font in the size of a projector."""
    larger = QFont(font)
    if font.pointSizeF() > 0:
        larger.setPointSizeF(font.pointSizeF() * LARGER)
    else:
        larger.setPixelSize(round(font.pixelSize() * LARGER))
    return larger


def set_text_colour(widget: QWidget, colour: str) -> None:
    """Give the text of one widget a colour."""
    palette = QPalette(widget.palette())
    palette.setColor(QPalette.ColorRole.WindowText, QColor(colour))
    palette.setColor(QPalette.ColorRole.Text, QColor(colour))
    widget.setPalette(palette)


def text_colour(tone: Tone, tokens: Tokens) -> str:
    """Return the colour of text without a patch behind it."""
    match tone:
        case Tone.PLAIN:
            return tokens.text
        case Tone.MUTED:
            return tokens.muted
        case Tone.ACCENT:
            return tokens.accent
    return tokens.inks[tone].text


def mixed(colour: str, ground: str, share: float) -> str:
    """Return an opaque colour between two; `share` is the part of the first."""
    channels = (
        round(share * int(colour[at : at + 2], 16) + (1 - share) * int(ground[at : at + 2], 16))
        for at in (1, 3, 5)
    )
    return "#" + "".join(f"{channel:02x}" for channel in channels)


def scaled(font: QFont, points: float, *, bold: bool = False) -> QFont:
    """Return the font some points larger or smaller; a size the type scale names."""
    changed = QFont(font)
    if font.pointSizeF() > 0:
        changed.setPointSizeF(font.pointSizeF() + points)
    changed.setBold(bold)
    return changed
