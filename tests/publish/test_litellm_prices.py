# SPDX-License-Identifier: MIT
"""litellm's price list: every cost field read or explained, marked as secondary."""

import json
import tomllib
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from azmodels_gui.catalog.facts import Price
from azmodels_gui.catalog.terms import Scope
from azmodels_gui.publish.editorial_files import editorial_file
from azmodels_gui.publish.facts import (
    AnyFact,
    CapabilityFact,
    Fact,
    LifecycleFact,
    LimitFact,
    PriceFact,
)
from azmodels_gui.publish.ledger import Ledger
from azmodels_gui.publish.litellm_prices import (
    CAPABILITIES,
    ENDPOINT_CAPABILITIES,
    MODE_CAPABILITIES,
    cost_field,
    read_key,
    read_litellm_prices,
    unused_fields,
)


def read(tmp_path: Path, rows: dict[str, Any]) -> tuple[list[AnyFact], Ledger]:
    path = tmp_path / "list.json"
    path.write_text(json.dumps(rows), encoding="utf-8")
    ledger = Ledger()
    facts = list(read_litellm_prices(path, "list", ledger))
    ledger.close()
    return facts, ledger


def prices(facts: Iterable[AnyFact]) -> list[Price]:
    return [fact.price for fact in facts if isinstance(fact, PriceFact)]


@pytest.mark.parametrize(
    ("key", "model", "scope", "zone", "variant"),
    [
        ("azure/gpt-x-2026-01-31", "gpt-x-2026-01-31", None, None, ""),
        ("azure/eu/gpt-x", "gpt-x", Scope.DATA_ZONE, "EU", ""),
        ("azure/us/gpt-x", "gpt-x", Scope.DATA_ZONE, "US", ""),
        ("azure/apac/gpt-x", "gpt-x", Scope.DATA_ZONE, "APAC", ""),
        ("azure/global/gpt-x", "gpt-x", Scope.GLOBAL, None, ""),
        ("azure/global-standard/gpt-x", "gpt-x", Scope.GLOBAL, None, ""),
        ("azure_ai/Some-Model", "Some-Model", None, None, ""),
        ("azure/hd/1024-x-1792/image-x", "image-x", None, None, "hd 1024-x-1792"),
        ("azure/speech/azure-stt", "azure-speech", None, None, "speech to text"),
        ("azure/ada", "text-embedding-ada-002", None, None, ""),
        ("azure/sora-2-pro-high-res", "sora-2-pro", None, None, "high res"),
    ],
)
def test_keys_name_model_scope_zone_and_variant(
    key: str, model: str, scope: Scope | None, zone: str | None, variant: str
) -> None:
    name = read_key(key)
    assert (name.model, name.scope) == (model, scope)
    assert (name.data_zone, name.variant) == (zone, variant)


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("input_cost_per_token", 2.5e-06, "input 2.5 1M tokens standard - "),
        ("output_cost_per_token_batches", 5e-06, "output 5 1M tokens batch - "),
        ("cache_read_input_token_cost_flex", 1e-08, "cached_input 0.01 1M tokens flex - "),
        (
            "cache_creation_input_token_cost_above_272k_tokens_priority",
            1e-06,
            "cache_write 1 1M tokens priority long ",
        ),
        (
            "cache_creation_input_token_cost_above_1hr",
            2e-06,
            "cache_write 2 1M tokens standard - 1 h",
        ),
        ("output_cost_per_audio_token", 6.4e-05, "audio_output 64 1M tokens standard - "),
        ("input_cost_per_second", 0.0002833333333333333, "audio 1.02 hour standard - "),
        ("input_cost_per_character", 1.5e-05, "characters 15 1M characters standard - "),
        ("input_cost_per_pixel", 5e-08, "image 0.05 megapixel standard - "),
        ("ocr_cost_per_page", 0.004, "page 4 1K pages standard - "),
        ("input_cost_per_query", 0.002, "search 2 1K searches standard - "),
        ("output_cost_per_video_per_second", 0.1, "video_output 0.1 second standard - "),
    ],
    ids=lambda value: value if isinstance(value, str) and "cost" in value else "",
)
def test_cost_fields_become_exact_prices(
    tmp_path: Path, field: str, value: float, expected: str
) -> None:
    facts, _ = read(tmp_path, {"azure/gpt-x": {field: value}})
    (price,) = prices(facts)
    band = price.context_band or "-"
    told = f"{price.category} {price.amount} {price.unit} {price.tier} {band} {price.variant}"
    assert told == expected
    assert (price.secondary, price.meter, price.source) == (True, field, "list")


def test_prices_beside_long_context_are_for_short_context(tmp_path: Path) -> None:
    fields = {
        "input_cost_per_token": 1e-06,
        "input_cost_per_token_above_272k_tokens": 2e-06,
        "output_cost_per_token": 3e-06,
    }
    facts, _ = read(tmp_path, {"azure/gpt-x": fields})
    assert [price.context_band for price in prices(facts)] == ["short", "long", "short"]


