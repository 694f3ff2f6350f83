# SPDX-License-Identifier: MIT
"""Wrong answers that were found in the catalogue, each as what must hold of the file instead."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from azmodels_gui.catalog.document import Catalog, Entry
from azmodels_gui.catalog.facts import Price
from azmodels_gui.catalog.terms import (
    Availability,
    ContextBand,
    PriceTier,
    Scope,
    Stage,
    TokenCategory,
)
from tests.publish import raw_sources
from tests.publish.shipped import Shipped, checked_catalog, spelled

TODAY = date(2026, 11, 29)
EUROPE = ("germanywestcentral", "francecentral", "switzerlandnorth", "polandcentral", "italynorth")
SCOPES = {
    "GlobalStandard": Scope.GLOBAL,
    "DataZoneStandard": Scope.DATA_ZONE,
    "Standard": Scope.REGIONAL,
}


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return checked_catalog()


@pytest.fixture(scope="module")
def shipped(catalog: Catalog) -> Shipped:
    return spelled(catalog)


def model_of(shipped: Shipped, name: str) -> list[Entry]:
    """Return the entries of a model by any of its spellings."""
    found = {one for (spelling, _), one in shipped.items() if spelling == name.casefold()}
    assert found, name
    return sorted(found, key=lambda entry: entry.version.version)


# What is offered where


@pytest.mark.parametrize(
    ("model", "version", "sku", "region"),
    [
        ("gpt-5.4", "2026-03-05", "DataZoneStandard", "germanywestcentral"),
        ("gpt-5.5", "2026-04-24", "DataZoneProvisionedManaged", "germanywestcentral"),
        ("gpt-5.4-mini", "2026-03-17", "DataZoneStandard", "swedencentral"),
        ("model-router", "2025-11-18", "GlobalStandard", "westus3"),
        ("model-router", "2025-11-18", "GlobalStandard", "australiaeast"),
        ("model-router", "2025-11-18", "GlobalStandard", "southindia"),
    ],
)
def test_what_the_newest_matrix_marks_is_offered(
    shipped: Shipped, model: str, version: str, sku: str, region: str
) -> None:
    assert shipped[model, version].availability(sku, region) is Availability.OFFERED


def test_a_no_is_as_old_as_its_source_and_says_so(shipped: Shipped) -> None:
    offer = shipped["gpt-5.4", "2026-03-05"].offers["Standard"]
    assert offer.as_of == "2026-10-05"


@pytest.mark.parametrize("region", EUROPE)
def test_claude_has_no_data_zone_in_europe(shipped: Shipped, region: str) -> None:
    """The marketplace's matrix says "Not available" for all of Europe."""
    for entry in model_of(shipped, "claude-opus-4-8"):
        assert entry.availability("DataZoneStandard", region) is Availability.NOT_OFFERED


def test_nothing_that_is_sold_and_has_a_quota_is_offered_nowhere_for_want_of_a_row(
    sources_dir: Path, shipped: Shipped
) -> None:
    """A no by silence falls where the version is available, priced in force and has a quota."""
    listed = {
        (shipped[mark.model.casefold(), mark.version].key, mark.sku)
        for mark in raw_sources.marks(sources_dir)
    }
    wrong = [
        (entry.title, sku)
        for entry in set(shipped.values())
        if entry.version.lifecycle.stage is Stage.GENERALLY_AVAILABLE
        for sku, offer in entry.offers.items()
        if sku in SCOPES and not offer.available and offer.covered == "all"
        if (entry.key, sku) not in listed
        if any(quota.deployment_type == sku and quota.tpm for quota in entry.quotas)
        if any(
            price.scope is SCOPES[sku] and price.in_force_on(TODAY) and not price.secondary
            for price in entry.prices
        )
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("model", "version"),
    [("gpt-4o", "2024-05-13"), ("gpt-4o", "2024-08-06"), ("gpt-4o-mini", "2024-07-18")],
)
def test_a_deployment_type_can_end_before_its_version(
    shipped: Shipped, model: str, version: str
) -> None:
    """The matrices still mark regional Standard, the service's own list ended it in March."""
    entry = shipped[model, version]
    assert entry.offers["Standard"].retirement_date == date(2026, 3, 31)
    assert entry.offers["Standard"].retirement_source is not None
    assert entry.offers["GlobalStandard"].retirement_date is None
    assert any(
        conflict.about == "availability:Standard"
        and {"retirement-table", "matrix-standard"} <= {each.source for each in conflict.claims}
        for conflict in entry.version.conflicts
    )


def test_a_conflict_with_the_model_list_is_not_told_as_one_between_matrices(
    shipped: Shipped,
) -> None:
    wrong = [
        (entry.title, conflict.about)
        for entry in shipped.values()
        for conflict in entry.version.conflicts
        if conflict.note is not None
        and "matrices of different dates" in conflict.note.en
        and any(claim.source == "arm-models" for claim in conflict.claims)
    ]
    assert wrong == []


