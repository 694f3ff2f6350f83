# SPDX-License-Identifier: MIT
"""What a workload takes, and what it refuses."""

from decimal import Decimal
from typing import Any

import pytest

from azmodels_gui.calculator.counted import Count
from azmodels_gui.calculator.statements import RefusalId
from azmodels_gui.calculator.wording import Refusal
from azmodels_gui.calculator.workload import Workload
from tests.calculator.samples import load


def test_tpm_is_the_sum_of_input_and_output() -> None:
    pictures = load(10, 2_000, 5, beside={Count.IMAGE_INPUT: 1_229, Count.IMAGE_OUTPUT: 7_024})
    assert pictures.input_tpm == 32_290
    assert pictures.output_tpm == 70_290
    assert pictures.tpm == 102_580


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        pytest.param({"requests_per_minute": -1}, RefusalId.NEGATIVE, id="negative requests"),
        pytest.param({"input_tokens": Decimal(-1)}, RefusalId.NEGATIVE, id="negative input"),
        pytest.param({"output_tokens": Decimal("NaN")}, RefusalId.NOT_A_NUMBER, id="NaN"),
        pytest.param({"output_tokens": Decimal("Infinity")}, RefusalId.NOT_A_NUMBER, id="endless"),
        pytest.param({"requests_per_minute": 10**12}, RefusalId.TOO_LARGE, id="absurd requests"),
        pytest.param({"input_tokens": 10**8}, RefusalId.TOO_LARGE, id="absurd prompt"),
        pytest.param(
            {"output_tokens": Decimal("1e-400")}, RefusalId.TOO_MANY_PLACES, id="absurd places"
        ),
        pytest.param({"cached_tokens": 201}, RefusalId.PARTS_ABOVE_INPUT, id="cached above input"),
        pytest.param(
            {"cached_tokens": 150, "cache_write_tokens": 51},
            RefusalId.PARTS_ABOVE_INPUT,
            id="cached and written above input",
        ),
        pytest.param(
            {"input_tokens": 0, "output_tokens": 0}, RefusalId.EMPTY_REQUEST, id="nothing at all"
        ),
    ],
)
def test_a_workload_that_makes_no_sense_is_refused(
    changes: dict[str, Any], refusal: RefusalId
) -> None:
    fields: dict[str, Any] = {"requests_per_minute": 10, "input_tokens": 200, "output_tokens": 20}
    with pytest.raises(Refusal) as refused:
        Workload(**(fields | changes))
    assert refused.value.statement.id is refusal


def test_averages_may_have_fractions() -> None:
    assert load(Decimal("0.5"), Decimal("614.5"), 1).input_tpm == Decimal("307.25")
