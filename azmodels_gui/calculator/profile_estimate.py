# SPDX-License-Identifier: MIT
"""The whole answer for a load profile: cost over the number of PTU for each term."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from azmodels_gui.calculator.cost_curve import BaseLoad, CostCurve, CurvePoint, SpillCurve
from azmodels_gui.calculator.deployment import SizedDeployment
from azmodels_gui.calculator.estimate import NO_SPILL, Estimate, Question, estimate
from azmodels_gui.calculator.exact import product, quotient
from azmodels_gui.calculator.load_profile import LoadProfile
from azmodels_gui.calculator.month import Month
from azmodels_gui.calculator.month_load import MonthLoad
from azmodels_gui.calculator.payg import PaygRequest
from azmodels_gui.calculator.ptu_cost import PtuRate
from azmodels_gui.calculator.statements import AssumptionId, RefusalId, Statement, assumption
from azmodels_gui.calculator.ways import term_of
from azmodels_gui.calculator.wording import Refusal
from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.terms import Term


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


@dataclass(frozen=True)
class Cheapest:
    """The cheapest size of all terms."""

    term: Term
    point: CurvePoint


@dataclass(frozen=True)
class ProfileEstimate:
    """What base load on PTU and spillover per token cost; unknown prices leave gaps."""

    found: Estimate
    """The answer for the same question: its verdict holds here, too."""
    sized: SizedDeployment
    """The size that carries the peak."""
    base: BaseLoad

    @property
    def catalog(self) -> Catalog:
        """Where the prices are from."""
        return self.found.catalog

    @property
    def question(self) -> Question:
        """What is reckoned."""
        return self.found.question

    @property
    def payg(self) -> PaygRequest:
        """What one request costs per token."""
        return self.found.payg[0]

    @property
    def rates(self) -> dict[Term, PtuRate]:
        """Prices of a PTU."""
        return self.found.rates

    @property
    def spill(self) -> SpillCurve:
        """What spills at every size."""
        return self.base.spill

    @property
    def load(self) -> MonthLoad:
        """The load of the month."""
        return self.question.deployment.loads[0]

    @property
    def profile(self) -> LoadProfile:
        """How the load spreads over time."""
        return self.spill.profile

    @property
    def currency(self) -> str:
        """Currency of all amounts."""
        return self.payg.currency

    @cached_property
    def curves(self) -> dict[Term, CostCurve]:
        """Cost over the number of PTU for every term of interest."""
        return {term: self.base.curves[term] for term in self.question.terms}

    @cached_property
    def cheapest(self) -> Cheapest | None:
        """The size of the way to pay that costs least, of those whose cost is known.

        None: there is no such way.
        """
        way = self.found.least_known
        if way is None:
            return None
        term = term_of(way) or self.question.terms[0]
        size = self.found.ptu_of(way) or 0
        if size not in self.spill.sizes:
            return None
        point = self.curves[term].point(self.spill.sizes.index(size))
        return None if point.cost is None else Cheapest(term, point)

    def risk(self, ptu: int) -> SpillRisk:
        """Return how often a size is full, and how much of it is idle; one of the sizes."""
        return spill_risk(self.spill, ptu, self.question.month)

    def accepting(self, percent: Decimal) -> int:
        """Return the smallest size that at most so many percent of the requests spill over."""
        return least_ptu(self.spill, percent)

    def base_ptu(self, asked: int | None) -> int:
        """Return the size to show: the one asked for, the cheapest, or the one for the peak."""
        if asked is not None and asked in self.spill.sizes:
            return asked
        cheapest = self.cheapest
        return self.spill.sizes[-1] if cheapest is None else cheapest.point.ptu

    @property
    def cautions(self) -> tuple[Statement, ...]:
        """What must be known before trusting the numbers."""
        return self.found.cautions

    @cached_property
    def assumptions(self) -> tuple[Statement, ...]:
        """What the numbers take for granted: of the estimate, but that PTU carry the peak."""
        whole, parts = AssumptionId.WHOLE_REQUESTS_SPILL, AssumptionId.PARTS_OF_REQUESTS_SPILL
        spill = assumption(whole if self.profile.scale == 1 else parts)
        said = (each for each in self.found.assumptions if each.id != AssumptionId.BUSIEST_MINUTE)
        return (spill, assumption(AssumptionId.SAME_REQUEST_SHAPE), *said)

    @property
    def sources(self) -> tuple[str, ...]:
        """Ids of the sources the numbers rest on."""
        return self.found.sources


def profile_estimate(catalog: Catalog, question: Question) -> ProfileEstimate:
    """Return the cost curves of a deployment with one load, whose profile is known.

    Raises:
        Refusal: requests are processed as batch or flex, PTU are not possible or do not serve
            such prompts, there are absurdly many sizes, or currencies differ.
    """
    if question.tier in NO_SPILL:
        raise Refusal(RefusalId.NO_SPILL, tier=question.tier.value)
    found = estimate(catalog, question)
    why = found.refusal or found.base_refusal
    if why is not None:
        raise Refusal(RefusalId(str(why.id)), **why.data)
    if found.sized is None or found.base is None:
        raise ValueError("the load has no profile")
    return ProfileEstimate(found, found.sized, found.base)
