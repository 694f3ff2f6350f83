# SPDX-License-Identifier: MIT
"""The same load on the successor, held against reckoning with the successor itself."""

from datetime import date
from decimal import Decimal

import pytest

from azmodels_gui.answers.answer import Answer, Message
from azmodels_gui.answers.sizing import FIGURES, figures_by_key, sizing_sections, successor_load
from azmodels_gui.calculator.deployment import Deployment
from azmodels_gui.calculator.estimate import Estimate, Question, estimate
from azmodels_gui.calculator.month_load import MonthLoad
from azmodels_gui.calculator.overrides import Overrides
from azmodels_gui.calculator.workload import Workload
from azmodels_gui.catalog.document import entries
from azmodels_gui.catalog.terms import TokenCategory
from azmodels_gui.sheets.answer_cells import cell
from azmodels_gui.sheets.order import SheetOrder
from tests.builders import shipped_catalog

DAY = date(2026, 11, 29)
CATALOG = shipped_catalog()
ENTRIES = {entry.title: entry for entry in entries(CATALOG)}
KINDS = {kind.id: kind for kind in CATALOG.deployment_types}
REGIONS = {region.id: region for region in CATALOG.regions}


def reckoned(name: str, region: str, overrides: Overrides | None = None) -> Estimate:
    workload = Workload(requests_per_minute=1_000, input_tokens=200, output_tokens=20)
    deployment = Deployment(
        entry=ENTRIES[name],
        deployment_type=KINDS["DataZoneProvisionedManaged"],
        loads=(MonthLoad.of_peak(workload),),
        region=REGIONS[region],
    )
    return estimate(
        CATALOG, Question(deployment=deployment, day=DAY, overrides=overrides or Overrides())
    )


def told(found: Estimate) -> dict[str, Answer]:
    return {row.key: row.answers[0] for row in successor_load(found).rows}


def test_the_figures_are_those_of_the_successor_itself() -> None:
    found = told(reckoned("gpt-4o 2024-11-20", "eastus2"))
    assert found["successor"].value == "gpt-5.1 2025-11-13"
    today, then = (
        figures_by_key(sizing_sections([reckoned(name, "eastus2")]))
        for name in ("gpt-4o 2024-11-20", "gpt-5.1 2025-11-13")
    )
    for key in FIGURES:
        change = found[f"then_{key}"].value
        assert isinstance(change, Message)
        values = dict(change.values)
        assert (values["before"], values["after"]) == (today[key], then[key])


def test_negotiated_prices_of_one_model_are_not_those_of_the_other() -> None:
    given = Overrides(payg_prices={TokenCategory.INPUT: Decimal(0)})
    change = told(reckoned("gpt-4o 2024-11-20", "eastus2", given))["then_cost_payg"].value
    plain = told(reckoned("gpt-4o 2024-11-20", "eastus2"))["then_cost_payg"].value
    assert isinstance(change, Message)
    assert isinstance(plain, Message)
    assert dict(change.values)["after"] == dict(plain.values)["after"]


@pytest.mark.parametrize(
    ("region", "expected"),
    [
        pytest.param("eastus2", "offered", id="there"),
        pytest.param("germanywestcentral", "Data zone standard: not offered", id="not there"),
    ],
)
def test_whether_it_is_offered_there_stands_beside_the_figures(region: str, expected: str) -> None:
    found = told(reckoned("gpt-4o 2024-11-20", region))
    assert expected in cell(found["successor_offered"], SheetOrder(CATALOG, DAY)).text


def test_without_a_successor_nothing_is_told() -> None:
    assert told(reckoned("FW-GLM-5.2", "eastus2")) == {}
