# SPDX-License-Identifier: MIT
"""What the program wrote in November 2026 is read by every later one."""

import json
import shutil
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from azmodels_gui.app.saved_state import KEY, state_from_json, state_to_json
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.window.background import works_in_background
from azmodels_gui.window.calculator.calculator_page import CalculatorPage
from azmodels_gui.window.compare.compare_page import ComparePage
from azmodels_gui.window.main_window import MainWindow
from azmodels_gui.window.news.news_page import NewsPage
from azmodels_gui.window.regions.coverage_part import CoveragePart
from azmodels_gui.window.regions.map_part import MapPart
from azmodels_gui.window.regions.region_part import EntrySet, RegionChoice
from azmodels_gui.window.regions.regions_page import RegionsPage
from azmodels_gui.window.state import SavedFilter
from tests.app.conftest import Start

pytestmark = pytest.mark.usefixtures("few_models")

FILE = Path(__file__).parent / "state_of_november_2026.json"
IN_GERMANY = CatalogQuery(regions=frozenset({"germanywestcentral"}))
RUBBISH: tuple[Any, ...] = (None, True, -7, "rubbish", [[]], {"a": {"b": 1}})


def written() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return found


@pytest.fixture
def window(start: Start, tmp_path: Path) -> MainWindow:
    file = tmp_path / "state.json"
    shutil.copy(FILE, file)
    return start("de", file).window


def test_the_table_is_as_it_was_left(window: MainWindow) -> None:
    assert window.history.query == IN_GERMANY
    assert window.saved.saved == (SavedFilter("Kunde A", IN_GERMANY),)
    assert window.pins.keys == (("gpt-5-mini", "2025-08-07"), ("gpt-4.1", "2025-04-14"))
    assert window.models.presented() == ("gpt-4.1", "2025-04-14")
    assert window.models.view.sort_state() == ("input_price", True)
    assert window.models.details.pane_key() == "prices"
    assert "use_cases" in (window.models.panel.view.folded() or ())
    shown = {each.id: each.visible for each in window.models.view.columns.states()}
    assert not shown["ptu"]
    assert shown["regions_count"]
    assert window.stack.place.key == "news"


def test_every_page_is_as_it_was_left(window: MainWindow, qtbot: QtBot) -> None:
    regions, calculator, compare, _, news, _ = (place.page for place in window.pages[1:])
    assert isinstance(regions, RegionsPage)
    assert regions.choice == RegionChoice(EntrySet.FILTER, part="map", region="swedencentral")
    assert isinstance(regions.part, MapPart)
    assert regions.part.map.motion.view.zoom == 3.0
    assert regions.export.folder == "/somewhere"
    regions.show_pane("coverage")
    assert isinstance(regions.part, CoveragePart)
    assert regions.part.bar.choices()["place"] == "zone:EU"
    assert isinstance(calculator, CalculatorPage)
    assert calculator.inputs.requests_per_minute == Decimal("77.5")
    assert calculator.inputs.base_ptu == 50
    assert calculator.inputs.exchange_rate == Decimal("0.92")
    assert calculator.results.explanation.words_shown
    assert isinstance(compare, ComparePage)
    assert compare.bar.regions.ids() == ("swedencentral", "japaneast")
    assert compare.model.folded == {"overview"}
    assert compare.model.only_differences
    assert not compare.bar.chart.isChecked()
    assert isinstance(news, NewsPage)
    assert news.choosing.regions.ids() == ("germanywestcentral", "filter")
    assert news.choosing.search.text() == "gpt"
    assert window.wishes.now.client == "Muster GmbH"
    assert window.wishes.now.landscape
    qtbot.waitUntil(lambda: not works_in_background(), timeout=20_000)


def test_it_is_written_again_with_all_it_held() -> None:
    state = state_from_json(written())
    assert state_from_json(json.loads(json.dumps(state_to_json(state)))) == state
    assert set(state.pages) == {"models", "regions", "calculator", "compare", "news", "sheets"}


def places(value: object, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the path of everything in a file."""
    if isinstance(value, dict):
        inner = [place for key in value for place in places(value[key], (*path, key))]
    elif isinstance(value, list):
        inner = [place for at in range(len(value)) for place in places(value[at], (*path, at))]
    else:
        inner = []
    return [path, *inner]


@pytest.mark.parametrize("rubbish", RUBBISH, ids=str)
def test_rubbish_in_any_place_of_it_stops_no_start(
    start: Start, tmp_path: Path, rubbish: object
) -> None:
    """In all places at once: a start a place would take minutes."""
    damaged = written()
    for page in damaged[KEY]["pages"].values():
        for name in page:
            page[name] = rubbish
    for name in damaged[KEY]:
        if name != "pages":
            damaged[KEY][name] = rubbish
    file = tmp_path / "state.json"
    file.write_text(json.dumps(damaged))
    window = start("en", file).window
    assert all(place.page is not None for place in window.pages)
    window.state()


@pytest.mark.parametrize("rubbish", RUBBISH, ids=str)
def test_rubbish_in_one_place_loses_no_other(rubbish: object) -> None:
    whole = state_from_json(written())
    for path in places(written()):
        if not 2 <= len(path) <= 3:
            continue
        damaged = written()
        place = damaged
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = rubbish
        state = state_from_json(damaged)
        kept = {"theme", "size_px", "query", "saved_filters", "pinned", "page"}
        for name in kept - {path[1]}:
            assert getattr(state, name) == getattr(whole, name), path
