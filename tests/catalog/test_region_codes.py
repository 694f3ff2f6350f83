# SPDX-License-Identifier: MIT
"""Packed availability says the same as the plain question, and counts are those of a loop."""

from collections import Counter
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.catalog.bitmask import mask_of
from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.entry import entries
from azmodels_gui.catalog.facts import Offer
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.offered import strongest
from azmodels_gui.catalog.region_codes import RegionCodes, availability_at
from azmodels_gui.catalog.region_tally import RegionTally, Tally
from azmodels_gui.catalog.terms import Availability
from tests.builders import TODAY, catalog, entry, model, offer, version
from tests.catalog.queries import SKUS, catalogs


@given(catalogs())
def test_a_code_says_what_the_plain_question_answers(built: Catalog) -> None:
    codes = RegionCodes(built)
    for each in entries(built):
        row = codes.row(each)
        for place, region in enumerate(codes.regions):
            found = [availability_at(row[place], codes.place(kind)) for kind in codes.kinds]
            assert found == [each.availability(kind, region) for kind in codes.kinds]


def test_a_type_the_catalogue_does_not_list_is_passed_over() -> None:
    codes = RegionCodes(catalog())
    row = codes.row(entry("a", version(offers=[offer("Unheard", "swedencentral")])))
    assert set(row) == {0}
    assert codes.mask("Unheard") == 0


def test_a_mask_keeps_the_types_asked_for_alone() -> None:
    codes = RegionCodes(catalog())
    offers = [offer("Standard", "swedencentral"), offer("GlobalStandard", "swedencentral")]
    at = codes.regions.index("swedencentral")
    code = codes.row(entry("a", version(offers=offers)))[at] & codes.mask("Standard")
    assert availability_at(code, codes.place("Standard")) is Availability.OFFERED
    assert availability_at(code, codes.place("GlobalStandard")) is Availability.UNKNOWN


@given(catalogs(), st.sets(st.sampled_from(SKUS), min_size=1), st.randoms(use_true_random=False))
def test_counts_are_those_of_a_plain_loop(built: Catalog, kinds: set[str], random: Random) -> None:
    index = CatalogIndex(built, TODAY)
    rows = [row for row in range(len(index.entries)) if random.random() < 0.7]
    tally = RegionTally(index, kinds)
    mask = mask_of(rows, len(index.entries))
    for region in (each.id for each in built.regions):
        counts = Counter(
            strongest(index.entries[row].availability(kind, region) for kind in kinds)
            for row in rows
        )
        assert tally.tally(region, mask) == Tally(
            offered=counts[Availability.OFFERED],
            conflict=counts[Availability.CONFLICT],
            unknown=counts[Availability.UNKNOWN],
            not_offered=counts[Availability.NOT_OFFERED],
        )
        assert tally.offered(region, mask) == counts[Availability.OFFERED]


@given(catalogs(), st.sets(st.sampled_from(SKUS), min_size=1))
def test_rows_open_everywhere_are_those_of_a_plain_loop(built: Catalog, kinds: set[str]) -> None:
    index = CatalogIndex(built, TODAY)
    regions = [region.id for region in built.regions]
    found = RegionTally(index, kinds).open_rows(regions)
    for row, each in enumerate(index.entries):
        answers = [{each.availability(kind, region) for kind in kinds} for region in regions]
        said = {Availability.OFFERED, Availability.CONFLICT}
        is_open = all(Availability.UNKNOWN in some and not some & said for some in answers)
        assert bool(found >> row & 1) is is_open


@pytest.mark.parametrize(
    ("offers", "expected"),
    [
        pytest.param([offer("Standard", "swedencentral")], True, id="offered"),
        pytest.param([offer("Standard", disputed=["swedencentral"])], True, id="disputed"),
        pytest.param([offer("Standard", "eastus2")], False, id="offered elsewhere"),
        pytest.param([], False, id="unknown everywhere"),
    ],
)
def test_a_region_without_any_offer_is_told_apart(offers: list[Offer], expected: bool) -> None:
    index = CatalogIndex(catalog(model("a", version(offers=offers))), TODAY)
    assert RegionTally(index, ["Standard"]).offers_anything("swedencentral") is expected


def test_without_a_deployment_type_nothing_is_offered() -> None:
    index = CatalogIndex(catalog(model("a", version(offers=[offer("Standard", "eastus2")]))), TODAY)
    assert RegionTally(index, []).offered("eastus2", index.everything) == 0
