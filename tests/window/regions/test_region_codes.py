# SPDX-License-Identifier: MIT
"""Packed availability says the same as the plain question."""

from hypothesis import given

from azmodels_gui.catalog.document import Catalog, entries
from azmodels_gui.catalog.terms import Availability
from azmodels_gui.window.regions.cell_words import RegionCodes, availability_at
from tests.builders import catalog, entry, offer, version
from tests.catalog.queries import catalogs


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
