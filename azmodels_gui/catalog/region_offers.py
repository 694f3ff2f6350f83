# SPDX-License-Identifier: MIT
"""What one region offers, by deployment type."""

from collections.abc import Sequence
from dataclasses import dataclass

from azmodels_gui.catalog.coverage import EntrySets
from azmodels_gui.catalog.document import Catalog, DeploymentType, Region
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.region_counts import KnownRows, known_rows


@dataclass(frozen=True, eq=False)
class TypeOffers(EntrySets):
    """The entries by what is known of one deployment type in one region."""

    deployment_type: DeploymentType


def region_offers(
    entries: Sequence[Entry], region: Region, catalog: Catalog
) -> tuple[TypeOffers, ...]:
    """Return what is known of every deployment type in a region, in the catalogue's order."""
    asked = tuple(entries)
    return tuple(
        TypeOffers(asked, known_rows(asked, kind.id, [region.id])[region.id], kind)
        for kind in catalog.deployment_types
    )


def offered_entries(offers: Sequence[TypeOffers]) -> tuple[Entry, ...]:
    """Return the entries that a region offers in some way, beyond dispute."""
    known = KnownRows()
    for each in offers:
        known |= each.known
    return EntrySets(offers[0].entries, known).offered if offers else ()
