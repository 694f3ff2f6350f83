# SPDX-License-Identifier: MIT
"""What holds on this machine: its saved catalogues, and where newer ones come from."""

from azmodels_gui.storage.bundled import catalog_dir, site_file, state_file
from azmodels_gui.storage.catalog_file import Loaded, bundled_catalog
from azmodels_gui.storage.errors import RefreshFailed
from azmodels_gui.storage.held import load_held
from azmodels_gui.storage.preferences import StateFile, forgiving_load
from azmodels_gui.storage.settings import Source, chosen_source, settings_from, site_settings
from azmodels_gui.storage.store import CatalogStore
from azmodels_gui.storage.trust import Trust


def machine_store() -> CatalogStore:
    """Return the user's saved catalogues."""
    return CatalogStore(catalog_dir())


def machine_source(command_line: str | None = None) -> Source:
    """Return where catalogues come from and whose signature they need.

    Raises:
        RefreshFailed: a key, or the company's file, cannot be used.
    """
    values, _ = forgiving_load(StateFile(state_file()))
    return chosen_source(settings_from(values), site_settings(site_file()), command_line)


def machine_catalog() -> Loaded:
    """Return the catalogue in use on this machine, the bundled one in the last resort.

    Raises:
        InstallationDamaged: the bundled catalogue itself is missing or unusable.
    """
    try:
        keys = machine_source().keys
    except RefreshFailed as error:  # whom to trust is not known, so no saved one is shown
        return Loaded(bundled_catalog(), warning=error, trust=Trust.BUNDLED)
    return load_held(machine_store(), keys)
