# SPDX-License-Identifier: MIT
"""What a client's subscriptions tell as rich text: the tables of `sheets.client_told`, packed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from azmodels_gui.answers.answer import message
from azmodels_gui.catalog.document import SOON_DAYS, EntryKey
from azmodels_gui.catalog.folding import fold, search_words
from azmodels_gui.clients.told import DeploymentLine, Month, QuotaLine, Told
from azmodels_gui.language.figures import NO_BREAK_SPACE
from azmodels_gui.language.words import NN_, tr, trn
from azmodels_gui.sheets import answer_cells
from azmodels_gui.sheets.change_words import ChangeWords
from azmodels_gui.sheets.client_told import (
    DASH,
    DEPLOYED,
    LOADS,
    QUOTA,
    TIGHT,
    client_answer,
    client_parts,
    deployment_key,
    quota_key,
)
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.radar_rows import radar_days
from azmodels_gui.sheets.sheet import AnswerLine, Cell, CellKind, Mark, Part, Row, Table, Text
from azmodels_gui.window import formats
from azmodels_gui.window.guide.guide_text import ENTRY_SCHEME, GuideText, link_of
from azmodels_gui.window.theme import Tokens, Tone
from azmodels_gui.window.widgets.texts import text_colour

ALL_QUOTAS = "quotas:all"
"""A link: show every counter."""
MOST_QUOTAS = 300
"""Rows of a table that is still read; the search finds the others."""
BAR_PX = 110
_UNUSED_COUNTERS = NN_(
    "Show {count} more counter, which nothing uses",
    "Show {count} more counters, which nothing uses",
)
_MORE_COUNTERS = NN_(
    "{count} more counter: the search above finds it.",
    "{count} more counters: the search above finds them.",
)
Cells = Mapping[str, Cell]


@dataclass(frozen=True)
class Shown:
    """What of a client is looked at."""

    text: str = ""
    """Words that all stand in a line; empty: every deployment, and the quota of interest."""
    all_quotas: bool = False


class ClientText(GuideText):
    """Writes the page in one look and language."""

    def __init__(self, tokens: Tokens, order: SheetOrder, shown: Shown) -> None:
        super().__init__(tokens, order)
        self._shown = shown
        self._wanted = search_words(shown.text)

    def summary(self, found: Told) -> str:
        """Return the whole page."""
        return self.page(self._summary(found))

    def _summary(self, found: Told) -> Iterator[str]:
        lines = client_answer(found, self.order)
        if lines and not self._wanted:
            yield self._tiles(lines)
        for part in client_parts(found, self.order):
            yield from self._one_part(part, found)

    def _one_part(self, part: Part, found: Told) -> Iterator[str]:
        table = next(block for block in part.blocks if isinstance(block, Table))
        rows = [row for row in table.rows if self._fits(row)]
        write = {
            "client_deployments": self._deployments,
            "client_loads": self._loads,
            "client_quota": self._quotas,
        }.get(part.key, self._origins)
        if not rows:
            return
        yield self.title(part.heading)
        yield from write(table, rows, found)
        for block in part.blocks:
            if isinstance(block, Text):
                yield from (self.paragraph(each.text, Tone.MUTED) for each in block.sentences)

    def _fits(self, row: Row) -> bool:
        told = fold(" ".join((row.label, *(cell.text for cell in row.cells))))
        return all(word in told for word in self._wanted)

    def _tiles(self, lines: Sequence[AnswerLine]) -> str:
        """Return what is seen at a glance, side by side."""
        line, ground = self.tokens.border, self.tokens.raised
        style = f"background-color:{ground}; border:1px solid {line}"
        cells = "".join(
            f"<td width='{100 // len(lines)}%' style='{style}'>{self._tile(each)}</td>"
            for each in lines
        )
        frame = "width='100%' cellpadding='8' cellspacing='6' style='margin-top:2px'"
        return f"<table {frame}><tr>{cells}</tr></table>"

    def _tile(self, line: AnswerLine) -> str:
        tone = Tone.WARN if line.warning else Tone.PLAIN
        sign = "⚠&nbsp;" if line.warning else ""
        colour = text_colour(tone, self.tokens)
        lead = f"<span style='color:{colour}'><b>{sign}{escape(line.lead)}</b></span>"
        more = "".join(f"<br>{self.toned(each.text, Tone.MUTED)}" for each in line.more)
        return f"{self.toned(line.label, Tone.MUTED)}<br>{lead}{more}"

    # deployments

    def _deployments(self, table: Table, rows: Sequence[Row], found: Told) -> Iterator[str]:
        if not self._wanted:
            yield self._calendar(found.months)
        lines = {deployment_key(each.deployed): each for each in found.deployments}
        words, kept = self.order.words, {row.key for row in rows}
        heads = (
            f"{table.stub}, {words('model')}",
            f"{words('region')}, {words('client_type')}",
            words("client_capacity"),
            words("client_ends"),
            f"{words('client_upgrade')}, {words('client_default')}",
            words("client_successor"),
            words("client_then"),
        )
        told: list[tuple[str, ...]] = []
        for group in table.groups:
            shown = [row for row in group.rows if row.key in kept]
            told += [(group.heading,)] if shown else []
            told += [self._deployment(row, lines[row.key]) for row in shown]
        yield self.rows(heads, told, (17, 15, 9, 12, 14, 20, 0))

    def _deployment(self, row: Row, line: DeploymentLine) -> tuple[str, ...]:
        cells: Cells = dict(zip(DEPLOYED, row.cells, strict=True))
        model = self._model(cells["model"], None if line.entry is None else line.entry.key)
        return (
            f"<b>{escape(row.label)}</b><br>{model}",
            self._pair(cells["region"], cells["client_type"]),
            self._cell(cells["client_capacity"]),
            self._ends(cells, line),
            self._upgrade(cells, line),
            self._successor(cells, line),
            self._then(cells),
        )

    def _model(self, cell: Cell, key: EntryKey | None) -> str:
        if key is None:
            return self._cell(cell)
        return self.link(link_of(ENTRY_SCHEME, key), cell.text)

    def _pair(self, first: Cell, second: Cell) -> str:
        return f"{self._cell(first)}<br>{self.toned(second.text, Tone.MUTED)}"

    def _then(self, cells: Cells) -> str:
        """Return what the measured load costs on the successor."""
        cost, ptu = (
            cells[key].text.replace(" %", f"{NO_BREAK_SPACE}%")
            for key in ("client_then", "client_then_ptu")
        )
        told = [] if cost == DASH else [escape(cost)]
        told += [] if ptu == DASH else [self.toned(f"PTU: {ptu}", Tone.MUTED)]
        return "<br>".join(told) or self.toned(DASH, Tone.MUTED)

    def _ends(self, cells: Cells, line: DeploymentLine) -> str:
        """Return the earlier end; whose it is where one side has none, both where they differ."""
        if line.ends is None:
            return self.toned("?", Tone.MUTED)
        words, days = self.order.words, (line.ends - self.order.day).days
        soon = Tone.WARN if cells["client_ends"].mark is Mark.WARNING else Tone.PLAIN
        told = f"<b>{self.toned(cells['client_ends'].text, soon)}</b>"
        left = self._left(days)
        if line.listed_end == line.retirement.value:
            return f"{told}<br>{left}"
        stated = {"client_published": line.retirement.value, "client_listed_end": line.listed_end}
        known = [key for key, end in stated.items() if end is not None]
        sides = [
            words(key) if len(known) == 1 else f"{words(key)}: {cells[key].text}" for key in known
        ]
        return "<br>".join((told, left, *(self.toned(each, Tone.MUTED) for each in sides)))

    def _left(self, days: int) -> str:
        """Return how long it is to an end; how long ago one was, which warns."""
        if days < 0:
            return self.toned(radar_days(days, ChangeWords(self.language)), Tone.WARN)
        told = answer_cells.message(message("guide_days", count=days), self.order)
        return self.toned(self.order.words("guide_days_left", days=told), Tone.MUTED)

    def _upgrade(self, cells: Cells, line: DeploymentLine) -> str:
        sides = (cells["client_default"], cells["client_upgrade"])
        if all(each.kind is CellKind.UNKNOWN for each in sides):
            return self.toned("?", Tone.MUTED)
        default = f"{self.order.words('client_default')}: {cells['client_default'].text}"
        tone = Tone.WARN if line.is_default is False else Tone.MUTED
        return f"{self._cell(cells['client_upgrade'])}<br>{self.toned(default, tone)}"

    def _successor(self, cells: Cells, line: DeploymentLine) -> str:
        named = cells["client_successor"]
        taken = line.today.successor if line.today else None
        if taken is None:
            return self._cell(named)
        words = self.order.words
        short = {
            "client_offered": tr("published: {told}"),
            "client_listed": tr("subscription: {told}"),
            "client_room": words("client_quota") + ": {told}",
        }
        title = taken.entry.title
        link = self.link(link_of(ENTRY_SCHEME, taken.entry.key), title)
        lines = [link + self.toned(named.text.partition(title)[2], Tone.MUTED)]
        for key, label in short.items():
            cell = cells[key]
            tone = Tone.WARN if cell.mark is Mark.WARNING else Tone.MUTED
            lines.append(self.toned(label.replace("{told}", cell.text), tone))
        return "<br>".join(lines)

    def _calendar(self, months: Sequence[Month]) -> str:
        """Return the months side by side, with how many deployments end in each."""
        width = 100 // len(months)
        heads = "".join(
            f"<td width='{width}%' align='center'>{self._month(each, first=not at)}</td>"
            for at, each in enumerate(months)
        )
        counts = "".join(f"<td align='center' {self._patch(each)}</td>" for each in months)
        frame = "width='100%' cellpadding='3' cellspacing='2' style='margin-bottom:4px'"
        return f"<table {frame}><tr>{heads}</tr><tr>{counts}</tr></table>"

    def _month(self, month: Month, *, first: bool) -> str:
        """Return a month on one line, below it the year where that begins."""
        year = f"{month.first:%Y}"
        name = formats.partial_day(f"{month.first:%Y-%m}", self.language).replace(year, "")
        begins = first or month.first.month == 1
        below = self.toned(year, Tone.MUTED) if begins else "&nbsp;"
        return f"{self.toned(name.strip(' /'), Tone.MUTED)}<br>{below}"

    def _patch(self, month: Month) -> str:
        if not month.lines:
            return f"style='background-color:{self.tokens.raised}'>&nbsp;"
        left = (month.first - self.order.day).days
        ink = self.tokens.inks[Tone.WARN if left <= SOON_DAYS else Tone.ACCENT]
        count = formats.number(len(month.lines), self.language)
        return f"style='background-color:{ink.fill}; color:{ink.text}'><b>{count}</b>"

    # measured month

    def _loads(self, table: Table, rows: Sequence[Row], _found: Told) -> Iterator[str]:
        heads = (f"{table.stub}, {table.columns[0].title}", *(c.title for c in table.columns[1:]))
        told = []
        for row in rows:
            cells = dict(zip(LOADS, row.cells, strict=True))
            first = f"<b>{escape(row.label)}</b><br>{self._cell(cells.pop('model'))}"
            told.append((first, *(self._figure(cell) for cell in cells.values())))
        yield self.rows(heads, told, (22, 10, 12, 12, 11, 11, 8, 0), range(1, 7))

    def _figure(self, cell: Cell) -> str:
        """Return a cell; of an unknown one the reason, where there is one."""
        if cell.kind is CellKind.UNKNOWN and cell.text != self.order.words("unknown"):
            return self.toned(cell.text, Tone.MUTED)
        return self.toned("?", Tone.MUTED) if cell.kind is CellKind.UNKNOWN else self._cell(cell)

    # quota

    def _quotas(self, table: Table, rows: Sequence[Row], found: Told) -> Iterator[str]:
        lines = {quota_key(each): each for each in found.quotas}
        shown = list(rows)
        if not (self._wanted or self._shown.all_quotas):
            asked = self._of_interest(found)
            shown = [row for row in rows if lines[row.key].counter.used or row.key in asked]
        left_out = len(rows) - len(shown[:MOST_QUOTAS])
        words = self.order.words
        heads = (
            table.stub,
            f"{words('region')}, {words('client_type')}",
            f"{words('client_used')} / {words('client_limit')}",
            words("client_left_units"),
            words("client_left_tpm"),
            words("client_unit"),
        )
        told = [self._quota(row, lines[row.key]) for row in shown[:MOST_QUOTAS]]
        yield self.rows(heads, told, (34, 22, 16, 9, 11, 0), (3, 4))
        if left_out:
            yield self.block(self._left_out(left_out, len(shown) > MOST_QUOTAS))

    def _of_interest(self, found: Told) -> frozenset[str]:
        lines = (line.successor_quota for line in found.deployments)
        return frozenset(quota_key(each) for each in lines if each is not None)

    def _left_out(self, count: int, too_many: bool) -> str:
        told = formats.number(count, self.language)
        if too_many:
            return self.toned(trn(_MORE_COUNTERS, count, told), Tone.MUTED)
        return self.link(ALL_QUOTAS, trn(_UNUSED_COUNTERS, count, told))

    def _quota(self, row: Row, line: QuotaLine) -> tuple[str, ...]:
        cells = dict(zip(QUOTA, row.cells, strict=True))
        used = f"{cells['client_used'].text}&nbsp;/&nbsp;{self._cell(cells['client_limit'])}"
        return (
            f"<b>{escape(row.label)}</b>",
            self._pair(cells["region"], cells["client_type"]),
            f"{used}{self._bar(line.share_used)}",
            self._figure(cells["client_left_units"]),
            self._figure(cells["client_left_tpm"]),
            self.toned(cells["client_unit"].text, Tone.MUTED),
        )

    def _bar(self, share: float | None) -> str:
        """Return how full a quota is; nothing where there is none."""
        if share is None:
            return ""
        full = min(BAR_PX, max(round(BAR_PX * share), 2 if share else 0))
        ink = self.tokens.inks[Tone.WARN].text if share >= TIGHT else self.tokens.accent
        parts = ((full, ink), (BAR_PX - full, self.tokens.border))
        cells = "".join(
            f"<td width='{width}' style='background-color:{colour}; font-size:4px'>&nbsp;</td>"
            for width, colour in parts
            if width
        )
        frame = f"width='{BAR_PX}' cellpadding='0' cellspacing='0' style='margin-top:3px'"
        return f"<table {frame}><tr>{cells}</tr></table>"

    # origins

    def _origins(self, table: Table, rows: Sequence[Row], _found: Told) -> Iterator[str]:
        heads = (table.stub, *(column.title for column in table.columns))
        told = [(f"<b>{escape(row.label)}</b>", *map(self._cell, row.cells)) for row in rows]
        yield self.rows(heads, told, (18, 14, 0, 11, 8), (4,))
