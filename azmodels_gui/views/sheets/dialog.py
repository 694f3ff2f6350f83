# SPDX-License-Identifier: MIT
"""Asks which sheet, for whom, in which language, currency and format."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from azmodels_gui.reports.conversion import BASE
from azmodels_gui.reports.order import MAX_LINE, MAX_NOTE
from azmodels_gui.views.calculator.fields import ChoiceField
from azmodels_gui.views.check_mark import CheckBox
from azmodels_gui.views.plain_text import plain_label
from azmodels_gui.views.sheets.choice_words import CHOICE_FIELDS, choices, row_label
from azmodels_gui.views.sheets.subject import Subject
from azmodels_gui.views.sheets.wishes import CODE_LETTERS, SheetWishes, is_currency

if TYPE_CHECKING:
    from azmodels_gui.views.sheets.desk import SheetDesk

WIDTH_PX, NOTE_PX, CODE_PX = 600, 64, 64


class SheetDialog(QDialog):
    """What is entered is remembered, also when nothing is made in the end."""

    def __init__(self, subjects: Sequence[Subject], desk: "SheetDesk", parent: QWidget) -> None:
        super().__init__(parent)
        self._subjects = tuple(subjects)
        self._desk = desk
        self.choices = {name: ChoiceField() for name in CHOICE_FIELDS}
        self.lines = {name: QLineEdit() for name in ("client", "logo", "currency", "rate")}
        self.lines["rate_day"] = QLineEdit()
        self.note = QPlainTextEdit()
        self.landscape = CheckBox(desk.theme)
        self.landscape.setText(self.tr("Landscape"))
        self.logo_button = QPushButton(self.tr("Choose ..."))
        self.message = plain_label()
        self.preview_button = QPushButton(self.tr("Print &preview ..."))
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Close
        )
        self._build()
        self._show(desk.wishes)
        self._connect()
        self._on_edited()

    def wishes(self) -> SheetWishes:
        """Return what is entered."""
        texts = {name: field.text().strip() for name, field in self.lines.items()}
        texts["currency"] = texts["currency"].upper() or BASE
        chosen = {name: field.choice() for name, field in self.choices.items()}
        note = self.note.toPlainText()[:MAX_NOTE]
        return replace(
            self._desk.wishes, **texts, **chosen, note=note, landscape=self.landscape.isChecked()
        )

    def problem(self) -> str:
        """Return what is wrong with the entries; empty: nothing."""
        wishes = self.wishes()
        if not is_currency(wishes.currency):
            return self.tr("The currency needs a code of three letters, such as EUR.")
        if wishes.currency != BASE and wishes.rate_value is None:
            return self.tr("State the rate as a number above zero, such as 0.92.")
        if wishes.rate_day and _day(wishes.rate_day) is None:
            return self.tr("Write the day of the rate as 2026-11-22.")
        style = wishes.csv_style(wishes.language or self._desk.language.value)
        if wishes.format == "csv" and style.separator == style.decimal:
            return self.tr("Columns and decimals cannot both be separated by a comma.")
        return ""

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Sheet"))
        self.setMinimumWidth(WIDTH_PX)
        form = QFormLayout()
        for name, field in {**self.choices, **self.lines}.items():
            field.setAccessibleName(row_label(name))
        for name in ("kind", "format", "language"):
            form.addRow(row_label(name), self.choices[name])
        form.addRow(row_label("client"), self.lines["client"])
        form.addRow(row_label("note"), self.note)
        form.addRow(row_label("logo"), _side_by_side(self.lines["logo"], self.logo_button))
        money = (self.lines[name] for name in ("currency", "rate", "rate_day"))
        form.addRow(row_label("currency"), _side_by_side(*money))
        form.addRow(row_label("paper"), _side_by_side(self.choices["paper"], self.landscape))
        csv = (self.choices["separator"], self.choices["decimal"])
        form.addRow(row_label("separator"), _side_by_side(*csv))
        self.buttons.addButton(self.preview_button, QDialogButtonBox.ButtonRole.ActionRole)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self.message)
        column.addWidget(self.buttons)
        self._set_limits()

    def _set_limits(self) -> None:
        self.note.setMaximumHeight(NOTE_PX)
        self.note.setTabChangesFocus(True)
        self.note.setAccessibleName(row_label("note"))
        self.lines["client"].setMaxLength(MAX_LINE)
        self.lines["currency"].setMaxLength(CODE_LETTERS)
        self.lines["currency"].setFixedWidth(CODE_PX)
        self.lines["rate"].setPlaceholderText(self.tr("Rate for 1 US dollar"))
        self.lines["rate_day"].setPlaceholderText(self.tr("Day, as 2026-11-22"))

    def _show(self, wishes: SheetWishes) -> None:
        kinds = [subject.kind.value for subject in self._subjects]
        for name, field in self.choices.items():
            field.set_choices(choices(name, kinds))
            field.show_choice(getattr(wishes, name))
        if not self.choices["kind"].choice():
            self.choices["kind"].show_choice(kinds[0])
        for name, line in self.lines.items():
            line.setText(getattr(wishes, name))
        self.note.setPlainText(wishes.note)
        self.landscape.setChecked(wishes.landscape)

    def _connect(self) -> None:
        for field in self.choices.values():
            field.edited.connect(self._on_edited)
        for line in self.lines.values():
            line.textChanged.connect(self._on_edited)
        self.note.textChanged.connect(self._on_edited)
        self.landscape.toggled.connect(self._on_edited)
        self.logo_button.clicked.connect(self._on_logo)
        self.preview_button.clicked.connect(self._on_preview)
        self.buttons.button(QDialogButtonBox.StandardButton.Save).clicked.connect(self._on_save)
        self.buttons.rejected.connect(self.reject)
        self._desk.news.connect(self.message.setText)
        self._desk.saved.connect(self.accept)

    @Slot()
    def _on_edited(self) -> None:
        """Remember what is sound, and say what is not."""
        problem, wishes = self.problem(), self.wishes()
        self.message.setText(problem)
        for button in (self.preview_button, self._save_button()):
            button.setEnabled(not problem)
        for name in ("rate", "rate_day"):
            self.lines[name].setEnabled(wishes.currency != BASE)
        for name in ("separator", "decimal"):
            self.choices[name].setEnabled(wishes.format == "csv")
        if not problem:
            self._desk.keep(wishes)

    def _save_button(self) -> QPushButton:
        return self.buttons.button(QDialogButtonBox.StandardButton.Save)

    @Slot()
    def _on_logo(self) -> None:
        pictures = self.tr("Pictures (*.png *.svg)")
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Logo"), "", pictures)
        if name:
            self.lines["logo"].setText(name)

    @Slot()
    def _on_preview(self) -> None:
        self._desk.preview(self._subjects, self)

    @Slot()
    def _on_save(self) -> None:
        self._desk.save(self._subjects)


def _side_by_side(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    for widget in widgets:
        row.addWidget(widget, 1)
    return row


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
