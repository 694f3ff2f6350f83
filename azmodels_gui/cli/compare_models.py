# SPDX-License-Identifier: MIT
"""`azmodels compare` and `azmodels dossier`: sheets for the client in every format."""

import argparse
from collections.abc import Sequence
from typing import Any

from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.names import entries_named
from azmodels_gui.cli.arguments import add_catalog_option, chosen_catalog
from azmodels_gui.cli.compare_options import (
    add_dossier_options,
    add_kind_option,
    add_place_options,
    add_profile_options,
    add_sheet_options,
    format_from,
    layout_from,
    order_from,
)
from azmodels_gui.cli.console import DONE, Refused
from azmodels_gui.cli.cost_deployment import add_size_options
from azmodels_gui.cli.cost_options import add_beside_options, add_cost_options
from azmodels_gui.cli.deployment_options import add_quota_option
from azmodels_gui.cli.list_query import add_filter_options
from azmodels_gui.cli.load_options import add_load_options
from azmodels_gui.language.command_line import Parser
from azmodels_gui.language.words import N_
from azmodels_gui.sheets.sheet import SheetKind
from azmodels_gui.storage.files import write_atomically

MOST_MODELS = 40
EXAMPLES = """
  azmodels compare gpt-5.4 gpt-5-mini gpt-4.1@2025-04-14 --region germanywestcentral \\
      --client "Muster GmbH" --language de --output comparison.pdf --landscape
  azmodels compare gpt-5.4 --sheet facts --currency EUR --rate 0.92 --output facts.xlsx
  azmodels compare gpt-5.2 --sheet sizing --deployment-type DataZoneProvisionedManaged \\
      --region eastus2 --rpm 1000 --input 200 --output-tokens 20 --output sizing.html
  azmodels compare gpt-5.2 --sheet sizing --deployment-type DataZoneProvisionedManaged \\
      --region eastus2 --day load.csv --input 200 --output-tokens 20 --output sizing.pdf
  azmodels compare gpt-5.2 gpt-4.1 --sheet coverage --data-zone EU --output regions.pdf
  azmodels compare gpt-5.4 gpt-5-mini --template letterhead.docx --output comparison.docx
  azmodels compare --sheet list --use-case code --newest --output list.csv
"""
DOSSIER_EXAMPLES = """
  azmodels dossier gpt-5.4 gpt-5-mini --data-zone EU --client "Muster GmbH" --output dossier.pdf
  azmodels dossier gpt-5.2 --deployment-type DataZoneProvisionedManaged --region eastus2 \\
      --users 500 --requests-per-user 20 --working-days 22 --busy-hours 8 --peak-factor 3 \\
      --input 5000 --output-tokens 400 --edition 1.0 --approval --output dossier.docx
  azmodels dossier gpt-5.4 gpt-5-mini --parts comparison,facts --output dossier.html
"""


def register(commands: Any) -> None:
    """Add both commands to the parser."""
    parser = commands.add_parser(
        "compare",
        help=N_("write a sheet for a client: comparison, facts, sizing, coverage or list"),
        description=N_(
            "Write a sheet: models side by side, the facts of one, sizing and cost, regions, or "
            "a filtered list. Every figure has its source and date; unknown stays unknown. "
            "--region names the regions that a sheet is about; for a list it is a filter, as are "
            "the other filters below."
        ),
        examples=EXAMPLES,
    )
    parser.add_argument(
        "models",
        nargs="*",
        metavar="MODEL[@VERSION]",
        help=N_("model in any spelling, the newest version where none is named"),
    )
    add_kind_option(parser)
    _add_options(parser)
    parser.set_defaults(run=run)
    dossier = commands.add_parser(
        "dossier",
        help=N_("write several sheets about some models as one document"),
        description=N_(
            "Write comparison, regions, lifecycle, and with a load sizing and cost, with a use "
            "case the guide's reasons, as chapters of one document with contents. Options are "
            "those of 'azmodels compare'."
        ),
        examples=DOSSIER_EXAMPLES,
    )
    dossier.add_argument(
        "models",
        nargs="+",
        metavar="MODEL[@VERSION]",
        help=N_("model in any spelling, the newest version where none is named"),
    )
    add_dossier_options(dossier)
    _add_options(dossier)
    dossier.set_defaults(run=run, sheet=SheetKind.DOSSIER.value)


def _add_options(parser: Parser) -> None:
    add_sheet_options(parser)
    add_filter_options(parser)
    add_place_options(parser)
    add_load_options(parser, output_option="--output-tokens")
    add_size_options(parser)
    add_profile_options(parser)
    add_cost_options(parser)
    add_beside_options(parser)
    add_quota_option(parser)
    add_catalog_option(parser)


def run(arguments: argparse.Namespace) -> int:
    """Write the sheet.

    Raises:
        Refused: unknown names, options that make no sense.
        CatalogError: the catalogue cannot be used, or the file not be written.
    """
    # Late: the other commands need not wait for what makes sheets.
    from azmodels_gui.cli.compare_sheets import sheet_from

    wanted = format_from(arguments.output)
    catalog = chosen_catalog(arguments)
    entries = entries_from(arguments.models, catalog)
    sheet = sheet_from(arguments, entries, order_from(arguments, catalog))
    layout = layout_from(arguments, wanted, sheet.language)
    write_atomically(arguments.output, wanted.make(sheet, layout))
    return DONE


def entries_from(names: Sequence[str], catalog: Catalog) -> list[Entry]:
    """Return the entries that are named, in that order.

    Raises:
        Refused: an unknown name, the same entry twice, or far too many.
    """
    found: dict[tuple[str, str], Entry] = {}
    for name in names:
        model, _, version = name.partition("@")
        entry = entries_named(catalog, model, version or None)[0]
        if entry.key in found:
            raise Refused(N_("{model} is named twice."), model=entry.title)
        found[entry.key] = entry
    if len(found) > MOST_MODELS:
        raise Refused(
            N_("{count} models are too many for one sheet; at most {most}."),
            count=len(found),
            most=MOST_MODELS,
        )
    return list(found.values())
