# SPDX-License-Identifier: MIT
"""The load in its busiest minute: how many requests, and what one of them is made of."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property

from azmodels_gui.calculator.counted import COUNTED, Count, Measure, demanded, images_are_prompt
from azmodels_gui.calculator.exact import Number, product, total
from azmodels_gui.calculator.statements import RefusalId
from azmodels_gui.calculator.wording import Refusal
from azmodels_gui.catalog.entry import Entry

MAX_REQUESTS_PER_MINUTE = 10_000_000
MAX_TOKENS_PER_REQUEST = 10_000_000
"""Ten times the largest context window; above it somebody mistyped."""
MAX_DECIMAL_PLACES = 9


@dataclass(frozen=True, kw_only=True)
class Workload:
    """Requests of one shape. Counts may have fractions, because they are averages.

    Raises:
        Refusal: a count is no number, negative or absurd, or the parts exceed the input.
    """

    requests_per_minute: Number
    """In the busiest minute, not on average."""
    input_tokens: Number
    """All text input tokens of a request; the cached and the written ones lie inside."""
    cached_tokens: Number = 0
    """Input tokens read from the prompt cache."""
    cache_write_tokens: Number = 0
    """Input tokens written into the prompt cache, where that is billed by itself."""
    output_tokens: Number = 0
    """Reasoning tokens among them: they are billed as output."""
    beside: Mapping[Count, Number] = field(default_factory=dict)
    """What a request has beside text tokens (`BESIDE_TEXT`); a zero says that there is none."""
    long_context: bool = False
    """True: the prompt is above the model's threshold, so all of it has the long price."""
    fine_tuned: bool = False
    """True: requests go to a fine-tuned model, which has prices of its own."""

    def __post_init__(self) -> None:
        rate = Decimal(self.requests_per_minute)
        check_number("requests_per_minute", rate, MAX_REQUESTS_PER_MINUTE)
        for count in COUNTED:
            check_number(count.value, self.amount(count), MAX_TOKENS_PER_REQUEST)
        for whole in (Count.INPUT, Count.AUDIO_INPUT, Count.IMAGE_INPUT):
            parts = total(self._parts(whole))
            if parts > self.amount(whole):
                raise Refusal(
                    RefusalId.PARTS_ABOVE_INPUT, parts=parts, input_tokens=self.amount(whole)
                )
        if not any(self.amount(count) for count in COUNTED):
            raise Refusal(RefusalId.EMPTY_REQUEST)

    def amount(self, count: Count) -> Decimal:
        """Return how much a request has; what lies within something else is counted there, too."""
        match count:
            case Count.INPUT:
                return Decimal(self.input_tokens)
            case Count.CACHED_INPUT:
                return Decimal(self.cached_tokens)
            case Count.CACHE_WRITE:
                return Decimal(self.cache_write_tokens)
            case Count.OUTPUT:
                return Decimal(self.output_tokens)
        return Decimal(self.beside.get(count, 0))

    @cached_property
    def amounts(self) -> dict[Count, Decimal]:
        """What a request has, each thing once; counts without any are left out."""
        found = {count: amount for count in COUNTED if (amount := self.amount(count))}
        for part in tuple(found):
            whole = COUNTED[part].within
            if whole is not None:
                found[whole] = total([found[whole], -found[part]])
        return {count: amount for count, amount in found.items() if amount}

    @property
    def prompt_tokens(self) -> Decimal:
        """Everything that goes in, in tokens of one request."""
        return total([self.amount(c) for c in _TOKENS if COUNTED[c].takes])

    @property
    def answer_tokens(self) -> Decimal:
        """Everything that comes out, in tokens of one request."""
        return total([self.amount(c) for c in _TOKENS if COUNTED[c].gives])

    def _parts(self, whole: Count) -> Iterator[Decimal]:
        return (self.amount(c) for c, counted in COUNTED.items() if counted.within is whole)

    @property
    def tokens_per_request(self) -> Decimal:
        """Prompt and answer together."""
        return total([self.prompt_tokens, self.answer_tokens])

    @property
    def input_tpm(self) -> Decimal:
        """Tokens per minute that go in."""
        return product(self.requests_per_minute, self.prompt_tokens)

    @property
    def output_tpm(self) -> Decimal:
        """Tokens per minute that come out."""
        return product(self.requests_per_minute, self.answer_tokens)

    @property
    def tpm(self) -> Decimal:
        """Tokens per minute as quotas count them: the sum, not the larger of the two."""
        return total([self.input_tpm, self.output_tpm])


_TOKENS = tuple(
    count
    for count, counted in COUNTED.items()
    if counted.measure is Measure.TOKENS and counted.within is None
)


def as_priced(workload: Workload, entry: Entry) -> Workload:
    """Return a workload as a model counts it: what a chat model sees is part of its prompt.

    Source: the input of a text model is text tokens, image tokens or both, together the size of
    its prompt (`ptu-2026-09`). An image price of its own goes before that.
    """
    images = workload.amount(Count.IMAGE_INPUT)
    if not images or not images_are_prompt(entry):
        return workload
    seen = (Count.IMAGE_INPUT, Count.CACHED_IMAGE_INPUT)
    cached = workload.amount(Count.CACHED_IMAGE_INPUT)
    return replace(
        workload,
        input_tokens=total([workload.amount(Count.INPUT), images]),
        cached_tokens=total([workload.amount(Count.CACHED_INPUT), cached]),
        beside={count: each for count, each in workload.beside.items() if count not in seen},
    )


def check_stated(entry: Entry, beside: Mapping[Count, Number]) -> None:
    """Raise `Refusal` unless a load says how much there is of what a model takes and gives.

    Args:
        entry: the model.
        beside: what is stated beside text tokens; a zero is a statement, too.
    """
    needed = demanded(entry)
    lacking = [counts for counts in needed if not any(count in beside for count in counts)]
    if lacking:
        raise Refusal(
            RefusalId.NOT_STATED,
            model=entry.title,
            counts=tuple(dict.fromkeys(count for counts in lacking for count in counts)),
            options=tuple("|".join(count.option for count in counts) for counts in lacking),
        )
    for counts in needed:
        if sum(bool(beside.get(count)) for count in counts) > 1:
            raise Refusal(RefusalId.STATED_TWICE, model=entry.title, counts=counts)


def check_number(name: str, number: Decimal, largest: int) -> None:
    """Raise `Refusal` unless it is a number from 0 to `largest` with few enough places."""
    if not number.is_finite():
        raise Refusal(RefusalId.NOT_A_NUMBER, field=name, given=str(number))
    if number < 0:
        raise Refusal(RefusalId.NEGATIVE, field=name, given=str(number)[:40])
    if number > largest:
        raise Refusal(RefusalId.TOO_LARGE, field=name, given=str(number)[:40], largest=largest)
    exponent = number.as_tuple().exponent
    if isinstance(exponent, int) and -exponent > MAX_DECIMAL_PLACES:
        raise Refusal(RefusalId.TOO_MANY_PLACES, field=name, places=MAX_DECIMAL_PLACES)
