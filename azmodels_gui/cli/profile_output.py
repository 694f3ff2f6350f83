# SPDX-License-Identifier: MIT
"""The cost curve of a load profile as JSON and as text."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from azmodels_gui.calculator.cost_curve import CurvePoint
from azmodels_gui.calculator.profile_estimate import ProfileEstimate
from azmodels_gui.catalog.terms import Term
from azmodels_gui.cli.calculator_words import CalculatorWords
from azmodels_gui.cli.console import aligned
from azmodels_gui.cli.cost_output import cents, question_json, rate_json
from azmodels_gui.cli.statement_output import exact, row_lines
from azmodels_gui.language import figures

SHOWN_SIZES = 20


def profile_json(found: ProfileEstimate) -> dict[str, Any]:
    """Return the load, the curve and its minimum."""
    question, profile = found.question, found.question.profile
    cheapest = found.cheapest
    return {
        **question_json(question, found.currency),
        "minutes": profile.minutes,
        "missing_minutes": profile.missing_minutes,
        "requests": profile.total_requests,
        "peak_requests_per_minute": profile.peak,
        "average_requests_per_minute": exact(profile.average),
        "payg_per_request": exact(found.payg.cost),
        "ptu_prices": {term.value: rate_json(found.rates[term]) for term in question.terms},
        "curve": _curve_json(found),
        "minimum_by_reservation": {
            term.value: _point_json(term, curve.minimum) for term, curve in found.curves.items()
        },
        "minimum": None if cheapest is None else _point_json(cheapest.term, cheapest.point),
    }


def profile_lines(
    found: ProfileEstimate, words: CalculatorWords, more: Iterable[tuple[str, str]] = ()
) -> Iterator[str]:
    """Yield the load, some sizes of the curve, and the minimum of each term."""
    profile, language = found.question.profile, words.language
    yield words("profile")
    yield from row_lines(
        {
            words("minutes"): figures.number(profile.minutes, language),
            words("peak"): figures.number(profile.peak, language),
            words("average"): figures.number(profile.average, language, 1),
            **dict(more),
        }
    )
    yield ""
    yield words("curve")
    yield from (f"  {line}" for line in _table(found, words))
    yield ""
    yield words("minimum")
    for term, curve in found.curves.items():
        yield f"  {_minimum(term, curve.minimum, found, words)}"


def _curve_json(found: ProfileEstimate) -> list[dict[str, Any]]:
    terms = tuple(found.curves)
    by_size = zip(*(curve.points for curve in found.curves.values()), strict=True)
    return [
        {
            **_size_json(points[0]),
            "ptu_cost": _by_term(terms, [point.ptu_cost for point in points]),
            "cost": _by_term(terms, [point.cost for point in points]),
        }
        for points in by_size
    ]


def _size_json(point: CurvePoint) -> dict[str, Any]:
    """Return what does not depend on the term."""
    return {
        "ptu": point.ptu,
        "spilled_requests": point.spilled_requests,
        "spilled_share": exact(point.spilled_share),
        "spilled_minutes": point.spilled_minutes,
        "utilization": exact(point.utilization),
        "payg_cost": cents(point.payg_cost),
    }


def _point_json(term: Term, point: CurvePoint | None) -> dict[str, Any] | None:
    if point is None:
        return None
    return {
        **_size_json(point),
        "reservation": term.value,
        "ptu_cost": cents(point.ptu_cost),
        "cost": cents(point.cost),
    }


def _by_term(terms: Sequence[Term], amounts: Sequence[Decimal | None]) -> dict[str, str | None]:
    return {term.value: cents(amount) for term, amount in zip(terms, amounts, strict=True)}


def _table(found: ProfileEstimate, words: CalculatorWords) -> list[str]:
    terms = tuple(found.curves)
    rows = []
    by_size = list(zip(*(curve.points for curve in found.curves.values()), strict=True))
    kept = _kept(len(by_size), [_place(found, term) for term in terms])
    for points in (by_size[place] for place in kept):
        first = points[0]
        used = "" if first.utilization is None else _percent(first.utilization, words)
        costs = [words.money(point.cost, found.currency) for point in points]
        rows.append([str(first.ptu), _percent(first.spilled_share, words), used, *costs])
    header = ["PTU", words("spilled"), words("used"), *(words(f"cost_{term}") for term in terms)]
    return aligned(header, rows, frozenset(range(len(header))))


def _kept(count: int, minima: Sequence[int | None]) -> list[int]:
    """Choose sizes evenly spread, and always the cheapest ones."""
    if count <= SHOWN_SIZES:
        return list(range(count))
    spread = {place * (count - 1) // (SHOWN_SIZES - 1) for place in range(SHOWN_SIZES)}
    return sorted(spread | {place for place in minima if place is not None})


def _place(found: ProfileEstimate, term: Term) -> int | None:
    curve = found.curves[term]
    return None if curve.minimum is None else curve.points.index(curve.minimum)


def _minimum(
    term: Term, point: CurvePoint | None, found: ProfileEstimate, words: CalculatorWords
) -> str:
    if point is None:
        return f"{words(f'cost_{term}')}: {words('unknown')}"
    return words(
        "curve_minimum",
        term=words(f"cost_{term}"),
        ptu=figures.number(point.ptu, words.language),
        cost=words.money(point.cost, found.currency),
        share=_percent(point.spilled_share, words),
    )


def _percent(ratio: Decimal, words: CalculatorWords) -> str:
    return figures.percent(ratio, words.language)