def test_limits_dates_and_capabilities_become_facts(tmp_path: Path) -> None:
    fields = {
        "max_input_tokens": 1000,
        "max_output_tokens": 50,
        "deprecation_date": "2027-01-31",
        "mode": "embedding",
        "supports_vision": True,
        "supports_reasoning": False,
        "supports_audio_input": True,
        "supports_audio_output": True,
        "supported_endpoints": ["/v1/responses"],
        "supported_modalities": ["text", "image"],
    }
    facts, ledger = read(tmp_path, {"azure/gpt-x": fields})
    limit, lifecycle, ability = facts
    assert isinstance(limit, LimitFact)
    assert (limit.max_input, limit.max_output, limit.context_window) == (1000, 50, None)
    assert isinstance(lifecycle, LifecycleFact)
    assert (lifecycle.retirement_date, lifecycle.stage) == (date(2027, 1, 31), None)
    assert isinstance(ability, CapabilityFact)
    assert ability.capabilities == ("vision", "audio", "responses-api", "embeddings")
    assert ability.input_modalities == ("text", "image")
    assert ledger.totals() == {"list": (1, 1, 0)}


@pytest.mark.parametrize(
    ("key", "fields", "reason"),
    [
        ("azure/us-gov/gpt-x", {"input_cost_per_token": 1e-06}, "another cloud"),
        ("azure/container", {"code_interpreter_cost_per_session": 0.03}, "price of a tool"),
        ("azure_ai/doc-intelligence/some", {"ocr_cost_per_page": 0.01}, "a service of its own"),
        ("azure/gpt-x", {"litellm_provider": "azure"}, "states no price"),
    ],
)
def test_rows_without_facts_are_refused_with_a_reason(
    tmp_path: Path, key: str, fields: dict[str, Any], reason: str
) -> None:
    facts, ledger = read(tmp_path, {key: fields})
    assert facts == []
    (row,) = ledger.refused()
    assert reason in row.reason


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"output_cost_per_token": 0.0}, "output_cost_per_token: zero"),
        ({"output_cost_per_moon": 1}, "output_cost_per_moon: unknown cost field"),
        (
            {"search_context_cost_per_query": {"search_context_size_low": 0.01}},
            "search_context_cost_per_query: price of a tool",
        ),
        (
            {"input_cost_per_second": 0.1, "output_cost_per_second": 0.1},
            "output_cost_per_second: repeats input_cost_per_second",
        ),
        ({"input_cost_per_token": 1, "mode": "chat"}, ""),
    ],
    ids=["zero", "unknown field", "tool", "repeated", "all used"],
)
def test_cost_fields_that_give_no_price_are_told(fields: dict[str, Any], reason: str) -> None:
    assert unused_fields(fields) == reason


def test_what_a_used_row_leaves_out_stands_in_the_ledger(tmp_path: Path) -> None:
    fields = {"input_cost_per_token": 1e-06, "output_cost_per_token": 0.0}
    _, ledger = read(tmp_path, {"azure/gpt-x": fields})
    assert [(row.used, row.reason) for row in ledger.rows] == [
        (True, "output_cost_per_token: zero")
    ]


def test_capabilities_are_those_of_the_editorial_list() -> None:
    table = tomllib.loads(editorial_file("capabilities.toml").read_text(encoding="utf-8"))
    known = {kind["id"] for kind in table["capability"]}
    used = {*CAPABILITIES.values(), *ENDPOINT_CAPABILITIES.values(), *MODE_CAPABILITIES.values()}
    assert used <= known


Real = tuple[list[AnyFact], Ledger]


@pytest.fixture(scope="module")
def real(sources_dir: Path) -> Real:
    ledger = Ledger()
    path = sources_dir / "litellm-azure-prices.json"
    facts = list(read_litellm_prices(path, "litellm", ledger))
    ledger.close()
    return facts, ledger


def test_all_real_rows_are_accounted_for(real: Real) -> None:
    assert real[1].totals() == {"litellm": (481, 450, 31)}


def test_every_cost_field_of_the_real_list_is_known(real: Real, sources_dir: Path) -> None:
    assert not any("unknown cost field" in row.reason for row in real[1].rows)
    rows = json.loads((sources_dir / "litellm-azure-prices.json").read_text(encoding="utf-8"))
    fields = {name for row in rows.values() for name in row if "_cost" in name}
    assert {name for name in fields if cost_field(name) is None} == {
        "search_context_cost_per_query",
        "code_interpreter_cost_per_session",
        "cache_creation_input_audio_token_cost",
    }


def test_a_real_row_by_hand(real: Real) -> None:
    found = {
        (price.category.value, price.tier.value, str(price.context_band)): price.amount
        for fact in real[0]
        if isinstance(fact, Fact) and fact.row == "azure/gpt-5.6-luna"
        for price in prices([fact])
    }
    assert found["input", "standard", "short"] == Decimal("0.2")
    assert found["output", "priority", "long"] == Decimal("3.6")
    assert len(found) == 24


@pytest.mark.parametrize(
    ("field", "begins"),
    [
        pytest.param("input_cost_per_token_above_272k_tokens", 272_000, id="272k"),
        pytest.param("output_cost_per_token_above_200k_tokens_priority", 200_000, id="of a tier"),
        pytest.param("cache_creation_input_token_cost_above_1hr", None, id="an hour, no length"),
        pytest.param("input_cost_per_token", None, id="no length"),
    ],
)
def test_the_name_of_a_price_says_where_long_context_begins(
    tmp_path: Path, field: str, begins: int | None
) -> None:
    facts, _ = read(tmp_path, {"azure/gpt-x": {field: 1e-06, "max_input_tokens": 922_000}})
    (limit,) = [fact for fact in facts if isinstance(fact, LimitFact)]
    assert (limit.max_input, limit.long_context_above) == (922_000, begins)
