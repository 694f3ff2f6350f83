# SPDX-License-Identifier: MIT
"""The ground while one zooms: a picture at hand first, the ground as it is at rest."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from azmodels_gui.cartography.topology import Place, box_of
from azmodels_gui.cartography.viewport import Viewport, fitted
from azmodels_gui.window.regions.map_scene import GroundPicture, MapScene, paint_ground
from azmodels_gui.window.regions.region_map import RegionMap

WIDE, HIGH = 640, 360
Paint = Callable[[Viewport], QImage]


@pytest.fixture
def ground() -> GroundPicture:
    return GroundPicture()


@pytest.fixture
def scene(region_map: RegionMap) -> MapScene:
    return region_map.scene


@pytest.fixture
def paint(ground: GroundPicture, scene: MapScene) -> Paint:
    """Return a function that paints a view by way of the kept pictures."""
    return lambda view: _image(lambda painter: ground.paint(painter, scene, view, 1.0))


def world() -> Viewport:
    return fitted(box_of(Place.WORLD), WIDE, HIGH)


def zoomed(factor: float) -> Viewport:
    return world().zoomed(factor, (WIDE / 2, HIGH / 2))


def _image(draw: Callable[[QPainter], None]) -> QImage:
    image = QImage(WIDE, HIGH, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    draw(painter)
    painter.end()
    return image


def exact(scene: MapScene, view: Viewport) -> QImage:
    return _image(lambda painter: paint_ground(painter, scene, view))


def test_the_first_picture_is_the_ground_itself(
    ground: GroundPicture, scene: MapScene, paint: Paint
) -> None:
    assert paint(zoomed(3)) == exact(scene, zoomed(3))
    assert not ground.is_coarse


@pytest.mark.parametrize(
    ("factors", "coarse"),
    [
        pytest.param([1, 1.5], True, id="a step in: the world stands in"),
        pytest.param([1, 1.5, 1], False, id="in and out: the picture of before fits"),
        pytest.param([1, 9], False, id="too far in to be enlarged"),
        pytest.param([3, 1], False, id="out to where nothing was drawn yet"),
        pytest.param([1, 9, 4], True, id="out again: the world stands in"),
    ],
)
def test_a_kept_picture_stands_in_where_it_will_do(
    ground: GroundPicture, scene: MapScene, paint: Paint, factors: list[float], coarse: bool
) -> None:
    *before, last = map(zoomed, factors)
    for view in before:
        paint(view)
    painted = paint(last)
    assert ground.is_coarse is coarse
    assert (painted == exact(scene, last)) is not coarse


def test_at_rest_the_ground_is_drawn_as_it_is(
    ground: GroundPicture, scene: MapScene, paint: Paint
) -> None:
    paint(world())
    paint(zoomed(2))
    ground.sharpen()
    assert paint(zoomed(2)) == exact(scene, zoomed(2))
    assert not ground.is_coarse


def test_a_coarse_picture_shows_the_same_places(paint: Paint, scene: MapScene) -> None:
    paint(world())
    coarse, fine = (_reduced(image) for image in (paint(zoomed(2)), exact(scene, zoomed(2))))
    same = sum(abs(one - other) < 24 for one, other in zip(coarse, fine, strict=True))
    assert same > 0.9 * len(fine)


def test_the_map_becomes_sharp_when_it_rests(qtbot: QtBot, region_map: RegionMap) -> None:
    region_map.grab()
    region_map.motion.zoom(1.5)
    coarse = region_map.grab().toImage()
    qtbot.waitUntil(lambda: region_map.grab().toImage() != coarse)
    sharp = region_map.grab().toImage()
    region_map.sharpen()
    assert region_map.grab().toImage() == sharp


def _reduced(image: QImage) -> list[int]:
    small = image.scaled(64, 36)
    return [small.pixelColor(x, y).lightness() for x in range(64) for y in range(36)]
