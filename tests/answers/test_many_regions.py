# SPDX-License-Identifier: MIT
"""Prices of many regions are asked for once for regions that the same prices name."""

from itertools import product

from azmodels_gui.answers.answer import Answer
from azmodels_gui.answers.availability import availability
from azmodels_gui.answers.capacity import ptu_price
from azmodels_gui.answers.prices import PriceLine, token_price
from azmodels_gui.answers.viewpoint import Viewpoint
from azmodels_gui.catalog.document import Entry
from azmodels_gui.catalog.terms import ContextBand, PriceTier, Scope, Term, TokenCategory
from tests.builders import TODAY, shipped_catalog

CATALOG = shipped_catalog()
LINES = [
    PriceLine(category, scope, ContextBand.SHORT, tier)
    for category, scope, tier in product(
        (TokenCategory.INPUT, TokenCategory.OUTPUT), Scope, (PriceTier.STANDARD, PriceTier.BATCH)
    )
]
"""What most is stated for, by region and zone as well."""
IDS = tuple(region.id for region in CATALOG.regions)
EVERYWHERE = Viewpoint(CATALOG, TODAY, IDS)
ALONE = {region: Viewpoint(CATALOG, TODAY, (region,)) for region in IDS}


def told(together: Answer, region: str) -> Answer:
    return dict(together.by_place).get(region, together)


def test_each_region_has_the_answer_it_has_alone() -> None:
    asked = 0
    by_region = [each for each in CATALOG.models if len({p.regions for p in each.prices}) > 2]
    for model in by_region[::4]:
        entry = Entry(model, model.versions[-1])
        for line in LINES:
            asked += 1
            together = token_price(entry, line, EVERYWHERE)
            if together.by_place:
                for region, view in ALONE.items():
                    assert told(together, region) == token_price(entry, line, view)
    assert asked > 60


def test_each_region_has_the_ptu_price_it_has_alone() -> None:
    sized = [Entry(model, model.versions[-1]) for model in CATALOG.models if model.ptu]
    for entry in sized[::6]:
        for scope, term in product(Scope, Term):
            together = ptu_price(entry, scope, term, EVERYWHERE)
            if together.by_place:
                for region, view in ALONE.items():
                    assert told(together, region) == ptu_price(entry, scope, term, view)


def test_nothing_is_compared_in_many_regions_once_the_last_entry_went() -> None:
    assert all(row.answers == () for each in availability((), EVERYWHERE) for row in each.rows)
