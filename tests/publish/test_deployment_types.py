# SPDX-License-Identifier: MIT
from pathlib import Path

import pytest

from azmodels_gui.catalog.document import DeploymentType
from azmodels_gui.catalog.terms import Billing, Scope
from azmodels_gui.publish.deployment_types import check_deployment_types, load_deployment_types
from azmodels_gui.publish.editorial_files import EditorialFault
from azmodels_gui.publish.ledger import Ledger
from tests.builders import DEPLOYMENT_TYPES

EDITORIAL = Path(__file__).parents[2] / "resources" / "editorial" / "deployment_types.toml"

HEADER = "| Deployment type | SKU code | Data processing | Billing | Best for |\n|-|-|-|-|-|\n"


def check(
    folder: Path, table: str, known: tuple[DeploymentType, ...] = DEPLOYMENT_TYPES
) -> tuple[list[str], Ledger]:
    page = folder / "types-1.md"
    page.write_text(table, encoding="utf-8")
    ledger = Ledger()
    problems = list(check_deployment_types(page, "types", ledger, known))
    ledger.close()
    return problems, ledger


def test_a_row_that_agrees_is_used(tmp_path: Path) -> None:
    row = "| [Global](#g) | `GlobalStandard` | Any Azure region | Pay-per-token | all |\n"
    problems, ledger = check(tmp_path, HEADER + row)
    assert problems == []
    assert ledger.totals() == {"types": (1, 1, 0)}


@pytest.mark.parametrize(
    ("row", "said"),
    [
        pytest.param(
            "`QuantumStandard` | Any Azure region | Pay-per-token",
            "SKU 'QuantumStandard' is not in our list",
            id="a SKU that we do not know",
        ),
        pytest.param(
            "`GlobalStandard` | Single region | Pay-per-token",
            "GlobalStandard: 'Single region' does not say 'global'",
            id="another place of processing",
        ),
        pytest.param(
            "`GlobalStandard` | Any Azure region | Free of charge",
            "GlobalStandard: 'Free of charge' does not say 'payg'",
            id="another way to pay",
        ),
    ],
)
def test_a_row_that_says_otherwise_is_refused_and_told(row: str, said: str, tmp_path: Path) -> None:
    (problem,), ledger = check(tmp_path, f"{HEADER}| x | {row} | y |\n")
    assert said in problem
    assert [refused.used for refused in ledger.refused()] == [False]


def test_other_tables_are_refused_with_their_reason(tmp_path: Path) -> None:
    table = (
        "| Requirement | Tier |\n|-|-|\n| cheap | Standard |\n\n| Odd | Table |\n|-|-|\n| a | b |\n"
    )
    problems, ledger = check(tmp_path, table)
    assert problems == []
    assert [row.reason for row in ledger.refused()] == [
        "advice on choosing a deployment type; our own descriptions say it",
        "table names no SKU of deployment types",
    ]


def test_the_editorial_list_has_nine_types_in_two_languages() -> None:
    kinds = load_deployment_types(EDITORIAL)
    assert len({kind.id for kind in kinds}) == 9
    assert len({kind.short_name.de for kind in kinds}) == 9
    assert all(kind.description.en != kind.description.de for kind in kinds)


@pytest.mark.parametrize("kind", DEPLOYMENT_TYPES, ids=lambda kind: str(kind.id))
def test_the_editorial_list_agrees_on_billing_and_scope(kind: DeploymentType) -> None:
    listed = {known.id: known for known in load_deployment_types(EDITORIAL)}
    assert (listed[kind.id].billing, listed[kind.id].scope) == (kind.billing, kind.scope)


def test_the_developer_tier_is_global_and_paid_per_token() -> None:
    developer = load_deployment_types(EDITORIAL)[-1]
    assert (developer.id, developer.billing, developer.scope) == (
        "DeveloperTier",
        Billing.PAYG,
        Scope.GLOBAL,
    )


def test_a_misspelled_key_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "types.toml"
    changed = EDITORIAL.read_text(encoding="utf-8").replace("scope =", "scop =", 1)
    path.write_text(changed, encoding="utf-8")
    with pytest.raises(EditorialFault):
        load_deployment_types(path)


def test_the_real_pages_agree_with_the_editorial_list(sources_dir: Path) -> None:
    folder = sources_dir / "azure-ai-docs/articles/foundry/foundry-models/includes"
    known = load_deployment_types(EDITORIAL)
    ledger = Ledger()
    problems = [
        problem
        for path in sorted(folder.glob("concepts-deployment-types-content-*.md"))
        for problem in check_deployment_types(path, "types", ledger, known)
    ]
    assert problems == []
    assert ledger.totals() == {"types": (20, 9, 11)}
