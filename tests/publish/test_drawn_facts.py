# SPDX-License-Identifier: MIT
"""Facts drawn at random from the sources stand in the shipped catalogue, and the other way."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from random import Random, SystemRandom
from typing import Any, Protocol, TypeVar

import msgspec
import pytest

from azmodels_gui.catalog.facts import PtuParameters
from azmodels_gui.catalog.terms import Scope, Stage, TokenCategory
from tests.publish import raw_sources
from tests.publish.shipped import Shipped, checked_catalog, names_of, spelled

SEED = 20261124
DRAWN = 200
"""Facts of each kind; a kind that has fewer is checked as a whole."""
FEWEST_ENDINGS = 80
STAGES = {
    "GA": Stage.GENERALLY_AVAILABLE,
    "Preview": Stage.PREVIEW,
    "Legacy": Stage.LEGACY,
    "Deprecated": Stage.DEPRECATED,
    "Retired": Stage.RETIRED,
}
Fact = TypeVar("Fact")


class Draw(Protocol):
    """Takes some of the facts of one kind."""

    def __call__(self, facts: Sequence[Fact]) -> list[Fact]: ...


@pytest.fixture(scope="module", params=["the same facts each time", "other facts each time"])
def drawn(request: pytest.FixtureRequest) -> Draw:
    """Return what draws facts; the seed is told with a failure."""
    fresh = request.param == "other facts each time"
    seed = SystemRandom().randrange(10**9) if fresh else SEED

    def draw(facts: Sequence[Fact]) -> list[Fact]:
        print(f"drawn with the seed {seed}")
        assert len(facts) > 0
        return Random(seed).sample(facts, min(DRAWN, len(facts)))

    return draw


@pytest.fixture(scope="module")
def shipped() -> Shipped:
    """Every entry by each spelling of its model, in small letters, and its version."""
    return spelled(checked_catalog())


def test_rows_of_the_retirement_schedule(sources_dir: Path, shipped: Shipped, drawn: Draw) -> None:
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


def test_quotas_of_the_tiers(sources_dir: Path, shipped: Shipped, drawn: Draw) -> None:
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


def test_columns_of_the_ptu_table(sources_dir: Path, shipped: Shipped, drawn: Draw) -> None:
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


def test_context_cells_of_the_newest_model_tables(
    sources_dir: Path, shipped: Shipped, drawn: Draw
) -> None:
    wrong = []
    for name, version, figures in drawn(raw_sources.limits(sources_dir)):
        known = shipped[name, version].version.limits
        stated = [known.context_window, known.max_input, known.max_output]
        if [limit and limit.tokens for limit in stated][: len(figures)] != figures:
            wrong.append((name, version, figures, stated))
    assert wrong == []


def test_meters_of_the_price_lists(sources_dir: Path, shipped: Shipped, drawn: Draw) -> None:
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
        known = any((name, amount, region, begins) in prices for name in names_of(meter))
        if not known and claim not in claims:
            wrong.append((meter, amount, region, begins))
    assert wrong == []


def test_prices_of_the_catalogue(sources_dir: Path, shipped: Shipped, drawn: Draw) -> None:
    """The other way: a price drawn from the catalogue is in the list of each of its regions."""
    listed: dict[tuple[str, str, str], set[Decimal]] = defaultdict(set)
    for item in raw_sources.meters(sources_dir):
        place = (item["meterName"], item["armRegionName"], item["effectiveStartDate"][:10])
        listed[place].add(raw_sources.per_million(item))
    for item in raw_sources.snapshot(sources_dir):
        if item["meterName"].endswith("Tokens"):
            for region in item["regions"]:
                place = (item["meterName"], region, item["effectiveStartDate"][:10])
                listed[place].add(raw_sources.per_million(item))
    known = {
        price
        for entry in shipped.values()
        for price in entry.model.prices
        if price.source == "retail-2026-08" and price.meter.endswith("Tokens")
    }
    wrong = []
    for price in drawn(sorted(known, key=msgspec.json.encode)):
        for region in price.regions:
            amounts = listed[price.meter, region, str(price.effective_from)]
            if price.amount not in amounts:
                wrong.append((price, region, amounts))
    assert wrong == []


def test_days_that_litellm_read_on_a_page_of_microsoft(
    sources_dir: Path, shipped: Shipped, drawn: Draw
) -> None:
    """They are the newest statements there are, so they are the days that are shown.

    Left out is what this reader cannot tell: a key without a version where the model has
    several, a version of which the list itself states several days, and `ada`, by which the
    list means an embedding and the catalogue the model of that name.
    """
    versions = defaultdict(set)
    for (name, _), entry in shipped.items():
        versions[name].add(entry)
    days: dict[tuple[str, str], set[date]] = defaultdict(set)
    for ending in raw_sources.litellm_endings(sources_dir):
        known = versions[ending.model.casefold()]
        if ending.model == "ada":
            continue
        if len(known) == 1 and not ending.version:
            days[next(iter(known)).key].add(ending.day)
        elif (found := shipped.get((ending.model.casefold(), ending.version))) is not None:
            days[found.key].add(ending.day)
    clear = sorted((key, min(stated)) for key, stated in days.items() if len(stated) == 1)
    assert len(clear) > FEWEST_ENDINGS
    by_key = {entry.key: entry for entry in shipped.values()}
    wrong = []
    for key, day in drawn(clear):
        shown = by_key[key].version.lifecycle.retirement_date
        if shown != day:
            wrong.append((key, str(shown), str(day)))
    assert wrong == []


def test_limits_of_the_models_from_partners(
    sources_dir: Path, shipped: Shipped, drawn: Draw
) -> None:
    """A newer page may state another figure; then both are in sight."""
    wrong = []
    for row in drawn(raw_sources.facts_table(sources_dir, "models-from-partners")):
        named = [one for (name, _), one in shipped.items() if name == row["model"].casefold()]
        figures = {int(cell) for cell in list(row.values())[1:] if cell.isdigit()}
        for entry in named:
            limits = entry.version.limits
            stated = (limits.context_window, limits.max_input, limits.max_output)
            known = {limit.tokens for limit in stated if limit}
            known |= {int(text) for text in _claims({("", ""): entry}) if text.isdigit()}
            if not figures <= known:
                wrong.append((entry.title, figures, known))
        assert named, row["model"]
    assert wrong == []


def test_who_runs_the_models_of_anthropic(sources_dir: Path, shipped: Shipped, drawn: Draw) -> None:
    """Version 2 is hosted on Azure, version 1 on Anthropic's own infrastructure."""
    wrong = []
    for row in drawn(raw_sources.facts_table(sources_dir, "claude-models")):
        name, azure, own = list(row.values())[:3]
        for version, stage, by in (("2", azure, "azure"), ("1", own, "anthropic")):
            entry = shipped.get((name.casefold(), version))
            if stage == "-" or entry is None:
                continue
            hosted = entry.version.hosted_by
            if hosted is None or hosted.by != by:
                wrong.append((name, version, hosted))
    assert wrong == []


def _claims(shipped: Shipped) -> set[str]:
    return {
        claim.value
        for entry in shipped.values()
        for conflict in entry.version.conflicts
        for claim in conflict.claims
    }
