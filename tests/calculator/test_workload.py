# SPDX-License-Identifier: MIT
"""What a workload takes, and what it refuses."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.calculator.counted import Count
from azmodels_gui.calculator.deployment import Deployment, sized
from azmodels_gui.calculator.inputs import PRESETS, preset_named
from azmodels_gui.calculator.month_load import MonthLoad
from azmodels_gui.calculator.statements import AssumptionId, CautionId, RefusalId
from azmodels_gui.calculator.wording import Refusal
from azmodels_gui.calculator.workload import RequestShape, TextAmount, TextFactors, Workload
from tests.builders import version
from tests.calculator.samples import DATA_ZONE_PTU, ROUND, load, with_ptu
from tests.calculator.test_checks import limits


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


QUESTION, ANSWER = TextAmount(tokens=200), TextAmount(tokens=300)
tokens = st.integers(1, 10_000)


def shape(**more: Any) -> RequestShape:
    return RequestShape(**({"question": QUESTION, "answer": ANSWER} | more))


@given(asked=tokens, answered=tokens, system=st.integers(0, 5_000), turns=st.integers(1, 40))
def test_a_conversation_is_the_mean_of_its_prompts(
    asked: int, answered: int, system: int, turns: int
) -> None:
    """Each prompt is put together from the messages that a chat sends again and again."""
    prompts, history = [], system
    for _ in range(turns):
        history += asked
        prompts.append(history)
        history += answered
    found = shape(
        question=TextAmount(tokens=asked),
        answer=TextAmount(tokens=answered),
        system_prompt=system,
        turns=turns,
    )
    assert Fraction(found.input_tokens) == Fraction(sum(prompts), turns)
    assert found.output_tokens == answered
    assert found.cached_tokens == system


def test_ten_turns_have_five_and_a_half_questions_and_four_and_a_half_answers() -> None:
    found = shape(turns=10, system_prompt=1_000)
    assert found.input_tokens == 1_000 + 1_100 + 1_350


def test_the_last_prompt_of_a_conversation_has_to_fit() -> None:
    """On average the prompts of 100 turns have 24,950 tokens, the last one 49,700."""
    talk = shape(turns=100, question=TextAmount(tokens=200), answer=TextAmount(tokens=300))
    assert (talk.input_tokens, talk.longest_prompt) == (Decimal(24_950), Decimal(49_700))
    made = replace(MonthLoad.of_peak(talk.workload()), shape=talk)
    assert made.longest.input_tokens == 49_700
    small = with_ptu(ROUND, one_version=version(limits=limits(40_000)))
    warned = sized(Deployment(entry=small, deployment_type=DATA_ZONE_PTU, loads=(made,))).cautions
    (said,) = (each for each in warned if each.id is CautionId.PROMPT_ABOVE_CONTEXT)
    assert said.data["tokens"] == 50_000


def test_words_pages_and_speech_add_up() -> None:
    """(20 + 3 x 500 + 2 x 150) words of 1.33 tokens, and 100 tokens."""
    text = TextAmount(tokens=100, words=20, pages=3, speech_minutes=2)
    assert text.in_tokens(TextFactors()) == Decimal("2520.6")
    assert text.in_tokens(TextFactors(tokens_per_word=2, words_per_page=250)) == 2_240


def test_reasoning_is_billed_with_the_answer_but_not_sent_again() -> None:
    plain, reasoned = shape(turns=3), shape(turns=3, reasoning=Decimal("2.5"))
    assert reasoned.output_tokens == 1_050
    assert reasoned.input_tokens == plain.input_tokens


def test_a_workload_has_the_tokens_of_the_shape() -> None:
    found = shape(system_prompt=1_000, reasoning=1).workload(5)
    assert (found.requests_per_minute, found.input_tokens) == (5, 1_200)
    assert (found.cached_tokens, found.output_tokens) == (1_000, 600)


def test_each_factor_that_is_used_is_said_to_be_assumed() -> None:
    assert shape().assumptions == ()
    used = shape(
        question=TextAmount(pages=1, speech_minutes=1), turns=2, system_prompt=1, reasoning=1
    )
    assert [said.id for said in used.assumptions] == [
        AssumptionId.TOKENS_OF_WORDS,
        AssumptionId.WORDS_OF_PAGES,
        AssumptionId.WORDS_OF_SPEECH,
        AssumptionId.HISTORY_GROWS,
        AssumptionId.SYSTEM_PROMPT_CACHED,
        AssumptionId.REASONING,
    ]


@pytest.mark.parametrize(
    ("more", "refusal"),
    [
        pytest.param({"turns": 0}, RefusalId.BELOW_ONE, id="no turn"),
        pytest.param({"turns": Decimal("2.5")}, RefusalId.NOT_WHOLE, id="half a turn"),
        pytest.param({"turns": 10**6}, RefusalId.TOO_LARGE, id="endless talk"),
        pytest.param({"reasoning": -1}, RefusalId.NEGATIVE, id="less than no reasoning"),
        pytest.param({"reasoning": 10**6}, RefusalId.TOO_LARGE, id="absurd reasoning"),
        pytest.param({"system_prompt": -1}, RefusalId.NEGATIVE, id="a prompt below nothing"),
        pytest.param({"system_prompt": Decimal("NaN")}, RefusalId.NOT_A_NUMBER, id="no number"),
    ],
)
def test_shapes_that_make_no_sense_are_refused(more: dict[str, Any], refusal: RefusalId) -> None:
    with pytest.raises(Refusal) as refused:
        shape(**more)
    assert refused.value.statement.id is refusal


@pytest.mark.parametrize(
    ("make", "refusal"),
    [
        pytest.param(lambda: TextFactors(tokens_per_word=0), RefusalId.ZERO, id="empty words"),
        pytest.param(lambda: TextFactors(words_per_page=-1), RefusalId.NEGATIVE, id="below zero"),
        pytest.param(lambda: TextAmount(pages=10**9), RefusalId.TOO_LARGE, id="a library"),
    ],
)
def test_texts_that_make_no_sense_are_refused(make: Any, refusal: RefusalId) -> None:
    with pytest.raises(Refusal) as refused:
        make()
    assert refused.value.statement.id is refusal


def test_every_preset_is_a_load_that_can_be_reckoned() -> None:
    assert [each.key for each in PRESETS] == [
        "internal-assistant",
        "customer-chat",
        "batch-at-night",
    ]
    for each in PRESETS:
        assert preset_named(each.key) is each
        assert all(figure > 0 for figure in each.figures.values())
    assert preset_named("no such thing") is None
