# SPDX-License-Identifier: MIT
"""From which load on PTU cost less than paying per token."""

from dataclasses import dataclass
from decimal import Decimal

from azmodels_gui.calculator.deployment import PtuSize
from azmodels_gui.calculator.exact import product, quotient, whole_steps
from azmodels_gui.calculator.month import MINUTES_PER_DAY, Month

NEVER = Decimal("Infinity")
ALL = 100


@dataclass(frozen=True, kw_only=True)
class LoadValue:
    """A load, or one request of it, as PTU and as the price list see it; only ratios count."""

    normalized_tokens: Decimal
    tokens: Decimal
    """Tokens in and out."""
    payg_cost: Decimal
    """What the same tokens cost per token."""


@dataclass(frozen=True)
class BreakEven:
    """Where the cost of PTU and of paying per token are equal; nothing is clamped."""

    utilization: Decimal
    """Average share of the PTU in use; above 1 it cannot be reached: PTU never pay."""
    peak_to_average: Decimal
    """The answer flips here: with a lower ratio of peak to average load PTU cost less."""
    tokens_per_day: int
    """Tokens, in and out, at that utilisation; rounded up."""

    @property
    def reachable(self) -> bool:
        """Tell whether fully used PTU would at least break even."""
        return self.utilization <= 1


def payg_value_of_ptu_month(tpm_per_ptu: int, value: LoadValue, month: Month) -> Decimal:
    """Return what the tokens that one PTU carries in a month cost per token."""
    return quotient(product(tpm_per_ptu, month.minutes, value.payg_cost), value.normalized_tokens)


def break_even(
    ptu_monthly: Decimal, size: PtuSize, value: LoadValue, month: Month
) -> BreakEven | None:
    """Return where PTU begin to pay; None where nothing would be paid per token.

    Args:
        ptu_monthly: cost of all deployed PTU in a month.
        size: what is deployed.
        value: the load, in any amount.
        month: the definition that `ptu_monthly` was reckoned with.
    """
    if not value.payg_cost or not value.normalized_tokens:
        return None
    utilization = quotient(
        product(ptu_monthly, value.normalized_tokens),
        product(size.capacity_tpm, month.minutes, value.payg_cost),
    )
    return BreakEven(
        utilization,
        quotient(size.utilization, utilization) if utilization else NEVER,
        # Utilisation times the tokens the PTU carry in a day; capacity and weights cancel out.
        whole_steps(
            product(ptu_monthly, MINUTES_PER_DAY, value.tokens),
            product(month.minutes, value.payg_cost),
        ),
    )
