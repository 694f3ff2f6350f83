# SPDX-License-Identifier: MIT
"""Filters can be taken back, step by step."""

from pytestqt.qtbot import QtBot

from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.window.step_history import KEPT_STEPS, QueryHistory

CODE = CatalogQuery(use_cases=frozenset({"code"}))
CODE_AND_CHAT = CatalogQuery(use_cases=frozenset({"code", "chat"}))


def test_a_change_is_told_once_and_an_equal_filter_is_no_change(qtbot: QtBot) -> None:
    history = QueryHistory()
    with qtbot.waitSignal(history.query_changed) as told:
        history.change(CODE)
    assert told.args == [CODE]
    with qtbot.assertNotEmitted(history.query_changed):
        history.change(CatalogQuery(use_cases=frozenset({"code"})))


def test_undo_and_redo_walk_back_and_forth() -> None:
    history = QueryHistory()
    history.change(CODE)
    history.change(CODE_AND_CHAT)
    history.undo()
    assert (history.query, history.can_redo) == (CODE, True)
    history.undo()
    assert (history.query, history.can_undo) == (CatalogQuery(), False)
    history.redo()
    history.redo()
    assert history.query == CODE_AND_CHAT


def test_a_new_change_forgets_what_was_taken_back() -> None:
    history = QueryHistory()
    history.change(CODE)
    history.undo()
    history.change(CODE_AND_CHAT)
    assert not history.can_redo


def test_typing_is_one_step() -> None:
    history = QueryHistory()
    for text in ("g", "gp", "gpt"):
        history.change_text(text)
    history.undo()
    assert history.query.text == ""


def test_typing_after_a_click_is_a_step_of_its_own() -> None:
    history = QueryHistory()
    history.change_text("gpt")
    history.change(CatalogQuery(text="gpt", newest_only=True))
    history.change_text("gpt-5")
    history.undo()
    assert history.query == CatalogQuery(text="gpt", newest_only=True)


def test_the_first_filter_cannot_be_taken_back() -> None:
    history = QueryHistory(CODE)
    history.undo()
    assert history.query == CODE


def test_endless_clicking_does_not_keep_endless_steps() -> None:
    history = QueryHistory()
    for number in range(KEPT_STEPS + 50):
        history.change(CatalogQuery(min_context_tokens=number))
    steps = 0
    while history.can_undo:
        history.undo()
        steps += 1
    assert steps == KEPT_STEPS
