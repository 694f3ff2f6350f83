# SPDX-License-Identifier: MIT
"""What a deployment needs and costs, as JSON and as text, for all commands of the calculator."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from azmodels_gui.answers.answer import Answer, Cost, Message, Qualifier, Section, Status
from azmodels_gui.answers.price_place import price_place
from azmodels_gui.answers.sizing import (
    Found,
    figures_by_key,
    size_section,
    sizing_sections,
    successor_load,
)
from azmodels_gui.answers.verdict import Verdict, verdict
from azmodels_gui.calculator.beside import BesideEstimate
from azmodels_gui.calculator.counted import COUNTED, EVERYTHING, Period
from azmodels_gui.calculator.deployment import Deployment, SizedDeployment
from azmodels_gui.calculator.estimate import Estimate, Question
from azmodels_gui.calculator.first_month import FirstMonth
from azmodels_gui.calculator.payg import PaygPart, PaygRequest
from azmodels_gui.calculator.ptu_cost import PtuRate
from azmodels_gui.calculator.quota_check import OwnQuota, QuotaCheck, TierQuota
from azmodels_gui.calculator.sensitivity import sensitivity
from azmodels_gui.calculator.statements import Statement
from azmodels_gui.calculator.steps import steps
from azmodels_gui.calculator.ways import PAYG, spilling
from azmodels_gui.calculator.wording import sentence
from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.facts import Price, PtuPrice
from azmodels_gui.catalog.terms import Term, Unit
from azmodels_gui.cli.deployment_options import Chosen, others_offered
from azmodels_gui.cli.load_options import load_json
from azmodels_gui.cli.options import catalog_json, maybe
from azmodels_gui.cli.output import Words, by_name, cents, exact, listed, row_lines, statements_json
from azmodels_gui.language import figures
from azmodels_gui.language.figures import NO_BREAK_SPACE
from azmodels_gui.sheets.answer_cells import Told, cell, label, message, verdict_told
from azmodels_gui.sheets.order import SheetOrder


def head_json(chosen: Chosen) -> dict[str, Any]:
    """Return what is deployed where, and which versions are offered where one was not named."""
    return {
        "model": chosen.entry.model.id,
        "version": chosen.entry.version.version,
        "deployment_type": chosen.asked_kind.id,
        "scope": chosen.kind.scope,
        "region": None if chosen.region is None else chosen.region.id,
        **catalog_json(chosen.catalog),
        "version_named": chosen.version_named,
        "other_versions_offered": [each.version.version for each in others_offered(chosen)],
    }


def asked_json(deployment: Deployment) -> dict[str, Any]:
    """Return the load and its requests as they were understood."""
    load, workload = deployment.loads[0], deployment.workloads[0]
    return {
        "load": load_json(load),
        "workload": {
            "requests_per_minute": exact(workload.requests_per_minute + Decimal(0)),
            **{count: exact(workload.amount(count)) for count in COUNTED},
            "long_context": workload.long_context,
            "fine_tuned": workload.fine_tuned,
        },
    }


def size_json(found: Found) -> dict[str, Any]:
    """Return the size and what it rests on, null where PTU are not possible: a warning says why."""
    figures = figures_by_key([size_section([found])])
    size = found if isinstance(found, SizedDeployment) else found.sized
    told = {key: figure_json(figures.get(_NAMED.get(key, key))) for key in _FIGURES}
    return {
        **told,
        "weights": [
            {
                "category": part.category,
                "tokens": exact(part.tokens),
                "weight": exact(part.weight),
                "normalized_tokens": exact(part.normalized),
                "given": part.given,
            }
            for request in (() if size is None else size.requests)
            for part in request.parts
        ],
        "other_reading_ptu": None if size is None else size.size.other_reading,
        "latency_target": "" if size is None else size.parameters.latency_target,
    }


_FIGURES = (
    *("input_tpm", "output_tpm", "normalized_tpm", "input_tpm_per_ptu", "raw_ptu"),
    *("deployable_ptu", "minimum_ptu", "scale_increment", "spare_ptu", "utilization"),
)
_NAMED = {"input_tpm_per_ptu": "tpm_per_ptu"}
"""Figures that JSON names otherwise than tables do."""


def figure_json(answer: Answer | None) -> int | str | None:
    """Return a figure: exact as text, money to the cent, whole PTU as numbers; else null."""
    if answer is None or answer.status is not Status.KNOWN:
        return None
    match answer.value:
        case Cost():
            return cents(answer.value.amount)
        case Decimal():
            return exact(Decimal(answer.value))
        case Message():
            return answer.value.key.removeprefix("cost_")
        case int():
            return answer.value
    return None


def quota_json(quota: QuotaCheck) -> dict[str, Any]:
    """Return need, tiers and answer."""
    return {
        **by_name(quota, "deployment_type needed_tpm needed_rpm asked_tier status sufficient_tier"),
        "tiers": [by_name(tier, "tier tpm rpm") for tier in quota.tiers],
    }


def own_json(needs: Iterable[tuple[OwnQuota, Decimal | int]]) -> list[dict[str, Any]]:
    """Return what the client's subscription has left, and whether it is enough."""
    return [
        {
            **by_name(quota, "deployment_type place day unit limit left"),
            "needed": exact(Decimal(needed)),
            "status": quota.status(needed),
        }
        for quota, needed in needs
    ]


