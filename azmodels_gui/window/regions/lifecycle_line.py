# SPDX-License-Identifier: MIT
"""How long a model is there, as one short line below its name."""

from azmodels_gui.catalog.entry import SOON_DAYS, Entry, stage_on
from azmodels_gui.language.shown import tr, trn
from azmodels_gui.language.words import N_, NN_
from azmodels_gui.window import formats
from azmodels_gui.window.models.cell_context import CellContext
from azmodels_gui.window.theme.tokens import Tone

_RETIRED = N_("retired")
_SINCE = N_("retired since {day}")
_OVERDUE = N_("past its date: {day}")
_ENDS = NN_("ends in {count} day", "ends in {count} days")
_UNTIL = N_("until {day}")
_AT_LEAST = N_("at least until {day}")


def lifecycle_line(entry: Entry, context: CellContext) -> tuple[str, Tone]:
    """Return until when an entry is there, amber where that is soon; empty where nobody says."""
    lifecycle = entry.version.lifecycle
    on = stage_on(lifecycle, context.index.today)
    if on.retirement_date is None or on.days_left is None:
        return (tr(_RETIRED), Tone.WARN) if not on.usable else ("", Tone.MUTED)
    day = formats.day(on.retirement_date, context.language)
    if on.contradicts:
        return tr(_OVERDUE).format(day=day), Tone.WARN
    if not on.usable:
        words = _SINCE if on.past_date else _RETIRED
        return tr(words).format(day=day), Tone.WARN
    if on.days_left <= SOON_DAYS:
        return trn(_ENDS, on.days_left), Tone.WARN
    words = _AT_LEAST if lifecycle.retirement_not_before else _UNTIL
    return tr(words).format(day=day), Tone.MUTED
