# SPDX-License-Identifier: MIT
"""Words for what is priced, marked here and translated when shown."""

from collections.abc import Mapping
from typing import TypeVar

from azmodels_gui.catalog.terms import ContextBand, PriceTier, Term, TokenCategory, Unit, Word
from azmodels_gui.language.shown import tr
from azmodels_gui.language.words import N_, Message

CONTEXT = "PriceWords"
W = TypeVar("W", bound=Word)

CATEGORIES = {
    TokenCategory.INPUT: N_("Input"),
    TokenCategory.CACHED_INPUT: N_("Cached input"),
    TokenCategory.CACHE_WRITE: N_("Cache write"),
    TokenCategory.OUTPUT: N_("Output"),
    TokenCategory.AUDIO_INPUT: N_("Audio input"),
    TokenCategory.CACHED_AUDIO_INPUT: N_("Cached audio input"),
    TokenCategory.AUDIO_OUTPUT: N_("Audio output"),
    TokenCategory.IMAGE_INPUT: N_("Image input"),
    TokenCategory.CACHED_IMAGE_INPUT: N_("Cached image input"),
    TokenCategory.IMAGE_OUTPUT: N_("Image output"),
    TokenCategory.VIDEO_OUTPUT: N_("Video output"),
    TokenCategory.IMAGE: N_("Images"),
    TokenCategory.PAGE: N_("Pages"),
    TokenCategory.SEARCH: N_("Searches"),
    TokenCategory.AUDIO: N_("Audio"),
    TokenCategory.CHARACTERS: N_("Characters"),
    TokenCategory.TOOL_CALL: N_("Tool calls"),
    TokenCategory.COMMITMENT: N_("Commitment"),
    TokenCategory.TRAINING: N_("Training"),
    TokenCategory.HOSTING: N_("Hosting"),
    TokenCategory.GRADER_INPUT: N_("Grader input"),
    TokenCategory.GRADER_CACHED_INPUT: N_("Cached grader input"),
    TokenCategory.GRADER_OUTPUT: N_("Grader output"),
    TokenCategory.OTHER: N_("Other"),
}

UNITS = {
    Unit.MILLION_TOKENS: N_("per 1M tokens"),
    Unit.IMAGE: N_("per image"),
    Unit.HUNDRED_IMAGES: N_("per 100 images"),
    Unit.MEGAPIXEL: N_("per megapixel"),
    Unit.PAGE: N_("per page"),
    Unit.THOUSAND_PAGES: N_("per 1,000 pages"),
    Unit.SEARCH: N_("per search"),
    Unit.THOUSAND_SEARCHES: N_("per 1,000 searches"),
    Unit.SECOND: N_("per second"),
    Unit.MINUTE: N_("per minute"),
    Unit.HOUR: N_("per hour"),
    Unit.DAY: N_("per day"),
    Unit.MONTH: N_("per month"),
    Unit.YEAR: N_("per year"),
    Unit.MILLION_CHARACTERS: N_("per 1M characters"),
    Unit.CALL: N_("per call"),
    Unit.THOUSAND_CALLS: N_("per 1,000 calls"),
    Unit.THOUSAND_TRANSACTIONS: N_("per 1,000 transactions"),
    Unit.VIDEO: N_("per video"),
    Unit.ITEM: N_("per item"),
}

TIERS = {
    PriceTier.STANDARD: N_("Standard"),
    PriceTier.BATCH: N_("Batch"),
    PriceTier.PRIORITY: N_("Priority processing"),
    PriceTier.FLEX: N_("Flex"),
    PriceTier.DEVELOPER: N_("Developer tier"),
}

BANDS = {
    ContextBand.SHORT: N_("short context"),
    ContextBand.LONG: N_("long context"),
}

TERMS = {
    Term.HOUR: N_("hourly"),
    Term.MONTH: N_("one-month reservation"),
    Term.YEAR: N_("one-year reservation"),
}


def word(table: Mapping[W, Message], word: W) -> str:
    """Return the words for one of the file in the language on show; a newer one as it is."""
    marked = table.get(word)
    return word.value if marked is None else translated(marked)


def translated(marked: str) -> str:
    """Return a marked text of this module in the language on show."""
    return tr(marked)
