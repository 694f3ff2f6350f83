# SPDX-License-Identifier: MIT
"""What comes with the program: the catalogue and the resources.

Where they lie: `azmodels_gui.data_folder`.
"""

from pathlib import Path

from azmodels_gui import data_folder, resources_folder
from azmodels_gui.language.words import N_, Phrase
from azmodels_gui.storage.errors import CatalogError, InstallationDamaged
from azmodels_gui.storage.files import read_bytes


def bundled_catalog_path() -> Path:
    """Return where the bundled catalogue lies."""
    return data_folder() / "catalog.json"


def bundled_catalog_bytes() -> bytes:
    """Return the bundled catalogue's bytes.

    Raises:
        InstallationDamaged: the file is missing or unreadable.
    """
    try:
        return read_bytes(bundled_catalog_path())
    except CatalogError as error:
        raise InstallationDamaged(error.happened) from error


def resource(name: str) -> Path:
    """Return a file or folder of `resources/`, by its path inside it.

    Raises:
        InstallationDamaged: there is none of that name.
    """
    path = resources_folder() / name
    if not path.exists():
        raise InstallationDamaged(Phrase(N_("resources/{name} is missing"), name=name))
    return path
