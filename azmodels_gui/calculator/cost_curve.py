# SPDX-License-Identifier: MIT
"""Base load on PTU, the rest per token: cost over the number of PTU, and its minimum."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import cached_property, lru_cache
from itertools import count, takewhile
from math import ceil, lcm

from azmodels_gui.calculator.checks import check_ptu_prompt
from azmodels_gui.calculator.deployment import MAX_PTU, SizedDeployment, deployable_ptu
from azmodels_gui.calculator.exact import Number, product, quotient, total_known
from azmodels_gui.calculator.load_profile import ONCE, LoadProfile, near_least
from azmodels_gui.calculator.ptu_cost import PtuRate
from azmodels_gui.calculator.statements import RefusalId
from azmodels_gui.calculator.wording import Refusal
from azmodels_gui.calculator.workload import MAX_REQUESTS_PER_MINUTE
from azmodels_gui.catalog.facts import ScopeSizing
from azmodels_gui.catalog.terms import Term

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
        return total_known(
            None if price is None else product(count, price) for count, price in parts if count
        )


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


@dataclass(frozen=True)
class PaysFrom:
    """From where on a base load on PTU costs less than all per token."""

    utilization: Decimal
    """Average share of the PTU in use there; above 1 it is never reached."""
    times: Decimal | None
    """The load there as a multiple of this one; None: no multiple gets there."""


@dataclass(frozen=True)
class BaseLoad:
    """What every size costs for each term."""

    spill: SpillCurve
    prices: Mapping[Term, ProfilePrices]
    given: int | None = None
    """The size that the user set; None: any."""

    @cached_property
    def curves(self) -> dict[Term, CostCurve]:
        """Cost over the number of PTU."""
        return {term: self.spill.cost_curve(prices) for term, prices in self.prices.items()}

    @cached_property
    def best(self) -> dict[Term, CurvePoint | None]:
        """The cheapest size that carries a part of the load, or the one that was set, by term.

        None: no size does, or a price is missing.
        """
        places = range(1, len(self.spill.sizes) - 1)
        if self.given is not None:
            places = self._at(self.given)
        return {term: _least(curve, places) for term, curve in self.curves.items()}

    def least(self, term: Term) -> CurvePoint | None:
        """Return the cheapest of all sizes, no PTU among them, or the one that was set."""
        curve, sizes = self.curves[term], len(self.spill.sizes)
        if self.given is None:
            return _least(curve, range(sizes))
        part = _least(curve, self._at(self.given))
        if part is not None or self.given < self.spill.sizes[-1]:
            return part
        whole = curve.point(sizes - 1)  # it carries all, and may be more than that takes
        return replace(whole, ptu=self.given, ptu_cost=self.prices[term].of_ptu(self.given))

    def _at(self, size: int) -> range:
        """Return the place of a size that carries a part of the load; empty: it carries all."""
        sizes = self.spill.sizes[:-1]
        at = sizes.index(size) if size in sizes else 0
        return range(at, at + 1 if at else at)

    def varied(
        self, times: Number, normalized_tokens: Decimal, payg_request: Decimal | None
    ) -> "BaseLoad":
        """Return the base load of so much more of the load, or of other requests.

        Args:
            times: all requests, as a multiple of those there are.
            normalized_tokens: of one request.
            payg_request: what one costs per token.

        Raises:
            Refusal: there are absurdly many sizes.
        """
        profile = self.spill.profile
        tokens = quotient(normalized_tokens, profile.scale)
        request = replace(self.spill.request, normalized_tokens=tokens)
        more = Fraction(times)
        prices = {
            term: replace(each, requests=each.requests * more, payg_request=payg_request)
            for term, each in self.prices.items()
        }
        return BaseLoad(_spill_curve(profile, request, more), prices, self.given)

    def pays_from(self, term: Term) -> PaysFrom | None:
        """Return from which load on PTU of a term pay; None: a price is missing or nothing is.

        Also None where a part is reserved: then a PTU has no price of its own.
        """
        prices, request = self.prices[term], self.spill.request
        rate, weight = prices.ptu_monthly, request.normalized_tokens
        if not rate or prices.reserved or not prices.payg_request or not weight:
            return None
        profile = self.spill.profile
        of_minute = Fraction(prices.payg_request) * prices.requests / profile.distribution.total
        # requests that one PTU must carry in every minute to pay
        worth = Fraction(rate) / (of_minute * profile.minutes)
        share = worth * Fraction(weight) / request.tpm_per_ptu
        times = self._times(worth, share)
        return PaysFrom(_decimal(share), None if times is None else _decimal(times))

    def _times(self, worth: Fraction, share: Fraction) -> Fraction | None:
        """Return the least multiple of the load at which some size pays.

        A part of a request does not fit, so the smallest size need not be the first to pay; one
        that loses more by that than a smaller one cannot be.
        """
        request, distribution = self.spill.request, self.spill.profile.distribution
        largest = distribution.used_to(share)
        found, most = None, MAX_REQUESTS_PER_MINUTE * Fraction(1)
        each, of = worth.denominator, worth.numerator  # PTU for requests: the best so far
        for ptu in takewhile(lambda size: size <= MAX_PTU, sizes_of(request.sizing)):
            carried = request.whole_requests(ptu)
            if largest is None or carried > most:
                break
            if ptu * of >= each * carried:
                continue
            each, of = ptu, carried
            fullest = distribution.used_to(worth * ptu / carried)
            if fullest is not None:
                found = min(carried / fullest, found or carried / fullest)
                most = found * largest
        return found


def base_load(
    sized: SizedDeployment,
    payg_request: Decimal | None,
    rates: Mapping[Term, PtuRate],
    reserved: int | None = None,
) -> BaseLoad:
    """Return the base load of a deployment with one load, whose profile is known.

    Args:
        sized: the size that carries the busiest minute, or the one that the user set.
        payg_request: what one request costs per token; None: not known.
        rates: prices of PTU for every term.
        reserved: PTU reserved, the rest is billed by the hour; None: all that are deployed.

    Raises:
        Refusal: PTU do not serve such prompts, or there are absurdly many sizes.
    """
    deployment = sized.deployment
    (load,) = deployment.loads
    if load.profile is None:
        raise ValueError("the load has no profile")
    for said in check_ptu_prompt(sized.parameters, deployment.workloads[0]):
        raise Refusal(RefusalId.PROMPT_NOT_SERVED, **said.data)
    request = RequestOnPtu(
        normalized_tokens=quotient(sized.requests[0].tokens, load.profile.scale),
        tpm_per_ptu=sized.size.input_tpm_per_ptu,
        sizing=sized.size.sizing,
    )
    month = deployment.month
    hourly = rates[Term.HOUR].monthly(month)
    prices = {}
    for term, rate in rates.items():
        each = ProfilePrices(load.requests, rate.monthly(month), payg_request)
        if term is not Term.HOUR and reserved is not None:
            each = replace(
                each, ptu_monthly=hourly, reserved=reserved, reserved_monthly=rate.monthly(month)
            )
        prices[term] = each
    return BaseLoad(_spill_curve(load.profile, request, ONCE), prices, deployment.deployed_ptu)


@lru_cache(maxsize=8)
def _spill_curve(profile: LoadProfile, request: RequestOnPtu, times: Fraction) -> SpillCurve:
    """Return what spills; kept, since other prices and other scenarios leave it as it is."""
    return SpillCurve(profile, request, times)


def _least(curve: CostCurve, places: range) -> CurvePoint | None:
    place = curve.least(places)
    return None if place is None else curve.point(place)


def _decimal(ratio: Fraction) -> Decimal:
    return quotient(ratio.numerator, ratio.denominator)
