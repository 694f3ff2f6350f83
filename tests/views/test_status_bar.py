# SPDX-License-Identifier: MIT
"""The status bar always says what is shown and how old it is."""

from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from azmodels_gui.qtmodels.formats import Language
from azmodels_gui.views.status_bar import CatalogAge, Shown, StatusBar
from azmodels_gui.views.theme.theme import Theme
from azmodels_gui.views.theme.tokens import Tone

TODAY = date(2026, 11, 22)


def aged(days: int) -> CatalogAge:
    return CatalogAge(7, TODAY - timedelta(days=days), TODAY)


@pytest.mark.parametrize(
    ("days", "tone", "words"),
    [
        pytest.param(0, Tone.MUTED, "as of 22", id="today is not worth a word"),
        pytest.param(30, Tone.MUTED, "as of 23", id="thirty days are fine"),
        pytest.param(31, Tone.WARN, "(31 days old)", id="from the 31st day on it is amber"),
        pytest.param(90, Tone.WARN, "(90 days old)", id="ninety days are amber"),
        pytest.param(91, Tone.BAD, "(91 days old: outdated)", id="from the 91st day on it is red"),
    ],
)
def test_age_is_said_in_words_as_well_as_by_colour(
    qtbot: QtBot, theme: Theme, days: int, tone: Tone, words: str
) -> None:
    bar = StatusBar(theme, Language.ENGLISH)
    qtbot.addWidget(bar)
    bar.show_age(aged(days))
    assert aged(days).tone is tone
    assert words in bar.age.text().replace("\N{NO-BREAK SPACE}", " ")


def test_counts_are_written_out_and_nothing_selected_is_not_mentioned(
    qtbot: QtBot, theme: Theme
) -> None:
    bar = StatusBar(theme, Language.GERMAN)
    qtbot.addWidget(bar)
    bar.show_counts(Shown(fitting=22, total=11_000))
    assert "11.000" in bar.counts.text()
    assert "·" not in bar.counts.text()
    bar.show_counts(Shown(22, 414, selected=1, pinned=3))
    assert bar.counts.text() == "22 of 414 entries · 1 selected · 3 pinned"
