# SPDX-License-Identifier: MIT
"""A desktop catalogue of Azure OpenAI and Microsoft Foundry models."""

from pathlib import Path

__version__ = "1.0.0"
"""The only place: the package, `--version`, About and the Debian package read it from here."""


def data_folder() -> Path:
    """Return where the bundled catalogue and `resources/` lie.

    Inside an installed wheel that is `azmodels_gui/data`; in a checkout (also one that is
    installed as editable) its top level.
    """
    package = Path(__file__).parent
    wheel = package / "data"
    return wheel if wheel.is_dir() else package.parent


def bundled_catalog_path() -> Path:
    """Return where the bundled catalogue lies."""
    return data_folder() / "catalog.json"


def resources_folder() -> Path:
    """Return the folder of texts, templates and pictures that come with the program."""
    return data_folder() / "resources"
