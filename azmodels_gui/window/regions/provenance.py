# SPDX-License-Identifier: MIT
"""Where an exported table comes from, as of when, and what was asked."""

from azmodels_gui.catalog.age_words import date_told
from azmodels_gui.catalog.fact_dates import FactKind
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.catalog.query_text import query_text
from azmodels_gui.language.shown import tr
from azmodels_gui.language.words import N_
from azmodels_gui.window import formats
from azmodels_gui.window.models.cell_context import CellContext
from azmodels_gui.window.regions.choice import EntrySet, RegionChoice
from azmodels_gui.window.regions.region_scope import RegionScope

CONTEXT = "Provenance"
_CATALOG = N_("Catalogue {serial}, published {day}")
_FILTER = N_("Entries that fit the filter: {filter}")
_EVERYTHING = N_("All entries")
_PINNED = N_("Pinned entries")
_TYPE = N_("Deployment type: {name}")
_MEANING = N_(
    "“Unknown” means that no source speaks of it, not that it is not offered. Offered from a "
    "region is not the same as processed there: global deployments may process anywhere."
)
_NO_ADVICE = N_("No offer and no legal advice.")


def provenance(
    scope: RegionScope, query: CatalogQuery, choice: RegionChoice, language: str
) -> tuple[str, ...]:
    """Return notes for a table of the rows on show, its sources with their dates last."""
    context = CellContext(scope.index, language)
    catalog = scope.index.catalog
    day = formats.day(catalog.published, language)
    dated = "" if scope.as_of is None else date_told(FactKind.AVAILABILITY, scope.as_of, language)
    catalog_line = tr(_CATALOG).format(serial=catalog.serial, day=day)
    asked = asked_for(scope, query, choice, language)
    told = (context.source_line(each) for each in used_sources(scope))
    lines = (dated, catalog_line, *asked, tr(_MEANING), *told, tr(_NO_ADVICE))
    return tuple(filter(None, lines))


def asked_for(
    scope: RegionScope, query: CatalogQuery, choice: RegionChoice, language: str
) -> tuple[str, ...]:
    """Return which entries and which deployment type are on show."""
    context = CellContext(scope.index, language)
    kind = context.deployment_types.get(scope.deployment_type)
    named = () if kind is None else (tr(_TYPE).replace("{name}", context.text(kind.name)),)
    return (_asked(query, choice), *named)


def used_sources(scope: RegionScope) -> tuple[str, ...]:
    """Return the ids of the sources behind the offers on show, each once."""
    found = (
        source
        for row in scope.rows
        for offer in scope.index.entries[row].version.offers
        if not scope.deployment_type or offer.deployment_type == scope.deployment_type
        for source in offer.sources
    )
    return tuple(dict.fromkeys(found))


def _asked(query: CatalogQuery, choice: RegionChoice) -> str:
    if choice.entries is EntrySet.PINNED:
        return tr(_PINNED)
    text = query_text(query)
    return tr(_FILTER).replace("{filter}", text) if text else tr(_EVERYTHING)
