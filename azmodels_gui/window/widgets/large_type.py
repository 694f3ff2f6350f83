# SPDX-License-Identifier: MIT
"""How much larger type is on a projector."""

from PySide6.QtGui import QFont

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
