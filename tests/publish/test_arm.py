# SPDX-License-Identifier: MIT
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from azmodels_gui.catalog.terms import Stage
from azmodels_gui.publish.arm import read_arm_models, read_arm_usage, read_monitor_metrics
from azmodels_gui.publish.facts import (
    CapabilityFact,
    FineTuningFact,
    LifecycleFact,
    LimitFact,
    NamedFact,
    OfferFact,
)
from tests.publish.sample_pages import of, read_text, refusals

EAST = frozenset(("sampleeast",))


def listed(**more: Any) -> dict[str, Any]:
    model = {"format": "OpenAI", "name": "gpt-x", "version": "2026-01-31"} | more
    return {"kind": "OpenAI", "location": "SampleEast", "model": model}


def answer(*items: dict[str, Any]) -> str:
    return json.dumps({"value": items})


def test_offers_hold_for_the_region_of_the_list_only(tmp_path: Path) -> None:
    item = listed(skus=[{"name": "GlobalStandard"}, {"name": "Standard"}])
    facts, _ = read_text(read_arm_models, tmp_path, answer(item))
    assert [
        (fact.deployment_type, fact.available, fact.listed) for fact in of(OfferFact, facts)
    ] == [
        ("GlobalStandard", EAST, EAST),
        ("Standard", EAST, EAST),
    ]


def test_a_deployment_type_whose_end_has_come_is_listed_but_not_offered(tmp_path: Path) -> None:
    item = listed(skus=[{"name": "Standard", "lifecycleStatus": "Deprecated"}])
    facts, _ = read_text(read_arm_models, tmp_path, answer(item))
    assert [(fact.available, fact.listed) for fact in of(OfferFact, facts)] == [(frozenset(), EAST)]


def test_offers_for_fine_tuned_models_are_not_those_of_the_base_model(tmp_path: Path) -> None:
    skus = [{"name": "Standard", "scope": "Finetune"}, {"name": "Standard", "scope": "All"}]
    facts, _ = read_text(read_arm_models, tmp_path, answer(listed(skus=skus)))
    assert len(of(OfferFact, facts)) == 1


@pytest.mark.parametrize(
    ("status", "stage"),
    [
        pytest.param("Preview", Stage.PREVIEW, id="preview"),
        pytest.param("GenerallyAvailable", Stage.GENERALLY_AVAILABLE, id="generally available"),
        pytest.param("Deprecating", Stage.DEPRECATED, id="deprecated has a date to come"),
        pytest.param("Deprecated", Stage.RETIRED, id="retired has a date that passed"),
        pytest.param("Sleeping", None, id="an unknown word is no stage"),
    ],
)
def test_the_words_of_the_service_are_stages(
    tmp_path: Path, status: str, stage: Stage | None
) -> None:
    facts, _ = read_text(read_arm_models, tmp_path, answer(listed(lifecycleStatus=status)))
    assert [fact.stage for fact in of(LifecycleFact, facts)] == [stage]


def test_dates_successor_and_limits_are_read(tmp_path: Path) -> None:
    item = listed(
        deprecation={"inference": "2027-01-31T00:00:00Z", "fineTune": "2026-12-31T00:00:00Z"},
        replacementConfig={"targetModelName": "gpt-y", "targetModelVersion": "2026-07-09"},
        capabilities={"maxContextToken": "128000", "maxOutputToken": "4096"},
    )
    facts, _ = read_text(read_arm_models, tmp_path, answer(item))
    (lifecycle,) = of(LifecycleFact, facts)
    assert lifecycle.retirement_date == date(2027, 1, 31)
    assert lifecycle.replacements == ("gpt-y (2026-07-09)",)
    assert [fact.training_retirement for fact in of(FineTuningFact, facts)] == [date(2026, 12, 31)]
    (limits,) = of(LimitFact, facts)
    assert (limits.context_window, limits.max_output) == (128_000, 4_096)


def test_capabilities_that_are_true_count_and_unknown_ones_are_reported(tmp_path: Path) -> None:
    item = listed(
        capabilities={
            "chatCompletion": "true",
            "responses": "false",
            "telepathy": "true",
            "priorityTierSkus": "GlobalStandard",
        }
    )
    facts, ledger = read_text(read_arm_models, tmp_path, answer(item))
    assert [fact.capabilities for fact in of(CapabilityFact, facts)] == [
        ("priority-processing", "chat-completions")
    ]
    assert refusals(ledger) == [("telepathy: true", "no word of capability_words.toml fits")]


def test_the_bare_list_of_the_command_line_is_read_too(tmp_path: Path) -> None:
    item = listed(format="Acme")
    facts, _ = read_text(read_arm_models, tmp_path, json.dumps([item]), "list.json")
    assert [(fact.name, fact.provider, fact.channel) for fact in of(NamedFact, facts)] == [
        ("gpt-x", "Acme", None)
    ]


def test_usage_counters_are_refused_one_by_one(tmp_path: Path) -> None:
    item = {"name": {"value": "OpenAI.Standard.x", "localizedValue": "Requests"}, "limit": 3}
    facts, ledger = read_text(read_arm_usage, tmp_path, answer(item, item))
    assert facts == []
    assert ledger.totals() == {"page": (2, 0, 2)}


def test_measured_values_and_the_table_of_metrics_are_refused(tmp_path: Path) -> None:
    series = {"data": [{"timeStamp": "2026-01-31T00:00:00Z", "total": 5}]}
    metric = {"name": {"value": "Tokens"}, "timeseries": [series]}
    facts, ledger = read_text(read_monitor_metrics, tmp_path, answer(metric), "sample.json")
    assert (facts, ledger.totals()) == ([], {"page": (1, 0, 1)})

    table = "## Metrics\n\n| Name | Unit |\n| --- | --- |\n| Tokens | Count |\n"
    facts, ledger = read_text(read_monitor_metrics, tmp_path, table)
    assert (facts, ledger.totals()) == ([], {"page": (1, 0, 1)})
