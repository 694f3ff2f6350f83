# SPDX-License-Identifier: MIT
"""Where a picture of the map goes, and what is said afterwards."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from azmodels_gui.language.errors import ToldError
from azmodels_gui.language.shown import shown_language, tr
from azmodels_gui.window.regions.map_picture import MapPicture
from azmodels_gui.window.surroundings import WriteFile

AskFile = Callable[[QWidget, str], Path | None]
"""Asks where a picture with an ending goes; None: nowhere, the user thought better of it."""


def ask_file(parent: QWidget, ending: str) -> Path | None:
    """Ask with the system's dialog."""
    title = tr("Save the map")
    kind = f"{ending.upper()} (*.{ending})"
    name, _ = QFileDialog.getSaveFileName(parent, title, f"azmodels-map.{ending}", kind)
    if not name:
        return None
    file = Path(name)
    return file if file.suffix else file.with_suffix(f".{ending}")


def save_picture(picture: MapPicture, file: Path, write_file: WriteFile) -> str:
    """Write a picture, SVG or PNG by the file's ending, and return what to say."""
    data = picture.svg() if file.suffix.casefold() == ".svg" else picture.png()
    try:
        write_file(file, data)
    except ToldError as error:
        return error.told(shown_language())
    text = tr("Saved as {name}.")
    return text.replace("{name}", file.name)
