# SPDX-License-Identifier: MIT
"""Facts drawn at random from the sources stand in the shipped catalogue, and the other way."""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any, TypeVar

import msgspec
import pytest

from azmodels_gui.catalog.entry import Entry, entries
from azmodels_gui.catalog.prices import PtuParameters
from azmodels_gui.catalog.terms import Availability, Scope, Stage, TokenCategory
from azmodels_gui.storage.catalog_file import bundled_catalog
from tests.publish import raw_sources

SEED = 20261124
DRAWN = 400
"""Facts of each kind; a kind that has fewer is checked as a whole."""
TWINS = {
    "4o 0806 ft cd inp Dz Tokens": "gpt-4o-0806-cached-FT-inp-datazone Tokens",
    "gpt-4o-mini-0718-cached-FT-inp-datazone Tokens": "4o mini 0718 ft cd inp Dz Tokens",
}
"""Meters whose price stands in the catalogue under another name of the same thing."""
STAGES = {
    "GA": Stage.GENERALLY_AVAILABLE,
    "Preview": Stage.PREVIEW,
    "Legacy": Stage.LEGACY,
    "Deprecated": Stage.DEPRECATED,
    "Retired": Stage.RETIRED,
}
Fact = TypeVar("Fact")


def drawn(facts: Sequence[Fact]) -> list[Fact]:
    assert len(facts) > 0
    return Random(SEED).sample(facts, min(DRAWN, len(facts)))


@pytest.fixture(scope="module")
def shipped() -> dict[tuple[str, str], Entry]:
    """Every entry by each spelling of its model, in small letters, and its version."""
    every = entries(bundled_catalog())
    found = {(entry.model.id.casefold(), entry.version.version): entry for entry in every}
    for entry in every:
        for alias in entry.model.aliases:
            found.setdefault((alias.name.casefold(), entry.version.version), entry)
    return found


Shipped = dict[tuple[str, str], Entry]


def test_cells_of_the_matrices(sources_dir: Path, shipped: Shipped) -> None:
    """Where another source contradicts the cell, a conflict names the region."""
    wrong = []
    for mark in drawn(list(raw_sources.marks(sources_dir))):
        entry = shipped[mark.model.casefold(), mark.version]
        said = entry.availability(mark.sku, mark.region)
        expected = Availability.OFFERED if mark.offered else Availability.NOT_OFFERED
        if said is not expected and said is not Availability.CONFLICT:
            wrong.append((mark, said))
    assert wrong == []


def test_rows_of_the_retirement_schedule(sources_dir: Path, shipped: Shipped) -> None:
    """A row that the page has twice with other dates is a conflict, not an error."""
    wrong = []
    for cells in drawn(raw_sources.schedule(sources_dir)):
        entry = shipped.get((cells["Model"].casefold(), cells["Version"].strip("—")))
        if entry is None:
            continue  # a footnote or remark in the name: for the parsers, not for this reader
        lifecycle = entry.version.lifecycle
        days = _claims({("", ""): entry}) | {str(lifecycle.retirement_date)}
        stage = STAGES[cells["Lifecycle"]]
        if cells["Retirement date"] not in days or lifecycle.stage is not stage:
            wrong.append((cells, lifecycle))
    assert wrong == []


def test_quotas_of_the_tiers(sources_dir: Path, shipped: Shipped) -> None:
    models = {name: entry.model for (name, _), entry in shipped.items()}
    wrong = []
    for name, sku, tier, requests, seconds, tpm in drawn(raw_sources.quotas(sources_dir)):
        stated = {
            (quota.requests, quota.request_period_s, quota.tpm)
            for quota in models[name.casefold()].quotas
            if (quota.deployment_type, quota.tier) == (sku, tier)
        }
        if (requests, seconds, tpm) not in stated:
            wrong.append((name, sku, tier, stated))
    assert wrong == []


def test_columns_of_the_ptu_table(sources_dir: Path, shipped: Shipped) -> None:
    wrong = []
    for name, version, cells in drawn(raw_sources.sizes(sources_dir)):
        (known,) = [one for one in shipped[name, version].ptu if not one.history]
        if _sizing(known) != _read_sizing(cells):
            wrong.append((name, _sizing(known), _read_sizing(cells)))
    assert wrong == []


