# SPDX-License-Identifier: MIT
"""What changed for a client since its file was last seen with an older catalogue."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from azmodels_gui.app.application import Opened
from azmodels_gui.catalog.facts import TokenLimit
from azmodels_gui.clients.client import Client, client_bytes, read_client
from azmodels_gui.clients.tenant import Deployed, Tenant
from azmodels_gui.window.background import works_in_background
from tests.builders import TODAY
from tests.window.news.conftest import *  # noqa: F403 - the machine with a window that refreshes
from tests.window.news.refreshed import BUNDLED, GONE, NEWER, file_of, news_page_made, take

VERSION = GONE.versions[0].version
STAYS = BUNDLED.models[1]
DAY = TODAY


def file(path: Path, **told: object) -> Path:
    path.write_bytes(client_bytes(Client(name="Contoso", **told)))
    return path


def seen(path: Path) -> int | None:
    return read_client(path.read_bytes()).catalog


def deployed(model: str, version: str) -> Tenant:
    made = Deployed(name="chat", model=model, version=version, deployment_type="X", day=DAY)
    return Tenant(deployed=(made,))


def asked(opened: Opened, qtbot: QtBot) -> str:
    """Return what the message bar says once it was compared."""
    bar = opened.window.message_bar
    qtbot.waitUntil(lambda: not bar.isHidden(), timeout=20_000)
    return bar.text.text()


@pytest.mark.parametrize("told", ["pinned", "deployed"])
def test_changes_of_the_clients_models_are_told_shown_and_then_seen(
    opened: Opened, tmp_path: Path, qtbot: QtBot, told: str
) -> None:
    first = GONE.versions[0]
    limit = TokenLimit(tokens=7, source=BUNDLED.sources[0].id)
    other = replace(first, limits=replace(first.limits, context_window=limit))
    changed = replace(GONE, versions=(other, *GONE.versions[1:]))
    newer = BUNDLED.but(serial=NEWER.serial, models=(changed, *BUNDLED.models[1:]))
    take(opened, file_of(newer, tmp_path), qtbot)
    key = (GONE.id, VERSION)
    more = {"pinned": (key,)} if told == "pinned" else {"tenant": deployed(*key)}
    path = file(tmp_path / "c.azclient", catalog=BUNDLED.serial, **more)
    opened.client_commands.open(path)
    text = asked(opened, qtbot)
    assert f"Contoso was last seen with catalogue {BUNDLED.serial}." in text
    assert "concerns its models" in text or "concern its models" in text
    assert seen(path) == BUNDLED.serial
    page = news_page_made(opened)
    with qtbot.waitSignal(page.lists_shown, timeout=20_000):
        opened.window.message_bar.choices[0].click()
    assert opened.window.stack.page is page
    assert page.comparing.wanted == BUNDLED.serial
    models = {row.model for group in page.lists.changes.rows.groups for row in group.rows}
    assert models == {GONE.id}
    (subject,) = page.sheet_subjects()
    assert subject.kind.value == "changes"
    qtbot.waitUntil(lambda: seen(path) == newer.serial, timeout=20_000)
    qtbot.waitUntil(lambda: not works_in_background(), timeout=20_000)


def test_where_nothing_concerns_the_client_it_is_only_said(
    opened: Opened, tmp_path: Path, qtbot: QtBot
) -> None:
    take(opened, file_of(NEWER, tmp_path), qtbot)
    pinned = ((STAYS.id, STAYS.versions[0].version),)
    path = file(tmp_path / "c.azclient", catalog=BUNDLED.serial, pinned=pinned)
    opened.client_commands.open(path)
    qtbot.waitUntil(lambda: seen(path) == NEWER.serial, timeout=20_000)
    client = opened.around.client.client
    assert client is not None
    opened.around.client.change(client.but(notes="a"))
    opened.around.client.undo()
    opened.clients.finish()
    assert seen(path) == NEWER.serial
    assert opened.window.message_bar.isHidden()
    assert "Nothing that concerns it has changed" in opened.window.status.news.text()


def test_without_the_older_catalogue_it_is_said_that_nothing_can_be_compared(
    opened: Opened, tmp_path: Path, qtbot: QtBot
) -> None:
    path = file(tmp_path / "c.azclient", catalog=BUNDLED.serial - 1)
    opened.client_commands.open(path)
    assert "not kept on this computer any more" in asked(opened, qtbot)
    opened.window.message_bar.choices[0].click()
    page = news_page_made(opened)
    assert page.lists.tab == 1
    qtbot.waitUntil(lambda: seen(path) == BUNDLED.serial, timeout=20_000)
    qtbot.waitUntil(lambda: not works_in_background(), timeout=20_000)


def test_a_file_that_saw_a_newer_catalogue_is_told(
    opened: Opened, tmp_path: Path, qtbot: QtBot
) -> None:
    path = file(tmp_path / "c.azclient", catalog=NEWER.serial)
    opened.client_commands.open(path)
    assert f"catalogue {NEWER.serial}, on show is {BUNDLED.serial}" in (
        opened.window.status.news.text()
    )
    opened.window.close()
    assert seen(path) == NEWER.serial
