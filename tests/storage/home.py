# SPDX-License-Identifier: MIT
"""A machine with a bundled catalogue, a folder for saved ones, and a server to refresh from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from azmodels_gui.catalog.document import Catalog
from azmodels_gui.publish.build import catalog_bytes
from azmodels_gui.publish.secret_key import SecretKey
from azmodels_gui.storage.catalog_file import Loaded
from azmodels_gui.storage.fetch import Limits, Watch
from azmodels_gui.storage.held import load_held
from azmodels_gui.storage.refresh import Refresh, Refreshed
from azmodels_gui.storage.settings import Source
from azmodels_gui.storage.store import CatalogStore
from azmodels_gui.storage.trust import Keys
from tests.builders import catalog, model, offer, version, written
from tests.storage.fault_server import Answer, reply
from tests.storage.keys import signature

REGIONS = ("germanywestcentral", "swedencentral", "switzerlandnorth", "eastus2", "japaneast")
BUNDLED_SERIAL = 20261122001
NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
QUICK = Limits(
    connect_timeout_s=2,
    read_timeout_s=0.3,
    total_s=5,
    max_bytes=1024 * 1024,
    attempts=1,
    first_pause_s=0.01,
)
PATH = "/catalog.json"


def numbered(serial: int, regions: tuple[str, ...] = REGIONS, **more: Any) -> Catalog:
    """Return a catalogue that tells itself apart by its serial and a model of that name."""
    offers = [offer("Standard", *regions), offer("GlobalStandard", *REGIONS)]
    models = (model("gpt-x", version("1", offers=offers)), model(f"gpt-{serial}"))
    return catalog(*models, serial=serial, **more)


def hosted(data: bytes, key: SecretKey | None = None, **headers: str) -> dict[str, Answer]:
    """Return the answers of a host that serves a catalogue, signed if there is a key."""
    served: dict[str, Answer] = {PATH: reply(data, headers=headers)}
    if key is not None:
        served[f"{PATH}.sig"] = reply(signature(data, key))
    return served


def serve_catalog(document: Catalog, key: SecretKey | None = None) -> Mapping[str, Answer]:
    return hosted(catalog_bytes(document), key)


@dataclass
class Home:
    """One machine."""

    folder: Path
    keys: Keys = ()
    bundled: Catalog = field(default_factory=lambda: numbered(BUNDLED_SERIAL))

    @property
    def store(self) -> CatalogStore:
        """A store as a newly started program has it."""
        data = written(self.bundled)
        return CatalogStore(self.folder, lambda: data, lock_wait_s=0.2)

    def loaded(self) -> Loaded:
        """Return what a newly started program shows."""
        return load_held(self.store, self.keys)

    @property
    def serial(self) -> int:
        return self.loaded().catalog.serial

    def refresher(self, url: str = "", limits: Limits = QUICK) -> Refresh:
        source = Source(url=url and f"{url}{PATH}", keys=self.keys)
        return Refresh(self.store, source, limits, now=lambda: NOW, mismatch_pause_s=0.01)

    def refresh(self, url: str, limits: Limits = QUICK) -> Refreshed:
        watch = Watch(limits.total_s)
        return self.refresher(url, limits).from_address(lambda: self.loaded().catalog, watch)

    def open_file(self, path: Path) -> Refreshed:
        return self.refresher().from_file(path, lambda: self.loaded().catalog)
