# SPDX-License-Identifier: MIT
"""`azmodels plan`: several deployments, each sized by itself, reserved together by type."""

import argparse
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from azmodels_gui.answers.sizing import figures_by_key, sizing_sections
from azmodels_gui.calculator.estimate import PAYG, Estimate
from azmodels_gui.calculator.month import Month
from azmodels_gui.calculator.plan import Plan, PlanQuestion, own_assumptions, plan_estimate
from azmodels_gui.calculator.pools import Pool, PoolKey
from azmodels_gui.calculator.wording import sentence
from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.terms import Billing, PriceTier, Term
from azmodels_gui.cli.arguments import (
    add_common_options,
    chosen_catalog,
    chosen_day,
    chosen_language,
    wrapped,
)
from azmodels_gui.cli.calculator_words import CalculatorWords
from azmodels_gui.cli.console import DONE, Refused, aligned, print_json, print_lines
from azmodels_gui.cli.cost_options import add_cost_options, overrides_from, terms_from
from azmodels_gui.cli.cost_output import question_json
from azmodels_gui.cli.deployment_options import region_named
from azmodels_gui.cli.load_options import load_json
from azmodels_gui.cli.names import Names
from azmodels_gui.cli.plain_numbers import once, whole
from azmodels_gui.cli.plan_rows import COLUMNS, NEEDED, PlanRow, read_plan
from azmodels_gui.cli.profile_source import text_lines
from azmodels_gui.cli.size_output import figure_json, head_json, size_json, workload_json
from azmodels_gui.cli.statement_output import (
    cents,
    exact,
    row_lines,
    said_json,
    said_lines,
    statements_json,
)
from azmodels_gui.language import figures
from azmodels_gui.language.figures import NO_BREAK_SPACE
from azmodels_gui.language.words import N_, Phrase
from azmodels_gui.sheets.answer_cells import cell
from azmodels_gui.sheets.order import SheetOrder

NUMBER_COLUMNS = frozenset({3, 4, 5, 6})


def plan_json(rows: Sequence[PlanRow], plan: Plan) -> dict[str, Any]:
    """Return every deployment, the pools with their cost by term, and the sums."""
    question, catalog = plan.question, rows[0].named.catalog
    return {
        "catalog_published": catalog.published.isoformat(),
        **question_json(question, plan.currency),
        "deployments": [
            _deployment_json(row, found) for row, found in zip(rows, plan.estimates, strict=True)
        ],
        "pools": [_pool_json(place, pool, rows, plan) for place, pool in enumerate(plan.pools)],
        "deployed_ptu": sum(pool.ptu for pool in plan.pools),
        "payg_monthly": cents(plan.payg_monthly),
        "ptu_monthly": {term.value: cents(plan.by_term[term].monthly) for term in Term},
        **said_json(plan.cautions, plan.assumptions, plan.sources, catalog),
    }


def plan_lines(rows: Sequence[PlanRow], plan: Plan, words: CalculatorWords) -> Iterator[str]:
    """Yield the deployments, the pools, the sums, and what has to be said."""
    yield words("plan")
    yield from (f"  {line}" for line in _deployment_table(rows, plan, words))
    yield ""
    yield words("pools")
    yield from (f"  {line}" for line in _pool_table(plan, words))
    yield ""
    yield words("costs")
    costs = {PAYG: plan.payg_monthly}
    costs |= {term.value: plan.by_term[term].monthly for term in Term}
    yield from row_lines(
        {words(f"cost_{way}"): words.money(cost, plan.currency) for way, cost in costs.items()}
    )
    warnings, catalog = _warnings(rows, plan, words.language), rows[0].named.catalog
    yield from said_lines(warnings, plan.assumptions, plan.sources, catalog, words)


def _deployment_json(row: PlanRow, found: Estimate) -> dict[str, Any]:
    figures = figures_by_key(sizing_sections([found]))
    return {
        "line": row.line,
        "name": row.deployment.name,
        **{key: value for key, value in head_json(row.named).items() if key in _HEAD},
        "load": load_json(row.deployment.loads[0]),
        "workload": workload_json(row.deployment.workloads[0]),
        **size_json(found),
        "average_load": exact(found.average_load),
        "average_utilization": figure_json(figures["average_utilization"]),
        "payg_monthly": figure_json(figures[f"cost_{PAYG}"]),
        "warnings": statements_json(found.cautions),
        "assumptions": statements_json(own_assumptions(found)),
    }


_HEAD = frozenset({"model", "version", "deployment_type", "scope", "region"})


def _pool_json(place: int, pool: Pool, rows: Sequence[PlanRow], plan: Plan) -> dict[str, Any]:
    by_term = {term: plan.by_term[term].pools[place] for term in Term}
    reserved = plan.question.reserved.get(pool.key, pool.ptu)
    members = {id(sized.deployment) for sized in pool.deployments}
    return {
        "deployment_type": pool.key.deployment_type,
        "region": pool.key.region,
        "lines": [row.line for row in rows if id(row.deployment) in members],
        "deployed_ptu": pool.ptu,
        "reserved_ptu": reserved,
        "overage_ptu": max(0, pool.ptu - reserved),
        "ptu_monthly": {term.value: cents(_cost(each)) for term, each in by_term.items()},
    }


