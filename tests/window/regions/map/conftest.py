# SPDX-License-Identifier: MIT
"""A map and a map with its buttons, held until they are deleted."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from azmodels_gui.cartography.topology import Place, read_topology
from azmodels_gui.storage.bundled import resource
from azmodels_gui.window.page import CurrentCatalog, Surroundings
from azmodels_gui.window.regions.land import Land, zones_on_map
from azmodels_gui.window.regions.map_part import MapPart
from azmodels_gui.window.regions.region_map import RegionMap
from azmodels_gui.window.regions.region_part import RegionScope
from azmodels_gui.window.theme import Theme
from tests.builders import TODAY
from tests.window.regions.map.samples import dots, map_catalog
from tests.window.samples import around, page_parts

MakeView = Callable[..., MapPart]


@pytest.fixture(scope="session")
def land() -> Land:
    """Return the shipped outlines."""
    return Land(read_topology(resource("map/countries.topo.json").read_bytes()))


@pytest.fixture
def tips() -> list[str]:
    """Return the tips that were shown, in place of the screen."""
    return []


@pytest.fixture
def region_map(
    theme: Theme, land: Land, tips: list[str], held: list[QWidget], spoken: str
) -> RegionMap:
    """Return a shown map with six regions and three zones."""
    made = RegionMap(theme, land, lambda _at, text, _widget: tips.append(text))
    held.append(made)
    made.resize(1_000, 600)
    made.show_zones(zones_on_map(map_catalog()), spoken)
    made.show_dots(dots())
    made.show()
    return made


@pytest.fixture
def map_around(theme: Theme) -> Surroundings:
    """Return surroundings with the catalogue of the map."""
    return replace(around(theme), current=CurrentCatalog(map_catalog(), TODAY))


@pytest.fixture
def make_view(map_around: Surroundings, held: list[QWidget]) -> MakeView:
    """Return a function that makes a shown map of the world with its buttons."""

    def make(language: str = "en", **changes: object) -> MapPart:
        given, holder = replace(map_around, **changes), QWidget()
        index = given.current.index
        scope = RegionScope(index, tuple(range(len(index.entries))), "Standard")
        made = MapPart(page_parts(given, holder, language), scope)
        held.extend((made, holder))
        made.map.motion.show_place(Place.WORLD)
        made.resize(1_000, 600)
        made.show()
        return made

    return make
