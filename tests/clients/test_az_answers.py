# SPDX-License-Identifier: MIT
"""Answers of `az`, recognised by their form, in every encoding and envelope."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from azmodels_gui.clients.az_answers import (
    ACCOUNT_LIST,
    DEPLOYMENT_LIST,
    METRICS,
    MODEL_LIST,
    USAGE_LIST,
    AnswerUnusable,
    Reading,
    read_answers,
)
from azmodels_gui.clients.tenant import Tenant
from tests.clients.answers import (
    SUBSCRIPTION,
    account,
    arm_id,
    as_bytes,
    counter,
    deployment,
    listed,
    sku,
)

DAY = date(2026, 11, 20)
REGIONS = ("eastus2", "swedencentral", "westeurope")
MODELS = [listed("gpt-x", "2026-01-01", sku("GlobalStandard", "OpenAI.GlobalStandard.x"))]


def read(data: bytes, name: str = "answer.json", region: str | None = None) -> Reading:
    return read_answers(name, data, Tenant(salt="salt"), day=DAY, regions=REGIONS, region=region)


def refused(data: bytes, name: str = "answer.json") -> str:
    with pytest.raises(AnswerUnusable) as caught:
        read(data, name)
    return str(caught.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("document", [MODELS, {"value": MODELS}, MODELS[0]])
def test_bare_lists_and_envelopes_say_the_same_in_every_encoding(
    document: Any, encoding: str
) -> None:
    (offer,) = read(as_bytes(document, encoding=encoding)).said.listed
    assert (offer.model, offer.version, offer.region) == ("gpt-x", "2026-01-01", "eastus2")
    assert (offer.tpm_per_unit, offer.day) == (1000, DAY)


def test_several_answers_in_one_file_are_all_read() -> None:
    found = read(
        b"Loading...\n"
        + as_bytes(MODELS, [counter("OpenAI.GlobalStandard.x", 1, 5)], [account("a", "East US 2")]),
        region="eastus2",
    )
    assert found.commands == (MODEL_LIST, USAGE_LIST, ACCOUNT_LIST)
    assert found.said.accounts[0].region == "eastus2"
    assert found.said.counters[0].left == 4


def test_ids_of_subscriptions_are_shortened_and_never_kept() -> None:
    found = read(as_bytes([deployment("chat", "gpt-x", None)]))
    (deployed,) = found.said.deployed
    assert found.commands == (DEPLOYMENT_LIST,)
    assert (deployed.account, deployed.version) == ("contoso-ai", None)
    assert deployed.subscription == Tenant(salt="salt").short_name(SUBSCRIPTION)
    assert deployed.subscription != Tenant(salt="other").short_name(SUBSCRIPTION)
    assert SUBSCRIPTION not in found.said.model_dump_json()


def test_a_list_that_names_no_region_is_that_of_the_files_name() -> None:
    data = as_bytes([counter("OpenAI.GlobalStandard.x", 1, 5)])
    assert read(data, "usage-swedencentral.json").said.counters[0].region == "swedencentral"
    assert "of which region" in refused(data, "usage.json")
    assert "of which region" in refused(data, "usage-eastus2-westeurope.json")


def test_the_two_kinds_of_a_resource_list_an_offer_once() -> None:
    twice = [*MODELS, {**MODELS[0], "kind": "AIServices"}]
    assert len(read(as_bytes(twice)).said.listed) == 1


def test_nulls_and_unknown_fields_are_let_by() -> None:
    bare = {"name": "Standard", "capacity": None, "rateLimits": None, "scope": None, "new": 1}
    item = listed("gpt-x", "1", bare, deprecation=None, capabilities=None, lifecycleStatus=None)
    (offer,) = read(as_bytes([item])).said.listed
    assert (offer.ends, offer.tpm_per_unit, offer.maximum) == (None, None, None)


@pytest.mark.parametrize(
    ("changed", "kind", "capacity"),
    [
        ({}, "GlobalStandard", 60),
        ({"sku": {"name": "Standard", "capacity": None}}, "Standard", None),
        ({"sku": None}, "", None),
        ({"sku": None, "scaleSettings": {"scaleType": "Standard", "capacity": 3}}, "Standard", 3),
        ({"sku": None, "scaleSettings": {"scaleType": "Manual", "capacity": None}}, "Manual", None),
    ],
)
def test_deployments_of_other_api_versions_are_read(
    changed: dict[str, Any], kind: str, capacity: int | None
) -> None:
    older = {name: each for name, each in changed.items() if name == "scaleSettings"}
    item = {**deployment("chat", "gpt-x", "1", **older, rateLimits=None, raiPolicyName=None)}
    item |= {name: each for name, each in changed.items() if name != "scaleSettings"}
    (found,) = read(as_bytes([{**item, "systemData": {"x": 1}, "tags": None}])).said.deployed
    assert (found.deployment_type, found.capacity) == (kind, capacity)


def test_counters_without_a_limit_limit_nothing() -> None:
    endless = {**counter("OpenAI.GlobalStandard.x", 1, 5), "limit": None}
    both = [endless, counter("OpenAI.GlobalStandard.y", 1, 5)]
    found = read(as_bytes(both), region="eastus2").said.counters
    assert [each.name for each in found] == ["OpenAI.GlobalStandard.y"]


def test_of_two_limits_the_lower_one_counts() -> None:
    limits = [
        {"key": "request", "renewalPeriod": 10, "count": 1},
        {"key": "request", "renewalPeriod": 60, "count": 300},
    ]
    item = listed("gpt-x", "1", {**sku("Standard"), "rateLimits": limits})
    assert read(as_bytes([item])).said.listed[0].rpm_per_unit == 6


@pytest.mark.parametrize(
    ("document", "words"),
    [
        ([{"tenantId": "x", "isDefault": True}], "'az account list'"),
        ([{"properties": {"reservedResourceType": "x"}}], "'az reservations reservation list'"),
        ({"key1": "abc", "key2": "def"}, "access keys"),
        ([{"model": {"name": "x"}, "kind": "y", "deep": {"connectionString": "z"}}], "access keys"),
        ({"error": {"code": "AuthorizationFailed", "message": "no"}}, "AuthorizationFailed"),
        ([], "empty list"),
        ([{"something": "else"}], "no answer of az that is known"),
        ([1, 2], "no answer of az that is known"),
        ([{"model": {"name": "x"}, "kind": "y"}], "[0].model.format: required but missing"),
    ],
)
def test_what_is_no_answer_is_named_and_refused(document: Any, words: str) -> None:
    assert words in refused(as_bytes(document), "usage-eastus2.json")


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.99])
def test_an_answer_cut_in_the_middle_is_refused(share: float) -> None:
    data = as_bytes(MODELS)
    assert "answer.json" in refused(data[: int(len(data) * share)])


@pytest.mark.parametrize("data", [b"", b"\0\0\0", b"no json at all", b"[" * 100_000])
def test_other_bytes_are_refused(data: bytes) -> None:
    assert "answer.json" in refused(data)


def test_measured_loads_are_handed_on() -> None:
    document = {"value": [{"id": arm_id(), "timeseries": []}], "interval": "PT1M"}
    found = read(as_bytes(document))
    assert (found.commands, found.metrics) == ((METRICS,), (document,))


def test_the_samples_are_read(sources_dir: Path) -> None:
    models = read((sources_dir / "arm-model-list-sample.json").read_bytes()).said.listed
    usage = (sources_dir / "arm-usage-list-sample.json").read_bytes()
    assert {offer.region for offer in models} == {"eastus2"}
    (whisper,) = (offer for offer in models if offer.model == "whisper")
    assert (whisper.counter, whisper.ends) == ("OpenAI.Standard.whisper", date(2026, 12, 15))
    assert len(read(usage, region="westeurope").said.counters) == 75