_FIGURES = ("raw_ptu", "deployable_ptu", "utilization", f"cost_{PAYG}")


def _deployment_table(rows: Sequence[PlanRow], plan: Plan, words: CalculatorWords) -> list[str]:
    """Return a line for each deployment, with figures of its own sizing."""
    order = SheetOrder(rows[0].named.catalog, plan.question.day, words.language)
    table = []
    for row, found in zip(rows, plan.estimates, strict=True):
        answers, named = figures_by_key(sizing_sections([found])), row.named
        figures = (cell(answers[key], order).text.replace(NO_BREAK_SPACE, " ") for key in _FIGURES)
        region = "" if named.region is None else named.region.id
        table.append([_title(row), named.kind.id, region, *figures])
    header = [
        words(key)
        for key in ("deployment", "deployment_type", "region", "raw_ptu", "deployable_ptu")
    ]
    return aligned([*header, words("used"), words(f"cost_{PAYG}")], table, NUMBER_COLUMNS)


def _pool_table(plan: Plan, words: CalculatorWords) -> list[str]:
    table = []
    for place, pool in enumerate(plan.pools):
        reserved = plan.question.reserved.get(pool.key, pool.ptu)
        costs = [
            words.money(_cost(plan.by_term[term].pools[place]), plan.currency)
            for term in plan.question.terms
        ]
        numbers = [figures.number(number, words.language) for number in (pool.ptu, reserved)]
        table.append([pool.key.deployment_type, pool.key.region or "", *numbers, *costs])
    header = [words(key) for key in ("deployment_type", "region", "deployable_ptu", "reserved")]
    header += [words(f"cost_{term}") for term in plan.question.terms]
    return aligned(header, table, frozenset(range(2, len(header))))


def _warnings(rows: Sequence[PlanRow], plan: Plan, language: str) -> Iterator[str]:
    """Yield the warnings of each deployment with its name, then those of the pools."""
    for row, found in zip(rows, plan.estimates, strict=True):
        yield from (f"{_title(row)}: {sentence(said, language)}" for said in found.cautions)
    yield from (sentence(said, language) for said in plan.cautions)


def _title(row: PlanRow) -> str:
    return row.deployment.name or row.named.entry.title


def _cost(pool: Pool) -> Decimal | None:
    return None if pool.cost is None else pool.cost.cost


FILE = Phrase(
    N_("file:\n  one line per deployment; needed columns: {needed}\n  others: {others}"),
    needed=", ".join(NEEDED),
    others=wrapped(", ".join(name for name in COLUMNS if name not in NEEDED), "    "),
)
EXAMPLES = """
  azmodels plan --csv plan.csv --reservation year
  azmodels plan --csv plan.csv --reserve DataZoneProvisionedManaged@eastus2=100
"""


def register(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "plan",
        help=N_("several deployments together: PTU of each, reservations by deployment type"),
        description=N_(
            "PTU of several deployments, each rounded by itself, and the cost of a month: "
            "deployments of one type in one region share a reservation."
        ),
        epilog=FILE,
        examples=EXAMPLES,
    )
    parser.add_argument(
        "--csv", type=Path, required=True, metavar="FILE", help=N_("the deployments")
    )
    parser.add_argument(
        "--reserve",
        action="append",
        default=[],
        metavar="SKU[@REGION]=N",
        help=N_(
            "PTU reserved for the deployments of a type in a region; the rest of the deployed "
            "ones is billed by the hour (default: all are reserved)"
        ),
    )
    add_cost_options(parser)
    add_common_options(parser, run)
    parser.set_defaults(weight=[])


def run(arguments: argparse.Namespace) -> int:
    """Print the cost of a plan.

    Raises:
        Refused: rows that cannot be used, or reservations that fit no deployment.
        CatalogError: the catalogue or the plan's file cannot be used.
    """
    catalog = chosen_catalog(arguments)
    overrides = overrides_from(arguments, catalog)
    rows = read_plan(text_lines(arguments.csv), catalog, Month(arguments.month), overrides)
    question = PlanQuestion(
        deployments=tuple(row.deployment for row in rows),
        day=chosen_day(arguments),
        tier=PriceTier(arguments.processing or PriceTier.STANDARD),
        terms=terms_from(arguments),
        reserved=once("--reserve", (_reservation(text, catalog) for text in arguments.reserve)),
        overrides=overrides,
    )
    plan = plan_estimate(catalog, question)
    if arguments.format == "json":
        print_json(plan_json(rows, plan))
    else:
        print_lines(plan_lines(rows, plan, CalculatorWords(chosen_language(arguments))))
    return DONE


def _reservation(text: str, catalog: Catalog) -> tuple[PoolKey, int]:
    pool, sign, number = text.rpartition("=")
    kind, at, region = pool.partition("@")
    if not sign:
        raise Refused(
            N_("--reserve {given} is not of the form SKU@REGION=N."), given=repr(text[:40])
        )
    provisioned = (
        (each.id, (each.name.en, each.name.de, each.short_name.en, each.short_name.de))
        for each in catalog.deployment_types
        if each.billing is Billing.PROVISIONED
    )
    found = Names(N_("deployment type"), provisioned).find(kind)
    place = region_named(catalog, region).id if at else None
    return PoolKey(found, place), whole("--reserve", number)
