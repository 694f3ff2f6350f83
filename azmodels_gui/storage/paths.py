# SPDX-License-Identifier: MIT
"""Where the program keeps its files on this machine.

`AZMODELS_CONFIG_DIR`, `AZMODELS_DATA_DIR` and `AZMODELS_SITE_DIR` move them elsewhere: onto a
stick, or into a test's own folder.
"""

import os
from pathlib import Path

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


def state_file() -> Path:
    """Return where the window's state is kept."""
    return config_dir() / "state.json"


def _chosen(variable: str) -> Path | None:
    value = os.environ.get(variable, "").strip()
    return Path(value).expanduser().absolute() if value else None


def _platform_dir(function: str) -> Path:
    import platformdirs  # only here: a start that names its folders does without

    path: Path = getattr(platformdirs, function)(APP_NAME, appauthor=False)
    return path
