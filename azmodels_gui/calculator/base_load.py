# SPDX-License-Identifier: MIT
"""A load that changes with time: its base on PTU, what spills over per token."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import cached_property, lru_cache
from itertools import takewhile

from azmodels_gui.calculator.context_check import check_ptu_prompt
from azmodels_gui.calculator.cost_curve import (
    CostCurve,
    CurvePoint,
    ProfilePrices,
    RequestOnPtu,
    SpillCurve,
    sizes_of,
)
from azmodels_gui.calculator.deployment import SizedDeployment
from azmodels_gui.calculator.exact import Number, quotient
from azmodels_gui.calculator.load_distribution import ONCE
from azmodels_gui.calculator.load_profile import LoadProfile
from azmodels_gui.calculator.ptu import MAX_PTU
from azmodels_gui.calculator.ptu_cost import PtuRate
from azmodels_gui.calculator.refusal import Refusal
from azmodels_gui.calculator.statements import RefusalId
from azmodels_gui.calculator.workload import MAX_REQUESTS_PER_MINUTE
from azmodels_gui.catalog.terms import Term


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
