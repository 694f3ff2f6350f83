# SPDX-License-Identifier: MIT
"""`azmodels catalog diff`: what a newer catalogue changes."""

import argparse
from pathlib import Path
from typing import Any

from azmodels_gui.catalog.changes import changes
from azmodels_gui.cli.arguments import add_language_option, tell_unknown
from azmodels_gui.cli.console import DONE, print_json, print_lines
from azmodels_gui.cli.show_changes import diff_lines
from azmodels_gui.language.words import N_
from azmodels_gui.storage.catalog_file import read_catalog


def register(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "diff",
        help=N_("show what a newer catalogue changes"),
        description=N_(
            "Show models and versions added and removed, and changed offers, prices, PTU "
            "parameters, quotas and lifecycles. The exit code is 0 whether or not they differ."
        ),
    )
    parser.add_argument("old", type=Path, metavar="OLD")
    parser.add_argument("new", type=Path, metavar="NEW")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    add_language_option(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the difference of two catalogue files.

    Raises:
        CatalogError: one of them cannot be used.
    """
    old, new = read_catalog(arguments.old), read_catalog(arguments.new)
    tell_unknown(old, arguments.language, arguments.old)
    tell_unknown(new, arguments.language, arguments.new)
    found = changes(old, new)
    if arguments.format == "json":
        print_json(found.as_json())
    else:
        print_lines(diff_lines(found, new, arguments.language))
    return DONE
