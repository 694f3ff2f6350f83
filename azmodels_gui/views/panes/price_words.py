# SPDX-License-Identifier: MIT
"""Words for what is priced, marked here and translated when shown."""

from collections.abc import Mapping
from typing import TypeVar

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from azmodels_gui.catalog.terms import ContextBand, PriceTier, Term, TokenCategory, Unit, Word

CONTEXT = "PriceWords"
W = TypeVar("W", bound=Word)

CATEGORIES = {
    TokenCategory.INPUT: QT_TRANSLATE_NOOP("PriceWords", "Input"),
    TokenCategory.CACHED_INPUT: QT_TRANSLATE_NOOP("PriceWords", "Cached input"),
    TokenCategory.CACHE_WRITE: QT_TRANSLATE_NOOP("PriceWords", "Cache write"),
    TokenCategory.OUTPUT: QT_TRANSLATE_NOOP("PriceWords", "Output"),
    TokenCategory.AUDIO_INPUT: QT_TRANSLATE_NOOP("PriceWords", "Audio input"),
    TokenCategory.CACHED_AUDIO_INPUT: QT_TRANSLATE_NOOP("PriceWords", "Cached audio input"),
    TokenCategory.AUDIO_OUTPUT: QT_TRANSLATE_NOOP("PriceWords", "Audio output"),
    TokenCategory.IMAGE_INPUT: QT_TRANSLATE_NOOP("PriceWords", "Image input"),
    TokenCategory.CACHED_IMAGE_INPUT: QT_TRANSLATE_NOOP("PriceWords", "Cached image input"),
    TokenCategory.IMAGE_OUTPUT: QT_TRANSLATE_NOOP("PriceWords", "Image output"),
    TokenCategory.VIDEO_OUTPUT: QT_TRANSLATE_NOOP("PriceWords", "Video output"),
    TokenCategory.IMAGE: QT_TRANSLATE_NOOP("PriceWords", "Images"),
    TokenCategory.PAGE: QT_TRANSLATE_NOOP("PriceWords", "Pages"),
    TokenCategory.SEARCH: QT_TRANSLATE_NOOP("PriceWords", "Searches"),
    TokenCategory.AUDIO: QT_TRANSLATE_NOOP("PriceWords", "Audio"),
    TokenCategory.CHARACTERS: QT_TRANSLATE_NOOP("PriceWords", "Characters"),
    TokenCategory.TOOL_CALL: QT_TRANSLATE_NOOP("PriceWords", "Tool calls"),
    TokenCategory.COMMITMENT: QT_TRANSLATE_NOOP("PriceWords", "Commitment"),
    TokenCategory.TRAINING: QT_TRANSLATE_NOOP("PriceWords", "Training"),
    TokenCategory.HOSTING: QT_TRANSLATE_NOOP("PriceWords", "Hosting"),
    TokenCategory.GRADER_INPUT: QT_TRANSLATE_NOOP("PriceWords", "Grader input"),
    TokenCategory.GRADER_CACHED_INPUT: QT_TRANSLATE_NOOP("PriceWords", "Cached grader input"),
    TokenCategory.GRADER_OUTPUT: QT_TRANSLATE_NOOP("PriceWords", "Grader output"),
    TokenCategory.OTHER: QT_TRANSLATE_NOOP("PriceWords", "Other"),
}

UNITS = {
    Unit.MILLION_TOKENS: QT_TRANSLATE_NOOP("PriceWords", "per 1M tokens"),
    Unit.IMAGE: QT_TRANSLATE_NOOP("PriceWords", "per image"),
    Unit.HUNDRED_IMAGES: QT_TRANSLATE_NOOP("PriceWords", "per 100 images"),
    Unit.MEGAPIXEL: QT_TRANSLATE_NOOP("PriceWords", "per megapixel"),
    Unit.PAGE: QT_TRANSLATE_NOOP("PriceWords", "per page"),
    Unit.THOUSAND_PAGES: QT_TRANSLATE_NOOP("PriceWords", "per 1,000 pages"),
    Unit.SEARCH: QT_TRANSLATE_NOOP("PriceWords", "per search"),
    Unit.THOUSAND_SEARCHES: QT_TRANSLATE_NOOP("PriceWords", "per 1,000 searches"),
    Unit.SECOND: QT_TRANSLATE_NOOP("PriceWords", "per second"),
    Unit.MINUTE: QT_TRANSLATE_NOOP("PriceWords", "per minute"),
    Unit.HOUR: QT_TRANSLATE_NOOP("PriceWords", "per hour"),
    Unit.DAY: QT_TRANSLATE_NOOP("PriceWords", "per day"),
    Unit.MONTH: QT_TRANSLATE_NOOP("PriceWords", "per month"),
    Unit.YEAR: QT_TRANSLATE_NOOP("PriceWords", "per year"),
    Unit.MILLION_CHARACTERS: QT_TRANSLATE_NOOP("PriceWords", "per 1M characters"),
    Unit.CALL: QT_TRANSLATE_NOOP("PriceWords", "per call"),
    Unit.THOUSAND_CALLS: QT_TRANSLATE_NOOP("PriceWords", "per 1,000 calls"),
    Unit.THOUSAND_TRANSACTIONS: QT_TRANSLATE_NOOP("PriceWords", "per 1,000 transactions"),
    Unit.VIDEO: QT_TRANSLATE_NOOP("PriceWords", "per video"),
    Unit.ITEM: QT_TRANSLATE_NOOP("PriceWords", "per item"),
}

TIERS = {
    PriceTier.STANDARD: QT_TRANSLATE_NOOP("PriceWords", "Standard"),
    PriceTier.BATCH: QT_TRANSLATE_NOOP("PriceWords", "Batch"),
    PriceTier.PRIORITY: QT_TRANSLATE_NOOP("PriceWords", "Priority processing"),
    PriceTier.FLEX: QT_TRANSLATE_NOOP("PriceWords", "Flex"),
    PriceTier.DEVELOPER: QT_TRANSLATE_NOOP("PriceWords", "Developer tier"),
}

BANDS = {
    ContextBand.SHORT: QT_TRANSLATE_NOOP("PriceWords", "short context"),
    ContextBand.LONG: QT_TRANSLATE_NOOP("PriceWords", "long context"),
}

TERMS = {
    Term.HOUR: QT_TRANSLATE_NOOP("PriceWords", "hourly"),
    Term.MONTH: QT_TRANSLATE_NOOP("PriceWords", "one-month reservation"),
    Term.YEAR: QT_TRANSLATE_NOOP("PriceWords", "one-year reservation"),
}


def word(table: Mapping[W, object], word: W) -> str:
    """Return the words for one of the file in the language on show; a newer one as it is."""
    marked = table.get(word)
    return word.value if marked is None else translated(marked)


def translated(marked: object) -> str:
    """Return a marked text of this module in the language on show."""
    return QCoreApplication.translate(CONTEXT, str(marked))
