# SPDX-License-Identifier: MIT
"""The guide's page: its answers are the filter, its short list leads on."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextTable
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from azmodels_gui.answers.advice import Topic
from azmodels_gui.answers.guide import GuideQuestion, Verdict
from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.catalog.terms import Billing
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.sheet import SheetKind
from azmodels_gui.window.calculator.calculator_page import CalculatorPage
from azmodels_gui.window.calculator.fields import FigureField
from azmodels_gui.window.client.admin_view import AdminCommandsDialog
from azmodels_gui.window.guide.guide_page import GuidePage
from azmodels_gui.window.guide.guide_text import ENTRY_SCHEME, RECKON_SCHEME, ROWS, key_of, link_of
from azmodels_gui.window.guide.load_fields import LoadInputs, load_inputs
from azmodels_gui.window.main_window import MainWindow
from azmodels_gui.window.page import CurrentCatalog
from azmodels_gui.window.sheets.dialog import SheetDialog
from azmodels_gui.window.state import WindowState
from tests.builders import few
from tests.publish.shipped import checked_catalog
from tests.window.conftest import MakeWindow, Present, Speak

TIMEOUT_MS = 20_000
DAY = date(2026, 11, 29)
CHAT = CatalogQuery(use_cases=frozenset({"chat-support"}))
CHAT_IN_EU = replace(CHAT, data_zones=frozenset({"EU"}))
Open = Callable[..., tuple[MainWindow, GuidePage]]
WHOLE = checked_catalog


@pytest.fixture
def open_guide(make_window: MakeWindow, qtbot: QtBot) -> Open:
    """Return a function that opens the guide, answered, on a fifth of the shipped catalogue.

    An answer of the whole takes a quarter of a second; `WHOLE` is for tests of what only it has.
    """

    def opened(
        state: WindowState | None = None, shown: Callable[[], Catalog] = few
    ) -> tuple[MainWindow, GuidePage]:
        window = make_window(state, current=CurrentCatalog(shown(), DAY))
        place = window.stack.place_of("guide")
        assert not place.is_made, "the start must not wait for the guide"
        window.navigation.show_page_named("guide")
        page = place.page
        assert isinstance(page, GuidePage)
        qtbot.waitUntil(lambda: page.found is not None, timeout=TIMEOUT_MS)
        return window, page

    return opened


def chosen(page: GuidePage, value: str) -> None:
    page.panel.use_case.show_choice(value)
    page.panel.use_case.edited.emit()


def fitting(page: GuidePage) -> list[str]:
    assert page.found is not None
    return [each.entry.model.id for each in page.found.of(Verdict.FITS)]


def test_an_answer_sets_the_filter_and_undo_takes_both_back(open_guide: Open, qtbot: QtBot) -> None:
    window, page = open_guide(shown=WHOLE)
    with qtbot.waitSignal(page.answered, timeout=TIMEOUT_MS):
        chosen(page, "chat-support")
    with qtbot.waitSignal(page.answered, timeout=TIMEOUT_MS):
        page.panel.where.buttons["zone"].click()
    assert window.history.query == CHAT_IN_EU
    assert page.question == GuideQuestion("chat-support", data_zone="EU")
    assert fitting(page)[0] == "gpt-6-luna"
    window.actions_by_name["undo"].trigger()
    assert window.history.query == CHAT
    assert page.panel.where.buttons["anywhere"].isChecked()


def test_a_filter_that_is_set_elsewhere_is_taken_for_the_answers(open_guide: Open) -> None:
    window, page = open_guide(WindowState(query=CHAT_IN_EU))
    assert page.panel.use_case.choice() == "chat-support"
    assert page.panel.where.buttons["zone"].isChecked()
    words = CatalogQuery(text="gpt", deployment_types=frozenset({"GlobalBatch", "DataZoneBatch"}))
    window.history.change(words)
    assert page.question.billing is Billing.BATCH
    page.panel.restart.click()
    assert window.history.query == CatalogQuery(text="gpt"), "the guide did not ask for words"


def test_a_country_and_a_region_are_asked_for_by_name(open_guide: Open) -> None:
    window, page = open_guide()
    page.panel.where.buttons["country"].click()
    assert window.history.query.is_empty, "nothing is asked until a country is named"
    page.panel.places.show_choice("DE")
    page.panel.places.edited.emit()
    assert page.question.country == "DE"
    assert window.history.query == CatalogQuery(countries=frozenset({"DE"}))
    page.panel.where.buttons["region"].click()
    page.panel.places.show_choice("zone:US")
    page.panel.places.edited.emit()
    assert window.history.query == CatalogQuery(data_zones=frozenset({"US"}))


def test_users_make_the_load_that_the_calculator_takes_to_the_cent(
    open_guide: Open, qtbot: QtBot
) -> None:
    window, page = open_guide(WindowState(query=CHAT_IN_EU))
    with qtbot.waitSignal(page.answered, timeout=TIMEOUT_MS):
        page.panel.load.fields["users"].setValue(500)
    assert "62.5 requests per minute" in page.panel.load_told.text()
    assert page.found is not None
    (mini,) = (each for each in page.found.candidates if each.entry.model.id == "gpt-5-mini")
    assert mini.cost.monthly == Decimal("496.1")
    page.view.anchorClicked.emit(QUrl(link_of(RECKON_SCHEME, mini.entry.key)))
    assert window.stack.place.key == "calculator"
    calculator = window.stack.page
    assert isinstance(calculator, CalculatorPage)
    assert (calculator.inputs.model, calculator.inputs.version) == mini.entry.key
    found = calculator.answer.estimate
    assert found is not None
    assert found.payg_monthly is not None
    assert round(found.payg_monthly, 2) == Decimal("496.10")
    field = calculator.panel.fields["users"]
    assert isinstance(field, FigureField)
    assert (field.text(), field.isVisible()) == ("500", True)
    assert calculator.panel.follows.figures["peak_rpm"].text() == "62.5 requests/min"


def test_the_short_list_is_read_with_its_reasons_and_leads_on(open_guide: Open) -> None:
    window, page = open_guide(WindowState(query=CHAT_IN_EU), WHOLE)
    told = page.view.toPlainText()
    assert "fitting: 10, unknown: 2, not fitting: 7" in told
    assert "Order: first what is generally available and lasts more than 180 days" in told
    assert "✓ EU data zone: per token, PTU, in 7 regions" in told.replace("\xa0", " ")
    assert "gpt-5-chat (retired)" in told
    page.view.anchorClicked.emit(QUrl(link_of(ENTRY_SCHEME, ("gpt-5-mini", "2025-08-07"))))
    assert window.stack.place.key == "models"
    assert window.models.view.selected_keys() == [("gpt-5-mini", "2025-08-07")]
    window.navigation.show_page_named("guide")
    page.table_button.click()
    assert window.stack.place.key == "models"


@pytest.mark.parametrize("key", [("a/b c", "1 (x)"), ("Phi-4", ""), ("ä?#%", "2024-05-13")])
def test_a_link_names_its_entry_whatever_it_is_called(key: tuple[str, str]) -> None:
    url = QUrl(link_of(ENTRY_SCHEME, key))
    assert url.scheme() == ENTRY_SCHEME
    assert key_of(url.path(QUrl.ComponentFormattingOption.FullyEncoded)) == key


def test_the_short_list_is_a_sheet(open_guide: Open) -> None:
    _, page = open_guide(WindowState(query=CHAT_IN_EU), WHOLE)
    subject, _ = page.sheet_subjects()
    assert subject.kind is SheetKind.GUIDE
    sheet = subject.make(SheetOrder(checked_catalog(), DAY, "en"))
    (table,) = sheet.tables
    assert [group.heading for group in table.groups] == [
        "Fits because ...",
        "Unknown because ...",
        "Does not fit because ...",
    ]
    assert sheet.head[0] == "What is to be done? Chat and customer support"
    assert next(table.rows).label == "gpt-6-luna"


def test_the_button_offers_the_sheet_in_every_format(open_guide: Open) -> None:
    window, page = open_guide(WindowState(query=CHAT_IN_EU))
    page.print_button.click()
    dialog = window.findChild(SheetDialog)
    assert dialog is not None
    assert dialog.choices["kind"].currentText() == "Guide"
    dialog.close()


def test_the_load_is_remembered_and_another_language_goes_on(
    open_guide: Open, speak: Speak, qtbot: QtBot
) -> None:
    window, page = open_guide(WindowState(query=CHAT_IN_EU))
    page.panel.load.fields["users"].setValue(500)
    inputs = load_inputs(page.state())
    assert inputs == LoadInputs(users=Decimal(500))
    german = speak(window, "de")
    after = german.stack.page
    assert isinstance(after, GuidePage)
    qtbot.waitUntil(lambda: after.found is not None, timeout=TIMEOUT_MS)
    assert after.question == page.question
    assert "62,5 Anfragen pro Minute" in after.panel.load_told.text()
    assert "EU-Datenzone: je Token" in after.view.toPlainText()


def test_rubbish_that_was_remembered_is_passed_over() -> None:
    state: dict[str, object] = {"users": "NaN", "busy_hours": 99, "peak_factor": -1, "x": 1}
    assert load_inputs(state) == LoadInputs()
    assert (
        LoadInputs(users=Decimal(5), input_tokens=Decimal(0), output_tokens=Decimal(0)).load()
        is None
    )


def test_the_guide_is_opened_from_the_menu_help(make_window: MakeWindow) -> None:
    window = make_window()
    action = window.actions_by_name["guide"]
    assert action in window.menus["help"].actions()
    action.trigger()
    assert window.stack.place.key == "guide"


ADVISED = {
    Topic.MODELS: "gpt-5-chat (retired) → gpt-chat-latest",
    Topic.CAPACITY: "Begin with PTU",
    Topic.SPEECH: "$1.00 per hour",
    Topic.PLACES: "Germany West Central",
    Topic.OPERATIONS: "Keep test and production apart",
}


def test_a_page_of_advice_is_read_and_remembered(open_guide: Open, qtbot: QtBot) -> None:
    _, page = open_guide(shown=WHOLE)
    for topic, words in ADVISED.items():
        with qtbot.waitSignal(page.advised, timeout=TIMEOUT_MS):
            page.topics.buttons[topic.value].click()
        told = page.view.toPlainText().replace("\N{NO-BREAK SPACE}", " ")
        assert words in told
        assert "Sources" in told
        assert page.state()["topic"] == topic.value
        assert page.sheet_subjects()[0].kind is SheetKind.ADVICE
        page.topics.buttons["short_list"].click()
        assert "Order: first what is" in page.view.toPlainText()
        assert page.sheet_subjects()[0].kind is SheetKind.GUIDE


def test_dead_models_are_struck_through_beside_their_successors(
    open_guide: Open, qtbot: QtBot
) -> None:
    window, page = open_guide(shown=WHOLE)
    with qtbot.waitSignal(page.advised, timeout=TIMEOUT_MS):
        page.topics.buttons[Topic.MODELS.value].click()
    document = page.view.document()
    for name, struck in (("gpt-5-chat", True), ("gpt-5-mini", False)):
        found = document.find(name)
        assert found.charFormat().fontStrikeOut() is struck, name
    link = document.find("gpt-chat-latest").charFormat().anchorHref()
    page.view.anchorClicked.emit(QUrl(link))
    assert window.models.view.selected_keys()[0][0] == "gpt-chat-latest"


def test_every_question_is_reached_by_the_tab_key(open_guide: Open) -> None:
    window, page = open_guide()
    page.panel.use_case.setFocus()
    seen = set()
    for _ in range(30):
        QTest.keyClick(window.focusWidget() or page, Qt.Key.Key_Tab)
        seen.add(window.focusWidget())
    wanted = (*page.panel.load.fields.values(), page.panel.available, page.panel.lasting, page.view)
    assert seen.issuperset(wanted)


def test_in_a_narrow_window_the_end_stands_below_the_name(open_guide: Open) -> None:
    window, page = open_guide()
    window.resize(1_200, 700)
    QApplication.processEvents()
    wide = page.view.toPlainText()
    assert "Model, Retirement" not in wide
    window.resize(860, 480)
    QApplication.processEvents()
    assert "Model, Retirement" in page.view.toPlainText()
    assert page.splitter.sizes()[0] < page.splitter.sizes()[1]
    window.resize(1_200, 700)
    QApplication.processEvents()
    assert page.view.toPlainText() == wide


def test_large_type_needs_a_wider_window_for_all_columns(
    open_guide: Open, present: Present, qtbot: QtBot
) -> None:
    window, _ = open_guide()
    window = present(window)
    window.showNormal()
    window.resize(1_200, 700)
    page = window.stack.page
    assert isinstance(page, GuidePage)
    qtbot.waitUntil(lambda: page.width() >= 960 and page.found is not None, timeout=TIMEOUT_MS)
    assert "Model, Retirement" in page.view.toPlainText()


def test_the_commands_for_the_clients_administrator_are_one_click_away(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window()
    window.navigation.show_page_named("guide")
    page = window.stack.page
    assert isinstance(page, GuidePage)
    page.ask_button.click()
    (dialog,) = window.findChildren(AdminCommandsDialog)
    text = dialog.commands.texts[dialog.commands.shell].toPlainText()
    assert "az cognitiveservices usage list" in text
    dialog.commands.copy_button.click()
    assert "bash" in dialog.said.text()
    dialog.close()


def test_a_long_list_is_laid_out_in_pieces(open_guide: Open) -> None:
    _, page = open_guide(shown=WHOLE)
    # Qt lays out a table at once, however long; between two it lets the window go on.
    tables = page.view.document().rootFrame().childFrames()
    assert len(tables) > 10
    assert max(each.rows() for each in tables if isinstance(each, QTextTable)) == ROWS


def test_a_list_that_is_shown_again_stays_where_it_is_scrolled(open_guide: Open) -> None:
    _, page = open_guide()
    page.view.document().size()
    bar = page.view.verticalScrollBar()
    place = bar.maximum() // 2
    bar.setValue(place)
    page.show_topic(None)
    assert bar.value() == place
