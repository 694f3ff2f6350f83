# SPDX-License-Identifier: MIT
"""What a plan costs over a multiple of all its loads: per token in a slope, PTU in steps."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from azmodels_gui.calculator.exact import product, total
from azmodels_gui.calculator.plan import Plan
from azmodels_gui.calculator.pools import OnPtu, pools_of, total_known
from azmodels_gui.calculator.sensitivity import steps_of_load
from azmodels_gui.calculator.ways import PAYG, spills, term_of

MOST_STEPS = 60
"""More steps than that are told by every second, third and so on."""
HARDLY = Decimal("0.0001")
"""Of nothing at all there is no profile."""
SPILL_STEPS = 2
"""Places for each multiple at which a base load is reckoned; between them it is a line."""


class Stretch(NamedTuple):
    """A stretch of the load on which the cost is a line: no deployment needs other PTU."""

    begin: Decimal
    end: Decimal
    """Multiples of the loads."""
    first: Decimal
    last: Decimal
    """Cost of a month at both ends."""


def over_load(plan: Plan, ways: Sequence[str | None], times: Decimal) -> Iterator[Stretch]:
    """Yield the stretches from nothing up to a multiple of all loads.

    They end where PTU that the user set do not carry more; none where something is not known.

    Args:
        plan: the deployments and what they reserve.
        ways: how each is paid.
        times: where the last one ends.
    """
    if any(way is not None and spills(way) for way in ways):
        yield from _sampled(plan, ways, times)
        return
    paid = [(each, way) for each, way in zip(plan.estimates, ways, strict=True) if way is not None]
    per_token = total_known(each.payg_monthly for each, way in paid if way == PAYG)
    beside = plan.beside_monthly
    if len(paid) < len(ways) or per_token is None or beside is None:
        return
    steps = {
        at: [(ptu, min(carried, times)) for ptu, carried in steps_of_load(each, times)]
        for at, (each, way) in enumerate(paid)
        if way != PAYG
    }
    if not all(steps.values()):
        return
    begin = Decimal(0)
    for end in _ends(list(steps.values()), times):
        members = (
            OnPtu(each, term, next(ptu for ptu, to in steps[at] if to >= end), at)
            for at, (each, way) in enumerate(paid)
            if (term := term_of(way)) is not None
        )
        on_ptu = pools_of(members, plan.reserved).monthly
        if on_ptu is None:
            return
        first, last = (total([on_ptu, beside, product(per_token, at)]) for at in (begin, end))
        yield Stretch(begin, end, first, last)
        begin = end


def _sampled(plan: Plan, ways: Sequence[str | None], times: Decimal) -> Iterator[Stretch]:
    """Yield the stretches of a plan with a base load, whose cost bends everywhere."""
    begin, first = Decimal(0), plan.cost_of(plan.months_at(HARDLY), ways)
    for at in range(1, int(times * SPILL_STEPS) + 1):
        end = Decimal(at) / SPILL_STEPS
        last = plan.cost_of(plan.months_at(end), ways)
        if first is None or last is None:
            return
        yield Stretch(begin, end, first, last)
        begin, first = end, last


def _ends(steps: Sequence[list[tuple[int, Decimal]]], times: Decimal) -> list[Decimal]:
    """Return where a stretch ends: where some deployment needs more PTU."""
    carried = min((sizes[-1][1] for sizes in steps), default=times)
    ends = sorted({to for sizes in steps for _, to in sizes if to < carried})
    stride = -(-len(ends) // MOST_STEPS) or 1
    return [*ends[::stride], carried]
