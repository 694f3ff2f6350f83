# SPDX-License-Identifier: MIT
"""The whole answer for one deployment: size, cost of each way to pay, break-even, warnings."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from azmodels_gui.calculator.break_even import BreakEven, LoadValue, break_even
from azmodels_gui.calculator.checks import (
    check_data_zone,
    check_lifecycle,
    check_limits,
    check_offer,
    ends_in_time,
    reservation_end,
    usable_on,
)
from azmodels_gui.calculator.cost_curve import BaseLoad, CurvePoint, base_load
from azmodels_gui.calculator.counted import Count
from azmodels_gui.calculator.deployment import (
    MAX_PTU,
    Deployment,
    Said,
    SizedDeployment,
    cache_rates,
    check_reasoning,
    counted_as_told,
    sized,
)
from azmodels_gui.calculator.exact import Number, product, quotient, total, total_known
from azmodels_gui.calculator.month import Month
from azmodels_gui.calculator.overrides import NO_OVERRIDES, Overrides
from azmodels_gui.calculator.payg import (
    PaygRequest,
    PaygTerms,
    beside_requests,
    check_days,
    one_currency,
    payg_request,
)
from azmodels_gui.calculator.ptu_cost import (
    PtuRate,
    PtuTerms,
    check_reserved,
    pooled_cost,
    ptu_rates,
)
from azmodels_gui.calculator.quota_check import (
    AS_AVERAGE,
    Arrival,
    OwnQuota,
    QuotaCheck,
    QuotaStatus,
    check_quota,
    own_cautions,
    own_checks,
    own_needs,
)
from azmodels_gui.calculator.statements import (
    AssumptionId,
    CautionId,
    CheckId,
    RefusalId,
    Statement,
    assumption,
    caution,
)
from azmodels_gui.calculator.ways import PAYG, carries_all, cheapest_way, spilling, spills, term_of
from azmodels_gui.calculator.wording import Refusal
from azmodels_gui.calculator.workload import check_number
from azmodels_gui.catalog.document import (
    BASE,
    Catalog,
    DeploymentType,
    currency_of,
    in_one_currency,
)
from azmodels_gui.catalog.terms import Availability, Billing, PriceTier, Scope, Term


def advised_way(found: "Estimate") -> str | None:
    """Return the way to pay that costs least, of the known ones where a price is missing."""
    return found.cheapest or found.least_known


NO_PTU = frozenset({RefusalId.SCOPE_NOT_OFFERED, RefusalId.PROMPT_NOT_SERVED})
"""Why there is no size, where that is a no; else what the size needs is unknown."""
_IMPOSSIBLE_SIZE = frozenset({RefusalId.SIZE_NOT_DEPLOYABLE, RefusalId.TOO_LARGE})
"""Refusals of what the user chose: they do not mean that no PTU are possible."""
NO_SPILL = frozenset({PriceTier.BATCH, PriceTier.FLEX})
"""Requests that wait for their turn: PTU spill over to standard deployments only."""


@dataclass(frozen=True, kw_only=True)
class Question:
    """What is to be reckoned, and how."""

    deployment: Deployment
    day: date
    """Day whose prices hold, and on which a reservation would begin."""
    tier: PriceTier = PriceTier.STANDARD
    """How requests paid per token are processed."""
    quota_tier: str | None = None
    """`0` to `6`; None: quota is not judged."""
    arrival: Arrival = AS_AVERAGE
    """What counts against the quota."""
    terms: tuple[Term, ...] = tuple(Term)
    """Terms of interest; warnings about reservations concern these only."""
    reserved_ptu: int | None = None
    """PTU reserved, the rest is billed by the hour; None: all that are deployed."""
    overrides: Overrides = NO_OVERRIDES
    beside: Mapping[Count, Number] = field(default_factory=dict)
    """What is paid for beside requests (`BESIDE_REQUESTS`)."""
    own: tuple[OwnQuota, ...] = ()
    """What the client's subscription has left there; none: nobody told."""
    currency: str = BASE
    """Prices in it are taken where the catalogue has any of the model; else the base currency's."""

    @property
    def month(self) -> Month:
        """How long a month is."""
        return self.deployment.month