def reckoned_json(found: Found | BesideEstimate, checks: Iterable[Statement]) -> dict[str, Any]:
    """Return how the figures came about, in both languages, and what was found in order."""
    english, german = steps(found, "en"), steps(found, "de")
    return {
        "steps": [
            {
                "id": one.key,
                "label": {"en": one.name, "de": other.name},
                "formula": {"en": one.formula, "de": other.formula},
                "result": {"en": one.result, "de": other.result},
                "sources": list(one.sources),
            }
            for one, other in zip(english, german, strict=True)
        ],
        "checks": statements_json(checks),
    }


def reckoned_lines(
    found: Found | BesideEstimate, checks: Iterable[Statement], words: Words
) -> Iterator[str]:
    """Yield how the figures came about, and what was found in order."""
    yield from listed(words("steps"), (step.text for step in steps(found, words.language)), "-")
    told = (sentence(each, words.language) for each in checks)
    yield from listed(words("checks"), told, "-")


def title_lines(chosen: Chosen, words: Words) -> Iterator[str]:
    """Yield what is deployed where, underlined, and which version was taken."""
    region = () if chosen.region is None else (chosen.region.name,)
    title = ", ".join((chosen.entry.title, chosen.asked_kind.id, *region))
    yield title
    yield "=" * len(title)
    if chosen.version_named or len(chosen.entry.model.versions) == 1:
        return
    yield words("newest_taken", version=chosen.entry.version.version)
    others = ", ".join(each.version.version for each in others_offered(chosen))
    if others:
        yield words("others_offered", type=chosen.asked_kind.id, versions=others)


def section_lines(sections: Iterable[Section], order: SheetOrder) -> Iterator[str]:
    """Yield the figures of one deployment, each section under its heading."""
    for section in sections:
        if not section.rows:
            continue
        yield ""
        yield message(section.heading, order)
        yield from row_lines(
            {label(row.label, order): plain(row.answers[0], order) for row in section.rows}
        )


def plain(answer: Answer, order: SheetOrder) -> str:
    """Return what a cell of a sheet says, for a terminal."""
    return cell(answer, order).text.replace(NO_BREAK_SPACE, " ")


def quota_lines(quota: QuotaCheck, words: Words) -> Iterator[str]:
    """Yield need and answer where a tier was asked about."""
    if quota.asked_tier is None:
        return
    language = words.language
    need = _tpm_rpm(quota.needed_tpm, quota.needed_rpm, language)
    known = ", ".join(tier.tier for tier in quota.tiers)
    asked = next((tier for tier in quota.tiers if tier.tier == quota.asked_tier), None)
    yield ""
    yield f"{words('quota')}: {quota.deployment_type}"
    yield from row_lines(
        {
            words("needed"): need,
            words("tier_of", tier=quota.asked_tier): _stated(asked, quota, words),
            words("sufficient_tier", known=known or words("none")): quota.sufficient_tier
            or words("none"),
        }
    )


def _stated(tier: TierQuota | None, quota: QuotaCheck, words: Words) -> str:
    status = words(quota.status)
    if tier is None:
        return status
    return f"{_tpm_rpm(tier.tpm, tier.rpm, words.language)}: {status}"


def _tpm_rpm(tpm: Any, rpm: Any, language: str) -> str:
    parts = ((tpm, "TPM"), (rpm, "RPM"))
    return ", ".join(
        f"{figures.number(value, language)} {unit}" for value, unit in parts if value is not None
    )


