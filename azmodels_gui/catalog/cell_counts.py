# SPDX-License-Identifier: MIT
"""In how many places something is offered, and in how many that is not known."""

from dataclasses import dataclass

from azmodels_gui.catalog.availability_masks import known_rows
from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.entry import entries
from azmodels_gui.catalog.terms import DEVELOPER_TIER


@dataclass(frozen=True)
class CellCounts:
    """Numbers of (entry, deployment type, region), without the developer tier."""

    offered: int
    unknown: int


def cell_counts(catalog: Catalog) -> CellCounts:
    """Return the counts over all entries and regions of a catalogue."""
    rows = tuple(entries(catalog))
    regions = [region.id for region in catalog.regions]
    kinds = [kind.id for kind in catalog.deployment_types if kind.id != DEVELOPER_TIER]
    known = [each for kind in kinds for each in known_rows(rows, kind, regions).values()]
    return CellCounts(
        offered=sum(each.offered.bit_count() for each in known),
        unknown=sum(each.unknown.bit_count() for each in known),
    )
