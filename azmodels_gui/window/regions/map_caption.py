# SPDX-License-Identifier: MIT
"""The words of a picture of the map: what is counted, and how old that is."""

from collections.abc import Sequence

from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.language.shown import tr
from azmodels_gui.window.formats import number
from azmodels_gui.window.regions.map_picture import Caption

NAMED_ENTRIES = 4
"""More than these are counted instead of named."""


def caption_of(
    entries: Sequence[Entry],
    deployment_types: Sequence[str],
    catalog: Catalog,
    dated: str,
    language: str,
) -> Caption:
    """Return title and note of a picture.

    Args:
        entries: those that are counted.
        deployment_types: an offer of one of these counts; none: of any.
        catalog: names the deployment types.
        dated: how old the offers are.
        language: of the words.
    """
    title = tr("Where Azure offers {models} ({kinds})")
    note = tr("{facts}. Unknown is not “no”. Outlines: Natural Earth.")
    undated = tr("availability without a date")
    told = title.replace("{models}", _models(entries, language))
    return Caption(
        told.replace("{kinds}", _kinds(deployment_types, catalog, language)),
        note.replace("{facts}", dated or undated),
    )


def _models(entries: Sequence[Entry], language: str) -> str:
    if not entries:
        return tr("no model")
    if len(entries) <= NAMED_ENTRIES:
        return ", ".join(entry.title for entry in entries)
    text = tr("{count} models")
    return text.replace("{count}", number(len(entries), language))


def _kinds(deployment_types: Sequence[str], catalog: Catalog, language: str) -> str:
    if not deployment_types:
        return tr("any deployment type")
    names = {kind.id: kind.name.in_language(language) for kind in catalog.deployment_types}
    return "; ".join(names.get(kind, kind) for kind in deployment_types)
