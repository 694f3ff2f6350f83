# SPDX-License-Identifier: MIT
"""Whether an entry fits a query: the plain rule, one entry at a time.

`CatalogIndex` answers the same question for all entries at once; the tests hold the two
against each other. Read this file to know what a filter means.

Region, data zone and deployment type are satisfied together, by one *deployment*: a
deployment type in a region where it is OFFERED (disputed and unknown do not satisfy).

- region: the deployment is in a chosen region, whatever its scope;
- data zone: its scope is data zone or regional, and its region belongs to a chosen zone
  beyond dispute, so that processing stays inside the zone;
- deployment type: it is of a chosen type.

Inside each of the other facets one chosen value must apply to the entry; different facets
must all be satisfied; what is unknown satisfies nothing but the facet value that says so.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.lowest_price import lowest_price
from azmodels_gui.catalog.offered import KEEPS_DATA_IN_ZONE
from azmodels_gui.catalog.query import PAST_DATE, UNKNOWN_STAGE, CatalogQuery, Facet
from azmodels_gui.catalog.search_text import SearchTexts, fold, search_words
from azmodels_gui.catalog.stage import stage_on
from azmodels_gui.catalog.terms import Availability, TokenCategory
from azmodels_gui.catalog.version_order import newest_version

PLAIN_FACETS = (
    Facet.USE_CASES,
    Facet.PROVIDERS,
    Facet.STAGES,
    Facet.MODALITIES,
    Facet.CAPABILITIES,
)
"""Facets that look at the entry alone; the other three look at its deployments."""


def accepts(query: CatalogQuery, entry: Entry, catalog: Catalog, today: date) -> bool:
    """Tell whether the entry fits everything the query asks."""
    return (
        _matches_text(query, entry, catalog)
        and _matches_plain_facets(query, entry, today)
        and _matches_deployments(query, entry, catalog)
        and _matches_ranges(query, entry, today)
        and (not query.newest_only or entry.version.version == newest_version(entry.model))
    )


def facet_values(entry: Entry, facet: Facet, today: date) -> frozenset[str]:
    """Return the values of one of `PLAIN_FACETS` that apply to an entry."""
    match facet:
        case Facet.USE_CASES:
            return frozenset(entry.model.use_cases)
        case Facet.PROVIDERS:
            return frozenset({entry.model.provider})
        case Facet.STAGES:
            return frozenset(_stage_values(entry, today))
        case Facet.MODALITIES:
            return frozenset(_modality_values(entry))
        case Facet.CAPABILITIES:
            return frozenset(capability.id for capability in entry.version.capabilities)
    raise ValueError(f"{facet} depends on deployments, not on the entry alone")


def lowest_input_price(entry: Entry, today: date) -> Decimal | None:
    """Return the input price in USD per 1M tokens that a price range asks for; None: unknown."""
    price = lowest_price(entry, TokenCategory.INPUT, today)
    return None if price is None else price.amount


def _matches_text(query: CatalogQuery, entry: Entry, catalog: Catalog) -> bool:
    words = search_words(query.text)
    if not words:
        return True
    haystack = f"{SearchTexts(catalog).of_model(entry.model)}\n{fold(entry.version.version)}"
    return all(word in haystack for word in words)


def _matches_plain_facets(query: CatalogQuery, entry: Entry, today: date) -> bool:
    return all(
        not query.values(facet) or query.values(facet) & facet_values(entry, facet, today)
        for facet in PLAIN_FACETS
    )


def _matches_deployments(query: CatalogQuery, entry: Entry, catalog: Catalog) -> bool:
    if not (query.regions or query.data_zones or query.deployment_types):
        return True
    return any(
        _deployment_fits(query, catalog, deployment_type, region)
        for deployment_type, region in _deployments(entry)
    )


def _deployments(entry: Entry) -> Iterator[tuple[str, str]]:
    """Yield deployment type and region of everything that is offered."""
    for offer in entry.version.offers:
        for region in offer.available:
            if offer.in_region(region) is Availability.OFFERED:
                yield offer.deployment_type, region


def _deployment_fits(
    query: CatalogQuery, catalog: Catalog, deployment_type: str, region: str
) -> bool:
    if query.deployment_types and deployment_type not in query.deployment_types:
        return False
    if query.regions and region not in query.regions:
        return False
    return not query.data_zones or _stays_inside(query.data_zones, catalog, deployment_type, region)


def _stays_inside(
    zones: frozenset[str], catalog: Catalog, deployment_type: str, region_id: str
) -> bool:
    keeps = any(
        kind.id == deployment_type and kind.scope in KEEPS_DATA_IN_ZONE
        for kind in catalog.deployment_types
    )
    return keeps and any(
        region.id == region_id and region.data_zone in zones and not region.data_zone_disputed
        for region in catalog.regions
    )


def _matches_ranges(query: CatalogQuery, entry: Entry, today: date) -> bool:
    context = entry.version.limits.context_window
    if not _within(
        None if context is None else Decimal(context.tokens),
        query.min_context_tokens,
        query.max_context_tokens,
    ):
        return False
    if query.min_input_price is None and query.max_input_price is None:
        return True
    price = lowest_input_price(entry, today)
    return _within(price, query.min_input_price, query.max_input_price)


def _within(figure: Decimal | None, low: Decimal | int | None, high: Decimal | int | None) -> bool:
    """Tell whether a figure lies in a closed range; an unknown one lies only in no range."""
    if low is None and high is None:
        return True
    if figure is None:
        return False
    return (low is None or low <= figure) and (high is None or figure <= high)


def _stage_values(entry: Entry, today: date) -> Iterator[str]:
    stage = stage_on(entry.version.lifecycle, today)
    yield UNKNOWN_STAGE if stage.published is None else stage.published.value
    if stage.past_date:
        yield PAST_DATE


def _modality_values(entry: Entry) -> Iterator[str]:
    modalities = entry.model.modalities
    if modalities is not None:
        yield from (f"in:{name}" for name in modalities.input)
        yield from (f"out:{name}" for name in modalities.output)
