# SPDX-License-Identifier: MIT
"""What is asked of the calculator, field by field, as the page and a file of a plan hold it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Annotated, Any

from msgspec import Meta, Struct

from azmodels_gui.calculator.counted import (
    BESIDE_TEXT,
    beside_countable,
    can_be_tuned,
    countable,
    variants,
)
from azmodels_gui.calculator.counted import Count as Counted
from azmodels_gui.calculator.exact import Number, product
from azmodels_gui.calculator.load_profile import HOURS_PER_DAY
from azmodels_gui.calculator.month import Month
from azmodels_gui.calculator.month_load import BusyHours, MonthLoad
from azmodels_gui.calculator.ways import BEST
from azmodels_gui.calculator.wording import PRESET_NAMES
from azmodels_gui.calculator.workload import MAX_DECIMAL_PLACES, MAX_TURNS
from azmodels_gui.catalog.document import Entry
from azmodels_gui.catalog.terms import PriceTier
from azmodels_gui.language.figures import rounded
from azmodels_gui.language.words import N_, Message


@dataclass(frozen=True, kw_only=True)
class LoadPreset:
    """What a user of such an application asks, when, and what a request is made of."""

    key: str
    why: Message
    """What the figures stand for."""
    requests_per_user: Number
    """Of one working day."""
    hours: BusyHours
    input_tokens: Number
    output_tokens: Number

    @property
    def name(self) -> Message:
        """What it is called."""
        return PRESET_NAMES[self.key]

    @property
    def figures(self) -> Mapping[str, Number]:
        """The figures by the names that fields and options have for them."""
        return {
            "requests_per_user": self.requests_per_user,
            "working_days": self.hours.working_days,
            "busy_hours": self.hours.busy_hours,
            "peak_factor": self.hours.peak_factor,
            "input_tokens": self.input_tokens,
            "output_tokens": self.output_tokens,
        }


PRESETS = tuple(
    LoadPreset(
        key=key,
        why=why,
        requests_per_user=asked,
        hours=BusyHours(working_days=days, busy_hours=hours, peak_factor=Decimal(factor)),
        input_tokens=tokens_in,
        output_tokens=tokens_out,
    )
    for key, why, (asked, days, hours, factor), (tokens_in, tokens_out) in (
        (
            "internal-assistant",
            N_(
                "Employees ask as they work, with passages of documents in the prompt: 20 times a "
                "working day, within 8 hours, the busiest minute 3 times their average."
            ),
            (20, 22, 8, "3"),
            (5_000, 400),
        ),
        (
            "customer-chat",
            N_(
                "Visitors of a web page, 5 questions each, every day from early to late; after "
                "work or a campaign 4 times the average."
            ),
            (5, 30, 16, "4"),
            (2_000, 300),
        ),
        (
            "batch-at-night",
            N_(
                "A program works off documents while nobody waits, steadily within 6 hours of "
                "every night; a user is a document, read once."
            ),
            (1, 30, 6, "1"),
            (8_000, 500),
        ),
    )
)


class RequestPreset(Struct, frozen=True):
    """One request of a kind of use, in tokens."""

    key: str
    words: Message
    input_tokens: int
    cached_percent: int
    output_tokens: int
    tier: PriceTier = PriceTier.STANDARD


REQUEST_PRESETS = (
    RequestPreset("chat", N_("Chat"), 1_200, 40, 300),
    RequestPreset("rag", N_("Answers from own documents (RAG)"), 5_000, 20, 400),
    RequestPreset("documents", N_("Document analysis"), 12_000, 5, 800),
    RequestPreset("code", N_("Writing code"), 8_000, 60, 1_000),
    RequestPreset("batch", N_("Batch processing"), 4_000, 0, 500, PriceTier.BATCH),
)
"""Two tables, since they are two ideas: `PRESETS` say who asks how often, and are a load; these
say what is asked, whoever asks, and change nothing of the load."""


def preset_named(key: str) -> LoadPreset | None:
    """Return a preset by its key; None: there is none."""
    return next((each for each in PRESETS if each.key == key), None)


OFFICE_DAY = "2 2 1 1 2 4 9 24 55 82 95 96 82 90 100 97 88 68 42 26 17 12 7 4"
QUIET_DAY = "2 1 1 1 1 2 3 5 8 11 13 14 13 12 12 11 10 9 8 7 6 5 4 3"
"""Requests of each hour in percent of the peak: an example to start from, no measurement."""


BESIDE_BY = {
    "documents": Counted.EMBEDDED,
    "updated_documents": Counted.EMBEDDED_ANEW,
    **{c.value: c for c in (Counted.TRAINED, Counted.TRAINING_HOURS, Counted.HOSTING_HOURS)},
}
"""Fields of what is paid for beside requests, and what they count."""
COUNTED_BY = {
    "input_tokens": Counted.INPUT,
    "cached_percent": Counted.CACHED_INPUT,
    "cache_write_tokens": Counted.CACHE_WRITE,
    "output_tokens": Counted.OUTPUT,
    **{count.value: count for count in BESIDE_TEXT},
}
"""Fields of one request, and what they count: a model is asked for what it knows."""


def _shares(percents: str) -> tuple[Decimal, ...]:
    return tuple(map(Decimal, percents.split()))


Count = Annotated[int, Meta(gt=0)]
Turns = Annotated[int, Meta(gt=0, le=MAX_TURNS)]
Day = Annotated[tuple[Decimal, ...], Meta(min_length=HOURS_PER_DAY, max_length=HOURS_PER_DAY)]


class LoadFrom(StrEnum):
    """What the load is made of."""

    USERS = "users"
    REQUESTS = "requests"
    SESSIONS = "sessions"
    PROFILE = "profile"


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """Every field of a question. Figures are exact; None means left empty."""

    model: str = ""
    version: str = ""
    deployment_type: str = "DataZoneProvisionedManaged"
    """Id of a provisioned deployment type."""
    region: str = ""
    """Id of a region; empty: not chosen."""
    load_from: LoadFrom = LoadFrom.REQUESTS
    users: Decimal = Decimal(500)
    requests_per_user: Decimal = Decimal(20)
    """Of one working day."""
    working_days: Decimal = Decimal(22)
    """Of one month."""
    busy_hours: Decimal = Decimal(8)
    """Hours of a working day in which the requests come."""
    peak_factor: Decimal = Decimal(3)
    """The busiest minute as a multiple of the average of the busy hours."""
    sessions: Decimal = Decimal(10)
    """Going on at once in the busiest minute."""
    session_seconds: Decimal = Decimal(30)
    """From one request of a session to its next."""
    requests_per_minute: Decimal = Decimal(1_000)
    """In the busiest minute."""
    input_tokens: Decimal = Decimal(200)
    """New in a prompt; of a conversation what was said before comes on top."""
    cached_percent: Decimal = Decimal(0)
    cache_write_tokens: Decimal = Decimal(0)
    output_tokens: Decimal = Decimal(20)
    """What can be seen of an answer."""
    reasoning: Decimal = Decimal(0)
    """Tokens of reasoning for one of the answer."""
    turns: Turns = 1
    """Questions of a conversation, each with what was said before in its prompt."""
    system_prompt: Decimal = Decimal(0)
    """Tokens that all requests begin with."""
    system_cached: bool = True
    """The system prompt is read from the cache, unless a share of the input is said to be."""
    audio_input_tokens: Decimal = Decimal(0)
    """This and those below have the names of `BESIDE_TEXT`; all of them 0: nothing is stated."""
    cached_audio_input_tokens: Decimal = Decimal(0)
    audio_output_tokens: Decimal = Decimal(0)
    image_input_tokens: Decimal = Decimal(0)
    cached_image_input_tokens: Decimal = Decimal(0)
    image_output_tokens: Decimal = Decimal(0)
    images: Decimal = Decimal(0)
    megapixels: Decimal = Decimal(0)
    video_seconds: Decimal = Decimal(0)
    audio_minutes: Decimal = Decimal(0)
    characters: Decimal = Decimal(0)
    document_pages: Decimal = Decimal(0)
    searches: Decimal = Decimal(0)
    tool_calls: Decimal = Decimal(0)
    long_context: bool = False
    fine_tuned: bool = False
    """Requests go to the fine-tuned model."""
    documents: Decimal = Decimal(0)
    """Embedded once."""
    updated_documents: Decimal = Decimal(0)
    """Embedded anew in a month."""
    document_tokens: Decimal = Decimal(500)
    """Of one document."""
    training_tokens: Decimal = Decimal(0)
    """This and those below have the names of `BESIDE_REQUESTS`; paid for beside the requests."""
    training_hours: Decimal = Decimal(0)
    hosting_hours: Decimal = Decimal(0)
    variant: str = ""
    """Which of several prices of one thing holds, as the source spells it; empty: the usual one."""
    average_percent: Decimal = Decimal(50)
    """Average load in percent of the peak."""
    processing: str = PriceTier.STANDARD.value
    quota_tier: str = ""
    """`0` to `6`; empty: not judged."""
    max_output_tokens: Decimal = Decimal(0)
    """Largest output a request allows, which counts against the quota; 0: as its output."""
    quota_headroom_percent: Decimal = Decimal(0)
    """Kept free of the quota above the busiest minute."""
    way: str = BEST
    """How the user would pay: one of `WAYS` or `SPILLING`."""
    month: str = Month.HOURS_730.value
    deployed_ptu: Count | None = None
    """None: as many as the load needs."""
    reserved_ptu: Count | None = None
    """None: all that are deployed."""
    payg_discount_percent: Decimal = Decimal(0)
    ptu_discount_percent: Decimal = Decimal(0)
    ptu_hour_price: Decimal = Decimal(0)
    """Negotiated price of one PTU for the whole term, here an hour; 0: the catalogue's holds."""
    ptu_month_price: Decimal = Decimal(0)
    ptu_year_price: Decimal = Decimal(0)
    input_price: Decimal = Decimal(0)
    """Negotiated price of 1M tokens; 0: the catalogue's holds."""
    cached_input_price: Decimal = Decimal(0)
    output_price: Decimal = Decimal(0)
    agreed_on: str = ""
    """Day of the client's agreement that discounts and prices are of, as 2026-11-20; empty: the
    user has stated them."""
    output_weight: Decimal = Decimal(0)
    """PTU weight of an output token where no source states one; 0: none was stated."""
    price_region: str = ""
    """Id of the region whose prices hold; empty: the deployment's own."""
    ptu_price_region: str = ""
    """Id of the region whose prices of PTU hold; empty: those of `price_region`."""
    currency: str = "USD"
    exchange_rate: Decimal | None = None
    """Units of `currency` for one unit of the catalogue's; None: not stated."""
    working_day: Day = field(default_factory=lambda: _shares(OFFICE_DAY))
    """Load of each hour in percent of the peak."""
    weekend: Day = field(default_factory=lambda: _shares(QUIET_DAY))
    profile_is_example: bool = True
    """True until the user sets an hour or reads a file."""
    profile_file: str = ""
    """Name of the file that the series came from; empty: the 24 hours hold."""
    profile_key: str = ""
    """Hash under which that series is kept."""
    base_ptu: Count | None = None
    """Base load of the profile's chart; None: the cheapest."""


