# SPDX-License-Identifier: MIT
"""Deployments that run together: what each and all of them cost, and what the plan comes to.

The verdict has three parts, as the one on a single sizing. A total with an unknown part is
unknown, and says which.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from msgspec import Struct

from azmodels_gui.answers.answer import (
    DOES_NOT_APPLY,
    NONE_NAMED,
    UNKNOWN,
    Answer,
    Cost,
    Difference,
    Hundredths,
    Message,
    Row,
    Section,
    Share,
    StatedShare,
    Status,
    cost_of,
    known,
    message,
    row,
    section,
    unique,
)
from azmodels_gui.answers.objections import price_gap
from azmodels_gui.answers.scenarios import NamedOption
from azmodels_gui.answers.sizing import (
    SHOWN,
    figures_by_key,
    names_of,
    not_priced,
    parts_of,
    sizing_sections,
)
from azmodels_gui.answers.verdict import place_told, speaks_against, verdict, why_unknown
from azmodels_gui.calculator.counted import Period
from azmodels_gui.calculator.estimate import Estimate
from azmodels_gui.calculator.exact import total
from azmodels_gui.calculator.plan import Plan, Planned, Pool, plan_of
from azmodels_gui.calculator.sensitivity import Lever
from azmodels_gui.calculator.statements import Statement
from azmodels_gui.calculator.ways import BEST, PAYG, term_of
from azmodels_gui.catalog.document import DeploymentType

_FIGURES = {
    "plan_needed": "raw_ptu",
    "plan_ptu": "deployable_ptu",
    "plan_peak": "utilization",
    "plan_per_token": f"cost_{PAYG}",
}
"""Columns that tell a figure of the sizing of each deployment."""
DEPLOYMENT_COLUMNS = ("plan_place", "plan_way", *_FIGURES, "plan_cost")
POOL_COLUMNS = ("plan", "plan_ptu", "plan_reserved", "plan_overage", "plan_cost")
TOTAL_COLUMNS = ("plan_cost", "plan_difference")
"""What the answers of each row are called, in their order."""
_BESIDE = {"plan_beside": Period.MONTH, "plan_once": Period.ONCE}
"""Columns of what is paid for beside requests."""
NAMED = 4
"""Deployments that a sentence names; more are counted."""


def planned(
    options: Sequence[NamedOption], missing: Sequence[tuple[str, Statement]] = ()
) -> Planned:
    """Return scenarios, at least one, as deployments that run together.

    Args:
        options: those that have an answer.
        missing: names of those that have none, and why.

    Raises:
        Refusal: they are in several currencies, or their months are not equally long.
    """
    found = [each.option.found for each in options]
    ways = [None if each.option.way == BEST else each.option.paid for each in options]
    names = tuple(each.name for each in options)
    return Planned(names, plan_of(found, ways), tuple(missing))


def deployment_columns(told: Planned) -> tuple[str, ...]:
    """Return what the answers of each deployment are called, in their order."""
    return (
        *DEPLOYMENT_COLUMNS,
        *(key for key, every in _BESIDE.items() if told.plan.beside(every)),
    )


def deployment_section(told: Planned) -> Section:
    """Return a row for each deployment, its answers those of `deployment_columns`."""
    plan = told.plan
    rows = (
        Row(f"deployment{at}", full_name(told, at), tuple(_deployment(plan, at)))
        for at in range(len(plan.estimates))
    )
    return section("plan", rows)


def pool_section(told: Planned) -> Section:
    """Return a row for each pool that is paid for, its answers those of `POOL_COLUMNS`."""
    rows = (
        Row(f"pool{at}", place(pool.members[0].found), tuple(_pool(told, pool)))
        for at, pool in enumerate(told.plan.planned.pools)
    )
    return section("plan_pools", rows)


def total_section(told: Planned) -> Section:
    """Return what a month costs in all, and if all were paid one way: `TOTAL_COLUMNS`."""
    plan = told.plan
    rows = [
        row(key, (known(cost_of(cost, plan.currency)), NONE_NAMED))
        for key, cost in _parts_of_total(plan).items()
    ]
    rows.append(row("plan_total", (_total(told, told.monthly, plan.unknown), NONE_NAMED)))
    if plan.beside(Period.ONCE):
        rows.append(row("beside_once", (known(cost_of(plan.once, plan.currency)), NONE_NAMED)))
    for way in (PAYG, *plan.question.terms):
        cost = plan.all_by(way)
        answers = (_total(told, cost, plan.not_priced(way)), _difference(told, cost))
        rows.append(row(f"plan_all_{way}", answers))
    return Section("plan_totals", message("costs"), tuple(rows))


def plan_what_if(told: Planned) -> Section:
    """Return what a month costs if all loads turn out otherwise: `TOTAL_COLUMNS`."""
    rows = []
    for lever, at in SHOWN:
        cost, blind = told.plan.varied(lever, at)
        value = StatedShare(at) if lever is Lever.CACHE else at
        answers = (_total(told, cost, blind), _difference(told, cost))
        rows.append(row(f"what_if_{lever}", answers, at=value))
    return section("what_if", rows)


def full_name(told: Planned, at: int) -> str:
    """Return what a deployment is called, with its model where the name does not tell it."""
    name, entry = told.names[at], told.plan.estimates[at].question.deployment.entry
    return name if entry.model.id in name else f"{name}: {entry.title}"


def named(told: Planned, places: Sequence[int]) -> Message:
    """Return the names of some deployments; many are counted."""
    return _named([told.names[at] for at in places])


def _named(names: Sequence[str]) -> Message:
    if len(names) > NAMED:
        return message("plan_many", count=len(names))
    return message("listed", values=tuple(names))


def place(found: Estimate, kind: DeploymentType | None = None) -> Message:
    """Return the type of a deployment and its region, if one is named."""
    deployment = found.question.deployment
    told = (kind or deployment.deployment_type).name
    if deployment.region is None:
        return message("listed", values=(told,))
    return message("listed", values=(told, deployment.region.name))


def reserved(pool: Pool) -> Answer:
    """Return how many PTU of a pool are reserved for which term."""
    parts = tuple(
        message("plan_reserved_for", ptu=count, term=message(f"term_{term}"))
        for term, count in pool.reserved.items()
        if count
    )
    return known(message("listed", values=parts)) if parts else NONE_NAMED


def _deployment(plan: Plan, at: int) -> Iterator[Answer]:
    found, way = plan.estimates[at], plan.ways[at]
    figures = figures_by_key(sizing_sections([found]))
    kind = found.payg_type if way == PAYG else None
    yield known(place(found, kind))
    yield UNKNOWN if way is None else known(message(f"plan_{way}"))
    point = None if way is None else found.point_of(way)
    if point is not None:  # the base load, which is full at the peak
        figures |= {"deployable_ptu": known(point.ptu), "utilization": known(Share(1))}
    for key in _FIGURES.values():
        if found.is_batch and key != f"cost_{PAYG}":
            yield DOES_NOT_APPLY
            continue
        yield figures.get(key) or figures.get("deployable_ptu", UNKNOWN)
    yield UNKNOWN if way is None else figures.get(f"cost_{way}", UNKNOWN)
    for every in _BESIDE.values():
        paid = plan.beside(every)
        if paid:
            yield known(cost_of(paid[at], plan.currency)) if at in paid else DOES_NOT_APPLY


def _pool(told: Planned, pool: Pool) -> Iterator[Answer]:
    yield known(message("listed", values=tuple(told.names[each.at] for each in pool.members)))
    yield known(pool.ptu)
    yield reserved(pool)
    yield known(pool.overage) if pool.overage else NONE_NAMED
    rates = (source for each in pool.members for term in pool.paid
             for source in each.found.rates[term].sources)  # fmt: skip
    yield known(cost_of(pool.cost, told.plan.currency), *unique(rates))


def _parts_of_total(plan: Plan) -> dict[str, Decimal | None]:
    """Return the parts that the total is added from, by the keys of their words."""
    parts: dict[str, Decimal | None] = {}
    if plan.paid_per_token:
        parts["plan_per_token"] = plan.per_token
    if plan.planned.pools:
        parts["plan_on_ptu"] = plan.planned.monthly
    if plan.beside(Period.MONTH):
        parts["beside_month"] = plan.beside_monthly
    return parts


def _total(told: Planned, cost: Decimal | None, blind: Sequence[int]) -> Answer:
    """Return a sum; one with a part that is not known is unknown, and says which."""
    who = _named([*(told.names[at] for at in blind), *(name for name, _ in told.missing)])
    if told.missing or (cost is None and blind):
        return Answer(Status.UNKNOWN, message("plan_unknown_of", who=who))
    return known(cost_of(cost, told.plan.currency))


def _difference(told: Planned, cost: Decimal | None) -> Answer:
    if cost is None or told.monthly is None:
        return UNKNOWN
    return known(Difference(total([cost, -told.monthly]), told.plan.currency))


class PlanVerdict(Struct, frozen=True):
    """The sentence in its parts."""

    monthly: Cost | None
    """None: a part of it is not known."""
    certain: bool
    """False: a price is missing, and some way may not be the one that costs least."""
    lead: tuple[Message, ...]
    """What all cost a month: a sentence."""
    changes: tuple[Message, ...]
    """How each is paid, what another way would cost, and from which load on: sentences."""
    against: tuple[Message, ...]
    """What speaks against it: parts of one sentence."""


def plan_verdict(told: Planned) -> PlanVerdict:
    """Return what a plan comes to."""
    plan = told.plan
    words = _Words(told)
    cost = cost_of(told.monthly, plan.currency)
    certain = cost is not None and not any(words.uncertain)
    changes = (*words.parts(), *words.changes())
    return PlanVerdict(cost, certain, (words.head(cost, certain),), changes, tuple(words.against()))


class _Words:
    """Forms the parts of one plan's sentence."""

    def __init__(self, told: Planned) -> None:
        self._told, self._plan = told, told.plan

    @property
    def uncertain(self) -> tuple[str, ...]:
        """Names of those whose way is the least of the known ones only."""
        return tuple(
            name
            for name, found, way in self._members()
            if found.cheapest is None and way is not None and None in found.costs.values()
        )

    def head(self, cost: Cost | None, certain: bool) -> Message:
        """Return what all cost, or of which that is not known."""
        count = len(self._told.names)
        if cost is not None:
            key = "plan_take" if certain else "plan_known_least"
            return message(f"{key}_one" if count == 1 else key, count=count, cost=cost)
        why = [
            message("plan_why", who=self._told.names[at], why=self._why(at))
            for at in self._plan.unknown
        ]
        why += [message("plan_why", who=name, why=said) for name, said in self._told.missing]
        rest = Cost(self._plan.known_monthly, self._plan.currency)
        return message("plan_unknown", why=message("listed", values=tuple(why)), cost=rest)

    def parts(self) -> Iterator[Message]:
        """Yield how each is paid: those that share a reservation, and those per token."""
        plan = self._plan
        for pool in plan.planned.pools:
            if pool.cost is not None:
                yield self._pool(pool, pool.cost)
        paid = {
            at: cost
            for at, (cost, way) in enumerate(zip(plan.alone, plan.ways, strict=True))
            if way == PAYG and cost is not None
        }
        spilled = {
            at: cost
            for at, cost in plan.paid_per_token.items()
            if at not in paid and cost is not None
        }
        if paid:
            cost = Cost(total(list(paid.values())), plan.currency)
            yield message("plan_part_payg", who=named(self._told, tuple(paid)), cost=cost)
        if spilled:
            cost = Cost(total(list(spilled.values())), plan.currency)
            yield message("plan_part_spill", who=named(self._told, tuple(spilled)), cost=cost)
        yield from self._beside()

    def _beside(self) -> Iterator[Message]:
        """Yield what is paid for beside requests, what has no known price last."""
        plan = self._plan
        for key, every in (("plan_part_beside", Period.MONTH), ("plan_part_once", Period.ONCE)):
            known = {at: cost for at, cost in plan.beside(every).items() if cost is not None}
            if known:
                parts = [
                    part for at in known for part in parts_of(plan.estimates[at].beside, every)
                ]
                cost = Cost(total(list(known.values())), plan.currency)
                who = named(self._told, tuple(known))
                yield message(key, who=who, items=names_of(parts), cost=cost)
        yield from dict.fromkeys(
            said for each in plan.estimates for said in not_priced(each.beside)
        )

    def changes(self) -> Iterator[Message]:
        """Yield what else it would cost, and from which load on another way costs less."""
        plan, currency = self._plan, self._plan.currency
        shared = plan.shared
        if shared:
            key = "plan_shared_less" if shared < 0 else "plan_shared_more"
            yield message(key, cost=Cost(abs(shared), currency))
        all_ways = {way: plan.all_by(way) for way in (PAYG, *plan.terms_for_all)}
        others = {
            way: cost
            for way, cost in all_ways.items()
            if cost is not None and plan.ways != plan.all_paid(way) and not self._told.missing
        }
        if PAYG in others:
            yield message("plan_if_payg", cost=Cost(others.pop(PAYG) or Decimal(0), currency))
        if others:
            term = min(others, key=lambda way: others[way])
            cost = Cost(others[term], currency)
            batch = any(each.is_batch for each in plan.estimates)
            key = "plan_if_ptu_but_batch" if batch else "plan_if_ptu"
            yield message(key, term=message(f"term_{term}"), cost=cost)
        yield from self._dearer()
        yield from self._turns()

    def against(self) -> Iterator[Message]:
        """Yield what speaks against the ways that are planned, each point once."""
        points: dict[Message, list[int]] = {}
        for at, (_, found, way) in enumerate(self._members()):
            for point in () if way is None else speaks_against(found, way):
                points.setdefault(point, []).append(at)
        for point, places in points.items():
            if len(places) == len(self._told.names):
                yield point
            else:
                yield message("plan_point", who=named(self._told, places), why=point)

    def _members(self) -> Iterator[tuple[str, Estimate, str | None]]:
        plan = self._plan
        yield from zip(self._told.names, plan.estimates, plan.ways, strict=True)

    def _why(self, at: int) -> object:
        found, way = self._plan.estimates[at], self._plan.ways[at]
        if self._plan.alone[at] is not None and at in self._plan.beside(Period.MONTH):
            for part in parts_of(found.beside, Period.MONTH):
                if part.price is None:
                    return price_gap(part.answer.status, part.answer.prices)
        term = None if way is None else term_of(way)
        known = term is not None and found.ptu_monthly[term] is not None
        return message("plan_prices_differ") if known else why_unknown(found, way)

    def _pool(self, pool: Pool, cost: Decimal) -> Message:
        """Return who shares how many PTU, where, and how they are paid."""
        places = [each.at for each in pool.members]
        paid = pool.paid
        if len(paid) == 1 and pool.ptu == next(iter(paid.values())):
            how = message(f"plan_paid_{next(iter(paid))}")
        else:
            counts = (
                message("plan_reserved_for", ptu=count, term=message(f"plan_paid_{term}"))
                for term, count in paid.items()
            )
            how = message("plan_paid_in_parts", parts=message("listed", values=tuple(counts)))
        return message(
            "plan_part_pool",
            who=named(self._told, places),
            ptu=pool.ptu,
            place=place_told(pool.members[0].found),
            how=how,
            cost=Cost(cost, self._plan.currency),
        )

    def _dearer(self) -> Iterator[Message]:
        """Yield which deployments would cost less another way, those with most to save first."""
        found = sorted(self._savings(), reverse=True)
        if not found:
            return
        better = {at: best for _, at, best in found}
        saved = self._less(better)
        if saved is None or saved <= 0:  # what they reserve is of use to others
            return
        saving = Cost(saved, self._plan.currency)
        names = self._told.names
        if len(found) == 1:
            ((at, best),) = better.items()
            way = message(f"plan_{best}")
            yield message("plan_dearer", who=names[at], way=way, cost=saving)
            return
        told = tuple(
            message("plan_why", who=names[at], why=message(f"plan_{best}"))
            for _, at, best in found[:NAMED]
        )
        who, rest = message("listed", values=told), len(found) - len(told)
        who = message("plan_some", who=who, count=rest) if rest else who
        yield message("plan_dearer_many", who=who, cost=saving)

    def _savings(self) -> Iterator[tuple[Decimal, int, str]]:
        """Yield what the plan would save if one deployment were paid the way that costs least."""
        for at, (each, way) in enumerate(zip(self._plan.estimates, self._plan.ways, strict=True)):
            best = each.cheapest
            if best is not None and way not in (None, best):
                saved = self._less({at: best})
                if saved is not None and saved > 0:
                    yield saved, at, best

    def _less(self, better: Mapping[int, str]) -> Decimal | None:
        """Return what the plan costs less with some paid otherwise; None: not known."""
        plan = self._plan
        ways = tuple(better.get(at, way) for at, way in enumerate(plan.ways))
        other = replace(plan, ways=ways)
        if set(plan.unknown) != set(other.unknown):
            return None
        return total([plan.known_monthly, -other.known_monthly])

    def _turns(self) -> Iterator[Message]:
        """Yield which deployment is the first to be paid another way with more load."""
        turns: list[tuple[Decimal, str, str]] = []
        for name, found, way in self._members():
            if way != PAYG or found.cheapest != PAYG:
                continue
            change = verdict(found).change
            if change is not None and change.times is not None and change.times > 1:
                turns.append((change.times, name, change.way))
        for times, name, way in sorted(turns)[:1]:
            told = {
                "who": name,
                "times": Hundredths(times),
                "term": message(f"term_{term_of(way)}"),
            }
            yield message("plan_turns", **told)
