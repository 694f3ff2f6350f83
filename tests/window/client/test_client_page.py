# SPDX-License-Identifier: MIT
"""The page of a client: what to do, what is told, notes, and steps back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage, QTextDocument
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from azmodels_gui.clients.admin_commands import Shell
from azmodels_gui.clients.client import Client
from azmodels_gui.clients.taking import AnswerFile, taken
from azmodels_gui.clients.tenant import Tenant
from azmodels_gui.sheets.client_told import client_answer, client_parts
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.sheet import Table
from azmodels_gui.window.client.client_page import NOTHING_OPEN, ClientPage
from azmodels_gui.window.main_window import MainWindow
from tests.builders import TODAY
from tests.clients.answers import as_bytes, counter, deployment
from tests.window.client.answered import client
from tests.window.conftest import MakeWindow

PATH = Path("contoso.azclient")
WORDS = {
    "en": ("Deployments, as of 22 Nov 2026", "Past", "95 / 100", "Show 1 more counter,"),
    "de": ("Bereitstellungen, Stand 22.11.2026", "berf", "95 / 100", "1 weiteren Zähler"),
}


def page_of(window: MainWindow) -> ClientPage:
    window.navigation.show_page_named("client")
    page = window.stack.page
    assert isinstance(page, ClientPage)
    return page


@pytest.fixture
def page(window: MainWindow) -> ClientPage:
    return page_of(window)


def opened(page: ClientPage, qtbot: QtBot, held: Client | None = None) -> str:
    """Open a client and return what is told of it, once it is on show."""
    with qtbot.waitSignal(page.written):
        page._parts.around.client.open(held or client(), PATH)
    return page.view.toPlainText().replace("\N{NO-BREAK SPACE}", " ")


def test_without_a_client_it_says_what_to_do(page: ClientPage) -> None:
    assert page.stack.currentIndex() == NOTHING_OPEN
    assert page.new_button.isVisible()
    assert "az cognitiveservices model list" in page.commands.texts[Shell.BASH].toPlainText()
    assert page.head.isHidden()
    assert page.undoable is None


def test_the_commands_are_copied_for_the_shell_on_show(page: ClientPage, qtbot: QtBot) -> None:
    page.commands.regions.choose(["swedencentral"])
    page.commands.regions.edited.emit()
    page.commands.tabs.setCurrentIndex(1)
    with qtbot.waitSignal(page.news) as said:
        page.commands.copy_button.click()
    assert "PowerShell" in said.args[0]
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("foreach ($r in 'swedencentral')")


def test_a_client_without_answers_shows_the_commands_beside_its_name(
    page: ClientPage, qtbot: QtBot
) -> None:
    page._parts.around.client.open(Client(name="Fabrikam"), PATH)
    assert page.name.text() == "Fabrikam"
    assert page.stack.currentIndex() == NOTHING_OPEN
    assert not page.new_button.isVisible()
    assert page.take_button.isVisible()
    assert not page.search.isVisible()


@pytest.mark.parametrize(("spoken", "words"), WORDS.items(), indirect=["spoken"])
def test_all_that_is_told_stands_at_a_glance(
    make_window: MakeWindow, spoken: str, words: tuple[str, ...], qtbot: QtBot
) -> None:
    page = page_of(make_window(language=spoken))
    told = opened(page, qtbot)
    for each in words:
        assert each in told
    assert "subscriptions/" not in told


def test_a_letter_of_a_note_does_not_write_all_that_is_told_again(
    page: ClientPage, qtbot: QtBot
) -> None:
    opened(page, qtbot)
    assert not page._writing.busy
    QTest.keyClicks(page.notes.write, "abc")
    assert page._parts.around.client.client is not None
    assert page._parts.around.client.client.notes.endswith("abc")
    assert not page._writing.busy


def test_a_search_narrows_the_lines(page: ClientPage, qtbot: QtBot) -> None:
    opened(page, qtbot)
    with qtbot.waitSignal(page.written):
        page.search.setText("old gamma")
    told = page.view.toPlainText()
    assert "old" in told
    assert "chat" not in told


def test_every_counter_is_shown_when_it_is_asked_for(page: ClientPage, qtbot: QtBot) -> None:
    assert "0 / ! 0" not in opened(page, qtbot)
    with qtbot.waitSignal(page.written):
        page.view.anchorClicked.emit(QUrl("quotas:all"))
    assert "0 / ! 0" in page.view.toPlainText().replace("\N{NO-BREAK SPACE}", " ")


def test_a_model_leads_to_its_details(page: ClientPage, qtbot: QtBot) -> None:
    opened(page, qtbot)
    with qtbot.waitSignal(page.entry_asked) as asked:
        page.view.anchorClicked.emit(QUrl("entry:alpha-large/2026-03-05"))
    assert asked.args == [("alpha-large", "2026-03-05")]


def test_notes_and_name_are_steps_of_the_client(
    window: MainWindow, page: ClientPage, qtbot: QtBot
) -> None:
    opened(page, qtbot)
    held = page._parts.around.client
    for letters in ("**Budget** ", "open"):
        page.notes.write.insertPlainText(letters)
    page.name.setText("Contoso SE")
    page.name.editingFinished.emit()
    assert held.client is not None
    assert (held.client.name, held.client.notes) == ("Contoso SE", "**Budget** open")
    assert "Budget open" in page.notes.read.toPlainText()
    undo = window.actions_by_name["undo"]
    undo.trigger()
    undo.trigger()
    assert (held.client.name, held.client.notes) == ("Contoso AG", "")
    assert (page.name.text(), page.notes.write.toPlainText()) == ("Contoso AG", "")
    assert not undo.isEnabled()


def test_a_client_keeps_its_name_where_the_field_is_emptied(page: ClientPage, qtbot: QtBot) -> None:
    opened(page, qtbot)
    page.name.setText("  ")
    page.name.editingFinished.emit()
    assert page.name.text() == "Contoso AG"


def test_notes_are_markdown_and_never_html(page: ClientPage, qtbot: QtBot) -> None:
    opened(page, qtbot, client(notes="<img src='http://x'> [site](https://example.org)"))
    assert "<img" in page.notes.read.toPlainText()
    with qtbot.waitSignal(page.link_asked) as asked:
        page.notes.read.anchorClicked.emit(QUrl("https://example.org"))
    assert asked.args == [QUrl("https://example.org")]


def test_names_out_of_an_answer_are_never_html(page: ClientPage, qtbot: QtBot) -> None:
    hostile = "<b>x</b><img src='x'>&amp;"
    documents = (
        [deployment(hostile, hostile, hostile)],
        [counter(f"OpenAI.Standard.{hostile}", 1, 2)],
    )
    files = [
        AnswerFile(f"{at}-eastus2.json", as_bytes(each), TODAY) for at, each in enumerate(documents)
    ]
    held = Client(name=hostile, tenant=taken(files, Tenant(), ["eastus2"]).tenant)
    told = opened(page, qtbot, held)
    assert told.count(hostile) >= 3
    assert page.name.text() == hostile


def test_pictures_in_notes_are_never_fetched(
    page: ClientPage, qtbot: QtBot, tmp_path: Path
) -> None:
    picture = tmp_path / "x.png"
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(0)
    image.save(str(picture))
    opened(page, qtbot, client(notes=f"![x]({QUrl.fromLocalFile(str(picture)).toString()})"))
    document = page.notes.read.document()
    fetched = document.resource(
        QTextDocument.ResourceType.ImageResource, QUrl.fromLocalFile(str(picture))
    )
    assert not isinstance(fetched, QImage)


def test_own_ends_are_saved_as_a_calendar(page: ClientPage, qtbot: QtBot, tmp_path: Path) -> None:
    opened(page, qtbot)
    page.saving.ask_path = lambda _wanted, _parent: tmp_path / "ends.ics"
    page.calendar_button.click()
    saved = (tmp_path / "ends.ics").read_text(encoding="utf-8")
    assert saved.count("BEGIN:VEVENT") == 2
    assert "gamma" in saved


def test_notes_stand_below_where_the_page_is_narrow(page: ClientPage, qtbot: QtBot) -> None:
    opened(page, qtbot)
    window = page.window()
    window.resize(1_400, 800)
    assert page.splitter.orientation() is Qt.Orientation.Horizontal
    window.resize(900, 700)
    assert page.splitter.orientation() is Qt.Orientation.Vertical


def test_what_is_told_goes_with_the_client(page: ClientPage, qtbot: QtBot) -> None:
    opened(page, qtbot)
    page._parts.around.client.close()
    assert page.stack.currentIndex() == NOTHING_OPEN
    assert page.search_field() is None


@pytest.mark.parametrize("spoken", ["en", "de"], indirect=True)
def test_page_command_and_sheet_tell_the_same(
    make_window: MakeWindow, spoken: str, qtbot: QtBot
) -> None:
    """Each of them renders the same tables; the page packs their cells.

    Days since a past end are "3 days ago" there, in a table -3.
    """
    page = page_of(make_window(language=spoken))
    told = " ".join(opened(page, qtbot).split())
    found = page._parts.around.client.told(page._parts.around.current.index)
    assert found is not None
    order = SheetOrder(found.view.catalog, found.view.day, spoken)
    shown = {"client_deployments", "client_loads", "client_origins"}
    missing = [
        cell.text
        for part in client_parts(found, order)
        if part.key in shown
        for table in part.blocks
        if isinstance(table, Table)
        for row in table.rows
        for cell in row.cells
        if cell.sign != "?" and " ".join(cell.text.split()).lstrip("-\N{MINUS SIGN}") not in told
    ]
    assert missing == []
    for line in client_answer(found, order):
        assert " ".join(line.lead.split()) in told
