# SPDX-License-Identifier: MIT
"""The quota that a client's subscription has left, held against what a load needs."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from azmodels_gui.answers.sizing import figures_by_key, on_entry, sizing_sections
from azmodels_gui.answers.verdict import verdict
from azmodels_gui.calculator.asking import quotas_of
from azmodels_gui.calculator.deployment import Deployment
from azmodels_gui.calculator.estimate import Estimate, Question, estimate
from azmodels_gui.calculator.month_load import MonthLoad
from azmodels_gui.calculator.quota_check import OwnQuota
from azmodels_gui.calculator.statements import CautionId, CheckId
from azmodels_gui.calculator.workload import Workload
from azmodels_gui.catalog.document import entries
from azmodels_gui.catalog.terms import PriceTier
from azmodels_gui.clients.taking import AnswerFile, taken
from azmodels_gui.clients.tenant import Tenant
from azmodels_gui.clients.told import OwnQuotasOf, Told
from azmodels_gui.sheets.answer_cells import cell
from azmodels_gui.sheets.order import SheetOrder
from tests.builders import TODAY
from tests.cli.calculator_sample import calculator_catalog
from tests.clients.answers import as_bytes, counter, listed, sku

CATALOG = calculator_catalog()
STANDARD, SHARED = "OpenAI.DataZoneStandard.gpt-5.2", "OpenAI.DataZoneProvisionedManaged"
KIND = "DataZoneProvisionedManaged"
MODELS = [
    listed(
        *("gpt-5.2", "2025-12-11"),
        sku("DataZoneStandard", STANDARD),
        sku(KIND, SHARED, tokens=None),
    )
]


def told(*usage: dict[str, Any], name: str = "") -> Told:
    files = [
        AnswerFile(f"{at}-eastus2.json", as_bytes(document), TODAY)
        for at, document in enumerate((MODELS, list(usage)))
        if document
    ]
    tenant = taken(files, Tenant(salt="s"), ["eastus2"], subscription=name).tenant
    return Told(tenant, CATALOG, TODAY)


def reckoned(found: Told | None, *, rpm: int = 100, region: str | None = "eastus2") -> Estimate:
    """Return the estimate of 100 requests a minute of 1,000 and 200 tokens: 120,000 TPM."""
    entry = next(each for each in entries(CATALOG) if each.model.id == "gpt-5.2")
    request = Workload(requests_per_minute=rpm, input_tokens=1_000, output_tokens=200)
    deployment = Deployment(
        entry=entry,
        deployment_type=next(each for each in CATALOG.deployment_types if each.id == KIND),
        loads=(MonthLoad.of_peak(request),),
        region=next((each for each in CATALOG.regions if each.id == region), None),
    )
    own = None if found is None else OwnQuotasOf(found)
    quotas = quotas_of(own, deployment, PriceTier.STANDARD, CATALOG)
    return estimate(CATALOG, Question(deployment=deployment, day=TODAY, own=quotas))


def ids(found: Estimate) -> set[object]:
    return {each.id for each in (*found.cautions, *found.checks)}


@pytest.mark.parametrize(
    ("used", "limit", "said"),
    [
        (0, 120, CheckId.OWN_QUOTA_ENOUGH),
        (1, 120, CautionId.OWN_QUOTA_EXCEEDED),
        (0, 0, CautionId.OWN_QUOTA_NONE),
    ],
)
def test_need_is_held_against_what_is_left_with_the_day(
    used: int, limit: int, said: object
) -> None:
    found = reckoned(told(counter(STANDARD, used, limit)))
    assert said in ids(found)
    assert found.quota.sufficient_tier == "2"  # the published default stands beside it
    (told_own,) = (each for each in (*found.cautions, *found.checks) if each.id == said)
    assert told_own.data["on"] == TODAY
    assert told_own.data["region"] == "East US 2"


def test_ptu_are_held_against_the_counter_of_all_models() -> None:
    found = reckoned(told(counter(SHARED, 190, 200)))
    assert found.sized is not None
    assert found.sized.size.deployable > 10
    (quota, needed) = found.own_needs[0]
    assert (quota.unit, quota.left, needed) == ("PTU", 10, found.sized.size.deployable)
    assert CautionId.OWN_QUOTA_EXCEEDED in ids(found)


def test_without_region_or_answers_nothing_is_said() -> None:
    usage = counter(STANDARD, 0, 0)
    for found in (reckoned(None), reckoned(told(usage), region=None), reckoned(told())):
        assert found.own_needs == ()
        assert "own_tpm" not in figures_by_key(sizing_sections([found]))


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "not enough: 20,000 of 100,000 TPM left in East US 2 (22 Nov 2026)"),
        ("de", "reicht nicht: 20.000 von 100.000 TPM frei in East US 2 (22.11.2026)"),
    ],
)
def test_sheet_and_command_tell_the_same_row(language: str, words: str) -> None:
    found = reckoned(told(counter(STANDARD, 80, 100)))
    order = SheetOrder(CATALOG, TODAY, language)
    row = figures_by_key(sizing_sections([found]))["own_tpm"]
    assert cell(row, order).text.replace("\N{NO-BREAK SPACE}", " ") == words


def test_too_little_speaks_against_what_is_advised() -> None:
    found = reckoned(told(counter(STANDARD, 0, 0)))
    against = [each.key for each in verdict(found).against]
    assert ("verdict_no_own" in against) is (verdict(found).way == "payg")


def test_several_subscriptions_are_named_and_one_that_does_is_enough() -> None:
    first, other = (
        told(counter(STANDARD, used, 120), name=name) for used, name in ((9, "A"), (0, "B"))
    )
    both = Told(first.tenant.with_answers(other.tenant), CATALOG, TODAY)
    found = reckoned(both)
    assert {quota.place for quota, _ in found.own_needs} == {"East US 2 (A)", "East US 2 (B)"}
    row = figures_by_key(sizing_sections([found]))["own_tpm"]
    assert len(row.values) == 2
    assert not row.qualifiers


def test_the_quota_of_one_model_is_not_taken_for_its_successor() -> None:
    found = reckoned(told(counter(STANDARD, 0, 0), counter(SHARED, 0, 500)))
    other = next(each for each in entries(CATALOG) if each.model.id != "gpt-5.2")
    after = on_entry(found, other)
    if after is not None:
        assert all(quota.entry is None for quota, _ in after.own_needs)
    own = OwnQuota(KIND, "East US 2", TODAY, "PTU", 0, 0)
    assert replace(own, limit=5, left=5).status(Decimal(5)) == "enough"
