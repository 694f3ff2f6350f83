# SPDX-License-Identifier: MIT
"""Categories, units, tiers, bands and terms of prices: what each is called, wherever it is told."""

from collections.abc import Mapping
from typing import TypeVar

from azmodels_gui.catalog.terms import ContextBand, PriceTier, Term, TokenCategory, Unit, Word
from azmodels_gui.language.words import N_, Message, capitalized, in_language

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
