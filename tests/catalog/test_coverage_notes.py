# SPDX-License-Identifier: MIT
"""What an answer says beside its lists, in both languages."""

from datetime import date

import pytest

from azmodels_gui.catalog.coverage import (
    CoverageConditions,
    CoverageRefused,
    RefusedBecause,
    coverage,
)
from azmodels_gui.catalog.coverage_notes import (
    CoverageNote,
    CoverageNoteId,
    counts,
    coverage_notes,
    headline,
    listed,
    note_sentence,
    place,
    used_sources,
)
from azmodels_gui.catalog.document import Catalog, Entry
from azmodels_gui.catalog.facts import Claim, Conflict, Offer
from tests.builders import TODAY, catalog, entry, offer, version
from tests.catalog.queries import ALL_REGIONS, SKUS

REGIONS = ALL_REGIONS
CATALOG = catalog(regions=REGIONS)
GERMANY = CoverageConditions(country="DE")
EU = CoverageConditions(data_zone="EU")


def with_offers(*offers: Offer, name: str = "gpt-x", **more: object) -> Entry:
    """Return an entry of which every other deployment type is known not to exist."""
    named = {each.deployment_type for each in offers}
    others = [offer(sku) for sku in SKUS if sku not in named]
    return entry(name, version(offers=[*offers, *others], **more))  # type: ignore[arg-type]


def notes(
    *asked: Entry, wanted: CoverageConditions = EU, built: Catalog = CATALOG
) -> dict[CoverageNoteId, CoverageNote]:
    return {each.id: each for each in coverage_notes(coverage(asked, wanted, built, TODAY), TODAY)}


def test_models_that_no_region_offers_are_named() -> None:
    found = notes(with_offers(offer("GlobalStandard", "swedencentral")))
    assert note_sentence(found[CoverageNoteId.NOWHERE], "en") == (
        "No region offers this under the conditions (as of 5 Oct 2026): gpt-x 2026-01-01."
    )
    assert CoverageNoteId.UNKNOWN not in found


def test_a_model_of_which_no_source_speaks_is_unknown_and_not_missing() -> None:
    found = notes(entry("unheard", version(offers=[])))
    assert "Unbekannt heißt nicht nein" in note_sentence(found[CoverageNoteId.UNKNOWN], "de")
    assert CoverageNoteId.NOWHERE not in found


def test_a_country_without_an_offer_points_to_its_data_zone() -> None:
    asked = with_offers(offer("DataZoneStandard", "swedencentral"))
    found = notes(asked, wanted=GERMANY)[CoverageNoteId.IN_THE_ZONE_INSTEAD]
    assert [each.id for each in found.regions] == ["swedencentral"]
    assert note_sentence(found, "de").startswith(
        "Verarbeitet in der EU data zone (de) statt nur in Deutschland"
    )


def test_no_zone_is_named_that_has_not_all_either() -> None:
    asked = with_offers(offer("GlobalStandard", "swedencentral"))
    assert CoverageNoteId.IN_THE_ZONE_INSTEAD not in notes(asked, wanted=GERMANY)


def test_a_country_of_disputed_membership_points_to_no_zone() -> None:
    asked = with_offers(offer("DataZoneStandard", "swedencentral"))
    found = notes(asked, wanted=CoverageConditions(country="NO"))
    assert CoverageNoteId.IN_THE_ZONE_INSTEAD not in found


def test_the_zone_is_no_hint_where_the_country_has_all() -> None:
    asked = with_offers(offer("Standard", "germanywestcentral"))
    assert set(notes(asked, wanted=GERMANY)) == {
        CoverageNoteId.WITHIN_GEOGRAPHY,
        CoverageNoteId.NO_LEGAL_ADVICE,
    }


def test_retired_models_are_named_with_the_source_of_the_date() -> None:
    asked = with_offers(offer("Standard", "swedencentral"), retirement=date(2026, 11, 21))
    found = notes(asked)[CoverageNoteId.PAST_DATE]
    assert (found.models, found.sources) == ((asked,), ("schedule",))


