# SPDX-License-Identifier: MIT
"""Deployments for the calculator's tests: parameters as published, or round ones."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from azmodels_gui.calculator.deployment import Deployment
from azmodels_gui.calculator.month import Month
from azmodels_gui.calculator.month_load import MonthLoad
from azmodels_gui.calculator.workload import Workload
from azmodels_gui.catalog.document import DeploymentType, Entry, Region
from azmodels_gui.catalog.facts import PtuParameters, PtuPrice, ScopeSizing, TokenWeight
from azmodels_gui.catalog.terms import ContextBand, Scope, Term, TokenCategory
from tests.builders import DEPLOYMENT_TYPES, REGIONS, entry, price

TYPES = {kind.id: kind for kind in DEPLOYMENT_TYPES}
GLOBAL_PTU = TYPES["GlobalProvisionedManaged"]
DATA_ZONE_PTU = TYPES["DataZoneProvisionedManaged"]
REGIONAL_PTU = TYPES["ProvisionedManaged"]
REGIONS_BY_ID = {region.id: region for region in REGIONS}
GERMANY = REGIONS_BY_ID["germanywestcentral"]
SWEDEN = REGIONS_BY_ID["swedencentral"]
SWITZERLAND = REGIONS_BY_ID["switzerlandnorth"]
EAST_US_2 = REGIONS_BY_ID["eastus2"]

Sizes = tuple[Scope, int, int]
USUAL_SIZES: tuple[Sizes, ...] = (
    (Scope.GLOBAL, 15, 5),
    (Scope.DATA_ZONE, 15, 5),
    (Scope.REGIONAL, 50, 50),
)


def weight(category: TokenCategory, amount: str, band: ContextBand | None = None) -> TokenWeight:
    return TokenWeight(category=category, weight=Decimal(amount), context_band=band)


def ptu(
    tpm: int, *weights: TokenWeight, sizes: Iterable[Sizes] = USUAL_SIZES, **more: Any
) -> PtuParameters:
    return PtuParameters(
        input_tpm_per_ptu=tpm,
        weights=weights,
        sizing=tuple(
            ScopeSizing(scope=scope, minimum_ptu=minimum, scale_increment=increment)
            for scope, minimum, increment in sizes
        ),
        source=more.pop("source", "types"),
        **more,
    )


def ratio_ptu(tpm: int, ratio: str, **more: Any) -> PtuParameters:
    """Parameters of a model with an output ratio; cached input is free."""
    return ptu(
        tpm,
        weight(TokenCategory.INPUT, "1"),
        weight(TokenCategory.CACHED_INPUT, "0"),
        weight(TokenCategory.OUTPUT, ratio),
        **more,
    )


EIGHT_WEIGHTS = tuple(
    weight(category, amount, band)
    for band, amounts in (
        (ContextBand.SHORT, ("1", "0.1", "1.25", "5")),
        (ContextBand.LONG, ("2", "0.2", "2.5", "7.5")),
    )
    for category, amount in zip(
        (
            TokenCategory.INPUT,
            TokenCategory.CACHED_INPUT,
            TokenCategory.CACHE_WRITE,
            TokenCategory.OUTPUT,
        ),
        amounts,
        strict=True,
    )
)
"""Weights of GPT-6 as published."""

GPT_5_2 = ratio_ptu(3_400, "8")
ASTRA = ptu(600, *EIGHT_WEIGHTS)
SOL = ptu(3_000, *EIGHT_WEIGHTS)
IMAGE_2 = ptu(
    1_200,
    weight(TokenCategory.INPUT, "1"),
    weight(TokenCategory.IMAGE_INPUT, "1.6"),
    weight(TokenCategory.IMAGE_OUTPUT, "6"),
    sizes=((Scope.GLOBAL, 100, 100), (Scope.DATA_ZONE, 100, 100), (Scope.REGIONAL, 100, 100)),
)
LLAMA = ratio_ptu(8_450, "4", sizes=((Scope.GLOBAL, 100, 100), (Scope.DATA_ZONE, 100, 100)))
FIREWORKS = ptu(
    3_000,
    weight(TokenCategory.INPUT, "1"),
    sizes=((Scope.GLOBAL, 300, 150), (Scope.DATA_ZONE, 300, 150)),
    data_zones=("US",),
)
ROUND = ratio_ptu(1_000, "4")


def with_ptu(*parameters: PtuParameters, **more: Any) -> Entry:
    """Return an entry with PTU parameters; prices and the like by keyword."""
    return entry("gpt-x", more.pop("one_version", None), ptu=parameters, **more)


def load(
    rpm: int | Decimal = 1_000, into: int | Decimal = 200, out: int | Decimal = 20, **more: Any
) -> Workload:
    return Workload(requests_per_minute=rpm, input_tokens=into, output_tokens=out, **more)


def deployment(
    one: Entry,
    *workloads: Workload,
    average_load: Decimal | None = None,
    month: Month = Month.HOURS_730,
    kind: DeploymentType = DATA_ZONE_PTU,
    region: Region | None = None,
    **more: Any,
) -> Deployment:
    return Deployment(
        entry=one,
        deployment_type=kind,
        loads=tuple(
            MonthLoad.of_peak(each, average_load, month) for each in workloads or (load(),)
        ),
        region=region,
        **more,
    )


def ptu_price(
    term: Term, amount: str, scope: Scope = Scope.DATA_ZONE, *regions: str, **more: Any
) -> PtuPrice:
    more.setdefault("product", "Azure OpenAI")
    return PtuPrice(
        scope=scope,
        regions=regions,
        term=term,
        amount=Decimal(amount),
        source=more.pop("source", "prices"),
        **more,
    )


GPT_5_2_PRICES = tuple(
    price(amount, category, scope, regions=regions)
    for scope, regions, amounts in (
        (Scope.GLOBAL, ("eastus2", "swedencentral"), ("1.75", "0.175", "14")),
        (Scope.DATA_ZONE, ("eastus2", "swedencentral"), ("1.925", "0.1925", "15.4")),
    )
    for category, amount in zip(
        (TokenCategory.INPUT, TokenCategory.CACHED_INPUT, TokenCategory.OUTPUT),
        amounts,
        strict=True,
    )
)
"""Prices of gpt-5.2 for 1M tokens as the price list has them."""

PTU_PRICES = (
    ptu_price(Term.HOUR, "1.00", Scope.GLOBAL, "eastus2"),
    ptu_price(Term.HOUR, "1.10", Scope.DATA_ZONE, "eastus2"),
    ptu_price(Term.MONTH, "286", Scope.DATA_ZONE, "eastus2"),
    ptu_price(Term.YEAR, "2916", Scope.DATA_ZONE, "eastus2"),
)
