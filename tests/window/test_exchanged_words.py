# SPDX-License-Identifier: MIT
"""A text beside the charts: words exchanged in place read as if all were written anew."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from azmodels_gui.window.widgets.texts import DeafBrowser

COLOUR = "#102030"


def paragraph(words: str, result: str) -> str:
    return f"<p><span style='color:#808080'>{words}</span><br>a = <b>{result}</b></p>"


def table(words: str) -> str:
    cell = "style='background-color:#ffee00'"
    return f"<table width='100%'><tr><td {cell}>!</td><td {cell}>{words}</td></tr></table>"


def link(words: str) -> str:
    return f"<p><a href='https://a.example'>{words}</a></p>"


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[..., DeafBrowser]:
    def show(*texts: list[str]) -> DeafBrowser:
        browser = DeafBrowser()
        qtbot.addWidget(browser)
        for text in texts:
            browser.show_paragraphs(text, COLOUR)
        return browser

    return show


FIRST = [paragraph("peak", "12"), table("dear"), table("late"), link("more"), paragraph("b", "1")]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(FIRST, [paragraph("peak", "13"), *FIRST[1:]], id="a figure"),
        pytest.param(FIRST, [*FIRST[:2], table("in 3 days"), *FIRST[3:]], id="behind a table"),
        pytest.param(FIRST[1:], [table("so dear"), *FIRST[2:]], id="the first, a table"),
        pytest.param(FIRST, [*FIRST[:3], link("less &amp; less"), FIRST[4]], id="a link"),
        pytest.param(
            FIRST,
            [paragraph("p", "2"), table("a"), table("b"), link("c"), paragraph("d", "3")],
            id="all",
        ),
        pytest.param(FIRST, [paragraph("", ""), table(""), *FIRST[2:]], id="nothing is left"),
        pytest.param([paragraph("", ""), table("")], FIRST[:2], id="from nothing"),
        pytest.param(FIRST, FIRST[1:], id="one less"),
        pytest.param(FIRST, [FIRST[1], FIRST[0], *FIRST[2:]], id="built otherwise"),
        pytest.param(FIRST, FIRST, id="the same"),
        pytest.param(FIRST, [], id="nothing at all"),
        pytest.param([], [], id="still nothing"),
    ],
)
def test_a_text_reads_the_same_however_it_came_about(
    shown: Callable[..., DeafBrowser], before: list[str], after: list[str]
) -> None:
    assert shown(before, after).toHtml() == shown(after).toHtml()


def test_what_is_selected_stays_so_where_other_words_are_exchanged(
    shown: Callable[..., DeafBrowser],
) -> None:
    browser = shown(FIRST)
    cursor = browser.document().find("late")
    browser.setTextCursor(cursor)
    browser.show_paragraphs([paragraph("peak", "1,234,567"), *FIRST[1:]], COLOUR)
    assert browser.textCursor().selectedText() == "late"
    browser.moveCursor(QTextCursor.MoveOperation.Start)
    assert "1,234,567" in browser.toPlainText()


@pytest.mark.parametrize(("lines", "scrolled"), [(1, False), (60, True)])
def test_a_first_text_that_is_longer_than_its_room_is_laid_out_once(
    shown: Callable[..., DeafBrowser], lines: int, *, scrolled: bool
) -> None:
    browser, heights = shown(), list[float]()
    browser.resize(200, 300)
    browser.show()
    laid_out = browser.document().documentLayout()
    laid_out.documentSizeChanged.connect(lambda size: heights.append(size.height()))
    browser.show_paragraphs([paragraph("peak and some words more", "1")] * lines, COLOUR)
    assert browser.verticalScrollBar().isVisible() is scrolled
    assert browser.document().textWidth() == browser.viewport().width()
    assert not scrolled or heights.count(heights[-1]) == 1
