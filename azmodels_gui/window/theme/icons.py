# SPDX-License-Identifier: MIT
"""Our own SVG icons, tinted with a colour of the theme."""

from collections.abc import Callable

from PySide6.QtGui import QIcon, QImage, QPixmap

ReadResource = Callable[[str], bytes]
"""Returns the bytes of a file below `resources/`, given its path there."""

SIZES_PX = (16, 32, 48)
"""For screens of 100, 200 and 300 %."""


class Icons:
    """Icons by name, drawn once per colour."""

    def __init__(self, read: ReadResource) -> None:
        self._read = read
        self._drawn: dict[tuple[str, str], QIcon] = {}

    def icon(self, name: str, colour: str) -> QIcon:
        """Return `resources/icons/<name>.svg` with its `currentColor` replaced."""
        key = (name, colour)
        if key not in self._drawn:
            self._drawn[key] = self._draw(name, colour)
        return self._drawn[key]

    def _draw(self, name: str, colour: str) -> QIcon:
        template = self._read(f"icons/{name}.svg").decode()
        icon = QIcon()
        for size in SIZES_PX:
            sized = template.replace('width="16" height="16"', f'width="{size}" height="{size}"')
            image = QImage.fromData(sized.replace("currentColor", colour).encode())
            icon.addPixmap(QPixmap.fromImage(image))
        return icon