# Dates


@pytest.mark.parametrize(
    ("model", "version", "day"),
    [
        ("gpt-4.1-nano", "2025-04-14", date(2027, 4, 14)),
        ("gpt-realtime-mini", "2025-10-06", date(2027, 4, 6)),
        ("gpt-4o", "2024-05-13", date(2027, 1, 14)),
        ("whisper", "001", date(2027, 2, 26)),
        ("gpt-5-mini", "2025-08-07", date(2027, 7, 13)),
        ("gpt-5.1", "2025-11-13", date(2027, 7, 13)),
        ("kimi-k2.7-code", "2026-06-12", date(2027, 4, 16)),
        ("flux-1.1-pro", "1", date(2027, 1, 5)),
    ],
)
def test_the_newest_dated_statement_gives_the_retirement_date(
    shipped: Shipped, model: str, version: str, day: date
) -> None:
    assert shipped[model, version].version.lifecycle.retirement_date == day


@pytest.mark.parametrize(
    ("model", "day"),
    [
        ("Phi-4", date(2027, 1, 17)),
        ("Llama-4-Maverick-17B-128E-Instruct-FP8", date(2026, 11, 19)),
    ],
)
def test_a_dash_in_the_schedule_says_nothing(shipped: Shipped, model: str, day: date) -> None:
    days = {entry.version.lifecycle.retirement_date for entry in model_of(shipped, model)}
    assert days == {day}


@pytest.mark.parametrize(
    ("model", "version", "older"),
    [
        ("gpt-4o", "2024-05-13", "2026-12-09"),
        ("gpt-5-mini", "2025-08-07", "2027-02-09"),
        ("kimi-k2.7-code", "2026-06-12", "2026-10-03"),
    ],
)
def test_an_overruled_date_stays_in_sight(
    shipped: Shipped, model: str, version: str, older: str
) -> None:
    claims = [
        claim.value
        for conflict in shipped[model, version].version.conflicts
        if conflict.about == "retirement_date"
        for claim in conflict.claims
    ]
    assert older in claims


@pytest.mark.parametrize(
    ("model", "version"),
    [
        ("gpt-35-turbo", "0125"),
        ("gpt-35-turbo", "1106"),
        ("gpt-4o-realtime-preview", "2024-12-17"),
        ("gpt-4o-audio-preview", "2024-12-17"),
        ("o1-mini", "2024-09-12"),
    ],
)
def test_an_old_version_has_a_stage_a_date_or_the_list_that_no_longer_names_it(
    shipped: Shipped, model: str, version: str
) -> None:
    lifecycle = shipped[model, version].version.lifecycle
    assert lifecycle.stage or lifecycle.retirement_date or lifecycle.unlisted_in


def test_dall_e_3_no_longer_looks_alive(shipped: Shipped) -> None:
    for entry in model_of(shipped, "dall-e-3"):
        lifecycle = entry.version.lifecycle
        assert lifecycle.stage or lifecycle.retirement_date or lifecycle.unlisted_in


# Limits


@pytest.mark.parametrize(
    ("model", "window", "output"),
    [
        ("Llama-4-Scout-17B-16E-Instruct", 128_000, 8_192),
        ("mistral-small-2503", 32_768, 4_096),
        ("mistral-medium-2505", 128_000, 128_000),
        ("Phi-4-reasoning", 32_768, 32_768),
        ("Phi-4-mini-reasoning", 128_000, 128_000),
    ],
)
def test_microsofts_limits_come_before_those_of_a_list(
    shipped: Shipped, model: str, window: int, output: int
) -> None:
    for entry in model_of(shipped, model):
        limits = entry.version.limits
        taken = limits.max_input or limits.context_window
        assert taken is not None
        assert limits.max_output is not None
        assert (taken.tokens, limits.max_output.tokens) == (window, output)


# Prices


def standing(
    entries: Sequence[Entry],
    category: TokenCategory,
    scope: Scope,
    region: str,
    day: date,
) -> list[Price]:
    """Return the plain primary prices of short requests that hold in a region on a day."""
    return [
        price
        for price in dict.fromkeys(price for entry in entries for price in entry.prices)
        if (price.category, price.scope) == (category, scope)
        and region in price.regions
        and price.in_force_on(day)
        and price.tier is PriceTier.STANDARD
        and price.context_band in (None, ContextBand.SHORT)
        and not (price.secondary or price.fine_tuned or price.variant)
    ]


