# SPDX-License-Identifier: MIT
"""What each part of a filter means, one entry at a time."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from azmodels_gui.catalog.document import Alias, Catalog, Entry, entries
from azmodels_gui.catalog.facets import facet_values
from azmodels_gui.catalog.facts import Limits, Price, TokenLimit
from azmodels_gui.catalog.plain_price import PriceWays
from azmodels_gui.catalog.query import Asked, CatalogQuery, Facet
from azmodels_gui.catalog.terms import ContextBand, PriceTier, Scope, Stage, TokenCategory
from tests.builders import (
    DEPLOYMENT_TYPES,
    TODAY,
    catalog,
    entry,
    model,
    offer,
    price,
    text,
    version,
)
from tests.catalog.plain_rule import accepts, answers, token_price
from tests.catalog.queries import ALL_REGIONS


def fits(one: Entry, built: Catalog | None = None, **asked: Any) -> bool:
    whole = built or catalog(one.model, regions=ALL_REGIONS)
    chosen: dict[str, Any] = {
        name: frozenset(value) if isinstance(value, set) else value for name, value in asked.items()
    }
    return accepts(CatalogQuery(**chosen), one, whole, TODAY)


GWC, SWEDEN, EAST_US = "germanywestcentral", "swedencentral", "eastus2"


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        pytest.param({"regions": {GWC}}, True, id="a region is satisfied by a global offer"),
        pytest.param({"regions": {SWEDEN}}, True, id="a region is satisfied by a data zone offer"),
        pytest.param({"regions": {"japaneast"}}, False, id="not offered there does not satisfy"),
        pytest.param({"regions": {"norwayeast"}}, False, id="a disputed offer does not satisfy"),
        pytest.param({"regions": {"japaneast", GWC}}, True, id="one of the regions is enough"),
        pytest.param({"data_zones": {"EU"}}, True, id="a zone is satisfied in a member region"),
        pytest.param({"data_zones": {"US"}}, False, id="a global offer keeps no zone"),
        pytest.param(
            {"regions": {GWC}, "deployment_types": {"DataZoneStandard"}},
            False,
            id="region and type must be of one offer",
        ),
        pytest.param(
            {"regions": {EAST_US, SWEDEN}, "deployment_types": {"DataZoneStandard"}},
            True,
            id="one of the regions has the type",
        ),
        pytest.param(
            {"regions": {GWC}, "data_zones": {"EU"}},
            False,
            id="global in a region of the zone is not inside the zone",
        ),
        pytest.param(
            {"deployment_types": {"Standard"}}, False, id="a type offered nowhere does not satisfy"
        ),
        pytest.param({"deployment_types": {"GlobalStandard"}}, True, id="a type offered anywhere"),
    ],
)
def test_one_deployment_satisfies_region_zone_and_type(asked: Any, expected: bool) -> None:
    offered = version(
        offers=[
            offer("GlobalStandard", GWC, EAST_US, "norwayeast", disputed=["norwayeast"]),
            offer("DataZoneStandard", SWEDEN),
            offer("Standard"),
        ]
    )
    assert fits(entry("gpt-x", offered), **asked) is expected


@pytest.mark.parametrize(
    ("offered", "countries", "expected"),
    [
        pytest.param(("Standard", GWC), {"DE"}, True, id="regional in the country"),
        pytest.param(("Standard", GWC), {"SE", "DE"}, True, id="one of two countries"),
        pytest.param(("Standard", SWEDEN), {"DE"}, False, id="regional elsewhere"),
        pytest.param(("DataZoneStandard", GWC), {"DE"}, False, id="a zone is wider than a country"),
        pytest.param(("DataZoneStandard", EAST_US), {"US"}, True, id="but for the US"),
        pytest.param(("Standard", "westeurope"), {"NL"}, None, id="a geography over borders"),
        pytest.param(("Standard", "norwayeast"), {"NO"}, True, id="whatever zone it is in"),
    ],
)
def test_a_country_is_satisfied_where_processing_stays_in_it(
    offered: tuple[str, str], countries: set[str], expected: bool | None
) -> None:
    others = [offer(kind.id) for kind in DEPLOYMENT_TYPES if kind.id != offered[0]]
    there = offer(offered[0], offered[1])
    one = entry("gpt-x", version(offers=[there, *others]))
    asked = CatalogQuery(countries=frozenset(countries))
    answer = answers(asked, one, catalog(one.model, regions=ALL_REGIONS), TODAY)
    assert answer[Asked.AVAILABILITY] is expected


def test_a_zone_is_not_satisfied_where_membership_is_disputed() -> None:
    offered = version(offers=[offer("DataZoneStandard", "norwayeast")])
    assert not fits(entry("gpt-x", offered), data_zones={"EU"})
    assert fits(entry("gpt-x", offered), regions={"norwayeast"})


def test_a_region_of_one_zone_and_another_zone_exclude_each_other() -> None:
    offered = version(offers=[offer("DataZoneStandard", EAST_US, SWEDEN)])
    assert not fits(entry("gpt-x", offered), regions={EAST_US}, data_zones={"EU"})


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("gpt", True, id="name"),
        pytest.param("  GPT   2026-01 ", True, id="name and version, any case and spacing"),
        pytest.param("openai", True, id="provider's name"),
        pytest.param("general models", True, id="family's summary, words in any order"),
        pytest.param("übersicht", True, id="german summary"),
        pytest.param("ubersicht", True, id="umlauts without dots"),
        pytest.param("GROSSE", True, id="sharp s in capitals"),
        pytest.param("kundensupport", True, id="use case in german"),
        pytest.param("chat nothing", False, id="every word must occur"),
        pytest.param("gptx4", True, id="another spelling of the name"),
        pytest.param("x" * 300, False, id="absurdly long input"),
    ],
)
def test_text_is_looked_for_in_both_languages(words: str, expected: bool) -> None:
    one = entry(
        "gpt-x",
        family="gpt",
        use_cases=("chat",),
        summary=text("Overview of large data", "Übersicht über große Daten"),
        aliases=(Alias(name="GPTX4"),),
    )
    assert fits(one, text=words) is expected


def test_text_beyond_the_limit_is_ignored() -> None:
    assert fits(entry("gpt-x"), text="gpt" + " " * 200 + "nothing")


@pytest.mark.parametrize(
    ("stage", "days", "expected"),
    [
        pytest.param(Stage.PREVIEW, 0, {"preview"}, id="on its last day it is not past"),
        pytest.param(
            Stage.GENERALLY_AVAILABLE, -1, {"generally_available", "past_date"}, id="both stages"
        ),
        pytest.param(None, -1, {"unknown", "past_date"}, id="no stage stated"),
    ],
)
def test_stage_is_as_published_and_as_of_today(
    stage: Stage | None, days: int, expected: set[str]
) -> None:
    one = entry("gpt-x", version(stage=stage, retirement=TODAY + timedelta(days=days)))
    assert facet_values(one, Facet.STAGES, TODAY) == expected


def test_a_facet_of_deployments_is_not_a_matter_of_the_entry_alone() -> None:
    with pytest.raises(ValueError, match="deployments"):
        facet_values(entry(), Facet.REGIONS, TODAY)


def test_an_unknown_context_window_fits_no_range() -> None:
    assert not fits(entry(), min_context_tokens=0)
    assert fits(entry(), min_context_tokens=None)


def test_a_range_includes_its_ends() -> None:
    limits = Limits(context_window=TokenLimit(tokens=128_000, source="types"))
    one = entry("gpt-x", version(limits=limits))
    assert fits(one, min_context_tokens=128_000, max_context_tokens=128_000)
    assert not fits(one, min_context_tokens=128_001)
    assert not fits(one, max_context_tokens=127_999)


def test_newest_only_keeps_one_version_of_each_model() -> None:
    built = catalog(model("a", version("0613"), version("2024-11-20"), version("2024-05-13")))
    kept = [each.version.version for each in entries(built) if fits(each, built, newest_only=True)]
    assert kept == ["2024-11-20"]


YESTERDAY = TODAY - timedelta(days=1)
ANYWHERE = PriceWays(CatalogQuery(), catalog())


@pytest.mark.parametrize(
    ("prices", "expected"),
    [
        pytest.param([price("3"), price("2", scope=Scope.REGIONAL)], "2", id="the lowest"),
        pytest.param([price("3"), price("2", secondary=True)], "3", id="a primary source first"),
        pytest.param([price("2", secondary=True)], "2", id="a secondary one fills the gap"),
        pytest.param([price("2", effective_until=YESTERDAY)], None, id="expired is unknown"),
        pytest.param([price("2", effective_until=TODAY)], "2", id="the last day counts"),
        pytest.param([price("2", tier=PriceTier.BATCH)], None, id="batch is no standard price"),
        pytest.param([price("2", context_band=ContextBand.LONG)], None, id="nor long context"),
        pytest.param([price("2", fine_tuned=True)], None, id="nor a fine-tuned model's"),
        pytest.param([price("2", currency="EUR")], None, id="nor another currency"),
        pytest.param([price("2", versions=("other",))], None, id="nor another version's"),
        pytest.param([], None, id="none at all"),
    ],
)
def test_input_price_is_the_lowest_standard_one_in_force(
    prices: list[Price], expected: str | None
) -> None:
    found = token_price(entry("gpt-x", prices=tuple(prices)), TokenCategory.INPUT, ANYWHERE, TODAY)
    assert found == (None if expected is None else Decimal(expected))


def test_an_unknown_price_fits_no_price_range() -> None:
    assert not fits(entry(), max_input_price=Decimal(100))
    assert fits(entry("a", prices=(price("2"),)), max_input_price=Decimal(2))


def test_output_prices_are_asked_for_beside_input_prices() -> None:
    one = entry("a", prices=(price("2"), price("8", TokenCategory.OUTPUT)))
    assert fits(one, max_input_price=Decimal(2), min_output_price=Decimal(8))
    assert not fits(one, max_output_price=Decimal("7.99"))
    assert not fits(entry("b", prices=(price("2"),)), max_output_price=Decimal(100))


@pytest.mark.parametrize(
    ("stage", "days", "not_before", "expected"),
    [
        pytest.param(Stage.GENERALLY_AVAILABLE, 31, False, True, id="the day after"),
        pytest.param(Stage.GENERALLY_AVAILABLE, 30, False, False, id="on that very day"),
        pytest.param(Stage.GENERALLY_AVAILABLE, 31, True, True, id="not before the day after"),
        pytest.param(Stage.GENERALLY_AVAILABLE, 30, True, None, id="not before that day"),
        pytest.param(Stage.GENERALLY_AVAILABLE, None, False, None, id="no date at all"),
        pytest.param(Stage.RETIRED, None, False, False, id="already retired, nobody says when"),
    ],
)
def test_retired_after_a_day(
    stage: Stage, days: int | None, not_before: bool, expected: bool | None
) -> None:
    retirement = None if days is None else TODAY + timedelta(days=days)
    built = version(stage=stage, retirement=retirement)
    lifecycle = built.lifecycle.but(retirement_not_before=not_before)
    one = entry("gpt-x", built.but(lifecycle=lifecycle))
    asked = CatalogQuery(retires_after=TODAY + timedelta(days=30))
    answer = answers(asked, one, catalog(one.model), TODAY)[Asked.RETIREMENT]
    assert answer is expected
