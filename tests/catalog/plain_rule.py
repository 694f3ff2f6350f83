# SPDX-License-Identifier: MIT
"""Whether an entry fits a query: the plain rule, one entry at a time.

`CatalogIndex` answers the same question for all entries at once; the tests hold the two
against each other. Read this file to know what a filter means.

Region, data zone, country and deployment type are satisfied together, by one *deployment*: a
deployment type in a region where it is OFFERED (disputed and unknown do not satisfy).

- region: the deployment is in a chosen region, whatever its scope;
- data zone: its scope is data zone or regional, and its region belongs to a chosen zone
  beyond dispute, so that processing stays inside the zone;
- country: its scope is regional, and its region lies in a chosen country by a geography that is
  no wider; in a data zone that is one country by every document, data zone scope will do, too;
- deployment type: it is of a chosen type.

With `listed_only` a deployment counts where the client's subscription lists it, whatever is
published; it is asked for even where no place is. In a region without a list everything is unknown,
and of a service everywhere.

Inside each of the other facets one chosen value must apply to the entry; different facets
must all be satisfied; what is unknown satisfies nothing but the facet value that says so.

Each question has three answers: yes, no, and unknown, which includes "disputed". An entry
with a no does not fit; one without a no, but with an unknown, may fit and is counted apart.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from azmodels_gui.catalog.countries import country_of
from azmodels_gui.catalog.deployment_masks import deployments_asked
from azmodels_gui.catalog.document import Catalog, Entry, newest_version
from azmodels_gui.catalog.facets import PLAIN_FACETS, facet_values, is_unknown
from azmodels_gui.catalog.facts import Lifecycle
from azmodels_gui.catalog.listing import NOTHING_ASKED, Listing
from azmodels_gui.catalog.offered import KEEPS_DATA_IN_ZONE, weakest
from azmodels_gui.catalog.plain_price import PriceWays, plain_price
from azmodels_gui.catalog.query import Asked, CatalogQuery, Facet
from azmodels_gui.catalog.terms import Availability, Scope, Stage, TokenCategory
from tests.catalog.plain_text import matches_text


def accepts(
    query: CatalogQuery,
    entry: Entry,
    catalog: Catalog,
    today: date,
    listing: Listing = NOTHING_ASKED,
) -> bool:
    """Tell whether the entry fits everything the query asks."""
    return all(answers(query, entry, catalog, today, listing).values())


def may_fit(
    query: CatalogQuery,
    entry: Entry,
    catalog: Catalog,
    today: date,
    listing: Listing = NOTHING_ASKED,
) -> bool:
    """Tell whether nothing known speaks against the entry; true for all that fit, too."""
    return False not in answers(query, entry, catalog, today, listing).values()


def answers(
    query: CatalogQuery,
    entry: Entry,
    catalog: Catalog,
    today: date,
    listing: Listing = NOTHING_ASKED,
) -> dict[Asked, bool | None]:
    """Return the answer to each question; what is not asked is a yes, None is unknown."""
    window = entry.version.limits.context_window
    return {
        Asked.TEXT: matches_text(query.text, entry, catalog),
        Asked.NEWEST: not query.newest_only or entry.version.version == newest_version(entry.model),
        Asked.USABLE: not query.usable_only or entry.stage_on(today).usable,
        Asked.AVAILABILITY: (
            _listed_answer(query, entry, catalog, listing)
            if query.listed_only
            else _deployment_answer(query, entry, catalog)
        ),
        **{Asked(facet.value): _facet_answer(query, entry, facet, today) for facet in PLAIN_FACETS},
        Asked.CONTEXT: _within(
            None if window is None else Decimal(window.tokens),
            query.min_context_tokens,
            query.max_context_tokens,
        ),
        Asked.PRICE: _within(
            token_price(entry, TokenCategory.INPUT, PriceWays(query, catalog), today),
            query.min_input_price,
            query.max_input_price,
        ),
        Asked.OUTPUT_PRICE: _within(
            token_price(entry, TokenCategory.OUTPUT, PriceWays(query, catalog), today),
            query.min_output_price,
            query.max_output_price,
        ),
        Asked.RETIREMENT: _retires_after(query.retires_after, entry.version.lifecycle, today),
    }


def token_price(
    entry: Entry, category: TokenCategory, ways: PriceWays, today: date
) -> Decimal | None:
    """Return the price in USD per 1M tokens that a price range asks for; None: unknown."""
    price = plain_price(entry, category, ways, today).price
    return None if price is None else price.amount


def _retires_after(asked: date | None, lifecycle: Lifecycle, today: date) -> bool | None:
    """Tell whether a version is retired later than a day.

    Without a date it is unknown, but for what is called retired: that was no later than today.
    A date that is only the earliest possible one can say yes, never no.
    """
    if asked is None:
        return True
    stated = lifecycle.retirement_date
    if stated is None:
        return False if lifecycle.stage is Stage.RETIRED and asked >= today else None
    if stated > asked:
        return True
    return None if lifecycle.retirement_not_before else False


def _facet_answer(query: CatalogQuery, entry: Entry, facet: Facet, today: date) -> bool | None:
    chosen = query.values(facet)
    if not chosen or chosen & facet_values(entry, facet, today):
        return True
    return None if any(is_unknown(entry, facet, value) for value in chosen) else False


def _deployment_answer(query: CatalogQuery, entry: Entry, catalog: Catalog) -> bool | None:
    if query.place.is_empty:
        return True
    if entry.is_service:
        return service_answer(query, entry)
    if any(
        _deployment_fits(query, catalog, deployment_type, region)
        for deployment_type, region in _deployments(entry)
    ):
        return True
    return None if any(_open_deployments(query, entry, catalog)) else False


def _listed_answer(
    query: CatalogQuery, entry: Entry, catalog: Catalog, listing: Listing
) -> bool | None:
    if entry.is_service:
        return False if query.deployment_types else None
    listed = ((kind, region) for key, kind, region in listing.days if key == entry.key)
    if any(_deployment_fits(query, catalog, *pair) for pair in listed):
        return True
    for kind, region, place in deployments_asked(query, catalog):
        known = Availability.UNKNOWN if region not in listing.asked else Availability.NOT_OFFERED
        if listing.listed_on(entry, kind, region):
            known = Availability.OFFERED
        if weakest([known, place]) in (Availability.UNKNOWN, Availability.CONFLICT):
            return None
    return False


def service_answer(query: CatalogQuery, entry: Entry) -> bool | None:
    """Tell whether a service has some feature where a query asks for it; None: unknown.

    It has no deployment types, and no source says in which data zone or country it processes.
    """
    if query.deployment_types:
        return False
    if query.data_zones or query.countries:
        return None
    found = {entry.feature_in(region) for region in query.regions}
    if Availability.OFFERED in found:
        return True
    return None if Availability.UNKNOWN in found else False


def _open_deployments(query: CatalogQuery, entry: Entry, catalog: Catalog) -> Iterator[bool]:
    """Yield for each deployment that would fit whether its offer is unknown or disputed."""
    for kind, region, place in deployments_asked(query, catalog):
        known = entry.availability(kind, region)
        yield weakest([known, place]) in (Availability.UNKNOWN, Availability.CONFLICT)


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
    if query.countries and not _in_country(query.countries, catalog, deployment_type, region):
        return False
    return not query.data_zones or _stays_inside(query.data_zones, catalog, deployment_type, region)


def _in_country(
    countries: frozenset[str], catalog: Catalog, deployment_type: str, region_id: str
) -> bool:
    (scope,) = (kind.scope for kind in catalog.deployment_types if kind.id == deployment_type)
    for region in catalog.regions:
        if region.id == region_id:
            country = country_of(region)
            at_home = country is not None and country.code in countries
            if scope is Scope.REGIONAL:
                return at_home and region.geography not in ("Europe", "Asia Pacific")
            american = region.data_zone == "US" and not region.data_zone_disputed
            return scope is Scope.DATA_ZONE and american and "US" in countries
    return False


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
