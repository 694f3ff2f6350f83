# SPDX-License-Identifier: MIT
"""Cells that hold a name, a date, a number or a price of an entry."""

from azmodels_gui.catalog import labels
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.fact_told import capability_told
from azmodels_gui.catalog.facts import TokenLimit
from azmodels_gui.catalog.stage import SOON_DAYS, StageOn, stage_on
from azmodels_gui.catalog.terms import Stage
from azmodels_gui.qtmodels.cell_context import CellContext, Chip
from azmodels_gui.qtmodels.formats import day, number, partial_day


def unknown(context: CellContext) -> str:
    """Return the word for a figure that no source states."""
    return context.word(labels.FIGURES, "unknown")


def stage(entry: Entry, context: CellContext) -> tuple[Chip, ...]:
    """Return the stage as published, before it that its date has passed."""
    on = stage_on(entry.version.lifecycle, context.index.today)
    if on.published is None or on.published.known:
        name = on.published or "unknown"
        published = Chip(context.word(labels.STAGE_CHIPS, name), name)
    else:
        published = Chip(on.published.value, "unknown")
    if on.contradicts:
        # First, so that a narrow column cuts off what the source says, not what is true.
        return (Chip(context.word(labels.STAGE_CHIPS, "past_date"), "past"), published)
    return (published,)


def stage_key(entry: Entry, _context: CellContext) -> int | None:
    """Sort from preview to retired."""
    published = entry.version.lifecycle.stage
    return None if published is None else published.position


def stage_tip(entry: Entry, context: CellContext) -> str:
    """Return the source of stage and dates."""
    return context.source_line(entry.version.lifecycle.source)


def retirement(entry: Entry, context: CellContext) -> str:
    """Return the retirement date."""
    on = entry.version.lifecycle.retirement_date
    return unknown(context) if on is None else day(on, context.language)


def retirement_key(entry: Entry, _context: CellContext) -> int | None:
    """Sort by day."""
    on = entry.version.lifecycle.retirement_date
    return None if on is None else on.toordinal()


def days_left(entry: Entry, context: CellContext) -> str:
    """Return the days until retirement, negative once it has passed."""
    left = days_left_key(entry, context)
    return "" if left is None else number(left, context.language).replace("-", "\N{MINUS SIGN}")


def days_left_key(entry: Entry, context: CellContext) -> int | None:
    """Return the days until retirement; None without a date."""
    return _on_the_day(entry, context).days_left


def retirement_tone(entry: Entry, context: CellContext) -> str:
    """Return `past`, `soon`, `muted` (no date known) or nothing."""
    on = _on_the_day(entry, context)
    if on.days_left is None:
        return "past" if on.published is Stage.RETIRED else "muted"
    if on.past_date:
        return "past"
    return "soon" if on.days_left <= SOON_DAYS else ""


def limit_text(limit: TokenLimit | None, context: CellContext) -> str:
    """Return a number of tokens."""
    return unknown(context) if limit is None else number(limit.tokens, context.language)


def limit_tip(limit: TokenLimit | None, context: CellContext) -> str:
    """Return the source of a limit."""
    return "" if limit is None else context.source_line(limit.source)


def training_data(entry: Entry, context: CellContext) -> str:
    """Return up to when training data reaches."""
    until = entry.version.limits.training_data
    return unknown(context) if until is None else partial_day(until.until, context.language)


def training_data_key(entry: Entry, _context: CellContext) -> str | None:
    """Sort by the text, which is a year, a month or a day."""
    until = entry.version.limits.training_data
    return None if until is None else until.until


def training_data_tone(entry: Entry, context: CellContext) -> str:
    """Return `muted` where no source states it."""
    return "muted" if training_data_key(entry, context) is None else ""


def training_data_tip(entry: Entry, context: CellContext) -> str:
    """Return the source."""
    until = entry.version.limits.training_data
    return "" if until is None else context.source_line(until.source)


def capabilities(entry: Entry, context: CellContext) -> str:
    """Return what some source says that it can do."""
    able = tuple(each.id for each in entry.version.capabilities if each.supported)
    return context.names(able, context.capability_names)


def capabilities_count(entry: Entry, _context: CellContext) -> int | None:
    """Sort by their number; None where no source names any."""
    return sum(each.supported for each in entry.version.capabilities) or None


def capabilities_tip(entry: Entry, context: CellContext) -> str:
    """Return levels, what it cannot do with the date of that, and the sources."""
    names, listed = context.capability_names, entry.version.capabilities
    told = (
        f"{names.get(each.id, each.id)}: "
        f"{capability_told(each, context.index.source_dates, context.language)}"
        for each in listed
        if each.levels or not each.supported
    )
    sources = map(context.source_line, dict.fromkeys(each.source for each in listed))
    return "\n".join(filter(None, (*told, *sources)))


def _on_the_day(entry: Entry, context: CellContext) -> StageOn:
    return stage_on(entry.version.lifecycle, context.index.today)
