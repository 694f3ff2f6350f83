# SPDX-License-Identifier: MIT
"""Refreshing in the window: menu, file dropped, held back, going back, What's new, settings."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from azmodels_gui.app.application import Opened
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.storage.settings import RefreshSettings
from azmodels_gui.window.main_window import dropped_file
from azmodels_gui.window.news.choosing import ALL, PINNED
from azmodels_gui.window.refreshing import Refreshing
from tests.builders import written
from tests.storage.keys import KEY
from tests.storage.nginx import running
from tests.window.news.refreshed import (
    BUNDLED,
    GONE,
    KEPT,
    NEWER,
    SHRUNK,
    TIMEOUT_MS,
    StartWindow,
    commands_of,
    file_of,
    news_page,
    news_page_made,
    take,
)


def test_refresh_see_what_is_new_and_go_back(
    opened: Opened, refreshing: Refreshing, qtbot: QtBot, tmp_path: Path
) -> None:
    window = opened.window
    window.history.change(CatalogQuery(text="gpt-4.1"))
    assert window.models.present(KEPT)
    assert window.status.trust.text() == "bundled"
    with running(tmp_path / "nginx") as nginx:
        (nginx.root / "catalog.json").write_bytes(written(NEWER))
        refreshing.set_settings(RefreshSettings(url=f"{nginx.url}/catalog.json"))
        with qtbot.waitSignal(refreshing.refresh.refreshed, timeout=TIMEOUT_MS):
            window.actions_by_name["refresh"].trigger()
            assert commands_of(opened).status.cancel_button.isVisible()
    assert not commands_of(opened).status.cancel_button.isVisible()
    assert str(NEWER.serial) in window.status.news.text()
    assert window.status.trust.text() == "unsigned"
    assert window.history.query == CatalogQuery(text="gpt-4.1")
    assert window.models.view.selected_keys() == [KEPT]
    page = news_page_made(opened)
    with qtbot.waitSignal(page.lists_shown, timeout=TIMEOUT_MS):
        commands_of(opened).status.news_button.click()
    titles = [row.cells[0] for group in page.lists.changes.rows.groups for row in group.rows]
    assert any(title.startswith(GONE.id) for title in titles)
    assert not commands_of(opened).status.news_button.isVisible()
    window.menus["kept"].aboutToShow.emit()
    (back,) = window.menus["kept"].actions()
    assert str(BUNDLED.serial) in back.text()
    with qtbot.waitSignal(refreshing.refresh.refreshed, timeout=TIMEOUT_MS):
        back.trigger()
    assert opened.around.current.catalog == BUNDLED
    assert window.models.view.selected_keys() == [KEPT]
    assert window.status.trust.text() == "bundled"


def test_what_is_held_back_is_used_when_the_user_says_so(
    opened: Opened, refreshing: Refreshing, qtbot: QtBot, tmp_path: Path
) -> None:
    take(opened, file_of(SHRUNK, tmp_path), qtbot)
    bar = opened.window.message_bar
    assert [button.text() for button in bar.choices] == ["Use it anyway", "Discard"]
    assert opened.around.current.catalog == BUNDLED
    with qtbot.waitSignal(refreshing.refresh.refreshed, timeout=TIMEOUT_MS):
        bar.choices[0].click()
    assert opened.around.current.catalog == SHRUNK
    assert not bar.isVisible()


def test_what_is_held_back_can_be_discarded(
    opened: Opened, refreshing: Refreshing, qtbot: QtBot, tmp_path: Path
) -> None:
    take(opened, file_of(SHRUNK, tmp_path), qtbot)
    opened.window.message_bar.choices[1].click()
    assert refreshing.refresh.held_back is None
    assert opened.around.current.catalog == BUNDLED


@pytest.mark.parametrize(
    ("names", "taken"),
    [
        pytest.param(("a.json",), True, id="a catalogue file is taken"),
        pytest.param(("a.azclient",), True, id="so is a client's"),
        pytest.param(("a.csv",), False, id="a load profile is not"),
        pytest.param(("a.json", "b.json"), False, id="two files are not"),
    ],
)
def test_only_one_file_can_be_dropped(names: tuple[str, ...], taken: bool) -> None:
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(f"/x/{name}") for name in names])
    assert (dropped_file(dragged) is not None) is taken


def test_without_an_address_refreshing_says_what_to_set(
    opened: Opened, refreshing: Refreshing, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(refreshing.refresh.failed, timeout=TIMEOUT_MS):
        opened.window.actions_by_name["refresh"].trigger()
    assert "address" in opened.window.status.news.text().casefold()


def test_without_an_earlier_catalogue_the_radar_still_works(
    opened: Opened, refreshing: Refreshing, qtbot: QtBot, tmp_path: Path
) -> None:
    page = news_page(opened, qtbot)
    assert page.lists.view() is page.lists.radar
    assert "No earlier catalogue" in page.lists.empty.text()
    rows = [row for group in page.lists.radar.rows.groups for row in group.rows]
    assert rows
    saved = tmp_path / "r.ics"
    page.export.ask_path = lambda _wanted, _parent: saved
    page.export.save_calendar()
    assert saved.read_bytes().count(b"BEGIN:VEVENT") == len(rows)


def test_changes_are_narrowed_to_pinned_models_and_to_words(
    opened: Opened, refreshing: Refreshing, qtbot: QtBot, tmp_path: Path
) -> None:
    take(opened, file_of(NEWER, tmp_path), qtbot)
    page = news_page(opened, qtbot)
    model = page.lists.changes.rows
    assert model.rowCount() == 1
    page.choosing.entries.show_choice(PINNED)
    page.choosing.entries.activated.emit(1)
    assert model.rowCount() == 0
    assert "choices" in page.lists.empty.text()
    assert page.state()["entries"] == PINNED
    page.choosing.entries.show_choice(ALL)
    page.choosing.search.setText("no such words")
    assert model.rowCount() == 0
    page.choosing.search.clear()
    assert model.rowCount() == 1
    table = page.seen()
    assert table is not None
    assert all(len(row) == len(table.headings) for row in table.rows)


def test_settings_that_cannot_be_used_are_told_and_not_saved(
    opened: Opened, refreshing: Refreshing
) -> None:
    opened.window.actions_by_name["refresh_settings"].trigger()
    dialog = commands_of(opened).dialog
    assert "No address is set" in dialog.explained.text()
    dialog.url.setText("http://catalog.example/c.json")
    save = dialog.buttons.button(QDialogButtonBox.StandardButton.Save)
    save.click()
    assert dialog.isVisible()
    assert "https" in dialog.problem.text()
    assert dialog.keys.geometry().bottom() < dialog.automatic.geometry().top()
    assert refreshing.settings == RefreshSettings()
    dialog.url.setText("https://catalog.example/c.json")
    dialog.keys.setPlainText(KEY.public.text)
    dialog.automatic.setChecked(True)
    save.click()
    assert refreshing.settings.url == "https://catalog.example/c.json"
    assert refreshing.settings.automatic is True
    assert refreshing.settings.public_keys == (KEY.public.text.splitlines()[-1],)


def test_what_the_company_set_is_shown(
    opened: Opened, refreshing: Refreshing, tmp_path: Path
) -> None:
    (tmp_path / "SITE").mkdir()
    (tmp_path / "SITE" / "site.toml").write_text('url = "https://company.example/c.json"')
    commands_of(opened).open_settings()
    assert "https://company.example/c.json" in commands_of(opened).dialog.company.text()
    commands_of(opened).dialog.reject()


def test_a_new_catalogue_keeps_what_the_table_is_scrolled_to(
    opened: Opened, refreshing: Refreshing, qtbot: QtBot, tmp_path: Path
) -> None:
    bar = opened.window.models.view.verticalScrollBar()
    bar.setValue(20)
    assert bar.value() == 20
    take(opened, file_of(NEWER, tmp_path), qtbot)
    assert opened.around.current.catalog == NEWER
    assert bar.value() == 20


def test_a_catalogue_dropped_on_the_window_is_taken(
    opened: Opened, refreshing: Refreshing, qtbot: QtBot, tmp_path: Path
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file_of(NEWER, tmp_path)))])
    event = QDropEvent(
        QPointF(20, 20),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(refreshing.refresh.refreshed, timeout=TIMEOUT_MS):
        opened.window.dropEvent(event)
    assert opened.around.current.catalog == NEWER


def test_cancelling_leaves_everything_as_it_was(
    opened: Opened, refreshing: Refreshing, qtbot: QtBot, tmp_path: Path
) -> None:
    commands_of(opened).open_file(file_of(NEWER, tmp_path))
    commands_of(opened).status.cancel_button.click()
    qtbot.waitUntil(lambda: not refreshing.refresh.running, timeout=TIMEOUT_MS)
    assert opened.around.current.catalog == BUNDLED
    assert not commands_of(opened).status.cancel_button.isVisible()


def test_what_was_held_back_is_offered_again_at_the_next_start(
    start: StartWindow, opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    take(opened, file_of(SHRUNK, tmp_path), qtbot)
    opened.window.close()
    again = start("--language", "en")
    texts = [button.text() for button in again.window.message_bar.choices]
    assert texts == ["Use it anyway", "Discard"]
