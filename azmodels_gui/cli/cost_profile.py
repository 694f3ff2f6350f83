# SPDX-License-Identifier: MIT
"""`azmodels profile`: how many PTU for a load that changes with time, the rest per token."""

import argparse
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from azmodels_gui.calculator.deployment import Deployment
from azmodels_gui.calculator.load_profile import LoadProfile
from azmodels_gui.calculator.month import Month
from azmodels_gui.calculator.profile_estimate import (
    ProfileEstimate,
    ProfileQuestion,
    profile_estimate,
)
from azmodels_gui.cli.arguments import (
    add_catalog_option,
    add_view_options,
    chosen_catalog,
    chosen_day,
    chosen_language,
    wrapped,
)
from azmodels_gui.cli.calculator_words import CalculatorWords
from azmodels_gui.cli.console import DONE, print_json, print_lines
from azmodels_gui.cli.cost_options import (
    add_cost_options,
    overrides_from,
    processing_from,
    terms_from,
)
from azmodels_gui.cli.deployment_options import (
    Chosen,
    add_deployment_options,
    add_request_options,
    chosen,
    workload_from,
)
from azmodels_gui.cli.profile_output import profile_json, profile_lines
from azmodels_gui.cli.profile_source import (
    Source,
    add_source_options,
    measured_json,
    measured_rows,
    read_source,
    wants_measured,
    with_measured,
)
from azmodels_gui.cli.size_output import (
    head_json,
    size_json,
    title_lines,
    workload_json,
)
from azmodels_gui.cli.statement_output import said_json, said_lines
from azmodels_gui.cli.version_taken import version_json

EXAMPLES = """files:
  --csv: a line for each minute, columns 'time' (2026-03-01T09:15, a whole minute)
         and 'requests' (a whole number)
  --day: 24 lines, columns 'hour' (0 to 23), 'working_day' and 'weekend'
         (requests per minute in that hour)
  --metrics: az monitor metrics list --resource ID --interval PT1M --aggregation Total
         --metrics AzureOpenAIRequests ProcessedPromptTokens GeneratedTokens
         --filter "ModelDeploymentName eq '*'" --start-time ... --end-time ... -o json
         '--input measured --output measured' takes the tokens from it

examples:
  azmodels profile gpt-5.2 --deployment-type DataZoneProvisionedManaged \\
      --region eastus2 --day load.csv --input 200 --output 20
  azmodels profile gpt-5.2 --deployment-type DataZoneProvisionedManaged \\
      --region eastus2 --metrics metrics.json --series ModelDeploymentName=chat \\
      --input measured --output measured
"""


def register(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "profile",
        help="how many PTU for a load that changes, the rest per token",
        description=wrapped(
            "Cost over the number of PTU for a load profile, and its minimum. What the PTU cannot "
            "carry in a minute spills over to standard as whole requests."
        ),
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    add_deployment_options(parser)
    add_source_options(parser)
    add_request_options(parser, with_rate=False)
    add_cost_options(parser)
    add_view_options(parser)
    add_catalog_option(parser)
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the cost curve of a load profile.

    Raises:
        Refused: unknown names, numbers that make no sense, rows that cannot be read.
        CatalogError: the catalogue or the profile's file cannot be used.
    """
    named = chosen(arguments, chosen_catalog(arguments))
    question, source = _question(arguments, named)
    found = profile_estimate(named.catalog, question)
    if arguments.format == "json":
        print_json(_document(named, found, source))
    else:
        print_lines(_lines(named, found, source, CalculatorWords(chosen_language(arguments))))
    return DONE


def _question(arguments: argparse.Namespace, named: Chosen) -> tuple[ProfileQuestion, Source]:
    # The numbers first: a mistake among them answers before a large file is read.
    if not wants_measured(arguments):
        workload_from(arguments, named.entry, Decimal(1))
    overrides_from(arguments, named.catalog)
    measured, source = with_measured(arguments, read_source(arguments))
    return profile_question(measured, named, source.profile), source


def profile_question(
    arguments: argparse.Namespace, named: Chosen, profile: LoadProfile
) -> ProfileQuestion:
    """Return what is to be reckoned for a load.

    Raises:
        Refused: numbers that make no sense.
        Refusal: the numbers together make no sense.
    """
    deployment = Deployment(
        entry=named.entry,
        deployment_type=named.kind,
        workloads=(workload_from(arguments, named.entry, Decimal(profile.peak)),),
        region=named.region,
    )
    return ProfileQuestion(
        deployment=deployment,
        profile=profile,
        day=chosen_day(arguments),
        month=Month(arguments.month),
        tier=processing_from(arguments, named),
        terms=terms_from(arguments),
        overrides=overrides_from(arguments, named.catalog),
    )


def _document(named: Chosen, found: ProfileEstimate, source: Source) -> dict[str, Any]:
    return {
        **head_json(named),
        **version_json(named),
        "workload": workload_json(found.question.deployment.workloads[0]),
        **size_json(found.sized),
        **profile_json(found),
        "measured_request": measured_json(source),
        **said_json(found.cautions, found.assumptions, found.sources, named.catalog),
    }


def _lines(
    named: Chosen, found: ProfileEstimate, source: Source, words: CalculatorWords
) -> Iterator[str]:
    yield from title_lines(named, words)
    yield from profile_lines(found, words, measured_rows(source, words))
    said = (found.cautions, found.assumptions, found.sources)
    yield from said_lines(*said, named.catalog, words)
