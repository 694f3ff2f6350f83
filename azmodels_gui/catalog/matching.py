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

Each question has three answers: yes, no, and unknown, which includes "disputed". An entry
with a no does not fit; one without a no, but with an unknown, may fit and is counted apart.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from azmodels_gui.catalog.coverage_conditions import weakest
from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.facts import Capability
from azmodels_gui.catalog.lowest_price import lowest_price
from azmodels_gui.catalog.offered import KEEPS_DATA_IN_ZONE
from azmodels_gui.catalog.query import (
    LEVEL,
    PAST_DATE,
    UNKNOWN_STAGE,
    Asked,
    CatalogQuery,
    Facet,
)
from azmodels_gui.catalog.search_text import SearchTexts, fold, search_words
from azmodels_gui.catalog.stage import stage_on
from azmodels_gui.catalog.terms import DEVELOPER_TIER, Availability, TokenCategory
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
    return all(answers(query, entry, catalog, today).values())


def may_fit(query: CatalogQuery, entry: Entry, catalog: Catalog, today: date) -> bool:
    """Tell whether nothing known speaks against the entry; true for all that fit, too."""
    return False not in answers(query, entry, catalog, today).values()


def answers(
    query: CatalogQuery, entry: Entry, catalog: Catalog, today: date
) -> dict[Asked, bool | None]:
    """Return the answer to each question; what is not asked is a yes, None is unknown."""
    window = entry.version.limits.context_window
    price_asked = query.min_input_price is not None or query.max_input_price is not None
    return {
        Asked.TEXT: _matches_text(query, entry, catalog),
        Asked.NEWEST: not query.newest_only or entry.version.version == newest_version(entry.model),
        Asked.AVAILABILITY: _deployment_answer(query, entry, catalog),
        **{Asked(facet.value): _facet_answer(query, entry, facet, today) for facet in PLAIN_FACETS},
        Asked.CONTEXT: _within(
            None if window is None else Decimal(window.tokens),
            query.min_context_tokens,
            query.max_context_tokens,
        ),
        Asked.PRICE: _within(
            lowest_input_price(entry, today) if price_asked else None,
            query.min_input_price,
            query.max_input_price,
        ),
    }


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
            return frozenset(_capability_values(entry))
    raise ValueError(f"{facet} depends on deployments, not on the entry alone")


def is_unknown(entry: Entry, facet: Facet, value: str) -> bool:
    """Tell whether no source says if a value of one of `PLAIN_FACETS` applies to an entry."""
    match facet:
        case Facet.STAGES:
            lifecycle = entry.version.lifecycle
            if value == UNKNOWN_STAGE or lifecycle.stage is not None:
                return False
            return value != PAST_DATE or lifecycle.retirement_date is None
        case Facet.MODALITIES:
            return entry.model.modalities is None
        case Facet.CAPABILITIES:
            name, _, level = value.partition(LEVEL)
            listed = [each for each in entry.version.capabilities if each.id == name]
            return not listed or (bool(level) and any(_names_no_level(each) for each in listed))
    return False


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


def _facet_answer(query: CatalogQuery, entry: Entry, facet: Facet, today: date) -> bool | None:
    chosen = query.values(facet)
    if not chosen or chosen & facet_values(entry, facet, today):
        return True
    return None if any(is_unknown(entry, facet, value) for value in chosen) else False


def _deployment_answer(query: CatalogQuery, entry: Entry, catalog: Catalog) -> bool | None:
    if not (query.regions or query.data_zones or query.deployment_types):
        return True
    if any(
        _deployment_fits(query, catalog, deployment_type, region)
        for deployment_type, region in _deployments(entry)
    ):
        return True
    return None if any(_open_deployments(query, entry, catalog)) else False


def _open_deployments(query: CatalogQuery, entry: Entry, catalog: Catalog) -> Iterator[bool]:
    """Yield for each deployment that would fit whether its offer is unknown or disputed."""
    for kind, region, place in deployments_asked(query, catalog):
        known = entry.availability(kind, region)
        yield weakest([known, place]) in (Availability.UNKNOWN, Availability.CONFLICT)


def deployments_asked(
    query: CatalogQuery, catalog: Catalog
) -> Iterator[tuple[str, str, Availability]]:
    """Yield deployment type and region of what a query asks for, and how sure its data zone is.

    The developer tier counts only where it is named: no source tells its regions, and every
    "no" would be unknown.
    """
    for kind in catalog.deployment_types:
        if kind.id not in query.deployment_types and (
            query.deployment_types or kind.id == DEVELOPER_TIER
        ):
            continue
        for region in catalog.regions:
            if query.regions and region.id not in query.regions:
                continue
            if not query.data_zones:
                yield kind.id, region.id, Availability.OFFERED
            elif kind.scope in KEEPS_DATA_IN_ZONE and region.data_zone in query.data_zones:
                sure = not region.data_zone_disputed
                yield kind.id, region.id, Availability.OFFERED if sure else Availability.CONFLICT


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


def _within(
    figure: Decimal | None, low: Decimal | int | None, high: Decimal | int | None
) -> bool | None:
    """Tell whether a figure lies in a closed range; an unknown one lies only in no range."""
    if low is None and high is None:
        return True
    if figure is None:
        return None
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


def _capability_values(entry: Entry) -> Iterator[str]:
    for capability in entry.version.capabilities:
        if capability.supported:
            yield capability.id
            yield from (f"{capability.id}{LEVEL}{level}" for level in capability.levels)


def _names_no_level(capability: Capability) -> bool:
    return capability.supported and not capability.levels
