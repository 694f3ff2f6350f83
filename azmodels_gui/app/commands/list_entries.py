# SPDX-License-Identifier: MIT
"""`azmodels list`: the entries that fit the filters, as table, JSON or CSV."""

import argparse
import csv
import sys
from collections.abc import Sequence
from typing import Any

from azmodels_gui.app.commands.arguments import (
    add_catalog_option,
    add_view_options,
    chosen_catalog,
    chosen_day,
    chosen_language,
)
from azmodels_gui.app.commands.console import print_json, print_lines
from azmodels_gui.app.commands.entry_json import entry_summary
from azmodels_gui.app.commands.list_query import add_filter_options, query_from
from azmodels_gui.app.commands.list_table import list_lines
from azmodels_gui.app.commands.outcome import DONE
from azmodels_gui.app.commands.viewpoint import Viewpoint
from azmodels_gui.app.commands.words import Words
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.index import CatalogIndex

EXAMPLES = """examples:
  azmodels list --region "Germany West Central" --deployment-type DataZoneStandard
  azmodels list --use-case code --data-zone EU --stage generally_available --newest
  azmodels list --text "gpt audio" --format json
"""
CSV_COLUMNS = (
    "model",
    "version",
    "newest_version",
    "provider",
    "family",
    "stage",
    "past_date",
    "retirement_date",
    "days_left",
    "context_window",
    "max_input",
    "max_output",
    "use_cases",
    "capabilities",
)
"""Keys of the JSON that are columns of the CSV; then one column a deployment type."""


def register(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "list",
        help="list the models that fit",
        description="List every version of every model that fits the filters.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    add_filter_options(parser)
    add_view_options(parser)
    add_catalog_option(parser)
    parser.add_argument("--format", choices=("table", "json", "csv"), default="table")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the entries in the order of the catalogue.

    Raises:
        Refused: an unknown name among the filters.
        CatalogError: the catalogue cannot be used.
    """
    catalog = chosen_catalog(arguments)
    query = query_from(arguments, catalog)
    view = Viewpoint(catalog, chosen_day(arguments), query.regions)
    index = CatalogIndex(catalog, view.day)
    found = [index.entries[row] for row in index.run(query).rows()]
    match arguments.format:
        case "json":
            print_json([entry_summary(entry, view) for entry in found])
        case "csv":
            _print_csv(found, view)
        case _:
            words = Words(chosen_language(arguments))
            print_lines(list_lines(found, len(index.entries), view, words))
    return DONE


def _print_csv(found: Sequence[Entry], view: Viewpoint) -> None:
    kinds = [kind.id for kind in view.catalog.deployment_types]
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow((*CSV_COLUMNS, *kinds))
    for entry in found:
        summary = entry_summary(entry, view)
        cells = [_csv_cell(summary[column]) for column in CSV_COLUMNS]
        writer.writerow([*cells, *(_regions(entry, kind, view) for kind in kinds)])


def _csv_cell(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case list():
            return " ".join(value)
    return str(value)


def _regions(entry: Entry, deployment_type: str, view: Viewpoint) -> str:
    """Return region ids where it is offered; `!` is disputed, `?` unknown elsewhere."""
    regions = view.offer_regions(entry, deployment_type)
    disputed = (f"!{name}" for name in regions.disputed)
    return " ".join((*regions.offered, *disputed, *(["?"] if regions.unknown else [])))
