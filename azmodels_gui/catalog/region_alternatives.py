# SPDX-License-Identifier: MIT
"""What else there is when a region is not enough: its pair, and the nearest one in its zone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import asin, cos, radians, sin, sqrt

from azmodels_gui.catalog.bitmask import rows_of
from azmodels_gui.catalog.document import Catalog, DeploymentType, Region
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.region_offers import TypeOffers, offered_entries, region_offers

EARTH_RADIUS_KM = 6371.0088


def distance_km(one: Region, other: Region) -> float | None:
    """Return the great-circle distance; None: a region without coordinates."""
    places = (one.latitude, one.longitude, other.latitude, other.longitude)
    if None in places:
        return None
    return great_circle_km(*(degrees for degrees in places if degrees is not None))


def great_circle_km(
    latitude: float, longitude: float, other_latitude: float, other_longitude: float
) -> float:
    """Return the distance of two points given in degrees."""
    phi, other_phi = radians(latitude), radians(other_latitude)
    half_phi = (other_phi - phi) / 2
    half_lambda = radians(other_longitude - longitude) / 2
    a = sin(half_phi) ** 2 + cos(phi) * cos(other_phi) * sin(half_lambda) ** 2
    # Rounding can push opposite points a hair above 1, where asin has no value.
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(a)))


class Relation(StrEnum):
    """How an alternative belongs to the region."""

    PAIR = "pair"
    """Azure's pair of the region."""
    NEAREST = "nearest"
    """The closest region of the same data zone that offers anything."""


@dataclass(frozen=True, eq=False)
class Additions:
    """Entries that the alternative offers with one deployment type, and the region does not."""

    deployment_type: DeploymentType
    not_here: tuple[Entry, ...]
    """Known not to be offered in the region."""
    uncertain_here: tuple[Entry, ...]
    """Unknown or disputed in the region."""


@dataclass(frozen=True, eq=False)
class Alternative:
    """Another region and what it has in addition."""

    region: Region
    relations: frozenset[Relation]
    distance_km: float | None
    """None: one of the two has no coordinates."""
    same_zone: bool
    """In the data zone of the region, perhaps disputed."""
    zone_disputed: bool
    """Sources disagree whether both belong to it."""
    offered_count: int
    """Entries it offers in some way."""
    additions: tuple[Additions, ...]
    """Deployment types with something in addition."""


def pair_of(region: Region, catalog: Catalog) -> Region | None:
    """Return the pair of a region; None: it has none, or the catalogue does not list it."""
    return next((each for each in catalog.regions if each.id == region.paired_region), None)


def nearest_in_zone(region: Region, entries: Sequence[Entry], catalog: Catalog) -> Region | None:
    """Return the closest region of the same data zone that offers anything; None: there is none.

    Regions that belong to the zone beyond dispute come first, however far; regions without
    coordinates are left out.
    """
    if region.data_zone is None:
        return None
    others = [
        (each.data_zone_disputed, apart, each.name, each)
        for each in catalog.regions
        if each.id != region.id and each.data_zone == region.data_zone
        if (apart := distance_km(region, each)) is not None
    ]
    ranked = sorted(others, key=lambda other: other[:3])
    return next(
        (each for *_, each in ranked if offered_entries(region_offers(entries, each, catalog))),
        None,
    )


def alternatives(
    region: Region, entries: Sequence[Entry], catalog: Catalog
) -> tuple[Alternative, ...]:
    """Return the pair and the nearest region of the zone; once where they are the same."""
    here = region_offers(entries, region, catalog)
    related: dict[str, tuple[Region, set[Relation]]] = {}
    for relation, other in (
        (Relation.PAIR, pair_of(region, catalog)),
        (Relation.NEAREST, nearest_in_zone(region, entries, catalog)),
    ):
        if other is not None:
            related.setdefault(other.id, (other, set()))[1].add(relation)
    return tuple(
        _alternative(region, here, other, frozenset(relations), catalog)
        for other, relations in related.values()
    )


def _alternative(
    region: Region,
    here: Sequence[TypeOffers],
    other: Region,
    relations: frozenset[Relation],
    catalog: Catalog,
) -> Alternative:
    there = region_offers(here[0].entries, other, catalog) if here else ()
    same_zone = region.data_zone is not None and other.data_zone == region.data_zone
    return Alternative(
        region=other,
        relations=relations,
        distance_km=distance_km(region, other),
        same_zone=same_zone,
        zone_disputed=same_zone and (region.data_zone_disputed or other.data_zone_disputed),
        offered_count=len(offered_entries(there)),
        additions=tuple(_additions(here, there)),
    )


def _additions(here: Sequence[TypeOffers], there: Sequence[TypeOffers]) -> Iterable[Additions]:
    for ours, theirs in zip(here, there, strict=True):
        more = theirs.known.offered & ~ours.known.offered
        uncertain = more & (ours.known.disputed | ours.known.unknown)
        if more:
            yield Additions(
                ours.deployment_type, _named(ours, more & ~uncertain), _named(ours, uncertain)
            )


def _named(offers: TypeOffers, mask: int) -> tuple[Entry, ...]:
    return tuple(offers.entries[row] for row in rows_of(mask, range(len(offers.entries))))
