# SPDX-License-Identifier: MIT
"""`azmodels profile`: how many PTU for a load that changes with time, the rest per token."""

import argparse
import io
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from azmodels_gui.app.commands.arguments import (
    add_catalog_option,
    add_view_options,
    chosen_catalog,
    chosen_day,
    chosen_language,
    wrapped,
)
from azmodels_gui.app.commands.calculator_words import CalculatorWords
from azmodels_gui.app.commands.console import print_json, print_lines
from azmodels_gui.app.commands.cost_options import (
    add_cost_options,
    overrides_from,
    processing_from,
    terms_from,
)
from azmodels_gui.app.commands.deployment_options import (
    Chosen,
    add_deployment_options,
    add_request_options,
    chosen,
    workload_from,
)
from azmodels_gui.app.commands.outcome import DONE
from azmodels_gui.app.commands.profile_output import profile_json, profile_lines
from azmodels_gui.app.commands.size_output import (
    head_json,
    size_json,
    title_lines,
    workload_json,
)
from azmodels_gui.app.commands.statement_output import (
    refused,
    source_lines,
    sources_json,
    statement_lines,
    statements_json,
)
from azmodels_gui.calculator.deployment import Deployment
from azmodels_gui.calculator.load_profile import LoadProfile
from azmodels_gui.calculator.month import Month
from azmodels_gui.calculator.profile_csv import read_day, read_minutes
from azmodels_gui.calculator.profile_estimate import (
    ProfileEstimate,
    ProfileQuestion,
    profile_estimate,
)
from azmodels_gui.calculator.statements import Refusal
from azmodels_gui.storage.errors import FileUnreadable
from azmodels_gui.storage.files import read_bytes

EXAMPLES = """files:
  --csv: a line for each minute, columns 'time' (2026-03-01T09:15, a whole minute)
         and 'requests' (a whole number)
  --day: 24 lines, columns 'hour' (0 to 23), 'working_day' and 'weekend'
         (requests per minute in that hour)

examples:
  azmodels profile gpt-5.2 --deployment-type DataZoneProvisionedManaged \\
      --region eastus2 --day load.csv --input 200 --output 20
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
    files = parser.add_mutually_exclusive_group(required=True)
    files.add_argument("--csv", type=Path, metavar="FILE", help="requests by minute")
    files.add_argument("--day", type=Path, metavar="FILE", help="24 hours of the two kinds of day")
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
    try:
        found = profile_estimate(named.catalog, _question(arguments, named))
    except Refusal as refusal:
        raise refused(refusal) from refusal
    if arguments.format == "json":
        print_json(_document(named, found))
    else:
        print_lines(_lines(named, found, CalculatorWords(chosen_language(arguments))))
    return DONE


def _question(arguments: argparse.Namespace, named: Chosen) -> ProfileQuestion:
    # The numbers first: a mistake among them answers before a large file is read.
    workload_from(arguments, named.entry, Decimal(1))
    overrides = overrides_from(arguments, named.catalog)
    profile = _profile(arguments)
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
        overrides=overrides,
    )


def _profile(arguments: argparse.Namespace) -> LoadProfile:
    if arguments.csv is not None:
        return read_minutes(_text_lines(arguments.csv))
    return read_day(_text_lines(arguments.day)).week()


def _text_lines(path: Path) -> Iterator[str]:
    try:
        text = read_bytes(path).decode("utf-8")
    except UnicodeDecodeError as error:
        raise FileUnreadable(
            path, "it is not UTF-8 text", next_step="Save it as CSV in UTF-8."
        ) from error
    return io.StringIO(text, newline=None)


def _document(named: Chosen, found: ProfileEstimate) -> dict[str, Any]:
    return {
        **head_json(named),
        "workload": workload_json(found.question.deployment.workloads[0]),
        **size_json(found.sized),
        **profile_json(found),
        "warnings": statements_json(found.cautions),
        "assumptions": statements_json(found.assumptions),
        "sources": sources_json(found.sources, named.catalog),
    }


def _lines(named: Chosen, found: ProfileEstimate, words: CalculatorWords) -> Iterator[str]:
    yield from title_lines(named)
    yield from profile_lines(found, words)
    yield from statement_lines(words("warnings"), found.cautions, "!", words.language)
    yield from statement_lines(words("assumptions"), found.assumptions, "-", words.language)
    yield from source_lines(words("sources"), found.sources, named.catalog)
