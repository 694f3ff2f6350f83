# SPDX-License-Identifier: MIT
"""What a file measured of an average request: offered in words, taken only when asked."""

from dataclasses import replace

from azmodels_gui.calculator.exact import to_places
from azmodels_gui.calculator.measured_load import MeasuredRequest
from azmodels_gui.language.shown import tr
from azmodels_gui.language.words import N_
from azmodels_gui.window import formats
from azmodels_gui.window.calculator.inputs import Inputs

CONTEXT = "MeasuredRequest"


def measured_words(request: MeasuredRequest | None, language: str) -> str:
    """Return the offer; empty unless both input and output were measured."""
    if request is None or request.input_tokens is None or request.output_tokens is None:
        return ""
    tokens_in, tokens_out = (
        formats.number(to_places(tokens, 0), language)
        for tokens in (request.input_tokens, request.output_tokens)
    )
    words = tr(_OFFER)
    return words.format(tokens_in=tokens_in, tokens_out=tokens_out)


def with_measured(inputs: Inputs, request: MeasuredRequest) -> Inputs:
    """Return the inputs with the measured tokens, rounded to whole ones as the fields are."""
    if request.input_tokens is None or request.output_tokens is None:
        return inputs
    return replace(
        inputs,
        input_tokens=to_places(request.input_tokens, 0),
        output_tokens=to_places(request.output_tokens, 0),
    )


_OFFER = N_("Use measured: {tokens_in} in, {tokens_out} out")
