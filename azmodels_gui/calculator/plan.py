# SPDX-License-Identifier: MIT
"""The whole answer for several deployments run together: each is rounded by itself, their PTU are
paid for in pools."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from azmodels_gui.calculator.counted import EVERYTHING, Period
from azmodels_gui.calculator.deployment import MAX_PTU, Said
from azmodels_gui.calculator.estimate import Estimate, Question, advised_way, estimate
from azmodels_gui.calculator.exact import product, total, total_known
from azmodels_gui.calculator.kept import kept
from azmodels_gui.calculator.payg import one_currency
from azmodels_gui.calculator.ptu_cost import check_reserved
from azmodels_gui.calculator.sensitivity import Lever, Variation, steps_of_load, varied
from azmodels_gui.calculator.statements import (
    AssumptionId,
    CautionId,
    RefusalId,
    Statement,
    assumption,
    caution,
)
from azmodels_gui.calculator.ways import PAYG, spills, term_of
from azmodels_gui.calculator.wording import Refusal
from azmodels_gui.calculator.workload import check_number
from azmodels_gui.catalog.document import BASE, Catalog, currency_of
from azmodels_gui.catalog.terms import Term


class PoolKey(NamedTuple):
    """Deployments that can use one reservation: the same type, in the same region.

    A reservation of one deployment type never covers another. Models share it.
    """

    deployment_type: str
    region: str | None


@kept
def pool_key(found: Estimate) -> PoolKey:
    """Return which reservation the PTU of an estimate can use."""
    deployment = found.question.deployment
    return PoolKey(deployment.deployment_type.id, deployment.place.region_id)


class OnPtu(NamedTuple):
    """A deployment on PTU, and how they are paid for."""

    found: Estimate
    term: Term
    ptu: int
    """Deployed, rounded by itself."""
    at: int = 0
    """Its place in the plan."""

    @property
    def reserved(self) -> int:
        """PTU it reserves; 0: all by the hour."""
        asked = self.found.question.reserved_ptu
        return 0 if self.term is Term.HOUR else self.ptu if asked is None else asked

    def price(self, term: Term) -> Decimal | None:
        """Return the price of one PTU for a month; None: not known."""
        return self.found.ptu_prices[term]


@dataclass(frozen=True)
class Pool:
    """Deployments that share a reservation, and their cost."""

    key: PoolKey
    members: tuple[OnPtu, ...]
    reserved: Mapping[Term, int]
    """PTU reserved, by term; paid for whether deployed or not."""
    shared: bool
    """True: a reservation is larger than what its deployment needs, so that others use it."""

    @property
    def ptu(self) -> int:
        """Deployed PTU: each deployment rounded by itself, then added."""
        return sum(each.ptu for each in self.members)

    @property
    def reserved_ptu(self) -> int:
        """PTU reserved, of all terms."""
        return sum(self.reserved.values())

    @property
    def overage(self) -> int:
        """Deployed PTU beyond the reservation, billed by the hour."""
        return max(0, self.ptu - self.reserved_ptu)

    @property
    def paid(self) -> dict[Term, int]:
        """PTU that are paid for, by term; none of a term that has none."""
        found = {**self.reserved, Term.HOUR: self.overage}
        return {term: count for term, count in found.items() if count}

    @property
    def unlike(self) -> tuple[Term, ...]:
        """Terms whose price is known of each, but differs between those that pay it."""
        return tuple(
            term
            for term in self.paid
            if None not in (prices := self._prices(term)) and len(prices) > 1
        )

    @property
    def costs(self) -> dict[Term, Decimal | None]:
        """Cost of a month by term; None: a price is missing, or the prices differ."""
        found: dict[Term, Decimal | None] = {}
        for term, count in self.paid.items():
            price = self.price(term)
            found[term] = None if price is None else product(count, price)
        return found

    def price(self, term: Term) -> Decimal | None:
        """Return the price of one PTU for a month; None: not known, or the prices differ."""
        prices = self._prices(term)
        return next(iter(prices)) if len(prices) == 1 else None

    @property
    def cost(self) -> Decimal | None:
        """Cost of a month; None: a price is missing, or the prices differ."""
        return total_known(self.costs.values())

    def _prices(self, term: Term) -> set[Decimal | None]:
        """Return the prices of those that pay for a term: of all where they share."""
        return {each.price(term) for each in self.members if self.shared or _pays(each, term)}


@dataclass(frozen=True)
class Pools:
    """All deployments of a plan that run on PTU."""

    pools: tuple[Pool, ...]

    @property
    def monthly(self) -> Decimal | None:
        """Cost of a month; None: a price of some pool is missing."""
        return total_known(pool.cost for pool in self.pools)


def pools_of(members: Iterable[OnPtu], reserved: Mapping[PoolKey, int]) -> Pools:
    """Return the pools of deployments.

    Args:
        members: the deployments on PTU.
        reserved: PTU reserved for a pool, instead of what its deployments reserve each; by the
            hour nothing is reserved.
    """
    by_key: dict[PoolKey, list[OnPtu]] = {}
    for each in members:
        by_key.setdefault(pool_key(each.found), []).append(each)
    return Pools(tuple(_pool(key, each, reserved.get(key)) for key, each in by_key.items()))


def _pool(key: PoolKey, members: Sequence[OnPtu], asked: int | None) -> Pool:
    reserved: dict[Term, int] = {}
    for each in members:
        if each.term is not Term.HOUR:
            reserved[each.term] = reserved.get(each.term, 0) + each.reserved
    shared = any(each.reserved > each.ptu for each in members)
    if asked is not None and reserved:
        reserved = {max(reserved, key=lambda term: reserved[term]): asked}
        shared = True
    return Pool(key, tuple(members), reserved, shared)


def _pays(member: OnPtu, term: Term) -> bool:
    return member.reserved < member.ptu if term is Term.HOUR else member.term is term


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


@dataclass(frozen=True)
class Plan(Said):
    """The answer. What is not known is None, and a caution says why; those of one deployment are
    with its estimate."""

    estimates: tuple[Estimate, ...]
    """Of each deployment by itself."""
    ways: tuple[str | None, ...]
    """How each is paid: `payg` or a term; None: which way costs least is not known."""
    reserved: Mapping[PoolKey, int]
    """PTU reserved for a pool, instead of what its deployments reserve each."""

    @property
    def catalog(self) -> Catalog:
        """What the figures rest on."""
        return self.estimates[0].catalog

    @property
    def question(self) -> Question:
        """That of the first deployment: day, month, tier and terms are those of all."""
        return self.estimates[0].question

    @property
    def currency(self) -> str:
        """Currency of all amounts."""
        return self.estimates[0].currency

    @cached_property
    def planned(self) -> Pools:
        """The pools of those that are paid for as PTU."""
        return pools_of(self._on_ptu(self.ways), self.reserved)

    @cached_property
    def alone(self) -> tuple[Decimal | None, ...]:
        """Cost of a month of each, with a reservation of its own; None: not known."""
        return tuple(
            None if way is None else each.cost_of(way)
            for each, way in zip(self.estimates, self.ways, strict=True)
        )

    @cached_property
    def per_token(self) -> Decimal | None:
        """Cost of a month of what is paid per token; None: a part is not known."""
        return total_known(self.paid_per_token.values())

    @property
    def paid_per_token(self) -> dict[int, Decimal | None]:
        """Cost of a month of those that are paid per token, wholly or in part, by their place."""
        ways = {at: way for at, way in enumerate(self.ways) if way is not None}
        return {at: self._outside[at] for at, way in ways.items() if way == PAYG or spills(way)}

    @cached_property
    def monthly(self) -> Decimal | None:
        """Cost of a month of all of them, with what is beside their requests; None: not known."""
        return total_known((*self._outside.values(), self.planned.monthly, self.beside_monthly))

    @cached_property
    def known_monthly(self) -> Decimal:
        """Cost of a month of what is known of it."""
        pools = (pool.cost for pool in self.planned.pools)
        costs = (*self._outside.values(), *pools, *self.beside(Period.MONTH).values())
        return total([cost for cost in costs if cost is not None])

    def beside(self, every: Period) -> dict[int, Decimal | None]:
        """Return what is paid for so often beside requests, by the place of the deployment."""
        return {
            at: each.beside.paid(every)
            for at, each in enumerate(self.estimates)
            if any(EVERYTHING[part.count].every is every for part in each.beside.parts)
        }

    @cached_property
    def beside_monthly(self) -> Decimal | None:
        """Cost of a month of what is beside the requests; None: a part is not known."""
        return total_known(self.beside(Period.MONTH).values())

    @property
    def once(self) -> Decimal | None:
        """What is paid once, in no month; None: a part is not known."""
        return total_known(self.beside(Period.ONCE).values())

    @property
    def shared(self) -> Decimal | None:
        """How much more all cost together than each with a reservation of its own.

        Below zero: reservations have room for others. None: not known.
        """
        apart = total_known((*self.alone, self.beside_monthly))
        return None if apart is None or self.monthly is None else total([self.monthly, -apart])

    @property
    def unknown(self) -> tuple[int, ...]:
        """Places of the deployments whose part of the total is not known."""
        pools = [pool for pool in self.planned.pools if pool.cost is None]
        blind = {each.at for pool in pools for each in pool.members}
        parts = (*self._outside.items(), *self.beside(Period.MONTH).items())
        return tuple(sorted(blind | {at for at, cost in parts if cost is None}))

    def not_priced(self, way: str) -> tuple[int, ...]:
        """Return the places of those whose cost is not known if they are paid one way."""
        costs = [
            each.cost_of(paid)
            for each, paid in zip(self.estimates, self.all_paid(way), strict=True)
        ]
        parts = (*enumerate(costs), *self.beside(Period.MONTH).items())
        return tuple(sorted({at for at, cost in parts if cost is None}))

    @property
    def _outside(self) -> dict[int, Decimal | None]:
        """Cost of a month of those in no pool, and of what spills over, by their place."""
        pooled = {each.at for pool in self.planned.pools for each in pool.members}
        found: dict[int, Decimal | None] = {}
        for at, (each, way) in enumerate(zip(self.estimates, self.ways, strict=True)):
            point = None if way is None else each.point_of(way)
            if at not in pooled:
                found[at] = self.alone[at]
            elif point is not None:
                found[at] = point.payg_cost
        return found

    @cached_property
    def by_term(self) -> dict[Term, Pools]:
        """The pools by term with every deployment on PTU that has a size and is no batch."""
        return {term: pools_of(self._on_ptu(self.all_paid(term)), self.reserved) for term in Term}

    @property
    def terms_for_all(self) -> tuple[Term, ...]:
        """Terms for which every deployment may be on PTU."""
        terms = self.question.terms
        able = [each for each in self.estimates if not each.is_batch]
        return tuple(term for term in terms if able and all(term in each.ways for each in able))

    def all_by(self, way: str) -> Decimal | None:
        """Return the cost of a month with all paid one way, `payg` or a term; None: not known.

        Batch jobs are paid per token whatever the others are.
        """
        if way == PAYG:
            return self.payg_monthly
        sized = all(each.sized is not None or each.is_batch for each in self.estimates)
        jobs = (each.payg_monthly for each in self.estimates if each.is_batch)
        on_ptu = self.by_term[Term(way)].monthly if sized else None
        return total_known((on_ptu, *jobs, self.beside_monthly))

    def all_paid(self, way: str) -> tuple[str, ...]:
        """Return how each is paid where all are paid one way, but for batch jobs."""
        return tuple(PAYG if each.is_batch else way for each in self.estimates)

    @cached_property
    def payg_monthly(self) -> Decimal | None:
        """Cost of a month, all paid per token; None: a price of some deployment is missing."""
        return total_known((*(each.payg_monthly for each in self.estimates), self.beside_monthly))

    def months_at(self, times: Decimal) -> list[Variation]:
        """Return a month of each with a multiple of its load, for the way it is paid."""
        asked = (PAYG, *self.question.terms)
        found = (
            varied(each, Lever.LOAD, times, (*asked, way or PAYG))
            for each, way in zip(self.estimates, self.ways, strict=True)
        )
        return [month for month in found if month is not None]

    def varied(self, lever: Lever, at: Decimal) -> tuple[Decimal | None, tuple[int, ...]]:
        """Return the cost of a month with a lever of all loads moved; ways to pay stay.

        It is None where something is not known, or there is no such request; then beside it are
        the places of those that are to blame.
        """
        months = [
            varied(each, lever, at, (way or PAYG,))
            for each, way in zip(self.estimates, self.ways, strict=True)
        ]
        blind = tuple(
            place
            for place, (month, way) in enumerate(zip(months, self.ways, strict=True))
            if month is None or way is None or month.cost(way) is None
        )
        known = [month for month in months if month is not None]
        return (None, blind) if blind else (self.cost_of(known, self.ways), ())

    def cost_of(self, months: Sequence[Variation], ways: Sequence[str | None]) -> Decimal | None:
        """Return the cost of other months of the deployments, each paid some way."""
        members, costs = list[OnPtu](), list[Decimal | None]()
        for found, month, way in zip(self.estimates, months, ways, strict=True):
            if way is None or way == PAYG:
                costs.append(None if way is None else month.payg)
                continue
            term, ptu = term_of(way), month.ptu_of(way)
            if term is None or ptu is None:
                return None
            members += [OnPtu(found, term, ptu)] if ptu else []
            costs += [month.spilled(way)] if spills(way) else []
        on_ptu = pools_of(members, self.reserved).monthly
        return total_known((*costs, on_ptu, self.beside_monthly))

    def _on_ptu(self, ways: Sequence[str | None]) -> Iterator[OnPtu]:
        for at, (each, way) in enumerate(zip(self.estimates, ways, strict=True)):
            term, ptu = (None, None) if way is None else (term_of(way), each.ptu_of(way))
            if term is not None and ptu:
                yield OnPtu(each, term, ptu, at)

    def _cautions(self) -> Iterator[Statement]:
        terms = [self.by_term[term] for term in self.question.terms]
        for pool in (pool for each in (self.planned, *terms) for pool in each.pools):
            for term in pool.unlike:
                yield caution(
                    CautionId.POOL_PRICES_DIFFER,
                    deployment_type=pool.key.deployment_type,
                    what=f"ptu_{term.value}",
                )
        for pool in self.planned.pools:
            yield from check_reserved(pool.reserved_ptu, pool.ptu)

    def _sources(self) -> Iterator[str]:
        return (each for one in self.estimates for each in one.sources)

    def _assumptions(self) -> Iterator[Statement]:
        yield assumption(AssumptionId.RESERVED_BY_TYPE)
        if any(each.is_batch for each in self.estimates):
            yield assumption(AssumptionId.BATCH_PER_TOKEN)
        for one in self.estimates:
            yield from (said for said in one.assumptions if said.id not in _OF_ONE_DEPLOYMENT)


@dataclass(frozen=True)
class Planned:
    """A plan, and what its deployments are called."""

    names: tuple[str, ...]
    plan: Plan
    missing: tuple[tuple[str, Statement], ...] = ()
    """Names of deployments without an answer, and why: they leave every sum unknown."""

    @property
    def monthly(self) -> Decimal | None:
        """Cost of a month of all of them; None: one is not known."""
        return None if self.missing else self.plan.monthly


def plan_estimate(
    catalog: Catalog,
    questions: Sequence[Question],
    ways: Sequence[str | None],
    reserved: Mapping[PoolKey, int] | None = None,
) -> Plan:
    """Return the answer for all deployments; arguments and refusals as of `plan_of`.

    Raises:
        Refusal: also where a reservation has no deployment.
    """
    estimates = tuple(estimate(catalog, each) for each in _alike(catalog, questions))
    _check_reservations(reserved or {}, {pool_key(each) for each in estimates if not each.is_batch})
    return plan_of(estimates, ways, reserved)


def _alike(catalog: Catalog, questions: Sequence[Question]) -> Sequence[Question]:
    """Return the questions in the base currency, unless all models have prices in the one asked."""
    found = {currency_of(catalog, each.deployment.entry, each.currency) for each in questions}
    return questions if len(found) == 1 else [replace(each, currency=BASE) for each in questions]


def plan_of(
    estimates: Sequence[Estimate],
    ways: Sequence[str | None],
    reserved: Mapping[PoolKey, int] | None = None,
) -> Plan:
    """Return estimates as one plan.

    Args:
        estimates: of each deployment by itself; at least one.
        ways: how each is paid, `payg` or a term; None: the way that costs least.
        reserved: PTU reserved for a pool, instead of what its deployments reserve each.

    Raises:
        Refusal: they are in several currencies, or their months are not equally long.
    """
    one_currency(each.currency for each in estimates)
    if len({each.question.month for each in estimates}) > 1:
        raise Refusal(RefusalId.MONTHS_MIXED)
    kept = reserved or {}
    paid = (
        _least(each, pool_key(each) in kept) if way is None else way
        for each, way in zip(estimates, ways, strict=True)
    )
    return Plan(tuple(estimates), tuple(paid), kept)


def own_assumptions(one: Estimate) -> tuple[Statement, ...]:
    """Return the assumptions of one deployment that are not those of the whole plan."""
    return tuple(said for said in one.assumptions if said.id in _OF_ONE_DEPLOYMENT)


def _least(found: Estimate, reserved: bool) -> str | None:
    """Return the way that costs least: on PTU where the user reserves some for the deployment."""
    costs = {
        term: cost
        for term in found.question.terms
        if term is not Term.HOUR and (cost := found.ptu_monthly[term]) is not None
    }
    if not reserved or not costs:
        return advised_way(found)
    advised = {term: cost for term, cost in costs.items() if term in found.ways} or costs
    return min(advised, key=lambda term: advised[term]).value


def _check_reservations(reserved: Mapping[PoolKey, int], pools: set[PoolKey]) -> None:
    for key, ptu in reserved.items():
        check_number("reserved_ptu", Decimal(ptu), MAX_PTU)
        if key not in pools:
            raise Refusal(
                RefusalId.RESERVATION_WITHOUT_DEPLOYMENT,
                deployment_type=key.deployment_type,
                region=key.region or "",
            )


MOST_STEPS = 60
"""More steps than that are told by every second, third and so on."""
HARDLY = Decimal("0.0001")
"""Of nothing at all there is no profile."""
SPILL_STEPS = 2
"""Places for each multiple at which a base load is reckoned; between them it is a line."""


class Stretch(NamedTuple):
    """A stretch of the load on which the cost is a line: no deployment needs other PTU."""

    begin: Decimal
    end: Decimal
    """Multiples of the loads."""
    first: Decimal
    last: Decimal
    """Cost of a month at both ends."""


def over_load(plan: Plan, ways: Sequence[str | None], times: Decimal) -> Iterator[Stretch]:
    """Yield the stretches from nothing up to a multiple of all loads.

    They end where PTU that the user set do not carry more; none where something is not known.

    Args:
        plan: the deployments and what they reserve.
        ways: how each is paid.
        times: where the last one ends.
    """
    if any(way is not None and spills(way) for way in ways):
        yield from _sampled(plan, ways, times)
        return
    paid = [(each, way) for each, way in zip(plan.estimates, ways, strict=True) if way is not None]
    per_token = total_known(each.payg_monthly for each, way in paid if way == PAYG)
    beside = plan.beside_monthly
    if len(paid) < len(ways) or per_token is None or beside is None:
        return
    steps = [
        (at, each, term, [(min(to, times), ptu) for ptu, to in steps_of_load(each, times)])
        for at, (each, way) in enumerate(paid)
        if (term := term_of(way)) is not None
    ]
    if not all(sizes for *_, sizes in steps):
        return
    begin = Decimal(0)
    for end in _ends([sizes for *_, sizes in steps], times):
        members = (
            OnPtu(each, term, sizes[bisect_left(sizes, (end, 0))][1], at)
            for at, each, term, sizes in steps
        )
        on_ptu = pools_of(members, plan.reserved).monthly
        if on_ptu is None:
            return
        first, last = (total([on_ptu, beside, product(per_token, at)]) for at in (begin, end))
        yield Stretch(begin, end, first, last)
        begin = end


def _sampled(plan: Plan, ways: Sequence[str | None], times: Decimal) -> Iterator[Stretch]:
    """Yield the stretches of a plan with a base load, whose cost bends everywhere."""
    begin, first = Decimal(0), plan.cost_of(plan.months_at(HARDLY), ways)
    for at in range(1, int(times * SPILL_STEPS) + 1):
        end = Decimal(at) / SPILL_STEPS
        last = plan.cost_of(plan.months_at(end), ways)
        if first is None or last is None:
            return
        yield Stretch(begin, end, first, last)
        begin, first = end, last


def _ends(steps: Sequence[list[tuple[Decimal, int]]], times: Decimal) -> list[Decimal]:
    """Return where a stretch ends: where some deployment needs more PTU."""
    carried = min((sizes[-1][0] for sizes in steps), default=times)
    ends = sorted({to for sizes in steps for to, _ in sizes if to < carried})
    stride = -(-len(ends) // MOST_STEPS) or 1
    return [*ends[::stride], carried]
