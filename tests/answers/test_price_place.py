# SPDX-License-Identifier: MIT
"""The nearest region that states a price a place lacks: offered, never taken."""

from azmodels_gui.answers.price_place import price_place
from azmodels_gui.calculator.estimate import Estimate, Question, estimate
from azmodels_gui.calculator.overrides import Overrides
from azmodels_gui.catalog.document import Catalog, Region
from azmodels_gui.catalog.facts import PtuPrice
from azmodels_gui.catalog.terms import Scope, Term
from tests.answers.test_verdict import CATALOG, GPT_5_MINI, REGIONS, reckoned
from tests.builders import TODAY, catalog
from tests.calculator.samples import EAST_US_2, GERMANY, SWEDEN, deployment, ptu_price
from tests.calculator.test_estimate import gpt_5_2


def prices(*regions: str, terms: tuple[Term, ...] = tuple(Term)) -> tuple[PtuPrice, ...]:
    return tuple(ptu_price(term, "100", Scope.DATA_ZONE, *regions) for term in terms)


def found_in(region: Region | None, plan: Catalog, overrides: Overrides | None = None) -> Estimate:
    asked = deployment(gpt_5_2(), region=region)
    return estimate(plan, Question(deployment=asked, day=TODAY, overrides=overrides or Overrides()))


def test_a_region_of_the_same_data_zone_goes_before_any_other() -> None:
    one = catalog(ptu_prices=prices("swedencentral", "eastus2"))
    place = price_place(found_in(GERMANY, one))
    assert place is not None
    assert (place.region, place.same_zone, place.lacks) == (SWEDEN, True, ())
    assert place.states == ("payg", "hour", "month", "year")


def test_one_that_states_all_goes_before_a_nearer_one_that_states_a_part() -> None:
    part = prices("germanywestcentral", terms=(Term.YEAR,))
    one = catalog(ptu_prices=(*part, *prices("eastus2")))
    found = found_in(SWEDEN, one)
    assert found.payg_monthly is not None
    place = price_place(found)
    assert place is not None
    assert (place.region, place.same_zone, place.lacks) == (EAST_US_2, False, ())
    assert place.states == ("hour", "month", "year")


def test_nothing_is_offered_where_nothing_lacks_or_another_place_was_taken() -> None:
    one = catalog(ptu_prices=prices("eastus2"))
    assert price_place(found_in(EAST_US_2, one)) is None
    assert price_place(found_in(None, one)) is None
    assumed = Overrides(price_region=EAST_US_2)
    assert price_place(found_in(GERMANY, one, assumed)) is None


def test_the_prices_that_are_named_are_those_that_are_reckoned_with() -> None:
    found = reckoned(GPT_5_MINI, "swedencentral")
    place = price_place(found)
    assert place is not None
    assert place.as_of is not None
    assert place.ptu_only
    taken = reckoned(
        GPT_5_MINI, "swedencentral", overrides=Overrides(ptu_price_region=REGIONS[place.region.id])
    )
    for way in place.states:
        assert taken.ptu_monthly[Term(way)] is not None
    assert taken.cheapest is not None
    assert found.cheapest is None
    assert CATALOG is found.catalog
