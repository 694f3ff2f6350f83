# SPDX-License-Identifier: MIT
"""litellm's list of Azure prices: a secondary source that fills gaps."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field

from azmodels_gui.catalog.facts import Price
from azmodels_gui.catalog.outside import AnswerPart, fitted
from azmodels_gui.catalog.terms import ContextBand, PriceTier, Scope, TokenCategory, Unit
from azmodels_gui.publish.facts import (
    REASONING_EFFORT,
    AnyFact,
    CapabilityFact,
    LifecycleFact,
    LimitFact,
    PriceFact,
)
from azmodels_gui.publish.ledger import Ledger
from azmodels_gui.publish.price_history import plain

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


SCOPES: dict[str, tuple[Scope, str | None]] = {
    "eu": (Scope.DATA_ZONE, "EU"),
    "us": (Scope.DATA_ZONE, "US"),
    "apac": (Scope.DATA_ZONE, "APAC"),
    "global": (Scope.GLOBAL, None),
    "global-standard": (Scope.GLOBAL, None),
}

REFUSED = {
    "us-gov": "Azure Government, another cloud",
    "doc-intelligence": "a service of its own (Document Intelligence), no model",
    "container": "price of a tool, not of a model",
    "mistral-large-latest": "a moving name; the list does not say which model it means",
}
"""Parts of a key whose rows give nothing, and why."""

QUALITIES = frozenset({"standard", "hd", "low", "medium", "high"})

SPOKEN = {
    "azure-stt": ("azure-speech", "speech to text"),
    "azure-tts": ("azure-speech", "text to speech"),
    "azure-tts-hd": ("azure-speech", "text to speech HD"),
    # A higher price of one model; as another model's it would look like a contradiction.
    "sora-2-pro-high-res": ("sora-2-pro", "high res"),
    # An embedding model of 8,191 tokens with the retirement date of text-embedding-ada-002;
    # the ada of the documentation continued texts and was retired in 2024.
    "ada": ("text-embedding-ada-002", ""),
}
"""Last parts that mean another model, and the variant of its price."""


@dataclass(frozen=True)
class RowName:
    """What the key of a row says."""

    model: str
    """As the list spells it; a date behind it may be a version."""
    scope: Scope | None = None
    data_zone: str | None = None
    variant: str = ""
    refused_because: str = ""
    """Why the row gives nothing; empty for a row that does."""


def read_key(key: str) -> RowName:
    """Return what a key such as `azure/eu/gpt-x` or `azure/hd/1024-x-1024/image-x` says."""
    _, *inner, last = key.split("/")
    for part in (*inner, last):
        if part in REFUSED:
            return RowName(last, refused_because=REFUSED[part])
    model, variant = SPOKEN.get(last, (last, ""))
    quality = [part for part in inner if part in QUALITIES or "-x-" in part]
    scope, zone = next((SCOPES[part] for part in inner if part in SCOPES), (None, None))
    return RowName(model, scope, zone, variant or " ".join(quality))


Fields = Mapping[str, Any]
Tokens = Annotated[int, Field(ge=0, strict=True)]


class RowForm(AnswerPart):
    """Fields of a row that go into the catalogue as they are."""

    max_input_tokens: Tokens | None = None
    max_output_tokens: Tokens | None = None
    supported_modalities: tuple[str, ...] = ()
    supported_output_modalities: tuple[str, ...] = ()


MICROSOFT_PAGES = {
    "//learn.microsoft.com/": "retirements-2026-11",
    "//management.azure.com/": "arm-2026-11",
}
"""Where a date was read from, and the document it then is a statement of."""


def read_litellm_prices(path: Path, source: str, ledger: Ledger) -> Iterable[AnyFact]:
    """Return prices, limits, capabilities and retirement dates; each key is one ledger row.

    Names are as the list spells them, without path; a version stays behind the name. What a
    used row holds beside its facts is kept as the row's reason.
    """
    rows: dict[str, Fields] = json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    return [
        fact
        for key, fields in rows.items()
        for fact in ledger.attempt(source, key, fields, partial(_row, key, fields, source))
    ]


def _row(key: str, fields: Fields, source: str, ledger: Ledger) -> list[AnyFact]:
    row = ledger.read(source, key, f"{fields.get('mode', '')}: {_costs_told(fields)}")
    name = read_key(key)
    if "alias_of" in fields:
        ledger.refuse(row, f"another name of {fields['alias_of']}, which has a row of its own")
        return []
    found = [] if name.refused_because else list(_facts(name, fields, source, key))
    if found:
        ledger.use(row)
        row.reason = unused_fields(fields)
    else:
        ledger.refuse(row, name.refused_because or "states no price, limit or capability")
    return found


def unused_fields(fields: Fields) -> str:
    """Return which cost fields of a row gave no price, and why; empty if all did."""
    reasons = {name: _unused_because(name, value, fields) for name, value in fields.items()}
    return "; ".join(f"{name}: {reason}" for name, reason in reasons.items() if reason)


def _unused_because(name: str, value: Any, fields: Fields) -> str:
    if not is_cost(name):
        return ""
    if name in UNUSED:
        return UNUSED[name]
    if cost_field(name) is None:
        return "unknown cost field"
    if value == 0:
        return "zero"
    if name == "output_cost_per_second" and value == fields.get("input_cost_per_second"):
        return "repeats input_cost_per_second"
    return ""


def _facts(name: RowName, fields: Fields, source: str, row: str) -> Iterator[AnyFact]:
    for price in _prices(name, fields, source):
        yield PriceFact(name=name.model, source=source, row=row, price=price)
    form = fitted(fields, RowForm)
    threshold = long_context_above(fields)
    if form.max_input_tokens or form.max_output_tokens or threshold:
        yield LimitFact(
            name=name.model,
            source=source,
            row=row,
            max_input=form.max_input_tokens,
            max_output=form.max_output_tokens,
            long_context_above=threshold,
        )
    yield from _lifecycle(name, fields, source, row)
    yield from _capabilities(name, fields, form, source=source, row=row)


def _lifecycle(name: RowName, fields: Fields, source: str, row: str) -> Iterator[LifecycleFact]:
    """Yield the date as the statement of the page it was read from, and the successor."""
    if "deprecation_date" in fields:
        page = fields.get("deprecation_source", "")
        yield LifecycleFact(
            name=name.model,
            source=next((id_ for host, id_ in MICROSOFT_PAGES.items() if host in page), source),
            row=row,
            retirement_date=date.fromisoformat(fields["deprecation_date"]),
        )
    successor = fields.get("successor_model", "")
    if "/" in successor:
        replacements = (successor.rpartition("/")[2],)
        yield LifecycleFact(name=name.model, source=source, row=row, replacements=replacements)


def _prices(name: RowName, fields: Fields, source: str) -> Iterator[Price]:
    by_length = any("_above_" in field and "1hr" not in field for field in fields)
    # Prices beside others for long context are for short context.
    plain_band = ContextBand.SHORT if by_length else None
    for field, value in fields.items():
        read = cost_field(field) if is_cost(field) else None
        if read is not None and not _unused_because(field, value, fields):
            read = replace(read, context_band=read.context_band or plain_band)
            yield _price(name, field, read, Decimal(value), source)


def _price(name: RowName, field: str, read: CostField, value: Decimal, source: str) -> Price:
    return Price(
        category=read.category,
        context_band=read.context_band,
        tier=read.tier,
        scope=name.scope,
        data_zone=name.data_zone,
        amount=plain(round(value * read.factor, read.decimals)),
        unit=read.unit,
        variant=" ".join(part for part in (name.variant, read.variant) if part),
        meter=field,
        secondary=True,
        source=source,
    )


def _capabilities(
    name: RowName, fields: Fields, form: RowForm, *, source: str, row: str
) -> Iterator[CapabilityFact]:
    stated = [ability for field, ability in CAPABILITIES.items() if fields.get(field) is True]
    lacking = [ability for field, ability in CAPABILITIES.items() if fields.get(field) is False]
    if fields.get("supports_audio_input") and fields.get("supports_audio_output"):
        stated.append("audio")
    endpoints = fields.get("supported_endpoints", ())
    stated += [
        ability for endpoint, ability in ENDPOINT_CAPABILITIES.items() if endpoint in endpoints
    ]
    efforts = reasoning_efforts(fields)
    stated += [REASONING_EFFORT] if efforts else []
    mode = MODE_CAPABILITIES.get(fields.get("mode", ""))
    abilities = tuple(dict.fromkeys([*stated, *([mode] if mode else [])]))
    taken, given = form.supported_modalities, form.supported_output_modalities
    if abilities or lacking or taken or given:
        yield CapabilityFact(
            name=name.model,
            source=source,
            row=row,
            capabilities=abilities,
            lacking=tuple(lacking),
            reasoning_efforts=efforts,
            input_modalities=taken,
            output_modalities=given,
        )


def _costs_told(fields: Fields) -> str:
    return ", ".join(f"{name} {value}" for name, value in fields.items() if is_cost(name))
