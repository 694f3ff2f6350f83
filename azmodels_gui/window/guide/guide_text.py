# SPDX-License-Identifier: MIT
"""The guide and its advice as rich text: what fits and why, with links to read on and to reckon."""

from collections.abc import Collection, Iterator, Sequence
from html import escape

from PySide6.QtCore import QUrl, Signal, Slot

from azmodels_gui.answers.advice import Advice, advice_for
from azmodels_gui.answers.answer import message
from azmodels_gui.answers.guide import END_KEYS, Candidate, Guide, Reason, Sign, Verdict
from azmodels_gui.catalog.document import SOON_DAYS, Entry, EntryKey, UseCase, versions_of
from azmodels_gui.catalog.facts import LocalText
from azmodels_gui.catalog.labels import BILLING, label
from azmodels_gui.catalog.successors import ModelToday
from azmodels_gui.language.words import N_, tr
from azmodels_gui.sheets import answer_cells
from azmodels_gui.sheets.guide_told import (
    caveat_told,
    cost_cell,
    count_told,
    order_told,
    reason_told,
    taken_told,
    telling,
    way_told,
)
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.sheet import Cell, CellKind, Mark, Part, Table, Text
from azmodels_gui.window.models.cell_context import CellContext
from azmodels_gui.window.page import Reckoning
from azmodels_gui.window.regions.document_view import DocumentView, RichText
from azmodels_gui.window.theme import Theme, Tokens, Tone
from azmodels_gui.window.widgets.texts import text_colour

ENTRY_SCHEME, RECKON_SCHEME = "entry", "reckon"
"""Links to an entry among the models, and to the calculator with it; see `link_of`."""
ROWS = 12
"""Of one table: Qt lays out what is seen first, and the rest while idle, but a table at once."""
_SIGNS = {
    Sign.FOR: ("✓", Tone.GOOD),
    Sign.CAUTION: ("⚠", Tone.WARN),
    Sign.AGAINST: ("✗", Tone.BAD),
    Sign.OPEN: ("?", Tone.WARN),
    Sign.UNKNOWN: ("?", Tone.MUTED),
}
_FIRST = N_("first")
_IN_CALCULATOR = N_("in the calculator")


def link_of(scheme: str, key: EntryKey) -> str:
    """Return the address of a link to an entry."""
    from urllib.parse import quote

    return f"{scheme}:{'/'.join(quote(part, safe='') for part in key)}"


def key_of(path: str) -> EntryKey:
    """Return the entry that a link names."""
    from urllib.parse import unquote

    model, _, version = path.partition("/")
    return unquote(model), unquote(version)


