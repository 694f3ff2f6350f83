# SPDX-License-Identifier: MIT
"""`azmodels guide`: the short list as text and JSON, and what cannot be asked."""

from pathlib import Path

import pytest

from tests.cli.ran import Run
from tests.publish.shipped import ROOT

ON = ("--on", "2026-11-29")
CHAT = ("guide", "--use-case", "chat-support", *ON, "--catalog", ROOT / "catalog.json")
USERS = (
    *("--users", "500", "--requests-per-user", "20", "--working-days", "22"),
    *("--busy-hours", "8", "--peak-factor", "3"),
)
REQUEST = ("--input-tokens", "5000", "--output-tokens", "400")


def test_five_hundred_employees_in_the_european_data_zone(run: Run) -> None:
    asked = (*CHAT, "--data-zone", "EU", "--billing", "payg", *USERS, *REQUEST)
    told = run(*asked, "--format", "json").json
    assert told["load"]["peak_rpm"] == "62.5"
    assert told["load"]["monthly_requests"] == "220000"
    costs = {(each["model"], each["version"]): each["cost"]["monthly"] for each in told["fits"]}
    assert costs["gpt-5-mini", "2025-08-07"] == "496.1"
    assert costs["gpt-4o-mini", "2024-07-18"] == "239.58"
    assert costs["model-router", "2025-11-18"] is None
    lasting = [each["lasting"] for each in told["fits"]]
    assert lasting == sorted(lasting, reverse=True)
    assert told["fits"][-1]["model"] == "model-router"
    assert all(each["reasons"] for each in told["fails"])


def test_the_same_in_words(run: Run) -> None:
    asked = (*CHAT, "--data-zone", "EU", "--billing", "payg", *USERS, *REQUEST)
    german = run(*asked, "--language", "de").out
    assert (
        "62,5 Anfragen pro Minute in der Spitze (337.500 TPM), 220.000 Anfragen im Monat" in german
    )
    assert "gpt-5-mini 2025-08-07: 496,10 $ im Monat" in german.replace("\xa0", " ")
    assert "EU-Datenzone: je Token, in 7 Regionen" in german
    assert "gpt-5-chat (abgeschaltet)" in german
    assert "Reihenfolge: zuerst, was allgemein verfügbar ist und länger als 180 Tage" in german


def test_without_a_load_prices_are_per_million_tokens(run: Run) -> None:
    told = run(*CHAT, "--data-zone", "EU", "--format", "json").json
    (mini,) = (each for each in told["fits"] if each["model"] == "gpt-5-mini")
    assert told["load"] is None
    assert mini["cost"]["monthly"] is None
    assert mini["cost"]["per_million_tokens"] == {
        "input": {"status": "known", "amounts": ["0.275"]},
        "output": {"status": "known", "amounts": ["2.2"]},
    }


@pytest.mark.parametrize(
    ("options", "why"),
    [
        pytest.param(USERS, "--input-tokens", id="users without a request"),
        pytest.param(
            ("--users", "5", *REQUEST), "--requests-per-user", id="users without their requests"
        ),
        pytest.param((*USERS, *REQUEST, "--rpm", "5"), "--rpm", id="two loads"),
        pytest.param(("--busy-hours", "8"), "--users", id="hours of nobody"),
        pytest.param(REQUEST, "--rpm, --users or --sessions", id="a request without a load"),
        pytest.param(("--data-zone", "MARS"), "'MARS'", id="no such zone"),
        pytest.param(("--billing", "gratis"), "'gratis'", id="no such billing"),
    ],
)
def test_half_a_question_is_refused(run: Run, options: tuple[str, ...], why: str) -> None:
    ran = run(*CHAT, *options)
    assert (ran.code, ran.out) == (2, "")
    assert why in ran.err


def test_an_empty_catalogue_leaves_nothing(run: Run, tmp_path: Path, catalog_file: Path) -> None:
    told = run("guide", "--catalog", catalog_file, *ON, "--country", "DE", "--format", "json").json
    assert told["fits"] == []
