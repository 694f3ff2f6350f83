# SPDX-License-Identifier: MIT
"""The best two regions: all of equal rank, in an order that never changes."""

from itertools import combinations

from hypothesis import given

from azmodels_gui.catalog.coverage import CoverageConditions, coverage
from azmodels_gui.catalog.document import Catalog, entries
from azmodels_gui.catalog.region_alternatives import RegionPair, best_pairs
from tests.builders import REGIONS, TODAY, catalog, entry, offer, version
from tests.catalog.queries import catalogs

PLACES = {
    "germanywestcentral": (50.1, 8.7),
    "swedencentral": (60.7, 17.1),
    "eastus2": (36.7, -78.4),
}
PLACED = tuple(
    each.but(**dict(zip(("latitude", "longitude"), PLACES.get(each.id, (None, None)), strict=True)))
    for each in REGIONS
)


def pairs(*offered: tuple[str, ...]) -> tuple[RegionPair, ...]:
    """Return the best pairs for entries that are offered in these regions."""
    asked = [
        entry(f"m{number}", version(offers=[offer("Standard", *regions)]))
        for number, regions in enumerate(offered)
    ]
    standard = CoverageConditions(deployment_types=frozenset({"Standard"}))
    return best_pairs(coverage(asked, standard, catalog(regions=PLACED), TODAY))


def named(found: tuple[RegionPair, ...]) -> list[tuple[str, str]]:
    return [(pair.regions[0].id, pair.regions[1].id) for pair in found]


def test_two_regions_that_have_all_between_them() -> None:
    (pair,) = pairs(("eastus2",), ("swedencentral",))
    assert named((pair,)) == [("eastus2", "swedencentral")]
    assert pair.complete


def test_all_pairs_of_equal_rank_are_named_the_closest_first() -> None:
    found = pairs(("swedencentral",), ("eastus2", "germanywestcentral", "japaneast"))
    assert named(found) == [
        ("germanywestcentral", "swedencentral"),
        ("eastus2", "swedencentral"),
        ("japaneast", "swedencentral"),  # without coordinates: last
    ]
    assert found[2].distance_km is None


def test_no_pair_is_named_where_one_region_offers_as_much() -> None:
    assert pairs(("eastus2",), ("eastus2", "swedencentral"), ()) == ()
    assert pairs(("eastus2",)) == ()
    assert pairs(()) == ()


def test_a_pair_that_lacks_one_says_which() -> None:
    (pair,) = pairs(("eastus2",), ("swedencentral",), ())
    assert [each.title for each in pair.missing] == ["m2 2026-01-01"]
    assert not pair.complete


@given(built=catalogs())
def test_no_other_pair_offers_more(built: Catalog) -> None:
    asked = list(entries(built))
    if not asked:
        return
    found = coverage(asked, CoverageConditions(), built, TODAY)
    best = best_pairs(found)
    alone = max(len(each.offered) for each in found.regions)
    together = {
        frozenset((one.region.id, other.region.id)): len({*one.offered, *other.offered})
        for one, other in combinations(found.regions, 2)
    }
    most = max(together.values())
    expected = {pair for pair, count in together.items() if count == most > alone}
    assert {frozenset(each.id for each in pair.regions) for pair in best} == expected
    assert len(best) == len(expected)
    assert all(pair.offered_count == most for pair in best)
