# SPDX-License-Identifier: MIT
"""What a sheet answers first, in its language."""

from collections.abc import Iterable, Iterator, Sequence

from azmodels_gui.answers.headline import HeadLine
from azmodels_gui.language.words import capitalized
from azmodels_gui.sheets.answer_cells import message
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.sheet import AnswerLine, Sentence

BETWEEN = "· "
"""Before what follows something that is no whole sentence."""


def answer_lines(found: Iterable[HeadLine], order: SheetOrder) -> tuple[AnswerLine, ...]:
    """Return answers as the lines of a sheet."""
    return tuple(_line(each, order) for each in found)


def _line(found: HeadLine, order: SheetOrder) -> AnswerLine:
    lead = capitalized(message(found.lead, order))
    told = tuple(map(Sentence, _joined(lead, [message(each, order) for each in found.more])))
    label = order.words(f"answer_{found.key}")
    return AnswerLine(found.key, label, lead, told, found.sources, found.warns)


def _joined(lead: str, more: Sequence[str]) -> Iterator[str]:
    for before, text in zip((lead, *more), more, strict=False):
        yield text if before.endswith(".") else BETWEEN + text
