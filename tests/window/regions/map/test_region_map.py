# SPDX-License-Identifier: MIT
"""The map answers mouse, fingers and keyboard."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from azmodels_gui.cartography.plane import Point
from azmodels_gui.cartography.topology import Place
from azmodels_gui.window.regions.land import Land, zones_on_map
from azmodels_gui.window.regions.region_map import RegionMap
from azmodels_gui.window.theme import Theme
from tests.window.regions.map.samples import dot, dots, map_catalog, place_of

LEFT = Qt.MouseButton.LeftButton


def middle_of(region_map: RegionMap) -> Point:
    view = region_map.motion.view
    return (view.x, view.y)


def wheel(region_map: RegionMap, notches: float, at: QPointF) -> None:
    turned = QWheelEvent(
        at,
        QPointF(region_map.mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, round(120 * notches)),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(region_map, turned)


@pytest.mark.parametrize("region", ["germanywestcentral", "australiacentral", "australiacentral2"])
def test_a_click_asks_for_the_region(qtbot: QtBot, region_map: RegionMap, region: str) -> None:
    with qtbot.waitSignal(region_map.region_asked) as asked:
        QTest.mouseClick(
            region_map, LEFT, Qt.KeyboardModifier.NoModifier, place_of(region_map, region)
        )
    assert asked.args == [region]


def test_a_click_into_the_sea_asks_for_nothing(qtbot: QtBot, region_map: RegionMap) -> None:
    with qtbot.assertNotEmitted(region_map.region_asked):
        QTest.mouseClick(region_map, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(420, 300))


def test_a_double_click_asks_once_and_zooms_where_there_is_no_dot(
    qtbot: QtBot, region_map: RegionMap
) -> None:
    asked: list[str] = []
    region_map.region_asked.connect(asked.append)
    none = Qt.KeyboardModifier.NoModifier
    at = place_of(region_map, "eastus2")
    QTest.mouseClick(region_map, LEFT, none, at)
    QTest.mouseDClick(region_map, LEFT, none, at)
    assert asked == ["eastus2"]
    assert region_map.motion.view.zoom == pytest.approx(1)
    QTest.mouseDClick(region_map, LEFT, none, QPoint(420, 300))
    assert region_map.motion.view.zoom == pytest.approx(2)


@pytest.mark.parametrize(
    ("kind", "zoom"),
    [
        pytest.param(Qt.NativeGestureType.ZoomNativeGesture, 1.25, id="two fingers apart"),
        pytest.param(Qt.NativeGestureType.RotateNativeGesture, 1, id="two fingers turned"),
    ],
)
def test_a_pinch_on_the_touchpad_zooms(
    region_map: RegionMap, kind: Qt.NativeGestureType, zoom: float
) -> None:
    device = QPointingDevice.primaryPointingDevice()
    at = QPointF(400, 300)
    pinch = QNativeGestureEvent(kind, device, 2, at, at, at, 0.25, QPointF())
    QApplication.sendEvent(region_map, pinch)
    assert region_map.motion.view.zoom == pytest.approx(zoom)


def test_dragging_moves_the_map_and_asks_for_nothing(qtbot: QtBot, region_map: RegionMap) -> None:
    region_map.motion.show_place(Place.EUROPE)
    begin = place_of(region_map, "germanywestcentral")
    with qtbot.assertNotEmitted(region_map.region_asked):
        QTest.mousePress(region_map, LEFT, Qt.KeyboardModifier.NoModifier, begin)
        QTest.mouseMove(region_map, begin + QPoint(30, 10))
        QTest.mouseMove(region_map, begin + QPoint(60, 40))
        QTest.mouseRelease(region_map, LEFT, Qt.KeyboardModifier.NoModifier, begin + QPoint(60, 40))
    assert place_of(region_map, "germanywestcentral") == begin + QPoint(60, 40)
    assert region_map.motion.place is None


def test_what_was_dragged_looks_like_what_is_drawn_afresh(
    theme: Theme, land: Land, region_map: RegionMap, held: list[QWidget]
) -> None:
    region_map.motion.show_place(Place.EUROPE)
    region_map.grab()
    region_map.motion.pan(31, -17)
    region_map.grab()  # now with a margin around the view
    region_map.motion.pan(40, 25)
    dragged = region_map.grab().toImage()
    fresh = RegionMap(theme, land)
    held.append(fresh)
    fresh.resize(region_map.size())
    fresh.show_zones(zones_on_map(map_catalog()), "en")
    fresh.show_dots(dots())
    fresh.show()
    fresh.motion.view = region_map.motion.view
    drawn = fresh.grab().toImage()
    # Without the edge, where the one in front has the line of the focus.
    places = [(x, y) for x in range(5, 995, 7) for y in range(5, 595, 7)]
    apart = [at for at in places if distance(dragged.pixelColor(*at), drawn.pixelColor(*at)) > 40]
    assert len(apart) < len(places) / 500


def distance(one: QColor, other: QColor) -> int:
    return (
        abs(one.red() - other.red())
        + abs(one.green() - other.green())
        + abs(one.blue() - other.blue())
    )


def test_the_wheel_zooms_under_the_pointer(region_map: RegionMap) -> None:
    before = place_of(region_map, "germanywestcentral")
    wheel(region_map, 3, QPointF(before))
    after = place_of(region_map, "germanywestcentral")
    assert region_map.motion.view.zoom == pytest.approx(2)
    assert (after - before).manhattanLength() <= 14  # spread from its neighbours at most
    wheel(region_map, -30, QPointF(before))
    assert region_map.motion.view.zoom == pytest.approx(1)


def test_keys_zoom_and_move(qtbot: QtBot, region_map: RegionMap) -> None:
    QTest.keyClick(region_map, Qt.Key.Key_Plus)
    QTest.keyClick(region_map, Qt.Key.Key_Plus)
    nearer = region_map.motion.view.zoom
    assert nearer == pytest.approx(2.25)
    x, _ = middle_of(region_map)
    QTest.keyClick(region_map, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert middle_of(region_map)[0] > x
    QTest.keyClick(region_map, Qt.Key.Key_Minus)
    assert region_map.motion.view.zoom == pytest.approx(1.5)
    QTest.keyClick(region_map, Qt.Key.Key_Home)
    assert region_map.motion.place is Place.WORLD


def test_arrows_go_from_dot_to_dot_and_enter_chooses(qtbot: QtBot, region_map: RegionMap) -> None:
    QTest.keyClick(region_map, Qt.Key.Key_Up)
    assert region_map.scene.current == "germanywestcentral"
    QTest.keyClick(region_map, Qt.Key.Key_Up)
    assert region_map.scene.current == "swedencentral"
    with qtbot.waitSignal(region_map.region_asked) as asked:
        QTest.keyClick(region_map, Qt.Key.Key_Return)
    assert asked.args == ["swedencentral"]
    QTest.keyClick(region_map, Qt.Key.Key_Escape)
    assert region_map.scene.current is None


def test_page_keys_reach_every_region_the_largest_offer_first(region_map: RegionMap) -> None:
    region_map.show_dots([dot("eastus2", offered=2), dot("japaneast"), dot(offered=0)])
    reached = []
    for _ in range(4):
        QTest.keyClick(region_map, Qt.Key.Key_PageDown)
        reached.append(region_map.scene.current)
    assert reached == ["eastus2", "japaneast", "germanywestcentral", "eastus2"]
    QTest.keyClick(region_map, Qt.Key.Key_PageUp)
    assert region_map.scene.current == "germanywestcentral"
    region_map.show_dots([])
    QTest.keyClick(region_map, Qt.Key.Key_PageUp)
    assert region_map.scene.current is None


def test_a_dot_outside_of_the_view_is_brought_into_it(qtbot: QtBot, region_map: RegionMap) -> None:
    region_map.motion.show_place(Place.EUROPE)
    for _ in range(2):
        QTest.keyClick(region_map, Qt.Key.Key_Left)
    assert region_map.scene.current == "eastus2"
    assert "eastus2" in {each.dot.region for each in region_map.layout_on_show().dots}


def test_mouse_and_keyboard_show_the_words_beside_the_dot(
    region_map: RegionMap, tips: list[str]
) -> None:
    QTest.keyClick(region_map, Qt.Key.Key_Up)
    at = place_of(region_map, "japaneast")
    QApplication.sendEvent(
        region_map, QHelpEvent(QEvent.Type.ToolTip, at, region_map.mapToGlobal(at))
    )
    assert "Germany West Central (Germany)\noffered: 1 of 2" in tips[0]
    assert "Japan East (Japan)" in tips[1]


def test_other_counts_keep_view_and_current_region(qtbot: QtBot, region_map: RegionMap) -> None:
    region_map.motion.show_place(Place.EUROPE)
    QTest.keyClick(region_map, Qt.Key.Key_Up)
    current, view = region_map.scene.current, region_map.motion.view
    region_map.show_dots([dot(each.region, offered=2) for each in dots()])
    assert (region_map.scene.current, region_map.motion.view) == (current, view)
    region_map.show_dots([dot("eastus2")])
    assert region_map.scene.current is None
