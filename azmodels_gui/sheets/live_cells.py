# SPDX-License-Identifier: MIT
"""The cells of a sizing that a spreadsheet reckons anew: exact figures, each with its formula."""

from dataclasses import dataclass
from decimal import Decimal

from msgspec.structs import replace

from azmodels_gui.calculator.estimate import NO_PTU, Estimate
from azmodels_gui.calculator.wording import FIGURES
from azmodels_gui.catalog.terms import Term
from azmodels_gui.language import figures
from azmodels_gui.language.words import in_language
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.sheet import Cell, CellKind

MOST_PLACES = 9
"""Of a price or a share that is shown; the figure itself has all of them."""


@dataclass(frozen=True)
class LiveFigure:
    """One row of one column."""

    key: str
    label: str
    cell: Cell


class LiveCells:
    """Makes the figures of one estimate.

    `{key}` in a formula stands for the figure of that row, `{key@first}` for that of the first
    column, `{key[]}` for all rows of that group.
    """

    def __init__(self, found: Estimate, order: SheetOrder) -> None:
        self.found, self.words, self._order = found, order.words, order
        self.none = order.cells.text(order.words("does_not_apply"))
        no_ptu = found.refusal is not None and found.refusal.id in NO_PTU
        # What is not possible is told apart from what no source says.
        self.no_size = self.none if no_ptu else self.unknown

    @property
    def unknown(self) -> Cell:
        """What stands where no source says."""
        return self._order.cells.unknown()

    def number(self, value: Decimal | int, *sources: str, places: int | None = None) -> Cell:
        """Return a number."""
        told = self._order.cells.number(Decimal(value), *sources, places=places)
        return replace(told, places=min(told.places, MOST_PLACES))

    def share(self, share: Decimal, places: int = 2) -> Cell:
        """Return a share in percent."""
        return self._order.cells.percent(share, places=places)

    def exact(self, amount: Decimal, *sources: str) -> Cell:
        """Return an amount in the sheet's currency with all its places."""
        exact, currency = self._order.conversion.converted(amount, self.found.currency)
        places = min(MOST_PLACES, max(2, figures.places_of(exact, 2)))
        told = figures.unit_price(exact, currency, self._order.language)
        return Cell(CellKind.MONEY, told, exact, currency, places, sources)

    def money(self, amount: Decimal | None, formula: str = "") -> Cell:
        """Return an amount to the cent; an unknown one has no formula."""
        cell = self._order.cells.money(amount, self.found.currency)
        known = formula and amount is not None
        return replace(cell, formula=f"ROUND({formula},2)") if known else cell

    def figure(self, key: str, cell: Cell, formula: str = "") -> LiveFigure:
        """Return a figure that sizings name everywhere."""
        label = in_language(FIGURES[key], self._order.language)
        return LiveFigure(key, label, replace(cell, formula=formula) if formula else cell)

    def bought(self, term: Term, ptu: str) -> str:
        """Return what PTU cost a month as a formula; #N/A where it takes an unknown price."""
        hours = "*{month_hours}"
        factor = {Term.HOUR: hours, Term.YEAR: "/12"}.get(term, "")
        one = f"{{rate_{term}}}{factor}"
        if term is Term.HOUR or self.found.question.reserved_ptu is None:
            return f"{ptu}*{one}"
        reserved = f"{{reserved_ptu}}*{one}"
        if self.found.rates[Term.HOUR].amount is None:
            return f"IF({ptu}>{{reserved_ptu}},NA(),{reserved})"
        return f"{reserved}+MAX(0,{ptu}-{{reserved_ptu}})*{{rate_{Term.HOUR}}}{hours}"
