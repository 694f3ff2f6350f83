# SPDX-License-Identifier: MIT
"""The status bar always says what is shown and how old it is."""

from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from azmodels_gui.catalog.fact_dates import FactDate, FactKind
from azmodels_gui.window.status_bar import CatalogAge, Shown, StatusBar
from azmodels_gui.window.theme import Theme, Tone

TODAY = date(2026, 11, 22)


def aged(days: int, **others: str) -> CatalogAge:
    """Return a catalogue whose offers are so old; other kinds of facts with their dates."""
    offers = (TODAY - timedelta(days=days)).isoformat()
    found = {FactKind.AVAILABILITY: FactDate(offers, offers, offers)}
    found |= {FactKind(kind): FactDate(day, "2026-04-02", day) for kind, day in others.items()}
    return CatalogAge(7, TODAY, TODAY, found)


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("days", "tone", "words"),
    [
        pytest.param(0, Tone.MUTED, "availability 22 Nov 2026", id="today is not worth a word"),
        pytest.param(30, Tone.MUTED, "availability 23 Oct 2026", id="thirty days are fine"),
        pytest.param(31, Tone.WARN, "(31 days old)", id="from the 31st day on it is amber"),
        pytest.param(90, Tone.WARN, "(90 days old)", id="ninety days are amber"),
        pytest.param(91, Tone.BAD, "(91 days old: outdated)", id="from the 91st day on it is red"),
    ],
)
def test_age_is_said_in_words_as_well_as_by_colour(
    qtbot: QtBot, theme: Theme, days: int, tone: Tone, words: str
) -> None:
    bar = StatusBar(theme, "en")
    qtbot.addWidget(bar)
    bar.show_age(aged(days))
    assert aged(days).tone is tone
    assert plain(bar.age.text()).endswith(words)


def test_the_oldest_kind_on_show_sets_the_colour() -> None:
    assert aged(0, prices="2026-10-01").tone is Tone.WARN
    assert aged(0, limits="2025-01-01").tone is Tone.MUTED, "which has no room in the bar"


def test_a_tip_tells_every_kind_with_its_range_and_the_catalogue(
    qtbot: QtBot, theme: Theme
) -> None:
    bar = StatusBar(theme, "de")
    qtbot.addWidget(bar)
    age = aged(0, prices="2026-11-01", limits="2026-09")
    bar.show_age(age)
    assert plain(bar.age.text()) == "Verfügbarkeit 22.11.2026 · Preise 01.11.2026"
    assert [plain(line) for line in age.lines("de")] == [
        "Verfügbarkeit 22.11.2026",
        "Preise 01.11.2026 (02.04.2026 bis 01.11.2026)",
        "Grenzen 09/2026 (02.04.2026 bis 09/2026)",
        "Catalogue 7, published 22.11.2026",
    ]
    assert "Grenzen" in bar.age.toolTip()


def test_a_catalogue_without_dated_facts_is_as_old_as_its_publication() -> None:
    age = CatalogAge(7, TODAY - timedelta(days=40), TODAY, {})
    assert plain(age.short("en")) == "Catalogue 7, published 13 Oct 2026 (40 days old)"


def test_a_catalogue_of_a_day_to_come_is_told_and_its_age_is_not() -> None:
    """Its day is wrong, or the clock is years back: then 0 days would hide how old it is."""
    age = CatalogAge(7, TODAY + timedelta(days=2), TODAY, {})
    assert age.tone is Tone.WARN
    assert "published 24 Nov 2026, later than this computer's date" in plain(age.short("en"))
    assert "days old" not in age.short("en")
    assert CatalogAge(7, TODAY + timedelta(days=1), TODAY, {}).tone is Tone.MUTED


def test_counts_are_written_out_and_nothing_selected_is_not_mentioned(
    qtbot: QtBot, theme: Theme
) -> None:
    bar = StatusBar(theme, "de")
    qtbot.addWidget(bar)
    bar.show_counts(Shown(fitting=22, total=11_000))
    assert "11.000" in bar.counts.text()
    assert "·" not in bar.counts.text()
    bar.show_counts(Shown(22, 414, selected=1, pinned=3))
    assert bar.counts.text() == "22 of 414 entries · 1 selected · 3 pinned"
