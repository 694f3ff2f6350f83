# SPDX-License-Identifier: MIT
"""Recognises a catalogue file that is dragged onto the window."""

from pathlib import Path

from PySide6.QtCore import QMimeData

SUFFIX = ".json"


def dropped_catalog(dragged: QMimeData) -> Path | None:
    """Return the path of the one local JSON file that is dragged, else None."""
    urls = dragged.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix.lower() == SUFFIX else None
