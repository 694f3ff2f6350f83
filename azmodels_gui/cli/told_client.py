# SPDX-License-Identifier: MIT
"""What the subscriptions of a client's file tell, for commands that name one; needs pydantic."""

from datetime import date
from pathlib import Path

from azmodels_gui.catalog.document import Catalog
from azmodels_gui.clients.told import Told
from azmodels_gui.storage.bundled import data_dir
from azmodels_gui.storage.client_file import ClientFiles


def told_of(path: Path, catalog: Catalog, day: date) -> Told:
    """Return what a client's file tells beside a catalogue.

    Raises:
        CatalogError: it cannot be read, or holds no client.
    """
    client = ClientFiles(data_dir() / "clients").read(path)
    return Told(client.tenant, catalog, day)
