# SPDX-License-Identifier: MIT
"""Prices of PTU: what is believed, what is history, and where each figure stands."""

import json
from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from azmodels_gui.catalog.facts import PtuPrice
from azmodels_gui.catalog.terms import Scope, Term
from azmodels_gui.publish.facts import PtuPriceFact
from azmodels_gui.publish.ledger import Ledger
from azmodels_gui.publish.ptu_prices import ptu_price_sources, read_ptu_prices

PRICE_LIST = "items of the Azure Retail Prices API, stored somewhere"


def figure(amount: float = 1.0, **more: Any) -> dict[str, Any]:
    return {
        "deployment_type": "GlobalProvisioned",
        "product": "Azure OpenAI",
        "regions": ["eastus2"],
        "term": "hourly",
        "usd_per_ptu": amount,
        "effective_from": None,
        "effective_to": None,
        "source_url": "https://github.com/someone/prices/blob/1/prices.json",
        "as_of": "2026-10-09",
        "kind": PRICE_LIST,
    } | more


def told(amount: float, **more: Any) -> dict[str, Any]:
    """Return a figure that a site tells without naming regions."""
    elsewhere = {"source_url": "https://example.com/ptu (a copy)", "as_of": "2026, day unknown"}
    return figure(amount, regions=None, kind="table of a site", **{**elsewhere, **more})


def read(tmp_path: Path, *figures: dict[str, Any]) -> list[PtuPrice]:
    path = tmp_path / "ptu.json"
    path.write_text(json.dumps(figures), encoding="utf-8")
    ledger = Ledger()
    facts = list(read_ptu_prices(path, "ptu", ledger))
    ledger.close()
    assert ledger.totals()["ptu"] == (len(figures), len(facts), len(figures) - len(facts))
    return [fact.price for fact in facts]


def test_a_figure_becomes_a_price_with_its_own_source(tmp_path: Path) -> None:
    (price,) = read(tmp_path, figure(2652.0, term="year", deployment_type="RegionalProvisioned"))
    assert (price.scope, price.term, price.amount) == (Scope.REGIONAL, Term.YEAR, Decimal(2652))
    assert (price.regions, price.source) == (("eastus2",), "ptu:2026-10-09:1")
    assert (price.superseded, price.note) == (False, "")


def test_dates_of_a_figure_bound_it(tmp_path: Path) -> None:
    dated = figure(1.1, effective_from=["2026-06-01"], effective_to="2026-08-31")
    (price,) = read(tmp_path, dated)
    assert (price.effective_from, price.effective_until) == (date(2026, 6, 1), date(2026, 8, 31))


def test_of_several_starts_the_last_counts_and_the_first_is_told(tmp_path: Path) -> None:
    (price,) = read(tmp_path, figure(effective_from=["2024-11-01", "2026-06-01"]))
    assert price.effective_from == date(2026, 6, 1)
    assert price.note == "in some of the regions since 2024-11-01"
    assert price.note_de == "in einigen der Regionen seit 2024-11-01"


def test_what_the_price_list_contradicts_is_superseded(tmp_path: Path) -> None:
    prices = read(
        tmp_path,
        figure(286, term="month", deployment_type="DataZoneProvisioned"),
        told(260, term="month", deployment_type="DataZoneProvisioned"),
        told(286, term="month", deployment_type="DataZoneProvisioned"),
    )
    assert [price.superseded for price in prices] == [False, True, False]
    assert prices[1].note.startswith("contradicted by the price list")
    assert "names no region" in prices[2].note


def test_what_the_price_list_does_not_speak_of_is_not_superseded(tmp_path: Path) -> None:
    assert [price.superseded for price in read(tmp_path, told(260, term="month"))] == [False]


def test_the_book_is_superseded_even_where_its_figure_is_equal(tmp_path: Path) -> None:
    book = told(1.0, source_url="https://fliphtml5.com/a/b/", as_of="book of about 2025 (x)")
    prices = read(tmp_path, figure(1.0), book)
    assert [price.superseded for price in prices] == [False, True]
    assert prices[1].source == "ptu:2025:1"


