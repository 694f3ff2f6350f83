# SPDX-License-Identifier: MIT
"""`azmodels cost`: what each way to pay costs in a month, and from which load on PTU pay."""

import argparse
from collections.abc import Iterator
from typing import Any

from azmodels_gui.answers.price_place import price_place
from azmodels_gui.answers.sizing import first_month_section, sizing_sections
from azmodels_gui.answers.successor_load import successor_load
from azmodels_gui.answers.verdict import verdict
from azmodels_gui.answers.what_if import what_if
from azmodels_gui.calculator.deployment import Deployment
from azmodels_gui.calculator.estimate import Estimate, Question, estimate
from azmodels_gui.calculator.facts_used import dates_used
from azmodels_gui.calculator.first_month import FirstMonth, first_month
from azmodels_gui.calculator.load_profile import LoadProfile
from azmodels_gui.calculator.month import Month
from azmodels_gui.calculator.statements import Statement
from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.fact_dates import FactDate, FactKind
from azmodels_gui.catalog.fact_told import as_of_told, dates_told
from azmodels_gui.cli.arguments import (
    add_common_options,
    chosen_catalog,
    chosen_day,
    chosen_language,
)
from azmodels_gui.cli.calculator_words import CalculatorWords
from azmodels_gui.cli.console import DONE, Refused, dates_json, print_json, print_lines
from azmodels_gui.cli.cost_beside import run_beside
from azmodels_gui.cli.cost_models import models_json, models_lines, reckoned
from azmodels_gui.cli.cost_options import (
    add_beside_options,
    add_cost_options,
    beside_from,
    overrides_from,
    processing_from,
    terms_from,
)
from azmodels_gui.cli.cost_output import (
    cost_json,
    first_month_json,
    price_place_json,
    sensitivity_json,
    successor_json,
    verdict_json,
)
from azmodels_gui.cli.deployment_options import (
    Chosen,
    add_deployment_options,
    add_quota_option,
    arrival_from,
    chosen,
)
from azmodels_gui.cli.load_options import add_load_options, load_from, load_json, tells_no_load
from azmodels_gui.cli.profile_source import add_source_options, with_profile
from azmodels_gui.cli.size_output import (
    head_json,
    quota_json,
    quota_lines,
    reckoned_json,
    reckoned_lines,
    section_lines,
    size_json,
    title_lines,
    workload_json,
)
from azmodels_gui.cli.statement_output import said_json, said_lines, wrapped_lines
from azmodels_gui.cli.version_taken import version_json
from azmodels_gui.language.command_line import iso_date
from azmodels_gui.language.plain_numbers import whole, whole_above_zero
from azmodels_gui.language.words import N_
from azmodels_gui.sheets.answer_cells import message
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.verdict_told import verdict_told

EXAMPLES = """
  azmodels cost gpt-5.2 --deployment-type DataZoneProvisionedManaged \\
      --region "East US 2" --rpm 1000 --input 200 --output 20 --average 52
  azmodels cost gpt-5.2 --deployment-type GlobalProvisionedManaged --users 500 \\
      --requests-per-user 20 --working-days 22 --busy-hours 8 --peak-factor 3 \\
      --input 5000 --output 400
  azmodels cost gpt-5.2 --deployment-type DataZoneProvisionedManaged \\
      --region germanywestcentral --price-region eastus2 \\
      --rpm 1000 --input 200 --output 20 --reservation year --format json
  azmodels cost gpt-5.2 --deployment-type DataZoneProvisionedManaged \\
      --region eastus2 --day load.csv --input 200 --output 20
  azmodels cost gpt-5.4 gpt-5-mini gpt-4.1 --deployment-type DataZoneStandard \\
      --region swedencentral --rpm 60 --input 5000 --output 400 --average 8
"""

COST_KINDS = (FactKind.AVAILABILITY, FactKind.PRICES, FactKind.QUOTAS, FactKind.PTU)
"""Kinds of facts that a cost rests on."""


def register(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "cost",
        help=N_("what each way to pay costs, and from which load on PTU pay"),
        description=N_(
            "Cost of a month per token and on PTU (hourly, reserved for a month or a year), and "
            "the utilisation from which on PTU cost less. A price that is unknown, expired or "
            "disputed is said to be, and nothing is put in its place."
        ),
        examples=EXAMPLES,
    )
    add_deployment_options(parser, several=True)
    add_load_options(parser)
    add_source_options(parser, required=False)
    add_size_options(parser)
    add_cost_options(parser)
    add_beside_options(parser)
    add_quota_option(parser)
    add_common_options(parser, run)


def run(arguments: argparse.Namespace) -> int:
    """Print the cost of a deployment.

    Raises:
        Refused: unknown names, numbers that make no sense, or rows that cannot be read.
        CatalogError: the catalogue or the file of a load cannot be used.
    """
    catalog = chosen_catalog(arguments)
    arguments, profile = with_profile(arguments)
    beside = beside_from(arguments)
    alone = bool(beside) and profile is None and tells_no_load(arguments)
    if len(arguments.model) > 1:
        if alone:
            raise Refused(
                N_("What is paid for without requests is reckoned for one model at a time.")
            )
        return _run_models(arguments, catalog, profile)
    (arguments.model,) = arguments.model
    named = chosen(arguments, catalog)
    if alone:
        return run_beside(arguments, named, beside)
    found = estimate(named.catalog, question_from(arguments, named, profile))
    first = arguments.first_day
    begun = None if first is None else first_month(found, first)
    if arguments.format == "json":
        print_json(_document(named, found, begun))
    else:
        words = CalculatorWords(chosen_language(arguments))
        print_lines(_lines(named, found, begun, words))
    return DONE


