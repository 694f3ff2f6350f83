# SPDX-License-Identifier: MIT
"""What a request can have, declared once: its option, unit and price, and which model knows it."""

from collections.abc import Collection, Iterator
from enum import StrEnum

from msgspec import Struct

from azmodels_gui.catalog.document import Entry
from azmodels_gui.catalog.terms import TokenCategory, Unit
from azmodels_gui.language.words import N_, Message

TEXT, AUDIO, IMAGE, VIDEO = "text", "audio", "image", "video"
"""Modalities, as the catalogue spells them."""


class Count(StrEnum):
    """Something that is counted, of a request or beside them, by its name in JSON."""

    INPUT = "input_tokens"
    CACHED_INPUT = "cached_tokens"
    CACHE_WRITE = "cache_write_tokens"
    OUTPUT = "output_tokens"
    AUDIO_INPUT = "audio_input_tokens"
    CACHED_AUDIO_INPUT = "cached_audio_input_tokens"
    AUDIO_OUTPUT = "audio_output_tokens"
    IMAGE_INPUT = "image_input_tokens"
    CACHED_IMAGE_INPUT = "cached_image_input_tokens"
    IMAGE_OUTPUT = "image_output_tokens"
    IMAGES = "images"
    MEGAPIXELS = "megapixels"
    VIDEO_SECONDS = "video_seconds"
    AUDIO_MINUTES = "audio_minutes"
    CHARACTERS = "characters"
    PAGES = "document_pages"
    SEARCHES = "searches"
    TOOL_CALLS = "tool_calls"
    EMBEDDED = "embedded_tokens"
    EMBEDDED_ANEW = "embedded_anew_tokens"
    TRAINED = "training_tokens"
    TRAINING_HOURS = "training_hours"
    HOSTING_HOURS = "hosting_hours"

    @property
    def column(self) -> str:
        """Column of a file with plans; the option of the commands is called so, too."""
        whole = self in (Count.CACHED_INPUT, Count.TRAINED)  # `cached` is a share
        return self.value if whole else self.value.removesuffix("_tokens")

    @property
    def option(self) -> str:
        """Option of the commands."""
        return f"--{self.column.replace('_', '-')}"


class Measure(StrEnum):
    """What an amount is measured in; prices of one measure can be told in several units."""

    TOKENS = "tokens"
    IMAGES = "images"
    MEGAPIXELS = "megapixels"
    SECONDS = "seconds"
    CHARACTERS = "characters"
    PAGES = "pages"
    SEARCHES = "searches"
    CALLS = "calls"


UNITS = {
    Unit.MILLION_TOKENS: (Measure.TOKENS, 1_000_000),
    Unit.IMAGE: (Measure.IMAGES, 1),
    Unit.HUNDRED_IMAGES: (Measure.IMAGES, 100),
    Unit.MEGAPIXEL: (Measure.MEGAPIXELS, 1),
    Unit.SECOND: (Measure.SECONDS, 1),
    Unit.MINUTE: (Measure.SECONDS, 60),
    Unit.HOUR: (Measure.SECONDS, 3_600),
    Unit.MILLION_CHARACTERS: (Measure.CHARACTERS, 1_000_000),
    Unit.PAGE: (Measure.PAGES, 1),
    Unit.THOUSAND_PAGES: (Measure.PAGES, 1_000),
    Unit.SEARCH: (Measure.SEARCHES, 1),
    Unit.THOUSAND_SEARCHES: (Measure.SEARCHES, 1_000),
    Unit.CALL: (Measure.CALLS, 1),
    Unit.THOUSAND_CALLS: (Measure.CALLS, 1_000),
}
"""What one unit of a price buys."""


def measure_of(unit: Unit) -> Measure | None:
    """Return what a price of this unit is measured in; None: nothing that is counted here."""
    return UNITS[unit][0] if unit in UNITS else None


class Period(StrEnum):
    """How often something is paid for that is no part of a request."""

    ONCE = "once"
    MONTH = "month"


class Counted(Struct, frozen=True, kw_only=True):
    """How one `Count` is priced and told."""

    category: TokenCategory
    words: Message
    """What it is, in a sentence."""
    unit: Unit = Unit.MILLION_TOKENS
    """What a price that the user states is for; the catalogue's say it themselves."""
    takes: str = ""
    """Modality of the prompt that it measures; empty: none."""
    gives: str = ""
    """Modality of the answer that it measures; empty: none."""
    within: Count | None = None
    """The count it is part of."""
    each: int = 1
    """Of the measure in one of what is counted: seconds in a minute."""
    every: Period | None = None
    """How often it is paid for; None: with each request."""
    fine_tuned: bool = False
    """True: it has the prices of fine-tuned models."""

    @property
    def measure(self) -> Measure:
        """What it is measured in."""
        return UNITS[self.unit][0]


