# SPDX-License-Identifier: MIT
"""Dots and a catalogue with coordinates for the tests of the map."""

from typing import Any

from PySide6.QtCore import QPoint

from azmodels_gui.catalog.document import Catalog, DataZone, Region
from azmodels_gui.window.regions.region_dots import MapAge, RegionDot
from azmodels_gui.window.regions.region_map import RegionMap
from tests.builders import catalog, model, offer, text, version

PLACES = {
    "germanywestcentral": ("Germany West Central", "Germany", 50.11, 8.68, "EU"),
    "swedencentral": ("Sweden Central", "Sweden", 60.67, 17.14, "EU"),
    "eastus2": ("East US 2", "United States", 36.67, -78.39, "US"),
    "japaneast": ("Japan East", "Japan", 35.68, 139.77, "APAC"),
    "australiacentral": ("Australia Central", "Australia", -35.3075, 149.1244, None),
    "australiacentral2": ("Australia Central 2", "Australia", -35.3075, 149.1244, None),
}

AGE = MapAge("availability 5 Oct 2026", "not offered (as of 5 Oct 2026)")


def dot(region: str = "germanywestcentral", **figures: Any) -> RegionDot:
    name, country, latitude, longitude, zone = PLACES[region]
    values: dict[str, Any] = {
        "region": region,
        "name": name,
        "country": country,
        "country_name": country,
        "latitude": latitude,
        "longitude": longitude,
        "zone": zone,
        "zone_disputed": zone == "APAC",
        "offered": 1,
        "disputed": 0,
        "unknown": 0,
        "total": 2,
    }
    return RegionDot(**(values | figures))


def dots() -> tuple[RegionDot, ...]:
    return tuple(dot(region) for region in PLACES)


def map_catalog() -> Catalog:
    """Return a catalogue with two models; one region has no coordinates."""
    regions = tuple(
        Region(
            id=key,
            name=name,
            geography=country,
            geography_group="Anywhere",
            data_zone=zone,
            data_zone_disputed=zone == "APAC",
            latitude=latitude,
            longitude=longitude,
            source="regions",
        )
        for key, (name, country, latitude, longitude, zone) in PLACES.items()
    )
    nowhere = Region(
        id="nowhere", name="Nowhere", geography="?", geography_group="?", source="regions"
    )
    zones = (
        DataZone(
            id="EU",
            name=text("EU data zone", "EU-Datenzone"),
            geographies=("Germany", "Sweden"),
            disputed_geographies=("Norway",),
        ),
        DataZone(id="US", name=text("US data zone", "US-Datenzone")),
        DataZone(id="APAC", name=text("Asia-Pacific data zone", "Asien-Pazifik-Datenzone")),
    )
    return catalog(
        model(
            "alpha",
            version(offers=(offer("Standard", "swedencentral", "eastus2"),)),
        ),
        model("beta", version(offers=(offer("Standard", "swedencentral"),))),
        regions=(*regions, nowhere),
        data_zones=zones,
    )


def place_of(region_map: RegionMap, region: str) -> QPoint:
    """Return the pixel of a region's dot."""
    shown = {each.dot.region: each.place for each in region_map.layout_on_show().dots}
    x, y = shown[region]
    return QPoint(round(x), round(y))
