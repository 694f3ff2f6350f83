# SPDX-License-Identifier: MIT
"""`azmodels catalog schema`: the JSON Schema of the catalogue file."""

import argparse
import sys
from typing import Any

from azmodels_gui.catalog.schema_export import schema_bytes
from azmodels_gui.cli.console import DONE
from azmodels_gui.language.words import N_


def register(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "schema",
        help=N_("print the JSON Schema of catalogue files"),
        description=N_(
            "Print the JSON Schema of catalogue files, as resources/catalog.schema.json."
        ),
    )
    parser.set_defaults(run=run)


def run(_arguments: argparse.Namespace) -> int:
    """Print the schema; it is plain ASCII, so every encoding will do."""
    sys.stdout.write(schema_bytes().decode())
    return DONE
