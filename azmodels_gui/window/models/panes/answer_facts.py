# SPDX-License-Identifier: MIT
"""Rows of answers as facts of a pane: worded as on the sheets, the sources under the mouse."""

from collections.abc import Iterable, Iterator

from azmodels_gui.answers.answer import Answer, Qualifier, Row, Status, all_sources
from azmodels_gui.sheets.answer_cells import label, text
from azmodels_gui.window.models.answer_cells import time_left_tone
from azmodels_gui.window.models.panes.on_show import OnShow
from azmodels_gui.window.models.panes.pane import Fact
from azmodels_gui.window.theme.tokens import Tone

_TONES = {"past": Tone.BAD, "soon": Tone.WARN, "muted": Tone.MUTED}


def facts(rows: Iterable[Row], shown: OnShow, tone: Tone | None = None) -> Iterator[Fact]:
    """Yield a fact for each row about the entry on show that applies to it.

    Args:
        rows: about this entry alone.
        shown: the words and figures of the window.
        tone: for all of them; None: as each deserves.
    """
    for row in rows:
        (answer,) = row.answers
        if answer.status is Status.DOES_NOT_APPLY:
            continue
        name, told = label(row.label, shown.order), text(answer, shown.order)
        yield Fact(name, told, tip(answer, shown), tone or _tone(row))


def tip(answer: Answer, shown: OnShow) -> str:
    """Return what an answer depends on, and its sources."""
    note = "" if answer.note is None else shown.text(answer.note)
    return "\n".join(filter(None, (note, shown.tip(*all_sources(answer)))))


def _tone(row: Row) -> Tone:
    (answer,) = row.answers
    if row.key == "days_left":
        return _TONES.get(time_left_tone(answer, retired=False), Tone.PLAIN)
    if answer.warns:
        return Tone.BAD if Qualifier.PAST in answer.qualifiers else Tone.WARN
    quiet = answer.status not in (Status.KNOWN, Status.DISPUTED)
    return Tone.MUTED if quiet or Qualifier.SECONDARY in answer.qualifiers else Tone.PLAIN
