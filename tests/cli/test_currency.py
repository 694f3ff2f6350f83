# SPDX-License-Identifier: MIT
"""`--currency`: prices that the catalogue states in it, used without a rate."""

from decimal import Decimal
from pathlib import Path

import pytest

from azmodels_gui.publish.build import catalog_bytes
from tests.cli.calculator_sample import calculator_catalog
from tests.cli.ran import Run

SHARE = Decimal("0.875")
"""Of the amount in dollars."""
CENT = Decimal("0.01")
LOAD = (
    *("--deployment-type", "DataZoneProvisionedManaged", "--region", "eastus2"),
    *("--rpm", "600", "--input-tokens", "1000"),
)
DAY = ("--on", "2026-11-22")


@pytest.fixture
def euro_file(tmp_path: Path) -> Path:
    """A catalogue with every price in euro as well."""
    found = calculator_catalog()
    models = (
        model.but(
            prices=(
                *model.prices,
                *(each.but(amount=each.amount * SHARE, currency="EUR") for each in model.prices),
            )
        )
        for model in found.models
    )
    ptu = (each.but(amount=each.amount * SHARE, currency="EUR") for each in found.ptu_prices)
    euro = found.but(models=tuple(models), ptu_prices=(*found.ptu_prices, *ptu))
    path = tmp_path / "euro.json"
    path.write_bytes(catalog_bytes(euro))
    return path


def test_costs_are_those_of_the_price_list_in_euro(
    run: Run, euro_file: Path, calculator_file: Path
) -> None:
    asked = ("cost", "gpt-5.2", *LOAD, "--output-tokens", "100", *DAY, "--format", "json")
    dollars = run(*asked, "--catalog", calculator_file).json
    assert run(*asked, "--catalog", euro_file).json == dollars
    euro = run(*asked, "--catalog", euro_file, "--currency", "eur").json
    assert (dollars["currency"], euro["currency"]) == ("USD", "EUR")
    assert Decimal(euro["payg_per_request"]) == Decimal(dollars["payg_per_request"]) * SHARE
    for term, cost in {"payg": euro["payg_monthly"], **euro["ptu_monthly"]}.items():
        known = {"payg": dollars["payg_monthly"], **dollars["ptu_monthly"]}[term]
        assert cost == known or abs(Decimal(cost) - Decimal(known) * SHARE) < CENT


def test_a_sizing_sheet_needs_no_rate(run: Run, euro_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "sizing.md"
    sheet = ("compare", "gpt-5.2", "--sheet", "sizing", "--catalog", euro_file, "--output", path)
    assert run(*sheet, *LOAD, "--output-tokens", "100", "--currency", "EUR").code == 0
    text = path.read_text(encoding="utf-8")
    assert "€" in text
    assert "$" not in text


@pytest.mark.parametrize(
    ("given", "why"),
    [
        pytest.param("EUR", "the catalogue has no prices in EUR, only in USD.", id="none of it"),
        pytest.param("euro", "--currency 'euro' is no code such as EUR.", id="no code"),
    ],
)
def test_what_cannot_be_reckoned_in_is_told(
    run: Run, calculator_file: Path, given: str, why: str
) -> None:
    asked = ("cost", "gpt-5.2", *LOAD, "--output-tokens", "100", *DAY, "--catalog", calculator_file)
    ran = run(*asked, "--currency", given)
    assert (ran.code, ran.out) == (2, "")
    assert why in ran.err


def test_several_models_are_compared_in_one_currency(run: Run, euro_file: Path) -> None:
    asked = (
        "cost",
        "gpt-5.2",
        "gpt-plain",
        *LOAD,
        "--output-tokens",
        "100",
        *DAY,
        "--format",
        "json",
    )
    found = run(*asked, "--catalog", euro_file, "--currency", "EUR").json
    assert found["currency"] == "EUR"
