# SPDX-License-Identifier: MIT
"""What went wrong and what is asked can be read whole, and in the language on show."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from azmodels_gui.app.application import Opened
from tests.window.news.refreshed import (
    NEWER,
    SHRUNK,
    TIMEOUT_MS,
    StartWindow,
    commands_of,
    file_of,
    refreshing_of,
    take,
)


def fail(opened: Opened, qtbot: QtBot) -> None:
    """Refresh without an address."""
    with qtbot.waitSignal(refreshing_of(opened).refresh.failed, timeout=TIMEOUT_MS):
        opened.window.actions_by_name["refresh"].trigger()


def test_an_open_question_follows_the_language(
    opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    take(opened, file_of(SHRUNK, tmp_path), qtbot)
    opened.window.language_asked.emit("de")
    bar = opened.window.message_bar
    assert "zurückgehalten" in bar.text.text()
    assert [button.text() for button in bar.choices] == ["Trotzdem verwenden", "Verwerfen"]
    assert bar.isVisible()
    with qtbot.waitSignal(refreshing_of(opened).refresh.refreshed, timeout=TIMEOUT_MS):
        bar.choices[0].click()
    assert opened.around.current.catalog == SHRUNK


def test_a_question_that_is_settled_goes(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    take(opened, file_of(SHRUNK, tmp_path), qtbot)
    newest = NEWER.but(serial=SHRUNK.serial + 1)
    take(opened, file_of(newest, tmp_path), qtbot)
    assert not opened.window.message_bar.isVisible()


def test_a_failure_is_told_from_its_beginning_and_can_be_read_whole(
    opened: Opened, qtbot: QtBot
) -> None:
    window = opened.window
    window.resize(1_280, 720)
    qtbot.waitExposed(window)
    news, height_px = window.status.news, window.status.sizeHint().height()
    fail(opened, qtbot)
    assert window.status.sizeHint().height() == height_px
    assert news.text().startswith("No address")
    assert news.more.isVisible()
    news.more.click()
    assert window.message_bar.text.text() == news.text()
    assert window.message_bar.text.height() >= window.message_bar.text.heightForWidth(
        window.message_bar.text.width()
    )


def test_a_failure_stays_until_the_next_run_and_follows_the_language(
    opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    fail(opened, qtbot)
    opened.window.language_asked.emit("de")
    assert opened.window.status.news.text().startswith("Es ist keine Adresse")
    take(opened, file_of(NEWER, tmp_path), qtbot)
    assert "Adresse" not in opened.window.status.news.text()


def test_a_short_piece_of_news_needs_no_button(opened: Opened) -> None:
    opened.window.status.say("Saved.")
    assert not opened.window.status.news.more.isVisible()
    assert commands_of(opened).status.news_button.isHidden()


def test_what_the_start_could_not_read_follows_the_language(
    start: StartWindow, tmp_path: Path
) -> None:
    damaged = tmp_path / "damaged.json"
    damaged.write_text("{}")
    opened = start("--language", "de", "--catalog", str(damaged))
    assert "mitgelieferte" in opened.window.message_bar.text.text()
    opened.window.language_asked.emit("en")
    assert "cannot be used as a catalogue" in opened.window.message_bar.text.text()
