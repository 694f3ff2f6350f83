# SPDX-License-Identifier: MIT
"""One types a sloppy name: the best hit stands first, is selected, and its details are shown."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from azmodels_gui.catalog.document import EntryKey
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.window.main_window import MainWindow
from azmodels_gui.window.page import CurrentCatalog
from tests.builders import TODAY, catalog, model, offer, version
from tests.window.conftest import MakeWindow, Speak
from tests.window.samples import GERMANY

VERSION = "2026-01-01"
NEWEST, MINI, PLAIN = ("zeta", "2026-09-09"), ("gpt-x-mini", VERSION), ("gpt-x", "2025-01-01")


@pytest.fixture
def window(make_window: MakeWindow) -> MainWindow:
    """Return a window whose first order is zeta, gpt-x-mini, gpt-x."""
    here = (offer("GlobalStandard", GERMANY),)
    shown = catalog(
        model("gpt-x-mini", version(offers=here)),
        model("gpt-x", version("2025-01-01", offers=here)),
        model("zeta", version("2026-09-09", offers=here), provider="xai"),
    )
    return make_window(current=CurrentCatalog(shown, TODAY))


def on_show(window: MainWindow) -> list[str]:
    return [entry.model.id for _, entry in window.models.table.shown()]


def selected(window: MainWindow) -> list[EntryKey]:
    return window.models.view.selected_keys()


def press(window: MainWindow, key: Qt.Key) -> None:
    QTest.keyClick(window.page_bar.search, key)


def search(window: MainWindow, typed: str) -> None:
    window.page_bar.search.setFocus()
    QTest.keyClicks(window.page_bar.search, typed)


def test_typing_is_the_one_action_that_finds_a_sloppy_name(
    window: MainWindow, qtbot: QtBot
) -> None:
    assert on_show(window) == ["zeta", "gpt-x-mini", "gpt-x"]
    search(window, "gptx")
    assert on_show(window) == ["gpt-x", "gpt-x-mini"]
    assert selected(window) == [PLAIN]
    qtbot.waitUntil(lambda: window.models.details.full.name.text() == "gpt-x")
    assert window.models.foot.order.text().startswith("Order: best hits of the search first")


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Return])
def test_one_press_leads_to_the_best_hit_in_the_table(window: MainWindow, key: Qt.Key) -> None:
    search(window, "gptx")
    press(window, key)
    assert window.models.view.hasFocus()
    assert selected(window) == [PLAIN]
    QTest.keyClick(window.models.view, Qt.Key.Key_Down)
    assert selected(window) == [MINI]


def test_without_a_search_one_press_leads_to_the_first_row(window: MainWindow) -> None:
    window.page_bar.search.setFocus()
    press(window, Qt.Key.Key_Down)
    assert selected(window) == [NEWEST]


@pytest.mark.parametrize("before", [[], [NEWEST], [NEWEST, MINI]])
def test_an_emptied_search_brings_order_and_selection_back(
    window: MainWindow, before: list[EntryKey]
) -> None:
    window.models.view.kept.select(before)
    current = window.models.view.current_entry()
    search(window, "gptx")
    assert selected(window) == [PLAIN]
    window.page_bar.search.clear()
    assert on_show(window) == ["zeta", "gpt-x-mini", "gpt-x"]
    assert selected(window) == before
    assert window.models.view.current_entry() is current


def test_what_was_chosen_among_the_hits_stays(window: MainWindow) -> None:
    search(window, "gpt")
    window.models.present(PLAIN)
    window.history.change(CatalogQuery(text="gpt", regions=frozenset({GERMANY})))
    assert selected(window) == [PLAIN]
    window.page_bar.search.clear()
    assert selected(window) == [PLAIN]


def test_the_best_hit_follows_what_is_typed_and_what_is_filtered(window: MainWindow) -> None:
    search(window, "gptx")
    search(window, "mini")
    assert selected(window) == [MINI]
    window.history.change(CatalogQuery(text="x", providers=frozenset({"xai"})))
    assert selected(window) == [NEWEST]  # found by who made it
    window.history.change(CatalogQuery(text="x"))
    assert on_show(window)[0] == "gpt-x-mini"
    assert selected(window) == [MINI]


def test_a_search_without_hits_selects_nothing_and_the_next_one_does(window: MainWindow) -> None:
    window.models.present(NEWEST)
    search(window, "nothing at all")
    assert (on_show(window), selected(window)) == ([], [])
    window.page_bar.search.setText("mini")
    assert selected(window) == [MINI]
    window.page_bar.search.clear()
    assert selected(window) == [NEWEST]


def test_who_sorts_by_a_heading_keeps_that_order_and_has_the_best_hit_selected(
    window: MainWindow,
) -> None:
    window.models.view.sort_by("model", descending=True)
    search(window, "gptx")
    assert on_show(window) == ["gpt-x-mini", "gpt-x"]
    assert selected(window) == [PLAIN]
    window.models.view.sort_by("", descending=False)
    assert on_show(window) == ["gpt-x", "gpt-x-mini"]
    assert selected(window) == [PLAIN]


def test_undo_of_a_search_brings_the_selection_back(window: MainWindow) -> None:
    window.models.present(NEWEST)
    search(window, "gptx")
    window.history.undo()
    assert selected(window) == [NEWEST]
    window.history.redo()
    assert selected(window) == [PLAIN]


def test_details_wait_until_nobody_types_but_not_for_a_click(
    window: MainWindow, qtbot: QtBot
) -> None:
    full = window.models.details.full
    search(window, "gptx")
    window.models.present(MINI)
    assert full.name.text() == "gpt-x-mini"
    window.page_bar.search.clear()
    window.models.present(NEWEST)
    search(window, "mini")
    assert full.name.text() == "zeta"
    qtbot.waitUntil(lambda: full.name.text() == "gpt-x-mini")


IN_GERMANY = CatalogQuery(regions=frozenset({GERMANY}))


def offered(window: MainWindow) -> list[str]:
    return [button.text() for button in window.models.chips.offers]


def test_a_place_is_offered_as_a_filter_and_enter_takes_it(window: MainWindow) -> None:
    search(window, "Frankfurt")
    assert on_show(window) == []
    assert offered(window) == ["+ Region: Germany West Central"]
    assert window.models.empty.ways[0].text() == "Filter by “Region: Germany West Central”"
    press(window, Qt.Key.Key_Return)
    assert window.history.query == IN_GERMANY
    assert window.page_bar.search.hasFocus()  # to type a name next
    assert offered(window) == []
    window.history.undo()
    assert window.history.query == CatalogQuery(text="Frankfurt")


def test_a_place_among_other_words_is_offered_and_a_click_takes_it(window: MainWindow) -> None:
    search(window, "gpt-x in deutschland")
    assert offered(window) == ["+ Processed in: Germany", "+ Region: Germany West Central"]
    window.models.chips.offers[1].click()
    assert window.history.query == replace(IN_GERMANY, text="gpt-x")
    assert selected(window) == [PLAIN]


def test_what_finds_an_entry_is_no_place_for_enter(window: MainWindow) -> None:
    search(window, "gpt-x")
    assert offered(window) == []
    press(window, Qt.Key.Key_Return)
    assert window.history.query == CatalogQuery(text="gpt-x")


def test_offers_stand_between_chips_and_buttons_for_the_tab_key(window: MainWindow) -> None:
    search(window, "frankfurt")
    chips = window.models.chips
    chips.chips[0].setFocus()
    QTest.keyClick(chips.chips[0], Qt.Key.Key_Tab)
    assert chips.offers[0].hasFocus()
    QTest.keyClick(chips.offers[0], Qt.Key.Key_Tab)
    assert chips.clear_button.hasFocus()


def test_the_texts_are_made_ready_when_the_keyboard_comes_not_at_the_start(
    window: MainWindow,
) -> None:
    assert "_texts" not in vars(window.index)
    window.page_bar.search.setFocus()
    assert "_texts" in vars(window.index)


def test_a_hit_that_is_found_with_a_typing_error_is_told_to_be_alike(window: MainWindow) -> None:
    search(window, "gptx")
    words = [chip.text() for chip in window.models.chips.chips]
    assert "Search: gptx" in words
    window.page_bar.search.clear()
    search(window, "gtp-x")
    assert on_show(window) == ["gpt-x", "gpt-x-mini"]
    words = [chip.text() for chip in window.models.chips.chips]
    assert "Similar to: gtp-x" in words


@pytest.mark.parametrize(
    ("chosen", "behind"),
    [
        pytest.param((), NEWEST, id="what was selected before the search"),
        pytest.param((MINI,), MINI, id="what was chosen among the hits"),
    ],
)
def test_another_language_in_a_search_keeps_what_is_selected_and_was_before(
    window: MainWindow, speak: Speak, chosen: tuple[EntryKey, ...], behind: EntryKey
) -> None:
    assert window.models.present(NEWEST)
    search(window, "gptx")
    if chosen:
        window.models.view.go_to(chosen[0])
    kept = selected(window)
    german = speak(window, "de")
    assert selected(german) == kept
    german.page_bar.search.clear()
    assert selected(german) == [behind]
