# SPDX-License-Identifier: MIT
"""How the columns of a table share a width, and how it is split where they do not fit."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from azmodels_gui.charts.svg import text_width
from azmodels_gui.sheets.office import marked
from azmodels_gui.sheets.sheet import Table

_BREAKS = re.compile(r"[ \t\n]+|(?<=[/–-])(?!\d)")
"""Where a line may end; a no-break space and the hyphens of a date are none."""
BOLD = 1.09
"""So much wider is bold type."""
SLACK = 1.08
"""So much wider than measured a text may be."""
LINE = 1.25
"""Height of a line, in sizes of its type."""
LABEL_SHARE = 0.34
EASE = 1.1
WIDEST_SIGNS = 26.0
WORD_SHARE = 0.75
"""Of the width, for one word at most: what is longer breaks inside."""


@dataclass(frozen=True)
class Setting:
    """How a table is set, all in points."""

    width: float
    size: float
    """Of the type."""
    padding: float
    """Left and right of a text."""
    least: float
    """A column is no narrower."""
    label_share: float = LABEL_SHARE
    """Of the width, for the labels at most, where columns need the rest."""
    ease: float = EASE
    """So much of what they need the columns get before labels are set wider."""
    even: bool = False
    """True: columns are as wide as each other where each has room enough so."""


@dataclass(frozen=True)
class TablePart:
    """Columns that stand side by side, beside the repeated column of labels."""

    columns: tuple[int, ...]
    label: float
    """Width of the labels."""
    widths: tuple[float, ...]

    @property
    def width(self) -> float:
        """Width of it all."""
        return self.label + sum(self.widths)


@lru_cache(maxsize=2_000)  # of one sheet; in a window that goes on they would be for ever
def word_width(text: str, size: float) -> float:
    """Return the width of the longest word of a text."""
    return max((text_width(word, size) for word in _BREAKS.split(text)), default=0.0)


def lines(text: str, width: float, size: float) -> int:
    """Return on how many lines a text stands, rather too many than too few."""
    return sum(
        max(1, ceil(SLACK * text_width(line, size) / max(width, size)))
        for line in text.splitlines() or [""]
    )


def table_parts(table: Table, how: Setting) -> list[TablePart]:
    """Return the parts of a table, as few as fit, about equally many columns in each."""
    signs = table.signs or table.compact
    labels = [table.stub, *(f"{row.label} ≠" if row.differs else row.label for row in table.rows)]
    columns = [
        [marked(row.cells[at], signs=signs) for row in table.rows]
        for at in range(len(table.columns))
    ]
    if table.compact:
        return _sign_parts(labels, columns, how)
    return text_parts(labels, [column.title for column in table.columns], columns, how, signs)


def text_parts(
    labels: Sequence[str],
    titles: Sequence[str],
    columns: Sequence[Sequence[str]],
    how: Setting,
    signs: bool = False,
) -> list[TablePart]:
    """Return the parts of a table by what is written in it.

    Args:
        labels: before the columns.
        titles: of the columns, in bold type.
        columns: their texts.
        how: it is set.
        signs: True: signs stand for words. Labels go first: a sign needs little, a label on three
            lines makes rows high.
    """
    needs = [_need(texts, how, title) for title, texts in zip(titles, columns, strict=True)]
    most = how.width * how.label_share
    least, ideal = _need(labels, how)
    least = min(ideal if signs else least, most)
    room = how.width - least
    parts = list(_packed([min(need[0], room) for need in needs], room))
    taken = max((sum(needs[at][0] for at in part) for part in parts), default=0.0)
    if len(parts) == 1:  # columns that have all they would like leave the rest to the labels
        most = max(most, how.width - sum(wished for _, wished in needs))
    label = max(least, min(ideal, most, how.width - taken * how.ease))
    room = how.width - label
    found = [
        TablePart(tuple(part), label, _shared([needs[at] for at in part], room, even=how.even))
        for part in parts
    ]
    return found or [TablePart((), how.width, ())]


def _sign_parts(
    labels: Sequence[str], columns: Sequence[Sequence[str]], how: Setting
) -> list[TablePart]:
    """Return parts whose columns are as narrow as signs."""
    longest = max(text_width(text, how.size) for text in labels) + 2 * how.padding
    label = min(longest, how.width * LABEL_SHARE)
    signs = max(
        (len(line) for told in columns for text in told for line in text.split()), default=1
    )
    least = signs * how.size * 0.8 + how.padding
    parts = max(1, ceil(len(columns) / max(1, int((how.width - label) / least))))
    made = []
    for part in _shared_out(len(columns), parts):
        step = min((how.width - label) / max(len(part), 1), max(WIDEST_SIGNS, least))
        made.append(TablePart(tuple(part), label, (step,) * len(part)))
    return made


def _need(texts: Iterable[str], how: Setting, title: str = "") -> tuple[float, float]:
    """Return the width of the longest word and of the longest text, both at least the least."""
    found, bold = set(texts), how.size * BOLD
    word = max([word_width(title, bold), *(word_width(text, how.size) for text in found)])
    whole = max([text_width(title, bold), *(text_width(text, how.size) for text in found)])
    most = how.width * WORD_SHARE / 2
    least = max(min(word, most) + 2 * how.padding, how.least)
    wished = whole * SLACK + how.size + 2 * how.padding
    return least, max(min(wished, how.width), least)


def _packed(least: Sequence[float], room: float) -> Iterator[list[int]]:
    """Yield columns by part; tried with more and more parts until each has room enough."""
    for parts in range(1, len(least) + 1):
        tried = list(_shared_out(len(least), parts))
        if parts == len(least) or all(sum(least[at] for at in part) <= room for part in tried):
            yield from tried
            return


def _shared_out(count: int, parts: int) -> Iterator[list[int]]:
    each, more = divmod(count, parts)
    begin = 0
    for part in range(parts):
        end = begin + each + (part < more)
        yield list(range(begin, end))
        begin = end


def _shared(needs: Sequence[tuple[float, float]], room: float, *, even: bool) -> tuple[float, ...]:
    """Share the room out: what each needs, then by what each would like."""
    if even and max(least for least, _ in needs) * len(needs) <= room:
        return (room / len(needs),) * len(needs)
    wishes = [ideal - least for least, ideal in needs]
    spare = room - sum(least for least, _ in needs)
    wanted = sum(wishes)
    if spare < 0 and not wanted:  # a word is wider than its column, and hangs out of it
        return tuple(least * room / (room - spare) for least, _ in needs)
    if wanted <= spare:
        share = (spare - wanted) / len(needs)
        return tuple(ideal + share for _, ideal in needs)
    return tuple(
        least + spare * wish / wanted for (least, _), wish in zip(needs, wishes, strict=True)
    )
