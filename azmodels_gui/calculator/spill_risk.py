# SPDX-License-Identifier: MIT
"""How often PTU are full over a profile, and how much of them is paid for unused."""

from dataclasses import dataclass
from decimal import Decimal

from azmodels_gui.calculator.cost_curve import SpillCurve
from azmodels_gui.calculator.exact import product, quotient
from azmodels_gui.calculator.month import Month


@dataclass(frozen=True)
class SpillRisk:
    """What a size means over a month; the profile's minutes stand for it."""

    ptu: int
    full_minutes: Decimal
    """Minutes of the month in which a request finds the PTU full: 429, or it spills over."""
    full_share: Decimal
    """The same as a share of the time."""
    turned_away_share: Decimal
    """Share of the requests that find them full."""
    quiet_minutes: Decimal
    """Minutes of the month without a request, in which all PTU are idle."""
    quiet_share: Decimal
    idle_ptu_hours: Decimal
    """PTU-hours of the month that are paid for and not used."""
    idle_share: Decimal | None
    """The same as a share of the PTU-hours; None for 0 PTU."""


def spill_risk(spill: SpillCurve, ptu: int, month: Month) -> SpillRisk:
    """Return what one of the sizes of a profile means.

    Raises:
        ValueError: it is none of the sizes that were reckoned.
    """
    profile, request = spill.profile, spill.request
    at = spill.spills[spill.sizes.index(ptu)]
    (any_load,) = profile.distribution.spills([0])
    quiet = profile.minutes - any_load.minutes
    used = product(profile.distribution.total - at.requests, request.normalized_tokens)
    capacity = product(ptu, request.tpm_per_ptu, profile.minutes)
    idle = quotient(capacity - used, capacity) if ptu else None

    def of_month(minutes: int) -> Decimal:
        return quotient(product(minutes, month.minutes), profile.minutes)

    return SpillRisk(
        ptu=ptu,
        full_minutes=of_month(at.minutes),
        full_share=quotient(at.minutes, profile.minutes),
        turned_away_share=quotient(at.requests, profile.distribution.total),
        quiet_minutes=of_month(quiet),
        quiet_share=quotient(quiet, profile.minutes),
        idle_ptu_hours=product(ptu, month.hours, idle or 0),
        idle_share=idle,
    )


def least_ptu(spill: SpillCurve, accepted_percent: Decimal) -> int:
    """Return the smallest size that at most so many percent of the requests spill over."""
    most = product(spill.profile.distribution.total, accepted_percent)
    return next(
        size
        for size, at in zip(spill.sizes, spill.spills, strict=True)
        if product(at.requests, 100) <= most
    )
