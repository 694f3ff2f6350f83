# SPDX-License-Identifier: MIT
"""Asks which sheet, for whom, in which language, currency and format."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from azmodels_gui.language.words import N_, languages, tr
from azmodels_gui.sheets.csv_file import DECIMALS, SEPARATORS
from azmodels_gui.sheets.formats import FORMATS, PAPERS
from azmodels_gui.sheets.order import MAX_LINE, MAX_NOTE
from azmodels_gui.sheets.sheet import SheetKind
from azmodels_gui.window.calculator.fields import ChoiceField
from azmodels_gui.window.page import Surroundings
from azmodels_gui.window.sheets.dossier_fields import DossierFields
from azmodels_gui.window.sheets.kept_wishes import KeptWishes
from azmodels_gui.window.sheets.rate_fields import RateFields
from azmodels_gui.window.sheets.subject import OfferSheets, Subject
from azmodels_gui.window.sheets.wishes import SheetWishes
from azmodels_gui.window.widgets.dialogs import EndingDialog
from azmodels_gui.window.widgets.files import ask_file
from azmodels_gui.window.widgets.texts import plain_label

CHOICE_FIELDS = ("kind", "format", "language", "paper", "separator", "decimal")
_ROWS = {
    "kind": N_("Sheet:"),
    "dossier": N_("Chapters:"),
    "questions": N_("Questions:"),
    "format": N_("Format:"),
    "language": N_("Language of the sheet:"),
    "title": N_("Title:"),
    "client": N_("Client:"),
    "note": N_("Recommendation:"),
    "logo": N_("Logo:"),
    "brand": N_("House style:"),
    "docx_template": N_("Template:"),
    "pptx_template": N_("Template:"),
    "currency": N_("Currency, rate, day:"),
    "paper": N_("Paper:"),
    "separator": N_("CSV columns, decimals:"),
    "decimal": N_("Decimal sign:"),
}
_WORDS = {
    "comparison": N_("Comparison"),
    "facts": N_("Fact sheet"),
    "sizing": N_("Sizing and cost"),
    "coverage": N_("Region coverage"),
    "list": N_("Filtered list"),
    "features": N_("What models can do"),
    "changes": N_("Changes"),
    "retirements": N_("Retirements"),
    "guide": N_("Guide"),
    "advice": N_("Advice"),
    "client": N_("What the subscriptions tell"),
    "dossier": N_("Dossier"),
    "semicolon": N_("Semicolon"),
    "comma": N_("Comma"),
    "tab": N_("Tab"),
    "point": N_("Point"),
}
_OPEN = {
    "language": N_("As the window"),
    "separator": N_("By the sheet's language"),
    "decimal": N_("By the sheet's language"),
}


def row_label(name: str) -> str:
    """Return the words before a field."""
    return tr(_ROWS[name])


def choices(name: str, kinds: Sequence[str]) -> list[tuple[str, str]]:
    """Return the values of a field with their words.

    Args:
        name: the field.
        kinds: sheets that the page offers.
    """
    offered: dict[str, Iterable[tuple[str, str]]] = {
        "kind": _worded(kinds),
        "format": ((each.suffix, each.name) for each in FORMATS.values()),
        "language": languages().items(),
        "paper": zip(PAPERS, PAPERS, strict=True),
        "separator": _worded(SEPARATORS),
        "decimal": _worded(DECIMALS),
    }
    first = [("", tr(_OPEN[name]))] if name in _OPEN else []
    return [*first, *offered[name]]


def _worded(values: Iterable[str]) -> Iterator[tuple[str, str]]:
    return ((each, tr(_WORDS[each])) for each in values)


WIDTH_PX, NOTE_PX = 600, 64
FRAME_PX = 40
"""Of the window's frame, which takes a part of the screen."""
TEMPLATES = {"docx": "docx_template", "pptx": "pptx_template"}
"""Fields by the ending of the firm's files."""
LINES = ("title", "client", "logo", "brand", *TEMPLATES.values())
FILES = {
    "logo": N_("Pictures (*.png *.jpg *.jpeg *.svg)"),
    "brand": N_("House styles (*.toml)"),
    "docx_template": N_("Word files (*.docx *.dotx)"),
    "pptx_template": N_("PowerPoint files (*.pptx *.potx)"),
}
"""Lines that name a file, and which files are offered."""


