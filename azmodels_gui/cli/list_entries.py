# SPDX-License-Identifier: MIT
"""`azmodels list`: the entries that fit the filters, as table, JSON or CSV."""

import argparse
import csv
import sys
from collections.abc import Sequence
from typing import Any

from azmodels_gui.answers.viewpoint import Viewpoint
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.index import CatalogIndex, QueryResult
from azmodels_gui.catalog.unknown_words import unknown_told
from azmodels_gui.cli.arguments import (
    add_catalog_option,
    add_view_options,
    chosen_catalog,
    chosen_day,
    chosen_language,
)
from azmodels_gui.cli.console import DONE, print_error, print_json, print_lines
from azmodels_gui.cli.entry_json import entry_summary
from azmodels_gui.cli.list_query import add_filter_options, query_from
from azmodels_gui.cli.list_table import list_lines
from azmodels_gui.cli.words import Words

EXAMPLES = """examples:
  azmodels list --region "Germany West Central" --deployment-type DataZoneStandard
  azmodels list --use-case code --data-zone EU --stage generally_available --newest
  azmodels list --text "gpt audio" --format json
"""
Told = tuple[Entry, dict[str, Any]]
"""An entry and what is told of it."""
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
    parser.add_argument(
        "--include-unknown",
        action="store_true",
        help="also those that may fit: nothing known speaks against them, but not all is known",
    )
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
    view = Viewpoint.of(query, catalog, chosen_day(arguments))
    index = CatalogIndex(catalog, view.day)
    result = index.run(query)
    words = Words(chosen_language(arguments))
    if arguments.format == "table":
        print_lines(list_lines(index, result, view, words, unknown=arguments.include_unknown))
        return DONE
    rows = _rows(index, result, view, unknown=arguments.include_unknown)
    if arguments.format == "json":
        print_json([summary for _, summary in rows])
    else:
        _print_csv(rows, view)
    told = unknown_told(result, words.language)
    if told and not arguments.include_unknown:
        print_error(words("include_unknown", told=told))
    return DONE


def _rows(
    index: CatalogIndex, result: QueryResult, view: Viewpoint, *, unknown: bool
) -> list[Told]:
    """Return the entries in the order of the catalogue; with unknown ones each says if it fits."""
    fits: dict[int, bool | None] = dict.fromkeys(result.rows(), True)
    if unknown:
        fits |= dict.fromkeys(result.unknown_rows())
    return [
        (entry, entry_summary(entry, view) | ({"fits": fits[row]} if unknown else {}))
        for row, entry in enumerate(index.entries)
        if row in fits
    ]


def _print_csv(rows: Sequence[Told], view: Viewpoint) -> None:
    kinds = [kind.id for kind in view.catalog.deployment_types]
    more = ["fits"] if any("fits" in summary for _, summary in rows) else []
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow((*CSV_COLUMNS, *kinds, *more))
    for entry, summary in rows:
        cells = [_csv_cell(summary[column]) for column in CSV_COLUMNS]
        places = (_regions(entry, kind, view) for kind in kinds)
        writer.writerow([*cells, *places, *(_csv_cell(summary[column]) for column in more)])


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
