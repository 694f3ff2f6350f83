# SPDX-License-Identifier: MIT
"""The whole answer for several deployments: each by itself, and their PTU paid for together."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property

from azmodels_gui.calculator.deployment import Deployment, unique
from azmodels_gui.calculator.estimate import Estimate, Question, estimate
from azmodels_gui.calculator.exact import total
from azmodels_gui.calculator.month import Month
from azmodels_gui.calculator.overrides import NO_OVERRIDES, Overrides
from azmodels_gui.calculator.pools import Pool, PoolKey, Pools, PoolTerms, pools_of
from azmodels_gui.calculator.ptu import MAX_PTU
from azmodels_gui.calculator.ptu_cost import check_reserved
from azmodels_gui.calculator.refusal import Refusal
from azmodels_gui.calculator.statements import (
    AssumptionId,
    CautionId,
    RefusalId,
    Statement,
    assumption,
    caution,
)
from azmodels_gui.calculator.workload import check_number
from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.terms import PriceTier, Term


@dataclass(frozen=True, kw_only=True)
class PlanQuestion:
    """Which deployments, and how they are paid for."""

    deployments: tuple[Deployment, ...]
    """At least one; all with months of the same length."""
    day: date
    tier: PriceTier = PriceTier.STANDARD
    terms: tuple[Term, ...] = tuple(Term)
    reserved: Mapping[PoolKey, int] = field(default_factory=dict)
    """PTU reserved for a pool; a pool without an entry reserves all that are deployed."""
    overrides: Overrides = NO_OVERRIDES

    @property
    def month(self) -> Month:
        """How long a month is."""
        return self.deployments[0].month


@dataclass(frozen=True)
class Plan:
    """The answer. What is not known is None, and a caution says why."""

    question: PlanQuestion
    estimates: tuple[Estimate, ...]
    """Of each deployment by itself."""
    by_term: dict[Term, Pools]
    """The pools by term; each has the same pools in the same order."""

    @property
    def currency(self) -> str:
        """Currency of all amounts."""
        return self.estimates[0].currency

    @property
    def pools(self) -> tuple[Pool, ...]:
        """The pools; their cost is that of the hourly price."""
        return self.by_term[Term.HOUR].pools

    @cached_property
    def payg_monthly(self) -> Decimal | None:
        """Cost of a month, all paid per token; None: a price of some deployment is missing."""
        costs = [each.payg_monthly for each in self.estimates]
        known = [cost for cost in costs if cost is not None]
        return total(known) if len(known) == len(costs) else None

    @cached_property
    def cautions(self) -> tuple[Statement, ...]:
        """What must be known of the pools; each estimate has its own."""
        return unique(self._cautions())

    @cached_property
    def assumptions(self) -> tuple[Statement, ...]:
        """What the numbers take for granted, of all deployments; each once."""
        return unique(self._assumptions())

    @cached_property
    def sources(self) -> tuple[str, ...]:
        """Ids of the sources the numbers rest on, each once."""
        return tuple(dict.fromkeys(each for one in self.estimates for each in one.sources))

    def _cautions(self) -> Iterator[Statement]:
        for term in self.question.terms:
            for pool in self.by_term[term].pools:
                amounts = {rate.amount for rate in pool.rates}
                if pool.cost is None and None not in amounts and len(amounts) > 1:
                    yield caution(
                        CautionId.POOL_PRICES_DIFFER,
                        deployment_type=pool.key.deployment_type,
                        what=f"ptu_{term.value}",
                    )
        for pool in self.pools:
            yield from check_reserved(self.question.reserved.get(pool.key), pool.ptu)

    def _assumptions(self) -> Iterator[Statement]:
        yield assumption(AssumptionId.RESERVED_BY_TYPE)
        for one in self.estimates:
            yield from (said for said in one.assumptions if said.id not in _OF_ONE_DEPLOYMENT)


_OF_ONE_DEPLOYMENT = frozenset(
    {
        *(AssumptionId.WEIGHTS, AssumptionId.WEIGHT_GIVEN, AssumptionId.LATENCY_TARGET),
        *(AssumptionId.AVERAGE_LOAD, AssumptionId.AVERAGE_IS_PEAK, AssumptionId.SIZE_GIVEN),
        *(AssumptionId.LOAD_OF_USERS, AssumptionId.LOAD_IN_BUSY_HOURS),
        *(AssumptionId.LOAD_OF_PROFILE, AssumptionId.SERIES_SCALED),
        *(AssumptionId.LONG_CONTEXT, AssumptionId.CACHE_RATE),
    }
)
"""Assumptions that differ from deployment to deployment, so they stay with it."""


def plan_estimate(catalog: Catalog, question: PlanQuestion) -> Plan:
    """Return the answer for all deployments.

    Raises:
        Refusal: a deployment has no PTU, a reservation has no deployment, mixed currencies.
    """
    estimates = tuple(estimate(catalog, _alone(each, question)) for each in question.deployments)
    for each in estimates:
        if each.refusal is not None:
            raise Refusal(RefusalId(str(each.refusal.id)), **each.refusal.data)
    currencies = {each.currency for each in estimates}
    if len(currencies) > 1:
        raise Refusal(RefusalId.CURRENCIES_MIXED, currencies=tuple(sorted(currencies)))
    by_term = {term: pools_of(catalog, *_together(term, question)) for term in Term}
    _check_reservations(question, {pool.key for pool in by_term[Term.HOUR].pools})
    return Plan(question, estimates, by_term)


def own_assumptions(one: Estimate) -> tuple[Statement, ...]:
    """Return the assumptions of one deployment that are not those of the whole plan."""
    return tuple(said for said in one.assumptions if said.id in _OF_ONE_DEPLOYMENT)


def _alone(deployment: Deployment, question: PlanQuestion) -> Question:
    return Question(
        deployment=deployment,
        day=question.day,
        tier=question.tier,
        terms=question.terms,
        overrides=question.overrides,
    )


def _together(term: Term, question: PlanQuestion) -> tuple[tuple[Deployment, ...], PoolTerms]:
    return question.deployments, PoolTerms(
        day=question.day,
        term=term,
        month=question.month,
        reserved=question.reserved,
        overrides=question.overrides,
    )


def _check_reservations(question: PlanQuestion, pools: set[PoolKey]) -> None:
    for key, ptu in question.reserved.items():
        check_number("reserved_ptu", Decimal(ptu), MAX_PTU)
        if key not in pools:
            raise Refusal(
                RefusalId.RESERVATION_WITHOUT_DEPLOYMENT,
                deployment_type=key.deployment_type,
                region=key.region or "",
            )
