# SPDX-License-Identifier: MIT
"""Regions of a catalogue as dots with counts."""

from typing import Any

from azmodels_gui.window.regions.region_dots import NO_DATE, RegionDot, region_dots, region_words
from tests.builders import REGIONS, catalog, entry, offer, version


def dot(**figures: Any) -> RegionDot:
    counts = {"offered": 0, "disputed": 0, "unknown": 0, "total": 0} | figures
    return RegionDot("x", "X", "Y", 1.0, 2.0, None, False, **counts)


def test_dots_come_in_the_order_of_the_catalogue_with_their_counts() -> None:
    entries = [
        entry("a", version(offers=(offer("Standard", "swedencentral", disputed=("eastus2",)),))),
        entry("b", version(offers=())),
    ]
    dots = region_dots(entries, catalog(), ["Standard"])
    assert [each.region for each in dots] == [region.id for region in REGIONS]
    by_region = {each.region: each for each in dots}
    sweden, virginia = by_region["swedencentral"], by_region["eastus2"]
    assert (sweden.offered, sweden.disputed, sweden.unknown, sweden.total) == (1, 0, 1, 2)
    assert (virginia.offered, virginia.disputed, virginia.unknown) == (0, 1, 1)
    assert (sweden.country, sweden.zone, sweden.latitude) == ("Sweden", "EU", None)


def test_a_region_is_told_with_its_country_in_the_language_on_show() -> None:
    told = {each.region: each for each in region_dots([], catalog(), (), "de")}
    germany = region_words(told["germanywestcentral"], {}, NO_DATE)
    assert germany.startswith("Germany West Central (Deutschland)\n")
    assert told["germanywestcentral"].country == "Germany"


def test_shares_of_nothing_are_nothing() -> None:
    assert dot().share == dot().open_share == 0
    assert not dot().has_all


def test_all_some_and_open() -> None:
    assert dot(offered=3, total=3).has_all
    some = dot(offered=1, disputed=1, unknown=1, total=4)
    assert not some.has_all
    assert (some.share, some.open_share) == (0.25, 0.5)
