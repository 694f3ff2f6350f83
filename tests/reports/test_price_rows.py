# SPDX-License-Identifier: MIT
"""Prices of many regions are asked for once for regions that the same prices name."""

from itertools import product

from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.terms import ContextBand, PriceTier, Scope, TokenCategory
from azmodels_gui.reports.price_rows import PriceLine, price_cell, region_cells
from azmodels_gui.storage.catalog_file import bundled_catalog
from tests.reports.samples import order

CATALOG = bundled_catalog()
LINES = [
    PriceLine(category, scope, ContextBand.SHORT, tier)
    for category, scope, tier in product(
        (TokenCategory.INPUT, TokenCategory.OUTPUT), Scope, (PriceTier.STANDARD, PriceTier.BATCH)
    )
]
"""What most is stated for, by region and zone as well."""


def test_each_region_has_the_answer_it_has_alone() -> None:
    everywhere = order("en", CATALOG, regions=CATALOG.regions)
    alone = [order("en", CATALOG, regions=(region,)) for region in CATALOG.regions]
    asked = 0
    by_region = [each for each in CATALOG.models if len({p.regions for p in each.prices}) > 2]
    for model in by_region[::4]:
        entry = Entry(model, model.versions[-1])
        for line in LINES:
            asked += 1
            together = list(region_cells(entry, line, everywhere))
            assert together == [price_cell(entry, line, each) for each in alone]
    assert asked > 60
