# SPDX-License-Identifier: MIT
"""The user guide opens where the page is told of, finds words, and names what is on the screen."""

import re

import pytest
from babel.messages.pofile import read_po
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QKeySequence
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from azmodels_gui.calculator.field_words import FIELD_WORDS
from azmodels_gui.language.words import ENGLISH, in_language, language_codes
from azmodels_gui.window.help_dialogs import PAGE_KEYS, SIGNS
from azmodels_gui.window.theme import Theme
from azmodels_gui.window.user_guide import FOLDER, OPENS_AT, UserGuide, guide_text
from tests.language.texts import forms
from tests.window.conftest import MakeWindow
from tools.translations import DOMAIN, LOCALE

LABEL = re.compile(r"(?<!\*)\*([^*\n]+)\*(?!\*)")
ANCHOR = re.compile(r"\{#(\w+)\}")


@pytest.mark.parametrize("language", language_codes())
def test_links_and_pictures_lead_somewhere(language: str) -> None:
    text = guide_text(language)
    anchors = ANCHOR.findall(text)
    assert len(anchors) == len(set(anchors))
    assert set(re.findall(r"\]\(#(\w+)\)", text)) == set(anchors)
    assert set(OPENS_AT.values()) <= set(anchors)
    pictures = re.findall(r"!\[(.+?)\]\((.+?)\)", text)
    assert len(pictures) == 10
    assert text.count("<!-- keys -->") == 1
    for told, name in pictures:
        assert told
        assert not QImage(str(FOLDER / name)).isNull(), name


def test_both_languages_tell_the_same_things() -> None:
    first, *others = (guide_text(language) for language in language_codes())
    shape = [ANCHOR.findall(first), first.count("\n| "), first.count("![")]
    for other in others:
        assert [ANCHOR.findall(other), other.count("\n| "), other.count("![")] == shape


@pytest.mark.parametrize("language", language_codes())
def test_what_is_set_apart_is_on_the_screen(language: str) -> None:
    def plain(text: str) -> str:
        return re.sub(r" ?(\.\.\.|…)$", "", text.replace("&", "").strip())

    with (LOCALE / "de" / "LC_MESSAGES" / f"{DOMAIN}.po").open("rb") as file:
        pairs = [pair for text in read_po(file) if text.id for pair in forms(text)]
    shown = {plain(german if language == "de" else english) for english, german in pairs}
    gone = [
        label
        for label in LABEL.findall(re.sub(r"`.+?`", "", guide_text(language)))
        if plain(label) not in shown
    ]
    assert not gone


@pytest.mark.parametrize("language", language_codes())
def test_signs_and_words_are_those_of_the_program(language: str) -> None:
    text = guide_text(language)
    words = ((in_language(word, language), meaning) for word, meaning in FIELD_WORDS)
    for told, meaning in (*SIGNS, *words):
        assert f"\n| {told} | {in_language(meaning, language)} |\n" in text


def test_the_guide_opens_at_the_page_and_stays_beside_the_window(
    qtbot: QtBot, make_window: MakeWindow
) -> None:
    window = make_window()
    window.show()
    window.navigation.show_page_named("compare")
    window.actions_by_name["user_guide"].trigger()
    guide = window.findChild(UserGuide)
    assert guide is not None
    assert not guide.isModal()
    qtbot.waitUntil(lambda: guide.text.verticalScrollBar().value() > 0)
    at = guide.text.cursorForPosition(guide.text.viewport().rect().topLeft())
    told = (at.block().text(), at.block().next().text())
    assert any(each.startswith("3. Compare") for each in told)
    guide.close()


