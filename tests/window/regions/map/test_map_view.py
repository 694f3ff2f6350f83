# SPDX-License-Identifier: MIT
"""The map with its buttons: entries become dots, pictures become files, state survives."""

from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from azmodels_gui.cartography.topology import Place
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.language.words import N_, ToldError
from azmodels_gui.window.regions.land import NO_LAND
from azmodels_gui.window.regions.map_part import MapPart
from azmodels_gui.window.regions.region_part import RegionScope
from azmodels_gui.window.theme import LIGHT
from tests.builders import TODAY, catalog
from tests.window.regions.map.conftest import MakeView
from tests.window.regions.map.samples import map_catalog

INDEX = CatalogIndex(map_catalog(), TODAY)
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def view(make_view: MakeView) -> MapPart:
    return make_view()


def test_entries_become_dots(view: MapPart) -> None:
    offered = {dot.region: (dot.offered, dot.total) for dot in view.map.scene.dots}
    assert offered["swedencentral"] == (2, 2)
    assert offered["eastus2"] == (1, 2)
    assert offered["japaneast"] == (0, 2)


def test_a_deployment_type_nobody_documents_is_unknown_everywhere(view: MapPart) -> None:
    view.show_scope(RegionScope(INDEX, (0, 1), "GlobalBatch"))
    assert {(dot.offered, dot.unknown) for dot in view.map.scene.dots} == {(0, 2)}


def test_a_region_without_coordinates_is_told_below_the_map(view: MapPart) -> None:
    assert view.without_place.isVisible()
    assert view.without_place.text() == "Not on the map, place unknown: Nowhere: offered: 0 of 2"


def test_where_every_region_has_its_place_there_is_no_line_below(view: MapPart) -> None:
    empty = CatalogIndex(catalog(regions=(), data_zones=()), TODAY)
    view.show_scope(RegionScope(empty))
    assert not view.without_place.isVisible()
    assert view.map.scene.dots == ()


@pytest.mark.parametrize("place", list(Place))
def test_a_button_shows_a_part_of_the_world(qtbot: QtBot, view: MapPart, place: Place) -> None:
    button = view.bar.places[place]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert view.map.motion.place is place
    assert [each for each, other in view.bar.places.items() if other.isChecked()] == [place]


def test_zooming_away_from_a_place_lets_go_of_its_button(qtbot: QtBot, view: MapPart) -> None:
    assert not view.bar.zoom_out.isEnabled()
    with qtbot.waitSignal(view.state_changed):
        view.bar.zoom_in.click()
    assert view.bar.zoom_out.isEnabled()
    assert not any(button.isChecked() for button in view.bar.places.values())
    view.bar.zoom_out.click()
    view.bar.places[Place.WORLD].click()
    assert view.map.motion.place is Place.WORLD


