# SPDX-License-Identifier: MIT
"""From the names of a model and a version to the entries that are meant."""

from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.entry import Entry, versions_of
from azmodels_gui.cli.names import Names
from azmodels_gui.language.words import N_, Phrase


def entries_named(catalog: Catalog, name: str, version: str | None) -> list[Entry]:
    """Return the versions of a model, or the one that is asked for, newest first.

    Raises:
        Refused: no such model or version.
    """
    models = {model.id: model for model in catalog.models}
    spellings = (
        (model.id, tuple(alias.name for alias in model.aliases)) for model in catalog.models
    )
    model = models[Names(N_("model"), spellings).find(name)]
    found = list(versions_of(model))
    if version is not None:
        known = Names(
            Phrase(N_("version of {model}"), model=model.id),
            ((each.version.version, ()) for each in found),
        )
        only = known.find(version)
        found = [each for each in found if each.version.version == only]
    return found
