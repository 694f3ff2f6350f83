# SPDX-License-Identifier: MIT
"""Columns that are made alike: chips, yes or no, limits, prices."""

from collections.abc import Callable

from azmodels_gui.catalog import labels
from azmodels_gui.catalog.document import DeploymentType
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.facts import Limits, TokenLimit
from azmodels_gui.catalog.terms import Availability, TokenCategory
from azmodels_gui.language.words import N_
from azmodels_gui.qtmodels import figure_cells as figures
from azmodels_gui.qtmodels import offer_cells as offers
from azmodels_gui.qtmodels import price_cells as prices
from azmodels_gui.qtmodels.cell_context import CellContext, Chip
from azmodels_gui.qtmodels.column import CENTER, RIGHT, Column

PRICE_TIP = N_(
    "Lowest standard price in force, US dollars per 1M tokens, for any deployment type and region"
)


def words_of(
    chips: Callable[[Entry, CellContext], tuple[Chip, ...]],
) -> Callable[[Entry, CellContext], str]:
    """Return the function that puts the words of a cell's chips on one line."""

    def text(entry: Entry, context: CellContext) -> str:
        return ", ".join(chip.text for chip in chips(entry, context))

    return text


def yes_no(
    key: str,
    header: object,
    availability: Callable[[Entry, CellContext], Availability],
    counts: Callable[[DeploymentType], bool],
    *,
    visible: bool = True,
) -> Column:
    """Return a column that says yes, no, unknown or conflicting sources, as `answer_tip` does."""

    def text(entry: Entry, context: CellContext) -> str:
        return context.word(labels.YES_NO, availability(entry, context).value)

    def tone(entry: Entry, context: CellContext) -> str:
        return "muted" if availability(entry, context) is Availability.UNKNOWN else ""

    return Column(
        key=key,
        header=str(header),
        text=text,
        sort_key=lambda entry, context: offers.YES_FIRST[availability(entry, context)],
        tooltip=offers.answer_tip(availability, counts),
        tone=tone,
        width=9,
        alignment=CENTER,
        visible=visible,
    )


def limit_column(
    key: str, header: object, limit: Callable[[Limits], TokenLimit | None], *, visible: bool = True
) -> Column:
    """Return a column with a number of tokens."""

    def sort_key(entry: Entry, _context: CellContext) -> int | None:
        found = limit(entry.version.limits)
        return None if found is None else found.tokens

    def tone(entry: Entry, _context: CellContext) -> str:
        return "muted" if limit(entry.version.limits) is None else ""

    return Column(
        key=key,
        header=str(header),
        text=lambda entry, context: figures.limit_text(limit(entry.version.limits), context),
        sort_key=sort_key,
        tooltip=lambda entry, context: figures.limit_tip(limit(entry.version.limits), context),
        tone=tone,
        width=11,
        alignment=RIGHT,
        visible=visible,
    )


def price_column(key: str, header: object, category: TokenCategory) -> Column:
    """Return a column with the lowest plain price; where the last one has ended it says so."""
    return Column(
        key=key,
        header=str(header),
        header_tip=str(PRICE_TIP),
        text=lambda entry, context: prices.text(entry, context, category),
        sort_key=lambda entry, context: prices.sort_key(entry, context, category),
        tooltip=lambda entry, context: prices.tooltip(entry, context, category),
        tone=lambda entry, context: prices.tone(entry, context, category),
        width=10,
        alignment=RIGHT,
    )