EXAMPLE = Inputs(load_from=LoadFrom.USERS, input_tokens=Decimal(5_000), output_tokens=Decimal(400))
"""What a first start shows: 500 people who ask an assistant; said to be an example."""
_LOAD = (
    *("load_from", "users", "requests_per_user", "working_days", "busy_hours", "peak_factor"),
    *("requests_per_minute", "average_percent", "working_day", "weekend"),
    *("sessions", "session_seconds"),
    *("profile_file", "profile_key"),
)


def usage_of(inputs: Inputs) -> str:
    """Return the key of the preset whose figures the inputs have; empty: none, or not of users."""
    if inputs.load_from is not LoadFrom.USERS:
        return ""
    fitting = (
        preset.key
        for preset in PRESETS
        if all(getattr(inputs, name) == figure for name, figure in preset.figures.items())
    )
    return next(fitting, "")


def with_usage(inputs: Inputs, key: str) -> Inputs:
    """Return the inputs with the figures of a preset; an unknown one changes nothing."""
    preset = preset_named(key)
    if preset is None:
        return inputs
    figures = {name: Decimal(figure) for name, figure in preset.figures.items()}
    return replace(inputs, **figures)  # type: ignore[arg-type]


def with_request(inputs: Inputs, preset: RequestPreset) -> Inputs:
    """Return the inputs with the requests of a preset; where and what to pay stay."""
    return replace(
        with_counts(inputs, dict.fromkeys(COUNTED_BY, Decimal(0))),
        input_tokens=Decimal(preset.input_tokens),
        cached_percent=Decimal(preset.cached_percent),
        reasoning=Decimal(0),
        turns=1,
        system_prompt=Decimal(0),
        output_tokens=Decimal(preset.output_tokens),
        long_context=False,
        processing=preset.tier.value,
    )


