# SPDX-License-Identifier: MIT
"""What the map remembers from one start to the next."""

from math import isfinite

from azmodels_gui.cartography.places import Place
from azmodels_gui.cartography.viewport import MAX_ZOOM
from azmodels_gui.views.pages.page import PageState
from azmodels_gui.views.regions.region_map import RegionMap


def state_of_map(region_map: RegionMap) -> PageState:
    """Return the part of the world on show, and whether there is a legend."""
    motion, legend = region_map.motion, region_map.scene_on_show.with_legend
    if motion.place is not None:
        return {"place": motion.place.value, "legend": legend}
    view = motion.view
    return {"x": view.x, "y": view.y, "zoom": view.zoom, "legend": legend}


def restore_map(region_map: RegionMap, state: PageState) -> None:
    """Show a remembered part; rubbish is passed over."""
    legend, place = state.get("legend"), state.get("place")
    if isinstance(legend, bool):
        region_map.set_legend_shown(legend)
    if isinstance(place, str) and place in {each.value for each in Place}:
        region_map.motion.show_place(Place(place))
        return
    figures = [_figure(state.get(name)) for name in ("x", "y", "zoom")]
    x, y, zoom = figures
    if x is not None and y is not None and zoom is not None and 0 < zoom <= 2 * MAX_ZOOM:
        region_map.motion.show_view(x, y, zoom)


def _figure(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if isfinite(value) and abs(value) <= 2 * MAX_ZOOM else None
