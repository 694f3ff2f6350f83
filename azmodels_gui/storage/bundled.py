# SPDX-License-Identifier: MIT
"""What comes with the program: the catalogue and the resources.

Where they lie: `azmodels_gui.data_folder`.
"""

import os
from contextlib import suppress
from pathlib import Path

from azmodels_gui import bundled_catalog_path, resources_folder
from azmodels_gui.language.words import N_, Phrase
from azmodels_gui.storage.errors import CatalogError, InstallationDamaged
from azmodels_gui.storage.files import read_bytes

APP_NAME = "azmodels"
CONFIG_VARIABLE = "AZMODELS_CONFIG_DIR"
DATA_VARIABLE = "AZMODELS_DATA_DIR"
SITE_VARIABLE = "AZMODELS_SITE_DIR"


def config_dir() -> Path:
    """Return the folder for preferences and the window's state. It need not exist yet."""
    return _chosen(CONFIG_VARIABLE) or _platform_dir("user_config_path")


def data_dir() -> Path:
    """Return the folder for saved catalogues. It need not exist yet."""
    return _chosen(DATA_VARIABLE) or _platform_dir("user_data_path")


def catalog_dir() -> Path:
    """Return the folder of the saved catalogues. It need not exist yet."""
    return data_dir() / "catalogs"


def site_file() -> Path:
    """Return where a company's settings for all users of a machine lie. It need not exist."""
    return (_chosen(SITE_VARIABLE) or _platform_dir("site_config_path")) / "site.toml"


def company_brand() -> Path | None:
    """Return the house style that a company rolled out beside its settings; None: there is none."""
    path = site_file().with_name("brand.toml")
    with suppress(OSError):
        return path if path.is_file() else None
    return None


def state_file() -> Path:
    """Return where the window's state is kept."""
    return config_dir() / "state.json"


def log_file() -> Path:
    """Return where faults of the program are written. It need not exist yet."""
    return config_dir() / "azmodels.log"


def _chosen(variable: str) -> Path | None:
    value = os.environ.get(variable, "").strip()
    if not value:
        return None
    with suppress(RuntimeError):  # nobody of that name: as shells have it, the text is the name
        return Path(value).expanduser().absolute()
    return Path(value).absolute()


def _platform_dir(function: str) -> Path:
    import platformdirs  # only here: a start that names its folders does without

    path: Path = getattr(platformdirs, function)(APP_NAME, appauthor=False)
    # Without any home the name stays "~/...": nothing can be kept, which is told when it is tried.
    return path if path.is_absolute() else Path(os.devnull, APP_NAME)


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
