# SPDX-License-Identifier: MIT
"""Until when a model is there: one short line, amber where that is soon or over."""

from datetime import date, timedelta
from typing import Any

import pytest

from azmodels_gui.catalog.document import entries
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.terms import Stage
from azmodels_gui.window.models.cell_context import CellContext
from azmodels_gui.window.regions.cell_words import lifecycle_line
from azmodels_gui.window.theme import Tone
from tests.builders import TODAY, catalog, model, version


@pytest.mark.parametrize(
    ("stage", "retirement", "not_before", "told", "tone"),
    [
        pytest.param(None, None, False, "", Tone.MUTED, id="nobody says"),
        pytest.param(Stage.RETIRED, None, False, "retired", Tone.WARN, id="retired, no day"),
        pytest.param(
            Stage.RETIRED,
            date(2026, 6, 29),
            False,
            "retired since 29 Jun 2026",
            Tone.WARN,
            id="since",
        ),
        pytest.param(
            Stage.DEPRECATED,
            date(2026, 6, 29),
            False,
            "past its date: 29 Jun 2026",
            Tone.WARN,
            id="overdue",
        ),
        pytest.param(
            None, TODAY + timedelta(days=1), False, "ends in 1 day", Tone.WARN, id="tomorrow"
        ),
        pytest.param(
            None, TODAY + timedelta(days=90), False, "ends in 90 days", Tone.WARN, id="soon"
        ),
        pytest.param(None, date(2027, 9, 2), False, "until 2 Sep 2027", Tone.MUTED, id="later"),
        pytest.param(
            None, date(2027, 9, 2), True, "at least until 2 Sep 2027", Tone.MUTED, id="not before"
        ),
    ],
)
def test_a_line(
    stage: Stage | None, retirement: date | None, not_before: bool, told: str, tone: Tone
) -> None:
    made: Any = version(stage=stage, retirement=retirement)
    made = made.but(lifecycle=made.lifecycle.but(retirement_not_before=not_before))
    index = CatalogIndex(catalog(model("m", made)), TODAY)
    (entry,) = entries(index.catalog)
    line, found = lifecycle_line(entry, CellContext(index))
    assert (line.replace("\xa0", " "), found) == (told, tone)
