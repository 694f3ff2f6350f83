# SPDX-License-Identifier: MIT
"""Charts as what PowerPoint and Excel draw themselves from figures that can be changed."""

from dataclasses import dataclass
from typing import TypeAlias

from azmodels_gui.charts.chart import Axis, Chart, Fill, Line, Mark, Plot, Rows, Stroke, ticks

MOST_COLUMNS = 60
"""More of them are a picture: nobody edits a thousand minutes."""
MOST_TICKS = 6


@dataclass(frozen=True)
class Series:
    """Bars of one meaning, one for each category; None: no source states the figure."""

    name: str
    values: tuple[float | None, ...]
    fills: tuple[Fill, ...]
    texts: tuple[str, ...]
    """What stands at each bar: the figure with what belongs to it."""


@dataclass(frozen=True)
class Bars:
    """Horizontal bars, the first category on top."""

    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    high: float


@dataclass(frozen=True)
class Curves:
    """Lines between two axes of numbers, with points on them and a vertical line."""

    title: str
    x: Axis
    y: Axis
    lines: tuple[Line, ...]
    marks: tuple[Mark, ...]
    upright: tuple[float, str] | None


@dataclass(frozen=True)
class Columns:
    """Upright bars: what is carried, what spills over, and the level between them."""

    title: str
    x: Axis
    y: Axis
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    level: tuple[float, str] | None


Native: TypeAlias = Bars | Curves | Columns


def native_charts(chart: Chart) -> tuple[Native, ...]:
    """Return what stands side by side; nothing: the chart can be a picture only."""
    if not chart.drawable:
        return ()
    if isinstance(chart.body, Rows):
        return tuple(_bars(chart, chart.body, group) for group in range(len(chart.body.headings)))
    made = [_plotted(chart, plot) for plot in chart.plots]
    return tuple(each for each in made if each is not None) if all(made) else ()


def number_format(axis: Axis, language: str) -> str:
    """Return how office programs write the figures of an axis."""
    if "%" in axis.tell(axis.high):
        return '0"\N{NO-BREAK SPACE}%"' if language == "de" else '0"%"'
    if axis.high < 1:
        return "0.00##"
    return "#,##0" if axis.whole or axis.high >= MOST_TICKS else "#,##0.##"


def unit(axis: Axis) -> float:
    """Return how far the figures of an axis are apart."""
    marks = ticks(axis.high, MOST_TICKS, whole=axis.whole)
    return marks[1] if len(marks) > 1 else axis.high


def _bars(chart: Chart, body: Rows, group: int) -> Bars:
    found = [row.groups[group] for row in body.rows]
    named = dict(chart.legend)
    series = []
    for at in range(max(map(len, found), default=0)):
        amounts = [each[at] for each in found]
        meant = {named[each.fill] for each in amounts if each.fill in named} - {
            named.get(Fill.OPEN)
        }
        name = next(iter(meant)) if len(meant) == 1 else body.headings[group]
        series.append(
            Series(
                name,
                tuple(each.value for each in amounts),
                tuple(each.fill for each in amounts),
                tuple(each.text for each in amounts),
            )
        )
    categories = []
    for row, shown in zip(body.rows, found, strict=True):
        told = {each.text: None for each in shown}
        missing = all(each.value is None for each in shown)
        categories.append(f"{row.name}: {', '.join(told)}" if missing and told else row.name)
    return Bars(body.headings[group], tuple(categories), tuple(series), body.highs[group])


def _plotted(chart: Chart, plot: Plot) -> Native | None:
    title = plot.title or chart.title
    if plot.lines and not plot.bars:
        upright = None
        if plot.upright is not None:
            label = plot.upright.label or f"{plot.x.title}: {plot.x.tell(plot.upright.x)}"
            upright = (plot.upright.x, label)
        return Curves(title, plot.x, plot.y, plot.lines, plot.marks, upright)
    if plot.lines or not 0 < len(plot.bars) <= MOST_COLUMNS:
        return None
    return _columns(chart, plot, title)


def _columns(chart: Chart, plot: Plot, title: str) -> Columns:
    named, wide = dict(chart.legend), plot.x.high / len(plot.bars)
    carried = tuple(bar.carried for bar in plot.bars)
    spilled = tuple(bar.spilled for bar in plot.bars)
    count = len(plot.bars)
    series = [Series(named.get(Fill.SOFT, plot.y.title), carried, (Fill.SOFT,) * count, ())]
    if any(spilled):
        name = named.get(Fill.HATCHED, plot.y.title)
        series.append(Series(name, spilled, (Fill.HATCHED,) * count, ()))
    level = None
    if plot.level is not None:
        level = (plot.level, named.get(Stroke.LEVEL, plot.y.tell(plot.level)))
    categories = tuple(plot.x.tell(round(at * wide, 6)) for at in range(count))
    return Columns(title, plot.x, plot.y, categories, tuple(series), level)
