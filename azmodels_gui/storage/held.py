# SPDX-License-Identifier: MIT
"""The catalogue to start with: the one in use, else the next best, and never a crash."""

from azmodels_gui.catalog import loading
from azmodels_gui.catalog.document import Catalog
from azmodels_gui.language.words import N_, Phrase
from azmodels_gui.storage.bundled import catalog_dir, site_file, state_file
from azmodels_gui.storage.catalog_file import Loaded, bundled_catalog
from azmodels_gui.storage.errors import Problem, RefreshFailed, bundled_unusable
from azmodels_gui.storage.preferences import StateFile
from azmodels_gui.storage.settings import Source, chosen_source, site_settings, sure_settings
from azmodels_gui.storage.store import CatalogStore
from azmodels_gui.storage.trust import Keys, Trust


def load_held(store: CatalogStore, keys: Keys) -> Loaded:
    """Return the newest of saved and bundled catalogue, or the one that was gone back to.

    A saved one that cannot be used is set aside under another name, and the warning says so.

    Raises:
        InstallationDamaged: the bundled catalogue itself is missing or unusable.
    """
    wanted = store.in_use(keys)
    older = [serial for serial in store.serials() if serial != wanted]
    failed: tuple[int, RefreshFailed] | None = None
    for serial in (wanted, *older):
        if store.trust(serial, keys) is Trust.REVOKED:
            continue
        if serial == store.bundled_serial and not store.is_kept(serial):
            return _told(store, keys, _bundled(store), failed)
        try:
            catalog = read_kept(store, serial)
        except RefreshFailed as error:
            failed = failed or (serial, error)
            continue
        origin, trust = store.path_of(serial), store.trust(serial, keys)
        return _told(store, keys, Loaded(catalog, origin, trust=trust), failed)
    return _told(store, keys, _bundled(store), failed)


def read_kept(store: CatalogStore, serial: int, *, in_pieces: bool = False) -> Catalog:
    """Return a kept or the bundled catalogue.

    Args:
        store: where it lies.
        serial: which one.
        in_pieces: let other threads go on meanwhile, for a reader behind a window.

    Raises:
        RefreshFailed: it cannot be used; `name` in its values says where it is now.
    """
    try:
        parse = loading.parse_in_pieces if in_pieces else loading.parse_catalog
        catalog = parse(store.data(serial))
    except loading.SchemaTooNew as error:
        name = store.path_of(serial).name
        raise RefreshFailed(Problem.SCHEMA_TOO_NEW, name=name) from error
    except loading.CatalogUnusable as error:
        raise _aside(store, serial, error) from error
    except RefreshFailed as error:
        if error.problem is not Problem.NOT_A_CATALOG:
            raise
        raise _aside(store, serial, error.values["reason"]) from error
    if catalog.serial != serial:
        raise _aside(store, serial, Phrase(N_("its serial is {serial}"), serial=catalog.serial))
    return catalog


def _bundled(store: CatalogStore) -> Loaded:
    try:
        return Loaded(loading.parse_catalog(store.bundled), trust=Trust.BUNDLED)
    except loading.CatalogUnusable as error:
        raise bundled_unusable(error) from error


def _aside(store: CatalogStore, serial: int, reason: object) -> RefreshFailed:
    """Take a damaged file out of the way; nothing is deleted."""
    aside = store.set_aside(serial)
    name = (aside or store.path_of(serial)).name
    return RefreshFailed(Problem.NOT_A_CATALOG, name=name, reason=reason)


def _told(
    store: CatalogStore, keys: Keys, loaded: Loaded, failed: tuple[int, RefreshFailed] | None
) -> Loaded:
    """Return what was loaded with the reason why it is not what was in use before."""
    shown = loaded.catalog.serial
    if (fault := store.fault()) is not None:
        return Loaded(loaded.catalog, loaded.origin, fault, loaded.trust)
    if failed is not None:
        serial, error = failed
        warning = RefreshFailed(
            Problem.KEPT_DAMAGED,
            serial=serial,
            reason=error.values.get("reason", error.happened),
            name=error.values.get("name", serial),
            shown=shown,
        )
        return Loaded(loaded.catalog, loaded.origin, warning, loaded.trust)
    unsure = store.record_fault(shown) or _missing(store, keys, shown)
    return Loaded(loaded.catalog, loaded.origin, unsure, loaded.trust)


def _missing(store: CatalogStore, keys: Keys, shown: int) -> RefreshFailed | None:
    """Return why the catalogue that was in use is not the one on show; None: it is."""
    chosen = store.record().current
    if chosen is None or chosen == shown:
        return None
    if store.is_kept(chosen):
        revoked = store.trust(chosen, keys) is Trust.REVOKED
        return RefreshFailed(Problem.KEPT_REVOKED, serial=chosen, shown=shown) if revoked else None
    if chosen < shown:  # an update of the program brought a newer one
        return None
    return RefreshFailed(Problem.KEPT_MISSING, serial=chosen, shown=shown)


def machine_store() -> CatalogStore:
    """Return the user's saved catalogues."""
    return CatalogStore(catalog_dir())


def older_catalog(serial: int) -> Catalog | None:
    """Return a catalogue of this machine to compare with; None: it is not kept, or not trusted.

    For a thread behind the window: others may go on meanwhile.
    """
    store = machine_store()
    try:
        keys = machine_source().keys
        own = serial == store.bundled_serial and not store.is_kept(serial)
        if not own and (not store.is_kept(serial) or store.trust(serial, keys) is Trust.REVOKED):
            return None
        return read_kept(store, serial, in_pieces=True)
    except (RefreshFailed, loading.CatalogUnusable):
        return None


def machine_source(command_line: str | None = None) -> Source:
    """Return where catalogues come from and whose signature they need.

    Raises:
        RefreshFailed: a key, the user's settings or the company's file cannot be used.
    """
    settings = sure_settings(StateFile(state_file()))
    return chosen_source(settings, site_settings(site_file()), command_line)


def machine_catalog() -> Loaded:
    """Return the catalogue in use on this machine, the bundled one in the last resort.

    Raises:
        InstallationDamaged: the bundled catalogue itself is missing or unusable.
    """
    try:
        keys = machine_source().keys
    except RefreshFailed as error:  # whom to trust is not known, so no saved one is shown
        error.remains = N_("The catalogue that comes with the program is shown instead.")
        return Loaded(bundled_catalog(), warning=error, trust=Trust.BUNDLED)
    return load_held(machine_store(), keys)
