# SPDX-License-Identifier: MIT
"""A catalogue whose one model has everything the calculator asks for, and its answers."""

from dataclasses import replace
from decimal import Decimal

from azmodels_gui.calculator.asking import Asker
from azmodels_gui.calculator.inputs import Inputs, LoadFrom
from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.index import CatalogIndex
from tests.builders import TODAY, catalog
from tests.calculator.samples import PTU_PRICES
from tests.calculator.test_estimate import gpt_5_2

INPUTS = Inputs(
    model="gpt-5.2",
    version="2025-12-11",
    deployment_type="DataZoneProvisionedManaged",
    region="eastus2",
)
"""1,000 requests a minute of 200 and 20 tokens: 105.88 PTU, 110 to be deployed."""


def calculator_catalog() -> Catalog:
    entry = gpt_5_2()
    return catalog(entry.model, ptu_prices=PTU_PRICES)


def asker() -> Asker:
    return Asker(CatalogIndex(calculator_catalog(), TODAY))


def inputs(**more: object) -> Inputs:
    entry = gpt_5_2()
    named = replace(INPUTS, model=entry.model.id, version=entry.version.version)
    return replace(named, **more)  # type: ignore[arg-type]


BUSY = {"requests_per_minute": Decimal(1_000), "average_percent": Decimal(90)}


def hours(**more: object) -> Inputs:
    """Return inputs whose load is the hours of a day, as somebody set them."""
    return inputs(load_from=LoadFrom.PROFILE, profile_is_example=False, **more)
