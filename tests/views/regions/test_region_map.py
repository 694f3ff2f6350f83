# SPDX-License-Identifier: MIT
"""The map answers mouse and keyboard, and says in words what it shows."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QImage,
    QNativeGestureEvent,
    QPainter,
    QPointingDevice,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from azmodels_gui.cartography.places import Place
from azmodels_gui.cartography.plane import Point
from azmodels_gui.cartography.viewport import WORLD
from azmodels_gui.qtmodels.formats import Language
from azmodels_gui.views.regions.land import Land
from azmodels_gui.views.regions.region_map import RegionMap
from azmodels_gui.views.regions.zone_shapes import zones_on_map
from azmodels_gui.views.theme.theme import Theme, ThemeChoice
from azmodels_gui.views.theme.tokens import DARK, LIGHT
from tests.views.regions.samples import dot, dots, map_catalog

LEFT = Qt.MouseButton.LeftButton


def place_of(region_map: RegionMap, region: str) -> QPoint:
    """Return the pixel of a region's dot."""
    shown = {each.dot.region: each.place for each in region_map.layout_on_show().dots}
    x, y = shown[region]
    return QPoint(round(x), round(y))


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
    fresh.show_zones(zones_on_map(map_catalog()), Language.ENGLISH)
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
    assert region_map.current == "germanywestcentral"
    QTest.keyClick(region_map, Qt.Key.Key_Up)
    assert region_map.current == "swedencentral"
    with qtbot.waitSignal(region_map.region_asked) as asked:
        QTest.keyClick(region_map, Qt.Key.Key_Return)
    assert asked.args == ["swedencentral"]
    with qtbot.waitSignal(region_map.current_changed) as left:
        QTest.keyClick(region_map, Qt.Key.Key_Escape)
    assert left.args == [""]


def test_page_keys_reach_every_region_the_largest_offer_first(region_map: RegionMap) -> None:
    region_map.show_dots([dot("eastus2", offered=2), dot("japaneast"), dot(offered=0)])
    reached = []
    for _ in range(4):
        QTest.keyClick(region_map, Qt.Key.Key_PageDown)
        reached.append(region_map.current)
    assert reached == ["eastus2", "japaneast", "germanywestcentral", "eastus2"]
    QTest.keyClick(region_map, Qt.Key.Key_PageUp)
    assert region_map.current == "germanywestcentral"
    region_map.show_dots([])
    QTest.keyClick(region_map, Qt.Key.Key_PageUp)
    assert region_map.current is None


def test_a_dot_outside_of_the_view_is_brought_into_it(qtbot: QtBot, region_map: RegionMap) -> None:
    region_map.motion.show_place(Place.EUROPE)
    for _ in range(2):
        QTest.keyClick(region_map, Qt.Key.Key_Left)
    assert region_map.current == "eastus2"
    assert "eastus2" in {each.dot.region for each in region_map.layout_on_show().dots}


def test_who_hears_the_map_hears_counts_zone_and_country(
    qtbot: QtBot, region_map: RegionMap
) -> None:
    assert region_map.accessibleName() == "Map of regions"
    assert region_map.accessibleDescription() == (
        "Regions: 6. Models: 2. Offering all of them: 0, some of them: 6."
    )
    QTest.keyClick(region_map, Qt.Key.Key_Up)
    told = region_map.accessibleDescription()
    assert told == "Germany West Central (Germany)\noffered: 1 of 2\nEU data zone"


def test_mouse_and_keyboard_show_the_words_beside_the_dot(
    region_map: RegionMap, tips: list[str]
) -> None:
    QTest.keyClick(region_map, Qt.Key.Key_Up)
    at = place_of(region_map, "japaneast")
    QApplication.sendEvent(
        region_map, QHelpEvent(QEvent.Type.ToolTip, at, region_map.mapToGlobal(at))
    )
    assert "Germany West Central (Germany)<br>offered: 1 of 2" in tips[0]
    assert "Japan East (Japan)" in tips[1]


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        pytest.param({"offered": 5, "unknown": 1, "total": 6}, "offered: 5 of 6, unknown: 1"),
        pytest.param({"offered": 0, "total": 6}, "offered: 0 of 6"),
        pytest.param(
            {"offered": 1, "disputed": 2, "unknown": 3, "total": 6},
            "offered: 1 of 6, sources disagree: 2, unknown: 3",
        ),
        pytest.param({"offered": 1, "total": 1}, "offered", id="one model, offered"),
        pytest.param({"offered": 0, "total": 1}, "not offered", id="one model, not offered"),
        pytest.param({"offered": 0, "unknown": 1, "total": 1}, "unknown", id="one, unknown"),
        pytest.param({"offered": 0, "disputed": 1, "total": 1}, "sources disagree", id="one, both"),
        pytest.param({"offered": 0, "total": 0}, "no model is chosen", id="no model at all"),
    ],
)
def test_words_tell_unknown_from_no(
    region_map: RegionMap, figures: dict[str, int], words: str
) -> None:
    region_map.show_dots([dot("germanywestcentral", **figures)])
    assert region_map.words_of("germanywestcentral").splitlines()[1] == words


@pytest.mark.parametrize(
    ("region", "words"),
    [
        ("germanywestcentral", "EU data zone"),
        ("japaneast", "Asia-Pacific data zone (sources disagree)"),
        ("australiacentral", "in no data zone"),
    ],
)
def test_words_tell_the_data_zone(region_map: RegionMap, region: str, words: str) -> None:
    assert region_map.words_of(region).splitlines()[2] == words


