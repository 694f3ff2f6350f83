# SPDX-License-Identifier: MIT
"""The one drawing of a chart: SVG of any size in any look, and where its values stand in it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from azmodels_gui.charts.chart import (
    PAPER,
    WIDTH,
    Amount,
    Axis,
    Chart,
    Fill,
    Line,
    Look,
    Picture,
    Plot,
    Row,
    Rows,
    Stroke,
    ticks,
)
from azmodels_gui.charts.labels import Box, Free
from azmodels_gui.charts.svg import boxes, document, element, hatches, polyline, text_width

EMPTY = 1.0
"""Height of the picture of a chart that has nothing to draw."""
_DASHES = ("", "1.5 3", "6 3.5", "8 3 1.5 3", "5 3")
"""Of the strokes, in their order."""
_LINE = 1.5
"""Height of a line of text, in its size; all distances are in sizes of the type."""
_SAMPLE = 2.8
"""The piece of line before a name that stands above."""
_CLOSE_BARS = 48
"""More bars than that stand close."""
WIDE = 1.3
"""From so many times the usual width on bars stand beside each other, and rows are half as high."""
_LOOSE_ROWS = 5
"""More rows stand closer."""
NAMES = 0.27
"""Share of the width that names of rows take at most."""


@dataclass(frozen=True)
class Area:
    """Where a plot stands in a drawing, or rows: those are counted downwards as its x."""

    left: float
    top: float
    width: float
    height: float
    x_high: float
    y_high: float
    downwards: bool = False

    @property
    def right(self) -> float:
        """The right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Where the horizontal axis lies."""
        return self.top + self.height

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return where a pair of values stands."""
        if self.downwards:
            return self.left, self.top + self.height * x / self.x_high
        across, up = x / self.x_high, y / self.y_high
        return self.left + self.width * across, self.top + self.height * (1 - up)

    def value(self, across: float, down: float) -> tuple[float, float]:
        """Return the values that stand at a place."""
        if self.downwards:
            return (down - self.top) / self.height * self.x_high, 0.0
        x = (across - self.left) / self.width * self.x_high
        return x, (1 - (down - self.top) / self.height) * self.y_high


@dataclass(frozen=True)
class Drawing:
    """A chart as SVG, and where its plots stand."""

    svg: str
    width: float
    height: float
    areas: tuple[Area, ...]


def drawn(
    chart: Chart,
    look: Look = PAPER,
    size: tuple[float, float] | None = None,
    *,
    titled: bool = False,
) -> Drawing:
    """Return the drawing of a chart.

    Args:
        chart: what it shows.
        look: colours and type.
        size: width and height; None: as on paper. Rows are as high as they need.
        titled: True: with its title above, for a picture that stands alone.
    """
    if isinstance(chart.body, Picture):
        return Drawing(chart.body.svg, chart.body.width, chart.body.height, ())
    width, height = size or (float(WIDTH), float(chart.height))
    pen = _Pen(look, width)
    if not chart.drawable:
        return Drawing(pen.svg(chart.title, EMPTY), width, EMPTY, ())
    top = 0.0
    if titled:
        top = 2.2 * look.size
        pen.text(0.0, 1.3 * look.size, pen.cut(chart.title, width, bold=True), bold=True)
    if isinstance(chart.body, Rows):
        area = pen.rows(chart, _abreast(chart.body) if width > WIDE * WIDTH else chart.body, top)
        height = area.bottom + 0.4 * look.size
        areas: tuple[Area, ...] = (area,)
    else:
        areas = pen.plots(chart, top, height)
    return Drawing(pen.svg(chart.title, height), width, height, areas)


Word = tuple[Box, str, str]
"""Where it stands, what it says, its colour."""


