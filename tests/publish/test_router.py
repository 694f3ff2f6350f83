# SPDX-License-Identifier: MIT
from pathlib import Path

from azmodels_gui.publish.fact_tables import read_model_router
from azmodels_gui.publish.facts import CapabilityFact, NamedFact, NoteFact, RouteFact
from tests.publish.sample_pages import of, read_text, refusals

LISTS = """## Supported models

| Model router version | Format | Model | Version
|:---:|:---|:---|:----:|
"""


def test_parallel_lists_become_one_route_each(tmp_path: Path) -> None:
    row = (
        "| `2026-01-31` (latest) | OpenAI <br> xAI | `gpt-x` </br> `grok-x`<sup>2</sup> "
        "| `2025-12-01` <br> `1` |"
    )
    facts, _ = read_text(read_model_router, tmp_path, LISTS + row)
    assert [(fact.name, fact.version, fact.target) for fact in of(RouteFact, facts)] == [
        ("model-router", "2026-01-31", "gpt-x (2025-12-01)"),
        ("model-router", "2026-01-31", "grok-x (1)"),
    ]
    assert [fact.version for fact in of(NamedFact, facts)] == ["2026-01-31"]
    assert [fact.capabilities for fact in of(CapabilityFact, facts)] == [("model-routing",)]


def test_lists_of_different_lengths_are_not_paired(tmp_path: Path) -> None:
    row = "| `2026-01-31` | OpenAI <br> xAI | `gpt-x` <br> `grok-x` | `2025-12-01` |"
    facts, ledger = read_text(read_model_router, tmp_path, LISTS + row)
    assert facts == []
    assert [reason for _, reason in refusals(ledger)] == [
        "its lists have different lengths and cannot be paired"
    ]


def test_footnotes_become_notes_about_the_models_they_mark(tmp_path: Path) -> None:
    row = (
        "| `2026-01-31` | A <br> B <br> C | `gpt-x`<sup>1</sup> <br> `grok-x`<sup>2</sup> <br> "
        "`plain` | `1` <br> `1` <br> `1` |\n\n"
        "- <sup>1</sup>Requires registration.\n- <sup>2</sup>In preview. Needs a deployment.\n"
    )
    facts, _ = read_text(read_model_router, tmp_path, LISTS + row)
    assert [fact.note_en for fact in of(NoteFact, facts)] == [
        "Version 2026-01-31: Routing to gpt-x requires registration.",
        "Version 2026-01-31: Routing to grok-x is in preview.",
        "Version 2026-01-31: The router uses grok-x only after you have deployed them yourself.",
    ]


def test_stale_regions_and_quotas_are_refused(tmp_path: Path) -> None:
    text = """## Limits

| Region | Deployment types supported |
| --- | --- |
| Sample East | Global Standard |

| Model | Deployment Type | Default RPM |
| --- | --- | --- |
| model-router | GlobalStandard | 250 |

| Colour |
| --- |
| red |
"""
    facts, ledger = read_text(read_model_router, tmp_path, text)
    assert facts == []
    assert [reason for _, reason in refusals(ledger)] == [
        "regions of April; the region matrix is newer",
        "quota before the tiers; the quota page states it by tier",
        "not a table of routes",
    ]