@dataclass(frozen=True)
class Estimate(Said):
    """The answer. What is not known is None, and a caution says why."""

    catalog: Catalog
    question: Question
    sized: SizedDeployment | None
    """None: no PTU are possible; `refusal` says why."""
    refusal: Statement | None
    payg: tuple[PaygRequest, ...]
    """What one request of each workload costs per token."""
    rates: dict[Term, PtuRate]
    quota: QuotaCheck
    beside: PaygRequest
    """What is paid for beside requests, once or every month; it is in no way to pay."""

    @cached_property
    def currency(self) -> str:
        """Currency of all amounts, also where none is known."""
        return currency_of(self.catalog, self.question.deployment.entry, self.question.currency)

    @property
    def payg_type(self) -> DeploymentType | None:
        """The deployment type of the same scope that is paid per token."""
        question = self.question
        return payg_type(self.catalog, question.deployment.deployment_type.scope, question.tier)

    @property
    def is_batch(self) -> bool:
        """Tell whether requests are batch jobs, which have no PTU."""
        return self.question.tier is PriceTier.BATCH

    @property
    def average_load(self) -> Decimal:
        """Average load of the month as a share of the peak, to 28 digits."""
        deployment = self.question.deployment
        peak = product(deployment.peak_rpm, deployment.month.minutes)
        return quotient(deployment.monthly_requests, peak)

    @cached_property
    def payg_per_minute(self) -> Decimal | None:
        """Cost of the busiest minute, paid per token; None: a price is missing."""
        workloads = self.question.deployment.workloads
        return total_known(
            None if (cost := request.cost) is None else product(workload.requests_per_minute, cost)
            for workload, request in zip(workloads, self.payg, strict=True)
        )

    @cached_property
    def payg_monthly(self) -> Decimal | None:
        """Cost of the requests of a month, paid per token; None: a price is missing."""
        return total_known(
            None if request.cost is None else load.of_month(request.cost)
            for load, request in zip(self.question.deployment.loads, self.payg, strict=True)
        )

    @cached_property
    def ptu_monthly(self) -> dict[Term, Decimal | None]:
        """Cost of the deployed PTU for a month by term; None: a price is missing."""
        return {term: self._monthly(term) for term in Term}

    @cached_property
    def ptu_prices(self) -> dict[Term, Decimal | None]:
        """Price of one PTU for a month by term; None: not known."""
        return {term: rate.monthly(self.question.month) for term, rate in self.rates.items()}

    @cached_property
    def break_even(self) -> dict[Term, BreakEven | None]:
        """Break-even by term; None: a price is missing, or nothing is paid per token."""
        return {term: self._break_even(term) for term in Term}

    @cached_property
    def average_utilization(self) -> Decimal | None:
        """Share of the deployed PTU in use on average of the month."""
        if self.sized is None:
            return None
        loads, requests = self.question.deployment.loads, self.sized.requests
        tokens = [
            load.of_month(request.tokens) for load, request in zip(loads, requests, strict=True)
        ]
        return quotient(
            total(tokens), product(self.sized.size.capacity_tpm, self.question.month.minutes)
        )

    @cached_property
    def ways(self) -> tuple[str, ...]:
        """The ways to pay that may be advised, `payg` and terms of interest.

        Left out is what is known not to be offered here, and PTU for a term that does not end
        before the model; a model past its date leaves none. A load that changes with time has a
        base load on PTU as a way of its own, where that is more than nothing and less than all.
        """
        return tuple(self._ways())

    @cached_property
    def costs(self) -> dict[str, Decimal | None]:
        """Cost of a month of each of the `ways`; None: a price is missing."""
        return {way: self.cost_of(way) for way in self.ways}

    def cost_of(self, way: str) -> Decimal | None:
        """Return what a month costs when paid in a way; None: not known."""
        term = term_of(way)
        if term is None:
            return self.payg_monthly
        if not spills(way):
            return self.ptu_monthly[term]
        point = self.point_of(way)
        return None if point is None else point.cost

    def ptu_of(self, way: str) -> int | None:
        """Return the PTU that are deployed when paid in a way; None: none, or not known."""
        if way == PAYG or self.sized is None:
            return None
        point = self.point_of(way)
        return self.sized.size.deployable if point is None else point.ptu

    def point_of(self, way: str) -> CurvePoint | None:
        """Return the base load of a way that spills over; None: it is no such way."""
        term = term_of(way)
        if term is None or not spills(way) or self.base is None:
            return None
        return self.base.best[term]

    def quota_of(self, way: str) -> QuotaCheck | None:
        """Return how what is paid per token in the busiest minute stands against the quotas.

        None: nothing is.
        """
        if way == PAYG:
            return self.quota
        point = self.point_of(way)
        if point is None or self.base is None:
            return None
        spill = self.base.spill
        peak = spill.profile.distribution.peak
        share = 1 - Fraction(spill.request.whole_requests(point.ptu, peak), peak)
        needed = (self.quota.needed_tpm, self.quota.needed_rpm)
        tpm, rpm = (_share_of(each, share) for each in needed)
        return replace(self.quota, needed_tpm=tpm, needed_rpm=rpm)

    @cached_property
    def cheapest(self) -> str | None:
        """That of the `ways` which costs least; None where that is not certain."""
        return cheapest_way(self.costs, None if self._splits else self.sized)

    @cached_property
    def least_known(self) -> str | None:
        """That of the `ways` which costs least of those whose cost is known; None: none is.

        Only paying per token where the PTU do not carry the load and nothing spills over.
        """
        known = {way: cost for way, cost in self.costs.items() if cost is not None}
        if PAYG in known and not self._splits and not carries_all(self.sized):
            return PAYG
        return min(known, key=lambda way: known[way], default=None)

    def compares(self, way: str) -> bool:
        """Tell whether a way carries the whole load."""
        return way == PAYG or spills(way) or carries_all(self.sized)

    @property
    def base(self) -> BaseLoad | None:
        """Base load on PTU for every term; None: the load is no profile, or nothing spills over."""
        return self._base[0]

    @property
    def base_refusal(self) -> Statement | None:
        """Why a load that changes with time has no base load on PTU; None: it has, or need not."""
        return self._base[1]

    @cached_property
    def checks(self) -> tuple[Statement, ...]:
        """What was checked and is in order."""
        question = self.question
        kinds = (question.deployment.deployment_type, self.payg_type)
        passed = passed_checks(
            question.deployment,
            [kind for kind in kinds if kind is not None],
            self.quota,
            self._ptu_terms,
            question.day,
        )
        return (*passed, *own_checks(self.own_needs))

    @cached_property
    def own_needs(self) -> tuple[tuple[OwnQuota, Decimal | int], ...]:
        """The subscription's quotas with what is needed of each: TPM at the peak, PTU deployed."""
        deployment = self.question.deployment
        needs: dict[str, Decimal | int] = {self.quota.deployment_type: self.quota.needed_tpm}
        if self.sized is not None:
            needs[deployment.deployment_type.id] = self.sized.size.deployable
        return tuple(own_needs(self.question.own, deployment.entry, needs))

    @property
    def _ptu_terms(self) -> tuple[Term, ...]:
        """Terms of interest; none where no PTU are possible."""
        return () if self.sized is None or self.is_batch else self.question.terms

    @cached_property
    def _base(self) -> tuple[BaseLoad | None, Statement | None]:
        question = self.question
        load, *more = question.deployment.loads
        if load.profile is None or more or self.sized is None or question.tier in NO_SPILL:
            return None, None
        cost, reserved = self.payg[0].cost, question.reserved_ptu
        try:
            return base_load(self.sized, cost, self.rates, reserved), None
        except Refusal as refusal:
            return None, refusal.statement

    @cached_property
    def _splits(self) -> bool:
        """Tell whether the user set fewer PTU than the peak takes, and the rest spills over."""
        return any(map(spills, self.costs)) and not carries_all(self.sized)

    def _ways(self) -> Iterator[str]:
        deployment, day = self.question.deployment, self.question.day
        entry = deployment.entry
        if not usable_on(entry, day):
            return
        if self.payg_type is None or self._may_be_offered(self.payg_type):
            yield PAYG
        no_ptu = self.is_batch or (self.refusal is not None and self.refusal.id in NO_PTU)
        if no_ptu or not self._may_be_offered(deployment.deployment_type):
            return
        terms = [each for each in self.question.terms if ends_in_time(entry, each, day)]
        split = [spilling(each) for each in terms if self._has_base(each)]
        yield from split
        if not split or carries_all(self.sized):
            yield from (each.value for each in terms)

    def _has_base(self, term: Term) -> bool:
        may_spill = self.payg_type is None or self._may_be_offered(self.payg_type)
        return may_spill and self.base is not None and self.base.best[term] is not None

    def _may_be_offered(self, kind: DeploymentType) -> bool:
        deployment = self.question.deployment
        parameters = None if self.sized is None else self.sized.parameters
        said = check_offer(deployment.entry, kind, deployment.region, parameters)
        return not any(each.id is CautionId.NOT_OFFERED_IN_REGION for each in said)

    def _monthly(self, term: Term) -> Decimal | None:
        return None if self.sized is None else self.cost_of_ptu(self.sized.size.deployable, term)

    def cost_of_ptu(self, deployed: int, term: Term) -> Decimal | None:
        """Return what so many deployed PTU cost a month; None: a price is missing."""
        reserved = self.question.reserved_ptu
        rate, hourly = self.ptu_prices[term], self.ptu_prices[Term.HOUR]
        if rate is None:
            return None
        if term is Term.HOUR or reserved is None:
            return product(deployed, rate)
        if hourly is None and reserved < deployed:
            return None
        return pooled_cost([deployed], reserved, rate, hourly or Decimal(0)).cost

    def _break_even(self, term: Term) -> BreakEven | None:
        cost, payg = self.ptu_monthly[term], self.payg_per_minute
        if self.sized is None or cost is None or payg is None:
            return None
        value = LoadValue(
            normalized_tokens=self.sized.size.normalized_tpm,
            tokens=total([each.tpm for each in self.question.deployment.workloads]),
            payg_cost=payg,
        )
        return break_even(cost, self.sized.size, value, self.question.month)

    def _cautions(self) -> Iterator[Statement]:
        deployment = self.question.deployment
        entry, region = deployment.entry, deployment.region
        for load in deployment.loads:
            yield from load.cautions
        if self.refusal is not None:
            yield from self._without_size(self.refusal)
        if self.sized is not None:
            yield from self.sized.cautions
        if self.payg_type is not None:
            yield from check_offer(entry, self.payg_type, region)
        for request in (*self.payg, self.beside):
            yield from request.cautions
        ptu = (source for term in self._ptu_terms for source in self.rates[term].sources)
        yield from check_days(self.catalog, self.question.day, self.payg, ptu)
        if self.sized is not None:
            for term in self.question.terms:
                yield from self.rates[term].cautions
            yield from check_reserved(self.question.reserved_ptu, self.sized.size.deployable)
        yield from self.quota.cautions
        yield from own_cautions(self.own_needs)
        yield from check_lifecycle(entry, self._ptu_terms, self.question.day)

    def _without_size(self, refusal: Statement) -> Iterator[Statement]:
        """Yield why there are no PTU, and what their size would have said of the load."""
        deployment = self.question.deployment
        yield caution(CautionId.PTU_NOT_POSSIBLE, **refusal.data, reason=refusal.id.value)
        for workload in deployment.longest:
            yield from check_limits(deployment.entry, workload)
        kind = deployment.deployment_type
        yield from check_data_zone(kind, deployment.region, None)
        yield from check_reasoning(deployment)

    def _assumptions(self) -> Iterator[Statement]:
        question = self.question
        if self.sized is not None:
            yield from self.sized.assumptions
        yield from cache_rates(question.deployment)
        yield from counted_as_told(question.deployment)
        for load in question.deployment.loads:
            yield from load.assumptions
        yield assumption(AssumptionId.MONTH, hours=question.month.hours)
        if Term.YEAR in question.terms and self.ptu_monthly[Term.YEAR] is not None:
            yield assumption(AssumptionId.YEAR_IN_TWELFTHS)
        yield assumption(AssumptionId.PROCESSING_TIER, tier=question.tier.value)
        yield from question.arrival.assumptions
        if question.reserved_ptu is not None:
            yield assumption(AssumptionId.RESERVED_PART, ptu=question.reserved_ptu)
        if question.beside:
            yield assumption(AssumptionId.BESIDE_APART)
        yield from question.overrides.assumptions()
        yield assumption(AssumptionId.NET_OF_TAX, currency=self.currency)

    def _sources(self) -> Iterator[str]:
        if self.sized is not None:
            yield from self.sized.sources
        for request in (*self.payg, self.beside):
            for part in request.parts:
                yield from (price.source for price in part.answer.prices)
        for term in self.question.terms:
            yield from (price.source for price in self.rates[term].answer.prices)
        if self.question.quota_tier is not None:
            for tier in self.quota.tiers:
                yield from tier.sources
        lifecycle = self.question.deployment.entry.version.lifecycle
        if lifecycle.source is not None:
            yield lifecycle.source


