# SPDX-License-Identifier: MIT
"""Options for one request as people know it: words, pages, turns, reasoning; and its tokens."""

import argparse
from decimal import Decimal

from azmodels_gui.calculator.request_shape import EFFORTS, RequestShape, TextAmount, TextFactors
from azmodels_gui.cli.statement_output import exact
from azmodels_gui.language.plain_numbers import above_zero, not_negative, whole_above_zero
from azmodels_gui.language.words import N_

_PROMPT = ("words", "pages", "speech_minutes")
_SHAPED = (*_PROMPT, "output_words", "turns", "system_prompt", "reasoning")
_FACTORS = ("tokens_per_word", "words_per_page", "words_per_minute")
SHAPE_OPTIONS = (*_SHAPED, *_FACTORS)
"""All of them, by their attributes."""


def add_shape_options(parser: argparse.ArgumentParser) -> None:
    """Add what the tokens of a request can be reckoned from."""
    group = parser.add_argument_group(
        N_("tokens from what people know"),
        N_(
            "They add up with --input and the output tokens, which are then those of one question "
            "and its visible answer. Factors are assumptions, said to be; change them."
        ),
    )
    for option, metavar, meaning in (
        ("--words", "N", N_("words of the prompt")),
        ("--pages", "N", N_("pages of text in the prompt")),
        ("--speech-minutes", "N", N_("minutes of speech that the prompt has as text")),
        ("--output-words", "N", N_("words of the answer")),
        (
            *("--turns", "N"),
            N_("questions of a conversation: each prompt holds those before it with their answers"),
        ),
        (
            *("--system-prompt", "N"),
            N_("tokens that all requests begin with; read from the cache unless --cached says"),
        ),
        (
            *("--reasoning", "X"),
            N_("reasoning tokens as a multiple of the visible answer, or none, low, medium, high"),
        ),
        (
            *("--tokens-per-word", "X"),
            N_("tokens of a word (default: 1.33, a rule of thumb for English)"),
        ),
        ("--words-per-page", "N", N_("words of a page (default: 500)")),
        ("--words-per-minute", "N", N_("words of a minute of speech (default: 150)")),
    ):
        group.add_argument(option, metavar=metavar, help=meaning)


def shapes(arguments: argparse.Namespace) -> bool:
    """Tell whether tokens are to be reckoned from something."""
    return any(getattr(arguments, name) is not None for name in _SHAPED)


def tells_prompt(arguments: argparse.Namespace) -> bool:
    """Tell whether a prompt is told otherwise than in tokens."""
    return any(getattr(arguments, name) is not None for name in _PROMPT)


def with_shape(arguments: argparse.Namespace) -> tuple[argparse.Namespace, RequestShape | None]:
    """Return the options with the tokens that were reckoned, and the shape; None: as they were.

    Raises:
        Refused: no number.
        Refusal: numbers that make no sense.
    """
    if not shapes(arguments):
        return arguments, None
    shape = _shape(arguments)
    reckoned = {
        "input": shape.input_tokens,
        "output": shape.output_tokens,
        "cached_tokens": shape.cached_tokens,
    }
    numbers = {name: exact(tokens) for name, tokens in reckoned.items() if tokens}
    return argparse.Namespace(**(vars(arguments) | numbers)), shape


def _shape(arguments: argparse.Namespace) -> RequestShape:
    def figure(name: str, otherwise: Decimal = Decimal(0)) -> Decimal:
        text = getattr(arguments, name)
        return otherwise if text is None else not_negative(_option(name), text)

    factors = {
        name: above_zero(_option(name), getattr(arguments, name))
        for name in _FACTORS
        if getattr(arguments, name) is not None
    }
    turns = arguments.turns
    stated = arguments.cached is not None or arguments.cached_tokens is not None
    return RequestShape(
        question=TextAmount(tokens=figure("input"), **{name: figure(name) for name in _PROMPT}),
        answer=TextAmount(tokens=figure("output"), words=figure("output_words")),
        system_prompt=figure("system_prompt"),
        system_prompt_cached=not stated,
        turns=1 if turns is None else whole_above_zero("--turns", turns),
        reasoning=_reasoning(arguments.reasoning),
        factors=TextFactors(**factors),
    )


def _reasoning(text: str | None) -> Decimal:
    if text is None:
        return Decimal(0)
    effort = EFFORTS.get(text.casefold())
    return not_negative("--reasoning", text) if effort is None else effort


def _option(name: str) -> str:
    return f"--{name.replace('_', '-')}"
