# SPDX-License-Identifier: MIT
"""The load in its busiest minute: how many requests, and what one of them is made of."""

from dataclasses import dataclass, fields
from decimal import Decimal

from azmodels_gui.calculator.exact import Number, product, total
from azmodels_gui.calculator.refusal import Refusal
from azmodels_gui.calculator.statements import RefusalId

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
    image_input_tokens: Number = 0
    """Beside the text, not inside `input_tokens`."""
    image_output_tokens: Number = 0
    long_context: bool = False
    """True: the prompt is above the model's threshold, so all of it has the long price."""

    def __post_init__(self) -> None:
        for each in fields(self):
            if each.name != "long_context":
                _check_count(each.name, getattr(self, each.name))
        parts = total([Decimal(self.cached_tokens), Decimal(self.cache_write_tokens)])
        if parts > self.input_tokens:
            raise Refusal(
                RefusalId.PARTS_ABOVE_INPUT, parts=parts, input_tokens=Decimal(self.input_tokens)
            )
        if not self.tokens_per_request:
            raise Refusal(RefusalId.EMPTY_REQUEST)

    @property
    def prompt_tokens(self) -> Decimal:
        """Everything that goes in, in tokens of one request."""
        return total([Decimal(self.input_tokens), Decimal(self.image_input_tokens)])

    @property
    def answer_tokens(self) -> Decimal:
        """Everything that comes out, in tokens of one request."""
        return total([Decimal(self.output_tokens), Decimal(self.image_output_tokens)])

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


def _check_count(name: str, count: Number) -> None:
    number = Decimal(count)
    largest = MAX_REQUESTS_PER_MINUTE if name == "requests_per_minute" else MAX_TOKENS_PER_REQUEST
    check_number(name, number, largest)


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
