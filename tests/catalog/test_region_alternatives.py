# SPDX-License-Identifier: MIT
"""One region: what it offers, and its alternatives."""

import pytest

from azmodels_gui.catalog.document import Catalog, Region, entries
from azmodels_gui.catalog.facts import Offer
from azmodels_gui.catalog.region_alternatives import (
    Alternative,
    Relation,
    alternatives,
    nearest_in_zone,
    offered_entries,
    pair_of,
    region_offers,
)
from tests.builders import catalog, entry, model, offer, region, version

PLACES = {
    "Frankfurt": (50.1, 8.7),
    "Paris": (48.9, 2.4),
    "Milan": (45.5, 9.2),
    "Basel": (47.6, 7.6),
}


def placed(name: str, *, pair: str | None = None, disputed: bool = False) -> Region:
    latitude, longitude = PLACES.get(name, (None, None))
    return region(name, "EU", name, "Europe").but(
        latitude=latitude, longitude=longitude, paired_region=pair, data_zone_disputed=disputed
    )


FRANKFURT = placed("Frankfurt", pair="milan")
PARIS, MILAN, BASEL = placed("Paris"), placed("Milan"), placed("Basel", disputed=True)
LOST = placed("Lost", pair="nowhere")
LONDON = region("London", None, "United Kingdom", "UK")
REGIONS = (FRANKFURT, PARIS, MILAN, BASEL, LOST, LONDON)


def built(*offers: Offer, name: str = "m") -> Catalog:
    return catalog(model(name, version(offers=offers)), regions=REGIONS)


def of(built_catalog: Catalog, here: Region) -> tuple[Alternative, ...]:
    return alternatives(here, tuple(entries(built_catalog)), built_catalog)


def test_a_region_says_for_each_type_what_is_offered_unknown_and_disputed() -> None:
    asked = [
        entry("a", version(offers=[offer("Standard", "paris")])),
        entry("b", version(offers=[offer("Standard", disputed=["paris"])])),
        entry("c", version(offers=[])),
        entry("d", version(offers=[offer("Standard")])),
    ]
    offers = region_offers(asked, PARIS, catalog(regions=REGIONS))
    (standard,) = (each for each in offers if each.deployment_type.id == "Standard")
    named = (standard.offered, standard.disputed, standard.unknown, standard.missing)
    assert ["".join(each.model.id for each in some) for some in named] == ["a", "b", "c", "d"]
    assert [each.model.id for each in offered_entries(offers)] == ["a"]


def test_the_nearest_region_offers_something() -> None:
    catalog_ = built(offer("Standard", "milan"))
    assert nearest_in_zone(FRANKFURT, tuple(entries(catalog_)), catalog_) is MILAN


def test_a_closer_region_of_disputed_membership_comes_after_a_certain_one() -> None:
    catalog_ = built(offer("Standard", "milan", "basel"))
    assert nearest_in_zone(PARIS, tuple(entries(catalog_)), catalog_) is MILAN
    only_disputed = built(offer("Standard", "basel"))
    (found,) = of(only_disputed, PARIS)
    assert (found.region, found.zone_disputed) == (BASEL, True)


@pytest.mark.parametrize(
    "here",
    [
        pytest.param(LONDON, id="outside of any zone"),
        pytest.param(LOST, id="without coordinates"),
    ],
)
def test_there_may_be_no_nearest_region(here: Region) -> None:
    catalog_ = built(offer("Standard", "milan"))
    assert nearest_in_zone(here, tuple(entries(catalog_)), catalog_) is None


def test_a_pair_that_the_catalogue_does_not_list_is_none() -> None:
    assert pair_of(LOST, built()) is None
    assert pair_of(FRANKFURT, built()) is MILAN


def test_the_pair_that_is_also_nearest_comes_once() -> None:
    (found,) = of(built(offer("Standard", "milan")), FRANKFURT)
    assert found.relations == {Relation.PAIR, Relation.NEAREST}
    assert found.distance_km == pytest.approx(513, rel=0.01)
    assert (found.same_zone, found.zone_disputed) == (True, False)


def test_what_is_offered_in_addition_tells_no_from_unknown() -> None:
    catalog_ = catalog(
        model("no", version(offers=[offer("Standard", "milan")])),
        model("unknown", version(offers=[offer("Standard", "milan", covered=("milan",))])),
        model("both", version(offers=[offer("Standard", "milan", "frankfurt")])),
        regions=REGIONS,
    )
    (found,) = of(catalog_, FRANKFURT)
    (more,) = found.additions
    assert more.deployment_type.id == "Standard"
    assert [each.model.id for each in more.not_here] == ["no"]
    assert [each.model.id for each in more.uncertain_here] == ["unknown"]
    assert found.offered_count == 3


def test_an_empty_catalogue_has_alternatives_without_additions() -> None:
    nothing = catalog(regions=REGIONS, deployment_types=())
    (found,) = of(nothing, FRANKFURT)
    assert (found.offered_count, found.additions) == (0, ())