COUNTED = {
    Count.INPUT: Counted(category=TokenCategory.INPUT, words=N_("text input tokens"), takes=TEXT),
    Count.CACHED_INPUT: Counted(
        category=TokenCategory.CACHED_INPUT,
        words=N_("input tokens read from the cache"),
        takes=TEXT,
        within=Count.INPUT,
    ),
    Count.CACHE_WRITE: Counted(
        category=TokenCategory.CACHE_WRITE,
        words=N_("input tokens written to the cache"),
        takes=TEXT,
        within=Count.INPUT,
    ),
    Count.OUTPUT: Counted(
        category=TokenCategory.OUTPUT, words=N_("text output tokens"), gives=TEXT
    ),
    Count.AUDIO_INPUT: Counted(
        category=TokenCategory.AUDIO_INPUT, words=N_("audio tokens in"), takes=AUDIO
    ),
    Count.CACHED_AUDIO_INPUT: Counted(
        category=TokenCategory.CACHED_AUDIO_INPUT,
        words=N_("audio tokens read from the cache"),
        takes=AUDIO,
        within=Count.AUDIO_INPUT,
    ),
    Count.AUDIO_OUTPUT: Counted(
        category=TokenCategory.AUDIO_OUTPUT, words=N_("audio tokens out"), gives=AUDIO
    ),
    Count.IMAGE_INPUT: Counted(
        category=TokenCategory.IMAGE_INPUT, words=N_("image tokens in"), takes=IMAGE
    ),
    Count.CACHED_IMAGE_INPUT: Counted(
        category=TokenCategory.CACHED_IMAGE_INPUT,
        words=N_("image tokens read from the cache"),
        takes=IMAGE,
        within=Count.IMAGE_INPUT,
    ),
    Count.IMAGE_OUTPUT: Counted(
        category=TokenCategory.IMAGE_OUTPUT, words=N_("image tokens out"), gives=IMAGE
    ),
    Count.IMAGES: Counted(
        category=TokenCategory.IMAGE, words=N_("images made"), unit=Unit.IMAGE, gives=IMAGE
    ),
    Count.MEGAPIXELS: Counted(
        category=TokenCategory.IMAGE,
        words=N_("megapixels of the images made"),
        unit=Unit.MEGAPIXEL,
        gives=IMAGE,
    ),
    Count.VIDEO_SECONDS: Counted(
        category=TokenCategory.VIDEO_OUTPUT,
        words=N_("seconds of video made"),
        unit=Unit.SECOND,
        gives=VIDEO,
    ),
    Count.AUDIO_MINUTES: Counted(
        category=TokenCategory.AUDIO,
        words=N_("minutes of speech heard or spoken"),
        unit=Unit.HOUR,
        takes=AUDIO,
        gives=AUDIO,
        each=60,
    ),
    Count.CHARACTERS: Counted(
        category=TokenCategory.CHARACTERS,
        words=N_("characters spoken"),
        unit=Unit.MILLION_CHARACTERS,
        takes=TEXT,
        gives=AUDIO,
    ),
    Count.PAGES: Counted(
        category=TokenCategory.PAGE,
        words=N_("pages of documents read"),
        unit=Unit.THOUSAND_PAGES,
        takes=IMAGE,
        gives=TEXT,
    ),
    Count.SEARCHES: Counted(
        category=TokenCategory.SEARCH,
        words=N_("searches"),
        unit=Unit.THOUSAND_SEARCHES,
        takes=TEXT,
        gives=TEXT,
    ),
    Count.TOOL_CALLS: Counted(
        category=TokenCategory.TOOL_CALL, words=N_("tool calls"), unit=Unit.THOUSAND_CALLS
    ),
}
"""Everything that a request can have, in the order it is asked for."""

BESIDE_REQUESTS = {
    Count.EMBEDDED: Counted(
        category=TokenCategory.INPUT, words=N_("Documents embedded, once"), every=Period.ONCE
    ),
    Count.EMBEDDED_ANEW: Counted(
        category=TokenCategory.INPUT,
        words=N_("Documents embedded anew, a month"),
        every=Period.MONTH,
    ),
    Count.TRAINED: Counted(
        category=TokenCategory.TRAINING,
        words=N_("Fine-tuning by tokens, once"),
        every=Period.ONCE,
        fine_tuned=True,
    ),
    Count.TRAINING_HOURS: Counted(
        category=TokenCategory.TRAINING,
        words=N_("Fine-tuning by hours, once"),
        unit=Unit.HOUR,
        each=3_600,
        every=Period.ONCE,
        fine_tuned=True,
    ),
    Count.HOSTING_HOURS: Counted(
        category=TokenCategory.HOSTING,
        words=N_("Hosting of the fine-tuned model, a month"),
        unit=Unit.HOUR,
        each=3_600,
        every=Period.MONTH,
        fine_tuned=True,
    ),
}
"""What is paid for once or every month, however many requests there are."""

EVERYTHING = COUNTED | BESIDE_REQUESTS
ONLY_TUNED = frozenset(each.category for each in BESIDE_REQUESTS.values() if each.fine_tuned)
"""What only fine-tuned models have prices for."""

BESIDE_TEXT = tuple(
    count
    for count, counted in COUNTED.items()
    if counted.measure is not Measure.TOKENS or TEXT not in (counted.takes, counted.gives)
)
"""What a request can have beside text tokens."""