@lru_cache(maxsize=64)
def asked_of(entry: Entry) -> Mapping[str, Any]:
    """Return the fields that a model is not asked for, and what they are then taken for."""
    known = frozenset((*countable(entry), *beside_countable(entry)))
    names = (COUNTED_BY | BESIDE_BY).items()
    hidden: dict[str, Any] = {name: Decimal(0) for name, count in names if count not in known}
    if Counted.OUTPUT not in known:
        hidden |= {"reasoning": Decimal(0), "turns": 1, "system_prompt": Decimal(0)}
    if Counted.CACHED_INPUT not in known:
        hidden["system_cached"] = False
    if not can_be_tuned(entry):
        hidden["fine_tuned"] = False
    return hidden


def fields_of(entry: Entry | None, inputs: Inputs) -> dict[str, bool]:
    """Return which fields are shown, of those that not every model is asked for.

    Args:
        entry: the model; None: none is chosen, and text is asked for.
        inputs: what was stated so far.
    """
    asked = (*COUNTED_BY, *BESIDE_BY, "reasoning", "turns", "system_prompt", "system_cached")
    beside = {*BESIDE_BY, "fine_tuned", *(count.value for count in BESIDE_TEXT)}
    hidden = beside if entry is None else asked_of(entry)
    shown = {name: name not in hidden for name in (*asked, "fine_tuned")}
    shown["variant"] = entry is not None and bool(variants(entry))
    cached = shown["system_cached"] and not inputs.cached_percent and inputs.system_prompt
    return shown | {
        "context_band": shown["input_tokens"],
        "system_cached": bool(cached),
        "document_tokens": shown["documents"],
    }


