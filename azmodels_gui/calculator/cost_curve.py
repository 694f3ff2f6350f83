# SPDX-License-Identifier: MIT
"""Base load on PTU, the rest per token: cost over the number of PTU, and its minimum."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from azmodels_gui.calculator.exact import Number, product, quotient, whole_part
from azmodels_gui.calculator.load_distribution import Spill
from azmodels_gui.calculator.load_profile import LoadProfile
from azmodels_gui.calculator.ptu import deployable_ptu
from azmodels_gui.calculator.refusal import Refusal
from azmodels_gui.calculator.statements import RefusalId
from azmodels_gui.catalog.prices import ScopeSizing

MAX_SIZES = 100_000


@dataclass(frozen=True, kw_only=True)
class RequestOnPtu:
    """One request of the profile, or what it counts instead, and the PTU that carry it."""

    normalized_tokens: Decimal
    """Normalised tokens of a request."""
    tpm_per_ptu: int
    """Normalised tokens per minute that one PTU carries."""
    sizing: ScopeSizing

    def whole_requests(self, ptu: int, peak: int) -> int:
        """Return the whole requests per minute that so many PTU carry, at most `peak`."""
        if not self.normalized_tokens:
            return peak
        return min(peak, whole_part(product(ptu, self.tpm_per_ptu), self.normalized_tokens))


@dataclass(frozen=True)
class CurvePoint:
    """One size: what it carries, what spills, and what a month of both costs."""

    ptu: int
    """0: everything is paid per token."""
    spilled_requests: Number
    """Requests of the series that did not fit."""
    spilled_share: Decimal
    """Share of all requests."""
    spilled_minutes: int
    """Minutes of the series in which something spilled."""
    utilization: Decimal | None
    """Average share of the PTU in use; None for 0 PTU."""
    ptu_cost: Decimal | None
    """PTU in a month; None: their price is not known."""
    payg_cost: Decimal | None
    """Spilled requests in a month; None: their price is not known."""

    @property
    def cost(self) -> Decimal | None:
        """Both together; None where one is not known."""
        if self.ptu_cost is None or self.payg_cost is None:
            return None
        return self.ptu_cost + self.payg_cost


@dataclass(frozen=True)
class CostCurve:
    """Cost over the number of PTU, from none up to the size that carries the peak."""

    points: tuple[CurvePoint, ...]

    @property
    def minimum(self) -> CurvePoint | None:
        """The cheapest size, the smallest of equals; None where a price is missing."""
        known = [(point.cost, point) for point in self.points if point.cost is not None]
        if not known or len(known) < len(self.points):
            return None
        return min(known, key=lambda pair: pair[0])[1]


@dataclass(frozen=True, kw_only=True)
class ProfilePrices:
    """What carrying and spilling cost."""

    requests: Fraction
    """Of a month."""
    ptu_monthly: Decimal | None
    """One PTU for a month; None: not known."""
    payg_request: Decimal | None
    """One request paid per token; None: not known."""


class SpillCurve:
    """What spills at every size. Made once; terms and prices only change the cost."""

    def __init__(self, profile: LoadProfile, request: RequestOnPtu) -> None:
        """Reckon all sizes from none to the one that carries the peak.

        Raises:
            Refusal: there are absurdly many sizes.
        """
        self.profile = profile
        self.request = request
        peak = profile.distribution.peak
        self.sizes = tuple(_sizes(peak, request))
        capacities = [request.whole_requests(size, peak) for size in self.sizes]
        self.spills: tuple[Spill, ...] = tuple(profile.distribution.spills(capacities))

    def cost_curve(self, prices: ProfilePrices) -> CostCurve:
        """Return the cost of every size."""
        return CostCurve(
            tuple(
                self._point(size, spill, prices)
                for size, spill in zip(self.sizes, self.spills, strict=True)
            )
        )

    def _point(self, size: int, spill: Spill, prices: ProfilePrices) -> CurvePoint:
        counted = self.profile.distribution.total
        return CurvePoint(
            ptu=size,
            spilled_requests=self.profile.in_requests(spill.requests),
            spilled_share=quotient(spill.requests, counted),
            spilled_minutes=spill.minutes,
            utilization=self._utilization(size, spill),
            ptu_cost=_times(size, prices.ptu_monthly),
            payg_cost=spilled_cost(spill.requests, counted, prices),
        )

    def _utilization(self, size: int, spill: Spill) -> Decimal | None:
        if not size:
            return None
        carried = self.profile.distribution.total - spill.requests
        return quotient(
            product(carried, self.request.normalized_tokens),
            product(size, self.request.tpm_per_ptu, self.profile.minutes),
        )


def spilled_cost(spilled: int, counted: int, prices: ProfilePrices) -> Decimal | None:
    """Return what the spilled requests of a month cost per token, exact or to 28 digits.

    Args:
        spilled: those of the series that did not fit; the same share of the month's does not.
        counted: all requests of the series.
        prices: a request's, and how many there are in a month.
    """
    if prices.payg_request is None:
        return None
    of_month = prices.requests * Fraction(spilled, counted)
    return quotient(product(prices.payg_request, of_month.numerator), of_month.denominator)


def _times(size: int, ptu_monthly: Decimal | None) -> Decimal | None:
    if not size:
        return Decimal(0)
    return None if ptu_monthly is None else product(size, ptu_monthly)


def _sizes(peak: int, request: RequestOnPtu) -> Iterator[int]:
    """Yield no PTU, the minimum, and the multiples of the increment above it up to the peak."""
    sizing = request.sizing
    step, least = sizing.scale_increment, sizing.minimum_ptu
    largest = deployable_ptu(product(peak, request.normalized_tokens), request.tpm_per_ptu, sizing)
    count = (largest - least) // step + 2
    if count > MAX_SIZES:
        raise Refusal(RefusalId.TOO_MANY_SIZES, count=count, largest=MAX_SIZES)
    yield 0
    if least:
        yield least
    yield from range((least // step + 1) * step, largest + 1, step)
