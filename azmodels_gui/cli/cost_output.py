# SPDX-License-Identifier: MIT
"""Costs and break-even of a deployment as JSON."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from azmodels_gui.calculator.break_even import NEVER, BreakEven
from azmodels_gui.calculator.estimate import Estimate, Question
from azmodels_gui.calculator.exact import to_cents
from azmodels_gui.calculator.payg import PaygPart
from azmodels_gui.calculator.plan import PlanQuestion
from azmodels_gui.calculator.profile_estimate import ProfileQuestion
from azmodels_gui.calculator.ptu_cost import PtuRate
from azmodels_gui.catalog.prices import Price, PtuPrice
from azmodels_gui.catalog.terms import Term
from azmodels_gui.cli.statement_output import exact


def cost_json(found: Estimate) -> dict[str, Any]:
    """Return what a month costs each way, and where they cross."""
    return {
        **question_json(found.question, found.currency),
        "average_load": exact(found.average_load),
        "average_utilization": exact(found.average_utilization),
        "payg_per_request": exact(found.payg[0].cost),
        "payg_monthly": cents(found.payg_monthly),
        "payg_prices": [_payg_price(part) for part in found.payg[0].parts],
        "ptu_monthly": {term.value: cents(found.ptu_monthly[term]) for term in Term},
        "ptu_prices": {term.value: rate_json(found.rates[term]) for term in Term},
        **break_even_json(found.break_even),
        "cheapest": found.cheapest,
    }


def question_json(
    question: Question | ProfileQuestion | PlanQuestion, currency: str
) -> dict[str, Any]:
    """Return for which day and month costs are reckoned, and how requests are processed."""
    return {
        "on": question.day.isoformat(),
        "month": question.month.value,
        "month_hours": question.month.hours,
        "currency": currency,
        "processing": question.tier.value,
    }


def break_even_json(found: Mapping[Term, BreakEven | None]) -> dict[str, Any]:
    """Return the break-even of every term, null where it is not known."""
    utilization: dict[str, str | None] = {}
    reachable: dict[str, bool | None] = {}
    peak: dict[str, str | None] = {}
    tokens: dict[str, int | None] = {}
    for term, point in found.items():
        utilization[term] = None if point is None else exact(point.utilization)
        reachable[term] = None if point is None else point.reachable
        endless = point is None or point.peak_to_average == NEVER
        peak[term] = None if point is None or endless else exact(point.peak_to_average)
        tokens[term] = None if point is None else point.tokens_per_day
    return {
        "break_even_utilization": utilization,
        "break_even_reachable": reachable,
        "break_even_peak_to_average": peak,
        "break_even_tokens_per_day": tokens,
    }


def rate_json(rate: PtuRate) -> dict[str, Any]:
    """Return the price of a PTU for a whole term, and what it rests on."""
    return {
        "amount": exact(rate.amount),
        "status": rate.answer.status.value,
        "given": rate.given,
        "prices": prices_json(rate.answer.prices),
    }


def prices_json(prices: Sequence[Price | PtuPrice]) -> list[dict[str, Any]]:
    """Return prices of the catalogue with place, days and source."""
    return [
        {
            "amount": exact(price.amount),
            "currency": price.currency,
            "regions": list(price.regions),
            "effective_from": _day(price.effective_from),
            "effective_until": _day(price.effective_until),
            "source": price.source,
        }
        for price in prices
    ]


def cents(amount: Decimal | None) -> str | None:
    """Return money rounded to cents as text."""
    return None if amount is None else f"{to_cents(amount):f}"


def _payg_price(part: PaygPart) -> dict[str, Any]:
    return {
        "category": part.category.value,
        "tokens": exact(part.tokens),
        "per_million_tokens": exact(part.per_million),
        "cost_per_request": exact(part.cost),
        "status": part.answer.status.value,
        "given": part.given,
        "prices": prices_json(part.answer.prices),
    }


def _day(day: Any) -> str | None:
    return None if day is None else day.isoformat()