def cost_json(found: Estimate) -> dict[str, Any]:
    """Return what a month costs each way, and where they cross."""
    figures = figures_by_key(sizing_sections([found]))

    def by_term(name: str) -> dict[str, int | str | None]:
        return {term: figure_json(figures.get(f"{name}_{term}")) for term in Term}

    pays = {term: figures.get(f"pays_{term}") for term in Term}
    return {
        **question_json(found.question, found.currency),
        "average_load": exact(found.average_load),
        "base_load": {term: _base_load(found, term) for term in found.question.terms}
        if found.base is not None
        else None,
        "average_utilization": figure_json(figures.get("average_utilization")),
        "payg_per_request": exact(found.payg[0].cost),
        "payg_monthly": figure_json(figures[f"cost_{PAYG}"]),
        "payg_prices": [_payg_price(part) for part in found.payg[0].parts],
        **beside_json(found.beside),
        "ptu_monthly": by_term("cost"),
        "ptu_prices": {term: rate_json(found.rates[term]) for term in Term},
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
    return {**by_name(point, "ptu spilled_share utilization"), "cost": cents(point.cost)}


def verdict_json(found: Estimate) -> dict[str, Any]:
    """Return what the estimate comes to: the figures, and the sentence in both languages."""
    told = verdict(found)
    return {
        **_bought_json(told),
        "whole_month": _cost(None if told.beside is None else told.beside.whole),
        "once": _cost(None if told.beside is None else told.beside.once),
        "certain": told.certain,
        "spilled_share": exact(told.spilled),
        "utilization": exact(told.utilization),
        "changes_at": None
        if told.change is None
        else {
            "way": told.change.way,
            "utilization": exact(told.change.utilization),
            "times_the_load": exact(told.change.times),
        },
        "against": [each.key.removeprefix("verdict_") for each in told.against],
        "successor": maybe(_bought_json, told.instead),
        **sentence_json(told, found.catalog, found.question.day),
    }


def sentence_json(told: Told, catalog: Catalog, day: date) -> dict[str, Any]:
    """Return the sentence of an answer in both languages, whole and in its parts."""
    texts = {
        language: verdict_told(told, SheetOrder(catalog, day, language))
        for language in ("en", "de")
    }
    return {
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
        "monthly": _cost(cost),
        "currency": None if cost is None else cost.currency,
    }


def _cost(cost: Cost | None) -> str | None:
    return None if cost is None else cents(cost.amount)


def first_month_json(begun: FirstMonth) -> dict[str, Any]:
    """Return what the month costs in which it begins."""
    return {
        **by_name(begun, "first_day days of_days"),
        "payg": cents(begun.payg),
        "ptu": {term: cents(cost) for term, cost in begun.by_term.items()},
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
        **by_name(place, "distance_km states lacks as_of"),
    }


def sensitivity_json(found: Estimate) -> dict[str, Any]:
    """Return the cost of a month of each way for every variation."""
    return {
        lever: [
            {
                "at": exact(each.at),
                "payg_monthly": cents(each.payg),
                "deployable_ptu": each.ptu,
                "ptu_monthly": {term: cents(cost) for term, cost in each.by_term.items()},
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
        "offered": {kind.id: told.status for kind, told in ways},
        "figures": {
            key: {side: figure_json(each[side]) for side in ("before", "after")}
            for key, each in changes.items()
        },
    }


def question_json(question: Question, currency: str) -> dict[str, Any]:
    """Return for which day and month costs are reckoned, and how requests are processed."""
    return {
        "on": question.day,
        "month": question.month.value,
        "month_hours": question.month.hours,
        "currency": currency,
        "processing": question.tier,
    }


def rate_json(rate: PtuRate) -> dict[str, Any]:
    """Return the price of a PTU for a whole term, and what it rests on."""
    return {
        "amount": exact(rate.amount),
        "status": rate.answer.status,
        "given": rate.given,
        "prices": prices_json(rate.answer.prices),
    }


def prices_json(prices: Sequence[Price | PtuPrice]) -> list[dict[str, Any]]:
    """Return prices of the catalogue with place, days and source."""
    return [
        by_name(price, "amount currency regions effective_from effective_until source")
        for price in prices
    ]


def _payg_price(part: PaygPart) -> dict[str, Any]:
    tokens = part.unit is Unit.MILLION_TOKENS
    return {
        "category": part.category,
        "amount": exact(part.amount),
        "counted_as": part.count,
        "price": exact(part.price),
        "unit": part.unit,
        "tokens": exact(part.amount) if tokens else None,
        "per_million_tokens": exact(part.price) if tokens else None,
        "cost_per_request": exact(part.cost),
        "status": part.answer.status,
        "given": part.given,
        "prices": prices_json(part.answer.prices),
    }


def _beside(part: PaygPart) -> dict[str, Any]:
    """Return what is paid for beside requests: the price of a request without what is its own."""
    told = _payg_price(part)
    del told["tokens"], told["per_million_tokens"], told["cost_per_request"]
    every = EVERYTHING[part.count].every
    return {**told, "every": every, "cost": cents(part.cost)}