def test_the_old_commitment_model_is_refused(tmp_path: Path) -> None:
    assert read(tmp_path, figure(312, deployment_type="ProvisionedClassicCommitment")) == []


def test_documents_are_listed_once_in_their_order(tmp_path: Path) -> None:
    path = tmp_path / "ptu.json"
    other = figure(source_url="https://github.com/other/repo/blob/1/{region}/p.json")
    cited = told(1, source_url="a report which cites https://example.com")
    path.write_text(json.dumps([figure(), other, figure(2), told(1), cited]), encoding="utf-8")
    assert [
        (item.id, item.url, item.as_of, item.secondary) for item in ptu_price_sources(path, "ptu")
    ] == [
        ("ptu:2026-10-09:1", figure()["source_url"], "2026-10-09", False),
        ("ptu:2026-10-09:2", "https://github.com/other/repo/tree/1/", "2026-10-09", False),
        ("ptu:2026:1", "https://example.com/ptu", "2026", True),
        ("ptu:2026:2", None, "2026", True),
    ]


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        pytest.param("as_of", "some day", "no date", id="a document without any date"),
        pytest.param("term", "week", "'week'", id="a term nobody knows"),
        pytest.param("usd_per_ptu", -1, "from 0", id="an amount below nothing"),
        pytest.param("regions", "eastus2", "regions", id="one region instead of a list"),
    ],
)
def test_a_malformed_figure_costs_no_other(
    tmp_path: Path, key: str, value: object, said: str
) -> None:
    path = tmp_path / "ptu.json"
    path.write_text(json.dumps([figure() | {key: value}, figure(2.0)]), encoding="utf-8")
    ledger = Ledger()
    (fact,) = read_ptu_prices(path, "ptu", ledger)
    (refused,) = ledger.refused()
    assert fact.price.amount == 2
    assert refused.reason.startswith("malformed: ")
    assert said in refused.reason
    assert [source.id for source in ptu_price_sources(path, "ptu")] == ["ptu:2026-10-09:1"]


@pytest.fixture(scope="module")
def real(sources_dir: Path) -> tuple[list[PtuPriceFact], Ledger]:
    ledger = Ledger()
    facts = list(read_ptu_prices(sources_dir / "ptu-prices.json", "ptu-prices", ledger))
    return facts, ledger


Real = tuple[list[PtuPriceFact], Ledger]


def test_of_the_real_figures_only_the_commitment_model_is_refused(real: Real) -> None:
    assert real[1].totals() == {"ptu-prices": (91, 90, 1)}


def test_the_believed_prices_of_the_us_are_the_nine_of_october(real: Real) -> None:
    newest = {
        (fact.price.term.value, fact.price.scope.value): str(fact.price.amount)
        for fact in real[0]
        if fact.price.source == "ptu-prices:2026-10-09:1"
    }
    assert newest == {
        ("hour", "global"): "1",
        ("hour", "data_zone"): "1.1",
        ("hour", "regional"): "2",
        ("month", "global"): "260",
        ("month", "data_zone"): "286",
        ("month", "regional"): "286",
        ("year", "global"): "2652",
        ("year", "data_zone"): "2916",
        ("year", "regional"): "2916",
    }


def test_the_contradicted_tool_and_the_book_are_history(real: Real) -> None:
    superseded = Counter(fact.price.source for fact in real[0] if fact.price.superseded)
    assert superseded == {"ptu-prices:2026-06-22:1": 4, "ptu-prices:2025:1": 2}


def test_every_real_price_names_a_listed_document(real: Real, sources_dir: Path) -> None:
    listed = {source.id for source in ptu_price_sources(sources_dir / "ptu-prices.json")}
    assert {fact.price.source for fact in real[0]} == listed
