# SPDX-License-Identifier: MIT
"""The whole answer for a load profile: cost over the number of PTU for each term."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from azmodels_gui.calculator.context_check import check_offer, check_ptu_prompt
from azmodels_gui.calculator.cost_curve import (
    CostCurve,
    CurvePoint,
    ProfilePrices,
    RequestOnPtu,
    SpillCurve,
)
from azmodels_gui.calculator.currencies import check_currencies
from azmodels_gui.calculator.deployment import SizedDeployment, sized, unique
from azmodels_gui.calculator.estimate import Question, payg_type
from azmodels_gui.calculator.exact import quotient
from azmodels_gui.calculator.lifetime import check_lifecycle, ends_in_time, usable_on
from azmodels_gui.calculator.load_profile import LoadProfile
from azmodels_gui.calculator.month_load import MonthLoad
from azmodels_gui.calculator.payg import PaygRequest, PaygTerms, payg_request
from azmodels_gui.calculator.ptu_cost import PtuRate, PtuTerms, ptu_rates
from azmodels_gui.calculator.refusal import Refusal
from azmodels_gui.calculator.spill_risk import SpillRisk, least_ptu, spill_risk
from azmodels_gui.calculator.statements import AssumptionId, RefusalId, Statement, assumption
from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.terms import PriceTier, Term


@dataclass(frozen=True)
class Cheapest:
    """The cheapest size of all terms."""

    term: Term
    point: CurvePoint


@dataclass(frozen=True)
class ProfileEstimate:
    """What base load on PTU and spillover per token cost; unknown prices leave gaps."""

    catalog: Catalog
    question: Question
    sized: SizedDeployment
    """The size that carries the peak."""
    payg: PaygRequest
    rates: dict[Term, PtuRate]
    spill: SpillCurve

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
        month = self.question.month
        return {
            term: self.spill.cost_curve(
                ProfilePrices(
                    requests=self.load.requests,
                    ptu_monthly=self.rates[term].monthly(month),
                    payg_request=self.payg.cost,
                )
            )
            for term in self.question.terms
        }

    @cached_property
    def cheapest(self) -> Cheapest | None:
        """The cheapest size of the terms that end before the model and whose prices are known.

        None: there is no such term, or the model is past its date.
        """
        found: list[tuple[Decimal, Cheapest]] = []
        entry, day = self.question.deployment.entry, self.question.day
        for term, curve in self.curves.items() if usable_on(entry, day) else ():
            point = curve.minimum
            lasts = ends_in_time(entry, term, day) or (point is not None and not point.ptu)
            if lasts and point is not None and point.cost is not None:
                found.append((point.cost, Cheapest(term, point)))
        return min(found, key=lambda pair: pair[0])[1] if found else None

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

    @cached_property
    def cautions(self) -> tuple[Statement, ...]:
        """What must be known before trusting the numbers; each once."""
        return unique(self._cautions())

    @cached_property
    def assumptions(self) -> tuple[Statement, ...]:
        """What the numbers take for granted."""
        return unique(self._assumptions())

    @cached_property
    def sources(self) -> tuple[str, ...]:
        """Ids of the sources the numbers rest on, each once."""
        return tuple(dict.fromkeys(self._sources()))

    def _cautions(self) -> Iterator[Statement]:
        deployment = self.question.deployment
        yield from self.sized.cautions
        scope = deployment.deployment_type.scope
        kind = payg_type(self.catalog, scope, self.question.tier)
        if kind is not None:
            yield from check_offer(deployment.entry, kind, deployment.region)
        yield from self.payg.cautions
        for term in self.question.terms:
            yield from self.rates[term].cautions
        yield from check_lifecycle(deployment.entry, self.question.terms, self.question.day)

    def _assumptions(self) -> Iterator[Statement]:
        question = self.question
        busiest = assumption(AssumptionId.BUSIEST_MINUTE)
        yield from (said for said in self.sized.assumptions if said != busiest)
        whole, parts = AssumptionId.WHOLE_REQUESTS_SPILL, AssumptionId.PARTS_OF_REQUESTS_SPILL
        yield assumption(whole if self.profile.scale == 1 else parts)
        yield assumption(AssumptionId.SAME_REQUEST_SHAPE)
        yield from self.load.assumptions
        yield assumption(AssumptionId.MONTH, hours=question.month.hours)
        if Term.YEAR in question.terms:
            yield assumption(AssumptionId.YEAR_IN_TWELFTHS)
        yield assumption(AssumptionId.PROCESSING_TIER, tier=question.tier.value)
        yield from question.overrides.assumptions()
        yield assumption(AssumptionId.NET_OF_TAX, currency=self.currency)

    def _sources(self) -> Iterator[str]:
        yield from self.sized.sources
        for part in self.payg.parts:
            yield from (price.source for price in part.answer.prices)
        for term in self.question.terms:
            yield from (price.source for price in self.rates[term].answer.prices)


_NO_SPILL = frozenset({PriceTier.BATCH, PriceTier.FLEX})
"""Requests that wait for their turn: PTU spill over to standard deployments only."""


def profile_estimate(catalog: Catalog, question: Question) -> ProfileEstimate:
    """Return the cost curves of a deployment with one load, whose profile is known.

    Raises:
        Refusal: requests are processed as batch or flex, PTU are not possible or do not serve
            such prompts, there are absurdly many sizes, or currencies differ.
    """
    deployment, overrides = question.deployment, question.overrides
    (load,) = deployment.loads
    if question.tier in _NO_SPILL:
        raise Refusal(RefusalId.NO_SPILL, tier=question.tier.value)
    if load.profile is None:
        raise ValueError("the load has no profile")
    found = sized(deployment, overrides)
    for said in check_ptu_prompt(found.parameters, deployment.workloads[0]):
        raise Refusal(RefusalId.PROMPT_NOT_SERVED, **said.data)
    payg = payg_request(
        deployment.entry,
        deployment.workloads[0],
        PaygTerms(
            place=deployment.place,
            day=question.day,
            tier=question.tier,
            overrides=overrides,
            regions=catalog.regions,
        ),
    )
    ptu_terms = PtuTerms(place=deployment.place, day=question.day, overrides=overrides)
    rates = ptu_rates(catalog, deployment.entry.model, ptu_terms)
    check_currencies([payg], rates)
    request = RequestOnPtu(
        normalized_tokens=quotient(found.requests[0].tokens, load.profile.scale),
        tpm_per_ptu=found.size.input_tpm_per_ptu,
        sizing=found.size.sizing,
    )
    spill = SpillCurve(load.profile, request)
    return ProfileEstimate(catalog, question, found, payg, rates, spill)
