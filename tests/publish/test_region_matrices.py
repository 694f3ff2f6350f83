# SPDX-License-Identifier: MIT
from datetime import date
from pathlib import Path

import pytest

from azmodels_gui.publish.facts import MatrixFact, OfferFact
from azmodels_gui.publish.ledger import Ledger
from azmodels_gui.publish.region_matrices import read_region_matrix
from tests.publish.headings import HEADINGS

PAGE = """---
ms.date: 06/11/2026
---

## Global STANDARD

Prompts are processed anywhere.

# [Americas](#tab/az-americas)

| **Model** | **Version** | **eastus2** | **westus3** |
| :--- | :--- | :---: |
| gpt-x<sup>1</sup> | 2026-03-05 | ✅ | - |
| gpt-new | 2026-07-07 | ✅<sup>2</sup> | ✅ |

# [Europe](#tab/az-europe)

| **Model** | **Version** | **swedencentral**
| :--- | :--- | :---: |
| gpt-x | 2026-03-05 | - |
| whisper | 001 | ✅ |

---

## Data Zone Standard

#### Availability for Azure OpenAI in Foundry Models

# [Americas](#tab/az-americas)

| **Model** | **Version** | **eastus2** |
| :--- | :--- | :---: |
| gpt-x | 2026-03-05 | ✅ |

# [Asia Pacific](#tab/az-apac)

Not available

---

#### Availability for other Foundry Models sold by Azure

# [Americas](#tab/az-americas)

Not available

---
"""


def read(
    folder: Path, text: str, name: str = "deployments-standard.md"
) -> tuple[list[OfferFact], list[MatrixFact], Ledger]:
    page = folder / name
    page.write_text(text, encoding="utf-8")
    ledger = Ledger()
    facts = list(read_region_matrix(page, "matrix", ledger, types=HEADINGS))
    ledger.close()
    offers = [fact for fact in facts if isinstance(fact, OfferFact)]
    return offers, [fact for fact in facts if isinstance(fact, MatrixFact)], ledger


def one_row(
    *cells: str, header: str = "eastus2 | westus3", section: str = "Global standard"
) -> str:
    columns = header.count("|") + 3
    delimiter = "|" + " --- |" * columns
    row = " | ".join(cells)
    return f"## {section}\n\n| Model | Version | {header} |\n{delimiter}\n| {row} |\n"


def test_a_row_says_where_its_version_is_offered_and_where_not(tmp_path: Path) -> None:
    offers, _, _ = read(tmp_path, PAGE)
    first = offers[0]
    assert (first.name, first.version, first.deployment_type) == (
        "gpt-x",
        "2026-03-05",
        "GlobalStandard",
    )
    assert first.available == {"eastus2"}
    assert first.listed == {"eastus2", "westus3"}


def test_each_tab_gives_its_own_rows(tmp_path: Path) -> None:
    offers, _, _ = read(tmp_path, PAGE)
    assert [(fact.deployment_type, fact.name, sorted(fact.listed)) for fact in offers] == [
        ("GlobalStandard", "gpt-x", ["eastus2", "westus3"]),
        ("GlobalStandard", "gpt-new", ["eastus2", "westus3"]),
        ("GlobalStandard", "gpt-x", ["swedencentral"]),
        ("GlobalStandard", "whisper", ["swedencentral"]),
        ("DataZoneStandard", "gpt-x", ["eastus2"]),
    ]


def test_versions_stay_strings(tmp_path: Path) -> None:
    offers, _, _ = read(tmp_path, PAGE)
    assert offers[3].version == "001"


def test_footnotes_on_names_and_marks_are_no_part_of_them(tmp_path: Path) -> None:
    offers, _, ledger = read(tmp_path, PAGE)
    assert offers[1].available == {"eastus2", "westus3"}
    assert ledger.refused() == []


def test_a_matrix_is_as_old_as_its_newest_dated_version(tmp_path: Path) -> None:
    _, matrices, _ = read(tmp_path, PAGE)
    assert {matrix.as_of for matrix in matrices} == {date(2026, 7, 7)}


