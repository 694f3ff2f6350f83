# SPDX-License-Identifier: MIT
"""Countries of data zones: what the zone lists, where its regions are, what is disputed."""

from azmodels_gui import bundled_catalog_path
from azmodels_gui.catalog.document import DataZone, Region
from azmodels_gui.catalog.residency import zone_countries
from azmodels_gui.storage.catalog_file import catalog_or_bundled
from tests.builders import catalog, text


def region(name: str, geography: str, zone: str | None, *, disputed: bool = False) -> Region:
    return Region(
        id=name,
        name=name,
        geography=geography,
        geography_group="Europe",
        data_zone=zone,
        data_zone_disputed=disputed,
        source="regions",
    )


def test_countries_come_from_the_list_and_from_the_regions() -> None:
    zone = DataZone(
        id="EU", name=text("EU"), geographies=("Portugal",), disputed_geographies=("Norway",)
    )
    regions = (
        region("swedencentral", "Sweden", "EU"),
        region("switzerlandnorth", "Switzerland", "EU", disputed=True),
        region("norwayeast", "Norway", "EU"),
        region("uksouth", "UK", None),
    )
    (found,) = zone_countries(catalog(data_zones=(zone,), regions=regions))
    assert found.zone == "EU"
    assert found.certain == {"Portugal", "Sweden"}
    assert found.disputed == {"Norway", "Switzerland"}


def test_one_region_beyond_dispute_settles_its_country() -> None:
    zone = DataZone(id="APAC", name=text("APAC"))
    regions = (
        region("one", "India", "APAC"),
        region("two", "India", "APAC", disputed=True),
    )
    (found,) = zone_countries(catalog(data_zones=(zone,), regions=regions))
    assert found.certain == {"India"}
    assert not found.disputed


def test_the_shipped_catalogue_knows_member_states_without_a_region() -> None:
    zones = {
        each.zone: each
        for each in zone_countries(catalog_or_bundled(bundled_catalog_path()).catalog)
    }
    assert {"Portugal", "Malta", "Germany"} <= zones["EU"].certain
    assert zones["EU"].disputed == {"Norway", "Switzerland"}
    assert zones["US"].certain == {"United States"}
    assert {"Australia", "Japan", "Korea"} <= zones["APAC"].certain
