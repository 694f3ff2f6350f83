# SPDX-License-Identifier: MIT
"""Shapes of requests to start from. Examples of ours, not measurements: the page says so."""

from dataclasses import dataclass, replace
from decimal import Decimal

from azmodels_gui.catalog.terms import PriceTier
from azmodels_gui.language.words import N_
from azmodels_gui.window.calculator.inputs import Inputs

CONTEXT = "Presets"


@dataclass(frozen=True)
class Preset:
    """One request of a kind of use, in tokens."""

    key: str
    words: str
    input_tokens: int
    cached_percent: int
    output_tokens: int
    average_percent: int
    processing: PriceTier = PriceTier.STANDARD


PRESETS = (
    Preset("chat", N_("Chat"), 1_200, 40, 300, 35),
    Preset("rag", N_("Answers from own documents (RAG)"), 5_000, 20, 400, 35),
    Preset("documents", N_("Document analysis"), 12_000, 5, 800, 30),
    Preset("code", N_("Writing code"), 8_000, 60, 1_000, 40),
    Preset(
        "batch",
        N_("Batch processing"),
        4_000,
        0,
        500,
        100,
        PriceTier.BATCH,
    ),
)


def with_preset(inputs: Inputs, preset: Preset) -> Inputs:
    """Return the inputs with the requests of a preset; where and what to pay stay."""
    return replace(
        inputs,
        input_tokens=Decimal(preset.input_tokens),
        cached_percent=Decimal(preset.cached_percent),
        cache_write_tokens=Decimal(0),
        output_tokens=Decimal(preset.output_tokens),
        image_input_tokens=Decimal(0),
        image_output_tokens=Decimal(0),
        long_context=False,
        average_percent=Decimal(preset.average_percent),
        processing=preset.processing.value,
    )
