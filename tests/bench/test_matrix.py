# SPDX-License-Identifier: MIT
"""The measured matrix has as many regions as its budget speaks of."""

from bench.matrix import REGIONS, with_regions
from tests.builders import catalog


def test_regions_are_added_under_names_of_their_own() -> None:
    widened = with_regions(catalog(), REGIONS)
    ids = [region.id for region in widened.regions]
    assert len(ids) == len(set(ids)) == REGIONS


def test_a_catalogue_with_enough_regions_stays_as_it_is() -> None:
    assert with_regions(catalog(), 3).regions == catalog().regions