def same_load(one: Inputs, other: Inputs) -> bool:
    """Tell whether the same load is stated in the same way; what a request has does not count."""
    return all(getattr(one, name) == getattr(other, name) for name in _LOAD)


def is_example(inputs: Inputs) -> bool:
    """Tell whether load and request are those of a first start: nobody has stated them."""
    asked = (*COUNTED_BY, "reasoning", "turns", "system_prompt")
    request = all(getattr(inputs, name) == getattr(EXAMPLE, name) for name in asked)
    return request and same_load(inputs, EXAMPLE)


def switched(inputs: Inputs, way: LoadFrom, load: MonthLoad | None) -> Inputs:
    """Return the inputs with the load stated another way.

    Peak and average take over what the load came to, which is exact; users and hours cannot, and
    stay as they were left.

    Args:
        inputs: with the load as it is.
        way: how it is stated from now on.
        load: what the inputs come to; None: nothing, or nothing to be taken over.
    """
    changed = replace(inputs, load_from=way)
    if way in (LoadFrom.USERS, LoadFrom.SESSIONS) or load is None:
        return changed
    percent = rounded(product(load.average_load, 100), MAX_DECIMAL_PLACES)
    return replace(changed, requests_per_minute=load.peak_rpm, average_percent=percent)


def with_counts(inputs: Inputs, amounts: Mapping[str, Decimal]) -> Inputs:
    """Return inputs with other amounts of what a request has, by the names of their fields."""
    changes: dict[str, Any] = dict(amounts)
    return replace(inputs, **changes)
