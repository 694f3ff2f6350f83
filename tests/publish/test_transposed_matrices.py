# SPDX-License-Identifier: MIT
from datetime import date
from pathlib import Path

import pytest

from azmodels_gui.publish.facts import MatrixFact, OfferFact
from azmodels_gui.publish.ledger import Ledger
from azmodels_gui.publish.transposed_matrices import read_transposed_matrix

PAGE = """---
ms.date: 04/02/2026
---

| **Region** | **Grok-x<sup>1</sup>** | **FLUX.9-pro** |
|:---|:---:|
| eastus2 | ✅ | - |
| swedencentral | ✅ | ✅ |
"""


def read(
    folder: Path, text: str, name: str = "data-zone-standard.md"
) -> tuple[list[OfferFact], list[MatrixFact], Ledger]:
    page = folder / name
    page.write_text(text, encoding="utf-8")
    ledger = Ledger()
    facts = list(read_transposed_matrix(page, "matrix", ledger))
    ledger.close()
    offers = [fact for fact in facts if isinstance(fact, OfferFact)]
    return offers, [fact for fact in facts if isinstance(fact, MatrixFact)], ledger


def test_each_column_is_a_model_without_a_version(tmp_path: Path) -> None:
    offers, _, _ = read(tmp_path, PAGE)
    told = [(fact.name, fact.version, fact.deployment_type, fact.available) for fact in offers]
    assert told == [
        ("Grok-x", None, "DataZoneStandard", frozenset({"eastus2", "swedencentral"})),
        ("FLUX.9-pro", None, "DataZoneStandard", frozenset({"swedencentral"})),
    ]
    assert offers[1].listed == {"eastus2", "swedencentral"}


def test_the_matrix_covers_other_providers_as_of_the_pages_date(tmp_path: Path) -> None:
    _, matrices, _ = read(tmp_path, PAGE)
    assert [(matrix.channel, matrix.as_of, matrix.regions) for matrix in matrices] == [
        ("azure_direct", date(2026, 4, 2), frozenset({"eastus2", "swedencentral"}))
    ]


def test_each_region_is_a_row_of_the_ledger(tmp_path: Path) -> None:
    _, _, ledger = read(tmp_path, PAGE)
    assert ledger.totals() == {"matrix": (2, 2, 0)}


def test_an_unreadable_cell_is_refused_and_unknown(tmp_path: Path) -> None:
    offers, _, ledger = read(tmp_path, PAGE.replace("| eastus2 | ✅ |", "| eastus2 | soon |"))
    assert offers[0].listed == {"swedencentral"}
    assert offers[0].unclear == {"eastus2"}
    assert [row.text for row in ledger.refused()] == ["soon"]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        pytest.param(
            "| swedencentral |", "| (all others) |", "names no region", id="no region in the row"
        ),
        pytest.param(
            "| swedencentral |",
            "| eastus2 |",
            "the region comes twice in this table",
            id="a region twice",
        ),
    ],
)
def test_a_row_that_cannot_be_placed_is_refused(
    old: str, new: str, reason: str, tmp_path: Path
) -> None:
    offers, _, ledger = read(tmp_path, PAGE.replace(old, new))
    assert [row.reason for row in ledger.refused()] == [reason]
    assert offers[0].listed == {"eastus2"}


def test_a_column_without_a_model_is_refused(tmp_path: Path) -> None:
    offers, _, ledger = read(tmp_path, PAGE.replace("**FLUX.9-pro**", " "))
    assert [fact.name for fact in offers] == ["Grok-x"]
    assert [row.reason for row in ledger.refused()] == ["names no model"]


def test_an_unknown_file_name_is_no_deployment_type(tmp_path: Path) -> None:
    offers, matrices, ledger = read(tmp_path, PAGE, "surprise.md")
    assert not offers
    assert not matrices
    assert {row.reason for row in ledger.refused()} == {"the file's name names no deployment type"}


def test_another_kind_of_table_is_refused(tmp_path: Path) -> None:
    offers, matrices, ledger = read(tmp_path, PAGE.replace("**Region**", "**Limit**"))
    assert not offers
    assert not matrices
    assert len(ledger.refused()) == 2


@pytest.mark.parametrize(
    ("name", "regions", "models"),
    [
        ("global-standard", 30, 28),
        ("data-zone-standard", 16, 13),
        ("global-provisioned-managed", 30, 4),
    ],
)
def test_every_region_and_mark_of_the_real_matrices_is_used(
    name: str, regions: int, models: int, sources_dir: Path
) -> None:
    folder = sources_dir / "azure-ai-docs/articles/foundry/foundry-models/includes/model-matrix"
    path = folder / f"{name}.md"
    ledger = Ledger()
    facts = list(read_transposed_matrix(path, name, ledger))
    offers = [fact for fact in facts if isinstance(fact, OfferFact)]
    assert ledger.totals() == {name: (regions, regions, 0)}
    assert len(offers) == models
    marked = sum(len(fact.available) for fact in offers)
    assert marked == path.read_text(encoding="utf-8").count("✅")