def test_there_is_one_guide_however_often_it_is_asked_for(
    qtbot: QtBot, make_window: MakeWindow
) -> None:
    window = make_window()
    window.show()
    for page in ("models", "compare"):
        window.navigation.show_page_named(page)
        window.actions_by_name["user_guide"].trigger()
    (guide,) = window.findChildren(UserGuide)
    qtbot.waitUntil(lambda: guide.text.verticalScrollBar().value() > 0)
    with qtbot.waitSignal(guide.destroyed):
        guide.close()
    window.actions_by_name["user_guide"].trigger()
    (again,) = window.findChildren(UserGuide)
    again.close()


def test_the_guide_goes_on_beside_the_next_window(qtbot: QtBot, make_window: MakeWindow) -> None:
    """To present, another language or look is another window; the guide stays where it was."""
    window = make_window()
    window.show()
    window.actions_by_name["user_guide"].trigger()
    (guide,) = window.findChildren(UserGuide)
    guide.sought.setText("PTU")
    guide.go_to("compare")
    qtbot.waitUntil(lambda: guide.place() == "compare")
    after = window.successor(presents=True)
    qtbot.addWidget(after)
    after.show()
    after.follow(window)
    (found,) = after.findChildren(UserGuide)
    qtbot.waitUntil(lambda: found.place() == "compare")
    assert (found.geometry(), found.sought.text()) == (guide.geometry(), "PTU")
    after.end_presentation()


def test_all_keys_of_the_program_stand_in_it(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    window.show()
    window.actions_by_name["user_guide"].trigger()
    guide = window.findChild(UserGuide)
    assert guide is not None
    told = guide.text.toPlainText()
    meanings = [in_language(words, ENGLISH) for lines in PAGE_KEYS.values() for _, words in lines]
    assert not [words for words in (*meanings, "Copy link to this view") if words not in told]
    guide.close()


def test_the_keys_of_find_lead_to_the_field(qtbot: QtBot, theme: Theme) -> None:
    guide = UserGuide(ENGLISH, theme)
    qtbot.addWidget(guide)
    with qtbot.waitActive(guide):
        guide.show()
        guide.activateWindow()
    guide.text.setFocus()
    QTest.keySequence(guide.text, QKeySequence(QKeySequence.StandardKey.Find))
    assert guide.focusWidget() is guide.sought


def heading_on_top(guide: UserGuide) -> str:
    return guide.text.cursorForPosition(QPoint(0, 4)).block().text()


def test_no_line_is_wider_than_the_guide_with_large_type(qtbot: QtBot, theme: Theme) -> None:
    """Commands wrap, pictures have a width: nothing has to be moved sideways to be read."""
    guide = UserGuide(ENGLISH, theme)
    qtbot.addWidget(guide)
    large = guide.font()
    large.setPointSizeF(large.pointSizeF() * 2)
    guide.setFont(large)
    guide.show()
    guide.go_to("cost")
    told, place = guide.text.toPlainText(), heading_on_top(guide)
    guide.resize(420, 400)  # what 820 pixels are at 200 %
    assert guide.text.horizontalScrollBar().maximum() == 0
    assert (guide.text.toPlainText(), heading_on_top(guide)) == (told, place)
    assert place.startswith("4. What will it cost?")


def test_words_are_found_one_after_the_other(qtbot: QtBot, theme: Theme) -> None:
    guide = UserGuide(ENGLISH, theme)
    qtbot.addWidget(guide)
    guide.show()
    QTest.keyClicks(guide.sought, "spillover")
    first = guide.text.textCursor()
    assert first.selectedText().casefold() == "spillover"
    QTest.keyClick(guide.sought, Qt.Key.Key_Return)
    assert guide.text.textCursor().selectedText().casefold() == "spillover"
    guide.sought.setText("no such word anywhere")
    assert not guide.text.textCursor().hasSelection()


def test_a_link_of_the_contents_goes_to_its_heading(qtbot: QtBot, theme: Theme) -> None:
    guide = UserGuide(ENGLISH, theme)
    qtbot.addWidget(guide)
    guide.show()
    guide.go_to("words")
    assert guide.text.verticalScrollBar().value() > 1_000