def test_a_click_on_a_dot_is_passed_on(qtbot: QtBot, view: MapPart) -> None:
    found = next(each for each in view.map.layout_on_show().dots if each.dot.region == "eastus2")
    with qtbot.waitSignal(view.region_asked) as asked:
        at = QPointF(*found.place).toPoint()
        QTest.mouseClick(view.map, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert asked.args == ["eastus2"]


def test_a_region_stands_out_and_no_longer(view: MapPart) -> None:
    view.show_region("eastus2")
    assert view.map.scene.chosen == {"eastus2"}
    view.show_region("")
    assert view.map.scene.chosen == frozenset()


def test_a_projector_does_without_buttons(view: MapPart) -> None:
    view.set_presenting(True)
    assert not view.bar.isVisible()
    view.set_presenting(False)
    assert view.bar.isVisible()


def test_state_survives_a_restart(make_view: MakeView, view: MapPart) -> None:
    view.map.motion.show_place(Place.EUROPE)
    view.map.motion.zoom(1.7)
    view.bar.legend.setChecked(False)
    again = make_view()
    again.restore(view.state())
    shown, before = again.map.motion.view, view.map.motion.view
    assert (shown.x, shown.y, shown.zoom) == pytest.approx((before.x, before.y, before.zoom))
    assert not again.bar.legend.isChecked()
    view.map.motion.show_place(Place.UNITED_STATES)
    again.restore(view.state())
    assert again.map.motion.place is Place.UNITED_STATES


@pytest.mark.parametrize(
    "state",
    [
        pytest.param({}, id="nothing remembered"),
        pytest.param({"place": "atlantis"}, id="a place there is not"),
        pytest.param({"x": "west", "y": None, "zoom": []}, id="no figures"),
        pytest.param({"x": 0.0, "y": 0.0, "zoom": float("nan")}, id="no number"),
        pytest.param({"x": 1, "y": 1, "zoom": -3}, id="a negative zoom"),
        pytest.param({"legend": "perhaps"}, id="a legend that is neither"),
    ],
)
def test_rubbish_is_passed_over(view: MapPart, state: dict[str, object]) -> None:
    view.restore(state)
    assert view.map.motion.place is Place.WORLD
    assert view.bar.legend.isChecked()


def test_a_place_outside_of_the_world_is_put_right(view: MapPart) -> None:
    view.restore({"x": 50.0, "y": -40.0, "zoom": 4.0})
    found = view.map.motion.view
    assert -3 < found.x < 3
    assert -1.5 < found.y < 1.5
    assert found.zoom == pytest.approx(4)


def save(view: MapPart, ending: str, file: Path | None) -> list[str]:
    """Answer the dialog with a file, and return what was said."""
    said: list[str] = []
    view.news.connect(said.append)
    view.menu.ask_path = lambda _wanted, _parent: file
    view.menu.save(ending)
    return said


def test_an_svg_holds_lines_and_letters_once(view: MapPart, tmp_path: Path) -> None:
    file = tmp_path / "map.svg"
    assert save(view, "svg", file) == [f"Saved as {file}"]
    root = ElementTree.parse(file).getroot()
    texts = [element.text.strip() for element in root.iter(f"{SVG}text") if element.text]
    assert texts.count("Sweden Central") == 1
    assert any("Natural Earth" in text for text in texts)
    assert any(text.startswith("Where Azure offers alpha") for text in texts)
    assert len(list(root.iter(f"{SVG}path"))) > 100
    assert not list(root.iter(f"{SVG}image"))


def test_a_png_has_twice_as_many_dots_as_the_screen(view: MapPart, tmp_path: Path) -> None:
    file = tmp_path / "map.png"
    save(view, "png", file)
    image = QImage(str(file))
    assert image.width() == 2 * view.map.width()


def test_whoever_thinks_better_of_it_saves_nothing(view: MapPart) -> None:
    assert save(view, "svg", None) == []


def test_a_full_disk_is_told(make_view: MakeView, tmp_path: Path) -> None:
    def full(_file: Path, _data: bytes) -> None:
        raise ToldError(N_("map.png was not saved: the disk is full."))

    told = save(make_view(write_file=full), "png", tmp_path / "map.png")
    assert told == ["map.png was not saved: the disk is full."]


def test_a_copy_goes_to_the_clipboard(view: MapPart) -> None:
    said: list[str] = []
    view.news.connect(said.append)
    view.menu.copy()
    assert QGuiApplication.clipboard().image().width() == 2 * view.map.width()
    assert len(said) == 1


def test_on_a_page_it_is_a_drawing_in_the_light_look(view: MapPart) -> None:
    picture = view.picture(LIGHT).on_page()
    assert picture.svg.startswith("<?xml")
    assert "<text" in picture.svg
    assert "#ffffff" in picture.svg
    assert picture.width > picture.height > 0
    # Programs that do not know such strokes would fill the whole map with them.
    assert "non-scaling-stroke" not in picture.svg


def test_german_buttons_and_captions(make_view: MakeView, install: Callable[[str], None]) -> None:
    install("de")
    view = make_view(language="de")
    assert view.bar.places[Place.EUROPE].text() == "Europa"
    assert view.without_place.text().startswith("Nicht auf der Karte, Ort unbekannt: Nowhere")
    assert "EU-Datenzone" in view.map.words_of("swedencentral")


def test_damaged_outlines_leave_the_dots(make_view: MakeView) -> None:
    view = make_view(read_resource=lambda _name: b"{}")
    assert view.map.scene.land is NO_LAND
    assert len(view.map.layout_on_show().dots) == 6
