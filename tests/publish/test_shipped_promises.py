# SPDX-License-Identifier: MIT
"""What the catalogue promises of every figure, held against the one that is shipped."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from azmodels_gui.catalog.document import Catalog, entries
from azmodels_gui.catalog.facts import Conflict, Price, PtuPrice
from azmodels_gui.storage.bundled import bundled_catalog_bytes
from tests.builders import shipped_catalog

FIGURES = frozenset(
    {
        *("amount", "tokens", "until", "tpm", "requests", "enqueued_tokens", "input_tpm_per_ptu"),
        *("stage", "retirement_date", "deprecation_date", "training_retirement", "latitude"),
        *("deployment_retirement", "start_with", "available", "target", "value"),
    }
)
"""Fields that state a fact: the part they stand in names its source."""
Part = dict[str, Any]


def parts(value: Any) -> Iterator[Part]:
    """Yield every object of a document."""
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value:
        if isinstance(inner, dict | list):
            yield from parts(inner)


@pytest.fixture(scope="module")
def document() -> Part:
    found: Part = json.loads(bundled_catalog_bytes())
    return found


@pytest.fixture(scope="module")
def shipped() -> Catalog:
    return shipped_catalog()


def test_every_figure_has_a_source_with_a_date(document: Part) -> None:
    dated = {source["id"] for source in document["sources"] if source.get("as_of")}
    stating = [part for part in parts(document) if FIGURES & part.keys()]
    undated = [
        part for part in stating if not {part.get("source"), *part.get("sources", ())} & dated
    ]
    assert len(stating) > 6_000
    assert undated == []


def all_conflicts(catalog: Catalog) -> Iterator[Conflict]:
    yield from catalog.conflicts
    for entry in entries(catalog):
        yield from entry.version.conflicts


def test_every_conflict_has_two_claims_that_differ(shipped: Catalog) -> None:
    found = list(all_conflicts(shipped))
    alike = [each for each in found if len({claim.value for claim in each.claims}) < 2]
    assert len(found) > 100
    assert alike == []


def test_every_claim_in_words_and_every_note_is_told_in_german_too(shipped: Catalog) -> None:
    """A number is the same in both languages, but for its point."""
    claims = [claim for each in all_conflicts(shipped) for claim in each.claims]
    assert [claim for claim in claims if "USD" in claim.value and not claim.de] == []
    assert [price.note for price in shipped.ptu_prices if price.note and not price.note_de] == []


def test_every_replacement_is_in_the_catalogue(shipped: Catalog) -> None:
    """`gpt-4o (2024-11-20)` is a model and one of its versions."""
    known = {
        (name.casefold(), version.version)
        for model in shipped.models
        for name in (model.id, *(alias.name for alias in model.aliases))
        for version in model.versions
    }
    known |= {(name, "") for name, _ in known}
    named = {name for entry in entries(shipped) for name in entry.version.lifecycle.replacements}
    assert len(named) > 30
    split = ((name, *name.removesuffix(")").partition(" (")) for name in named)
    assert [
        name for name, model, _, version in split if (model.casefold(), version) not in known
    ] == []


def test_no_cell_is_offered_and_outside_of_what_the_source_covers(shipped: Catalog) -> None:
    offers = [offer for entry in entries(shipped) for offer in entry.version.offers]
    assert len(offers) > 1_000
    assert [
        (offer, region)
        for offer in offers
        for region in offer.available
        if offer.covered != "all" and region not in offer.covered
    ] == []


def test_a_disputed_region_has_its_claims_among_the_conflicts(shipped: Catalog) -> None:
    silent = [
        (entry.title, offer.deployment_type, region)
        for entry in entries(shipped)
        for offer in entry.version.offers
        for region in offer.disputed
        if not any(
            conflict.about == f"availability:{offer.deployment_type}" and region in conflict.regions
            for conflict in entry.version.conflicts
        )
    ]
    assert silent == []


def test_no_price_holds_before_it_begins_or_costs_nothing(shipped: Catalog) -> None:
    prices: list[Price | PtuPrice] = [*shipped.ptu_prices]
    for model in shipped.models:
        prices += model.prices
    assert [price for price in prices if price.amount <= 0] == []
    assert [price for price in prices if not _begins_first(price)] == []


def _begins_first(price: Price | PtuPrice) -> bool:
    first, last = price.effective_from, price.effective_until
    return first is None or last is None or first <= last
