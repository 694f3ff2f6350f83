# SPDX-License-Identifier: MIT
"""A country asked about is answered as its regions are, and by what does not leave it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.answers.answer import UNKNOWN
from azmodels_gui.answers.availability import billed_as, with_scope
from azmodels_gui.answers.capacity import ptu_price
from azmodels_gui.answers.prices import entry_price, token_prices
from azmodels_gui.answers.viewpoint import Viewpoint
from azmodels_gui.catalog.countries import country_of, crosses_borders
from azmodels_gui.catalog.document import Entry
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.query import CatalogQuery, Facet
from azmodels_gui.catalog.terms import (
    Availability,
    Billing,
    Scope,
    Term,
    TokenCategory,
    newer_words,
)
from tests.builders import shipped_catalog

CATALOG, DAY = shipped_catalog(), date(2026, 11, 29)
ENTRIES = CatalogIndex(CATALOG, DAY).entries
CODES = [country.code for each in CATALOG.regions if (country := country_of(each))]
ALONE = {
    country.code: each.id
    for each in CATALOG.regions
    if (country := country_of(each)) and CODES.count(country.code) == 1
    if not crosses_borders(each)
}
"""Countries that are one region."""


def seen_from(**asked: str) -> Viewpoint:
    query = CatalogQuery()
    for name, value in asked.items():
        query = query.with_values(Facet(name), (value,))
    return Viewpoint.of(query, CATALOG, DAY)


@given(
    entry=st.sampled_from(ENTRIES),
    country=st.sampled_from(sorted(ALONE)),
    scope=st.sampled_from(Scope),
    term=st.sampled_from(Term),
)
def test_a_country_of_one_region_has_its_offers_and_prices(
    entry: Entry, country: str, scope: Scope, term: Term
) -> None:
    there, inside = seen_from(regions=ALONE[country]), seen_from(countries=country)
    assert ptu_price(entry, scope, term, inside) == ptu_price(entry, scope, term, there)
    offered = with_scope(entry, scope, there)
    assert with_scope(entry, scope, inside) == offered
    assert not any(f":{Scope.GLOBAL}:" in row.key for row in token_prices((entry,), inside).rows)


def model(name: str) -> Entry:
    return next(entry for entry in ENTRIES if entry.model.id == name)


@pytest.mark.parametrize(
    ("name", "billing", "expected"),
    [
        pytest.param("gpt-5.4", Billing.PROVISIONED, Availability.OFFERED, id="regional PTU"),
        pytest.param("gpt-5.4", Billing.PAYG, Availability.NOT_OFFERED, id="leaves the country"),
        pytest.param("gpt-4.1", Billing.BATCH, Availability.NOT_OFFERED, id="no type stays inside"),
    ],
)
def test_how_one_may_pay_in_a_country(name: str, billing: Billing, expected: Availability) -> None:
    assert billed_as(model(name), billing, seen_from(countries="DE")).value is expected


def test_nobody_knows_whether_a_newer_scope_stays_in_a_country() -> None:
    with newer_words():
        kinds = tuple(
            kind.but(scope=Scope("turbo-9")) if kind.id == "GlobalBatch" else kind
            for kind in CATALOG.deployment_types
        )
    query = CatalogQuery().with_values(Facet.COUNTRIES, ("DE",))
    view = Viewpoint.of(query, CATALOG.but(deployment_types=kinds), DAY)
    assert billed_as(model("gpt-4.1"), Billing.BATCH, view).value is Availability.UNKNOWN


def test_a_zone_that_is_one_country_keeps_data_in_it() -> None:
    answer = billed_as(model("gpt-5.4"), Billing.PAYG, seen_from(countries="US"))
    assert answer.value is Availability.OFFERED


def test_a_region_of_a_wider_geography_is_in_doubt() -> None:
    found = with_scope(model("gpt-5.4"), Scope.GLOBAL, seen_from(countries="NL"))
    assert found.value is Availability.CONFLICT


@pytest.mark.parametrize(
    "place",
    [
        pytest.param({"data_zones": "EU", "deployment_types": "GlobalStandard"}, id="global in EU"),
        pytest.param({"countries": "AT", "deployment_types": "DataZoneStandard"}, id="zone in AT"),
        pytest.param({"countries": "US", "data_zones": "EU"}, id="the US in the EU"),
    ],
)
def test_what_no_deployment_can_meet_has_no_price(place: dict[str, str]) -> None:
    assert entry_price(model("gpt-5.4"), TokenCategory.INPUT, seen_from(**place)) == UNKNOWN
