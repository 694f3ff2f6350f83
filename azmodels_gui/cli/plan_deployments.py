# SPDX-License-Identifier: MIT
"""`azmodels plan`: several deployments, each sized by itself, reserved together by type."""

import argparse
from pathlib import Path
from typing import Any

from azmodels_gui.calculator.month import Month
from azmodels_gui.calculator.plan import PlanQuestion, plan_estimate
from azmodels_gui.calculator.scenario import PoolKey
from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.terms import Billing, PriceTier
from azmodels_gui.cli.arguments import (
    add_catalog_option,
    add_view_options,
    chosen_catalog,
    chosen_day,
    chosen_language,
    wrapped,
)
from azmodels_gui.cli.calculator_words import CalculatorWords
from azmodels_gui.cli.console import DONE, Refused, print_json, print_lines
from azmodels_gui.cli.cost_options import add_cost_options, overrides_from, terms_from
from azmodels_gui.cli.deployment_options import region_named
from azmodels_gui.cli.names import Names
from azmodels_gui.cli.plain_numbers import once, whole_above_zero
from azmodels_gui.cli.plan_output import plan_json, plan_lines
from azmodels_gui.cli.plan_rows import COLUMNS, NEEDED, read_plan
from azmodels_gui.cli.text_file import text_lines
from azmodels_gui.language.words import N_

EXAMPLES = f"""file:
  one line per deployment; needed columns: {", ".join(NEEDED)}
{wrapped("  others: " + ", ".join(name for name in COLUMNS if name not in NEEDED), "  ")}

examples:
  azmodels plan --csv plan.csv --reservation year
  azmodels plan --csv plan.csv --reserve DataZoneProvisionedManaged@eastus2=100
"""


def register(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "plan",
        help="several deployments together: PTU of each, reservations by deployment type",
        description=wrapped(
            "PTU of several deployments, each rounded by itself, and the cost of a month: "
            "deployments of one type in one region share a reservation."
        ),
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--csv", type=Path, required=True, metavar="FILE", help="the deployments")
    parser.add_argument(
        "--reserve",
        action="append",
        default=[],
        metavar="SKU[@REGION]=N",
        help="PTU reserved for the deployments of a type in a region; the rest of the deployed "
        "ones is billed by the hour (default: all are reserved)",
    )
    add_cost_options(parser)
    add_view_options(parser)
    add_catalog_option(parser)
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.set_defaults(run=run, weight=[])


def run(arguments: argparse.Namespace) -> int:
    """Print the cost of a plan.

    Raises:
        Refused: rows that cannot be used, or reservations that fit no deployment.
        CatalogError: the catalogue or the plan's file cannot be used.
    """
    catalog = chosen_catalog(arguments)
    overrides = overrides_from(arguments, catalog)
    rows = read_plan(text_lines(arguments.csv), catalog, overrides)
    question = PlanQuestion(
        loads=tuple(row.load for row in rows),
        day=chosen_day(arguments),
        month=Month(arguments.month),
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
    return PoolKey(found, place), whole_above_zero("--reserve", number)