def _run_models(
    arguments: argparse.Namespace, catalog: Catalog, profile: LoadProfile | None
) -> int:
    def estimate_of(named: Chosen) -> Estimate:
        return estimate(catalog, question_from(arguments, named, profile))

    found = reckoned(arguments, catalog, estimate_of)
    if arguments.format == "json":
        print_json({"catalog_published": catalog.published.isoformat(), **models_json(found)})
    else:
        words = CalculatorWords(chosen_language(arguments))
        print_lines(models_lines(found, catalog, chosen_day(arguments), words))
    return DONE


def add_size_options(parser: argparse.ArgumentParser) -> None:
    """Add the size to deploy, and how much of it is reserved."""
    group = parser.add_argument_group(N_("size"))
    group.add_argument(
        "--ptu", metavar="N", help=N_("PTU to deploy instead of the computed number")
    )
    group.add_argument(
        "--first-day",
        type=iso_date,
        metavar="DATE",
        help=N_("day on which it begins: what the rest of that month costs"),
    )
    group.add_argument(
        "--reserved-ptu",
        metavar="N",
        help=N_("PTU reserved; the rest of the deployed ones is billed by the hour (default: all)"),
    )


def question_from(
    arguments: argparse.Namespace, named: Chosen, profile: LoadProfile | None = None
) -> Question:
    """Return what is to be reckoned, for the load of a profile where one is given.

    Raises:
        Refused: no number, a number that makes no sense.
        Refusal: the numbers together make no sense.
    """
    deployment = Deployment(
        entry=named.entry,
        deployment_type=named.kind,
        loads=(load_from(arguments, named.entry, Month(arguments.month), profile),),
        region=named.region,
        deployed_ptu=_whole("--ptu", arguments.ptu),
    )
    reserved = arguments.reserved_ptu
    return Question(
        deployment=deployment,
        day=chosen_day(arguments),
        tier=processing_from(arguments, named),
        quota_tier=arguments.tier,
        arrival=arrival_from(arguments),
        terms=terms_from(arguments),
        reserved_ptu=None if reserved is None else whole("--reserved-ptu", reserved),
        overrides=overrides_from(arguments, named.catalog),
        beside=beside_from(arguments),
    )


def _whole(option: str, text: str | None) -> int | None:
    return None if text is None else whole_above_zero(option, text)


def _document(named: Chosen, found: Estimate, begun: FirstMonth | None) -> dict[str, Any]:
    return {
        **head_json(named),
        **version_json(named),
        "verdict": verdict_json(found),
        "load": load_json(found.question.deployment.loads[0]),
        "workload": workload_json(found.question.deployment.workloads[0]),
        **size_json(found),
        **cost_json(found),
        "price_place": price_place_json(found),
        "first_month": first_month_json(begun),
        "sensitivity": sensitivity_json(found),
        "successor": successor_json(found),
        "quota": quota_json(found.quota),
        **reckoned_json(found, found.checks),
        "as_of": dates_json(_dates(named, found), COST_KINDS),
        **said_json(found.cautions, _assumptions(found, begun), found.sources, named.catalog),
    }


def _assumptions(found: Estimate, begun: FirstMonth | None) -> tuple[Statement, ...]:
    return found.assumptions if begun is None else (*found.assumptions, begun.assumption)


def _lines(
    named: Chosen, found: Estimate, begun: FirstMonth | None, words: CalculatorWords
) -> Iterator[str]:
    yield from title_lines(named, words)
    order = SheetOrder(named.catalog, found.question.day, words.language)
    yield ""
    told = verdict(found)
    yield from wrapped_lines(verdict_told(told, order).plain)
    yield from price_place_lines(found, order)
    yield from section_lines((*sizing_sections([found]), what_if(found, told.way)), order)
    if begun is not None:
        yield from section_lines([first_month_section(found, begun)], order)
    yield from section_lines([successor_load(found)], order)
    yield from quota_lines(found.quota, words)
    yield from reckoned_lines(found, found.checks, words)
    said = (found.cautions, _assumptions(found, begun), found.sources)
    yield from said_lines(*said, named.catalog, words)
    yield ""
    yield dates_told(_dates(named, found), words.language)


def price_place_lines(found: Estimate, order: SheetOrder) -> Iterator[str]:
    """Yield where a price that is lacking is stated, and the option that takes it."""
    place = price_place(found)
    if place is not None:
        told = message(place.said, order)
        as_of = f" ({as_of_told(place.as_of, order.language)})" if place.as_of else ""
        yield ""
        yield from wrapped_lines(f"{told}{as_of}")
        option = "--ptu-price-region" if place.ptu_only else "--price-region"
        yield f"  {option} {place.region.id}"


def _dates(named: Chosen, found: Estimate) -> dict[FactKind, FactDate]:
    """Return how old the facts are that the cost rests on: of prices those that were used."""
    return dates_used([found], [named.entry.offers.get(named.asked_kind.id)])
