# SPDX-License-Identifier: MIT
"""Charts as what PowerPoint and Excel draw themselves from figures that can be changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from azmodels_gui.charts.chart import PAPER, Axis, Chart, Fill, Plot, Rows, Stroke, ticks

MOST_COLUMNS = 60
"""More of them are a picture: nobody edits a thousand minutes."""
MOST_TICKS = 6


@dataclass(frozen=True)
class Series:
    """What has one name: bars, one for each category, a line, or points."""

    name: str
    values: tuple[float | None, ...]
    """None: no source states the figure."""
    xs: tuple[float, ...] = ()
    """Of lines and points between two axes of numbers."""
    fills: tuple[Fill, ...] = ()
    """Of bars; a line and a point have none."""
    texts: tuple[str, ...] = ()
    """What stands at each bar: the figure with what belongs to it."""
    stroke: Stroke = Stroke.LEVEL
    """Of a line or a point."""
    point: bool = False
    """True: points alone, which the legend leaves out."""


@dataclass(frozen=True)
class Bars:
    """Horizontal bars, the first category on top."""

    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    high: float


@dataclass(frozen=True)
class Curves:
    """Lines between two axes of numbers, a vertical one among them, and points at the end."""

    title: str
    x: Axis
    y: Axis
    series: tuple[Series, ...]


@dataclass(frozen=True)
class Columns:
    """Upright bars: what is carried, what spills over, and the level between them as a line."""

    title: str
    x: Axis
    y: Axis
    categories: tuple[str, ...]
    series: tuple[Series, ...]


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
                fills=tuple(each.fill for each in amounts),
                texts=tuple(each.text for each in amounts),
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
        return Curves(title, plot.x, plot.y, tuple(_curves(plot)))
    if plot.lines or not 0 < len(plot.bars) <= MOST_COLUMNS:
        return None
    wide = plot.x.high / len(plot.bars)
    categories = tuple(plot.x.tell(round(at * wide, 6)) for at in range(len(plot.bars)))
    return Columns(title, plot.x, plot.y, categories, tuple(_columns(chart, plot)))


def _curves(plot: Plot) -> Iterator[Series]:
    for line in plot.lines:
        yield Series(line.name, tuple(line.ys), tuple(line.xs), stroke=line.stroke)
    if plot.upright is not None:
        at = plot.upright.x
        label = plot.upright.label or f"{plot.x.title}: {plot.x.tell(at)}"
        yield Series(label, (0.0, plot.y.high), (at, at))
    for mark in plot.marks:
        yield Series(mark.label or "●", (mark.y,), (mark.x,), stroke=mark.stroke, point=True)


def _columns(chart: Chart, plot: Plot) -> Iterator[Series]:
    named, count = dict(chart.legend), len(plot.bars)
    carried = tuple(bar.carried for bar in plot.bars)
    spilled = tuple(bar.spilled for bar in plot.bars)
    yield Series(named.get(Fill.SOFT, plot.y.title), carried, fills=(Fill.SOFT,) * count)
    if any(spilled):
        name = named.get(Fill.HATCHED, plot.y.title)
        yield Series(name, spilled, fills=(Fill.HATCHED,) * count)
    if plot.level is not None:
        name = named.get(Stroke.LEVEL, plot.y.tell(plot.level))
        yield Series(name, (plot.level,) * count)


FILLS = {Fill.STRONG: PAPER.strong, Fill.SOFT: PAPER.soft, Fill.FAINT: PAPER.faint}
"""Colours of bars that are filled evenly."""


def colour(stroke: Stroke) -> str:
    """Return the colour of a line."""
    return PAPER.text if stroke is Stroke.LEVEL else PAPER.strokes[stroke]
