# SPDX-License-Identifier: MIT
"""From the options of `azmodels compare` to the sheet that they describe."""

import argparse
from collections.abc import Sequence

from azmodels_gui.calculator.month import Month
from azmodels_gui.catalog.coverage import Coverage, coverage
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.cli.compare_sizing import compared_sizing
from azmodels_gui.cli.console import Refused
from azmodels_gui.cli.list_query import query_from
from azmodels_gui.cli.where_options import conditions_from
from azmodels_gui.language.words import N_
from azmodels_gui.sheets.comparison_sheet import comparison_sheet
from azmodels_gui.sheets.coverage_sheet import coverage_sheet
from azmodels_gui.sheets.fact_sheet import fact_sheet
from azmodels_gui.sheets.list_sheet import list_sheet
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.sheet import Sheet, SheetKind

SIZING = (
    *("rpm", "input", "output_tokens", "cached", "cached_tokens", "cache_write", "image_input"),
    *("image_output", "long_context", "weight", "average", "ptu", "reserved_ptu", "month"),
    *("reservation", "processing", "discount", "payg_discount", "ptu_discount", "payg_price"),
    *("ptu_price", "price_region", "tier", "csv", "day", "metrics", "series", "base_ptu"),
)
"""Options that describe a load and its cost; another sheet would ignore them in silence."""
FILTERS = (
    *("text", "use_case", "provider", "stage", "data_zone", "modality", "capability", "newest"),
)
PLACES = ("country", "billing")
ALLOWED = {
    SheetKind.SIZING: frozenset({*SIZING, "deployment_type"}),
    SheetKind.COVERAGE: frozenset({*PLACES, "deployment_type", "data_zone"}),
    SheetKind.LIST: frozenset({*FILTERS, "deployment_type"}),
}
"""Options that only some sheets take."""
_DEFAULTS: tuple[object, ...] = (None, [], "", False, "0", Month.HOURS_730.value)


def sheet_from(arguments: argparse.Namespace, entries: Sequence[Entry], order: SheetOrder) -> Sheet:
    """Return the sheet that is asked for.

    Raises:
        Refused: no models, options of another sheet, numbers that make no sense.
    """
    kind = SheetKind(arguments.sheet)
    _check_options(arguments, kind)
    if not entries and kind is not SheetKind.LIST:
        raise Refused(N_("name at least one model for the {sheet} sheet."), sheet=kind.value)
    match kind:
        case SheetKind.COMPARISON:
            return comparison_sheet(entries, order)
        case SheetKind.FACTS:
            return fact_sheet(entries, order)
        case SheetKind.COVERAGE:
            return coverage_sheet(_covered(arguments, entries, order), order)
        case SheetKind.SIZING:
            return compared_sizing(arguments, entries, order)
    return _listed(arguments, entries, order)


def _check_options(arguments: argparse.Namespace, kind: SheetKind) -> None:
    for name in (*SIZING, *FILTERS, *PLACES, "deployment_type"):
        if name in ALLOWED.get(kind, ()) or getattr(arguments, name) in _DEFAULTS:
            continue
        takers = " or ".join(each.value for each, names in ALLOWED.items() if name in names)
        option = f"--{name.replace('_', '-')}"
        raise Refused(
            N_("{option} belongs to --sheet {sheets}, not to {sheet}."),
            option=option,
            sheets=takers,
            sheet=kind.value,
        )


def _covered(
    arguments: argparse.Namespace, entries: Sequence[Entry], order: SheetOrder
) -> Coverage:
    """Return the answer of `azmodels where` to the same question."""
    if len(arguments.data_zone) > 1:
        raise Refused(N_("the coverage sheet takes one --data-zone at most."))
    zone = next(iter(arguments.data_zone), None)
    asked = argparse.Namespace(**vars(arguments) | {"data_zone": zone})
    conditions = conditions_from(asked, order.catalog)
    return coverage(entries, conditions, order.catalog, order.day)


def _listed(arguments: argparse.Namespace, entries: Sequence[Entry], order: SheetOrder) -> Sheet:
    """Return the list of what fits the filters; of the models that are named, where some are."""
    index = CatalogIndex(order.catalog, order.day)
    named = {entry.key for entry in entries}
    rows = [row for row, entry in enumerate(index.entries) if entry.key in named]
    result = index.run(query_from(arguments, order.catalog), rows if named else None)
    return list_sheet([index.entries[row] for row in result.rows()], order, result)
