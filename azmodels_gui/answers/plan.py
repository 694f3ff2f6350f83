# SPDX-License-Identifier: MIT
"""Deployments that run together: each with its cost, what they reserve together, the total."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from azmodels_gui.answers.answer import (
    DOES_NOT_APPLY,
    NONE_NAMED,
    UNKNOWN,
    Answer,
    Difference,
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
from azmodels_gui.answers.scenarios import NamedOption
from azmodels_gui.answers.sizing import SHOWN, figures_by_key, sizing_sections
from azmodels_gui.calculator.counted import Period
from azmodels_gui.calculator.estimate import Estimate
from azmodels_gui.calculator.exact import total
from azmodels_gui.calculator.plan import Plan, Planned, plan_of
from azmodels_gui.calculator.pools import Pool
from azmodels_gui.calculator.sensitivity import Lever
from azmodels_gui.calculator.statements import Statement
from azmodels_gui.calculator.ways import BEST, PAYG
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
