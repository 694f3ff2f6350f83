# SPDX-License-Identifier: MIT
"""What one request is made of, from what people know: words, pages, turns, reasoning.

A user knows the pages of a document and the words of an answer, not tokens. The factors between
them are assumptions that everybody can change; what is reckoned with them is exact.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from decimal import Decimal

from azmodels_gui.calculator.exact import Number, product, total
from azmodels_gui.calculator.statements import AssumptionId, RefusalId, Statement, assumption
from azmodels_gui.calculator.wording import Refusal
from azmodels_gui.calculator.workload import MAX_TOKENS_PER_REQUEST, Workload, check_number

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
