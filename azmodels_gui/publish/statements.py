# SPDX-License-Identifier: MIT
"""What several sources state of one thing: which statement counts, and what disagrees."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

from azmodels_gui.catalog.facts import Claim, Conflict, LocalText
from azmodels_gui.publish.facts import Fact

Value = TypeVar("Value")
AFact = TypeVar("AFact", bound=Fact)

NOTHING = "—"
"""How a claim says that the source announces nothing."""


@dataclass(frozen=True)
class Statement(Generic[Value]):
    """What one source states."""

    value: Value
    source: str


@dataclass(frozen=True)
class Standing:
    """How much the sources count: newer before older, secondary ones last."""

    source_dates: Mapping[str, date]
    secondary: frozenset[str] = frozenset()

    def rank(self, source: str) -> tuple[bool, int]:
        """Return a sort key: the source to go by comes first."""
        return source in self.secondary, -self.source_dates.get(source, date.min).toordinal()

    def ranked(
        self,
        statements: Iterable[Statement[Value]],
        caution: Callable[[Value], Any],
    ) -> list[Statement[Value]]:
        """Return the statements, the one to go by first.

        Args:
            statements: what the sources state.
            caution: sort key for statements of equal standing; the cautious value first.
        """
        return sorted(statements, key=lambda one: (*self.rank(one.source), caution(one.value)))


def most_specific(facts: Sequence[AFact]) -> list[AFact]:
    """Leave out what a source says of a model as a whole where it also speaks of the version."""
    precise = {fact.source for fact in facts if fact.version is not None}
    return [fact for fact in facts if fact.version is not None or fact.source not in precise]


def disagreement(
    about: str,
    ranked: Sequence[Statement[Value]],
    text: Callable[[Value], str],
    note: LocalText | None = None,
    german: Callable[[Value], str] = lambda _: "",
) -> Conflict | None:
    """Return the conflict of statements that differ, the one to go by first; None if none do."""
    claims = dict.fromkeys(
        Claim(value=text(one.value), de=german(one.value), source=one.source) for one in ranked
    )
    if len({claim.value for claim in claims}) < 2:
        return None
    return Conflict(
        about=about,
        claims=tuple(claims),
        note=note,
    )
