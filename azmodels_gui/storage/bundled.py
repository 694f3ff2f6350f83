# SPDX-License-Identifier: MIT
"""What comes with the program: the catalogue and the resources.

Inside an installed wheel they lie in `azmodels_gui/data`; in a checkout (also one that is
installed as editable) at its top level.
"""

from importlib.resources import files
from pathlib import Path

from azmodels_gui.storage.errors import CatalogError, InstallationDamaged
from azmodels_gui.storage.files import read_bytes


def bundled_catalog_path() -> Path:
    """Return where the bundled catalogue lies."""
    return _root() / "catalog.json"


def bundled_catalog_bytes() -> bytes:
    """Return the bundled catalogue's bytes.

    Raises:
        InstallationDamaged: the file is missing or unreadable.
    """
    try:
        return read_bytes(bundled_catalog_path())
    except CatalogError as error:
        raise InstallationDamaged(error.happened.rstrip(".")) from error


def resource(name: str) -> Path:
    """Return a file or folder of `resources/`, by its path inside it.

    Raises:
        InstallationDamaged: there is none of that name.
    """
    path = _root() / "resources" / name
    if not path.exists():
        raise InstallationDamaged(f"resources/{name} is missing")
    return path


def _root() -> Path:
    package = Path(str(files("azmodels_gui")))
    wheel = package / "data"
    return wheel if wheel.is_dir() else package.parent