@pytest.mark.parametrize(
    ("model", "taken", "given"),
    [("gpt-5.4", "2.75", "16.50"), ("gpt-5-mini", "0.275", "2.20")],
)
@pytest.mark.parametrize("region", ["germanywestcentral", "francecentral", "polandcentral"])
def test_the_data_zone_has_a_price_per_token_in_the_home_market(
    shipped: Shipped, region: str, model: str, taken: str, given: str
) -> None:
    entries = model_of(shipped, model)
    for category, amount in ((TokenCategory.INPUT, taken), (TokenCategory.OUTPUT, given)):
        found = standing(entries, category, Scope.DATA_ZONE, region, TODAY)
        assert {price.amount for price in found} == {Decimal(amount)}


def test_a_price_begins_in_a_region_when_its_meter_says(shipped: Shipped) -> None:
    """Only North Europe began in June; the others did not follow it."""
    entries = model_of(shipped, "gpt-5.4")
    found = standing(entries, TokenCategory.INPUT, Scope.GLOBAL, "swedencentral", TODAY)
    assert {price.effective_from for price in found} == {date(2026, 3, 1)}


@pytest.mark.parametrize(("day", "amount"), [(date(2026, 7, 10), "5"), (TODAY, "4")])
def test_an_overtaken_price_is_ended_and_not_forgotten(
    shipped: Shipped, day: date, amount: str
) -> None:
    """GPT-5.6 sol cost 5 dollars at first; the lists that say 4 do not all name the scope."""
    (entry,) = model_of(shipped, "gpt-5.6-sol")
    prices = [
        price
        for price in entry.prices
        if price.category is TokenCategory.INPUT
        and price.scope in (None, Scope.GLOBAL)
        and price.tier is PriceTier.STANDARD
        and price.context_band in (None, ContextBand.SHORT)
        and price.in_force_on(day)
        and not (price.regions and "swedencentral" not in price.regions)
    ]
    primary = [price for price in prices if not price.secondary]
    assert {price.amount for price in primary or prices} == {Decimal(amount)}


def test_a_promotion_tells_until_when_it_is_promised(shipped: Shipped) -> None:
    (entry,) = model_of(shipped, "gpt-5.6-sol")
    assert date(2026, 11, 30) in {price.at_least_until for price in entry.prices}


def test_no_two_prices_of_one_meter_hold_at_once(catalog: Catalog) -> None:
    """In one region; a meter that several models share counts for each of them alone."""
    wrong = []
    for model in catalog.models:
        amounts = defaultdict(set)
        for price in model.prices:
            if price.in_force_on(TODAY) and not price.secondary:
                for region in price.regions:
                    place = (price.meter, price.unit, price.category, price.variant, region)
                    amounts[place, price.versions].add(price.amount)
        wrong += [(model.id, *place) for place, found in amounts.items() if len(found) > 1]
    assert wrong == []


# What a version can do, who runs it, what it is called


@pytest.mark.parametrize("model", ["gpt-5", "gpt-5.1", "gpt-5.4", "gpt-5.6-sol", "o3", "gpt-6-sol"])
def test_reasoning_effort_is_known_of_the_models_that_reason(shipped: Shipped, model: str) -> None:
    for entry in model_of(shipped, model):
        known = {one.id: one for one in entry.version.capabilities}
        assert known["reasoning-effort"].supported


def test_the_levels_of_reasoning_effort_are_values(shipped: Shipped) -> None:
    (entry,) = model_of(shipped, "gpt-5.6-sol")
    known = {one.id: one for one in entry.version.capabilities}
    assert {"none", "xhigh"} <= set(known["reasoning-effort"].levels)
    assert "minimal" not in known["reasoning-effort"].levels


@pytest.mark.parametrize("version", ["1", "2"])
def test_claude_says_whose_machines_it_runs_on(shipped: Shipped, version: str) -> None:
    hosted = shipped["claude-opus-4-8", version].version.hosted_by
    assert hosted is not None
    assert hosted.by == {"1": "anthropic", "2": "azure"}[version]


def test_a_service_has_no_deployment_types(catalog: Catalog) -> None:
    (speech,) = [model for model in catalog.models if model.id == "azure-speech"]
    assert [version.offers for version in speech.versions] == [()]


@pytest.mark.parametrize(
    "ghost", ["DeepSeek V4 Flash 0731", "Qwen 3 32B", "gpt-5.6", "mistral-large-latest"]
)
def test_another_spelling_is_no_model_of_its_own(catalog: Catalog, ghost: str) -> None:
    assert ghost.casefold() not in {model.id.casefold() for model in catalog.models}


@pytest.mark.parametrize("model", ["gpt-image-2.5-flare", "gpt-live-transcribe"])
def test_one_version_with_two_dates_is_one_entry(shipped: Shipped, model: str) -> None:
    assert len(model_of(shipped, model)) == 1


def test_every_provider_has_a_name(catalog: Catalog) -> None:
    known = {provider.id for provider in catalog.providers}
    assert {model.id for model in catalog.models if model.provider not in known} == set()