_BY_PRICE = {(each.category, each.measure): count for count, each in COUNTED.items()}
_PROMPT = {TEXT: Count.INPUT, AUDIO: Count.AUDIO_INPUT, IMAGE: Count.IMAGE_INPUT}
_ANSWER = {
    TEXT: Count.OUTPUT,
    AUDIO: Count.AUDIO_OUTPUT,
    IMAGE: Count.IMAGE_OUTPUT,
    VIDEO: Count.VIDEO_SECONDS,
}
"""How a modality is counted where no price says it."""


def countable(entry: Entry) -> tuple[Count, ...]:
    """Return what a request to a model can have: what it has prices for, and its modalities.

    A model that is priced by the image, the page or the hour is asked for nothing else. What is
    offered need not have a price in force.
    """
    priced = set(_priced(entry))
    by_token = any(COUNTED[count].measure is Measure.TOKENS for count in priced)
    usual: set[Count] = set()
    if by_token or not priced:
        takes, gives = _modalities(entry, priced)
        taken = {COUNTED[count].takes for count in priced}
        given = {COUNTED[count].gives for count in priced}
        usual = {_PROMPT[each] for each in takes if each in _PROMPT and each not in taken}
        usual |= {_ANSWER[each] for each in gives if each in _ANSWER and each not in given}
        if not priced and TEXT in takes:
            usual.add(Count.CACHED_INPUT)
    return tuple(count for count in COUNTED if count in priced or count in usual)


def beside_countable(entry: Entry) -> tuple[Count, ...]:
    """Return what is paid for beside requests to a model: what it has prices for.

    Documents are embedded by models that read text and write nothing.
    """
    known = countable(entry)
    embeds = Count.INPUT in known and not any(COUNTED[count].gives for count in known)
    return tuple(
        count
        for count, counted in BESIDE_REQUESTS.items()
        if (_tuned(entry, counted.category, counted.measure) if counted.fine_tuned else embeds)
    )


def variants(entry: Entry) -> tuple[str, ...]:
    """Return the variants that prices of what is counted are told apart by."""
    counted = {
        (EVERYTHING[count].category, EVERYTHING[count].measure)
        for count in (*countable(entry), *beside_countable(entry))
    }
    found = (
        price.variant
        for price in entry.prices
        if price.variant and (price.category, measure_of(price.unit)) in counted
    )
    return tuple(sorted(set(found)))


def can_be_tuned(entry: Entry) -> bool:
    """Tell whether requests to a fine-tuned model have prices of their own."""
    return _tuned(entry, TokenCategory.INPUT, Measure.TOKENS)


def _tuned(entry: Entry, category: TokenCategory, measure: Measure) -> bool:
    return any(
        price.fine_tuned and measure_of(price.unit) is measure
        for price in entry.prices_by_category.get(category, ())
    )


def images_are_prompt(entry: Entry) -> bool:
    """Tell whether image tokens are tokens of the prompt: a chat model that sees, at one price."""
    known, priced = set(countable(entry)), set(_priced(entry))
    _, gives = _modalities(entry, known)
    chat = {Count.INPUT, Count.OUTPUT} <= known and IMAGE not in gives
    return chat and Count.IMAGE_INPUT in known - priced


def answers_only_in_text(entry: Entry) -> bool:
    """Tell whether text tokens are all that comes out: then no answer at all is a mistake."""
    known = countable(entry)
    _, gives = _modalities(entry, known)
    return gives == {TEXT} and Count.OUTPUT in known


def demanded(entry: Entry) -> tuple[tuple[Count, ...], ...]:
    """Return what a load must state for a model, each as alternatives; text tokens left out.

    That is every modality of the answer but text, and one of the prompt where there is no other
    or where the model speaks, too.
    """
    known = tuple(count for count in countable(entry) if COUNTED[count].within is None)
    takes, gives = _modalities(entry, known)
    alone = {each for each in takes if len(takes) == 1 or (each == AUDIO and AUDIO in gives)}
    answers = (tuple(c for c in known if COUNTED[c].gives == each) for each in sorted(gives))
    prompts = (tuple(c for c in known if COUNTED[c].takes == each) for each in sorted(alone))
    found = dict.fromkeys((*prompts, *answers))
    return tuple(each for each in found if each and not {Count.INPUT, Count.OUTPUT} & set(each))


def _priced(entry: Entry) -> Iterator[Count]:
    """Yield what some price of the model is for; fine-tuned ones have others."""
    for category, prices in entry.prices_by_category.items():
        for unit in {price.unit for price in prices if not price.fine_tuned}:
            measure = measure_of(unit)
            if measure is not None and (category, measure) in _BY_PRICE:
                yield _BY_PRICE[category, measure]


def _modalities(entry: Entry, counts: Collection[Count]) -> tuple[set[str], set[str]]:
    """Return what goes in and what comes out; where no source says it, as it is priced."""
    stated = entry.model.modalities
    known = [COUNTED[count] for count in counts]
    text = set() if known else {TEXT}
    takes = set(stated.input) if stated else set()
    gives = set(stated.output) if stated else set()
    return (
        takes or {each.takes for each in known if each.takes} or text,
        gives or {each.gives for each in known if each.gives} or text,
    )
