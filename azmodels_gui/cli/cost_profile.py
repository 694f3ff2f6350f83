# SPDX-License-Identifier: MIT
"""`azmodels profile`: how many PTU for a load that changes with time, the rest per token."""

import argparse
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from azmodels_gui.answers.answer import message
from azmodels_gui.answers.profile import HEADINGS, profile_risk, profile_sizes, size_line
from azmodels_gui.answers.verdict import verdict
from azmodels_gui.calculator.cost_curve import CurvePoint
from azmodels_gui.calculator.deployment import Deployment
from azmodels_gui.calculator.estimate import Question
from azmodels_gui.calculator.exact import Number, count_told
from azmodels_gui.calculator.load_profile import LoadProfile
from azmodels_gui.calculator.month import Month
from azmodels_gui.calculator.profile_estimate import ProfileEstimate, profile_estimate
from azmodels_gui.catalog.terms import Term
from azmodels_gui.cli import sizing_output as sizing
from azmodels_gui.cli.deployment_options import (
    COSTS,
    CURRENCY,
    DEPLOYMENT,
    WEIGHT,
    Chosen,
    chosen,
    currency_from,
    one_request,
    overrides_from,
    processing_from,
    terms_from,
)
from azmodels_gui.cli.load_options import SHAPE, load_from
from azmodels_gui.cli.options import (
    COMMON,
    MODEL,
    Command,
    chosen_catalog,
    chosen_day,
    option,
    print_answer,
    stated,
)
from azmodels_gui.cli.output import (
    Words,
    aligned,
    by_name,
    cents,
    exact,
    row_lines,
    said_json,
    said_lines,
    wrapped_lines,
)
from azmodels_gui.cli.profile_source import (
    SOURCE,
    Source,
    measured_json,
    measured_rows,
    read_source,
    wants_measured,
)
from azmodels_gui.language import figures
from azmodels_gui.language.plain_numbers import percent
from azmodels_gui.language.words import N_
from azmodels_gui.sheets.answer_cells import label, verdict_told
from azmodels_gui.sheets.order import SheetOrder

SHOWN_SIZES = 20


def profile_json(found: ProfileEstimate, accepted: Decimal | None = None) -> dict[str, Any]:
    """Return the load, the curve, its minimum, and what a size risks."""
    question, profile = found.question, found.profile
    cheapest = found.cheapest
    return {
        **sizing.question_json(question, found.currency),
        **by_name(profile, "minutes missing_minutes step_minutes"),
        "requests": _count(profile.total_requests),
        "peak_requests_per_minute": _count(profile.peak),
        "average_requests_per_minute": exact(profile.average),
        "payg_per_request": exact(found.payg.cost),
        "ptu_prices": {term: sizing.rate_json(found.rates[term]) for term in question.terms},
        "curve": _curve_json(found),
        "minimum_by_reservation": {
            term: _point_json(term, curve.minimum) for term, curve in found.curves.items()
        },
        "minimum": None if cheapest is None else _point_json(cheapest.term, cheapest.point),
        "risk": _risk_json(found, found.base_ptu(None)),
        "accepted": None if accepted is None else _accepted_json(found, accepted),
    }


def _accepted_json(found: ProfileEstimate, percent: Decimal) -> dict[str, Any]:
    """Return the smallest size with so little spill: its cost by term, and what it risks."""
    ptu = found.accepting(percent)
    place = found.spill.sizes.index(ptu)
    return {
        "spill_percent": exact(percent),
        "cost": {term: cents(c.points[place].cost) for term, c in found.curves.items()},
        **_risk_json(found, ptu),
    }


def _risk_json(found: ProfileEstimate, ptu: int) -> dict[str, Any]:
    risk = found.risk(ptu)
    return {
        "ptu": ptu,
        **by_name(risk, "full_minutes full_share turned_away_share"),
        **by_name(risk, "quiet_minutes quiet_share idle_ptu_hours idle_share"),
    }


