# SPDX-License-Identifier: MIT
"""The guide's line above the models: offered at the first start, closed for good."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from azmodels_gui.answers.advice import Step
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.window.guide.guide_bar import GuideBar
from azmodels_gui.window.guide.guide_page import GuidePage
from azmodels_gui.window.help_dialogs import KeysDialog
from azmodels_gui.window.main_window import MainWindow
from azmodels_gui.window.newcomer import GUIDE_LINE
from azmodels_gui.window.state import WindowState
from tests.window.conftest import MakeWindow, Present, Speak

CHAT_IN_EU = CatalogQuery(use_cases=frozenset({"chat"}), data_zones=frozenset({"EU"}))


def line_of(window: MainWindow) -> GuideBar:
    bar = window.guide_line.bar
    assert bar is not None
    return bar


def test_the_start_shows_no_line_until_it_is_offered(window: MainWindow) -> None:
    assert window.guide_line.isHidden()
    assert GUIDE_LINE not in window.state().pages
    window.guide_line.offer()
    assert window.guide_line.isVisible()
    assert window.state().pages[GUIDE_LINE] == {"shown": True}


def test_it_explains_signs_and_keys_and_stays(window: MainWindow) -> None:
    """One calm line for a newcomer: keys and signs are a button of it."""
    window.guide_line.offer()
    line_of(window).keys_button.click()
    dialog = window.findChild(KeysDialog)
    assert dialog is not None
    dialog.close()
    assert window.guide_line.isVisible()


def test_it_says_what_the_filter_answers(make_window: MakeWindow) -> None:
    window = make_window(WindowState(query=CHAT_IN_EU))
    window.guide_line.offer()
    steps = line_of(window).steps
    assert steps[Step.USE_CASE].text() == "1  What for? Chat and support"
    assert steps[Step.PLACE].text() == "3  Where? EU data zone"
    window.history.clear()
    assert steps[Step.PLACE].text() == "3  Where? anywhere"


def test_a_question_leads_to_its_answer(window: MainWindow) -> None:
    window.guide_line.offer()
    line_of(window).steps[Step.LOAD].click()
    page = window.stack.page
    assert isinstance(page, GuidePage)
    assert page.panel.load.fields["users"].hasFocus()
    assert window.guide_line.isHidden(), "the page says the same"
    window.navigation.show_page(0)
    assert window.guide_line.isVisible()
    line_of(window).list_button.click()
    assert window.stack.place.key == "guide"


def test_closed_once_it_never_comes_back(make_window: MakeWindow) -> None:
    window = make_window()
    window.guide_line.offer()
    line_of(window).close_button.click()
    assert window.guide_line.isHidden()
    again = make_window(window.state())
    again.guide_line.offer()
    assert again.guide_line.isHidden()
    assert again.guide_line.bar is None


def test_it_is_there_at_the_next_start_until_it_is_closed(make_window: MakeWindow) -> None:
    window = make_window()
    window.guide_line.offer()
    again = make_window(window.state())
    again.guide_line.offer()
    assert again.guide_line.isVisible()


def test_it_speaks_the_language_and_leaves_the_projector(
    window: MainWindow, speak: Speak, present: Present
) -> None:
    window.guide_line.offer()
    german = speak(window, "de")
    assert line_of(german).steps[Step.USE_CASE].text() == "1  Wofür? alle Einsatzzwecke"
    german = present(german)
    assert german.guide_line.isHidden()
    german = present(german)
    assert german.guide_line.isVisible()


def test_tab_goes_through_it_between_search_and_filters(window: MainWindow) -> None:
    window.guide_line.offer()
    window.page_bar.search.setFocus()
    QTest.keyClick(window.page_bar.search, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is line_of(window).steps[Step.USE_CASE]


def test_damaged_memory_of_it_is_passed_over(make_window: MakeWindow) -> None:
    window = make_window(WindowState(pages={GUIDE_LINE: {"shown": "maybe"}}))
    window.guide_line.offer()
    assert window.guide_line.isVisible()
