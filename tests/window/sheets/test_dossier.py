# SPDX-License-Identifier: MIT
"""A dossier of what the pages have to tell: chapters chosen, ordered and remembered."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.terms import Scope, TokenCategory
from azmodels_gui.window.calculator.calculator_page import CalculatorPage
from azmodels_gui.window.main_window import MainWindow
from azmodels_gui.window.page import CurrentCatalog
from azmodels_gui.window.regions.regions_page import RegionsPage
from azmodels_gui.window.sheets.dialog import SheetDialog
from azmodels_gui.window.sheets.wishes import SheetWishes, wishes_from
from azmodels_gui.window.state import WindowState
from tests.builders import TODAY, catalog, model, offer, price, version
from tests.window.conftest import MakeWindow
from tests.window.sheets.conftest import dialog_of
from tests.window.sheets.test_sheet_dialog import choose_kind, save


def opened(window: MainWindow) -> SheetDialog:
    dialog = dialog_of(window)
    choose_kind(dialog, "dossier")
    return dialog


def headings(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith("## ")]


def test_all_that_is_on_offer_becomes_chapters(
    compared: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    text = save(compared, opened(compared), tmp_path / "dossier.md", qtbot)
    compared_models = ["## Model comparison", "## Region coverage: 2 models", "## Retirement radar"]
    assert [each for each in headings(text) if each in compared_models] == compared_models
    assert "Models: alpha-large 2026-03-05, gamma 1" in text


@pytest.mark.parametrize("looked_at", [(), ("guide",), ("calculator", "news", "guide")])
def test_it_has_the_same_chapters_whichever_pages_were_looked_at(
    compared: MainWindow, tmp_path: Path, qtbot: QtBot, looked_at: tuple[str, ...]
) -> None:
    for key in (*looked_at, "compare"):
        compared.navigation.show_page_named(key)
    made = {place.key for place in compared.stack.places if place.is_made}
    dialog = dialog_of(compared)
    assert {place.key for place in compared.stack.places if place.is_made} == made
    choose_kind(dialog, "dossier")
    listed = dialog.dossier.chapters
    assert [listed.item(row).text() for row in range(listed.count())] == [
        *("Guide", "Sizing and cost", "Comparison", "Region coverage", "Retirements"),
        "Fact sheet",
    ]
    text = save(compared, dialog, tmp_path / "dossier.md", qtbot)
    assert headings(text)[0] == "## Model comparison"


def test_what_nobody_asked_is_no_chapter_unless_it_is_ticked(
    compared: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = opened(compared)
    listed = dialog.dossier.chapters
    ticked = {
        listed.item(row).text(): listed.item(row).checkState() is Qt.CheckState.Checked
        for row in range(listed.count())
    }
    assert [name for name, shown in ticked.items() if not shown] == ["Guide", "Sizing and cost"]
    assert compared.sheets.desk.wishes.chapters == ()
    listed.item(1).setCheckState(Qt.CheckState.Checked)
    text = save(compared, dialog, tmp_path / "dossier.md", qtbot)
    assert headings(text)[0].startswith("## Sizing and cost")


def test_a_load_that_somebody_stated_is_a_chapter(
    compared: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    compared.navigation.show_page_named("calculator")
    page = compared.stack.place.page
    assert isinstance(page, CalculatorPage)
    page.show_inputs(replace(page.inputs, users=page.inputs.users + 1))
    compared.navigation.show_page_named("compare")
    text = save(compared, opened(compared), tmp_path / "dossier.md", qtbot)
    assert headings(text)[0].startswith("## Sizing and cost")


def test_chapters_chosen_earlier_are_kept_while_other_sheets_are_made(
    compared: MainWindow, qtbot: QtBot
) -> None:
    desk = compared.sheets.desk
    desk.keep(replace(desk.wishes, kind="comparison", chapters=("sizing", "comparison")))
    dialog = dialog_of(compared)
    dialog.lines["client"].setText("Muster GmbH")
    assert desk.wishes.chapters == ("sizing", "comparison")
    choose_kind(dialog, "dossier")
    assert desk.wishes.chapters == ("sizing", "comparison")


def test_chapters_are_left_out_and_moved_by_the_keyboard(
    compared: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = opened(compared)
    listed = dialog.dossier.chapters
    listed.setFocus()
    listed.setCurrentRow(3)
    QTest.keyClick(listed, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    item = listed.item(4)
    item.setCheckState(Qt.CheckState.Unchecked)
    chosen = ("coverage", "comparison", "facts")
    assert compared.sheets.desk.wishes.chapters == chosen
    text = save(compared, dialog, tmp_path / "dossier.md", qtbot)
    assert headings(text)[:2] == ["## Region coverage: 2 models", "## Model comparison"]
    assert "## Retirement radar" not in text


def test_nothing_ticked_is_told_and_cannot_be_saved(compared: MainWindow) -> None:
    dialog = opened(compared)
    for row in range(dialog.dossier.chapters.count()):
        dialog.dossier.chapters.item(row).setCheckState(Qt.CheckState.Unchecked)
    assert dialog.message.text() == "Tick at least one chapter."
    assert not dialog.buttons.button(dialog.buttons.StandardButton.Save).isEnabled()


def test_what_is_said_of_the_document_is_remembered(
    compared: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = opened(compared)
    dialog.dossier.version.setText("1.2")
    dialog.dossier.author.setText("B. Muster")
    dialog.dossier.approval.setChecked(True)
    kept = wishes_from(dict(compared.sheets.desk.kept.state()))
    assert (kept.edition, kept.author, kept.approval) == ("1.2", "B. Muster", True)
    text = save(compared, dialog, tmp_path / "dossier.md", qtbot)
    assert "| 1.2 |" in text
    assert "## Approval" in text
    again = opened(compared)
    assert again.dossier.version.text() == "1.2"
    assert again.dossier.approval.isChecked()


def test_fields_of_a_dossier_are_shown_for_a_dossier_alone(compared: MainWindow) -> None:
    dialog = opened(compared)
    assert dialog.dossier.isVisibleTo(dialog)
    choose_kind(dialog, "comparison")
    assert not dialog.dossier.isVisibleTo(dialog)


def test_remembered_rubbish_is_passed_over() -> None:
    assert wishes_from({"chapters": [1, 2], "approval": "yes"}) == SheetWishes()


def test_pages_nobody_looked_at_since_tell_the_catalogue_on_show(
    make_window: MakeWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    state = WindowState(pinned=(("alpha-large", "2026-01-01"),))
    window = make_window(state, current=CurrentCatalog(_catalog_of("1", date(2027, 1, 1)), TODAY))
    for key in ("regions", "news", "calculator", "models"):
        window.navigation.show_page_named(key)
    page = window.stack.place_of("calculator").page
    assert isinstance(page, CalculatorPage)
    page.use(("alpha-large", "2026-01-01"))
    page.show_inputs(replace(page.inputs, users=Decimal(600)))
    window.parts.around.current.show(_catalog_of("7", date(2027, 7, 7)))
    text = save(window, opened(window), tmp_path / "dossier.md", qtbot)
    regions = window.stack.place_of("regions").page
    assert isinstance(regions, RegionsPage)
    assert regions.scope.index is window.parts.around.current.index
    chapters = text.split("\n## ")
    for name, new, old in (
        ("Sizing", "× 7 (input)", "× 1 (input)"),
        ("Region coverage", "in: Sweden Central", "in: Germany West Central"),
        ("Retirement radar", "7 Jul 2027", "1 Jan 2027"),
    ):
        (chapter,) = (each for each in chapters if each.startswith(name))
        assert new in chapter
        assert old not in chapter


def _catalog_of(amount: str, retirement: date) -> Catalog:
    region = "swedencentral" if amount == "7" else "germanywestcentral"
    offered = offer("GlobalStandard", region, covered=(region,))
    categories = (TokenCategory.INPUT, TokenCategory.OUTPUT)
    prices = tuple(price(amount, each, Scope.DATA_ZONE) for each in categories)
    one = version(retirement=retirement, offers=(offered,))
    return catalog(model("alpha-large", one, prices=prices))
