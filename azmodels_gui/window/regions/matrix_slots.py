# SPDX-License-Identifier: MIT
"""Which deployment types a cell of the matrix shows, and where in the cell."""

from collections.abc import Iterator
from dataclasses import dataclass

from azmodels_gui.answers.coverage_cells import BILLINGS, NEAREST_FIRST
from azmodels_gui.catalog.document import Catalog, DeploymentType
from azmodels_gui.catalog.terms import Billing, Scope
from azmodels_gui.window.regions.region_codes import RegionCodes


@dataclass(frozen=True)
class Slot:
    """A place in the cell, three by three."""

    kind: DeploymentType
    place: int
    """Of the deployment type in a code (`region_codes`)."""

    @property
    def placed(self) -> bool:
        """Tell whether this program knows its scope and how it is paid for."""
        return self.kind.scope.known and self.kind.billing.known

    @property
    def line(self) -> int:
        """0 is the upper line: processed in the region itself. -1: nobody knows."""
        return NEAREST_FIRST.index(self.kind.scope) if self.kind.scope.known else -1

    @property
    def column(self) -> int:
        """0 is the left column: paid per token. -1: nobody knows."""
        return BILLINGS.index(self.kind.billing) if self.kind.billing.known else -1


class MatrixSlots:
    """The slots on show: one for each scope and way to pay, or one alone.

    Where two deployment types share scope and way to pay, the first of the catalogue has the
    slot; the other one (the developer tier) can be chosen alone.
    """

    def __init__(self, catalog: Catalog, codes: RegionCodes, deployment_type: str = "") -> None:
        kinds = {kind.id: kind for kind in catalog.deployment_types}
        chosen = kinds.get(deployment_type)
        self.single = chosen is not None
        shown = _first_of_each(catalog) if chosen is None else [chosen]
        self.slots = tuple(Slot(kind, codes.place(kind.id)) for kind in shown)
        self.mask = codes.mask(*self.kinds)

    @property
    def kinds(self) -> tuple[str, ...]:
        """SKU names of the deployment types on show."""
        return tuple(slot.kind.id for slot in self.slots)


def _first_of_each(catalog: Catalog) -> Iterator[DeploymentType]:
    """Yield from left to right and top to bottom, as the cell is read; then what has no place."""
    first: dict[tuple[Scope, Billing], DeploymentType] = {}
    for kind in catalog.deployment_types:
        first.setdefault((kind.scope, kind.billing), kind)
    for pair in ((scope, billing) for scope in NEAREST_FIRST for billing in BILLINGS):
        if pair in first:
            yield first.pop(pair)
    yield from first.values()