class GuideText(RichText):
    """Writes what the guide answers, in one look and language."""

    def __init__(self, tokens: Tokens, order: SheetOrder, *, narrow: bool = False) -> None:
        """Make it.

        Args:
            tokens: the look.
            order: catalogue, day and language.
            narrow: there is no room for a column of its own for when a model ends.
        """
        super().__init__(tokens, order.language)
        self.order = order
        self.narrow = narrow

    def short_list(self, found: Guide) -> str:
        """Return the answer: how many fit, the order, the candidates with their reasons."""
        return self.page(self._short_list(found))

    def _short_list(self, found: Guide) -> Iterator[str]:
        words = self.order.words
        yield self.title(count_told(found, self.order))
        told = [order_told(self.order), caveat_told(found.question, self.order)]
        if found.retired:
            told.append(words("guide_retired", count=found.retired))
        for each in filter(None, told):
            yield self.paragraph(each, Tone.MUTED)
        if not found.candidates:
            yield self.paragraph(words("guide_nothing"))
            return
        cost = "guide_price" if found.question.load is None else "guide_cost"
        heads = [words("model"), words(cost), words("retirement"), words("guide_reasons")]
        shares: tuple[int, ...] = (20, 19, 13, 0)
        if self.narrow:
            heads[0], shares = f"{heads[0]}, {heads.pop(2)}", (34, 24, 0)
        yield self.rows(tuple(heads), tuple(self._groups(found)), shares)
        yield from self.advice(found.advice)

    def _groups(self, found: Guide) -> Iterator[tuple[str, ...]]:
        fits = found.of(Verdict.FITS)
        for verdict in Verdict:
            shown = found.of(verdict)
            if shown:
                yield (self.order.words(f"guide_{verdict}"),)
            for each in shown:
                yield self._candidate(each, first=bool(fits) and each is fits[0])

    def _candidate(self, found: Candidate, *, first: bool) -> tuple[str, ...]:
        told = telling(found)
        if found.verdict is Verdict.FITS:  # the end has a column of its own
            told = tuple(each for each in told if each.said.key not in END_KEYS)
        reasons = "&nbsp;&nbsp; ".join(map(self._reason, told))
        name, end = self._name(found, first=first), self._end(found)
        if self.narrow:
            return (f"{name}<br>{end}", self._cost(found), reasons)
        return (name, self._cost(found), end, reasons)

    def _name(self, found: Candidate, *, first: bool) -> str:
        entry = found.entry
        badge = ""
        if first:
            ink = self.tokens.inks[Tone.GOOD]
            style = f"color:{ink.text}; background-color:{ink.fill}"
            badge = f"&nbsp;<span style='{style}'>&nbsp;{escape(tr(_FIRST))}&nbsp;</span>"
        name = self.link(link_of(ENTRY_SCHEME, entry.key), entry.model.id)
        return f"<b>{name}</b>{badge}<br>{self.toned(entry.version.version, Tone.MUTED)}"

    def _cost(self, found: Candidate) -> str:
        if found.verdict is Verdict.FAILS:
            return ""
        cell = cost_cell(found.cost, self.order)
        if found.cost.gap is not None:
            return self.toned("?", Tone.MUTED)
        way = way_told(found.cost, self.order)
        below = f"<br>{self.toned(way, Tone.MUTED)}" if way else ""
        reckon = self.link(link_of(RECKON_SCHEME, found.entry.key), tr(_IN_CALCULATOR))
        return f"<b>{escape(cell.text)}</b>{below}<br>{reckon}"

    def _end(self, found: Candidate) -> str:
        told = answer_cells.text(found.retirement, self.order)
        if found.days_left is None:
            return self.toned("?", Tone.MUTED)
        soon = found.days_left <= SOON_DAYS
        days = answer_cells.message(message("guide_days", count=found.days_left), self.order)
        left = self.order.words("guide_days_left", days=days)
        tone = Tone.WARN if soon else Tone.MUTED
        date = self.toned(told, Tone.WARN if soon else Tone.PLAIN)
        return f"{date}<br>{self.toned(left, tone)}"

    def _reason(self, reason: Reason) -> str:
        sign, tone = _SIGNS[reason.sign]
        colour = text_colour(tone, self.tokens)
        told = escape(reason_told(reason, self.order))
        return f"<span style='color:{colour}'>{sign}</span>&nbsp;{told}"

    def advice(self, advice: Sequence[Advice]) -> Iterator[str]:
        """Yield what sources advise for the use case, the dead struck through."""
        if advice:
            yield self.heading(self.order.words("guide_advice"))
        for each in advice:
            yield self.block(f"{self.models(each)}. {escape(self.why(each))}")

    def models(self, advice: Advice, between: str = " · ") -> str:
        """Return the models that advice names; one that cannot be taken with its successor."""
        return between.join(map(self.today, advice.models))

    def why(self, advice: Advice) -> str:
        """Return the reason of advice, how to begin and when to change."""
        return " ".join(filter(None, (self.local(advice.why), self.local(advice.switch))))

    def local(self, text: LocalText | None) -> str:
        """Return a text of the catalogue in the language; empty where there is none."""
        return "" if text is None else text.in_language(self.language)

    def today(self, found: ModelToday) -> str:
        """Return a model by name, struck through where it cannot be taken, its successor beside."""
        name = f"<b>{escape(found.name)}</b>"
        if not found.needs_successor:
            return name
        words = self.order.words
        why = self.toned(words(f"standing_{found.standing}"), Tone.MUTED)
        successor = found.successor
        if successor is None:
            after = escape(words("no_successor"))
        else:
            key = successor.entry.key
            name = taken_told(successor, successor.entry.model.id, words)
            after = self.link(link_of(ENTRY_SCHEME, key), name)
        return f"<s>{escape(found.name)}</s> ({why}) → {after}"

    def part(self, part: Part, advice: Sequence[Advice]) -> str:
        """Return a page of advice.

        Args:
            part: as it stands on a sheet.
            advice: of the page of models, told here with links and the dead struck through.
        """
        return self.page(self._part(part, advice))

    def _part(self, part: Part, advice: Sequence[Advice]) -> Iterator[str]:
        yield self.title(part.heading)
        for block in part.blocks:
            if isinstance(block, Text):
                yield from self._sentences(block)
            elif isinstance(block, Table):
                yield self._advice_rows(block, advice) if advice else self._table(block)
        if part.sources:
            yield self.heading(self.order.words("sources"))
            yield self.block(self.sources(part.sources, self.order.catalog), Tone.MUTED)

    def _sentences(self, text: Text) -> Iterator[str]:
        if not text.points:
            yield from (self.paragraph(each.text, Tone.MUTED) for each in text.sentences)
            return
        points = "".join(
            f"<li style='margin-bottom:6px'>{escape(each.text)}</li>" for each in text.sentences
        )
        yield f"<ul style='margin-left:16px; -qt-list-indent:0'>{points}</ul>"

    def _advice_rows(self, table: Table, advice: Sequence[Advice]) -> str:
        """Return the table of advice with links; its other cells are those of the sheet."""
        heads = (table.stub, *(column.title for column in table.columns))
        rows = tuple(
            (
                f"<b>{escape(row.label)}</b>",
                self.models(each, "<br>"),
                *(escape(cell.text) for cell in row.cells[1:]),
            )
            for row, each in zip(table.rows, advice, strict=True)
        )
        return self.rows(heads, rows, (18, 22, 0, 10, 24))

    def _table(self, table: Table) -> str:
        heads = (table.stub, *(column.title for column in table.columns))
        rows: list[Sequence[str]] = []
        for group in table.groups:
            if group.heading:
                rows.append((group.heading,))
            rows += [
                (f"<b>{escape(row.label)}</b>", *map(self._cell, row.cells)) for row in group.rows
            ]
        share = 76 // max(len(table.columns), 1)
        return self.rows(heads, rows, (24, *(share for _ in table.columns)))

    def _cell(self, cell: Cell) -> str:
        """Return a cell; what is unknown is quiet, what needs a look is marked."""
        if cell.kind is CellKind.UNKNOWN:
            return self.toned("?" if cell.sign == "?" and not cell.value else cell.text, Tone.MUTED)
        if cell.text == self.order.words("does_not_apply"):
            return self.toned(cell.text, Tone.MUTED)
        if cell.mark is Mark.WARNING:
            return self.toned(f"! {cell.text}", Tone.WARN)
        return escape(cell.text)

    def rows(
        self,
        heads: Sequence[str],
        rows: Sequence[Sequence[str]],
        widths: Sequence[int],
        figures: Collection[int] = (),
    ) -> str:
        """Return a table with lines between its rows only; a row of one cell is a heading.

        A long one comes as several that look like one.

        Args:
            heads: plain words.
            rows: escaped cells.
            widths: in percent; 0 takes what is left.
            figures: places of columns that are set flush right.
        """
        shares = [f" width='{width}%'" if width else "" for width in widths]
        sides = ["right" if at in figures else "left" for at in range(len(heads))]
        kinds = [f" align='{side}'{share}" for side, share in zip(sides, shares, strict=True)]
        line = f"border-bottom: 1px solid {self.tokens.border}"
        head = f"color:{self.tokens.muted}; {line}"
        raised = f"background-color:{self.tokens.raised}; {line}"
        first = "".join(
            f"<th{kind} style='{head}'>{escape(cell)}</th>"
            for kind, cell in zip(kinds, heads, strict=True)
        )
        told = [f"<thead><tr>{first}</tr></thead>"]
        for row in rows:
            cells = "".join(
                f"<td{kind} style='{line}'>{cell}</td>"
                for kind, cell in zip(kinds, row, strict=False)
            )
            if len(row) == 1:
                span = f"colspan='{len(heads)}' style='{raised}'"
                cells = f"<td {span}><b>{escape(row[0])}</b></td>"
            told.append(f"<tr>{cells}</tr>")
        frame = "width='100%' cellpadding='6' cellspacing='0' style='border-collapse:collapse'"
        parts = (told[at : at + ROWS] for at in range(0, len(told), ROWS))
        return "".join(f"<table {frame}>{''.join(part)}</table>" for part in parts)


