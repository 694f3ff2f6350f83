# SPDX-License-Identifier: MIT
"""The load profile reckoned minute by minute in Decimal: slow, and plain enough to trust."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, localcontext

from azmodels_gui.calculator.cost_curve import RequestOnPtu


@dataclass
class PlainCost:
    """What one size costs in a month, and what spills in the series."""

    cost: Decimal
    spilled_requests: int
    spilled_minutes: int
    utilization: Decimal


def plain_cost(
    requests: Iterable[int], ptu: int, on_ptu: RequestOnPtu, ptu_monthly: Decimal, payg: Decimal
) -> PlainCost:
    minutes = spilled_requests = spilled_minutes = 0
    spilled_cost, carried = Decimal(0), Decimal(0)
    with localcontext(prec=60):
        for wanted in requests:
            minutes += 1
            fitting = int(Decimal(ptu * on_ptu.tpm_per_ptu) // on_ptu.normalized_tokens)
            spilled = max(0, wanted - fitting)
            spilled_cost += spilled * payg
            carried += (wanted - spilled) * on_ptu.normalized_tokens
            spilled_requests += spilled
            spilled_minutes += spilled > 0
        cost = ptu * ptu_monthly + spilled_cost * 730 * 60 / minutes
        capacity = Decimal(ptu * on_ptu.tpm_per_ptu * minutes)
        return PlainCost(
            cost, spilled_requests, spilled_minutes, carried / capacity if ptu else Decimal(0)
        )
