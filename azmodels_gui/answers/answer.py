# SPDX-License-Identifier: MIT
"""What is known of one thing, as a value: every output words and draws it, and decides nothing."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct, field
from msgspec.structs import replace

from azmodels_gui.catalog.document import Entry
from azmodels_gui.catalog.facts import LocalText
from azmodels_gui.catalog.terms import Scope, Word


class Status(StrEnum):
    """How much is known."""

    KNOWN = "known"
    NOT_OFFERED = "not_offered"
    UNKNOWN = "unknown"
    """No source says. Never to be read as "no"."""
    DISPUTED = "disputed"
    """Sources disagree; a value beside it is the one that counts until then."""
    DOES_NOT_APPLY = "does_not_apply"


class Qualifier(StrEnum):
    """What must not be left out where the value is told."""

    SECONDARY = "secondary"
    """Only a list that copies others states it."""
    ENDED = "ended"
    """It held until `Answer.until`; what holds now is unknown."""
    ELSEWHERE = "elsewhere"
    """Stated for other places only; here it is unknown."""
    OTHER_REGION = "other_region"
    """Holds everywhere, but the source states it for other regions."""
    NOT_BEFORE = "not_before"
    """The day is the earliest possible one."""
    PAST = "past"
    """The day has passed, whatever stage the source names."""
    RETIRED = "retired"
    EXCEEDED = "exceeded"
    """More is asked for than there is."""
    NEVER = "never"
    """Of a break-even: beyond what can be reached."""
    CONDITIONAL = "conditional"
    """Less under some conditions; `Answer.note` says which."""
    SCOPED = "scoped"
    """Holds for `Answer.scope`, which nothing around the answer says."""


class Money(Struct, frozen=True):
    """An amount as the source states it."""

    amount: Decimal
    currency: str


class Cost(Money, frozen=True):
    """An amount that was reckoned: told to the cent."""


class Difference(Money, frozen=True):
    """An amount that was reckoned, above or below another: told with its sign."""


class Message(Struct, frozen=True):
    """Words to be looked up by key; values in them are words of the file, texts or figures."""

    key: str
    values: tuple[tuple[str, object], ...] = ()


class PartialDay(str):
    """A year, month or day, as exact as the source says it."""

    __slots__ = ()


class Tokens(int):
    """A number of tokens."""

    __slots__ = ()


class Share(Decimal):
    """A part of a whole, told in percent."""

    __slots__ = ()


class StatedShare(Share):
    """A share that somebody states: told with the places it has."""

    __slots__ = ()


class More(int):
    """How many more there are than of another: told with its sign."""

    __slots__ = ()


class Hundredths(Decimal):
    """A reckoned figure, told with two places."""

    __slots__ = ()


class Average(Decimal):
    """A reckoned count, told with as many places as `count_told` leaves it."""

    __slots__ = ()


Value = int | Decimal | date | str | LocalText | Word | Money | Message | PartialDay


class Answer(Struct, frozen=True):
    """What is known of one thing."""

    status: Status
    value: Value | None = None
    values: tuple[Value, ...] = ()
    """Several: the ends of a range by region, what sources in conflict say, or a list."""
    by_place: tuple[tuple[str, "Answer"], ...] = ()
    """The answer of each region asked about, where they differ."""
    qualifiers: frozenset[Qualifier] = frozenset()
    scope: Scope | None = None
    """Of a price: where the deployment may process data."""
    since: date | None = None
    until: date | None = None
    as_of: str | None = None
    """How old the statement is, where it is not as old as its sources."""
    sources: tuple[str, ...] = ()
    """Ids of the sources."""
    note: LocalText | None = None

    @property
    def warns(self) -> bool:
        """Tell whether it deserves a second look."""
        return self.status is Status.DISPUTED or not _WARNING.isdisjoint(self.qualifiers)

    @property
    def has_gap(self) -> bool:
        """Tell whether it is unknown, or in part of the places asked about."""
        return self.status is Status.UNKNOWN or any(each.has_gap for _, each in self.by_place)

    @property
    def certain(self) -> bool:
        """Tell whether the value can be held against others without a reservation."""
        plain = self.status is Status.KNOWN and self.value is not None
        return plain and _DOUBTFUL.isdisjoint(self.qualifiers)


_WARNING = frozenset({Qualifier.ENDED, Qualifier.PAST, Qualifier.RETIRED, Qualifier.EXCEEDED})
_SOUND = {Qualifier.NOT_BEFORE, Qualifier.OTHER_REGION, Qualifier.SCOPED}
_DOUBTFUL = frozenset(Qualifier) - _SOUND

UNKNOWN = Answer(Status.UNKNOWN)
DOES_NOT_APPLY = Answer(Status.DOES_NOT_APPLY)


class Better(StrEnum):
    """Which of two values is the better one."""

    HIGH = "high"
    LOW = "low"


class Row(Struct, frozen=True):
    """One question about some entries, with the answer for each."""

    key: str
    label: Message | LocalText | str
    answers: tuple[Answer, ...]
    better: Better | None = None
    """None: no value is better than another."""


class Section(Struct, frozen=True):
    """Questions that belong together."""

    key: str
    heading: Message
    rows: tuple[Row, ...] = field(default=())

    @property
    def sources(self) -> tuple[str, ...]:
        """Ids of all sources of the section, each once."""
        return cited(answer for row in self.rows for answer in row.answers)


def known(value: Value | None, *sources: str | None, **more: object) -> Answer:
    """Return a value with its sources; None is unknown."""
    named = unique(sources)
    status = Status.UNKNOWN if value is None else Status.KNOWN
    return Answer(status, value, sources=named, **more)  # type: ignore[arg-type]


def message(key: str, **values: object) -> Message:
    """Return words to be looked up, with the values to be filled in."""
    return Message(key, tuple(values.items()))


def row(key: str, answers: Iterable[Answer], better: Better | None = None, **values: object) -> Row:
    """Return a row that goes by the words of its key, with the values to be filled in."""
    return Row(key, message(key, **values), tuple(answers), better)


def section(key: str, rows: Iterable[Row], **values: object) -> Section:
    """Return a section that goes by the words of its key, with the values to be filled in."""
    return Section(key, message(key, **values), tuple(rows))


def cost_of(amount: Decimal | None, currency: str) -> Cost | None:
    """Return a reckoned amount in its currency; None: not known."""
    return None if amount is None else Cost(amount, currency)


def share_of(share: Decimal | None) -> Answer:
    """Return a reckoned share; None: unknown."""
    return known(None if share is None else Share(share))


NONE_NAMED = Answer(Status.DOES_NOT_APPLY, message("dash"))
"""What a list leaves empty."""


def unique(sources: Iterable[str | None]) -> tuple[str, ...]:
    """Return the ids that are there, each once."""
    return tuple(dict.fromkeys(each for each in sources if each))


def cited(answers: Iterable[Answer]) -> tuple[str, ...]:
    """Return the sources of some answers, each once."""
    return unique(source for answer in answers for source in all_sources(answer))


def all_sources(answer: Answer) -> Sequence[str]:
    """Return the sources of an answer and of its parts."""
    return unique((*answer.sources, *(s for _, each in answer.by_place for s in each.sources)))


def if_model(entry: Entry, told: Answer) -> Answer:
    """Return what is told of a model; a service such as speech is not deployed."""
    return DOES_NOT_APPLY if entry.is_service else told


def if_disputed(told: Answer, entry: Entry, about: str) -> Answer:
    """Say of a figure that another source contradicts it: the remarks say what each claims."""
    if told.status is Status.KNOWN and any(each.about == about for each in entry.version.conflicts):
        return replace(told, status=Status.DISPUTED)
    return told