class _Pen:
    """Collects the parts of one drawing."""

    def __init__(self, look: Look, width: float) -> None:
        self.look, self.width = look, width
        self.em = look.size
        self.parts: list[str] = []

    def svg(self, title: str, height: float) -> str:
        look = self.look
        font = {"font_family": look.family, "font_size": look.size, "fill": look.text}
        # Said aloud: Qt takes what is left open from whatever was painted before.
        normal = {"font_weight": "normal", "font_style": "normal"}
        return document(self.width, height, self.parts, title, **font, **normal)

    # Single things

    def text(
        self, x: float, y: float, words: str, *, anchor: str = "", bold: bool = False, **more: str
    ) -> None:
        weight = "bold" if bold else ""
        self.parts.append(
            element("text", words, x=x, y=y, text_anchor=anchor, font_weight=weight, **more)
        )

    def backed(self, left: float, y: float, words: str, colour: str = "") -> None:
        """Write a bold text on a ground of its own, so that no line strikes through it."""
        em = self.em
        path = boxes([(left - 2, y - em, self.wide(words, bold=True) + 4, 1.35 * em)])
        self.parts.append(element("path", d=path, fill=self.look.ground, fill_opacity=0.85))
        self.text(left, y, words, bold=True, fill=colour)

    def wide(self, words: str, *, bold: bool = False) -> float:
        return text_width(words, self.em, bold=bold)

    def cut(self, words: str, room: float, *, bold: bool = False) -> str:
        """Return words with their middle left out where there is no room for them."""
        kept, room = len(words), room + 0.01  # a room reckoned from the width itself is rounded
        while kept > 4 and self.wide(_middle_out(words, kept), bold=bold) > room:
            kept -= 1
        return _middle_out(words, kept)

    def fitted(self, words: str, room: float) -> str:
        """Return the key of a sign, without its last parts where there is no room for them.

        Its middle is left out only where the first part has no room: it may be within a figure.
        """
        parts = words.split(", ")
        for kept in range(len(parts), 1, -1):
            told = ", ".join(parts[:kept]) + ("" if kept == len(parts) else " …")
            if self.wide(told) <= room + 0.01:
                return told
        return self.cut(words, room)

    def rule(self, x1: float, y1: float, x2: float, y2: float, **more: object) -> None:
        look: dict[str, object] = {"stroke": self.look.grid, "stroke_width": 0.8} | more
        self.parts.append(element("line", x1=x1, y1=y1, x2=x2, y2=y2, **look))

    def rules(self, paths: Iterable[str], **more: object) -> None:
        """Draw thin lines as one path, which costs as much as one of them."""
        look: dict[str, object] = {"stroke": self.look.grid, "stroke_width": 0.8} | more
        self.parts.append(element("path", d="".join(paths), **look))

    def colour(self, stroke: Stroke) -> str:
        return self.look.text if stroke is Stroke.LEVEL else self.look.strokes[stroke]

    def stroked(self, points: Sequence[tuple[float, float]], stroke: Stroke) -> None:
        scale = self.em / 9.5
        dash = " ".join(f"{float(part) * scale:.1f}" for part in _DASHES[stroke].split())
        wide = (1.2 if stroke is Stroke.LEVEL else 1.7) * scale
        look = {"stroke": self.colour(stroke), "stroke_width": wide, "stroke_dasharray": dash}
        self.parts.append(polyline(points, **look))

    def filled(self, found: Sequence[Box], fill: Fill, *, edged: bool = True) -> None:
        look, path = self.look, boxes(found)
        colours = (look.strong, look.soft, look.faint, look.spilled_ground, look.ground)
        edges = ("", "", look.muted, look.spilled, look.strong)
        dash = "2.5 1.5" if fill is Fill.OPEN else ""
        edge = {"stroke": edges[fill], "stroke_width": 0.8, "stroke_dasharray": dash}
        outline = edge if edged else {}
        self.parts.append(element("path", d=path, fill=colours[fill], **outline))
        if fill is Fill.HATCHED:
            lines = hatches(found, 0.5 * self.em)
            self.parts.append(element("path", d=lines, fill="none", **edge))

    # What stands above a plot

    def flow(self, keys: Sequence[tuple[Fill | Stroke | None, str]], top: float) -> float:
        """Write words with their signs in lines, and return where they end."""
        em, x, base = self.em, 2.0, top + 1.1 * self.em
        for sign, words in keys:
            room = {type(None): 0.0, Fill: 1.5 * em, Stroke: 3.2 * em}[type(sign)]
            if x > 2.0 and x + room + self.wide(words) > self.width:
                x, base = 2.0, base + _LINE * em
            if isinstance(sign, Fill):
                self.filled([(x, base - 0.85 * em, em, em)], sign)
            elif sign is not None:
                middle = base - 0.35 * em
                self.stroked([(x, middle), (x + _SAMPLE * em, middle)], sign)
            colour = self.look.muted if sign is None else ""
            self.text(x + room, base, self.fitted(words, self.width - x - room), fill=colour)
            x += room + self.wide(words) + 1.6 * em
        return base + 0.8 * em if keys else top

    # Plots

    def plots(self, chart: Chart, top: float, height: float) -> tuple[Area, ...]:
        """Draw the plots; names that find no free place beside their line stand above.

        So do those of several plots side by side, which have them in common.
        """
        several = len(chart.plots) > 1
        homeless = [line for plot in chart.plots for line in plot.lines] if several else []
        kept = len(self.parts)
        for _ in range(2):  # names above leave less room: once more with them
            del self.parts[kept:]
            areas, marks = self._areas(chart, self._above(chart, homeless, top), height)
            words, left = self._words(chart.plots, areas, homeless)
            if not left:
                break
            homeless += left
        for at, (plot, area) in enumerate(zip(chart.plots, areas, strict=True)):
            self._plot(plot, area, marks, first=at == 0)
        for box, told, colour in words:
            self.backed(box[0], box[1] + 0.95 * self.em, told, colour)
        return areas

    def _above(self, chart: Chart, named: Sequence[Line], top: float) -> float:
        """Write what stands above the plots, and return where it ends."""
        em, plots = self.em, chart.plots
        keys: list[tuple[Fill | Stroke | None, str]] = [(None, plots[0].y.title), *chart.legend]
        keys += dict.fromkeys((line.stroke, line.name) for line in named)
        top = self.flow(keys, top)
        for note in chart.notes:
            top = self.flow([(None, note)], top - 0.3 * em)
        return top + (_LINE * em if any(plot.title for plot in plots) else 0.3 * em)

    def _areas(
        self, chart: Chart, top: float, height: float
    ) -> tuple[tuple[Area, ...], tuple[float, ...]]:
        """Return where the plots stand, and what is marked on the axis they have in common."""
        em, plots = self.em, chart.plots
        tall = max(2 * em, height - top - 3.1 * em)
        marks = ticks(plots[0].y.high, max(2, int(tall / (2.6 * em))))
        left = max(self.wide(plots[0].y.tell(mark)) for mark in (marks or (0.0,))) + 0.8 * em
        right = self._half(plots[-1].x) + 1
        gap = 2.4 * em
        for one, other in pairwise(plots):  # the last mark of one does not touch the other's first
            gap = max(gap, self._half(one.x) + self._half(other.x, 0.0) + em)
        wide = (self.width - left - right - gap * (len(plots) - 1)) / len(plots)
        lefts = (left + at * (wide + gap) for at in range(len(plots)))
        areas = tuple(
            Area(x, top, max(1.0, wide), tall, plot.x.high, plot.y.high)
            for x, plot in zip(lefts, plots, strict=True)
        )
        return areas, marks

    def _words(
        self, plots: Sequence[Plot], areas: Sequence[Area], named: Sequence[Line]
    ) -> tuple[list[Word], list[Line]]:
        """Return words where nothing strikes through them, and the lines left without.

        Args:
            plots: whose lines, marks and uprights have names.
            areas: where the plots stand.
            named: lines that have their name above the plots.
        """
        words: list[Word] = []
        left: list[Line] = []
        for plot, area in zip(plots, areas, strict=True):
            places = [
                [area.point(x, y) for x, y in zip(line.xs, line.ys, strict=True)]
                for line in plot.lines
            ]
            walls = list(places)
            if plot.upright is not None:
                x, _ = area.point(plot.upright.x, 0)
                walls.append([(x, area.top), (x, area.bottom)])
            r = 0.6 * self.em
            dots = [area.point(mark.x, mark.y) for mark in plot.marks]
            free = Free(
                (area.left, area.top, area.width, area.height),
                walls,
                [(x - r, y - r, 2 * r, 2 * r) for x, y in dots],
            )
            words += self._marked(plot, area, free)
            for line, points in zip(plot.lines, places, strict=True):
                if line in named:
                    continue
                box = free.beside(points, *self._size(line.name))
                if box is None:
                    left.append(line)
                else:
                    words.append((box, line.name, self.colour(line.stroke)))
        return words, left

    def _marked(self, plot: Plot, area: Area, free: Free) -> Iterator[Word]:
        """Yield what marks and the upright say, and take the places."""
        if plot.upright is not None and plot.upright.label:
            x, _ = area.point(plot.upright.x, 0)
            wide, high = self._size(plot.upright.label)
            box = free.along(x, wide, high) or (x + 0.5 * high, area.top, wide, high)
            free.take(box)
            yield box, plot.upright.label, ""
        for mark in plot.marks:
            if mark.label:
                x, y = area.point(mark.x, mark.y)
                wide, high = self._size(mark.label)
                box = free.near((x, y), wide, high) or (
                    *(min(x, area.right - wide), min(y + 0.5 * high, area.bottom - high)),
                    *(wide, high),
                )
                yield box, mark.label, self.colour(mark.stroke)

    def _size(self, words: str) -> tuple[float, float]:
        return self.wide(words, bold=True), 1.3 * self.em

    def _half(self, axis: Axis, mark: float | None = None) -> float:
        """Return half of the width of a mark; None: of one at the end of the axis."""
        return self.wide(axis.tell(float(int(axis.high)) if mark is None else mark)) / 2

    def _plot(self, plot: Plot, area: Area, marks: Sequence[float], *, first: bool) -> None:
        em, look = self.em, self.look
        if plot.title:
            self.text(area.left, area.top - 0.6 * em, plot.title, bold=True)
        heights = [area.point(0, mark)[1] for mark in marks]
        self.rules(f"M{area.left:.1f} {y:.1f}h{area.width:.1f}" for y in heights)
        for mark, y in zip(marks if first else (), heights, strict=False):
            told = plot.y.tell(mark)
            self.text(area.left - 0.6 * em, y + 0.35 * em, told, anchor="end", fill=look.muted)
        self._x_axis(plot.x, area)
        self._bars(plot, area)
        if plot.level is not None and plot.level <= plot.y.high:
            _, y = area.point(0, plot.level)
            self.stroked([(area.left, y), (area.right, y)], Stroke.LEVEL)
        for line in plot.lines:
            places = zip(line.xs, line.ys, strict=True)
            self.stroked([area.point(x, y) for x, y in places], line.stroke)
        self.rule(area.left, area.bottom, area.right, area.bottom, stroke=look.muted)
        self._upright(plot, area)
        self._marks(plot, area)

    def _x_axis(self, axis: Axis, area: Area) -> None:
        em, muted = self.em, self.look.muted
        most = max(2, int(area.width / (max(3 * em, 2 * self._half(axis)) + em)))
        marks = axis.marks or ticks(axis.high, most, whole=axis.whole)
        stride = next(each for each in (1, 2, 4, 8) if len(marks) / each <= most or each == 8)
        places = [(area.point(mark, 0)[0], axis.tell(mark)) for mark in marks[::stride]]
        down = f" {area.bottom:.1f}v{0.3 * em:.1f}"
        self.rules((f"M{x:.1f}{down}" for x, _ in places), stroke=muted)
        for x, told in places:
            self.text(x, area.bottom + 1.35 * em, told, anchor="middle", fill=muted)
        middle = (area.left + area.right) / 2
        self.text(middle, area.bottom + 2.75 * em, axis.title, anchor="middle", fill=muted)

    def _bars(self, plot: Plot, area: Area) -> None:
        step = plot.step
        gap = 0.08 * step if len(plot.bars) <= _CLOSE_BARS else 0.0
        carried: list[Box] = []
        spilled: list[Box] = []
        for at, bar in enumerate(plot.bars):
            left, middle = area.point(at * step + gap, bar.carried)
            right, top = area.point((at + 1) * step - gap, bar.carried + bar.spilled)
            if bar.carried:
                carried.append((left, middle, right - left, area.bottom - middle))
            if bar.spilled:
                spilled.append((left, top, right - left, middle - top))
            if at == plot.chosen:
                chosen = (left, min(top, area.bottom - 1), right - left, area.bottom - top)
        if carried:
            self.filled(carried, Fill.SOFT)
        if spilled:
            self.filled(spilled, Fill.HATCHED, edged=gap > 0)
        if plot.chosen is not None:
            edge = {"stroke": self.look.text, "stroke_width": 1.6, "fill": "none"}
            self.parts.append(element("path", d=boxes([chosen]), **edge))

    def _upright(self, plot: Plot, area: Area) -> None:
        if plot.upright is not None:
            x, _ = area.point(plot.upright.x, 0)
            self.rule(x, area.top, x, area.bottom, stroke=self.look.text, stroke_width=1.2)

    def _marks(self, plot: Plot, area: Area) -> None:
        for mark in plot.marks:
            x, y = area.point(mark.x, mark.y)
            colour = self.colour(mark.stroke)
            dot = {"cx": x, "cy": y, "r": 0.38 * self.em, "fill": colour, "stroke": colour}
            self.parts.append(element("circle", **dot, stroke_width=1.2))

    # Rows

    def rows(self, chart: Chart, body: Rows, top: float) -> Area:
        em, look = self.em, self.look
        texts = [
            max(self.wide(amount.text) for row in body.rows for amount in row.groups[group])
            for group in range(len(body.headings))
        ]
        name = min(
            max(self.wide(row.name, bold=True) for row in body.rows) + em, NAMES * self.width
        )
        room = (self.width - name - sum(texts) - 2.2 * em * len(texts)) / len(texts)
        stacked = room < 4 * em
        if stacked:  # the name takes a line of its own
            room, name = max(em, room + name / len(texts)), 0.0
        lefts = [name]
        for text in texts:
            lefts.append(lefts[-1] + room + text + 2.2 * em)
        for at, heading in enumerate(body.headings):
            x = lefts[at] if at else 0.0
            words = self.cut(heading, (lefts[at + 1] - x) - em)
            self.text(x, top + 1.1 * em, words, fill=look.muted)
        top = self.flow(chart.legend, top + 1.5 * em) + 0.2 * em
        bar = _LINE * em
        most = max(len(group) for row in body.rows for group in row.groups)
        between = em if len(body.rows) <= _LOOSE_ROWS else 0.4 * em
        high = most * bar + between + (bar if stacked else 0.0)
        for place, row in enumerate(body.rows):
            y = top + place * high
            self.rule(0, y, self.width, y)
            base = y + 1.2 * em if stacked else y + high / 2 + 0.35 * em
            words = self.cut(row.name, self.width if stacked else name - em, bold=True)
            self.text(0, base, words, bold=True)
            for left, scale, group in zip(lefts, body.highs, row.groups, strict=False):
                first = y + high - between / 2 - bar * (most + len(group)) / 2
                for step, amount in enumerate(group):
                    self._amount(amount, (left, first + step * bar), room, scale)
        return Area(0, top, self.width, len(body.rows) * high, len(body.rows), 1, downwards=True)

    def _amount(
        self, amount: Amount, place: tuple[float, float], room: float, scale: float
    ) -> None:
        """Draw a bar with its words behind; `room` is as long as `scale`."""
        em, (left, top) = self.em, place
        end = left + room * amount.start / scale
        if amount.value is not None:
            long = max(1.0, room * amount.value / scale)
            self.filled([(end, top + 0.2 * em, long, 1.1 * em)], amount.fill)
            end += long
        self.text(end + 0.5 * em, top + 1.1 * em, amount.text)


def _abreast(body: Rows) -> Rows:
    """Return rows with every bar in a column of its own, the first under the group's heading."""
    counts = [max(len(row.groups[at]) for row in body.rows) for at in range(len(body.headings))]
    headings, highs = [], []
    for heading, high, count in zip(body.headings, body.highs, counts, strict=True):
        headings += [heading, *[""] * (count - 1)]
        highs += [high] * count
    rows = tuple(
        Row(row.name, tuple((amount,) for group in row.groups for amount in group))
        for row in body.rows
    )
    return Rows(tuple(headings), tuple(highs), rows)


def _middle_out(words: str, kept: int) -> str:
    if kept >= len(words):
        return words
    tail = kept * 2 // 5
    return f"{words[: kept - tail]}…{words[len(words) - tail :]}"
