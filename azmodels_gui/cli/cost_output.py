# SPDX-License-Identifier: MIT
"""Costs and break-even of a deployment as JSON."""

from collections.abc import Sequence
from typing import Any

from azmodels_gui.answers.answer import Cost, Message, Qualifier, Status
from azmodels_gui.answers.price_place import price_place
from azmodels_gui.answers.sizing import figures_by_key, sizing_sections
from azmodels_gui.answers.successor_load import successor_load
from azmodels_gui.answers.verdict import Verdict, verdict
from azmodels_gui.calculator.counted import EVERYTHING, Period
from azmodels_gui.calculator.estimate import Estimate, Question
from azmodels_gui.calculator.first_month import FirstMonth
from azmodels_gui.calculator.payg import PaygPart, PaygRequest
from azmodels_gui.calculator.ptu_cost import PtuRate
from azmodels_gui.calculator.sensitivity import sensitivity
from azmodels_gui.calculator.ways import PAYG, spilling
from azmodels_gui.catalog.prices import Price, PtuPrice
from azmodels_gui.catalog.terms import Term, Unit
from azmodels_gui.cli.size_output import figure_json
from azmodels_gui.cli.statement_output import cents, exact
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.verdict_told import verdict_told


def cost_json(found: Estimate) -> dict[str, Any]:
    """Return what a month costs each way, and where they cross."""
    figures = figures_by_key(sizing_sections([found]))

    def by_term(name: str) -> dict[str, int | str | None]:
        return {term.value: figure_json(figures.get(f"{name}_{term}")) for term in Term}

    pays = {term.value: figures.get(f"pays_{term}") for term in Term}
    return {
        **question_json(found.question, found.currency),
        "average_load": exact(found.average_load),
        "base_load": {term.value: _base_load(found, term) for term in found.question.terms}
        if found.base is not None
        else None,
        "average_utilization": figure_json(figures.get("average_utilization")),
        "payg_per_request": exact(found.payg[0].cost),
        "payg_monthly": figure_json(figures[f"cost_{PAYG}"]),
        "payg_prices": [_payg_price(part) for part in found.payg[0].parts],
        **beside_json(found.beside),
        "ptu_monthly": by_term("cost"),
        "ptu_prices": {term.value: rate_json(found.rates[term]) for term in Term},
        "break_even_utilization": by_term("pays"),
        "break_even_reachable": {
            term: None
            if told is None or told.status is not Status.KNOWN
            else Qualifier.NEVER not in told.qualifiers
            for term, told in pays.items()
        },
        "break_even_peak_to_average": by_term("flips"),
        "break_even_tokens_per_day": by_term("tokens_a_day"),
        "cheapest": figure_json(figures.get("cheapest")),
    }


def beside_json(beside: PaygRequest) -> dict[str, Any]:
    """Return what is paid for beside requests, and the sums of it."""
    return {
        "beside_requests": [_beside(part) for part in beside.parts],
        **{f"beside_{each}": cents(beside.paid(each)) for each in Period},
    }


def _base_load(found: Estimate, term: Term) -> dict[str, Any] | None:
    """Return the cheapest base load on PTU of a term; None: there is none, or no price."""
    point = found.point_of(spilling(term))
    if point is None:
        return None
    return {
        "ptu": point.ptu,
        "spilled_share": exact(point.spilled_share),
        "utilization": exact(point.utilization),
        "cost": cents(point.cost),
    }


def verdict_json(found: Estimate) -> dict[str, Any]:
    """Return what the estimate comes to: the figures, and the sentence in both languages."""
    told = verdict(found)
    texts = {
        language: verdict_told(told, SheetOrder(found.catalog, found.question.day, language))
        for language in ("en", "de")
    }
    return {
        **_bought_json(told),
        "whole_month": _cost(None if told.beside is None else told.beside.whole),
        "once": _cost(None if told.beside is None else told.beside.once),
        "certain": told.certain,
        "spilled_share": None if told.spilled is None else exact(told.spilled),
        "utilization": exact(told.utilization),
        "changes_at": None
        if told.change is None
        else {
            "way": told.change.way,
            "utilization": exact(told.change.utilization),
            "times_the_load": exact(told.change.times),
        },
        "against": [each.key.removeprefix("verdict_") for each in told.against],
        "successor": None if told.instead is None else _bought_json(told.instead),
        "text": {language: text.plain for language, text in texts.items()},
        "parts": {language: text._asdict() for language, text in texts.items()},
    }


