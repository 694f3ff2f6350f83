# SPDX-License-Identifier: MIT
"""`azmodels cost` of what is paid for beside requests, on the shipped catalogue."""

from decimal import Decimal
from typing import Any

import pytest

from tests.cli.calculator_runs import assert_refused, ids, json_of
from tests.cli.ran import Run

GLOBAL = ("--deployment-type", "GlobalStandard", "--rpm", 10, "--on", "2026-11-30")
CHAT = ("--input-tokens", 500, "--output-tokens", 100)


def cost(run: Run, model: str, *options: object) -> Any:
    return json_of(run("cost", model, *GLOBAL, *options, "--format", "json"))


def test_a_million_documents_are_embedded_once(run: Run) -> None:
    """500 tokens each at $0.13 a million; 20,000 anew in a month."""
    documents = ("--documents", 10**6, "--updated-documents", 20_000, "--document-tokens", 500)
    told = cost(run, "text-embedding-3-large", "--input-tokens", 20, *documents)
    assert (told["beside_once"], told["beside_month"]) == ("65.00", "1.30")
    assert told["payg_per_request"] == "0.0000026"
    assert [line["every"] for line in told["beside_requests"]] == ["once", "month"]
    assert "beside_apart" in ids(told["assumptions"])
    formulas = {step["id"]: step["formula"]["en"] for step in told["steps"]}
    assert formulas["beside_embedded_tokens"] == "500,000,000 × 0.13 ÷ 1,000,000 (input)"


def test_fine_tuning_and_hosting_stand_beside_the_requests(run: Run) -> None:
    """2M tokens at $25, 730 hours at $1.70."""
    tuned = ("--fine-tuned", "--training-tokens", 2_000_000, "--hosting-hours", 730)
    told = cost(run, "gpt-4.1", *CHAT, *tuned)
    assert (told["beside_once"], told["beside_month"]) == ("50.00", "1241.00")
    assert told["workload"]["fine_tuned"] is True


def test_documents_alone_are_a_load_of_their_own(run: Run) -> None:
    place = ("--deployment-type", "GlobalStandard", "--on", "2026-11-30")
    documents = ("--documents", 10**6, "--updated-documents", 20_000, "--document-tokens", 500)
    told = json_of(run("cost", "text-embedding-3-large", *place, *documents, "--format", "json"))
    assert (told["load"], told["beside_once"], told["beside_month"]) == (None, "65.00", "1.30")
    assert [step["id"] for step in told["steps"]] == [
        "beside_embedded_tokens",
        "beside_embedded_anew_tokens",
    ]
    assert plain(told["verdict"]["text"]["en"]) == (
        "text-embedding-3-large 1 as a global deployment: $65.00 once (documents), $1.30 a month "
        "(updates of documents)."
    )
    assert plain(told["verdict"]["text"]["de"]) == (
        "text-embedding-3-large 1 als globale Bereitstellung: einmalig 65,00 $ (Dokumente), 1,30 $ "
        "im Monat (Aktualisierung der Dokumente)."
    )
    text = run("cost", "text-embedding-3-large", *place, *documents, "--language", "en").out
    assert "Documents embedded, once          $65.00" in text


def test_fine_tuning_alone_is_a_load_of_its_own(run: Run) -> None:
    place = ("--deployment-type", "GlobalStandard", "--on", "2026-11-30", "--language", "en")
    out = run("cost", "gpt-4.1", *place, "--training-tokens", 2_000_000).out
    assert "gpt-4.1 2025-04-14 as a global deployment: $50.00 once (fine-tuning)." in out
    unknown = run("cost", "o4-mini", *place, "--training-hours", 3).out
    assert "Price unknown, and so not added: fine-tuning (no source states one)." in unknown


def test_what_goes_with_a_load_is_not_taken_without_one(run: Run) -> None:
    place = ("--deployment-type", "GlobalStandard", "--training-tokens", 5)
    assert_refused(
        run("cost", "gpt-4.1", *place, "--input-tokens", 5), "--input-tokens goes with --rpm"
    )
    assert_refused(run("cost", "gpt-4.1", "gpt-5.2", *place), "one model at a time")


def test_the_sentence_tells_a_month_in_all_and_what_is_paid_once(run: Run) -> None:
    tuned = ("--training-tokens", 2_000_000, "--hosting-hours", 730)
    said = cost(run, "gpt-4.1", *CHAT, *tuned)["verdict"]
    assert (said["monthly"], said["whole_month"], said["once"]) == ("788.40", "2029.40", "50.00")
    assert plain(said["parts"]["en"]["lead"]).endswith(
        ": $788.40 a month. With hosting ($1,241.00 a month) it is $2,029.40 a month in all. Once: "
        "$50.00 (fine-tuning)."
    )
    assert "zusammen 2.029,40 $ im Monat. Einmalig: 50,00 $" in plain(said["parts"]["de"]["lead"])
    assert cost(run, "gpt-4.1", *CHAT)["verdict"]["whole_month"] == "788.40"


def test_models_are_held_against_each_other_with_all_that_they_cost(run: Run) -> None:
    """A month of hosting is dearer than the requests of either model."""
    hosted = (*GLOBAL, *CHAT, "--hosting-hours", 730, "--format", "json")
    told = json_of(run("cost", "gpt-4.1", "gpt-4.1-mini", *hosted))["models"]
    whole = [each["verdict"]["whole_month"] for each in told]
    assert whole[0] == "2029.40"
    assert Decimal(told[1]["difference"]["monthly"]) == Decimal(whole[1]) - Decimal(whole[0])


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_the_text_says_what_is_paid_once_and_what_every_month(run: Run) -> None:
    told = run("cost", "gpt-4.1", *GLOBAL, *CHAT, "--training-tokens", 10**6, "--language", "de")
    assert "Feinabstimmung nach Token, einmalig  25,00 $" in told.out.replace("\u00a0", " ")


def test_reinforcement_by_the_hour_needs_its_variant(run: Run) -> None:
    hours = (*CHAT, "--training-hours", 3)
    told = cost(run, "o4-mini", *hours)
    assert told["beside_once"] is None
    assert "price_by_variant" in ids(told["warnings"])
    assert cost(run, "o4-mini", *hours, "--variant", "training=RFT")["beside_once"] == "300.00"


@pytest.mark.parametrize(
    ("options", "told"),
    [
        pytest.param(("--documents", 5), "go with --document-tokens", id="documents of what size"),
        pytest.param(("--document-tokens", 5), "go with --document-tokens", id="no documents"),
        pytest.param(("--training-tokens", 0), "must be above zero", id="nothing"),
        pytest.param(
            ("--documents", 5, "--document-tokens", 5), "answers in text", id="no embedding model"
        ),
        pytest.param(("--variant", "image"), "is not of the form", id="no form"),
        pytest.param(("--variant", "colour=red"), "is not of the form", id="no such category"),
        pytest.param(
            ("--variant", "image=a", "--variant", "image=b"), "given twice", id="two variants"
        ),
    ],
)
def test_what_makes_no_sense_is_refused(run: Run, options: tuple[object, ...], told: str) -> None:
    assert_refused(run("cost", "gpt-4.1", *GLOBAL, *CHAT, *options), told)
