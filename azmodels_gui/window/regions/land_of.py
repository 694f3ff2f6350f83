# SPDX-License-Identifier: MIT
"""The outlines that come with the program."""

from functools import lru_cache

from azmodels_gui.cartography.topology import OutlinesDamaged, read_topology
from azmodels_gui.window.regions.land import Land
from azmodels_gui.window.regions.map_display import NO_LAND
from azmodels_gui.window.surroundings import Surroundings

OUTLINES = "map/countries.topo.json"


def land_of(around: Surroundings) -> Land:
    """Return the outlines; damaged ones must not keep the dots from being seen."""
    try:
        return _land(around.read_resource(OUTLINES))
    except OutlinesDamaged:
        return NO_LAND


@lru_cache(maxsize=1)
def _land(outlines: bytes) -> Land:
    """Project them once for all windows and sheets; nothing changes them."""
    return Land(read_topology(outlines))
