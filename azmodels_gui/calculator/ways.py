# SPDX-License-Identifier: MIT
"""The ways to pay: per token, on PTU for a term, or base load on PTU and the rest per token."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cache

from azmodels_gui.calculator.deployment import SizedDeployment
from azmodels_gui.calculator.statements import CautionId
from azmodels_gui.catalog.terms import Term

PAYG = "payg"
_SPILL = "_spill"
_CARRIED_IN_PART = frozenset({CautionId.PEAK_ABOVE_PTU, CautionId.PROMPT_ABOVE_PTU})


BEST = "best"
"""Not one way to pay, but the one that costs least."""
WAYS = (BEST, PAYG, *(term.value for term in Term))


def spilling(term: Term) -> str:
    """Return the way whose base load is on PTU of a term; what spills over is paid per token."""
    return f"{term}{_SPILL}"


SPILLING = tuple(map(spilling, Term))
"""Ways that a load which changes with time has besides: a base load on PTU, the rest per token."""


def spills(way: str) -> bool:
    """Tell whether a way is a base load on PTU."""
    return way.endswith(_SPILL)


@cache
def term_of(way: str) -> Term | None:
    """Return how long the PTU of a way are bought for; None: all is paid per token."""
    return None if way == PAYG else Term(way.removesuffix(_SPILL))


def cheapest_way(costs: Mapping[str, Decimal | None], sized: SizedDeployment | None) -> str | None:
    """Return the way to pay that costs least.

    None where there is no way, where one has no known cost, since it could be the cheapest, or
    where the PTU do not carry what is paid per token: then the costs are not of the same thing.
    """
    known = {way: cost for way, cost in costs.items() if cost is not None}
    if not known or len(known) < len(costs) or not carries_all(sized):
        return None
    return min(known, key=lambda way: known[way])


def carries_all(sized: SizedDeployment | None) -> bool:
    """Tell whether the PTU take every prompt, and all requests of the busiest minute."""
    said = () if sized is None else sized.cautions
    return not any(each.id in _CARRIED_IN_PART for each in said)
