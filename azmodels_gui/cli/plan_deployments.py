# SPDX-License-Identifier: MIT
"""`azmodels plan`: several deployments, each sized by itself, reserved together by type."""

import argparse
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from msgspec import structs

from azmodels_gui.answers.answer import Section
from azmodels_gui.answers.plan_verdict import (
    POOL_COLUMNS,
    TOTAL_COLUMNS,
    deployment_columns,
    deployment_section,
    plan_verdict,
    plan_what_if,
    pool_section,
    total_section,
)
from azmodels_gui.answers.sizing import figures_by_key, sizing_sections
from azmodels_gui.calculator.asking import Asker
from azmodels_gui.calculator.counted import Period
from azmodels_gui.calculator.deployment import sized
from azmodels_gui.calculator.estimate import Question
from azmodels_gui.calculator.inputs import Inputs
from azmodels_gui.calculator.overrides import merged
from azmodels_gui.calculator.plan import (
    Plan,
    Planned,
    Pool,
    PoolKey,
    own_assumptions,
    plan_estimate,
)
from azmodels_gui.calculator.plan_file import (
    COLUMNS,
    NEEDED,
    CellFault,
    PlanRow,
    check_rows,
    read_plan,
)
from azmodels_gui.calculator.ways import BEST, PAYG
from azmodels_gui.calculator.wording import sentence
from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.names import facet_names, region_named
from azmodels_gui.catalog.query import Facet
from azmodels_gui.catalog.terms import Billing, Term
from azmodels_gui.cli import sizing_output as sizing
from azmodels_gui.cli.deployment_options import (
    COSTS,
    CURRENCY,
    currency_from,
    overrides_from,
    terms_from,
)
from azmodels_gui.cli.options import (
    COMMON,
    Command,
    catalog_json,
    chosen_catalog,
    chosen_day,
    option,
    print_answer,
)
from azmodels_gui.cli.output import (
    Refused,
    Words,
    aligned,
    cents,
    exact,
    said_json,
    said_lines,
    statements_json,
    wrapped_lines,
)
from azmodels_gui.cli.profile_source import text_lines
from azmodels_gui.language import figures
from azmodels_gui.language.figures import NO_BREAK_SPACE
from azmodels_gui.language.plain_numbers import once, whole
from azmodels_gui.language.words import N_, Phrase, ToldError
from azmodels_gui.sheets.answer_cells import group, verdict_told
from azmodels_gui.sheets.order import SheetOrder


def plan_json(rows: Sequence[PlanRow], plan: Plan) -> dict[str, Any]:
    """Return every deployment, the pools with their cost by term, the sums, and the sentence."""
    catalog, told = plan.catalog, told_of(rows, plan)
    return {
        **catalog_json(catalog),
        **sizing.question_json(plan.question, plan.currency),
        "deployments": [_deployment_json(at, row, plan) for at, row in enumerate(rows)],
        "pools": [
            _pool_json(place, pool, rows, plan)
            for place, pool in enumerate(plan.by_term[Term.HOUR].pools)
        ],
        "deployed_ptu": sum(pool.ptu for pool in plan.by_term[Term.HOUR].pools),
        "payg_monthly": cents(plan.payg_monthly),
        "ptu_monthly": {term: cents(plan.all_by(term)) for term in Term},
        "planned": planned_json(told, [row.line for row in rows]),
        **said_json(plan.cautions, plan.assumptions, plan.sources, catalog),
    }


def planned_json(told: Planned, lines: Sequence[int]) -> dict[str, Any]:
    """Return what the plan costs with each deployment paid its way, and the sentence on it."""
    plan, said = told.plan, plan_verdict(told)
    return {
        "monthly": cents(plan.monthly),
        "certain": said.certain,
        "known_monthly": cents(plan.known_monthly),
        "unknown_lines": [lines[at] for at in plan.unknown],
        "per_token": cents(plan.per_token),
        "beside_monthly": cents(plan.beside_monthly),
        "once": cents(plan.once),
        "pools": [
            {
                "deployment_type": pool.key.deployment_type,
                "region": pool.key.region,
                "lines": _lines(pool, lines),
                "deployed_ptu": pool.ptu,
                "paid_ptu": {term: pool.paid.get(term, 0) for term in Term},
                "monthly": cents(pool.cost),
            }
            for pool in plan.planned.pools
        ],
        "what_if": {
            row.key.removeprefix("what_if_"): sizing.figure_json(row.answers[0])
            for row in plan_what_if(told).rows
        },
        **sizing.sentence_json(said, plan.catalog, plan.question.day),
    }