def _sizing(known: PtuParameters) -> dict[str, Any]:
    sizes = {size.scope: (size.minimum_ptu, size.scale_increment) for size in known.sizing}
    ratio = [
        weight.weight
        for weight in known.weights
        if weight.category is TokenCategory.OUTPUT and weight.context_band is None
    ]
    return {
        "tpm": known.input_tpm_per_ptu,
        "wide": {sizes[Scope.GLOBAL], sizes[Scope.DATA_ZONE]},
        "regional": sizes[Scope.REGIONAL],
        "ratio": ratio,
    }


def _read_sizing(cells: dict[str, str]) -> dict[str, Any]:
    def figure(start: str) -> int:
        return raw_sources.number(cells[raw_sources.one_of(list(cells), start)])

    ratio = cells["Output-to-input ratio"]
    wide = (figure("global & data zone provisioned m"), figure("global & data zone provisioned s"))
    return {
        "tpm": figure("input tpm"),
        "wide": {wide},
        "regional": (figure("regional provisioned m"), figure("regional provisioned s")),
        "ratio": [Decimal(ratio)] if ratio.isdigit() else [],
    }


def test_context_cells_of_the_newest_model_tables(sources_dir: Path, shipped: Shipped) -> None:
    wrong = []
    for name, version, figures in drawn(raw_sources.limits(sources_dir)):
        known = shipped[name, version].version.limits
        stated = [known.context_window, known.max_input, known.max_output]
        if [limit and limit.tokens for limit in stated][: len(figures)] != figures:
            wrong.append((name, version, figures, stated))
    assert wrong == []


def test_meters_of_the_price_lists(sources_dir: Path, shipped: Shipped) -> None:
    """Amount, region and first day of a meter are a price, or the claim of one overtaken."""
    prices = {
        (price.meter, price.amount, region, str(price.effective_from))
        for entry in shipped.values()
        for price in entry.model.prices
        for region in price.regions
    }
    claims = _claims(shipped)
    wrong = []
    for item in drawn(raw_sources.meters(sources_dir)):
        meter, amount = item["meterName"], raw_sources.per_million(item)
        region, begins = item["armRegionName"], item["effectiveStartDate"][:10]
        claim = f"{amount.normalize():f} USD per 1M tokens since {begins}"
        names = {meter, TWINS.get(meter, meter)}
        known = any((name, amount, region, begins) in prices for name in names)
        if not known and claim not in claims:
            wrong.append((meter, amount, region, begins))
    assert wrong == []


def test_prices_of_the_catalogue(sources_dir: Path, shipped: Shipped) -> None:
    """The other way: a price drawn from the catalogue is in the list of each of its regions."""
    listed = {
        (item["meterName"], item["armRegionName"], item["effectiveStartDate"][:10]): item
        for item in raw_sources.meters(sources_dir)
    }
    known = {
        price
        for entry in shipped.values()
        for price in entry.model.prices
        if price.source == "retail-2026-08" and price.meter.endswith("Tokens")
    }
    wrong = []
    for price in drawn(sorted(known, key=msgspec.json.encode)):
        for region in price.regions:
            item = listed.get((price.meter, region, str(price.effective_from)))
            if item is None or raw_sources.per_million(item) != price.amount:
                wrong.append((price, item))
    assert wrong == []


def test_offers_of_the_catalogue(sources_dir: Path, shipped: Shipped) -> None:
    """The other way: an offer drawn from the catalogue has its check mark."""
    matrices = {"matrix-standard", "matrix-provisioned", "matrix-batch", "matrix-marketplace"}
    marked = {
        (shipped[mark.model.casefold(), mark.version].model.id, mark.version, mark.sku, mark.region)
        for mark in raw_sources.marks(sources_dir)
        if mark.offered
    }
    offered = {
        (entry.model.id, entry.version.version, offer.deployment_type, region)
        for entry in shipped.values()
        for offer in entry.version.offers
        if set(offer.sources) <= matrices
        for region in offer.available
    }
    assert [cell for cell in drawn(sorted(offered)) if cell not in marked] == []


def _claims(shipped: Shipped) -> set[str]:
    return {
        claim.value
        for entry in shipped.values()
        for conflict in entry.version.conflicts
        for claim in conflict.claims
    }