def profile_lines(
    found: ProfileEstimate,
    words: Words,
    more: Iterable[tuple[str, str]] = (),
    accepted: Decimal | None = None,
) -> Iterator[str]:
    """Yield the load, some sizes of the curve, the minimum of each term, and the risk of a size.

    Args:
        found: the answer.
        words: the language.
        more: further rows of the load.
        accepted: percent of the requests that may spill over; None: was not asked.
    """
    ptu = found.base_ptu(None) if accepted is None else found.accepting(accepted)
    profile, language = found.profile, words.language
    yield words("profile")
    yield from row_lines(
        {
            words("minutes"): figures.number(profile.minutes, language),
            words("peak"): figures.number(count_told(Decimal(profile.peak)), language),
            words("average"): figures.number(count_told(profile.average), language),
            words("monthly"): figures.number(count_told(found.load.monthly_requests), language),
            **dict(more),
        }
    )
    yield ""
    yield words("curve")
    yield from (f"  {line}" for line in _table(found, words))
    yield ""
    yield words("cheapest_sizes")
    order = _order(found, words)
    header = [words("way_to_pay"), *map(words, HEADINGS)]
    rows = [
        [label(line.label, order), *(sizing.plain(each, order) for each in line.answers)]
        for line in profile_sizes(found, 0 if accepted is None else ptu)
    ]
    yield from (f"  {line}" for line in aligned(header, rows, frozenset(range(1, len(header)))))
    if accepted is not None:
        share = figures.percent(accepted / 100, language)
        yield ""
        yield words("accepting", share=share, ptu=figures.number(ptu, language))
    yield from sizing.section_lines([profile_risk(found, ptu)], order)


def _count(requests: Number) -> int | str | None:
    """Return whole requests as a number, others exact as text."""
    return int(requests) if requests == int(requests) else exact(Decimal(requests))


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
        "spilled_requests": _count(point.spilled_requests),
        **by_name(point, "spilled_share spilled_minutes utilization"),
        "payg_cost": cents(point.payg_cost),
    }


def _point_json(term: Term, point: CurvePoint | None) -> dict[str, Any] | None:
    if point is None:
        return None
    return {
        **_size_json(point),
        "reservation": term,
        "ptu_cost": cents(point.ptu_cost),
        "cost": cents(point.cost),
    }


def _by_term(terms: Sequence[Term], amounts: Sequence[Decimal | None]) -> dict[str, str | None]:
    return {term: cents(amount) for term, amount in zip(terms, amounts, strict=True)}


def _table(found: ProfileEstimate, words: Words) -> list[str]:
    terms, order = tuple(found.curves), _order(found, words)
    rows = []
    by_size = list(zip(*(curve.points for curve in found.curves.values()), strict=True))
    kept = _kept(len(by_size), [_place(found, term) for term in terms])
    for points in (by_size[place] for place in kept):
        lines = [
            size_line(f"size_{term}", message(f"cost_{term}"), point, found, term)
            for term, point in zip(terms, points, strict=True)
        ]
        shared = (lines[0].ptu, lines[0].spilled, lines[0].used)
        rows.append(
            [sizing.plain(each, order) for each in (*shared, *(line.cost for line in lines))]
        )
    header = ["PTU", words("spilled"), words("used"), *(words(f"cost_{term}") for term in terms)]
    return aligned(header, rows, frozenset(range(len(header))))


def _order(found: ProfileEstimate, words: Words) -> SheetOrder:
    return SheetOrder(found.catalog, found.question.day, words.language)


