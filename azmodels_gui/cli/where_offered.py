# SPDX-License-Identifier: MIT
"""`azmodels where`: the regions that have all of some models, and what others lack."""

import argparse
from typing import Any

from azmodels_gui.catalog.coverage import coverage
from azmodels_gui.catalog.coverage_notes import coverage_notes, version_notes
from azmodels_gui.catalog.region_pairs import best_pairs
from azmodels_gui.cli.arguments import (
    add_catalog_option,
    add_view_options,
    chosen_catalog,
    chosen_day,
    chosen_language,
    wrapped,
)
from azmodels_gui.cli.console import DONE, print_json, print_lines
from azmodels_gui.cli.where_json import where_json
from azmodels_gui.cli.where_options import (
    add_condition_options,
    conditions_from,
    entries_from,
    unnamed,
)
from azmodels_gui.cli.where_text import where_lines
from azmodels_gui.cli.words import Words

EXAMPLES = """examples:
  azmodels where gpt-5.2 gpt-5-mini gpt-4.1 --data-zone EU --billing provisioned
  azmodels where gpt-5.2 --country DE
  azmodels where gpt-4.1@2025-04-14 --deployment-type Standard --format json
"""


def register(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "where",
        help="where all of some models can be had",
        description=wrapped(
            "List the regions that offer all of the models, then those that lack one or two, "
            "and those where it is unknown or disputed. Where no region has all, the best pairs."
        ),
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    add_condition_options(parser)
    add_view_options(parser)
    add_catalog_option(parser)
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print where the models are offered.

    Raises:
        Refused: an unknown name.
        CoverageRefused: conditions that exclude each other.
        CatalogError: the catalogue cannot be used.
    """
    catalog = chosen_catalog(arguments)
    conditions, day = conditions_from(arguments, catalog), chosen_day(arguments)
    asked = entries_from(arguments, catalog)
    found = coverage(asked, conditions, catalog, day)
    notes = (*version_notes(found, unnamed(arguments, asked)), *coverage_notes(found, day))
    pairs = () if found.complete else best_pairs(found)
    if arguments.format == "json":
        print_json(where_json(found, pairs, notes, day))
    else:
        words = Words(chosen_language(arguments))
        print_lines(where_lines(found, pairs, notes, words, day))
    return DONE
