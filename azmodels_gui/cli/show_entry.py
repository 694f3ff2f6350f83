# SPDX-License-Identifier: MIT
"""`azmodels show`: everything known of a model, each fact with source and date."""

import argparse
from typing import Any

from azmodels_gui.answers.viewpoint import Viewpoint
from azmodels_gui.catalog.names import entries_named
from azmodels_gui.cli.arguments import (
    add_common_options,
    chosen_catalog,
    chosen_day,
    chosen_language,
)
from azmodels_gui.cli.console import DONE, print_json, print_lines
from azmodels_gui.cli.entry_details import entry_details
from azmodels_gui.cli.list_query import add_place_options, place_from
from azmodels_gui.cli.show_text import entry_lines
from azmodels_gui.cli.words import Words
from azmodels_gui.language.words import N_

EXAMPLES = """
  azmodels show gpt-5.4
  azmodels show gpt-5-mini --data-zone EU
  azmodels show gpt-4o --version 2024-11-20 --format json
"""


def register(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "show",
        help=N_("show everything known of a model"),
        description=N_(
            "Show everything known of a model, the newest version first. Every fact names its "
            "source and that document's date."
        ),
        examples=EXAMPLES,
    )
    parser.add_argument("model", metavar="MODEL", help=N_("name of the model, in any spelling"))
    parser.add_argument("--version", metavar="V", help=N_("only this version (default: all)"))
    add_place_options(parser)
    add_common_options(parser, run)


def run(arguments: argparse.Namespace) -> int:
    """Print the entries of one model.

    Raises:
        Refused: no such model or version, or an unknown place.
        CatalogError: the catalogue cannot be used.
    """
    catalog = chosen_catalog(arguments)
    view = Viewpoint.of(place_from(arguments, catalog), catalog, chosen_day(arguments))
    found = entries_named(catalog, arguments.model, arguments.version)
    if arguments.format == "json":
        print_json([entry_details(entry, view) for entry in found])
    else:
        words = Words(chosen_language(arguments))
        for position, entry in enumerate(found):
            print_lines([""] if position else [])
            print_lines(entry_lines(entry, view, words))
    return DONE