def _kept(count: int, minima: Sequence[int | None]) -> list[int]:
    """Choose sizes evenly spread, and always the cheapest ones."""
    if count <= SHOWN_SIZES:
        return list(range(count))
    spread = {place * (count - 1) // (SHOWN_SIZES - 1) for place in range(SHOWN_SIZES)}
    return sorted(spread | {place for place in minima if place is not None})


def _place(found: ProfileEstimate, term: Term) -> int | None:
    curve = found.curves[term]
    return None if curve.minimum is None else curve.points.index(curve.minimum)


FILES = N_(
    "files:\n"
    "  --csv: a line for each minute, 5 or 15 minutes, hour or day, columns 'time'\n"
    "         (2026-03-01T09:15, 01.03.2026 09:15, 3/1/2026 9:15 AM) and 'requests'\n"
    "         (a whole number), in English or German ('Zeit;Anfragen'), as Excel saves it\n"
    "  --day: 24 lines, columns 'hour' (8 or 08:00), 'working_day' and 'weekend'\n"
    "         (requests per minute in that hour)\n"
    "  --metrics: az monitor metrics list --resource ID --interval PT1M --aggregation Total\n"
    "         --metrics AzureOpenAIRequests ProcessedPromptTokens GeneratedTokens\n"
    "         --filter \"ModelDeploymentName eq '*'\" --start-time ... --end-time ... -o json\n"
    "         '--input-tokens measured --output-tokens measured' takes the tokens from it"
)


def run(arguments: argparse.Namespace) -> int:
    """Print the cost curve of a load profile.

    Raises:
        Refused: unknown names, numbers that make no sense, rows that cannot be read.
        CatalogError: the catalogue or the profile's file cannot be used.
    """
    named = chosen(arguments, chosen_catalog(arguments))
    accepted = stated(arguments, "accept_spill", percent)
    question, source = _question(arguments, named)
    found = profile_estimate(named.catalog, question)
    return print_answer(
        arguments,
        lambda: _document(named, found, source, accepted),
        lambda: _lines(named, found, (source, accepted), Words(arguments.language)),
    )


def _question(arguments: argparse.Namespace, named: Chosen) -> tuple[Question, Source]:
    # The numbers first: a mistake among them answers before a large file is read.
    if not wants_measured(arguments):
        load_from(arguments, named.entry, profile=LoadProfile.of([1]))
    overrides = overrides_from(arguments, named.catalog)
    measured, source = read_source(arguments)
    load = load_from(measured, named.entry, Month(arguments.month), source.profile)
    question = Question(
        deployment=Deployment(
            entry=named.entry, deployment_type=named.kind, loads=(load,), region=named.region
        ),
        day=chosen_day(arguments),
        tier=processing_from(arguments, named),
        terms=terms_from(arguments),
        overrides=overrides,
        currency=currency_from(arguments, named.catalog),
    )
    return question, source


def _document(
    named: Chosen, found: ProfileEstimate, source: Source, accepted: Decimal | None
) -> dict[str, Any]:
    return {
        **sizing.head_json(named),
        "verdict": sizing.verdict_json(found.found),
        **sizing.asked_json(found.question.deployment),
        **sizing.size_json(found.sized),
        **profile_json(found, accepted),
        "measured_request": measured_json(source),
        **said_json(found.cautions, found.assumptions, found.sources, named.catalog),
    }


def _lines(
    named: Chosen,
    found: ProfileEstimate,
    asked: tuple[Source, Decimal | None],
    words: Words,
) -> Iterator[str]:
    source, accepted = asked
    yield from sizing.title_lines(named, words)
    yield ""
    yield from wrapped_lines(verdict_told(verdict(found.found), _order(found, words)).plain)
    yield ""
    yield from profile_lines(found, words, measured_rows(source, words), accepted)
    said = (found.cautions, found.assumptions, found.sources)
    yield from said_lines(*said, named.catalog, words)


PROFILE = Command(
    "profile",
    run,
    N_("how many PTU for a load that changes, the rest per token"),
    N_(
        "Cost over the number of PTU for a load profile, and its minimum. What the PTU cannot "
        "carry in a minute spills over to standard."
    ),
    (
        MODEL,
        *DEPLOYMENT,
        SOURCE,
        option(
            "--accept-spill PCT",
            N_("percent of the requests that may spill over: the smallest size with no more"),
        ),
        one_request(WEIGHT, rate=False),
        SHAPE,
        COSTS,
        CURRENCY,
        *COMMON,
    ),
    epilog=FILES,
    examples="""
  azmodels profile gpt-5.2 --deployment-type DataZoneProvisionedManaged \\
      --region eastus2 --day load.csv --input-tokens 200 --output-tokens 20
  azmodels profile gpt-5.2 --deployment-type DataZoneProvisionedManaged \\
      --region eastus2 --metrics metrics.json --series ModelDeploymentName=chat \\
      --input-tokens measured --output-tokens measured
""",
)
