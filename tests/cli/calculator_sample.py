# SPDX-License-Identifier: MIT
"""A catalogue for the calculator's commands: gpt-5.2 with its figures, and odd companions."""

from datetime import date

from azmodels_gui.catalog.document import Catalog, Modalities
from azmodels_gui.catalog.facts import Limits, Quota, TokenLimit
from azmodels_gui.catalog.terms import Billing, PriceTier, Scope, TokenCategory
from tests.builders import DEPLOYMENT_TYPES, catalog, deployment_type, model, offer, price, version
from tests.calculator.samples import (
    FIREWORKS,
    GPT_5_2,
    GPT_5_2_PRICES,
    IMAGE_2,
    PTU_PRICES,
    ratio_ptu,
)

KNOWN = version(
    "2025-12-11",
    retirement=date(2027, 6, 8),
    offers=[
        offer("DataZoneProvisionedManaged", "eastus2", "germanywestcentral"),
        offer("DataZoneStandard", "eastus2"),
    ],
    limits=Limits(context_window=TokenLimit(tokens=400_000, source="matrix")),
)


def calculator_catalog() -> Catalog:
    """Return the catalogue that the tests of `size`, `cost` and `profile` read."""
    return catalog(
        model(
            "gpt-5.2",
            KNOWN,
            channel="azure_openai",
            ptu=(GPT_5_2,),
            prices=(
                *GPT_5_2_PRICES,
                price("0.9625", scope=Scope.DATA_ZONE, tier=PriceTier.BATCH, regions=("eastus2",)),
                price(
                    "7.7",
                    TokenCategory.OUTPUT,
                    Scope.DATA_ZONE,
                    tier=PriceTier.BATCH,
                    regions=("eastus2",),
                ),
            ),
            quotas=(
                Quota(
                    deployment_type="DataZoneStandard",
                    tier="1",
                    tpm=100_000,
                    requests=3_000,
                    source="matrix",
                ),
                Quota(deployment_type="DataZoneStandard", tier="2", tpm=10**6, source="matrix"),
            ),
        ),
        model(
            "gpt-image-2",
            version("2026-04-21"),
            modalities=Modalities(input=("text", "image"), output=("image",), source="types"),
            ptu=(IMAGE_2,),
        ),
        model("o1", version("1"), ptu=(ratio_ptu(230, "4", sizes=((Scope.REGIONAL, 25, 50),)),)),
        model("FW-GLM", version("1"), ptu=(FIREWORKS,), channel="fireworks"),
        model("gpt-plain", version("1"), prices=GPT_5_2_PRICES),
        ptu_prices=PTU_PRICES,
        deployment_types=(
            *DEPLOYMENT_TYPES,
            deployment_type("DeveloperTier", Billing.PAYG, Scope.GLOBAL),
        ),
    )
