# SPDX-License-Identifier: MIT
"""What Azure Monitor measured, kept with the client and reckoned on the model that took it."""

import base64
import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from azmodels_gui.clients.taking import AnswerFile, Taken, taken
from azmodels_gui.clients.tenant import Tenant
from azmodels_gui.clients.told import Told
from tests.calculator import metrics_samples as metrics
from tests.cli.calculator_sample import calculator_catalog
from tests.clients.answers import account, arm_id, as_bytes, deployment

DAY = date(2026, 11, 20)
RESOURCE = arm_id("/accounts/contoso-ai/providers/Microsoft.Insights/metrics/AzureOpenAIRequests")
CHAT, BATCH = {"ModelDeploymentName": "chat"}, {"ModelDeploymentName": "batch"}


def answer(*parts: dict[str, Any]) -> bytes:
    document = json.loads(metrics.answer(*parts))
    for each in document["value"]:
        each["id"] = RESOURCE
    return json.dumps(document).encode()


def measured(minutes: int = 60) -> bytes:
    return answer(
        metrics.requests(
            metrics.series([10] * minutes, **CHAT), metrics.series([1] * minutes, **BATCH)
        ),
        metrics.tokens_in(metrics.series([2_000] * minutes, **CHAT)),
        metrics.tokens_out(metrics.series([500] * minutes, **CHAT)),
    )


def deployed(name: str, kind: str = "DataZoneStandard") -> dict[str, Any]:
    made = deployment(name, "gpt-5.2", "2025-12-11")
    return {**made, "sku": {"name": kind, "capacity": 60}}


def take(*files: bytes) -> Taken:
    named = [AnswerFile(f"{at}.json", data, DAY) for at, data in enumerate(files)]
    return taken(named, Tenant(salt="s"), ("eastus2",))


def told(*files: bytes) -> Told:
    return Told(take(*files).tenant, calculator_catalog(), DAY)


ACCOUNTS = as_bytes([account("contoso-ai", "eastus2")])


def test_each_deployment_has_its_own_load_and_region() -> None:
    found = take(measured(), ACCOUNTS).tenant.measured
    assert [(each.deployment, each.account, each.region) for each in found] == [
        ("chat", "contoso-ai", "eastus2"),
        ("batch", "contoso-ai", "eastus2"),
    ]


def test_the_measured_month_costs_what_the_calculator_says() -> None:
    chat, batch = told(measured(), as_bytes([deployed("chat"), deployed("batch")]), ACCOUNTS).loads
    assert chat.estimate is not None
    load = chat.estimate.question.deployment.loads[0]
    assert load.peak_rpm == Decimal(10)
    assert load.workload.input_tokens == Decimal(200)
    assert load.workload.output_tokens == Decimal(50)
    paid = Decimal(10) * 730 * 60 * (200 * Decimal("1.925") + 50 * Decimal("15.4")) / 10**6
    assert chat.estimate.payg_monthly == paid
    assert chat.estimate.sized is not None
    assert batch.estimate is None
    assert "tokens of input and output" in str(batch.refusal)


def test_a_load_without_its_deployment_says_so() -> None:
    chat, _ = told(measured()).loads
    assert (chat.deployed, chat.estimate) == (None, None)
    assert "No list of deployments" in str(chat.refusal)


@pytest.mark.parametrize("load", ["", "A", "ä", "aGVsbG8="])
def test_a_damaged_load_says_so_and_the_others_stay(load: str) -> None:
    tenant = take(measured(), as_bytes([deployed("chat"), deployed("batch")]), ACCOUNTS).tenant
    chat, batch = tenant.measured
    damaged = tenant.model_copy(
        update={"measured": (chat.model_copy(update={"load": load}), batch)}
    )
    lost, other = Told(damaged, calculator_catalog(), DAY).loads
    assert lost.estimate is None
    assert "gone or damaged" in str(lost.refusal)
    assert "tokens of input and output" in str(other.refusal)


def test_a_flipped_bit_of_a_load_is_noticed() -> None:
    tenant = take(measured(), as_bytes([deployed("chat")]), ACCOUNTS).tenant
    chat, *others = tenant.measured
    other = base64.b64decode(chat.load).replace(b'"200.000"', b'"201.000"')
    flipped = chat.model_copy(update={"load": base64.b64encode(other).decode()})
    line, *_ = Told(
        tenant.model_copy(update={"measured": (flipped, *others)}), calculator_catalog(), DAY
    ).loads
    assert "gone or damaged" in str(line.refusal)
    older = flipped.model_copy(update={"key": ""})  # of a program that kept none
    line, *_ = Told(
        tenant.model_copy(update={"measured": (older, *others)}), calculator_catalog(), DAY
    ).loads
    assert line.estimate is not None


def test_a_type_that_is_not_reckoned_says_so() -> None:
    chat, _ = told(measured(), as_bytes([deployed("chat", "DeveloperTier2")]), ACCOUNTS).loads
    assert "DeveloperTier2" in str(chat.refusal)


def test_an_answer_without_requests_is_refused_in_words() -> None:
    only_tokens = answer(metrics.tokens_in(metrics.series([1, 2], **CHAT)))
    (fault,) = take(only_tokens).faults
    assert "AzureOpenAIRequests" in str(fault)


def test_a_newer_answer_takes_the_place_of_the_older_load() -> None:
    first = take(measured(60)).tenant
    newer = AnswerFile("new.json", measured(120), date(2026, 11, 25))
    both = taken([newer], first, ("eastus2",)).tenant
    assert {each.day for each in both.measured} == {date(2026, 11, 25)}
