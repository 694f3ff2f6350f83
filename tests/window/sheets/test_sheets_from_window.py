# SPDX-License-Identifier: MIT
"""Sheets from the window: each page's own, in each format; what goes wrong is told."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrintPreviewWidget
from pytestqt.qtbot import QtBot

from azmodels_gui.catalog.kept_record import written_state
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.setting import REMEMBERED
from azmodels_gui.sheets.sheet import SheetKind
from azmodels_gui.window.main_window import MainWindow
from azmodels_gui.window.sheets.desk import SheetDesk
from azmodels_gui.window.sheets.subject import Subject
from azmodels_gui.window.sheets.wishes import SheetWishes, wishes_from
from azmodels_gui.window.state import WindowState
from tests.builders import TODAY
from tests.sheets.test_template import firms_word
from tests.sheets.test_word_file import opened
from tests.window.calculator.put_back import calculator_of
from tests.window.conftest import MakeWindow, Speak
from tests.window.samples import GERMANY, sample_catalog
from tests.window.sheets.conftest import PINNED, dialog_of


def subjects(window: MainWindow) -> list[Subject]:
    return list(window.stack.page.sheet_subjects())


def desk_of(window: MainWindow, path: Path, **wishes: object) -> SheetDesk:
    desk = window.sheets.desk
    desk.ask_path = lambda _wanted, _parent: path
    desk.keep(replace(desk.wishes, **wishes))  # type: ignore[arg-type]
    return desk


def euro(rate: str) -> dict[str, object]:
    return {"currency": "EUR", "rate": rate, "rate_for": "EUR"}


@pytest.mark.parametrize(
    ("page", "kinds"),
    [
        pytest.param(
            "compare", ["comparison", "facts", "coverage", "retirements"], id="what is compared"
        ),
        pytest.param(
            "models",
            ["facts", "list", "comparison", "coverage", "retirements"],
            id="the models",
        ),
    ],
)
def test_a_page_offers_its_sheets(compared: MainWindow, page: str, kinds: list[str]) -> None:
    compared.navigation.show_page_named(page)
    compared.navigation.select_first()
    assert [each.kind.value for each in subjects(compared)] == kinds


def test_a_list_names_its_filters_once(make_window: MakeWindow) -> None:
    query = CatalogQuery(text="alpha", regions=frozenset({GERMANY}))
    window = make_window(WindowState(query=query))
    listed = next(each for each in subjects(window) if each.kind is SheetKind.LIST)
    order = SheetOrder(sample_catalog(), TODAY, regions=listed.regions)
    head = " ".join(listed.make(order).head)
    assert head.count("Germany West Central") == 1
    assert "alpha" in head


def test_a_list_names_its_filters_in_its_own_language(make_window: MakeWindow) -> None:
    window = make_window(WindowState(query=CatalogQuery(newest_only=True)))
    listed = next(each for each in subjects(window) if each.kind is SheetKind.LIST)
    head = listed.make(SheetOrder(sample_catalog(), TODAY, "de")).head
    assert "Nur neueste Version" in head


def test_the_calculator_offers_sizing(compared: MainWindow) -> None:
    compared.navigation.show_page_named("calculator")
    assert [each.kind for each in subjects(compared)] == [SheetKind.SIZING]


def test_a_load_nobody_entered_stays_off_the_sheet(compared: MainWindow) -> None:
    compared.navigation.show_page_named("calculator")
    page = calculator_of(compared)
    order = SheetOrder(sample_catalog(), TODAY)

    def keys() -> list[str]:
        (subject,) = page.sheet_subjects()
        return [part.key.partition(":")[0] for part in subject.make(order).parts]

    assert "profile" not in keys()
    page.show_inputs(replace(page.inputs, profile_is_example=False))
    assert "profile" in keys()


@pytest.mark.parametrize(
    ("format_name", "begins"),
    [
        pytest.param("pdf", b"%PDF-", id="PDF"),
        pytest.param("docx", b"PK", id="Word"),
        pytest.param("pptx", b"PK", id="PowerPoint"),
        pytest.param("xlsx", b"PK", id="Excel"),
        pytest.param("csv", b"\xef\xbb\xbf", id="CSV"),
        pytest.param("html", b"<!", id="HTML"),
        pytest.param("md", b"# ", id="Markdown"),
    ],
)
def test_a_sheet_is_saved_in_each_format(
    compared: MainWindow, tmp_path: Path, qtbot: QtBot, format_name: str, begins: bytes
) -> None:
    file = tmp_path / f"sheet.{format_name}"
    desk = desk_of(compared, file, format=format_name, client="Muster GmbH")
    with qtbot.waitSignal(desk.saved):
        assert desk.save(subjects(compared))
    assert file.read_bytes().startswith(begins)
    assert str(file) in compared.status.news.text()


def test_nothing_of_a_file_s_pictures_stays_in_memory(
    compared: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    logo = tmp_path / "logo.svg"
    logo.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"/>')
    desk = desk_of(compared, tmp_path / "sheet.docx", format="docx", logo=str(logo))
    with qtbot.waitSignal(desk.saved):
        assert desk.save(subjects(compared))
    assert not REMEMBERED


def test_a_bad_logo_is_told_and_no_sheet_is_made(compared: MainWindow, tmp_path: Path) -> None:
    logo = tmp_path / "logo.png"
    logo.write_bytes(b"no picture")
    desk = desk_of(compared, tmp_path / "sheet.pdf", logo=str(logo), note="keep me")
    assert not desk.save(subjects(compared))
    assert "logo.png cannot be a logo" in compared.status.news.text()
    assert not (tmp_path / "sheet.pdf").exists()
    assert desk.wishes.note == "keep me"


def test_a_template_gives_a_file_its_look(
    compared: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    template, file = tmp_path / "firm.docx", tmp_path / "sheet.docx"
    template.write_bytes(firms_word())
    desk = desk_of(compared, file, format="docx", docx_template=str(template))
    with qtbot.waitSignal(desk.saved):
        assert desk.save(subjects(compared))
    header = opened(file.read_bytes()).sections[0].header
    assert header.paragraphs[0].text == "Beratung Muster AG"


def test_a_file_that_is_no_template_is_told_and_no_sheet_is_made(
    compared: MainWindow, tmp_path: Path
) -> None:
    template, file = tmp_path / "firm.docx", tmp_path / "sheet.docx"
    template.write_bytes(b"no archive")
    desk = desk_of(compared, file, format="docx", docx_template=str(template))
    assert not desk.save(subjects(compared))
    assert "firm.docx cannot be a template: it is no Word file" in compared.status.news.text()
    assert not file.exists()


def test_a_logo_that_is_gone_is_told(compared: MainWindow, tmp_path: Path) -> None:
    desk = desk_of(compared, tmp_path / "sheet.pdf", logo=str(tmp_path / "gone.svg"))
    assert not desk.save(subjects(compared))
    assert "gone.svg cannot be read" in compared.status.news.text()


def test_the_preview_shows_the_pages(compared: MainWindow, qtbot: QtBot) -> None:
    compared.actions_by_name["print"].trigger()
    preview = compared.sheets.desk.preview_dialog
    assert preview is not None
    qtbot.addWidget(preview)
    assert preview.isVisible()
    with qtbot.waitSignal(preview.pages_set):
        pass
    assert preview.printer().docName() == "Model comparison"
    preview.close()


def test_the_preview_of_a_window_goes_with_it(
    compared: MainWindow, speak: Speak, qtbot: QtBot
) -> None:
    compared.actions_by_name["print"].trigger()
    preview = compared.sheets.desk.preview_dialog
    assert preview is not None
    with qtbot.waitSignal(preview.finished):  # and with that what sets its pages
        after = speak(compared, "de")
    assert after.sheets.desk.preview_dialog is None


def test_paper_turned_in_the_preview_is_remembered(compared: MainWindow, qtbot: QtBot) -> None:
    compared.actions_by_name["print"].trigger()
    preview = compared.sheets.desk.preview_dialog
    assert preview is not None
    qtbot.addWidget(preview)
    preview.printer().setPageSize(QPageSize(QPageSize.PageSizeId.Letter))
    pages = preview.findChild(QPrintPreviewWidget)
    assert pages is not None
    pages.setLandscapeOrientation()
    assert compared.sheets.desk.wishes.landscape
    assert compared.sheets.desk.wishes.paper == "Letter"
    preview.close()


def test_with_nothing_to_print_this_is_said(make_window: MakeWindow) -> None:
    window = make_window(WindowState(page="compare"))
    window.actions_by_name["print"].trigger()
    assert "nothing here" in window.status.news.text()


def test_what_is_entered_is_remembered_over_a_restart(make_window: MakeWindow) -> None:
    first = make_window(PINNED)
    dialog = dialog_of(first)
    dialog.lines["client"].setText("Muster GmbH")
    dialog.money.currency.line().setText("eur")
    dialog.money.rate.setText("0,92")
    dialog.landscape.setChecked(True)
    dialog.close()
    again = make_window(first.state()).sheets.desk.wishes
    assert (again.client, again.currency, again.rate, again.landscape) == (
        *("Muster GmbH", "EUR", "0,92"),
        True,
    )


def test_the_sheet_speaks_its_own_language(
    compared: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "sheet.md"
    desk = desk_of(compared, file, format="md", language="de", **euro("0,5"))
    with qtbot.waitSignal(desk.saved):
        desk.save(subjects(compared))
    text = file.read_text()
    assert text.startswith("# Modellvergleich")
    assert "1,25" in text  # 2.50 US dollars at 0.5


@pytest.mark.parametrize(
    "state",
    [
        pytest.param({"format": "exe", "paper": 4, "currency": "euro"}, id="wrong choices"),
        pytest.param({"rate_day": "never", "landscape": "yes", "new": 1}, id="wrong kinds"),
    ],
)
def test_rubbish_in_the_state_is_passed_over(state: dict[str, object]) -> None:
    assert wishes_from(state) == SheetWishes()


def test_wishes_survive_as_json() -> None:
    stated = SheetWishes(currency="CHF", rate="0.8", rate_day="2026-11-20", rate_for="CHF")
    wishes = replace(stated, client="=1+1", title="-2", title_for="facts")
    assert wishes_from(written_state(wishes)) == wishes
