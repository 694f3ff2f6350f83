# SPDX-License-Identifier: MIT
"""How the total of a plan came about: what is per token, each pool, and their sum."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from azmodels_gui.calculator.counted import Period
from azmodels_gui.calculator.exact import to_cents
from azmodels_gui.calculator.plan import Plan
from azmodels_gui.calculator.pools import Pool
from azmodels_gui.calculator.steps import TIMES, Step
from azmodels_gui.language import figures
from azmodels_gui.language.words import N_, Message, told

_PER_TOKEN = N_("Per token")
_BESIDE = N_("Beside the requests")
_TOTAL = N_("All together")
_ONCE = N_("Once, beside the requests")


def plan_steps(plan: Plan, names: Sequence[str], language: str) -> tuple[Step, ...]:
    """Return the steps; what is not known has none.

    Args:
        plan: the deployments together.
        names: what they are called.
        language: of words and figures.
    """
    return tuple(_Steps(plan, names, language).every())


class _Steps:
    """Writes the steps in one language."""

    def __init__(self, plan: Plan, names: Sequence[str], language: str) -> None:
        self._plan, self._names, self._language = plan, names, language

    def every(self) -> Iterator[Step]:
        plan = self._plan
        parts: list[Decimal] = []
        if plan.paid_per_token and plan.per_token is not None:
            parts.append(plan.per_token)
            yield self._sum("plan_per_token", _PER_TOKEN, plan.paid_per_token, plan.per_token)
        for pool in plan.planned.pools:
            if pool.cost is not None:
                parts.append(pool.cost)
                yield self._pool(pool, pool.cost)
        beside = plan.beside(Period.MONTH)
        if beside and plan.beside_monthly is not None:
            parts.append(plan.beside_monthly)
            yield self._sum("plan_beside", _BESIDE, beside, plan.beside_monthly)
        if plan.monthly is not None:
            formula = " + ".join(map(self._money, parts)) if len(parts) > 1 else ""
            name = told(_TOTAL, self._language)
            yield Step("plan_total", name, formula, self._money(plan.monthly))
        once = plan.beside(Period.ONCE)
        if once and plan.once is not None:
            yield self._sum("plan_once", _ONCE, once, plan.once)

    def _sum(
        self, key: str, name: Message, costs: Mapping[int, Decimal | None], whole: Decimal
    ) -> Step:
        """Return what some deployments cost together, all of it known."""
        formula = " + ".join(
            f"{self._money(cost)} ({self._names[at]})"
            for at, cost in costs.items()
            if cost is not None
        )
        return Step(key, told(name, self._language), formula, self._money(whole))

    def _pool(self, pool: Pool, cost: Decimal) -> Step:
        """Return PTU times price of a month, reserved and by the hour."""
        deployment = pool.members[0].found.question.deployment
        place = deployment.deployment_type.name.in_language(self._language)
        if deployment.region is not None:
            place += f", {deployment.region.name}"
        number = figures.number
        formula = " + ".join(
            f"{number(count, self._language)} {TIMES} {self._money(price)}"
            for term, count in pool.paid.items()
            if (price := pool.price(term)) is not None
        )
        sizes = " + ".join(
            f"{number(each.ptu, self._language)} ({self._names[each.at]})" for each in pool.members
        )
        name = f"{place}: {sizes} = {number(pool.ptu, self._language)} PTU"
        return Step(f"plan_pool_{place}", name, formula, self._money(cost))

    def _money(self, amount: Decimal) -> str:
        return figures.money(to_cents(amount), self._plan.currency, self._language)
