# SPDX-License-Identifier: MIT
"""What is kept of files that hold far more than the catalogue is made of."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from azmodels_gui.language.words import N_
from azmodels_gui.publish.asking import json_of, unexpected

Trim = Callable[[bytes, str], bytes]
"""Takes a file and its address, for the error, and returns what is kept of it."""


def _azure_rows(data: bytes, url: str) -> bytes:
    """Return litellm's rows of models on Azure.

    Raises:
        NotFetched: the file has none.
    """
    rows = json_of(data, url)
    kept = (
        {key: fields for key, fields in rows.items() if key.startswith(("azure/", "azure_ai/"))}
        if isinstance(rows, dict)
        else {}
    )
    if not kept:
        raise unexpected(url, N_("it has no rows of models on Azure"))
    return _json(kept)


def _physical_regions(data: bytes, url: str) -> bytes:
    """Return the regions of the answer of `az account list-locations` that a module caches.

    Raises:
        NotFetched: the file has another form.
    """
    answer = json_of(data, url)
    try:
        listed = answer["locals"]["locations_cached"]["value"]
        found = [
            _region(each) for each in listed if each["metadata"].get("regionType") == "Physical"
        ]
    except (KeyError, TypeError, AttributeError) as error:
        raise unexpected(url, N_("it is no list of regions")) from error
    if not found:
        raise unexpected(url, N_("it is no list of regions"))
    return _json(sorted(found, key=lambda region: str(region["name"])))


def _region(item: Mapping[str, Any]) -> dict[str, Any]:
    about = item["metadata"]
    return {
        "name": item["name"],
        "displayName": item["displayName"],
        "regionalDisplayName": item["regionalDisplayName"],
        "geography": about["geography"],
        "geographyGroup": about["geographyGroup"],
        "physicalLocation": about.get("physicalLocation"),
        "latitude": about.get("latitude"),
        "longitude": about.get("longitude"),
        "regionCategory": about.get("regionCategory"),
        "pairedRegion": [each["name"] for each in about.get("pairedRegion") or ()],
        "availabilityZones": [
            each["logicalZone"] for each in item.get("availabilityZoneMappings") or ()
        ],
    }


def _json(kept: object) -> bytes:
    return (json.dumps(kept, ensure_ascii=False, indent=1) + "\n").encode()


TRIMMED: Mapping[str, Trim] = {"litellm prices": _azure_rows, "regions": _physical_regions}
"""By the form of the file; all others are kept as they are."""