def plan_lines(rows: Sequence[PlanRow], plan: Plan, words: Words) -> Iterator[str]:
    """Yield the sentence, the deployments, the pools, the sums, and what has to be said."""
    told = told_of(rows, plan)
    order = SheetOrder(plan.catalog, plan.question.day, words.language)
    text = verdict_told(plan_verdict(told), order)
    for part in filter(None, text):
        yield from wrapped_lines(part.replace(NO_BREAK_SPACE, " "))
    yield from _table(deployment_section(told), ("deployment", *deployment_columns(told)), order)
    yield from _table(pool_section(told), ("plan_pool", *POOL_COLUMNS), order)
    yield from _table(total_section(told), ("", *TOTAL_COLUMNS), order)
    yield from _table(plan_what_if(told), ("", *TOTAL_COLUMNS), order)
    yield ""
    yield words("pools")
    yield from (f"  {line}" for line in _pool_table(plan, words))
    warnings = _warnings(rows, plan, words.language)
    yield from said_lines(warnings, plan.assumptions, plan.sources, plan.catalog, words)


def told_of(rows: Sequence[PlanRow], plan: Plan) -> Planned:
    """Return a plan with the names of its rows."""
    return Planned(tuple(row.title for row in rows), plan)


def _table(section: Section, keys: Sequence[str], order: SheetOrder) -> Iterator[str]:
    """Yield a section under its heading, a line for each row; nothing without rows."""
    if not section.rows:
        return
    told = group(section, order)
    table = [
        [row.label, *(cell.text.replace(NO_BREAK_SPACE, " ") for cell in row.cells)]
        for row in told.rows
    ]
    numbers = {at for at, key in enumerate(keys) if key not in _WORDS}
    yield ""
    yield told.heading
    header = [order.words(key) if key else "" for key in keys]
    yield from (f"  {line}" for line in aligned(header, table, frozenset(numbers)))


_WORDS = frozenset({"", "deployment", "plan", "plan_pool", "plan_place", "plan_way"})
"""Columns of words, set flush left."""


def _deployment_json(at: int, row: PlanRow, plan: Plan) -> dict[str, Any]:
    found, way = plan.estimates[at], plan.ways[at]
    figures = figures_by_key(sizing_sections([found]))
    return {
        "line": row.line,
        "name": row.name,
        "model": row.entry.model.id,
        "version": row.entry.version.version,
        "deployment_type": row.asked_kind.id,
        "scope": row.asked_kind.scope.value,
        "region": row.inputs.region or None,
        **sizing.asked_json(found.question.deployment),
        **({} if found.sized is None else sizing.size_json(found)),
        "average_load": exact(found.average_load),
        "average_utilization": sizing.figure_json(figures.get("average_utilization")),
        "payg_monthly": sizing.figure_json(figures[f"cost_{PAYG}"]),
        "way": way,
        "monthly": cents(plan.alone[at]),
        "beside_monthly": cents(plan.beside(Period.MONTH).get(at)),
        "beside_once": cents(plan.beside(Period.ONCE).get(at)),
        "warnings": statements_json(found.cautions),
        "assumptions": statements_json(own_assumptions(found)),
    }


def _pool_json(place: int, pool: Pool, rows: Sequence[PlanRow], plan: Plan) -> dict[str, Any]:
    by_term = {term: plan.by_term[term].pools[place] for term in Term}
    reserved = plan.reserved.get(pool.key, pool.ptu)
    return {
        "deployment_type": pool.key.deployment_type,
        "region": pool.key.region,
        "lines": _lines(pool, [row.line for row in rows]),
        "deployed_ptu": pool.ptu,
        "reserved_ptu": reserved,
        "overage_ptu": max(0, pool.ptu - reserved),
        "ptu_monthly": {term: cents(each.cost) for term, each in by_term.items()},
    }


def _lines(pool: Pool, lines: Sequence[int]) -> list[int]:
    return [lines[each.at] for each in pool.members]


def _pool_table(plan: Plan, words: Words) -> list[str]:
    """Return what each pool would cost by term with all its deployments on PTU."""
    terms = plan.question.terms
    table = []
    for place, pool in enumerate(plan.by_term[Term.HOUR].pools):
        reserved = plan.reserved.get(pool.key, pool.ptu)
        costs: list[Decimal | None] = [plan.by_term[term].pools[place].cost for term in terms]
        numbers = [figures.number(number, words.language) for number in (pool.ptu, reserved)]
        money = [words.money(cost, plan.currency) for cost in costs]
        table.append([pool.key.deployment_type, pool.key.region or "", *numbers, *money])
    header = [words(key) for key in ("deployment_type", "region", "deployable_ptu")]
    header += [words("plan_reserved"), *(words(f"cost_{term}") for term in terms)]
    return aligned(header, table, frozenset(range(2, len(header))))


