# SPDX-License-Identifier: MIT
"""Files of what is new, in each format, as a user saves them from the window."""

import csv
import io
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from azmodels_gui.app.application import Opened
from azmodels_gui.language import figures
from azmodels_gui.window.news.choosing import CHANGES_TAB, PINNED, RADAR_TAB
from azmodels_gui.window.news.news_page import NewsPage
from azmodels_gui.window.sheets.preview import SheetPreview
from azmodels_gui.window.widgets.files import WantedFile
from tests.window.news.refreshed import BUNDLED, GONE, NEWER, file_of, news_page, take


@pytest.fixture
def page(opened: Opened, qtbot: QtBot, tmp_path: Path) -> NewsPage:
    take(opened, file_of(NEWER, tmp_path), qtbot)
    return news_page(opened, qtbot)


@pytest.fixture
def asked(page: NewsPage, tmp_path: Path) -> list[WantedFile]:
    """Return what the dialog was asked for; it answers with a name without an ending."""
    wanted: list[WantedFile] = []

    def answer(file: WantedFile, _parent: QWidget) -> Path:
        wanted.append(file)
        return tmp_path / "saved" / "what is new"

    (tmp_path / "saved").mkdir()
    page.export.ask_path = answer
    return wanted


def action(page: NewsPage, words: str) -> QAction:
    (found,) = (each for each in page.export.actions() if words in each.text())
    return found


def read_csv(path: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_text("utf-8-sig"))))


def read_xlsx(path: Path) -> list[list[str]]:
    sheet = openpyxl.load_workbook(path).worksheets[0]
    return [[str(cell or "") for cell in row] for row in sheet.iter_rows(values_only=True)]


@pytest.mark.parametrize(
    ("words", "suffix", "read"),
    [
        pytest.param("C&SV", ".csv", read_csv, id="CSV"),
        pytest.param("Excel", ".xlsx", read_xlsx, id="Excel"),
    ],
)
def test_a_table_holds_the_lines_on_show(  # noqa: PLR0917
    page: NewsPage,
    opened: Opened,
    asked: list[WantedFile],
    words: str,
    suffix: str,
    read: Callable[[Path], list[list[str]]],
    tmp_path: Path,
) -> None:
    action(page, words).trigger()
    saved = tmp_path / "saved" / f"what is new{suffix}"
    assert asked[0].path.name == f"azmodels-changes-{NEWER.serial}{suffix}"
    assert str(saved) in opened.window.status.news.text()
    lines = read(saved)
    place = next(at for at, line in enumerate(lines) if line[:2] == ["Kind", "Model and version"])
    told = [line for line in lines[place + 1 :] if any(line)]
    assert [line[1] for line in told if line[0] == "Models and versions gone"] == [
        f"{GONE.id} {version.version}".strip() for version in GONE.versions
    ]
    assert page.state()["folder"] == str(saved.parent)


@pytest.fixture
def preview(qapp: QApplication) -> Iterator[Callable[[], list[SheetPreview]]]:
    """Return a function that finds the open previews; they are closed afterwards."""

    def opened() -> list[SheetPreview]:
        found = [each for each in qapp.topLevelWidgets() if isinstance(each, SheetPreview)]
        return [each for each in found if each.isVisible()]

    yield opened
    for dialog in opened():
        dialog.close()
        dialog.deleteLater()


@pytest.mark.parametrize("tab", [CHANGES_TAB, RADAR_TAB], ids=["changes", "retirements"])
def test_each_list_can_be_printed(
    page: NewsPage,
    opened: Opened,
    preview: Callable[[], list[SheetPreview]],
    tab: int,
    qtbot: QtBot,
) -> None:
    page.lists.tabs.setCurrentIndex(tab)
    assert opened.window.actions_by_name["print"].isEnabled()
    opened.window.actions_by_name["print"].trigger()
    (dialog,) = preview()
    with qtbot.waitSignal(dialog.pages_set):
        pass
    assert dialog.printer().docName()


def test_a_list_without_lines_is_not_printed(
    page: NewsPage, opened: Opened, preview: Callable[[], list[SheetPreview]]
) -> None:
    page.choosing.search.setText("no such words")
    opened.window.actions_by_name["print"].trigger()
    assert preview() == []
    assert opened.window.status.news.text() == (
        "There is nothing here that a sheet could be made of."
    )


def test_a_page_for_the_browser_says_what_was_compared(
    page: NewsPage, asked: list[WantedFile], tmp_path: Path
) -> None:
    action(page, "HTML").trigger()
    html = (tmp_path / "saved" / "what is new.html").read_text("utf-8")
    assert GONE.id in html
    day = figures.day(BUNDLED.published, "en")
    told = f"Compared with catalogue {BUNDLED.serial}, published {day}"
    assert told in html.replace("\N{NO-BREAK SPACE}", " ")
    assert f"Catalogue {NEWER.serial}" in html


def test_the_table_is_copied(page: NewsPage) -> None:
    action(page, "Copy").trigger()
    assert GONE.id in QGuiApplication.clipboard().text()


def test_retirements_are_saved_as_a_calendar(
    page: NewsPage, asked: list[WantedFile], tmp_path: Path
) -> None:
    page.lists.tabs.setCurrentIndex(RADAR_TAB)
    page.choosing.search.setText("gpt-4o")
    rows = [row for group in page.lists.radar.rows.groups for row in group.rows]
    assert 0 < len(rows) < len(page._lines.found)
    page.choosing.calendar_button.click()
    calendar = (tmp_path / "saved" / "what is new.ics").read_bytes()
    assert asked[0].path.name == f"azmodels-retirements-{NEWER.serial}.ics"
    assert calendar.count(b"BEGIN:VEVENT") == calendar.count(b"BEGIN:VALARM") == len(rows)


def test_nothing_on_show_makes_no_file(
    page: NewsPage, opened: Opened, asked: list[WantedFile]
) -> None:
    page.choosing.entries.show_choice(PINNED)
    page.choosing.narrowed.emit()
    for words in ("Copy", "C&SV", "Excel", "HTML", "ca&lendar"):
        opened.window.status.news.clear()
        action(page, words).trigger()
        assert asked == [], words
        assert opened.window.status.news.text().startswith("There is no"), words


def test_a_folder_that_cannot_be_written_is_told(
    page: NewsPage, opened: Opened, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("where a folder should be")
    page.export.ask_path = lambda _wanted, _parent: tmp_path / "file" / "a.csv"
    action(page, "C&SV").trigger()
    assert "a.csv" in opened.window.status.news.text()
    assert page.state()["folder"] == ""


def test_what_narrowed_the_lines_is_told_in_the_file(
    page: NewsPage, asked: list[WantedFile], tmp_path: Path
) -> None:
    page.choosing.search.setText(GONE.id)
    action(page, "HTML").trigger()
    html = (tmp_path / "saved" / "what is new.html").read_text("utf-8")
    assert f"Search: {GONE.id}" in html
