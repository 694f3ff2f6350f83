# SPDX-License-Identifier: MIT
"""The load over time as bars: what the PTU carry, and what spills over."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from azmodels_gui.calculator.exact import quotient
from azmodels_gui.calculator.load_duration import LoadSlice, slices_over_time
from azmodels_gui.calculator.load_profile import HOURS_PER_DAY, WORKING_DAYS, LoadProfile
from azmodels_gui.calculator.month import MINUTES_PER_HOUR
from azmodels_gui.calculator.profile_estimate import ProfileEstimate
from azmodels_gui.language import figures
from azmodels_gui.reports import svg
from azmodels_gui.reports.order import SheetOrder
from azmodels_gui.reports.plot_area import PlotArea, round_marks, rounded_up
from azmodels_gui.reports.sheet import Chart

WIDTH, HEIGHT = 720.0, 240.0
LEFT, RIGHT, TOP, BOTTOM, GAP = 60.0, 8.0, 44.0, 34.0, 22.0
SLICES = 168
"""Bars of a series: an hour each for a week."""
OUTLINED = 48
"""More bars than that stand close; outlines would make them dark."""
NO_LIMIT = 10**12
"""Requests per minute; more than any load."""
CARRIED, SPILLED = "#a9b8cc", "#8a3a0c"
"""Light and dark, so that they stay apart in greyscale."""
LEVEL: dict[str, object] = {"stroke": svg.INK, "stroke_width": 1.2, "stroke_dasharray": "6 3"}
"""The line of what the PTU carry."""
DAY_MINUTES = HOURS_PER_DAY * MINUTES_PER_HOUR
DAYS_FROM, HOURS_FROM = 3 * DAY_MINUTES, 3 * MINUTES_PER_HOUR
"""Minutes from which time is told in days, and in hours."""


@dataclass(frozen=True)
class _Panel:
    """One stretch of time."""

    title: str
    slices: tuple[LoadSlice, ...]
    last: Decimal
    """How long it is, in the unit of the axis."""
    axis: str
    marks: tuple[Decimal, ...]


def load_chart(found: ProfileEstimate, ptu: int, order: SheetOrder) -> Chart:
    """Return the load with the level that so many PTU carry; 0: all is paid per token."""
    words, profile = order.words, found.question.profile
    level = found.spill.request.whole_requests(ptu, NO_LIMIT) if ptu else None
    panels = _panels(profile, 0 if level is None else level, order)
    told = figures.number(ptu, order.language)
    title = words("load_chart", ptu=told) if ptu else words("load_chart_plain")
    picture = svg.drawing(WIDTH, HEIGHT, _parts(panels, level, told, order), title)
    summary = _summary(found, ptu, order)
    if not profile.a_week:
        each = max(1, round(profile.minutes / len(panels[0].slices)))
        summary += " " + words("load_slices", minutes=figures.number(each, order.language))
    return Chart(title, picture, int(WIDTH), int(HEIGHT), summary)


def _panels(profile: LoadProfile, capacity: int, order: SheetOrder) -> list[_Panel]:
    """Return working day and weekend, or the whole series."""
    words = order.words
    if not profile.a_week:
        slices = slices_over_time(profile, capacity, SLICES)
        unit, axis = _unit(profile.minutes)
        last = quotient(profile.minutes, unit)
        return [_Panel("", slices, last, words(axis), tuple(round_marks(last)))]
    hours = tuple(Decimal(hour) for hour in range(0, HOURS_PER_DAY + 1, 6))
    return [
        _Panel(
            words(name),
            slices_over_time(profile, capacity, HOURS_PER_DAY, range(first, first + DAY_MINUTES)),
            Decimal(HOURS_PER_DAY),
            words("axis_hour"),
            hours,
        )
        for name, first in (("working_day", 0), ("weekend", WORKING_DAYS * DAY_MINUTES))
    ]


def _unit(minutes: int) -> tuple[int, str]:
    if minutes >= DAYS_FROM:
        return DAY_MINUTES, "axis_days"
    return (MINUTES_PER_HOUR, "axis_hours") if minutes >= HOURS_FROM else (1, "axis_minutes")


def _parts(
    panels: Sequence[_Panel], level: int | None, ptu: str, order: SheetOrder
) -> Iterator[str]:
    loads = [each.carried + each.spilled for panel in panels for each in panel.slices]
    highest = rounded_up(max([*loads, Decimal(1)]))
    width = (WIDTH - LEFT - RIGHT - GAP * (len(panels) - 1)) / len(panels)
    height = HEIGHT - TOP - BOTTOM
    yield from _legend(order)
    for at, panel in enumerate(panels):
        left = LEFT + at * (width + GAP)
        area = PlotArea(left, TOP, width, height, panel.last, highest)
        yield from _panel(panel, area, order, first=at == 0)
        if level is not None and level <= highest:
            _, y = area.point(Decimal(0), Decimal(level))
            yield svg.line(area.left, y, area.right, y, **LEVEL)
    if level is not None:
        requests = figures.number(level, order.language)
        told = order.words("capacity_line", ptu=ptu, requests=requests)
        yield svg.line(WIDTH - RIGHT - 250, 9.5, WIDTH - RIGHT - 222, 9.5, **LEVEL)
        yield svg.label(WIDTH - RIGHT - 216, 13.0, told, size=9.5)


def _legend(order: SheetOrder) -> Iterator[str]:
    left = LEFT
    for fill, word in ((CARRIED, "carried"), (SPILLED, "spilled")):
        yield svg.bar(left, 5.0, 10.0, 9.0, fill)
        yield svg.label(left + 15, 13.0, order.words(word), size=9.5)
        left += 90.0


def _panel(panel: _Panel, area: PlotArea, order: SheetOrder, *, first: bool) -> Iterator[str]:
    def told(value: Decimal) -> str:
        return figures.number(value, order.language)

    if panel.title:
        yield svg.label(area.left, TOP - 9.0, panel.title, size=9.5, font_weight="bold")
    yield from area.rows(told if first else None)
    yield from _bars(panel.slices, area)
    yield from area.marks(panel.marks, told)
    yield area.title_below(panel.axis)


def _bars(slices: Sequence[LoadSlice], area: PlotArea) -> Iterator[str]:
    wide = area.width / len(slices)
    outline: dict[str, object] = {"stroke": svg.INK, "stroke_width": 0.4}
    if len(slices) > OUTLINED:
        outline = {}
    for at, each in enumerate(slices):
        x = area.left + at * wide
        bottom = area.bottom
        for value, total, fill in (
            (each.carried, each.carried, CARRIED),
            (each.spilled, each.carried + each.spilled, SPILLED),
        ):
            if value:
                _, top = area.point(Decimal(0), total)
                yield svg.element(
                    "rect", None, x=x, y=top, width=wide, height=bottom - top, fill=fill, **outline
                )
                bottom = top


def _summary(found: ProfileEstimate, ptu: int, order: SheetOrder) -> str:
    language, profile = order.language, found.question.profile
    load = {
        "peak": figures.number(profile.peak, language),
        "average": figures.number(profile.average, language, 1),
    }
    if not ptu:
        return order.words("load_summary_plain", **load)
    spill = found.spill.spills[found.spill.sizes.index(ptu)]
    carried = quotient(profile.total_requests - spill.requests, profile.total_requests)
    return order.words(
        "load_summary",
        **load,
        ptu=figures.number(ptu, language),
        share=figures.percent(carried, language),
        minutes=figures.percent(quotient(spill.minutes, profile.minutes), language),
    )
