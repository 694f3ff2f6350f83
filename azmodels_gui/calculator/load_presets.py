# SPDX-License-Identifier: MIT
"""Loads to begin with where nobody has measured any: figures of usual ways to use a model.

No source states them. Each is an assumption that is said to be one, and every figure can be
replaced by a better one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from msgspec import Struct

from azmodels_gui.calculator.exact import Number
from azmodels_gui.calculator.month_load import BusyHours
from azmodels_gui.calculator.wording import PRESET_NAMES
from azmodels_gui.catalog.terms import PriceTier
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
