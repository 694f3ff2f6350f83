# SPDX-License-Identifier: MIT
"""Retirements as lines in groups by days left, with what takes their place."""

from collections import defaultdict
from collections.abc import Iterable

from azmodels_gui.catalog.document import SOON_DAYS, Catalog
from azmodels_gui.catalog.radar import Retirement, Successor
from azmodels_gui.language import figures
from azmodels_gui.language.words import counted
from azmodels_gui.sheets.change_rows import ChangeSources
from azmodels_gui.sheets.change_words import DAYS, DAYS_AGO, ChangeWords
from azmodels_gui.sheets.grouped import GroupedRow, RowGroup

HALF_YEAR_DAYS = 180
_TONES = {"past": "bad", "soon": "warn"}


def radar_groups(
    found: Iterable[Retirement], catalog: Catalog, language: str
) -> tuple[RowGroup, ...]:
    """Return the retirements in their order; groups without a line are left out.

    Args:
        found: the retirements.
        catalog: what names the sources of the dates.
        language: "de" or "en".
    """
    words, sources = ChangeWords(language), ChangeSources(catalog, language)
    rows: defaultdict[str, list[GroupedRow]] = defaultdict(list)
    for each in found:
        group = radar_group(each.days_left)
        cited = sources.each_once((each.entry.version.lifecycle.source,))
        cells = (
            each.entry.title,
            radar_days(each.days_left, words),
            _day(each, words),
            words(each.entry.version.lifecycle.stage or "unknown"),
            "; ".join(_successor(one, words) for one in each.successors) or words("not_named"),
            sources.told(cited),
        )
        tone = _TONES.get(group, "")
        rows[group].append(GroupedRow(cells, *each.entry.key, tone=tone, sources=cited))
    order = ("past", "soon", "half_year", "later")
    return tuple(RowGroup(name, words(name), tuple(rows[name])) for name in order if rows[name])


def radar_group(days_left: int) -> str:
    """Return the key of the group that an end in so many days belongs to."""
    if days_left < 0:
        return "past"
    if days_left <= SOON_DAYS:
        return "soon"
    return "half_year" if days_left <= HALF_YEAR_DAYS else "later"


def radar_days(left: int, words: ChangeWords) -> str:
    """Return how long it is to an end, or how long ago it was."""
    return counted(DAYS_AGO if left < 0 else DAYS, abs(left), words.language)


def _day(each: Retirement, words: ChangeWords) -> str:
    day = figures.day(each.day, words.language)
    return words("not_before", day=day) if each.not_before else day


def _successor(one: Successor, words: ChangeWords) -> str:
    if one.entry is None:
        return f"{one.spelled} ({words('not_known')})"
    return one.spelled if one.usable else f"{one.spelled} ({words('not_usable')})"