@pytest.mark.parametrize(
    ("latitude", "longitude", "told"),
    [
        pytest.param(50.11, 8.68, False, id="in Frankfurt"),
        pytest.param(53.56, 8.1, False, id="at the coast"),
        pytest.param(50.11, -8.68, True, id="sign lost: in the Atlantic"),
        pytest.param(None, None, False, id="nowhere"),
    ],
)
def test_a_place_outside_of_its_country_is_told(
    region_map: RegionMap, latitude: float | None, longitude: float | None, told: bool
) -> None:
    region_map.show_dots([dot(latitude=latitude, longitude=longitude)])
    words = region_map.words_of("germanywestcentral")
    assert ("not in this country" in words) is told


def test_the_focus_is_seen(qtbot: QtBot, region_map: RegionMap) -> None:
    edge = QPoint(1, 300)
    region_map.clearFocus()
    assert region_map.grab().toImage().pixelColor(edge) != QColor(LIGHT.focus)
    region_map.activateWindow()
    region_map.setFocus()
    qtbot.waitUntil(region_map.hasFocus)
    assert region_map.grab().toImage().pixelColor(edge) == QColor(LIGHT.focus)


def test_other_counts_keep_view_and_current_region(qtbot: QtBot, region_map: RegionMap) -> None:
    region_map.motion.show_place(Place.EUROPE)
    QTest.keyClick(region_map, Qt.Key.Key_Up)
    current, view = region_map.current, region_map.motion.view
    region_map.show_dots([dot(each.region, offered=2) for each in dots()])
    assert (region_map.current, region_map.motion.view) == (current, view)
    region_map.show_dots([dot("eastus2")])
    assert region_map.current is None


def test_zone_names_follow_the_language(region_map: RegionMap) -> None:
    region_map.show_zones(zones_on_map(map_catalog()), Language.GERMAN)
    assert "EU-Datenzone" in region_map.words_of("germanywestcentral")


def pixel_colours(region_map: RegionMap, **figures: int) -> set[str]:
    """Return the colours of the pixels of one dot, in a picture without other dots."""
    region_map.show_dots([dot("australiacentral", **figures)])
    region_map.set_legend_shown(False)
    at = place_of(region_map, "australiacentral")
    image = region_map.grab().toImage()
    around = range(-8, 9)
    return {image.pixelColor(at + QPoint(x, y)).name() for x in around for y in around}


def test_unknown_never_looks_like_none(region_map: RegionMap) -> None:
    unknown = pixel_colours(region_map, offered=0, unknown=2)
    none = pixel_colours(region_map, offered=0)
    everything = pixel_colours(region_map, offered=2)
    warn = LIGHT.inks
    assert LIGHT.accent in everything
    assert LIGHT.accent not in unknown | none
    sign = next(ink.text for tone, ink in warn.items() if tone == "warn")
    assert sign in unknown
    assert sign not in none


def test_nothing_to_show_is_still_a_map(region_map: RegionMap) -> None:
    region_map.show_dots([])
    region_map.show_zones((), Language.ENGLISH)
    assert not region_map.grab().isNull()
    assert region_map.words_of("nowhere") == ""


def test_a_look_of_another_colour(theme: Theme, region_map: RegionMap) -> None:
    theme.choose(ThemeChoice.DARK)
    corner = region_map.grab().toImage().pixelColor(500, 2)
    assert corner == QColor(DARK.map.sea)


@pytest.mark.parametrize(
    ("width", "height"),
    [
        pytest.param(600, 400, id="as a landscape page"),
        pytest.param(300, 700, id="as a portrait page"),
    ],
)
def test_paper_gets_the_light_look_and_all_that_is_seen(
    theme: Theme, region_map: RegionMap, width: int, height: int
) -> None:
    theme.choose(ThemeChoice.DARK)
    image = QImage(800, 800, QImage.Format.Format_RGB32)
    image.fill(QColor("#ff00ff"))
    painter = QPainter(image)
    region_map.paint(painter, QRectF(50, 50, width, height))
    painter.end()
    assert image.pixelColor(52, 52) == QColor(LIGHT.map.sea)
    assert image.pixelColor(48, 48) == QColor("#ff00ff")
    assert image.pixelColor(50 + width + 2, 60) == QColor("#ff00ff")
    assert region_map.motion.in_size(width, height).box.grown(1e-6).encloses(WORLD)


def test_an_empty_page_is_passed_over(region_map: RegionMap) -> None:
    image = QImage(10, 10, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    region_map.paint(painter, QRectF())
    painter.end()


def test_a_smaller_window_keeps_the_place(region_map: RegionMap) -> None:
    region_map.motion.show_place(Place.EUROPE)
    region_map.resize(500, 700)
    assert region_map.motion.place is Place.EUROPE
    assert {"germanywestcentral", "swedencentral"} <= {
        each.dot.region for each in region_map.layout_on_show().dots
    }


def test_german_words(region_map: RegionMap, install: Callable[[Language], None]) -> None:
    install(Language.GERMAN)
    region_map.retranslate()
    assert region_map.accessibleName() == "Karte der Regionen"
    region_map.show_dots([dot("germanywestcentral", offered=5, unknown=1, total=6)])
    assert "angeboten: 5 von 6, unbekannt: 1" in region_map.words_of("germanywestcentral")
