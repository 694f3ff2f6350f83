# SPDX-License-Identifier: MIT
"""With nothing selected and one use case asked for, its advice stands beside the table."""

from datetime import date

import pytest
from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from azmodels_gui.catalog.document import Catalog, Recommendation, UseCase
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.catalog.terms import Billing, Stage
from azmodels_gui.window.guide.guide_text import UseCaseAdvice
from azmodels_gui.window.main_window import MainWindow
from azmodels_gui.window.models.cell_context import CellContext
from azmodels_gui.window.page import Reckoning
from azmodels_gui.window.theme import Theme
from tests.builders import TODAY, catalog, model, offer, text, version

LIVE = version("2", offers=[offer("Standard", "eastus2")], retirement=date(2028, 1, 1))
GIVEN = Recommendation(
    models=("old", "new"),
    why=text("Both are quick."),
    start_with=Billing.PAYG,
    switch=text("From a thousand users on."),
    source="types",
)


def advised(*given: Recommendation) -> Catalog:
    chat = UseCase(id="chat", name=text("Chat"), recommendations=given)
    old = version("1", stage=Stage.RETIRED, retirement=date(2026, 1, 1))
    old = old.but(lifecycle=old.lifecycle.but(replacements=("new 2",)))
    return catalog(model("old", old), model("new", version("1"), LIVE), use_cases=(chat,))


@pytest.fixture
def view(qtbot: QtBot, theme: Theme) -> UseCaseAdvice:
    made = UseCaseAdvice(theme)
    qtbot.addWidget(made)
    return made


def show(view: UseCaseAdvice, built: Catalog) -> str:
    view.show_advice(built.use_cases[0], CellContext(CatalogIndex(built, TODAY)))
    return view.toPlainText()


def test_it_says_what_to_take_why_how_to_begin_and_when_to_change(view: UseCaseAdvice) -> None:
    told = show(view, advised(GIVEN))
    assert "old (retired) → new · in the calculator" in told
    assert "new · in the calculator" in told.splitlines()
    for words in ("Both are quick.", "Pay as you go", "From a thousand users on."):
        assert words in told
    assert "Document types" in told
    assert "line-through" in view.toHtml()


def test_a_use_case_without_advice_says_so(view: UseCaseAdvice) -> None:
    assert "No source gives advice on this use case." in show(view, advised())


def test_links_lead_to_the_entry_and_to_the_calculator(view: UseCaseAdvice, qtbot: QtBot) -> None:
    show(view, advised(GIVEN))
    with qtbot.waitSignal(view.entry_asked) as entry:
        view.anchorClicked.emit(QUrl("entry:new/2"))
    with qtbot.waitSignal(view.reckon_asked) as reckon:
        view.anchorClicked.emit(QUrl("reckon:new/2"))
    assert entry.args == [("new", "2")]
    assert reckon.args == [Reckoning(("new", "2"), "", "", None)]


def test_it_shows_while_one_use_case_is_asked_for_and_nothing_selected(
    window: MainWindow, qtbot: QtBot
) -> None:
    details = window.models.details
    assert details.advice is None
    window.history.change(CatalogQuery(use_cases=frozenset({"chat"})))
    assert details.advice is None  # the table comes first
    qtbot.waitUntil(lambda: details.advice is not None)
    advice = details.advice
    assert advice is not None
    assert advice.isVisible()
    assert window.models.present(("alpha-large", "2026-03-05"))
    assert not advice.isVisible()
    window.models.view.clearSelection()
    window.models.view.setCurrentIndex(window.models.view.rootIndex())
    assert advice.isVisible()
    window.history.change(CatalogQuery(use_cases=frozenset({"chat", "code"})))
    qtbot.waitUntil(details.empty.isVisible)
    assert not advice.isVisible()
