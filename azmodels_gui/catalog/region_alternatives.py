# SPDX-License-Identifier: MIT
"""What else there is when a region is not enough: its pair, the nearest one, sets of two."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import combinations
from math import asin, cos, inf, radians, sin, sqrt

from azmodels_gui.catalog.bitmask import rows_of
from azmodels_gui.catalog.coverage import Coverage, EntrySets, RegionCoverage
from azmodels_gui.catalog.document import Catalog, DeploymentType, Entry, Region
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


@dataclass(frozen=True, eq=False)
class RegionPair(EntrySets):
    """What two regions have of the entries between them."""

    regions: tuple[Region, Region]
    """By name."""
    distance_km: float | None
    """None: one of them has no coordinates."""


def best_pairs(coverage: Coverage) -> tuple[RegionPair, ...]:
    """Return all pairs that offer most; none where one region alone offers as much.

    They are of equal rank. In order: those that lack fewer for certain, then the closer
    ones, then by name.
    """
    singles = [each for each in coverage.regions if each.known.offered]
    most_alone = max((each.offered_count for each in singles), default=0)
    counted = [
        ((one.known.offered | other.known.offered).bit_count(), one, other)
        for one, other in combinations(singles, 2)
    ]
    most = max((count for count, _, _ in counted), default=0)
    if most <= most_alone:
        return ()
    best = (_pair(one, other) for count, one, other in counted if count == most)
    return tuple(sorted(best, key=_order))


def without(coverage: Coverage, region: Region) -> Coverage:
    """Return the answer as it were if there was no such region: what to fall back on."""
    return replace(
        coverage, regions=tuple(each for each in coverage.regions if each.region != region)
    )


def _pair(one: RegionCoverage, other: RegionCoverage) -> RegionPair:
    first, second = sorted((one, other), key=lambda each: each.region.name)
    return RegionPair(
        one.entries,
        one.known | other.known,
        (first.region, second.region),
        distance_km(first.region, second.region),
    )


def _order(pair: RegionPair) -> tuple[int, float, tuple[str, str]]:
    apart = inf if pair.distance_km is None else pair.distance_km
    one, other = pair.regions
    return (pair.missing_count, apart, (one.name, other.name))