def _bought_json(told: Verdict) -> dict[str, Any]:
    cost = told.monthly
    return {
        "model": told.entry.model.id,
        "version": told.entry.version.version,
        "way": told.way,
        "ptu": told.ptu,
        "monthly": None if cost is None else cents(cost.amount),
        "currency": None if cost is None else cost.currency,
    }


def _cost(cost: Cost | None) -> str | None:
    return None if cost is None else cents(cost.amount)


def first_month_json(begun: FirstMonth | None) -> dict[str, Any] | None:
    """Return what the month costs in which it begins; None: no day was named."""
    if begun is None:
        return None
    return {
        "first_day": begun.first_day.isoformat(),
        "days": begun.days,
        "of_days": begun.of_days,
        "payg": cents(begun.payg),
        "ptu": {term.value: cents(cost) for term, cost in begun.by_term.items()},
    }


def price_place_json(found: Estimate) -> dict[str, Any] | None:
    """Return the nearest region that states a price the estimate lacks; None: none does."""
    place = price_place(found)
    if place is None:
        return None
    return {
        "region": place.region.id,
        "ptu_only": place.ptu_only,
        "same_data_zone": place.same_zone,
        "distance_km": place.distance_km,
        "states": list(place.states),
        "lacks": list(place.lacks),
        "as_of": place.as_of,
    }


def sensitivity_json(found: Estimate) -> dict[str, Any]:
    """Return the cost of a month of each way for every variation."""
    return {
        lever.value: [
            {
                "at": exact(each.at),
                "payg_monthly": cents(each.payg),
                "deployable_ptu": each.ptu,
                "ptu_monthly": {term.value: cents(cost) for term, cost in each.by_term.items()},
            }
            for each in varied
        ]
        for lever, varied in sensitivity(found).items()
    }


def successor_json(found: Estimate) -> dict[str, Any] | None:
    """Return the same load on the successor: each figure before and after; None: there is none."""
    rows = {row.key: row.answers[0] for row in successor_load(found).rows}
    if not rows:
        return None
    changes = {
        key.removeprefix("then_"): dict[str, Any](answer.value.values)
        for key, answer in rows.items()
        if isinstance(answer.value, Message)
    }
    ways = changes.pop("successor_offered", {}).get("ways", ())
    return {
        "model": rows["successor"].value,
        "sources": list(rows["successor"].sources),
        "offered": {kind.id: told.status.value for kind, told in ways},
        "figures": {
            key: {side: figure_json(each[side]) for side in ("before", "after")}
            for key, each in changes.items()
        },
    }


def question_json(question: Question, currency: str) -> dict[str, Any]:
    """Return for which day and month costs are reckoned, and how requests are processed."""
    return {
        "on": question.day.isoformat(),
        "month": question.month.value,
        "month_hours": question.month.hours,
        "currency": currency,
        "processing": question.tier.value,
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


def _payg_price(part: PaygPart) -> dict[str, Any]:
    tokens = part.unit is Unit.MILLION_TOKENS
    return {
        "category": part.category.value,
        "amount": exact(part.amount),
        "counted_as": part.count.value,
        "price": exact(part.price),
        "unit": part.unit.value,
        "tokens": exact(part.amount) if tokens else None,
        "per_million_tokens": exact(part.price) if tokens else None,
        "cost_per_request": exact(part.cost),
        "status": part.answer.status.value,
        "given": part.given,
        "prices": prices_json(part.answer.prices),
    }


def _beside(part: PaygPart) -> dict[str, Any]:
    """Return what is paid for beside requests: the price of a request without what is its own."""
    told = _payg_price(part)
    del told["tokens"], told["per_million_tokens"], told["cost_per_request"]
    every = EVERYTHING[part.count].every
    return {**told, "every": every, "cost": cents(part.cost)}


def _day(day: Any) -> str | None:
    return None if day is None else day.isoformat()
