# SPDX-License-Identifier: MIT
"""Words of the field: what the ids and words that the program knows are called, wherever told.

The catalogue brings its own texts in both languages. An id without a word here is shown as it is.
"""

from collections.abc import Mapping
from typing import TypeVar

from azmodels_gui.catalog.terms import ContextBand, PriceTier, Term, TokenCategory, Unit, Word
from azmodels_gui.language.words import N_, NC_, Message, capitalized, in_language, tr

PAST_DATE = N_("past its date")
"""Inside a sentence or a cell; `STAGES` has it as a heading."""
STAGES = {
    "preview": N_("Preview"),
    "generally_available": N_("Generally available"),
    "legacy": N_("Legacy"),
    "deprecated": N_("Deprecated"),
    "retired": N_("Retired"),
    "unknown": N_("Unknown stage"),
    "past_date": N_("Past its date"),
}
STAGE_CHIPS = {
    **STAGES,
    "generally_available": N_("Available"),
    "unknown": N_("Unknown"),
    "past_date": N_("Overdue"),
}
"""Short forms for cells of the table."""
LICENCE_NOTES = {
    "CC BY 4.0": N_(
        "The facts come from documents under CC BY 4.0 "
        "(https://creativecommons.org/licenses/by/4.0/); they were taken out, put together and "
        "compared, and their sources stand beside them."
    ),
}
"""What a licence wants to be told wherever facts under it stand, by the licence's name."""
BILLING = {
    "payg": N_("Pay as you go"),
    "provisioned": N_("Provisioned (PTU)"),
    "batch": N_("Batch"),
}
USE_CASES_SHORT = {
    "chat-support": NC_("use case", "Chat"),
    "knowledge-chatbot": NC_("use case", "RAG"),
    "document-analysis": NC_("use case", "Docs"),
    "document-extraction": NC_("use case", "OCR"),
    "complex-analysis": NC_("use case", "Analysis"),
    "high-end-reasoning": NC_("use case", "Reasoning"),
    "deep-research": NC_("use case", "Research"),
    "standard-text": NC_("use case", "Text"),
    "fast-frugal": NC_("use case", "Fast"),
    "high-volume-api": NC_("use case", "High volume"),
    "code": NC_("use case", "Code"),
    "agents-tools": NC_("use case", "Agents"),
    "model-routing": NC_("use case", "Routing"),
    "multimodal": NC_("use case", "Images"),
    "realtime-voice": NC_("use case", "Voice"),
    "transcription-tts": NC_("use case", "Speech"),
    "translation": NC_("use case", "Translation"),
    "image-generation": NC_("use case", "Pictures"),
    "video-generation": NC_("use case", "Video"),
    "embeddings-search": NC_("use case", "Search"),
    "creative-writing": NC_("use case", "Writing"),
    "local-open-weights": NC_("use case", "Local"),
    "copilot-integration": NC_("use case", "Copilot"),
}
"""Words of a table cell for the use cases we know; others go by their name."""
BILLING_SHORT = {
    "payg": NC_("capacity model", "Token"),
    "provisioned": NC_("capacity model", "PTU"),
    "batch": NC_("capacity model", "Batch"),
}
"""Words of a table cell."""
SCOPES = {
    "global": N_("Global"),
    "data_zone": N_("Data zone"),
    "regional": N_("Regional"),
}
AVAILABILITY = {
    "offered": N_("offered"),
    "not_offered": N_("not offered"),
    "conflict": N_("conflicting sources"),
    "unknown": N_("unknown"),
    "does_not_apply": N_("does not apply"),
}
YES_NO = {
    "offered": N_("yes"),
    "not_offered": N_("no"),
    "conflict": N_("conflicting sources"),
    "unknown": N_("unknown"),
}
FIGURES = {
    "unknown": N_("unknown"),
    "expired": N_("expired"),
    "conflict": N_("conflicting sources"),
}
GEOGRAPHY_GROUPS = {
    "Africa": N_("Africa"),
    "Asia Pacific": N_("Asia Pacific"),
    "Canada": N_("Canada"),
    "Europe": N_("Europe"),
    "Mexico": N_("Mexico"),
    "Middle East": N_("Middle East"),
    "South America": N_("South America"),
    "UK": N_("United Kingdom"),
    "US": N_("United States"),
}
MODALITY_SIDES = {
    "in": N_("Input"),
    "out": N_("Output"),
}
MODALITIES = {
    "audio": N_("Audio"),
    "code": N_("Code"),
    "document": N_("Documents"),
    "embedding": N_("Embeddings"),
    "embeddings": N_("Embeddings"),
    "file": N_("Files"),
    "image": N_("Images"),
    "pdf": N_("PDF"),
    "speech": N_("Speech"),
    "text": N_("Text"),
    "video": N_("Video"),
}


def label(table: Mapping[str, Message], name: str) -> str:
    """Return the word for an id in the language on show; an unknown id as it is."""
    source = table.get(name)
    return name if source is None else tr(source)