def _share_of(amount: Decimal, share: Fraction) -> Decimal:
    return quotient(product(amount, share.numerator), share.denominator)


def payg_type(
    catalog: Catalog, scope: Scope, tier: PriceTier = PriceTier.STANDARD
) -> DeploymentType | None:
    """Return the deployment type that is paid per token; None: the catalogue has none.

    Batch jobs take the batch type of the scope, where there is one.
    """
    wanted = (Billing.BATCH, Billing.PAYG) if tier is PriceTier.BATCH else (Billing.PAYG,)
    kinds = [kind for kind in catalog.usual_types if kind.scope is scope]
    return next((kind for how in wanted for kind in kinds if kind.billing is how), None)


def estimate(catalog: Catalog, question: Question) -> Estimate:
    """Return the whole answer.

    Raises:
        Refusal: what was asked makes no sense (an impossible size, mixed currencies). Where
            just PTU are impossible, the answer has the cost per token and the reason.
    """
    catalog, question = _in_one_currency(catalog, question)
    deployment, overrides = question.deployment, question.overrides
    check_number("reserved_ptu", Decimal(question.reserved_ptu or 0), MAX_PTU)
    size, refusal = _size_or_reason(question)
    payg_terms = payg_terms_of(catalog, question)
    payg = tuple(
        payg_request(deployment.entry, workload, payg_terms) for workload in deployment.workloads
    )
    ptu_terms = PtuTerms(place=deployment.place, day=question.day, overrides=overrides)
    rates = ptu_rates(catalog, deployment.entry.model, ptu_terms)
    beside = beside_requests(deployment.entry, question.beside, payg_terms)
    requests = (each.currency for each in (*payg, beside) if each.parts and each.cost is not None)
    one_currency(
        (*requests, *(rate.currency for rate in rates.values() if rate.amount is not None))
    )
    kind = payg_type(catalog, deployment.deployment_type.scope, question.tier)
    quota = check_quota(
        deployment.entry,
        deployment.workloads,
        kind.id if kind else "",
        question.quota_tier,
        question.arrival,
    )
    return Estimate(catalog, question, size, refusal, payg, rates, quota, beside)


