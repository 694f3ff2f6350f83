# SPDX-License-Identifier: MIT
"""What the map shows, in words, in every look, and on paper."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from azmodels_gui.cartography.topology import Place
from azmodels_gui.cartography.viewport import WORLD, project
from azmodels_gui.window.regions.land import Land, zones_on_map
from azmodels_gui.window.regions.map_scene import legend_of
from azmodels_gui.window.regions.region_map import RegionMap
from azmodels_gui.window.theme import DARK, LIGHT
from tests.window.regions.map.samples import AGE, dot, map_catalog, place_of
from tests.window.samples import DARK_LOOK

LEFT = Qt.MouseButton.LeftButton


def test_who_hears_the_map_hears_counts_zone_and_country(
    qtbot: QtBot, region_map: RegionMap
) -> None:
    heard = region_map.heard
    assert heard.accessibleName() == "Map of regions"
    assert heard.accessibleDescription() == (
        "Regions: 6. Models: 2. Offering all of them: 0, some of them: 6."
    )
    QTest.keyClick(region_map, Qt.Key.Key_Up)
    told = heard.currentIndex().data()
    assert told == "Germany West Central (Germany)\noffered: 1 of 2\nEU data zone"


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
        pytest.param({"offered": 0, "total": 1}, AGE.no, id="one model, not offered"),
        pytest.param({"offered": 0, "unknown": 1, "total": 1}, "unknown", id="one, unknown"),
        pytest.param({"offered": 0, "disputed": 1, "total": 1}, "sources disagree", id="one, both"),
        pytest.param({"offered": 0, "total": 0}, "no model is chosen", id="no model at all"),
    ],
)
def test_words_tell_unknown_from_no(
    region_map: RegionMap, figures: dict[str, int], words: str
) -> None:
    region_map.show_dots([dot("germanywestcentral", **figures)], AGE)
    told = region_map.words_of("germanywestcentral").splitlines()
    assert told[1] == words
    assert (told[-1] == AGE.told) is bool(figures["total"])


@pytest.mark.parametrize(
    ("region", "words"),
    [
        ("germanywestcentral", "EU data zone"),
        ("japaneast", "Asia-Pacific data zone, disputed"),
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
    assert ("50.11° N, 8.68° W, which is not in this country" in words) is told
    placed = [each.published is not None for each in region_map.layout_on_show().dots]
    assert placed == ([] if latitude is None else [told])


def test_a_dot_stands_in_its_country_and_a_cross_where_the_source_puts_it(
    region_map: RegionMap, land: Land
) -> None:
    region_map.show_dots([dot(latitude=50.11, longitude=-8.68)])
    region_map.motion.show_place(Place.EUROPE)
    view = region_map.motion.view
    (placed,) = region_map.layout_on_show().dots
    assert land.country_at(view.to_plane(placed.home)) == "Germany"
    assert placed.published == pytest.approx(view.to_screen(project(-8.68, 50.11)))
    with_cross = region_map.grab().toImage()
    region_map.show_dots([dot()])
    x, y = placed.published or (0, 0)
    arm = QPoint(round(x + 2), round(y + 2))
    assert with_cross.pixelColor(arm) != region_map.grab().toImage().pixelColor(arm)


def test_where_a_country_has_no_outline_its_regions_are_where_the_source_puts_them(
    region_map: RegionMap,
) -> None:
    region_map.show_dots([dot(country="Europe", latitude=50.11, longitude=-8.68)])
    (placed,) = region_map.layout_on_show().dots
    assert placed.published is None


def test_the_cross_is_in_the_legend_while_there_is_one(region_map: RegionMap) -> None:
    def words() -> list[str]:
        legend = legend_of(region_map.scene, region_map.motion.view)
        assert legend is not None
        return [row.words for row in legend.rows]

    assert "published place, not in the country" not in words()
    region_map.show_dots([dot(longitude=-8.68)])
    assert "published place, not in the country" in words()


def test_the_focus_is_seen(qtbot: QtBot, region_map: RegionMap) -> None:
    edge = QPoint(1, 300)
    region_map.clearFocus()
    assert region_map.grab().toImage().pixelColor(edge) != QColor(LIGHT.focus)
    region_map.activateWindow()
    region_map.setFocus()
    qtbot.waitUntil(region_map.hasFocus)
    assert region_map.grab().toImage().pixelColor(edge) == QColor(LIGHT.focus)


@pytest.mark.parametrize(
    ("longitude", "latitude", "words"),
    [
        pytest.param(13, 47.9, "", id="Austria, which this catalogue puts into no zone"),
        pytest.param(15, 64, "Sweden: EU data zone", id="a member"),
        pytest.param(9, 61.5, "Norway: EU data zone, disputed", id="a disputed country"),
        pytest.param(-30, 45, "", id="the sea"),
        pytest.param(8.68, 50.11, "Germany West Central", id="a dot goes before its country"),
    ],
)
def test_words_tell_what_the_colour_of_a_country_means(
    region_map: RegionMap, longitude: float, latitude: float, words: str
) -> None:
    region_map.motion.show_place(Place.EUROPE)
    x, y = region_map.motion.view.to_screen(project(longitude, latitude))
    told = region_map.words_at(QPointF(x, y))
    assert told.startswith(words)
    assert bool(told) is bool(words)


def test_zone_names_follow_the_language(region_map: RegionMap) -> None:
    region_map.show_zones(zones_on_map(map_catalog()), "de")
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
    region_map.show_zones((), "en")
    assert not region_map.grab().isNull()
    assert region_map.words_of("nowhere") == ""


@pytest.mark.parametrize("theme", DARK_LOOK, indirect=True)
def test_a_look_of_another_colour(region_map: RegionMap) -> None:
    corner = region_map.grab().toImage().pixelColor(500, 2)
    assert corner == QColor(DARK.map.sea)


@pytest.mark.parametrize("theme", DARK_LOOK, indirect=True)
@pytest.mark.parametrize(
    ("width", "height"),
    [
        pytest.param(600, 400, id="as a landscape page"),
        pytest.param(300, 700, id="as a portrait page"),
    ],
)
def test_paper_gets_the_light_look_and_all_that_is_seen(
    region_map: RegionMap, width: int, height: int
) -> None:
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


@pytest.mark.parametrize("spoken", ["de"], indirect=True)
def test_german_words(region_map: RegionMap) -> None:
    assert region_map.heard.accessibleName() == "Karte der Regionen"
    region_map.show_dots([dot("germanywestcentral", offered=5, unknown=1, total=6)])
    assert "angeboten: 5 von 6, unbekannt: 1" in region_map.words_of("germanywestcentral")