def _warnings(rows: Sequence[PlanRow], plan: Plan, language: str) -> Iterator[str]:
    """Yield the warnings of each deployment with its name, then those of the pools."""
    for row, found in zip(rows, plan.estimates, strict=True):
        yield from (f"{row.title}: {sentence(said, language)}" for said in found.cautions)
    yield from (sentence(said, language) for said in plan.cautions)


FILE = Phrase(
    N_("file:\n  one line per deployment; needed columns: {needed}\n  others: {others}"),
    needed=", ".join(NEEDED),
    others=textwrap.fill(
        ", ".join(name for name in COLUMNS if name not in NEEDED), 80, subsequent_indent="    "
    ),
)


def run(arguments: argparse.Namespace) -> int:
    """Print the cost of a plan.

    Raises:
        Refused: rows that cannot be used, or reservations that fit no deployment.
        CatalogError: the catalogue or the plan's file cannot be used.
    """
    catalog = chosen_catalog(arguments)
    asker = Asker(CatalogIndex(catalog, chosen_day(arguments)))
    rows = read_plan(text_lines(arguments.csv), asker)
    questions = _questions(arguments, asker, rows)
    reserved = once("--reserve", (_reservation(text, catalog) for text in arguments.reserve))
    ways = [None if row.inputs.way == BEST else row.inputs.way for row in rows]
    plan = plan_estimate(asker.catalog, questions, ways, reserved)
    return print_answer(
        arguments,
        lambda: plan_json(rows, plan),
        lambda: plan_lines(rows, plan, Words(arguments.language)),
    )


def _questions(
    arguments: argparse.Namespace, asker: Asker, rows: Sequence[PlanRow]
) -> list[Question]:
    """Return what is asked of each row: its own figures, else those of the options.

    Raises:
        Refused, Refusal: options that make no sense.
        PlanUnreadable: rows without an answer, and rows on PTU that have no size.
    """
    overrides = overrides_from(arguments, asker.catalog)
    currency = currency_from(arguments, asker.catalog)
    found: list[Question] = []
    bad: list[tuple[int, ToldError]] = []
    for row in rows:
        inputs = row.inputs
        if inputs.month == _USUAL.month:
            inputs = replace(inputs, month=arguments.month)
        if inputs.processing == _USUAL.processing and arguments.processing:
            inputs = replace(inputs, processing=arguments.processing)
        try:
            question = asker.question(inputs)
            if question is None:
                raise CellFault(N_("the catalogue has no such model or deployment type."))
            (load,) = question.deployment.loads
            stated = (replace(load, preset=""),)  # every figure stands in the row
            question = replace(
                question,
                deployment=replace(question.deployment, loads=stated),
                terms=terms_from(arguments),
                overrides=merged(question.overrides, overrides),
                currency=currency,
            )
            if inputs.way not in (BEST, PAYG) or inputs.deployed_ptu:
                sized(question.deployment, question.overrides)
        except ToldError as fault:
            bad.append((row.line, fault))
        else:
            found.append(question)
    check_rows(bad)
    return found


_USUAL = Inputs()


def _reservation(text: str, catalog: Catalog) -> tuple[PoolKey, int]:
    pool, sign, number = text.rpartition("=")
    kind, at, region = pool.partition("@")
    if not sign:
        raise Refused(
            N_("--reserve {given} is not of the form SKU@REGION=N."), given=repr(text[:40])
        )
    provisioned = tuple(
        each for each in catalog.deployment_types if each.billing is Billing.PROVISIONED
    )
    found = facet_names(
        Facet.DEPLOYMENT_TYPES, structs.replace(catalog, deployment_types=provisioned)
    ).find(kind)
    place = region_named(catalog, region).id if at else None
    return PoolKey(found, place), whole("--reserve", number)


PLAN = Command(
    "plan",
    run,
    N_("several deployments together: PTU of each, reservations by deployment type"),
    N_(
        "PTU of several deployments, each rounded by itself, and the cost of a month: "
        "deployments of one type in one region share a reservation."
    ),
    (
        option("--csv FILE", N_("the deployments"), required=True),
        option(
            "--reserve SKU[@REGION]=N ...",
            N_(
                "PTU reserved for the deployments of a type in a region; the rest of the deployed "
                "ones is billed by the hour (default: all are reserved)"
            ),
        ),
        COSTS,
        CURRENCY,
        *COMMON,
    ),
    epilog=FILE,
    examples="""
  azmodels plan --csv plan.csv --reservation year
  azmodels plan --csv plan.csv --reserve DataZoneProvisionedManaged@eastus2=100
""",
    defaults={"weight": []},
)
