# SPDX-License-Identifier: MIT
"""The sheet dialog: titles, currencies and rates, language and catalogue that change under it."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from azmodels_gui.catalog.document import Catalog
from azmodels_gui.sheets.sheet import SheetKind
from azmodels_gui.window.main_window import MainWindow
from azmodels_gui.window.page import CurrentCatalog
from azmodels_gui.window.sheets.dialog import SheetDialog, choices
from azmodels_gui.window.sheets.wishes import SheetWishes, wishes_from
from azmodels_gui.window.state import WindowState
from tests.builders import TODAY, catalog, model, price
from tests.window.calculator.put_back import calculator_of
from tests.window.conftest import MakeWindow, Speak
from tests.window.samples import EVERY_LOOK, sample_catalog
from tests.window.sheets.conftest import PINNED, dialog_of

IN_EURO = catalog(model("alpha-large", prices=(price("9", currency="EUR"),)))


def save(window: MainWindow, dialog: SheetDialog, path: Path, qtbot: QtBot) -> str:
    """Return the text of the sheet that the dialog makes, as Markdown."""
    dialog.choices["format"].show_choice("md")
    dialog.choices["format"].edited.emit()
    window.sheets.desk.ask_path = lambda _wanted, _parent: path
    with qtbot.waitSignal(window.sheets.desk.saved):
        dialog.buttons.button(dialog.buttons.StandardButton.Save).click()
    return path.read_text()


def choose_kind(dialog: SheetDialog, kind: str) -> None:
    choose(dialog, "kind", kind)


def choose(dialog: SheetDialog, name: str, value: str) -> None:
    dialog.choices[name].show_choice(value)
    dialog.choices[name].edited.emit()


def state_rate(dialog: SheetDialog, currency: str, rate: str, day: str = "") -> None:
    dialog.money.currency.line().setText(currency)
    dialog.money.rate.setText(rate)
    dialog.money.day.setText(day)


def test_a_title_stands_on_its_sheet(compared: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = dialog_of(compared)
    dialog.lines["title"].setText("Which <model> for support?")
    text = save(compared, dialog, tmp_path / "sheet.md", qtbot)
    assert text.splitlines()[0].startswith("# Which ")
    assert "Model comparison" not in text.splitlines()[0]


def test_a_title_is_kept_for_the_kind_of_sheet_it_was_written_for(compared: MainWindow) -> None:
    dialog = dialog_of(compared)
    dialog.lines["title"].setText("Support in Germany")
    choose_kind(dialog, "facts")
    assert dialog.lines["title"].text() == ""
    choose_kind(dialog, "comparison")
    assert dialog.lines["title"].text() == "Support in Germany"


def test_a_title_survives_a_restart_and_stays_with_its_kind(
    make_window: MakeWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    first = make_window(PINNED)
    dialog_of(first).lines["title"].setText("Support in Germany")
    again = make_window(first.state())
    dialog = dialog_of(again)
    assert dialog.lines["title"].text() == "Support in Germany"
    choose_kind(dialog, "facts")
    assert "Support in Germany" not in save(again, dialog, tmp_path / "sheet.md", qtbot)


SENSELESS = {
    "no currency": ("E1", "0.92", "", "three letters"),
    "no rate": ("EUR", "", "", "above zero"),
    "a rate that is no number": ("EUR", "zero", "", "above zero"),
    "one or a thousand": ("EUR", "1.000", "", "above zero"),
    "a rate that nobody states": ("EUR", "1e400", "", "above zero"),
    "no day": ("EUR", "0.92", "22.11.", "2026-11-22"),
    "a day that there is not": ("EUR", "0.92", "31.11.2026", "2026-11-22"),
}


def test_an_entry_that_makes_no_sense_is_told_before_saving(compared: MainWindow) -> None:
    dialog = dialog_of(compared)
    save = dialog.buttons.button(dialog.buttons.StandardButton.Save)
    for what, (currency, rate, day, told) in SENSELESS.items():
        state_rate(dialog, "", "")
        assert save.isEnabled(), what
        state_rate(dialog, currency, rate, day)
        assert told in dialog.message.text(), what
        assert not dialog.preview_button.isEnabled(), what
        assert not save.isEnabled(), what
        assert compared.wishes.now.rate_day == "", what


def test_what_is_entered_beside_a_half_typed_rate_is_remembered(compared: MainWindow) -> None:
    dialog = dialog_of(compared)
    state_rate(dialog, "EUR", "0.92")
    dialog.money.rate.setText("a lot")
    dialog.lines["client"].setText("Muster GmbH")
    dialog.note.setPlainText("As discussed")
    dialog.reject()
    again = dialog_of(compared)
    assert again.lines["client"].text() == "Muster GmbH"
    assert again.note.toPlainText() == "As discussed"
    assert again.money.rate.text() == "0.92"


@pytest.mark.parametrize("day", ["2026-11-20", "20.11.2026"])
def test_the_day_of_a_rate_is_written_either_way(
    compared: MainWindow, tmp_path: Path, qtbot: QtBot, day: str
) -> None:
    dialog = dialog_of(compared)
    state_rate(dialog, "EUR", "0,5", day)
    text = save(compared, dialog, tmp_path / "sheet.md", qtbot)
    assert "1 USD = 0.5 EUR, as stated by the user on 20 Nov 2026" in text


def test_a_rate_for_one_currency_is_not_taken_for_another(compared: MainWindow) -> None:
    dialog = dialog_of(compared)
    state_rate(dialog, "EUR", "0.92", "2026-11-20")
    dialog.money.currency.line().setText("CHF")
    assert (dialog.money.rate.text(), dialog.money.day.text()) == ("", "")
    assert "above zero" in dialog.message.text()
    dialog.money.currency.line().setText("EUR")
    assert (dialog.money.rate.text(), dialog.money.day.text()) == ("0.92", "2026-11-20")


def test_a_remembered_rate_belongs_to_its_currency() -> None:
    kept = wishes_from({"currency": "CHF", "rate": "0.92", "rate_for": "EUR"})
    assert kept.conversion.rate is None


def test_a_rate_that_was_kept_before_it_knew_its_currency_still_holds() -> None:
    kept = wishes_from({"currency": "EUR", "rate": "0.92"})
    assert str(kept.conversion.rate) == "0.92"


def test_back_to_dollars_and_again_the_rate_is_still_there(compared: MainWindow) -> None:
    dialog = dialog_of(compared)
    state_rate(dialog, "EUR", "0.92")
    dialog.money.currency.line().setText("USD")
    assert not dialog.money.rate.isVisible()
    assert compared.wishes.now.conversion.rate is None
    dialog.money.currency.line().setText("EUR")
    assert dialog.money.rate.text() == "0.92"


@pytest.mark.parametrize(
    ("shown", "wanted"),
    [
        pytest.param(sample_catalog(), True, id="the catalogue has dollars only"),
        pytest.param(IN_EURO, False, id="the catalogue has prices in euro"),
    ],
)
def test_a_rate_is_wanted_only_where_the_catalogue_has_no_prices(
    make_window: MakeWindow, shown: Catalog, wanted: bool
) -> None:
    state = WindowState(pinned=(("alpha-large", "2026-01-01"), *PINNED.pinned), page="compare")
    dialog = dialog_of(make_window(state, current=CurrentCatalog(shown, TODAY)))
    state_rate(dialog, "EUR", "")
    assert ("above zero" in dialog.message.text()) is wanted


def test_prices_that_the_catalogue_has_in_the_currency_need_no_rate(
    make_window: MakeWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    state = WindowState(pinned=(("alpha-large", "2026-01-01"),), page="compare")
    window = make_window(state, current=CurrentCatalog(IN_EURO, TODAY))
    dialog = dialog_of(window)
    state_rate(dialog, "EUR", "")
    text = save(window, dialog, tmp_path / "sheet.md", qtbot)
    assert "€9.00" in text
    assert "Converted" not in text


def test_a_sizing_is_reckoned_in_dollars_so_it_needs_a_rate(make_window: MakeWindow) -> None:
    sample = sample_catalog()
    both = sample.but(models=(*sample.models, *IN_EURO.models))
    window = make_window(WindowState(page="calculator"), current=CurrentCatalog(both, TODAY))
    dialog = dialog_of(window)
    assert dialog.choices["kind"].choice() == "sizing"
    state_rate(dialog, "EUR", "")
    assert "above zero" in dialog.message.text()


def test_a_sizing_that_is_reckoned_in_euro_needs_no_rate(
    make_window: MakeWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    sample = sample_catalog()
    in_euro = (
        model.but(prices=(*model.prices, *(each.but(currency="EUR") for each in model.prices)))
        for model in sample.models
    )
    both = sample.but(models=tuple(in_euro))
    window = make_window(WindowState(page="calculator"), current=CurrentCatalog(both, TODAY))
    page = calculator_of(window)
    page.show_inputs(replace(page.inputs, currency="EUR"))
    dialog = dialog_of(window)
    state_rate(dialog, "EUR", "")
    assert dialog.message.text() == ""
    text = save(window, dialog, tmp_path / "sheet.md", qtbot)
    assert "List prices in EUR" in text
    assert "$" not in text


def test_a_dialog_that_is_opened_again_speaks_the_language_and_forgot_nothing(
    compared: MainWindow, speak: Speak
) -> None:
    dialog = dialog_of(compared)
    dialog.lines["client"].setText("Muster GmbH")
    dialog.choices["paper"].show_choice("Letter")
    dialog.choices["paper"].edited.emit()
    dialog = dialog_of(speak(compared, "de"))
    labels = [each.text() for each in dialog.findChildren(QLabel)]
    assert "Kunde:" in labels
    assert "Client:" not in labels
    assert dialog.choices["language"].currentText() == "Wie das Fenster"
    assert dialog.lines["client"].text() == "Muster GmbH"
    assert dialog.choices["paper"].choice() == "Letter"


def test_a_dialog_that_was_closed_remembers_nothing_any_more(compared: MainWindow) -> None:
    dialog = dialog_of(compared)
    dialog.lines["client"].setText("Muster GmbH")
    dialog.reject()
    compared.wishes.keep(replace(compared.wishes.now, client="Another AG"))
    QApplication.processEvents()
    assert compared.wishes.now.client == "Another AG"


def test_a_sheet_is_made_of_the_catalogue_on_show(
    make_window: MakeWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    """A catalogue that came while the dialog was open must not lend its number to old facts."""
    current = CurrentCatalog(catalog(model("alpha-large", prices=(price("1"),))), TODAY)
    state = WindowState(pinned=(("alpha-large", "2026-01-01"),), page="compare")
    window = make_window(state, current=current)
    dialog = dialog_of(window)
    current.show(catalog(model("alpha-large", prices=(price("7"),)), serial=20261122002))
    text = save(window, dialog, tmp_path / "sheet.md", qtbot)
    assert "20261122002" in text
    assert "$7.00" in text
    assert "$1.00" not in text


def test_paper_turned_in_the_preview_shows_in_the_dialog(
    compared: MainWindow, qtbot: QtBot
) -> None:
    dialog = dialog_of(compared)
    dialog.preview_button.click()
    preview = compared.sheets.desk.preview_dialog
    assert preview is not None
    qtbot.addWidget(preview)
    compared.wishes.keep(replace(compared.wishes.now, landscape=True, paper="Letter"))
    assert dialog.landscape.isChecked()
    assert dialog.choices["paper"].choice() == "Letter"
    dialog.lines["client"].setText("Muster GmbH")
    assert compared.wishes.now.landscape
    preview.close()


def test_an_earlier_sheet_that_is_done_only_now_leaves_the_dialog_open(
    compared: MainWindow,
) -> None:
    dialog = dialog_of(compared)
    compared.sheets.desk.saved.emit()
    assert dialog.isVisible()


def test_the_dialog_closes_once_its_sheet_is_written(
    compared: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = dialog_of(compared)
    with qtbot.waitSignal(dialog.accepted):
        save(compared, dialog, tmp_path / "sheet.md", qtbot)


def test_the_keyboard_reaches_every_field_from_top_to_bottom(
    compared: MainWindow, qtbot: QtBot
) -> None:
    dialog = dialog_of(compared)
    state_rate(dialog, "EUR", "0.92")
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    wanted = [
        *(dialog.choices["kind"], dialog.choices["format"], dialog.choices["language"]),
        *(dialog.lines["title"], dialog.lines["client"], dialog.note, dialog.lines["logo"]),
        *(dialog.file_buttons["logo"], dialog.lines["brand"], dialog.file_buttons["brand"]),
        *dialog.money.in_tab_order(),
        *(dialog.choices["paper"], dialog.landscape),
    ]
    wanted[0].setFocus()
    met = []
    for _ in wanted:
        field = QApplication.focusWidget()
        assert field is not None
        met.append(field)
        QTest.keyClick(field, Qt.Key.Key_Tab)
    assert met == wanted


def test_a_fact_sheet_has_the_usual_questions_where_that_is_asked(
    compared: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = dialog_of(compared)
    assert dialog.questions.isHidden()
    choose(dialog, "kind", "facts")
    assert not dialog.questions.isHidden()
    dialog.questions.setChecked(True)
    assert compared.wishes.now.questions


def test_a_template_is_asked_for_where_the_format_takes_one(compared: MainWindow) -> None:
    dialog = dialog_of(compared)
    line, room = dialog.lines["docx_template"], dialog.note.height()
    assert line.isHidden()
    choose(dialog, "format", "docx")
    assert not line.isHidden()
    QApplication.processEvents()
    assert dialog.note.height() >= room
    assert dialog.lines["pptx_template"].isHidden()
    line.setText("firm.docx")
    assert compared.wishes.now.template == "firm.docx"
    choose(dialog, "format", "csv")
    assert line.isHidden()
    assert compared.wishes.now.template == ""


@pytest.mark.parametrize("theme", EVERY_LOOK, indirect=True)
def test_the_edge_of_every_field_is_seen(compared: MainWindow) -> None:
    tokens = compared.theme.tokens
    dialog = dialog_of(compared)
    state_rate(dialog, "EUR", "0.92")
    for field in (dialog.note, *dialog.lines.values(), *dialog.choices.values()):
        picture = field.grab().toImage()
        middle = picture.height() // 2
        colours = {picture.pixelColor(x, middle).name() for x in range(3)}
        edge = tokens.edge if field.isEnabled() else tokens.border
        assert edge in colours or field.hasFocus(), field.accessibleName()


def test_no_wish_is_remembered_by_looking_at_the_dialog(compared: MainWindow) -> None:
    dialog_of(compared)
    assert replace(compared.wishes.now, title_for="") == SheetWishes()


@pytest.mark.parametrize("kind", SheetKind)
def test_every_kind_of_sheet_has_a_name(kind: SheetKind) -> None:
    ((value, words),) = choices("kind", [kind])
    assert value == kind
    assert words


def test_a_house_style_that_cannot_be_used_is_told_and_stops_the_sheet(
    compared: MainWindow, tmp_path: Path
) -> None:
    style = tmp_path / "brand.toml"
    style.write_text('accent = "#ffff00"')
    dialog = dialog_of(compared)
    dialog.lines["brand"].setText(str(style))
    compared.sheets.desk.ask_path = lambda _wanted, _parent: tmp_path / "sheet.md"
    dialog.buttons.button(dialog.buttons.StandardButton.Save).click()
    assert "#ffff00 cannot be read on paper" in dialog.message.text()
    assert not (tmp_path / "sheet.md").exists()


def test_a_house_style_stands_on_the_sheet(
    compared: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    style = tmp_path / "brand.toml"
    style.write_text('footer = "Example Consulting"')
    dialog = dialog_of(compared)
    dialog.lines["brand"].setText(str(style))
    assert "Example Consulting" in save(compared, dialog, tmp_path / "sheet.md", qtbot)