class SheetDialog(EndingDialog):
    """What is entered is remembered, also when nothing is made in the end.

    Signals:
        save_asked: make a file of what is entered.
        preview_asked: show what would be printed.
    """

    save_asked = Signal()
    preview_asked = Signal()

    def __init__(
        self,
        offer: OfferSheets,
        around: Surroundings,
        kept: KeptWishes,
        language: str,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._offer = offer
        self._current = around.current
        self._company_brand = around.company_brand
        self._kept = kept
        self._language = language
        self._saving = False
        self._titles: dict[str, str] = {}
        self._rows: dict[str, int] = {}
        self.choices = {name: ChoiceField() for name in CHOICE_FIELDS}
        self.lines = {name: QLineEdit() for name in LINES}
        self.money = RateFields()
        self.dossier = DossierFields()
        self.note = QPlainTextEdit()
        self.landscape, self.questions = QCheckBox(), QCheckBox()
        self._boxes = {"landscape": self.landscape, "questions": self.questions}
        self.file_buttons = {name: QPushButton() for name in FILES}
        self.preview_button = QPushButton()
        self.message = plain_label()
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Close
        )
        self._build()
        self._write_words()
        self._offer_choices()
        self._show(kept.now)
        self._connect()
        self._on_edited()

    def wishes(self) -> SheetWishes:
        """Return what is entered."""
        entered: dict[str, Any] = {
            **{name: field.text().strip() for name, field in self.lines.items()},
            **{name: field.choice() for name, field in self.choices.items()},
            **{name: box.isChecked() for name, box in self._boxes.items()},
        }
        dossier = entered["kind"] == SheetKind.DOSSIER
        edition = self.dossier.edition() if dossier else self._kept.now.dossier
        return replace(
            self.money.filled(self._kept.now),
            **entered,
            chapters=edition.chapters,
            edition=edition.version,
            edition_changed=edition.changed,
            author=edition.author,
            approval=edition.approval,
            title_for=entered["kind"],
            note=self.note.toPlainText()[:MAX_NOTE],
        )

    def problem(self) -> str:
        """Return what is wrong with the entries; empty: nothing."""
        wishes = self.wishes()
        style = wishes.csv_style(wishes.language or self._language)
        if wishes.kind == SheetKind.DOSSIER and self.dossier.problem():
            return self.dossier.problem()
        if wishes.format == "csv" and style.separator == style.decimal:
            return tr("Columns and decimals cannot both be separated by a comma.")
        return self._money_problem()

    @Slot()
    def offer_again(self) -> None:
        """Offer the sheets that the page has now; what was closed must not remember any more."""
        if self.isVisible():
            self._offer_choices()
            self._on_edited()

    def subjects(self) -> Sequence[Subject]:
        """Return what a sheet can be made of now."""
        return self._offer()

    @Slot(str)
    def say(self, text: str) -> None:
        """Say what was done, or why it was not."""
        self.message.setText(text)

    @Slot()
    def on_saved(self) -> None:
        """Close if it is this dialog's sheet that was written, not an earlier one."""
        if self._saving:
            self._saving = False
            self.accept()

    def forget_saving(self) -> None:
        """Stay: what was asked for is not made."""
        self._saving = False

    def _write_words(self) -> None:
        self.setWindowTitle(tr("Sheet"))
        for name, field in {**self.choices, **self.lines, "note": self.note}.items():
            field.setAccessibleName(row_label(name))
        self.lines["title"].setPlaceholderText(tr("Empty: the sheet's own title"))
        rolled_out = self._company_brand is not None
        self.lines["brand"].setPlaceholderText(
            tr("Empty: the company's") if rolled_out else tr("Empty: none")
        )
        self.landscape.setText(tr("Landscape"))
        self.questions.setText(tr("With answers to clients' usual questions"))
        for button in self.file_buttons.values():
            button.setText(tr("Choose ..."))
        self.preview_button.setText(tr("Print &preview ..."))

    def _offer_choices(self) -> None:
        offered = self._offer()
        kinds = [subject.kind.value for subject in offered]
        chapters = [kind.value for subject in offered for kind in subject.chapters]
        usual = [kind.value for subject in offered for kind in subject.usual]
        self.dossier.offer(_worded(chapters), usual, self._kept.now.dossier)
        for name, field in self.choices.items():
            field.set_choices(choices(name, kinds))
        if kinds and not self.choices["kind"].choice():
            self.choices["kind"].show_choice(kinds[0])
            self._on_kind()

    def _build(self) -> None:
        self.setMinimumWidth(WIDTH_PX)
        self._form = QFormLayout()
        self._add_row("kind", self.choices["kind"])
        self._add_row("dossier", self.dossier)
        self._add_row("questions", self.questions)
        for name in ("format", "language"):
            self._add_row(name, self.choices[name])
        for name in ("title", "client"):
            self._add_row(name, self.lines[name])
        self._add_row("note", self.note)
        for name, button in self.file_buttons.items():
            self._add_row(name, self.lines[name], button)
        self._add_row("currency", self.money)
        self._add_row("paper", self.choices["paper"], self.landscape)
        self._add_row("separator", self.choices["separator"], self.choices["decimal"])
        self.buttons.addButton(self.preview_button, QDialogButtonBox.ButtonRole.ActionRole)
        self._lay_out()
        self.note.setMaximumHeight(NOTE_PX)
        self.note.setTabChangesFocus(True)
        for name in ("title", "client"):
            self.lines[name].setMaxLength(MAX_LINE)

    def _lay_out(self) -> None:
        """Put the fields above the buttons; where the screen is too low for them they scroll."""
        form, area = QWidget(), QScrollArea()
        form.setLayout(self._form)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields take the keyboard
        area.setWidget(form)
        column = QVBoxLayout(self)
        column.addWidget(area, 1)
        column.addWidget(self.message)
        column.addWidget(self.buttons)
        self._area = area

    # Qt override
    def showEvent(self, event: QShowEvent) -> None:
        self._fit()
        super().showEvent(event)

    def _fit(self) -> None:
        """Be as high as the fields on show, as far as the screen has room."""
        bar = self._area.verticalScrollBar().sizeHint().width()
        self._area.setMinimumWidth(self._form.minimumSize().width() + bar)
        around = self.sizeHint().height() - self._area.sizeHint().height()
        wanted = around + self._form.sizeHint().height()
        room = self.screen().availableSize().height() - FRAME_PX
        self.resize(max(self.width(), self.minimumSizeHint().width()), min(wanted, room))

    def _add_row(self, name: str, first: QWidget, *more: QWidget) -> None:
        label = QLabel(row_label(name))
        self._rows[name] = self._form.rowCount()
        label.setBuddy(first)
        if not more:
            self._form.addRow(label, first)
            return
        row = QHBoxLayout()
        for widget in (first, *more):
            row.addWidget(widget, 1)
        self._form.addRow(label, row)

    def _show(self, wishes: SheetWishes) -> None:
        self._titles[wishes.title_for] = wishes.title
        for name, field in self.choices.items():
            if field.findData(getattr(wishes, name)) >= 0:
                field.show_choice(getattr(wishes, name))
        for name in ("client", *FILES):
            self.lines[name].setText(getattr(wishes, name))
        self.money.show_wishes(wishes)
        self.note.setPlainText(wishes.note)
        for name, box in self._boxes.items():
            box.setChecked(getattr(wishes, name))
        self._on_kind()

    def _connect(self) -> None:
        self.choices["kind"].edited.connect(self._on_kind)
        for edited in (
            *(field.edited for field in self.choices.values()),
            *(line.textChanged for line in self.lines.values()),
            *(box.toggled for box in self._boxes.values()),
            *(self.money.edited, self.dossier.edited, self.note.textChanged),
        ):
            edited.connect(self._on_edited)
        for name, button in self.file_buttons.items():
            button.clicked.connect(partial(self._choose_file, name))
        self.preview_button.clicked.connect(self.preview_asked)
        self._save_button().clicked.connect(self._on_save)
        self.buttons.rejected.connect(self.reject)
        self._kept.changed.connect(self._on_kept)
        self._current.changed.connect(self.offer_again)

    @Slot()
    def _on_kind(self) -> None:
        """Show the title that was written for this kind of sheet, if any was.

        Of a dossier all pages are asked for their chapters, only once it is wished for.
        """
        kind = self.choices["kind"].choice()
        if kind == SheetKind.DOSSIER != self._kept.now.kind:
            self._kept.keep(replace(self._kept.now, kind=kind))
            self._offer_choices()
        self.lines["title"].setText(self._titles.get(kind, ""))

    @Slot()
    def _on_edited(self) -> None:
        """Remember what is sound, and say what is not."""
        problem, wishes = self.problem(), self.wishes()
        self._titles[wishes.kind] = wishes.title
        self.message.setText(problem)
        for button in (self.preview_button, self._save_button()):
            button.setEnabled(not problem)
        self._offer_rows(wishes)
        for name in ("separator", "decimal"):
            self.choices[name].setEnabled(wishes.format == "csv")
        kept = self._kept.now
        sound = wishes.with_money_of(kept) if self._money_problem() else wishes
        self._kept.keep(sound if self._kind_was_chosen() else replace(sound, kind=kept.kind))

    def _kind_was_chosen(self) -> bool:
        """Tell whether it is more than this page's first, which is no other page's."""
        kinds = self.choices["kind"]
        return kinds.currentIndex() > 0 or kinds.findData(self._kept.now.kind) >= 0

    def _offer_rows(self, wishes: SheetWishes) -> None:
        """Show the fields that kind and format have, and be as high as they need."""
        template = FORMATS[wishes.format].template
        wanted = {
            "dossier": wishes.kind == SheetKind.DOSSIER,
            "questions": wishes.kind == SheetKind.FACTS,
            **{name: kind == template for kind, name in TEMPLATES.items()},
        }
        changed = {
            name: visible
            for name, visible in wanted.items()
            if self._form.isRowVisible(self._rows[name]) is not visible
        }
        for name, visible in changed.items():
            self._form.setRowVisible(self._rows[name], visible)
        if changed and self.isVisible():
            self._fit()

    def _money_problem(self) -> str:
        # What was reckoned in another currency needs a rate, whatever else the catalogue has.
        kind, wanted = self.choices["kind"].choice(), self.money.filled(SheetWishes()).currency
        reckoned = next((each.reckoned_in for each in self._offer() if each.kind == kind), None)
        serves = reckoned in (None, wanted)
        return self.money.problem(self._current.catalog if serves else None)

    def _save_button(self) -> QPushButton:
        return self.buttons.button(QDialogButtonBox.StandardButton.Save)

    def _choose_file(self, line: str) -> None:
        words = row_label(line).rstrip(":")
        file = ask_file(self, words, tr(FILES[line]))
        if file is not None:
            self.lines[line].setText(str(file))

    @Slot()
    def _on_save(self) -> None:
        self._saving = True
        self.save_asked.emit()

    @Slot()
    def _on_kept(self) -> None:
        """Show the paper that was set up in the preview."""
        wishes = self._kept.now
        self.choices["paper"].show_choice(wishes.paper)
        with QSignalBlocker(self.landscape):
            self.landscape.setChecked(wishes.landscape)