def _in_one_currency(catalog: Catalog, question: Question) -> tuple[Catalog, Question]:
    """Return catalogue and question with prices of one currency: others are never added."""
    asked = question.deployment.entry
    catalog, entry = in_one_currency(catalog, asked, question.currency)
    if entry is asked:
        return catalog, question
    return catalog, replace(question, deployment=replace(question.deployment, entry=entry))


def payg_terms_of(catalog: Catalog, question: Question) -> PaygTerms:
    """Return where, when and how the requests of a question are paid for per token."""
    return PaygTerms(
        place=question.deployment.place,
        day=question.day,
        tier=question.tier,
        overrides=question.overrides,
        regions=catalog.regions,
    )


def _size_or_reason(question: Question) -> tuple[SizedDeployment | None, Statement | None]:
    try:
        return sized(question.deployment, question.overrides), None
    except Refusal as refusal:
        if refusal.statement.id in _IMPOSSIBLE_SIZE:
            raise
        return None, refusal.statement


def passed_checks(
    deployment: Deployment,
    kinds: Iterable[DeploymentType],
    quota: QuotaCheck,
    terms: tuple[Term, ...],
    day: date,
) -> Iterator[Statement]:
    """Yield every check that found nothing wrong.

    Args:
        deployment: what is deployed where.
        kinds: the deployment types in use.
        quota: how the peak stands against the quota.
        terms: those that PTU may be bought for; none: no reservation is looked at.
        day: on which a reservation would begin.
    """
    entry, region = deployment.entry, deployment.region
    for kind in kinds:
        if region and entry.availability(kind.id, region.id) is Availability.OFFERED:
            told = {"deployment_type": kind.id, "region": region.name}
            yield Statement(CheckId.OFFERED_IN_REGION, told)
    window = entry.version.limits.context_window
    largest = max(each.tokens_per_request for each in deployment.longest)
    if window is not None and largest <= window.tokens:
        yield Statement(CheckId.WITHIN_CONTEXT, {"tokens": largest, "limit": window.tokens})
    yield from _quota(quota)
    lifecycle = entry.version.lifecycle
    reserved = any(reservation_end(day, term) for term in terms)
    if lifecycle.retirement_date and reserved and not any(check_lifecycle(entry, terms, day)):
        at_least = lifecycle.retirement_not_before
        yield Statement(
            CheckId.OUTLIVES_RESERVATIONS_AT_LEAST if at_least else CheckId.OUTLIVES_RESERVATIONS,
            {"retirement": lifecycle.retirement_date},
        )


def _quota(quota: QuotaCheck) -> Iterator[Statement]:
    asked, lowest, kind = quota.asked_tier, quota.sufficient_tier, quota.deployment_type
    if asked is None and lowest is not None:
        yield Statement(CheckId.LOWEST_TIER, {"tier": lowest, "deployment_type": kind})
    elif asked is not None and quota.status is QuotaStatus.ENOUGH:
        yield Statement(CheckId.QUOTA_ENOUGH, {"tier": asked, "deployment_type": kind})
