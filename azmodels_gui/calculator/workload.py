# SPDX-License-Identifier: MIT
"""The load in its busiest minute: how many requests, and what one of them is made of.

A user knows the pages of a document and the words of an answer, not tokens. The factors between
them are assumptions that everybody can change; what is reckoned with them is exact.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from decimal import Decimal
from functools import cached_property

from azmodels_gui.calculator.counted import COUNTED, Count, Measure, demanded, images_are_prompt
from azmodels_gui.calculator.exact import Number, product, total
from azmodels_gui.calculator.statements import AssumptionId, RefusalId, Statement, assumption
from azmodels_gui.calculator.wording import Refusal
from azmodels_gui.catalog.document import Entry

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


MAX_TURNS = 10_000
MAX_REASONING = 1_000
MAX_FACTOR = 100_000
TOKENS_PER_WORD = Decimal("1.33")
"""100 tokens for 75 English words: the rule of thumb of OpenAI's help centre, "What are tokens
and how to count them?". German and code have more tokens a word."""
WORDS_PER_PAGE = Decimal(500)
"""A full page of plain text; an assumption without a source."""
WORDS_PER_MINUTE = Decimal(150)
"""Of speech that is written down; an assumption without a source."""
HALF = Decimal("0.5")

EFFORTS = {
    "none": Decimal(0),
    "low": Decimal(1),
    "medium": Decimal(3),
    "high": Decimal(8),
}
"""Reasoning tokens by effort, as a multiple of the visible answer. Nobody states such figures, and
they differ with model and task: assumptions to begin with."""


@dataclass(frozen=True, kw_only=True)
class TextFactors:
    """How many tokens text has.

    Raises:
        Refusal: a factor is none, zero, negative or absurd.
    """

    tokens_per_word: Number = TOKENS_PER_WORD
    words_per_page: Number = WORDS_PER_PAGE
    words_per_minute: Number = WORDS_PER_MINUTE

    def __post_init__(self) -> None:
        for each in fields(self):
            factor = Decimal(getattr(self, each.name))
            check_number(each.name, factor, MAX_FACTOR)
            if not factor:
                raise Refusal(RefusalId.ZERO, field=each.name)


USUAL = TextFactors()


@dataclass(frozen=True, kw_only=True)
class TextAmount:
    """A text as people know it; what is told in several ways adds up.

    Raises:
        Refusal: a count is none, negative or absurd.
    """

    tokens: Number = 0
    words: Number = 0
    pages: Number = 0
    speech_minutes: Number = 0
    """Of speech that the model gets, or gives, as text."""

    def __post_init__(self) -> None:
        for each in fields(self):
            check_number(each.name, Decimal(getattr(self, each.name)), MAX_TOKENS_PER_REQUEST)

    def in_tokens(self, factors: TextFactors) -> Decimal:
        """Return its tokens, exactly."""
        words = total(
            [
                Decimal(self.words),
                product(self.pages, factors.words_per_page),
                product(self.speech_minutes, factors.words_per_minute),
            ]
        )
        return total([Decimal(self.tokens), product(words, factors.tokens_per_word)])


@dataclass(frozen=True, kw_only=True)
class RequestShape:
    """One request on average of a conversation: each turn is a request of its own.

    The prompt of turn k has the system prompt, k questions and the k-1 answers before; reasoning
    is not sent again.

    Raises:
        Refusal: a number is none, negative or absurd, or there is no turn.
    """

    question: TextAmount
    """What is new in a prompt, documents included."""
    answer: TextAmount
    """What can be seen of an answer."""
    system_prompt: Number = 0
    """Tokens that all requests begin with."""
    system_prompt_cached: bool = True
    """False: it is not known to be read from the cache."""
    turns: Number = 1
    """Questions of a conversation: a whole number, since a mean of long and short ones would not
    give the mean of their prompts."""
    reasoning: Number = 0
    """Tokens of reasoning for one of the visible answer."""
    factors: TextFactors = USUAL

    def __post_init__(self) -> None:
        check_number("system_prompt", Decimal(self.system_prompt), MAX_TOKENS_PER_REQUEST)
        check_number("turns", Decimal(self.turns), MAX_TURNS)
        check_number("reasoning", Decimal(self.reasoning), MAX_REASONING)
        if self.turns < 1:
            raise Refusal(RefusalId.BELOW_ONE, field="turns")
        if self.turns != int(self.turns):
            raise Refusal(RefusalId.NOT_WHOLE, field="turns", given=str(self.turns))

    @property
    def question_tokens(self) -> Decimal:
        """Tokens that are new in a prompt."""
        return self.question.in_tokens(self.factors)

    @property
    def answer_tokens(self) -> Decimal:
        """Tokens that can be seen of an answer."""
        return self.answer.in_tokens(self.factors)

    @property
    def input_tokens(self) -> Decimal:
        """Tokens of a prompt, on average of the turns: of n turns a prompt has (n+1)/2 questions
        and (n-1)/2 answers."""
        questions = product(self.question_tokens, self.turns + 1, HALF)
        answers = product(self.answer_tokens, self.turns - 1, HALF)
        return total([Decimal(self.system_prompt), questions, answers])

    @property
    def longest_prompt(self) -> Decimal:
        """Tokens of the prompt of the last turn, which has to fit into the context window."""
        questions = product(self.question_tokens, self.turns)
        answers = product(self.answer_tokens, self.turns - 1)
        return total([Decimal(self.system_prompt), questions, answers])

    @property
    def output_tokens(self) -> Decimal:
        """Tokens of an answer with its reasoning."""
        return product(self.answer_tokens, self.reasoning + 1)

    @property
    def cached_tokens(self) -> Decimal:
        """Tokens of a prompt that are read from the cache."""
        return Decimal(self.system_prompt if self.system_prompt_cached else 0)

    def workload(self, requests_per_minute: Number = 1) -> Workload:
        """Return so many requests of this shape.

        Raises:
            Refusal: more tokens than are possible, or none.
        """
        return Workload(
            requests_per_minute=requests_per_minute,
            input_tokens=self.input_tokens,
            cached_tokens=self.cached_tokens,
            output_tokens=self.output_tokens,
        )

    @property
    def assumptions(self) -> tuple[Statement, ...]:
        """What the tokens take for granted."""
        return tuple(self._assumptions())

    def _assumptions(self) -> Iterator[Statement]:
        told, factors = (self.question, self.answer), self.factors
        if any(each.words or each.pages or each.speech_minutes for each in told):
            per_word = Decimal(factors.tokens_per_word)
            yield assumption(AssumptionId.TOKENS_OF_WORDS, tokens=per_word)
        if any(each.pages for each in told):
            per_page = Decimal(factors.words_per_page)
            yield assumption(AssumptionId.WORDS_OF_PAGES, words=per_page)
        if any(each.speech_minutes for each in told):
            per_minute = Decimal(factors.words_per_minute)
            yield assumption(AssumptionId.WORDS_OF_SPEECH, words=per_minute)
        if self.turns > 1:
            yield assumption(AssumptionId.HISTORY_GROWS, turns=Decimal(self.turns))
        if self.cached_tokens:
            tokens = Decimal(self.system_prompt)
            yield assumption(AssumptionId.SYSTEM_PROMPT_CACHED, tokens=tokens)
        if self.reasoning:
            yield assumption(AssumptionId.REASONING, times=Decimal(self.reasoning))
