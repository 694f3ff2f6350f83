# SPDX-License-Identifier: MIT
"""Currency, rate and day of the rate side by side, for the sheet dialog and for pages."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, QSize, Signal, Slot
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from azmodels_gui.catalog.document import BASE, Catalog
from azmodels_gui.language.figures import read_day
from azmodels_gui.language.words import tr
from azmodels_gui.window.calculator.fields import ChoiceField
from azmodels_gui.window.sheets.wishes import CODE_LETTERS, RATE_LETTERS, SheetWishes, is_currency
from azmodels_gui.window.theme import SPACE_XS
from azmodels_gui.window.widgets.layouts import row

USUAL = (BASE, "EUR", "CHF", "GBP")
CODE_EM, RATE_EM, DAY_EM = 11, 16, 20
DAY_LETTERS = 10


class CurrencyField(ChoiceField):
    """The usual currencies to choose from; any other code can be typed."""

    def __init__(self) -> None:
        super().__init__(searchable=True)
        self.set_choices((code, code) for code in USUAL)

    def line(self) -> QLineEdit:
        """Return the field that is typed into."""
        line = self.lineEdit()
        if line is None:
            raise RuntimeError("a searchable field has a line to type into")
        return line

    # The field keeps what was typed, also where the list does not have it.

    @Slot()
    def _tidy(self) -> None:
        self.setEditText(self.currentText().upper())


class RateFields(QWidget):
    """A rate belongs to its currency: another currency begins without one.

    Signals:
        edited: something was typed or chosen.
    """

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.currency = CurrencyField()
        self.unit = QLabel()
        self.rate, self.day = QLineEdit(), QLineEdit()
        self._rate_for = ""
        self._others: dict[str, tuple[str, str]] = {}
        self._build()
        self._write_words()
        self.currency.line().textChanged.connect(self._on_currency)
        for line in (self.rate, self.day):
            line.textChanged.connect(self.edited)

    def show_wishes(self, wishes: SheetWishes) -> None:
        """Show what is remembered; fields that say the same already keep the cursor."""
        if self.filled(wishes) == wishes:
            return
        with QSignalBlocker(self):
            self._rate_for = wishes.rate_for
            self.currency.setEditText(wishes.currency)
            self.rate.setText(wishes.rate)
            self.day.setText(wishes.rate_day)
        self._offer()

    def filled(self, wishes: SheetWishes) -> SheetWishes:
        """Return the wishes with what is entered here."""
        code = self._code()
        rate, day = self.rate.text().strip(), self.day.text().strip()
        return replace(wishes, currency=code, rate=rate, rate_day=day, rate_for=self._rate_for)

    def problem(self, catalog: Catalog | None) -> str:
        """Return what is wrong with the entries; empty: nothing.

        Args:
            catalog: its own prices in the currency make a rate needless; None: a rate is needed.
        """
        wishes = self.filled(SheetWishes())
        if not is_currency(wishes.currency):
            return tr("The currency needs a code of three letters, such as EUR.")
        if wishes.currency == BASE:
            return ""
        if wishes.lacks_rate(catalog) or (wishes.rate and wishes.rate_value is None):
            return tr("State the rate as a number above zero, such as 0.92.")
        if wishes.rate_day and read_day(wishes.rate_day) is None:
            return tr("Write the day of the rate as 2026-11-22 or 22.11.2026.")
        return ""

    def _write_words(self) -> None:
        self.unit.setText(tr("1 US dollar ="))
        self.rate.setPlaceholderText(tr("Rate"))
        self.day.setPlaceholderText(tr("Day of the rate"))
        for widget, words in (
            (self.currency, tr("Currency of prices")),
            (self.rate, tr("Rate for 1 US dollar")),
            (self.day, tr("Day of the rate, as 2026-11-22 or 22.11.2026")),
        ):
            widget.setAccessibleName(words)
            widget.setToolTip(words)

    def in_tab_order(self) -> Iterable[QWidget]:
        """Return what takes the keyboard, from left to right."""
        return (self.currency, self.rate, self.day)

    def _build(self) -> None:
        em = self.fontMetrics().averageCharWidth()
        for widget, letters in ((self.currency, CODE_EM), (self.rate, RATE_EM), (self.day, DAY_EM)):
            widget.setFixedWidth(letters * em)
        self.currency.line().setMaxLength(CODE_LETTERS)
        self.currency.setEditText(BASE)
        self.rate.setMaxLength(RATE_LETTERS)
        self.day.setMaxLength(DAY_LETTERS)
        row(self.currency, self.unit, self.rate, self.day, 1, within=self, gap=SPACE_XS)
        self._offer()

    def _code(self) -> str:
        return self.currency.currentText().strip().upper() or BASE

    def _offer(self) -> None:
        """Ask for a rate only where one can be needed."""
        needed = self._code() != BASE
        for part in (self.unit, self.rate, self.day):
            part.setVisible(needed)

    @Slot()
    def _on_currency(self) -> None:
        code = self._code()
        if is_currency(code) and code not in (BASE, self._rate_for):
            self._others[self._rate_for] = (self.rate.text(), self.day.text())
            rate, day = self._others.get(code, ("", ""))
            with QSignalBlocker(self):
                self._rate_for = code
                self.rate.setText(rate)
                self.day.setText(day)
        self._offer()
        self.edited.emit()

    # Qt overrides

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
