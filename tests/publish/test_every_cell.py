# SPDX-License-Identifier: MIT
"""Every cell of the region matrices and every shared price, read a second time and compared."""

import ast
from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

import pytest

from azmodels_gui.catalog.document import Catalog, Entry
from azmodels_gui.catalog.facts import Offer
from azmodels_gui.catalog.terms import Availability
from tests.publish import raw_sources
from tests.publish.shipped import Shipped, checked_catalog, names_of, spelled

FEWEST_CELLS = 7_000
FEWEST_SHARED_PRICES = 9_000


@dataclass
class Told:
    """What the matrices tell of a version with one deployment type."""

    offered: set[str] = field(default_factory=set)
    refused: set[str] = field(default_factory=set)


Matrices = dict[tuple[str, str, str], Told]


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return checked_catalog()


@pytest.fixture(scope="module")
def shipped(catalog: Catalog) -> Shipped:
    return spelled(catalog)


@pytest.fixture(scope="module")
def matrices(sources_dir: Path) -> Matrices:
    """What is told by model, version and deployment type, spelled as in the matrices."""
    found: Matrices = defaultdict(Told)
    for mark in raw_sources.marks(sources_dir):
        told = found[mark.model, mark.version, mark.sku]
        (told.offered if mark.offered else told.refused).add(mark.region)
    return found


def contradicted(entry: Entry, sku: str, region: str) -> bool:
    """Tell whether the catalogue keeps that sources disagree on this cell."""
    return any(
        conflict.about == f"availability:{sku}" and region in conflict.regions
        for conflict in entry.version.conflicts
    )


def ended(offer: Offer, catalog: Catalog) -> bool:
    """Tell whether the deployment type has an end of its own that has come."""
    return offer.retirement_date is not None and offer.retirement_date <= catalog.published


def test_the_second_reader_shares_no_code_with_the_build() -> None:
    tree = ast.parse(Path(raw_sources.__file__).read_text(encoding="utf-8"))
    imported = [
        name
        for node in ast.walk(tree)
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    ]
    assert [name for name in imported if name.startswith(("azmodels_gui", "markdown_it"))] == []


def test_the_second_reader_misses_no_cell(sources_dir: Path) -> None:
    cells = list(raw_sources.marks(sources_dir))
    assert len(cells) == raw_sources.cells_counted(sources_dir) > FEWEST_CELLS


def test_every_version_of_the_matrices_is_an_entry(matrices: Matrices, shipped: Shipped) -> None:
    listed = {(model, version) for model, version, _ in matrices}
    missing = {key for key in listed if (key[0].casefold(), key[1]) not in shipped}
    assert missing == set()


def test_every_check_mark_is_an_offer_or_is_contradicted_in_sight(
    matrices: Matrices, shipped: Shipped, catalog: Catalog
) -> None:
    wrong = []
    for (model, version, sku), told in matrices.items():
        entry = shipped[model.casefold(), version]
        offer = entry.offers.get(sku, Offer(deployment_type=sku))
        for region in sorted(told.offered - set(offer.available)):
            if not contradicted(entry, sku, region) and not ended(offer, catalog):
                wrong.append((model, version, sku, region, entry.availability(sku, region)))
    assert wrong == []


def test_every_dash_is_a_no_or_is_contradicted_in_sight(
    matrices: Matrices, shipped: Shipped
) -> None:
    wrong = []
    for (model, version, sku), told in matrices.items():
        entry = shipped[model.casefold(), version]
        for region in sorted(told.refused - told.offered):
            said = entry.availability(sku, region)
            if said is not Availability.NOT_OFFERED and not contradicted(entry, sku, region):
                wrong.append((model, version, sku, region, said))
    assert wrong == []


def test_a_region_without_a_cell_is_a_no_for_a_version_that_has_a_row(
    matrices: Matrices, shipped: Shipped, catalog: Catalog
) -> None:
    """A row that is missing in a tab, and a column the tables do not have, both say no."""
    wrong = []
    for (model, version, sku), told in matrices.items():
        entry = shipped[model.casefold(), version]
        for region in (region.id for region in catalog.regions):
            said = entry.availability(sku, region)
            silent = region not in told.offered | told.refused
            known = said is Availability.NOT_OFFERED or contradicted(entry, sku, region)
            if silent and not known:
                wrong.append((model, version, sku, region, said))
    assert wrong == []


def test_an_offer_that_the_matrices_do_not_mark_has_another_source(
    matrices: Matrices, shipped: Shipped
) -> None:
    files = {"matrix-standard", "matrix-provisioned", "matrix-batch", "matrix-marketplace"}
    marked = {
        (shipped[model.casefold(), version].key, sku, region)
        for (model, version, sku), told in matrices.items()
        for region in told.offered
    }
    unmarked = [
        (*entry.key, offer.deployment_type, region)
        for entry in set(shipped.values())
        for offer in entry.version.offers
        if set(offer.sources) <= files
        for region in offer.available
        if (entry.key, offer.deployment_type, region) not in marked
    ]
    assert unmarked == []


def test_every_statement_on_an_offer_bears_its_date(shipped: Shipped) -> None:
    undated = {
        (entry.title, offer.deployment_type)
        for entry in shipped.values()
        for offer in entry.version.offers
        if offer.as_of is None
    }
    assert undated == set()


def test_the_snapshot_and_the_answers_of_the_price_list_agree(sources_dir: Path) -> None:
    """Of the meters and regions that both have, every one costs the same in both."""
    snapshot = raw_sources.snapshot_prices(sources_dir)
    answers = raw_sources.answered_prices(sources_dir)
    shared = snapshot.keys() & answers.keys()
    assert len(shared) > FEWEST_SHARED_PRICES
    assert [place for place in sorted(shared) if not snapshot[place] <= answers[place]] == []


def test_every_meter_of_the_snapshot_is_a_price_in_each_of_its_regions(
    sources_dir: Path, catalog: Catalog
) -> None:
    """Of the meters of tokens that the catalogue knows at all, others are refused by name, and
    of the regions it lists: those of governments are not among them."""
    listed = {region.id for region in catalog.regions}
    known: dict[str, set[tuple[str, Decimal]]] = defaultdict(set)
    for model in catalog.models:
        for price in model.prices:
            known[price.meter] |= {(region, price.amount) for region in price.regions}
    wrong = []
    for item in raw_sources.snapshot(sources_dir):
        meter = item["meterName"]
        if meter in known and meter.endswith("Tokens"):
            amount = raw_sources.per_million(item)
            regions = listed & set(item["regions"])
            stated = set().union(*(known[name] for name in names_of(meter)))
            missing = {region for region in regions if (region, amount) not in stated}
            if missing:
                wrong.append((meter, amount, sorted(missing)))
    assert wrong == []