def test_a_matrix_is_as_old_as_its_page_when_that_is_newer(tmp_path: Path) -> None:
    _, matrices, _ = read(tmp_path, PAGE.replace("06/11/2026", "09/02/2026"))
    assert {matrix.as_of for matrix in matrices} == {date(2026, 9, 2)}


def test_an_undated_matrix_is_older_than_everything(tmp_path: Path) -> None:
    _, matrices, _ = read(tmp_path, one_row("whisper", "001", "✅", "-"))
    assert [matrix.as_of for matrix in matrices] == [date.min]


def test_a_matrix_knows_all_columns_and_the_areas_said_to_be_unavailable(tmp_path: Path) -> None:
    _, matrices, _ = read(tmp_path, PAGE)
    told = [
        (matrix.deployment_type, matrix.channel, matrix.regions, matrix.unavailable_zones)
        for matrix in matrices
    ]
    assert told == [
        (
            "GlobalStandard",
            "azure_openai",
            frozenset({"eastus2", "westus3", "swedencentral"}),
            frozenset(),
        ),
        (
            "DataZoneStandard",
            "azure_openai",
            frozenset({"eastus2"}),
            frozenset({"Asia Pacific"}),
        ),
        ("DataZoneStandard", "azure_direct", frozenset(), frozenset({"Americas"})),
    ]


def test_the_marketplace_page_is_about_marketplace_models(tmp_path: Path) -> None:
    _, matrices, _ = read(tmp_path, PAGE, "marketplace-deployments-standard.md")
    assert [matrix.channel for matrix in matrices] == [
        "marketplace",
        "marketplace",
        "azure_direct",
    ]


@pytest.mark.parametrize(
    "cell",
    [
        pytest.param("Preview", id="a word"),
        pytest.param("❌", id="another sign"),
        pytest.param("✅ -", id="both marks"),
        pytest.param("", id="an empty cell"),
    ],
)
def test_an_unreadable_cell_is_refused_and_unknown(cell: str, tmp_path: Path) -> None:
    offers, _, ledger = read(tmp_path, one_row("gpt-x", "2026-01-01", cell, "✅"))
    assert offers[0].unclear == {"eastus2"}
    assert offers[0].listed == offers[0].available == {"westus3"}
    assert [row.place for row in ledger.refused()] == ["Global standard, row 1, eastus2"]


def test_a_row_that_is_too_short_leaves_the_missing_regions_unknown(tmp_path: Path) -> None:
    offers, _, _ = read(tmp_path, one_row("gpt-x", "2026-01-01", "✅"))
    assert offers[0].unclear == {"westus3"}


def test_a_row_without_a_model_is_refused(tmp_path: Path) -> None:
    offers, _, ledger = read(tmp_path, one_row("", "2026-01-01", "✅", "✅"))
    assert offers == []
    assert [row.reason for row in ledger.refused()] == ["names no model"]


def test_a_row_without_a_version_is_about_the_model(tmp_path: Path) -> None:
    offers, _, _ = read(tmp_path, one_row("gpt-x", "", "✅", "-"))
    assert offers[0].version is None


def test_a_column_that_names_no_region_is_refused(tmp_path: Path) -> None:
    text = one_row("gpt-x", "2026-01-01", "see below", "✅", header="Notes (all) | West US 3")
    offers, _, ledger = read(tmp_path, text)
    assert offers[0].listed == {"westus3"}
    assert [(row.text, row.reason) for row in ledger.refused()] == [
        ("Notes (all)", "names no region")
    ]


def test_a_table_under_an_unknown_heading_is_refused_row_by_row(tmp_path: Path) -> None:
    text = one_row("gpt-x", "2026-01-01", "✅", "-", section="Quantum standard")
    offers, matrices, ledger = read(tmp_path, text)
    assert not offers
    assert not matrices
    assert len(ledger.refused()) == 1


