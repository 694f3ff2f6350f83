# SPDX-License-Identifier: MIT
"""From the names of a model and a version to the entries that are meant."""

from azmodels_gui.app.commands.names import Names
from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.version_order import version_key


def entries_named(catalog: Catalog, name: str, version: str | None) -> list[Entry]:
    """Return the versions of a model, or the one that is asked for, newest first.

    Raises:
        Refused: no such model or version.
    """
    models = {model.id: model for model in catalog.models}
    spellings = (
        (model.id, tuple(alias.name for alias in model.aliases)) for model in catalog.models
    )
    model = models[Names("model", spellings).find(name)]
    versions = sorted(model.versions, key=lambda each: version_key(each.version), reverse=True)
    if version is not None:
        known = Names(f"version of {model.id}", ((each.version, ()) for each in versions))
        only = known.find(version)
        versions = [each for each in versions if each.version == only]
    return [Entry(model, each) for each in versions]
