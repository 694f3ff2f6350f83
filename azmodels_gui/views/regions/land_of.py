# SPDX-License-Identifier: MIT
"""The outlines that come with the program."""

from azmodels_gui.cartography.topology import OutlinesDamaged, read_topology
from azmodels_gui.views.regions.land import Land
from azmodels_gui.views.regions.map_display import NO_LAND
from azmodels_gui.views.surroundings import Surroundings

OUTLINES = "map/countries.topo.json"


def land_of(around: Surroundings) -> Land:
    """Return the outlines; damaged ones must not keep the dots from being seen."""
    try:
        return Land(read_topology(around.read_resource(OUTLINES)))
    except OutlinesDamaged:
        return NO_LAND
