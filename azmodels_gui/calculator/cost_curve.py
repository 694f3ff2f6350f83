# SPDX-License-Identifier: MIT
"""Base load on PTU, the rest per token: cost over the number of PTU, and its minimum."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from itertools import count, takewhile
from math import ceil, lcm

from azmodels_gui.calculator.exact import Number, product, quotient, total
from azmodels_gui.calculator.load_distribution import ONCE, near_least
from azmodels_gui.calculator.load_profile import LoadProfile
from azmodels_gui.calculator.ptu import deployable_ptu
from azmodels_gui.calculator.refusal import Refusal
from azmodels_gui.calculator.statements import RefusalId
from azmodels_gui.catalog.prices import ScopeSizing

MAX_SIZES = 100_000
NO_LIMIT = 2**63 - 1
"""More requests than any minute holds."""


@dataclass(frozen=True, kw_only=True)
class RequestOnPtu:
    """One request of the profile, or what it counts instead, and the PTU that carry it."""

    normalized_tokens: Decimal
    """Normalised tokens of a request."""
    tpm_per_ptu: int
    """Normalised tokens per minute that one PTU carries."""
    sizing: ScopeSizing

    def whole_requests(self, ptu: int, peak: int = NO_LIMIT) -> int:
        """Return the whole requests per minute that so many PTU carry, at most `peak`."""
        if not self.normalized_tokens:
            return peak
        tokens, parts = self.normalized_tokens.as_integer_ratio()
        return min(peak, ptu * self.tpm_per_ptu * parts // tokens)

    def all_whole(self, sizes: Sequence[int], peak: int) -> list[int]:
        """Return the whole requests that each of many sizes carries."""
        if not self.normalized_tokens:
            return [peak] * len(sizes)
        tokens, parts = self.normalized_tokens.as_integer_ratio()
        carried = self.tpm_per_ptu * parts
        return [min(peak, size * carried // tokens) for size in sizes]


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


SpillFigures = tuple[Number, Decimal, int, Decimal | None]
"""Requests and share that spill, minutes with any, average use: fields of a `CurvePoint`."""


@dataclass(frozen=True)
class ProfilePrices:
    """What carrying and spilling cost."""

    requests: Fraction
    """Of a month."""
    ptu_monthly: Decimal | None
    """One PTU for a month, above those that are reserved; None: not known."""
    payg_request: Decimal | None
    """One request paid per token; None: not known."""
    reserved: int = 0
    """PTU that are paid for whether deployed or not."""
    reserved_monthly: Decimal | None = None
    """One of them for a month; None: not known."""

    def of_ptu(self, size: int) -> Decimal | None:
        """Return what so many PTU cost a month; None: not known."""
        above = max(0, size - self.reserved)
        if not size:
            return Decimal(0)
        parts = ((self.reserved, self.reserved_monthly), (above, self.ptu_monthly))
        asked = [(count, price) for count, price in parts if count]
        costs = [product(count, price) for count, price in asked if price is not None]
        return total(costs) if len(costs) == len(asked) else None


class CostCurve:
    """Cost over the number of PTU, from none up to the size that carries the peak."""

    def __init__(self, spill: "SpillCurve", prices: ProfilePrices) -> None:
        self._spill, self._prices = spill, prices

    @cached_property
    def points(self) -> tuple[CurvePoint, ...]:
        """All sizes."""
        return tuple(map(self.point, range(len(self._spill.sizes))))

    @property
    def minimum(self) -> CurvePoint | None:
        """The cheapest size, the smallest of equals; None where a price is missing."""
        place = self.least(range(len(self._spill.sizes)))
        return None if place is None else self.point(place)

    def least(self, places: range) -> int | None:
        """Return which of some sizes costs least, the first of equals.

        None where there are none, or a price is missing. In whole numbers, since a headline
        follows every key: the costs are brought to one denominator.
        """
        spill, prices = self._spill, self._prices
        rate, reserved = prices.ptu_monthly, prices.reserved
        last = prices.of_ptu(spill.sizes[-1])
        if not places or last is None or prices.payg_request is None:
            return None
        spilled = Fraction(prices.payg_request) * prices.requests / spill.counted
        each = Fraction(rate or 0)
        whole = lcm(spilled.denominator, each.denominator)
        of_spilled, of_ptu = int(spilled * whole), int(each * whole)
        fixed = int(whole * Fraction(product(reserved, prices.reserved_monthly or 0)))

        def cost(place: int) -> int:
            size = spill.sizes[place]
            ptu = fixed + max(0, size - reserved) * of_ptu if size else 0
            return ptu + turned_away[place] * of_spilled

        turned_away = spill.spills.requests
        if reserved:
            return min(places, key=cost)
        some = slice(places.start, places.stop)
        near = near_least(spill.sizes[some], turned_away[some], of_ptu, of_spilled)
        return min((places.start + place for place in near), key=cost)

    def point(self, place: int) -> CurvePoint:
        """Return one size with all its figures."""
        spill, prices = self._spill, self._prices
        size, spilled = spill.sizes[place], spill.spills[place]
        return CurvePoint(
            size,
            *spill.figures(place),
            ptu_cost=prices.of_ptu(size),
            payg_cost=spilled_cost(spilled.requests, spill.counted, prices),
        )


class SpillCurve:
    """What spills at every size. Made once; terms and prices only change the cost."""

    def __init__(self, profile: LoadProfile, request: RequestOnPtu, times: Fraction = ONCE) -> None:
        """Reckon all sizes from none to the one that carries the peak.

        Args:
            profile: the load.
            request: one of its requests.
            times: so much more of the load, in every minute.

        Raises:
            Refusal: there are absurdly many sizes.
        """
        self.profile = profile
        self.request = request
        self._times = times
        self.counted = profile.distribution.total * times.numerator
        """All requests of the series, as `spills` counts them."""
        peak = ceil(profile.distribution.peak * times)
        self.sizes = tuple(_sizes(peak, request))
        self._figures: dict[int, SpillFigures] = {}
        self.spills = profile.distribution.spills(request.all_whole(self.sizes, peak), times)

    def cost_curve(self, prices: ProfilePrices) -> CostCurve:
        """Return the cost of every size."""
        return CostCurve(self, prices)

    def in_requests(self, spilled: int) -> Number:
        """Return how many requests of the series so many of `spills` are."""
        parts = self._times.denominator
        if parts == 1:
            return self.profile.in_requests(spilled)
        return quotient(spilled, parts * self.profile.scale)

    def figures(self, place: int) -> SpillFigures:
        """Return what is alike at a size whatever is paid: kept for other terms and prices."""
        found = self._figures.get(place)
        if found is None:
            spilled = self.spills[place]
            found = self._figures[place] = (
                self.in_requests(spilled.requests),
                quotient(spilled.requests, self.counted),
                spilled.minutes,
                self.utilization(place),
            )
        return found

    def utilization(self, place: int) -> Decimal | None:
        """Return the share of the PTU in use on average; None for 0 PTU."""
        size = self.sizes[place]
        if not size:
            return None
        carried = self.counted - self.spills[place].requests
        minutes = self.profile.minutes * self._times.denominator
        return quotient(
            product(carried, self.request.normalized_tokens),
            product(size, self.request.tpm_per_ptu, minutes),
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


def _sizes(peak: int, request: RequestOnPtu) -> Iterator[int]:
    """Yield no PTU, the minimum, and the multiples of the increment above it up to the peak."""
    sizing = request.sizing
    step, least = sizing.scale_increment, sizing.minimum_ptu
    largest = deployable_ptu(product(peak, request.normalized_tokens), request.tpm_per_ptu, sizing)
    many = (largest - least) // step + 2
    if many > MAX_SIZES:
        raise Refusal(RefusalId.TOO_MANY_SIZES, count=many, largest=MAX_SIZES)
    yield 0
    yield from takewhile(lambda size: size <= largest, sizes_of(sizing))


def sizes_of(sizing: ScopeSizing) -> Iterator[int]:
    """Yield all sizes that can be deployed: the minimum and the multiples of the step above it."""
    least, step = sizing.minimum_ptu, sizing.scale_increment
    if least:
        yield least
    yield from count((least // step + 1) * step, step)
