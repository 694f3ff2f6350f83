# SPDX-License-Identifier: MIT
"""How a result came about, step by step: what is written must add up."""

import re
from decimal import Decimal

import pytest

from azmodels_gui.calculator.estimate import Estimate
from azmodels_gui.calculator.overrides import Overrides
from azmodels_gui.calculator.steps import Step, steps
from azmodels_gui.catalog.terms import Term
from tests.calculator.samples import load
from tests.calculator.test_estimate import answer, plan


def reckoned(formula: str) -> Decimal:
    """Work out an English formula as a reader with a pocket calculator would."""
    plain = re.sub(r"\([a-z -]+\)", "", formula).replace("×", "*").replace("÷", "/")
    plain = re.sub(r"([\d.,]+)%", r"(\1/100)", plain).replace("$", "").replace(",", "")
    assert re.fullmatch(r"[\d.+*/() ]+", plain), formula
    return Decimal(str(eval(plain)))


def stated(result: str) -> Decimal:
    figure = Decimal(re.sub(r"[^\d.]", "", result))
    return figure / 100 if result.endswith("%") else figure


def sums(found: Estimate) -> list[Step]:
    return [step for step in steps(found, "en") if re.search(r"[×÷]", step.formula)]


@pytest.mark.parametrize(
    "found",
    [
        pytest.param(
            answer(load(1_000, 200, 20, cached_tokens=50), average_load=Decimal("0.52")),
            id="reserved whole",
        ),
        pytest.param(answer(load(1_000, 200, 20), reserved_ptu=50), id="reserved in part"),
        pytest.param(answer(load(1_000, 200, 20), reserved_ptu=500), id="reserved beyond need"),
    ],
)
def test_every_formula_gives_the_result_beside_it(found: Estimate) -> None:
    taken = sums(found)
    assert len(taken) >= 9
    for step in taken:
        told, got = stated(step.result), reckoned(step.formula)
        assert abs(told - got) <= max(abs(got) * Decimal("0.001"), Decimal("0.006")), step


def test_the_steps_end_in_the_numbers_of_the_estimate() -> None:
    found = answer(load(1_000, 200, 20))
    by_name = {step.name: step.result for step in steps(found, "en")}
    assert by_name["Normalised TPM"] == "360,000"
    assert by_name["Raw PTU"] == "105.88"
    assert by_name["Deployable PTU"] == "110"


def test_german_steps_are_written_as_germans_write() -> None:
    found = answer(load(1_000, 200, 20))
    lines = [step.text for step in steps(found, "de")]
    assert "Normalisierte TPM: 1.000 × 360 = 360.000" in lines


def test_an_unknown_price_leaves_its_step_out() -> None:
    found = answer(load(1_000, 200, 20), plan=plan(ptu_prices=()))
    keys = {step.key for step in steps(found, "en")}
    assert "cost_payg" in keys
    assert not any(f"cost_{term}" in keys for term in Term)


def test_a_negotiated_price_claims_no_source() -> None:
    given = Overrides(ptu_prices={Term.YEAR: Decimal(1_200)})
    found = answer(load(1_000, 200, 20), overrides=given)
    year = next(step for step in steps(found, "en") if step.key == "cost_year")
    assert year.sources == ()
    assert any(step.sources for step in steps(found, "en"))