def test_an_unreadable_table_leaves_its_deployment_type_without_a_matrix(tmp_path: Path) -> None:
    """Or a version that stands only in that table would count as not offered."""
    strange = "\n# [Europe](#tab/b)\n\n| Name | Where |\n| --- | --- |\n| gpt-y | Sweden |\n"
    text = one_row("gpt-x", "2026-01-01", "✅", "-") + strange
    offers, matrices, ledger = read(tmp_path, text)
    assert [fact.name for fact in offers] == ["gpt-x"]
    assert matrices == []
    assert [row.text for row in ledger.refused()] == ["gpt-y | Sweden"]


FOLDER = "azure-ai-docs/articles/foundry/foundry-models/includes/model-matrix"


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("deployments-standard", 578),
        ("deployments-provisioned", 236),
        ("deployments-batch", 77),
        ("marketplace-deployments-standard", 57),
    ],
)
def test_every_row_of_the_real_matrices_is_used(name: str, rows: int, sources_dir: Path) -> None:
    path = sources_dir / FOLDER / f"{name}.md"
    lines = path.read_text(encoding="utf-8").splitlines()
    tables = [line for line in lines if line.startswith("|") and "---" not in line]
    counted = sum("**Model**" not in line for line in tables)
    ledger = Ledger()
    facts = list(read_region_matrix(path, name, ledger, types=HEADINGS))
    ledger.close()
    assert ledger.totals() == {name: (counted, counted, 0)}
    assert counted == rows == sum(isinstance(fact, OfferFact) for fact in facts)


def test_the_real_matrices_hold_as_many_check_marks_as_the_facts(sources_dir: Path) -> None:
    for path in (sources_dir / FOLDER).glob("*deployments-*.md"):
        facts = read_region_matrix(path, path.stem, Ledger(), types=HEADINGS)
        marked = sum(len(fact.available) for fact in facts if isinstance(fact, OfferFact))
        assert marked == path.read_text(encoding="utf-8").count("✅")


def test_the_real_batch_page_covers_other_providers_with_a_plain_no(sources_dir: Path) -> None:
    path = sources_dir / FOLDER / "deployments-batch.md"
    matrices = [
        fact
        for fact in read_region_matrix(path, "batch", Ledger(), types=HEADINGS)
        if isinstance(fact, MatrixFact) and fact.channel == "azure_direct"
    ]
    assert [(matrix.deployment_type, matrix.as_of) for matrix in matrices] == [
        ("GlobalBatch", date(2026, 8, 28)),
        ("DataZoneBatch", date(2026, 8, 28)),
    ]
    assert all(len(matrix.unavailable_zones) == 4 for matrix in matrices)


def test_a_row_with_a_cell_too_many_leaves_its_version_unknown_there(tmp_path: Path) -> None:
    """Which cell is too many nobody can say; the other rows and the matrix stand."""
    row = "| gpt-new | 2026-07-07 | ✅<sup>2</sup> | ✅ |"
    europe = "| whisper | 001 | ✅ |"
    page = PAGE.replace(row, f"{row} - |").replace(europe, f"{europe}\n{row[:25]} ✅ |")
    offers, matrices, _ = read(tmp_path, page)
    (damaged,) = [fact for fact in offers if fact.row.endswith("a row too long")]
    assert (damaged.name, damaged.version) == ("gpt-new", "2026-07-07")
    assert not damaged.available
    assert damaged.unclear == {"eastus2", "westus3"}
    assert "GlobalStandard" in {matrix.deployment_type for matrix in matrices}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("| gpt-x | 2026-03-05 | - |\n| whisper | 001 | ✅ |\n", "", id="no rows"),
        pytest.param("| whisper | 001 | ✅ |", "| whisper | x | 001 | ✅ |", id="a row of nobody"),
        pytest.param(PAGE[PAGE.index("---\n\n## Data") :], "", id="cut short within the tabs"),
    ],
)
def test_from_a_matrix_that_lost_rows_nothing_follows(tmp_path: Path, old: str, new: str) -> None:
    """What is missing may have stood in what was lost: no row does not mean no offer."""
    _, matrices, _ = read(tmp_path, PAGE.replace(old, new))
    assert "GlobalStandard" not in {matrix.deployment_type for matrix in matrices}
