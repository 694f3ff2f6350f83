# SPDX-License-Identifier: MIT
"""Which way to pay is the cheapest, if that can be said at all."""

from collections.abc import Mapping
from decimal import Decimal

from azmodels_gui.calculator.deployment import SizedDeployment
from azmodels_gui.calculator.statements import CautionId

_CARRIED_IN_PART = frozenset({CautionId.PEAK_ABOVE_PTU, CautionId.PROMPT_ABOVE_PTU})


def cheapest_way(costs: Mapping[str, Decimal | None], sized: SizedDeployment | None) -> str | None:
    """Return the way to pay that costs least.

    None where a way has no known cost, since it could be the cheapest, or where the PTU do
    not carry what is paid per token: then the costs are not of the same thing.
    """
    known = {way: cost for way, cost in costs.items() if cost is not None}
    if len(known) < len(costs) or not _carry_all(sized):
        return None
    return min(known, key=lambda way: known[way])


def _carry_all(sized: SizedDeployment | None) -> bool:
    """Tell whether the PTU take every prompt, and all requests of the busiest minute."""
    said = () if sized is None else sized.cautions
    return not any(each.id in _CARRIED_IN_PART for each in said)
