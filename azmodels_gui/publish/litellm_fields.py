# SPDX-License-Identifier: MIT
"""The cost fields of litellm's price list: what each one is the price of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from azmodels_gui.catalog.terms import ContextBand, PriceTier, TokenCategory, Unit

LONG_SUFFIXES = {
    "_above_100k_tokens": 100_000,
    "_above_200k_tokens": 200_000,
    "_above_272k_tokens": 272_000,
}
"""Ending of the fields for long context, and the prompt tokens it begins above."""
TIER_SUFFIXES = {
    "_priority": PriceTier.PRIORITY,
    "_flex": PriceTier.FLEX,
    "_batches": PriceTier.BATCH,
}
KEPT_AN_HOUR = "_above_1hr"
"""A cache that is kept for an hour instead of minutes."""


@dataclass(frozen=True)
class CostField:
    """What a cost field is the price of."""

    category: TokenCategory
    unit: Unit
    factor: Decimal
    """The field's value times this is the price of one `unit`."""
    tier: PriceTier = PriceTier.STANDARD
    context_band: ContextBand | None = None
    variant: str = ""
    decimals: int = 15
    """Decimal places that mean something; the list divides hourly prices by 3600."""


def _per_million(category: TokenCategory) -> CostField:
    return CostField(category, Unit.MILLION_TOKENS, Decimal(1_000_000))


ONE = Decimal(1)
THOUSAND = Decimal(1000)
MILLION = Decimal(1_000_000)
PER_HOUR = CostField(TokenCategory.AUDIO, Unit.HOUR, Decimal(3600), decimals=9)

FIELDS = {
    "input_cost_per_token": _per_million(TokenCategory.INPUT),
    "output_cost_per_token": _per_million(TokenCategory.OUTPUT),
    "cache_read_input_token_cost": _per_million(TokenCategory.CACHED_INPUT),
    "cache_creation_input_token_cost": _per_million(TokenCategory.CACHE_WRITE),
    "input_cost_per_audio_token": _per_million(TokenCategory.AUDIO_INPUT),
    "output_cost_per_audio_token": _per_million(TokenCategory.AUDIO_OUTPUT),
    "cache_read_input_audio_token_cost": _per_million(TokenCategory.CACHED_AUDIO_INPUT),
    "input_cost_per_image_token": _per_million(TokenCategory.IMAGE_INPUT),
    "output_cost_per_image_token": _per_million(TokenCategory.IMAGE_OUTPUT),
    "cache_read_input_image_token_cost": _per_million(TokenCategory.CACHED_IMAGE_INPUT),
    "input_cost_per_character": CostField(
        TokenCategory.CHARACTERS, Unit.MILLION_CHARACTERS, MILLION
    ),
    "input_cost_per_second": PER_HOUR,
    "output_cost_per_second": PER_HOUR,
    "output_cost_per_video_per_second": CostField(TokenCategory.VIDEO_OUTPUT, Unit.SECOND, ONE),
    "output_cost_per_image": CostField(TokenCategory.IMAGE, Unit.IMAGE, ONE),
    # Prices per pixel of image models are for the finished picture, whatever the field says.
    "input_cost_per_pixel": CostField(TokenCategory.IMAGE, Unit.MEGAPIXEL, MILLION),
    "output_cost_per_pixel": CostField(TokenCategory.IMAGE, Unit.MEGAPIXEL, MILLION),
    "ocr_cost_per_page": CostField(TokenCategory.PAGE, Unit.THOUSAND_PAGES, THOUSAND),
    "annotation_cost_per_page": CostField(
        TokenCategory.PAGE, Unit.THOUSAND_PAGES, THOUSAND, variant="annot"
    ),
    "input_cost_per_query": CostField(TokenCategory.SEARCH, Unit.THOUSAND_SEARCHES, THOUSAND),
}

UNUSED = {
    "search_context_cost_per_query": "price of a tool",
    "code_interpreter_cost_per_session": "price of a tool",
    "cache_creation_input_audio_token_cost": "no category of the catalogue",
}
"""Cost fields that give no price, and why."""


def cost_field(name: str) -> CostField | None:
    """Return what a field is the price of; None for one the table does not know."""
    field = FIELDS.get(name)
    if field is not None:
        return field
    for suffix, tier in TIER_SUFFIXES.items():
        if name.endswith(suffix):
            inner = cost_field(name.removesuffix(suffix))
            return inner and replace(inner, tier=tier)
    for suffix in LONG_SUFFIXES:
        if name.endswith(suffix):
            inner = cost_field(name.removesuffix(suffix))
            return inner and replace(inner, context_band=ContextBand.LONG)
    if name.endswith(KEPT_AN_HOUR):
        inner = cost_field(name.removesuffix(KEPT_AN_HOUR))
        return inner and replace(inner, variant="1 h")
    return None


def is_cost(name: str) -> bool:
    """Tell whether a field states a cost."""
    return "cost" in name.split("_")


CAPABILITIES = {
    "supports_function_calling": "function-calling",
    "supports_parallel_function_calling": "parallel-tools",
    "supports_reasoning": "reasoning",
    "supports_response_schema": "structured-outputs",
    "supports_vision": "vision",
    "supports_pdf_input": "document-input",
    "supports_web_search": "web-search",
    "supports_computer_use": "computer-use",
    "supports_prompt_caching": "prompt-caching",
    "supports_native_streaming": "streaming",
    "supports_video_input": "video-input",
}
"""Fields that say clearly what a model can do; others concern litellm's own interface."""

ENDPOINT_CAPABILITIES = {
    "/v1/chat/completions": "chat-completions",
    "/v1/responses": "responses-api",
    "/v1/realtime": "realtime",
}

MODE_CAPABILITIES = {
    "embedding": "embeddings",
    "rerank": "rerank",
    "ocr": "document-reading",
    "audio_transcription": "speech-to-text",
    "audio_speech": "text-to-speech",
    "image_generation": "image-generation",
    "video_generation": "video-generation",
    "realtime": "realtime",
}


EFFORTS = ("none", "minimal", "low", "medium", "high", "xhigh", "max")
"""Levels of the reasoning effort, the least first."""
PLAIN_EFFORTS = frozenset({"low", "medium", "high"})
"""Those that the list takes for granted: its fields name what a model has beside them, or lacks."""


def reasoning_efforts(fields: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the levels that a row states; empty where it says nothing of levels."""
    if "reasoning_effort_levels" in fields:
        return tuple(fields["reasoning_effort_levels"])
    said = {level: fields.get(f"supports_{level}_reasoning_effort") for level in EFFORTS}
    if all(answer is None for answer in said.values()):
        return ()
    return tuple(
        level
        for level in EFFORTS
        if said[level] or (said[level] is None and level in PLAIN_EFFORTS)
    )


def long_context_above(fields: Iterable[str]) -> int | None:
    """Return the prompt tokens above which the fields' long prices hold; None: they have none."""
    begins = [
        tokens for field in fields for ending, tokens in LONG_SUFFIXES.items() if ending in field
    ]
    return min(begins, default=None)
