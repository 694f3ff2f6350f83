# SPDX-License-Identifier: MIT
"""Places of dots and labels, kept as long as nothing they depend on changes."""

from dataclasses import replace

from azmodels_gui.cartography.plane import Point
from azmodels_gui.cartography.viewport import Viewport
from azmodels_gui.window.regions.map_layout import DotPlace, MapLayout, placed_dots
from azmodels_gui.window.regions.map_scene import MapScene, layout_of


class DotPlaces:
    """Spreads dots once for a scale, places labels once for a view."""

    def __init__(self) -> None:
        self._scaled_for: tuple[object, ...] = ()
        self._scaled: tuple[DotPlace, ...] = ()
        self._laid_out_for: tuple[object, ...] = ()
        self._layout = MapLayout((), {}, {})

    def layout(self, scene: MapScene, view: Viewport) -> MapLayout:
        """Return where dots and labels of a view are."""
        unhovered = replace(scene, hovered=None) if scene.hovered else scene
        asked = (unhovered, view)
        if asked != self._laid_out_for:
            self._layout = layout_of(scene, view, self._dots(scene, view))
            self._laid_out_for = asked
        return self._layout

    def everywhere(self, scene: MapScene, view: Viewport) -> dict[str, Point]:
        """Return the places of all dots on and around the screen, by region."""
        right, down = view.to_screen((0, 0))
        return {
            each.dot.region: (each.place[0] + right, each.place[1] + down)
            for each in self._dots(scene, view)
        }

    def _dots(self, scene: MapScene, view: Viewport) -> tuple[DotPlace, ...]:
        asked = (scene.land, scene.dots, scene.chosen, view.scale_px, view.stretch, view.zoom)
        if asked != self._scaled_for:
            self._scaled = placed_dots(scene.dots, view, scene.chosen, scene.land.stand_in)
            self._scaled_for = asked
        return self._scaled
