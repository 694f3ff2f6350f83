# SPDX-License-Identifier: MIT
"""Tokens by category and their weights."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.calculator.counted import Count
from azmodels_gui.calculator.deployment import normalized_request
from azmodels_gui.calculator.exact import product
from azmodels_gui.calculator.statements import RefusalId
from azmodels_gui.calculator.wording import Refusal
from azmodels_gui.calculator.workload import Workload
from azmodels_gui.catalog.facts import PtuParameters
from azmodels_gui.catalog.terms import ContextBand, TokenCategory
from tests.calculator.samples import ASTRA, FIREWORKS, GPT_5_2, IMAGE_2, load, ptu, weight


def test_each_token_is_counted_once() -> None:
    workload = load(1, 1_000, 50, cached_tokens=300, cache_write_tokens=200)
    assert workload.amounts == {
        Count.INPUT: 500,
        Count.CACHED_INPUT: 300,
        Count.CACHE_WRITE: 200,
        Count.OUTPUT: 50,
    }


@pytest.mark.parametrize(
    ("parameters", "long_context", "normalized"),
    [
        pytest.param(GPT_5_2, False, "1100", id="cached input is free by an output ratio"),
        pytest.param(ASTRA, False, "980", id="cached input counts a tenth with GPT-6"),
        pytest.param(ASTRA, True, "1835", id="a long request has the long weights as a whole"),
    ],
)
def test_cached_input_counts_as_its_weight_says(
    parameters: PtuParameters, long_context: bool, normalized: str
) -> None:
    request = load(1, 1_000, 50, cached_tokens=300, long_context=long_context)
    assert normalized_request(request, parameters).tokens == Decimal(normalized)


def test_cache_writes_count_more_than_plain_input() -> None:
    request = load(1, 1_000, 0, cache_write_tokens=400)
    assert normalized_request(request, ASTRA).tokens == 600 + 500


@pytest.mark.parametrize(
    ("request_", "parameters", "category"),
    [
        pytest.param(load(1, 100, 10), FIREWORKS, "output", id="no ratio is published"),
        pytest.param(
            load(1, 100, 10, cache_write_tokens=5), GPT_5_2, "cache_write", id="no cache writes"
        ),
        pytest.param(load(1, 100, 10), IMAGE_2, "output", id="text out of an image model"),
    ],
)
def test_a_weight_that_no_source_states_is_refused_not_guessed(
    request_: Workload, parameters: PtuParameters, category: str
) -> None:
    with pytest.raises(Refusal) as refused:
        normalized_request(request_, parameters)
    assert refused.value.statement.id is RefusalId.WEIGHT_UNKNOWN
    assert refused.value.statement.data["category"] == category


def test_a_short_weight_does_not_stand_in_for_a_long_one() -> None:
    short_only = ptu(600, weight(TokenCategory.INPUT, "1", ContextBand.SHORT))
    with pytest.raises(Refusal) as refused:
        normalized_request(load(1, 100, 0, long_context=True), short_only)
    assert refused.value.statement.data["band"] == "long"


def test_a_weight_of_the_user_fills_the_gap_and_is_marked() -> None:
    given_weights = {TokenCategory.OUTPUT: Decimal(4)}
    request = normalized_request(load(1, 100, 10), FIREWORKS, given_weights)
    assert request.tokens == 140
    assert {part.category: part.given for part in request.parts} == {
        TokenCategory.INPUT: False,
        TokenCategory.OUTPUT: True,
    }


counts = st.integers(0, 200_000)


@given(
    into=st.integers(1, 200_000),
    out=counts,
    cached_share=st.fractions(0, 1),
    parts=st.integers(1, 8),
    rpm=st.integers(1, 5_000),
    long_context=st.booleans(),
)
def test_splitting_a_request_never_changes_the_total(
    into: int, out: int, cached_share: Fraction, parts: int, rpm: int, long_context: bool
) -> None:
    cached = int(into * cached_share)
    whole = load(
        rpm,
        into * parts,
        out * parts,
        cached_tokens=cached * parts,
        long_context=long_context,
    )
    split = load(rpm * parts, into, out, cached_tokens=cached, long_context=long_context)
    for parameters in (GPT_5_2, ASTRA):
        assert product(rpm, normalized_request(whole, parameters).tokens) == product(
            rpm * parts, normalized_request(split, parameters).tokens
        )
    assert whole.tpm == split.tpm
