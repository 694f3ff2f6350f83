# SPDX-License-Identifier: MIT
"""A base load on PTU under a profile: the sizes that are told of it, and what it risks."""

from collections.abc import Iterator

from msgspec import Struct

from azmodels_gui.answers.answer import (
    DOES_NOT_APPLY,
    NONE_NAMED,
    UNKNOWN,
    Answer,
    Message,
    Section,
    Share,
    Value,
    cost_of,
    known,
    message,
    row,
    section,
    unique,
)
from azmodels_gui.calculator.cost_curve import CurvePoint
from azmodels_gui.calculator.profile_estimate import ProfileEstimate
from azmodels_gui.catalog.terms import Term
from azmodels_gui.language.figures import rounded


class SizeLine(Struct, frozen=True):
    """One size, paid in one way."""

    key: str
    label: Message
    ptu: Answer = UNKNOWN
    cost: Answer = UNKNOWN
    """Of a month, with what spills over per token."""
    spilled: Answer = UNKNOWN
    """Share of the requests."""
    used: Answer = UNKNOWN
    """Share of the PTU in use."""

    @property
    def answers(self) -> tuple[Answer, ...]:
        """The figures in the order they are told."""
        return self.ptu, self.cost, self.spilled, self.used


HEADINGS = ("base_load", "cost_of_month", "share_spilled", "used")
"""Words above the figures of a line."""


def profile_sizes(found: ProfileEstimate, shown: int = 0) -> Iterator[SizeLine]:
    """Yield the minimum of each term, the size on show where it is another, and no PTU at all.

    Args:
        found: the answer.
        shown: PTU on show; 0: none in particular.
    """
    for term, curve in found.curves.items():
        label, least = message(f"cost_{term}"), curve.minimum
        yield size_line(f"least_{term}", label, least, found, term)
        if shown and (least is None or least.ptu != shown):
            at = curve.points[found.spill.sizes.index(shown)]
            told = message("shown_size", term=label)
            yield size_line(f"shown_{term}", told, at, found, term)
    curve = next(iter(found.curves.values()))
    yield size_line("no_ptu", message("all_per_token"), curve.points[0], found, None)


def size_line(
    key: str, label: Message, point: CurvePoint | None, found: ProfileEstimate, term: Term | None
) -> SizeLine:
    """Return what is known of one size; None: no price of the term is."""
    if point is None:
        return SizeLine(key, label)
    used = NONE_NAMED if point.utilization is None else known(Share(point.utilization))
    return SizeLine(
        key,
        label,
        known(point.ptu, *found.sized.sources),
        known(cost_of(point.cost, found.currency), *_sources(found, term)),
        known(Share(point.spilled_share)),
        used,
    )


def _sources(found: ProfileEstimate, term: Term | None) -> tuple[str, ...]:
    payg = (price.source for part in found.payg.parts for price in part.answer.prices)
    rates = () if term is None else (price.source for price in found.rates[term].answer.prices)
    return unique((*payg, *rates))


def profile_risk(found: ProfileEstimate, ptu: int) -> Section:
    """Return how often so many PTU are full and how much of them is idle, in a month.

    Args:
        found: the answer for the profile.
        ptu: one of its sizes.
    """
    risk = found.risk(ptu)
    idle = DOES_NOT_APPLY if risk.idle_share is None else known(Share(risk.idle_share))

    def of_ptu(value: Value) -> tuple[Answer]:
        return (known(value) if ptu else DOES_NOT_APPLY,)  # without PTU none are ever full

    rows = (
        row("risk_full", of_ptu(rounded(risk.full_minutes, 0))),
        row("risk_full_share", of_ptu(Share(risk.full_share))),
        row("risk_away", of_ptu(Share(risk.turned_away_share))),
        row("risk_quiet", (known(rounded(risk.quiet_minutes, 0)),)),
        row("risk_quiet_share", (known(Share(risk.quiet_share)),)),
        row("risk_idle", of_ptu(rounded(risk.idle_ptu_hours, 0))),
        row("risk_idle_share", (idle,)),
    )
    return section("risk", rows, ptu=ptu)
