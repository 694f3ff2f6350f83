# SPDX-License-Identifier: MIT
"""Words for what a price is for, in English and German."""

from collections.abc import Mapping
from typing import TypeVar

from azmodels_gui.catalog.terms import ContextBand, PriceTier, TokenCategory, Unit, Word

W = TypeVar("W", bound=Word)

CATEGORIES = {
    TokenCategory.INPUT: ("input", "Eingabe"),
    TokenCategory.CACHED_INPUT: ("cached input", "Eingabe aus dem Cache"),
    TokenCategory.CACHE_WRITE: ("cache write", "Schreiben in den Cache"),
    TokenCategory.OUTPUT: ("output", "Ausgabe"),
    TokenCategory.AUDIO_INPUT: ("audio input", "Audioeingabe"),
    TokenCategory.CACHED_AUDIO_INPUT: ("cached audio input", "Audioeingabe aus dem Cache"),
    TokenCategory.AUDIO_OUTPUT: ("audio output", "Audioausgabe"),
    TokenCategory.IMAGE_INPUT: ("image input", "Bildeingabe"),
    TokenCategory.CACHED_IMAGE_INPUT: ("cached image input", "Bildeingabe aus dem Cache"),
    TokenCategory.IMAGE_OUTPUT: ("image output", "Bildausgabe"),
    TokenCategory.VIDEO_OUTPUT: ("video output", "Videoausgabe"),
    TokenCategory.IMAGE: ("images", "Bilder"),
    TokenCategory.PAGE: ("pages", "Seiten"),
    TokenCategory.SEARCH: ("searches", "Suchen"),
    TokenCategory.AUDIO: ("audio time", "Audiozeit"),
    TokenCategory.CHARACTERS: ("characters", "Zeichen"),
    TokenCategory.TOOL_CALL: ("tool calls", "Werkzeugaufrufe"),
    TokenCategory.TRAINING: ("training", "Training"),
    TokenCategory.HOSTING: ("hosting", "Betrieb"),
    TokenCategory.GRADER_INPUT: ("grader input", "Eingabe des Bewerters"),
    TokenCategory.GRADER_CACHED_INPUT: ("grader cached input", "Cache-Eingabe des Bewerters"),
    TokenCategory.GRADER_OUTPUT: ("grader output", "Ausgabe des Bewerters"),
    TokenCategory.COMMITMENT: ("commitment", "Abnahmeverpflichtung"),
    TokenCategory.OTHER: ("other", "Sonstiges"),
}
UNITS = {
    Unit.MILLION_TOKENS: ("1M tokens", "1 Mio. Token"),
    Unit.IMAGE: ("image", "Bild"),
    Unit.HUNDRED_IMAGES: ("100 images", "100 Bilder"),
    Unit.MEGAPIXEL: ("megapixel", "Megapixel"),
    Unit.PAGE: ("page", "Seite"),
    Unit.THOUSAND_PAGES: ("1K pages", "1.000 Seiten"),
    Unit.SEARCH: ("search", "Suche"),
    Unit.THOUSAND_SEARCHES: ("1K searches", "1.000 Suchen"),
    Unit.SECOND: ("second", "Sekunde"),
    Unit.MINUTE: ("minute", "Minute"),
    Unit.HOUR: ("hour", "Stunde"),
    Unit.DAY: ("day", "Tag"),
    Unit.MONTH: ("month", "Monat"),
    Unit.YEAR: ("year", "Jahr"),
    Unit.MILLION_CHARACTERS: ("1M characters", "1 Mio. Zeichen"),
    Unit.CALL: ("call", "Aufruf"),
    Unit.THOUSAND_CALLS: ("1K calls", "1.000 Aufrufe"),
    Unit.THOUSAND_TRANSACTIONS: ("1K transactions", "1.000 Transaktionen"),
    Unit.VIDEO: ("video", "Video"),
    Unit.ITEM: ("item", "Stück"),
}
TIERS = {
    PriceTier.STANDARD: ("", ""),
    PriceTier.BATCH: ("batch", "Batch"),
    PriceTier.PRIORITY: ("priority", "priorisiert"),
    PriceTier.FLEX: ("flex", "Flex"),
    PriceTier.DEVELOPER: ("developer", "Entwicklung"),
}
BANDS = {
    ContextBand.SHORT: ("short context", "kurzer Kontext"),
    ContextBand.LONG: ("long context", "langer Kontext"),
}


def category(counted: TokenCategory, language: str) -> str:
    """Return what is counted, in words."""
    return in_language(CATEGORIES, counted, language)


def unit(bought: Unit, language: str) -> str:
    """Return what one price buys, in words."""
    return in_language(UNITS, bought, language)


def in_language(table: Mapping[W, tuple[str, str]], word: W, language: str) -> str:
    """Return the English or German words for one of the file; a newer one as it is."""
    return table.get(word, (word.value, word.value))[1 if language == "de" else 0]