class AdviceText(GuideText):
    """Writes what sources advise for one use case, as the details show it."""

    def __init__(self, tokens: Tokens, context: CellContext) -> None:
        super().__init__(tokens, context.order)
        self._context = context

    def use_case(self, use_case: UseCase) -> str:
        """Return the advice: models, why, how to begin, when to change, who says so."""
        return self.page(self._use_case(use_case))

    def _use_case(self, use_case: UseCase) -> Iterator[str]:
        yield self.title(self.local(use_case.name))
        if use_case.description is not None:
            yield self.paragraph(self.local(use_case.description), Tone.MUTED)
        advice = advice_for(use_case, self._context.view)
        if not advice:
            yield self.paragraph(tr("No source gives advice on this use case."), Tone.MUTED)
        for each in advice:
            yield self.heading(tr("Recommended models"))
            for model in each.models:
                yield self.block(f"{self.today(model)}{self._links(model)}")
            yield from self._said(each)
        hint = tr("Select an entry in the table to read everything about it.")
        yield self.paragraph(hint, Tone.MUTED)

    def _said(self, advice: Advice) -> Iterator[str]:
        start = "" if advice.start_with is None else label(BILLING, advice.start_with.value)
        for heading, told in (
            (tr("Why"), self.local(advice.why)),
            (tr("Begin with"), start),
            (tr("Change when"), self.local(advice.switch)),
        ):
            if told:
                yield self.heading(heading)
                yield self.paragraph(told)
        source = self.sources(advice.sources, self._context.index.catalog)
        yield self.block(tr("Source") + f": {source}", Tone.MUTED)

    def _links(self, model: ModelToday) -> str:
        """Return the way to the calculator with what can be taken."""
        entry = self._taken(model)
        if entry is None:
            return ""
        reckon = self.link(link_of(RECKON_SCHEME, entry.key), tr("in the calculator"))
        return f" · {reckon}"

    def _taken(self, model: ModelToday) -> Entry | None:
        """Return the version to take: of the successor, or the newest usable one."""
        if model.needs_successor:
            return None if model.successor is None else model.successor.entry
        index = self._context.index
        named = (each for each in index.catalog.models if each.id == model.name)
        versions = (entry for each in named for entry in versions_of(each))
        usable = (each for each in versions if each.stage_on(index.today).usable)
        return next(usable, None)


class UseCaseAdvice(DocumentView):
    """Shows it, with links to entries and to the calculator.

    Signals:
        entry_asked: key of an entry that the user wants to see.
        reckon_asked: a `Reckoning` for the calculator.
    """

    entry_asked = Signal(object)
    reckon_asked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[UseCase, CellContext] | None = None
        self.setAccessibleName(tr("Advice on the use case"))
        self.anchorClicked.connect(self._on_link)

    def show_advice(self, use_case: UseCase, context: CellContext) -> None:
        """Show the advice on another use case."""
        self._shown = use_case, context
        self._write()

    def _write(self) -> None:
        if self._shown is not None:
            use_case, context = self._shown
            self.show_html(AdviceText(self._theme.tokens, context).use_case(use_case))

    @Slot(QUrl)
    def _on_link(self, url: QUrl) -> None:
        key: EntryKey = key_of(url.path(QUrl.ComponentFormattingOption.FullyEncoded))
        if url.scheme() == ENTRY_SCHEME:
            self.entry_asked.emit(key)
        elif url.scheme() == RECKON_SCHEME:
            self.reckon_asked.emit(Reckoning(key, "", "", None))
