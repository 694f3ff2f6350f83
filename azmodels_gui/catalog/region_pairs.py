# SPDX-License-Identifier: MIT
"""The best sets of two regions, for when no single region has all entries."""

from dataclasses import dataclass, replace
from itertools import combinations
from math import inf

from azmodels_gui.catalog.coverage import Coverage, EntrySets, RegionCoverage
from azmodels_gui.catalog.document import Region
from azmodels_gui.catalog.region_alternatives import distance_km


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
