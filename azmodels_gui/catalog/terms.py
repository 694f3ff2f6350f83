# SPDX-License-Identifier: MIT
"""The words of the field, spelled as the catalogue file spells them."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from enum import StrEnum
from threading import Lock
from typing import Self
from weakref import WeakValueDictionary

LONGEST_WORD = 100

_met: ContextVar[list["Word"] | None] = ContextVar("met", default=None)
"""None: nothing is being read, and a word that is not known is a mistake."""


class Word(StrEnum):
    """A word of the file. While one is read, a word newer than this program is let in as itself.

    It is no member (`list(PriceTier)` does not have it) and equals no member, so that nothing
    newer is ever taken for something known. Why it is so: docs/decisions/0020.
    """

    @property
    def known(self) -> bool:
        """Tell whether this version of the program knows the word."""
        return self._value_ in type(self)._value2member_map_

    @property
    def position(self) -> int:
        """Place in the order of the class, for sorting; all newer words come last."""
        known = tuple(type(self))
        return known.index(self) if self in known else len(known)

    @classmethod
    def of(cls, words: Iterable[Self | None]) -> list[Self]:
        """Return each of some words once, in the order of the class, newer ones at the end."""
        return sorted({each for each in words if each is not None}, key=_order)

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        met = _met.get()
        if met is None or not isinstance(value, str) or not _is_a_word(value):
            return None
        with _lock:
            word = _newer.get((cls, value))
            if not isinstance(word, cls):
                word = str.__new__(cls, value)
                word._name_ = word._value_ = value
                _newer[cls, value] = word
        met.append(word)
        return word


_newer: WeakValueDictionary[tuple[type[Word], str], Word] = WeakValueDictionary()
"""One object for each newer word, so that `is` holds; it lives as long as a catalogue has it."""
_lock = Lock()


@contextmanager
def newer_words() -> Iterator[list[Word]]:
    """Let words in that this version does not know; gives those that were met so far."""
    met: list[Word] = []
    before = _met.set(met)
    try:
        yield met
    finally:
        _met.reset(before)


def _order(word: Word) -> tuple[int, str]:
    return word.position, word.value


def _is_a_word(text: str) -> bool:
    """Tell whether a text can stand in a cell: not empty, not long, nothing that steers."""
    return 0 < len(text) <= LONGEST_WORD and text.isprintable() and not text.isspace()


class Billing(Word):
    """How a deployment type is paid for."""

    PAYG = "payg"
    PROVISIONED = "provisioned"
    BATCH = "batch"


class Scope(Word):
    """Where a deployment type may process data."""

    GLOBAL = "global"
    DATA_ZONE = "data_zone"
    REGIONAL = "regional"


class Stage(Word):
    """Lifecycle stage as the service publishes it, from newest to oldest."""

    PREVIEW = "preview"
    GENERALLY_AVAILABLE = "generally_available"
    LEGACY = "legacy"
    DEPRECATED = "deprecated"
    RETIRED = "retired"


class Channel(Word):
    """Who sells and runs a model."""

    AZURE_OPENAI = "azure_openai"
    AZURE_DIRECT = "azure_direct"
    FIREWORKS = "fireworks"
    MARKETPLACE = "marketplace"
    MANAGED_COMPUTE = "managed_compute"


class EntryKind(Word):
    """What an entry of the catalogue is."""

    MODEL = "model"
    SERVICE = "service"


class Coverage(Word):
    """Regions the sources of an offer speak of, where they are not named one by one."""

    ALL = "all"


class Availability(StrEnum):
    """What the sources say of one entry, deployment type and region."""

    OFFERED = "offered"
    NOT_OFFERED = "not_offered"
    CONFLICT = "conflict"
    """Sources disagree; the claims are kept beside the offer."""
    UNKNOWN = "unknown"
    """No source covers it. Never to be shown as "no"."""


class ContextBand(Word):
    """Price band by the input length of one request."""

    SHORT = "short"
    LONG = "long"


class PriceTier(Word):
    """How a request is processed, which sets the price."""

    STANDARD = "standard"
    BATCH = "batch"
    PRIORITY = "priority"
    FLEX = "flex"
    DEVELOPER = "developer"


class TokenCategory(Word):
    """What is counted: tokens of a kind, or another billed thing."""

    INPUT = "input"
    CACHED_INPUT = "cached_input"
    CACHE_WRITE = "cache_write"
    OUTPUT = "output"
    AUDIO_INPUT = "audio_input"
    CACHED_AUDIO_INPUT = "cached_audio_input"
    AUDIO_OUTPUT = "audio_output"
    IMAGE_INPUT = "image_input"
    CACHED_IMAGE_INPUT = "cached_image_input"
    IMAGE_OUTPUT = "image_output"
    VIDEO_OUTPUT = "video_output"
    IMAGE = "image"
    PAGE = "page"
    SEARCH = "search"
    AUDIO = "audio"
    """Recorded or spoken time."""
    CHARACTERS = "characters"
    TOOL_CALL = "tool_call"
    TRAINING = "training"
    HOSTING = "hosting"
    GRADER_INPUT = "grader_input"
    GRADER_CACHED_INPUT = "grader_cached_input"
    GRADER_OUTPUT = "grader_output"
    COMMITMENT = "commitment"
    """Fee for an amount bought ahead for a month or a year."""
    OTHER = "other"


class Unit(Word):
    """What one price buys."""

    MILLION_TOKENS = "1M tokens"
    IMAGE = "image"
    HUNDRED_IMAGES = "100 images"
    MEGAPIXEL = "megapixel"
    PAGE = "page"
    THOUSAND_PAGES = "1K pages"
    SEARCH = "search"
    THOUSAND_SEARCHES = "1K searches"
    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    MILLION_CHARACTERS = "1M characters"
    CALL = "call"
    THOUSAND_CALLS = "1K calls"
    THOUSAND_TRANSACTIONS = "1K transactions"
    VIDEO = "video"
    ITEM = "item"


class Term(Word):
    """How long PTU are bought for."""

    HOUR = "hour"
    MONTH = "month"
    YEAR = "year"


# SKU names the rules of the program speak of. Which types exist, and how each is
# billed and scoped, is data: `Catalog.deployment_types`.
GLOBAL_BATCH = "GlobalBatch"
DATA_ZONE_BATCH = "DataZoneBatch"
DEVELOPER_TIER = "DeveloperTier"