def test_a_disputed_offer_is_told_from_a_disputed_place() -> None:
    conflict = Conflict(
        about="availability:Standard",
        claims=(Claim(value="no", source="matrix"), Claim(value="priced", source="prices")),
        regions=("swedencentral",),
    )
    asked = with_offers(
        offer("Standard", "norwayeast", disputed=["swedencentral"]), conflicts=(conflict,)
    )
    found = notes(asked)
    offers = found[CoverageNoteId.OFFER_DISPUTED]
    assert [each.id for each in offers.regions] == ["swedencentral"]
    assert offers.sources == ("matrix", "prices")
    assert [each.id for each in found[CoverageNoteId.ZONE_DISPUTED].regions] == ["norwayeast"]


def test_a_geography_that_crosses_borders_is_explained() -> None:
    asked = with_offers(offer("Standard", "westeurope"))
    found = notes(asked, wanted=CoverageConditions(country="NL"))
    assert "West Europe" in note_sentence(found[CoverageNoteId.CROSSES_BORDERS], "en")


def test_without_a_place_nothing_is_said_of_law() -> None:
    assert notes(with_offers(offer("Standard", "eastus2")), wanted=CoverageConditions()) == {}


def test_the_sources_are_those_of_the_offers_that_count_and_of_the_notes() -> None:
    asked = with_offers(offer("Standard", "swedencentral"), retirement=date(2026, 1, 1))
    found = coverage([asked], EU, CATALOG, TODAY)
    assert used_sources(found, coverage_notes(found, TODAY)) == ("matrix", "schedule")


@pytest.mark.parametrize(
    ("regions", "disputed", "expected"),
    [
        pytest.param(["swedencentral"], [], "1 region offers m 1.", id="one"),
        pytest.param(
            ["swedencentral", "germanywestcentral"], [], "2 regions offer m 1.", id="several"
        ),
        pytest.param(
            [],
            ["swedencentral"],
            "No region offers m 1 for certain; in 1 it is unknown or disputed.",
            id="disputed",
        ),
        pytest.param([], [], "No region offers m 1 (as of 5 Oct 2026).", id="none"),
    ],
)
def test_the_headline(regions: list[str], disputed: list[str], expected: str) -> None:
    asked = Entry(
        entry("m").model, version("1", offers=[offer("Standard", *regions, disputed=disputed)])
    )
    standard = CoverageConditions(deployment_types=frozenset({"Standard"}))
    assert headline(coverage([asked], standard, CATALOG, TODAY), "en", TODAY) == expected


def test_counts_tell_unknowns_apart() -> None:
    known = with_offers(offer("Standard", "eastus2"))
    asked = (known, entry("unheard", version(offers=[])))
    found = coverage(asked, CoverageConditions(), CATALOG, TODAY)
    (here,) = (each for each in found.open if each.region.id == "eastus2")
    assert counts(here, "en") == "offered: 1 of 2, unknown: 1"
    assert counts(here, "de") == "angeboten: 1 von 2, unbekannt: 1"
    assert counts(here, "en", named=True).endswith("unknown: 1 (unheard 2026-01-01)")


def test_the_place_is_named_in_both_languages() -> None:
    wanted = CoverageConditions(data_zone="EU", country="DE")
    found = coverage([with_offers()], wanted, CATALOG, TODAY)
    assert place(found, "en") == "EU data zone, Germany"
    assert place(found, "de") == "EU data zone (de), Deutschland"


@pytest.mark.parametrize("reason", [pytest.param(each, id=each.value) for each in RefusedBecause])
def test_every_refusal_is_a_sentence(reason: RefusedBecause) -> None:
    for language in ("en", "de"):
        told = CoverageRefused(reason, "MARS").told(language)
        assert told.endswith(".")
        assert ("MARS" in told) == reason.value.startswith("unknown")


def test_many_names_are_cut_and_counted() -> None:
    names = [str(number) for number in range(12)]
    assert listed(names, "en") == "0, 1, 2, 3, 4, 5, 6, 7 and 4 more"
    assert listed(names[:9], "de") == "0, 1, 2, 3, 4, 5, 6, 7, 8"


def test_what_is_unknown_does_not_bury_a_known_no() -> None:
    denied = offer("DataZoneStandard").but(as_of="2026-09-02")
    found = notes(entry("a", version(offers=[denied])))
    note = found[CoverageNoteId.TYPES_DENIED]
    assert CoverageNoteId.UNKNOWN in found
    assert note_sentence(note, "en") == (
        "Ruled out all the same: a 2026-01-01, DataZoneStandard (as of 2 Sep 2026)."
    )
    assert note_sentence(note, "de").endswith("DataZoneStandard (Stand 02.09.2026).")
