# SPDX-License-Identifier: MIT
"""Price meters for tests: the API's form, invented figures."""

from typing import Any

from azmodels_gui.catalog.document import Region
from tests.builders import region as built_region


def meter(name: str, **more: Any) -> dict[str, Any]:
    return {
        "currencyCode": "USD",
        "retailPrice": 0.002,
        "armRegionName": "eastus2",
        "effectiveStartDate": "2026-01-01T00:00:00Z",
        "meterName": name,
        "productName": "Azure OpenAI",
        "skuName": name,
        "serviceName": "Foundry Models",
        "unitOfMeasure": "1K",
        "type": "Consumption",
    } | more


def region(name: str) -> Region:
    """Return a region that is all that is known of itself."""
    return built_region(name, None, name, name)
