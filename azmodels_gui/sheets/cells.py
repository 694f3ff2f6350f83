# SPDX-License-Identifier: MIT
"""Makes cells: every figure as the sheet's language writes it, with its value beside it."""

from datetime import date
from decimal import Decimal

from azmodels_gui.answers.answer import unique
from azmodels_gui.answers.viewpoint import Conversion
from azmodels_gui.language import figures
from azmodels_gui.language.figures import kept_together
from azmodels_gui.sheets.sheet import Cell, CellKind, Mark
from azmodels_gui.sheets.sheet_words import SheetWords


class Cells:
    """The cells of one language and currency."""

    def __init__(self, words: SheetWords, conversion: Conversion) -> None:
        self._words = words
        self._conversion = conversion
        self._language = words.language

    def text(self, text: str, *sources: str | None, mark: Mark = Mark.NONE) -> Cell:
        """Return a cell of text."""
        return Cell(CellKind.TEXT, text, sources=unique(sources), mark=mark)

    def unknown(self, *sources: str | None, text: str = "") -> Cell:
        """Return what stands where no source says."""
        told = text or self._words("unknown")
        return Cell(CellKind.UNKNOWN, told, sources=unique(sources), sign="?")

    def conflict(self, *sources: str | None, text: str = "") -> Cell:
        """Return what stands where sources disagree."""
        told = text or self._words("conflict")
        marked = Mark.WARNING
        return Cell(CellKind.CONFLICT, told, sources=unique(sources), mark=marked, sign="!")

    def number(
        self, value: int | Decimal | None, *sources: str | None, places: int | None = None
    ) -> Cell:
        """Return a number; None is unknown."""
        if value is None:
            return self.unknown(*sources)
        exact = Decimal(value)
        text = figures.number(exact, self._language, places)
        told = places if places is not None else _places(exact)
        return Cell(CellKind.NUMBER, text, value, places=told, sources=unique(sources))

    def percent(self, share: Decimal | None, *sources: str | None, places: int = 1) -> Cell:
        """Return a share in percent; None is unknown."""
        if share is None:
            return self.unknown(*sources)
        text = kept_together(figures.percent(share, self._language, places))
        return Cell(CellKind.PERCENT, text, share, places=places, sources=unique(sources))

    def day(self, value: date | None, *sources: str | None, mark: Mark = Mark.NONE) -> Cell:
        """Return a day; None is unknown."""
        if value is None:
            return self.unknown(*sources)
        text = kept_together(figures.day(value, self._language))
        return Cell(CellKind.DATE, text, value, sources=unique(sources), mark=mark)

    def price(self, amount: Decimal, currency: str, *sources: str | None) -> Cell:
        """Return a price with all its places, in the currency of the sheet."""
        converted, unit = self._conversion.converted(amount, currency)
        if unit != currency:
            converted = _readable(converted)
        text = kept_together(figures.unit_price(converted, unit, self._language))
        places = max(2, _places(converted))
        return Cell(CellKind.MONEY, text, converted, unit, places, unique(sources))

    def money(self, amount: Decimal | None, currency: str, *sources: str | None) -> Cell:
        """Return an amount to the cent, in the currency of the sheet; None is unknown."""
        if amount is None:
            return self.unknown(*sources)
        converted, unit = self._conversion.converted(amount, currency)
        text = self.amount_text(amount, currency)
        return Cell(CellKind.MONEY, text, figures.rounded(converted, 2), unit, 2, unique(sources))

    def amount_text(self, amount: Decimal, currency: str) -> str:
        """Return an amount to the cent as text."""
        converted, unit = self._conversion.converted(amount, currency)
        cents = figures.unit_price(figures.rounded(converted, 2), unit, self._language)
        return kept_together(cents)

    def price_text(self, amount: Decimal, currency: str) -> str:
        """Return a price as text."""
        return self.price(amount, currency).text


def _places(value: Decimal) -> int:
    return len(f"{value.normalize():f}".partition(".")[2])


def _readable(amount: Decimal) -> Decimal:
    """Round a converted price to four significant digits, at least cents: the rate has no more."""
    if not amount:
        return amount
    places = max(2, 3 - amount.adjusted())
    return figures.rounded(amount, places)