KINDS = {
    "default": N_("default quota"),
    "Default": N_("default subscriptions"),
    "Enterprise and MCA-E": N_("Enterprise and MCA-E"),
    "Monthly credit card-based subscriptions": N_("credit card, monthly"),
    "MSDN subscriptions": N_("MSDN subscriptions"),
    "Azure for Students, free trials": N_("Azure for Students, free trials"),
}
"""Kind as the source spells it; its names in English and German."""


def tier_name(tier: str, language: str, numbered: str) -> str:
    """Return what a tier is called.

    Args:
        tier: as the source spells it: a number, or a kind of subscription.
        language: "en" or "de".
        numbered: how a tier with a number is called in that language: `tier {tier}`.
    """
    names = KINDS.get(tier)
    if names is not None:
        return in_language(names, language)
    return numbered.format(tier=tier) if tier.isdigit() else tier


W = TypeVar("W", bound=Word)

CATEGORIES = {
    TokenCategory.INPUT: N_("input"),
    TokenCategory.CACHED_INPUT: N_("cached input"),
    TokenCategory.CACHE_WRITE: N_("cache write"),
    TokenCategory.OUTPUT: N_("output"),
    TokenCategory.AUDIO_INPUT: N_("audio input"),
    TokenCategory.CACHED_AUDIO_INPUT: N_("cached audio input"),
    TokenCategory.AUDIO_OUTPUT: N_("audio output"),
    TokenCategory.IMAGE_INPUT: N_("image input"),
    TokenCategory.CACHED_IMAGE_INPUT: N_("cached image input"),
    TokenCategory.IMAGE_OUTPUT: N_("image output"),
    TokenCategory.VIDEO_OUTPUT: N_("video output"),
    TokenCategory.IMAGE: N_("images"),
    TokenCategory.PAGE: N_("pages"),
    TokenCategory.SEARCH: N_("searches"),
    TokenCategory.AUDIO: N_("audio time"),
    TokenCategory.CHARACTERS: N_("characters"),
    TokenCategory.TOOL_CALL: N_("tool calls"),
    TokenCategory.TRAINING: N_("training"),
    TokenCategory.HOSTING: N_("hosting"),
    TokenCategory.GRADER_INPUT: N_("grader input"),
    TokenCategory.GRADER_CACHED_INPUT: N_("grader cached input"),
    TokenCategory.GRADER_OUTPUT: N_("grader output"),
    TokenCategory.COMMITMENT: N_("commitment"),
    TokenCategory.OTHER: N_("other"),
}
UNITS = {
    Unit.MILLION_TOKENS: N_("1M tokens"),
    Unit.IMAGE: N_("image"),
    Unit.HUNDRED_IMAGES: N_("100 images"),
    Unit.MEGAPIXEL: N_("megapixel"),
    Unit.PAGE: N_("page"),
    Unit.THOUSAND_PAGES: N_("1K pages"),
    Unit.SEARCH: N_("search"),
    Unit.THOUSAND_SEARCHES: N_("1K searches"),
    Unit.SECOND: N_("second"),
    Unit.MINUTE: N_("minute"),
    Unit.HOUR: N_("hour"),
    Unit.DAY: N_("day"),
    Unit.MONTH: N_("month"),
    Unit.YEAR: N_("year"),
    Unit.MILLION_CHARACTERS: N_("1M characters"),
    Unit.CALL: N_("call"),
    Unit.THOUSAND_CALLS: N_("1K calls"),
    Unit.THOUSAND_TRANSACTIONS: N_("1K transactions"),
    Unit.VIDEO: N_("video"),
    Unit.ITEM: N_("item"),
}
TIERS = {
    PriceTier.STANDARD: Message(),
    PriceTier.BATCH: N_("batch"),
    PriceTier.PRIORITY: N_("priority"),
    PriceTier.FLEX: N_("flex"),
    PriceTier.DEVELOPER: N_("developer"),
}
RECKONED_TIERS = {
    PriceTier.STANDARD: N_("Standard"),
    PriceTier.PRIORITY: N_("Priority processing"),
    PriceTier.BATCH: N_("Batch"),
    PriceTier.FLEX: N_("Flex"),
}
"""Those that a load per token can be reckoned with, as choices."""
BANDS = {
    ContextBand.SHORT: N_("short context"),
    ContextBand.LONG: N_("long context"),
}
TERMS = {
    Term.HOUR: N_("hourly"),
    Term.MONTH: N_("one-month reservation"),
    Term.YEAR: N_("one-year reservation"),
}


def category(counted: TokenCategory, language: str) -> str:
    """Return what is counted, in words."""
    return in_words(CATEGORIES, counted, language)


def beginning(table: Mapping[W, Message], word: W, language: str) -> str:
    """Return a word of the file as it begins a line; one newer than this program as it is."""
    return capitalized(in_words(table, word, language)) if word.known else word.value


def unit(bought: Unit, language: str) -> str:
    """Return what one price buys, in words."""
    return in_words(UNITS, bought, language)


def in_words(table: Mapping[W, Message], word: W, language: str) -> str:
    """Return what a word of the file is called; one newer than this program as it is."""
    found = table.get(word)
    return word.value if found is None else in_language(found, language)
