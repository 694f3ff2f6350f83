# SPDX-License-Identifier: MIT
"""Answers as cells of the table: short words, sort keys, tones and tooltips."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Qt

from azmodels_gui.answers.answer import Answer, Money, PartialDay, Qualifier, Status
from azmodels_gui.answers.viewpoint import Viewpoint
from azmodels_gui.catalog import labels
from azmodels_gui.catalog.entry import SOON_DAYS, Entry
from azmodels_gui.catalog.fact_dates import FactKind
from azmodels_gui.catalog.terms import Availability
from azmodels_gui.language import figures
from azmodels_gui.language.shown import tr
from azmodels_gui.language.words import N_, Message
from azmodels_gui.window import formats
from azmodels_gui.window.models.cell_context import CellContext
from azmodels_gui.window.models.column import RIGHT, Column, SortKey
from azmodels_gui.window.widgets.mark_painter import Mark

Ask = Callable[[Entry, Viewpoint], Answer]

SIGNS = {"unknown": "?", "expired": "?", "conflict": "!"}
YES_FIRST = {Status.KNOWN: 0, Status.DISPUTED: 1, Status.NOT_OFFERED: 2}
_ENDED = N_("Last known price: {price}, until {date}")
_SINCE = N_("Since {date}")
_SECONDARY = N_("From a list that copies prices, not from the price list")


def asking(ask: Ask) -> Callable[[Entry, CellContext], Answer]:
    """Return what asks once for all that a cell tells of one answer."""

    def asked(entry: Entry, context: CellContext) -> Answer:
        kept = context.asked_last.get(ask)
        if kept is None or kept[0] is not entry:
            kept = context.asked_last[ask] = (entry, ask(entry, context.view))
        return kept[1]

    return asked


def column(key: str, header: Message, ask: Ask, kind: FactKind, **more: Any) -> Column:
    """Return a column that shows an answer.

    Args:
        key: of the column.
        header: its heading.
        ask: returns the answer.
        kind: of the fact, for who asks where it was looked for.
        more: fields of the column.
    """
    asked = asking(ask)
    fields: dict[str, Any] = {
        "shown": lambda entry, context: short(asked(entry, context), context),
        "text": lambda entry, context: text(asked(entry, context), context),
        "sort_key": lambda entry, context: sort_key(asked(entry, context)),
        "tooltip": lambda entry, context: _tip(asked(entry, context), context, kind),
        "tone": lambda entry, context: tone(asked(entry, context)),
    }
    if "text" in more:
        del fields["shown"]
    return Column(key=key, header=header, **(fields | more))


def yes_no(key: str, header: Message, ask: Ask, kind: FactKind, **more: Any) -> Column:
    """Return a column that says yes, no, unknown or conflicting sources."""

    def word(entry: Entry, context: CellContext) -> str:
        known = ask(entry, context.view).value
        return context.word(labels.YES_NO, str(known))

    def mark(entry: Entry, context: CellContext) -> tuple[Mark, ...]:
        return (Mark("yes", availability_of(ask(entry, context.view))),)

    centred = Qt.AlignmentFlag.AlignCenter
    fields = {"width": 7, "alignment": centred, "marks": mark, "text": word}
    return column(key, header, ask, kind, **(fields | more))


def availability_of(answer: Answer) -> Availability | None:
    """Return what is known of an offer; None: does not apply."""
    return answer.value if isinstance(answer.value, Availability) else None


def short(answer: Answer, context: CellContext) -> str:
    """Return what is painted: amounts without the currency, signs for what is not known."""
    value = answer.value
    if isinstance(value, Money):
        places = figures.places_of(value.amount, 2)
        return figures.number(value.amount, context.language, places)
    if value is None and not isinstance(value, str):
        return SIGNS[_missing(answer)]
    return text(answer, context)


def figure(key: str, header: Message, ask: Ask, kind: FactKind, **more: Any) -> Column:
    """Return a column of figures, flush right."""
    return column(key, header, ask, kind, alignment=RIGHT, **more)


def text(answer: Answer, context: CellContext) -> str:
    """Return what a cell shows, as short as it can be said."""
    value, language = answer.value, context.language
    match value:
        case Money():
            return formats.money(value.amount, language, value.currency)
        case PartialDay():
            return formats.partial_day(value, language)
        case date():
            return formats.day(value, language)
        case int() | Decimal():
            return formats.number(value, language)
        case str() if not isinstance(value, Availability):
            return value
    return context.word(labels.FIGURES, _missing(answer))


def _missing(answer: Answer) -> str:
    if Qualifier.ENDED in answer.qualifiers:
        return "expired"
    return "conflict" if answer.status is Status.DISPUTED else "unknown"


def sort_key(answer: Answer) -> SortKey | None:
    """Return what to sort by; None, which comes last, where no one value is known."""
    value = answer.value
    match value:
        case Availability():
            return YES_FIRST.get(answer.status)
        case Money():
            return float(value.amount)  # exact enough to sort by
        case date():
            return value.toordinal()
        case int() | str():
            return value
    return None


def tone(answer: Answer) -> str:
    """Return `past`, `muted` (unknown, or copied) or nothing."""
    if Qualifier.PAST in answer.qualifiers:
        return "past"
    unsure = answer.status is Status.UNKNOWN or Qualifier.SECONDARY in answer.qualifiers
    return "muted" if unsure else ""


def time_left_tone(left: Answer, *, retired: bool) -> str:
    """Return the tone of a retirement date: `soon` where few days are left."""
    if left.value is None:
        return "past" if retired else "muted"
    few = isinstance(left.value, int) and left.value <= SOON_DAYS
    return tone(left) or ("soon" if few else "")


def tooltip(answer: Answer, context: CellContext) -> str:
    """Return what qualifies an answer, and its sources, one a line."""
    return "\n".join(filter(None, (*_qualified(answer, context), *_sources(answer, context))))


def _tip(answer: Answer, context: CellContext, kind: FactKind) -> str:
    """Return a tool tip; of what no source states the document that states it of others."""
    silent = answer.status is Status.UNKNOWN and not answer.sources
    return context.not_stated(kind) if silent else tooltip(answer, context)


def _qualified(answer: Answer, context: CellContext) -> Iterator[str]:
    language = context.language
    if isinstance(answer.value, Availability):
        from azmodels_gui.sheets.answer_cells import text as whole_text  # see `CellContext.order`

        yield whole_text(answer, context.order)
    elif Qualifier.ENDED in answer.qualifiers:
        last = "" if answer.until is None else formats.day(answer.until, language)
        for value in answer.values:
            if isinstance(value, Money):
                price = formats.money(value.amount, language, value.currency)
                yield _words(_ENDED, price=price, date=last)
    elif answer.since is not None:
        yield _words(_SINCE, date=formats.day(answer.since, language))
    if Qualifier.SECONDARY in answer.qualifiers:
        yield _words(_SECONDARY)
    if answer.note is not None:
        yield context.text(answer.note)


def _sources(answer: Answer, context: CellContext) -> Iterator[str]:
    return map(context.source_line, answer.sources)


def _words(source: Message, **values: str) -> str:
    return tr(source).format(**values)
