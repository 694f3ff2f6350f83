# SPDX-License-Identifier: MIT
"""Tables of the coverage sheet: regions by what they offer, and one model by deployment type."""

from collections.abc import Sequence

from azmodels_gui.answers.availability import offered
from azmodels_gui.catalog.coverage import Coverage, RegionCoverage, availability_of
from azmodels_gui.catalog.document import DeploymentType, Region
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.fact_dates import FactKind
from azmodels_gui.catalog.terms import Availability
from azmodels_gui.language.words import capitalized
from azmodels_gui.sheets.answer_cells import cell as answer_cell
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.sheet import Cell, Column, Group, Row, Table

FEW = 8
"""So many models stand side by side; more stand below each other, the regions across."""
Grouped = list[tuple[str, list[RegionCoverage]]]


def answer_table(found: Coverage, order: SheetOrder) -> Table | None:
    """Return all regions by what they offer; None where they offer nothing at all."""
    groups = _grouped(found, order)
    if not groups:
        return None
    if len(found.entries) == 1:
        return _one(found, groups, order)
    if len(found.entries) <= FEW:
        return _regions_by_models(found, groups, order)
    return _models_by_regions(found, groups, order)


def type_table(found: Coverage, entry: Entry, order: SheetOrder) -> Table | None:
    """Return by which deployment types one model is offered; None: nowhere by any."""
    regions = [here.region for here in _shown(found, order)]
    rows = [_type_row(found, entry, region, order) for region in regions]
    told = [row for row in rows if order.regions or _says_something(row, order)]
    if not told:
        return None
    return Table(
        order.words("region"),
        tuple(Column(order.kind_name(kind)) for kind in found.deployment_types),
        (Group("types", "", tuple(told)),),
        by_column=True,
        signs=True,
    )


def _grouped(found: Coverage, order: SheetOrder) -> Grouped:
    """Return the regions to show under the answer that each of them is."""
    words, shown = order.words, _shown(found, order)
    one = len(found.entries) == 1
    sets: dict[str, Sequence[RegionCoverage]] = {
        words("complete_one" if one else "complete"): found.complete,
        words("almost"): found.almost,
        words("open"): (*found.unsure, *found.open),
    }
    groups = [
        (f"{name} ({len(chosen)})", chosen)
        for name, regions in sets.items()
        if (chosen := [here for here in regions if here in shown])
    ]
    told = {here for _, regions in groups for here in regions}
    rest = [here for here in shown if here not in told]
    if rest:
        name = coverage_no(found, order) if one else words("fewer")
        groups.append((f"{capitalized(name)} ({len(rest)})", rest))
    return groups


def _shown(found: Coverage, order: SheetOrder) -> list[RegionCoverage]:
    """Return the regions that were chosen; none chosen: those not known to offer nothing."""
    chosen = {region.id for region in order.regions}
    if chosen:
        return [here for here in found.regions if here.region.id in chosen]
    return [here for here in found.regions if here.missing_count < len(found.entries)]


def _one(found: Coverage, groups: Grouped, order: SheetOrder) -> Table:
    (entry,) = found.entries
    made = tuple(
        Group(
            f"answer{at}",
            name,
            tuple(_type_row(found, entry, here.region, order) for here in regions),
        )
        for at, (name, regions) in enumerate(groups)
    )
    columns = tuple(Column(order.kind_name(kind)) for kind in found.deployment_types)
    legend = _legend(found, order)
    return Table(order.words("region"), columns, made, legend, by_column=True, signs=True)


def coverage_no(found: Coverage, order: SheetOrder) -> str:
    """Return that models are not offered, with the oldest date that the answer rests on."""
    return order.dated_no(found.dates_on_show.get(FactKind.AVAILABILITY))


def _legend(found: Coverage, order: SheetOrder) -> str:
    return order.words("coverage_legend", no=coverage_no(found, order))


def _regions_by_models(found: Coverage, groups: Grouped, order: SheetOrder) -> Table:
    made = tuple(
        Group(f"answer{at}", name, tuple(_region_row(found, here, order) for here in regions))
        for at, (name, regions) in enumerate(groups)
    )
    columns = tuple(Column(entry.title) for entry in found.entries)
    legend = _legend(found, order)
    return Table(order.words("region"), columns, made, legend, by_column=True, signs=True)


def _models_by_regions(found: Coverage, groups: Grouped, order: SheetOrder) -> Table:
    regions = [here for _, each in groups for here in each]
    by_region = [_cells(found, here, order) for here in regions]
    rows = tuple(
        Row(entry.title, entry.title, tuple(cells[at] for cells in by_region))
        for at, entry in enumerate(found.entries)
    )
    return Table(
        order.words("model"),
        tuple(Column(here.region.name) for here in regions),
        (Group("answer", "", rows),),
        _legend(found, order),
        spans=tuple((name, len(each)) for name, each in groups),
        compact=True,
    )


def _region_row(found: Coverage, here: RegionCoverage, order: SheetOrder) -> Row:
    return Row(here.region.id, here.region.name, _cells(found, here, order))


def _cells(found: Coverage, here: RegionCoverage, order: SheetOrder) -> tuple[Cell, ...]:
    """Return what one region has of each entry: the very sets that the answer is made of."""
    known = {
        entry: answer
        for answer, entries in (
            (Availability.OFFERED, here.offered),
            (Availability.UNKNOWN, here.unknown),
            (Availability.CONFLICT, here.disputed),
        )
        for entry in entries
    }
    return tuple(
        _cell(known.get(entry, Availability.NOT_OFFERED), entry, found.deployment_types, order)
        for entry in found.entries
    )


def _type_row(found: Coverage, entry: Entry, region: Region, order: SheetOrder) -> Row:
    cells = tuple(
        _cell(availability_of(entry, kind, region, found.conditions), entry, (kind,), order)
        for kind in found.deployment_types
    )
    return Row(region.id, region.name, cells)


def _cell(
    known: Availability, entry: Entry, kinds: Sequence[DeploymentType], order: SheetOrder
) -> Cell:
    offers = [entry.offers.get(kind.id) for kind in kinds]
    return answer_cell(offered(known, offers, order.view), order)


def _says_something(row: Row, order: SheetOrder) -> bool:
    told = {order.words(each.value) for each in (Availability.OFFERED, Availability.CONFLICT)}
    return any(cell.text in told for cell in row.cells)
