# SPDX-License-Identifier: MIT
"""Whether the model, and PTU, take a request of this length."""

from collections.abc import Iterator
from decimal import Decimal

from azmodels_gui.calculator.statements import CautionId, Statement, caution
from azmodels_gui.calculator.workload import Workload
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.facts import TokenLimit
from azmodels_gui.catalog.prices import PtuParameters
from azmodels_gui.catalog.terms import ContextBand

PTU_PROMPT_LIMIT = 128_000
"""Prompt tokens above which some models are not served on PTU ("128K", `ptu-2026-09`)."""


def check_limits(entry: Entry, workload: Workload) -> Iterator[Statement]:
    """Yield what the model's own limits say of an average request."""
    limits = entry.version.limits
    if limits.context_window is None and limits.max_input is None:
        yield caution(CautionId.CONTEXT_UNKNOWN, model=entry.title)
    for which, limit, tokens in (
        (CautionId.PROMPT_ABOVE_CONTEXT, limits.context_window, workload.tokens_per_request),
        (CautionId.PROMPT_ABOVE_INPUT_LIMIT, limits.max_input, workload.prompt_tokens),
        (CautionId.ANSWER_ABOVE_OUTPUT_LIMIT, limits.max_output, workload.answer_tokens),
    ):
        if limit is not None and tokens > limit.tokens:
            yield _above(which, limit, tokens)
    yield from _undeclared(entry, workload)


def check_ptu_prompt(parameters: PtuParameters, workload: Workload) -> Iterator[Statement]:
    """Yield a caution where PTU do not serve a prompt of this length."""
    too_long = workload.long_context or workload.prompt_tokens > PTU_PROMPT_LIMIT
    if parameters.long_context is False and too_long:
        yield caution(
            CautionId.PROMPT_ABOVE_PTU, tokens=workload.prompt_tokens, limit=PTU_PROMPT_LIMIT
        )


def _above(which: CautionId, limit: TokenLimit, tokens: Decimal) -> Statement:
    return caution(which, tokens=tokens, limit=limit.tokens)


def _undeclared(entry: Entry, workload: Workload) -> Iterator[Statement]:
    """Yield a word where the band that was chosen does not fit the length of the prompt."""
    if not any(price.context_band is ContextBand.LONG for price in entry.prices):
        return
    begins, tokens = entry.version.limits.long_context_above, workload.prompt_tokens
    if begins is None:
        if tokens > PTU_PROMPT_LIMIT and not workload.long_context:
            yield caution(CautionId.LONG_CONTEXT_UNDECLARED, tokens=tokens)
    elif workload.long_context is not (tokens > begins.tokens):
        declared = workload.long_context
        which = (
            CautionId.PROMPT_BELOW_LONG_CONTEXT if declared else CautionId.PROMPT_ABOVE_LONG_CONTEXT
        )
        yield caution(which, tokens=tokens, limit=begins.tokens, source=begins.source)
