# SPDX-License-Identifier: MIT
"""What the map remembers from one start to the next."""

from dataclasses import dataclass
from typing import Annotated

from msgspec import Meta

from azmodels_gui.cartography.places import Place
from azmodels_gui.cartography.viewport import MAX_ZOOM
from azmodels_gui.window.forgiving import read_state, written_state
from azmodels_gui.window.page import PageState
from azmodels_gui.window.regions.region_map import RegionMap

Figure = Annotated[float, Meta(ge=-2 * MAX_ZOOM, le=2 * MAX_ZOOM)]


@dataclass(frozen=True)
class MapState:
    """A part of the world by its name, or by its middle and how near it is."""

    place: Place | None = None
    x: Figure | None = None
    y: Figure | None = None
    zoom: Annotated[float, Meta(gt=0, le=2 * MAX_ZOOM)] | None = None
    legend: bool | None = None


def state_of_map(region_map: RegionMap) -> PageState:
    """Return the part of the world on show, and whether there is a legend."""
    motion, legend = region_map.motion, region_map.scene_on_show.with_legend
    view = motion.view
    if motion.place is not None:
        return written_state(MapState(motion.place, legend=legend))
    return written_state(MapState(None, view.x, view.y, view.zoom, legend))


def restore_map(region_map: RegionMap, state: PageState) -> None:
    """Show a remembered part; rubbish is passed over."""
    kept = read_state(MapState, state)
    if kept.legend is not None:
        region_map.set_legend_shown(kept.legend)
    if kept.place is not None:
        region_map.motion.show_place(kept.place)
    elif kept.x is not None and kept.y is not None and kept.zoom is not None:
        region_map.motion.show_view(kept.x, kept.y, kept.zoom)
