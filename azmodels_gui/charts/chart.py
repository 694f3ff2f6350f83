# SPDX-License-Identifier: MIT
"""What a chart shows, as one frozen value in the reader's words, and the look it is drawn in."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import IntEnum
from math import floor, log10

STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


def ticks(high: float, most: int, *, whole: bool = False) -> tuple[float, ...]:
    """Return round figures from 0 to `high`, at most `most` of them, evenly spaced.

    Nothing where the range is empty or fewer than two marks are allowed.

    Args:
        high: the end of the axis.
        most: as many as there is room for.
        whole: True: only whole figures have a meaning.
    """
    if not high > 0 or most < 2:
        return ()
    slack = 1 + 1e-9
    step = _step(high / (most - 1))
    if step > high * slack:  # room for one mark beside 0: the last round figure
        size = 10.0 ** floor(log10(high))
        step = max(size * step for step in STEPS if size * step <= high * slack)
    if whole and step != int(step):
        step = max(1.0, float(floor(step * 2)))  # 2.5 becomes 5, fractions become 1
    count = floor(high / step * slack)
    return tuple(round(step * place, 12) for place in range(count + 1))


def _step(smallest: float) -> float:
    """Return the smallest round step that is no smaller."""
    size = 10.0 ** floor(log10(smallest))
    return next(size * step for step in STEPS if size * step >= smallest * (1 - 1e-9))


WIDTH = 720
"""Of a chart on paper and in files."""
Told = tuple[str, ...]
"""What is said of a place, a line each."""


class Stroke(IntEnum):
    """How a line is drawn: each has a colour of its own and a dash of its own."""

    TOKEN = 0
    HOUR = 1
    MONTH = 2
    YEAR = 3
    LEVEL = 4


class Fill(IntEnum):
    """How an area is filled; they stay apart without colour."""

    STRONG = 0
    SOFT = 1
    FAINT = 2
    HATCHED = 3
    OPEN = 4
    """An outline only: what is less certain."""


@dataclass(frozen=True)
class Axis:
    """One axis, from 0: its words, its end and what stands at the marks."""

    title: str
    high: float
    tell: Callable[[float], str] = field(compare=False)
    """Writes the figure of a mark."""
    whole: bool = False
    """Only whole figures have a meaning."""
    marks: tuple[float, ...] = ()
    """Where marks stand; none: at round figures."""


@dataclass(frozen=True)
class Line:
    """One line and its name."""

    stroke: Stroke
    name: str
    xs: tuple[float, ...]
    ys: tuple[float, ...]


@dataclass(frozen=True)
class Mark:
    """A place that the reader looks for: a crossing, or a minimum."""

    stroke: Stroke
    x: float
    y: float
    label: str = ""
    """Stands beside it."""


@dataclass(frozen=True)
class Bar:
    """One bar: what fits under the level, and what does not."""

    carried: float
    spilled: float = 0.0


@dataclass(frozen=True)
class Upright:
    """A vertical line, such as the reader's own load."""

    x: float
    label: str = ""


@dataclass(frozen=True)
class Plot:
    """Two axes and what stands between them. Bars stand side by side, the first begins at 0."""

    x: Axis
    y: Axis
    title: str = ""
    """Stands above it where a chart has several."""
    lines: tuple[Line, ...] = ()
    bars: tuple[Bar, ...] = ()
    marks: tuple[Mark, ...] = ()
    level: float | None = None
    """Height of a dashed line across."""
    upright: Upright | None = None
    chosen: int | None = None
    """The bar that the keyboard is on; None: bars cannot be changed."""
    step: float = 1.0
    """How far an arrow key goes along the x axis, in its unit; a bar where it has any."""
    tell: Callable[[float], Told] = field(compare=False, default=lambda _: ())
    """What is told at an x; shown and spoken where the mouse or the keyboard points."""


@dataclass(frozen=True)
class Amount:
    """One bar of a row and its words; None: no bar."""

    fill: Fill
    value: float | None
    text: str
    start: float = 0.0
    """Where the bar begins; the text stands behind its end."""


@dataclass(frozen=True)
class Row:
    """A name and its amounts, a group for each heading."""

    name: str
    groups: tuple[tuple[Amount, ...], ...]

    @property
    def told(self) -> Told:
        """What is said of the row."""
        return (self.name, *(amount.text for group in self.groups for amount in group))


@dataclass(frozen=True)
class Rows:
    """Horizontal bars under headings; each heading has a scale of its own."""

    headings: tuple[str, ...]
    highs: tuple[float, ...]
    """What the longest bar under each heading stands for."""
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Picture:
    """What was drawn elsewhere, such as a map."""

    svg: str
    width: float
    height: float
    """In the unit of the drawing."""


@dataclass(frozen=True)
class Chart:
    """A picture with its title; `summary` says in words what it shows."""

    title: str
    body: tuple[Plot, ...] | Rows | Picture
    height: int
    """On paper, at `WIDTH`."""
    summary: str = ""
    sources: tuple[str, ...] = ()
    """Ids of the sources."""
    legend: tuple[tuple[Fill | Stroke, str], ...] = ()
    notes: tuple[str, ...] = ()
    """What lies outside of the picture, such as a line above its upper edge."""

    @property
    def drawable(self) -> bool:
        """Tell whether there is anything to draw; else its words are all there is."""
        match self.body:
            case Rows(rows=rows):
                return bool(rows)
            case Picture():
                return True
            case plots:
                return bool(plots) and all(each.x.high > 0 < each.y.high for each in plots)

    @property
    def plots(self) -> tuple[Plot, ...]:
        """The plots; none where it has rows, or is a picture."""
        return self.body if isinstance(self.body, tuple) else ()


FAMILIES = "Segoe UI, Helvetica Neue, DejaVu Sans, sans-serif"


@dataclass(frozen=True)
class Look:
    """Colours as #rrggbb; lines and areas are told apart by dash and hatching as well."""

    ground: str
    text: str
    muted: str
    grid: str
    strokes: tuple[str, str, str, str]
    """Paid per token, by the hour, by the month, by the year."""
    strong: str
    soft: str
    faint: str
    spilled: str
    """Lines of what is hatched."""
    spilled_ground: str
    size: float = 10.5
    """Of the type, in the unit of the drawing."""
    family: str = FAMILIES


PAPER = Look(
    ground="#ffffff",
    text="#1a1d24",
    muted="#5b6472",
    grid="#d9dde3",
    strokes=("#1f3a5f", "#5b6472", "#94400a", "#0a6b40"),
    strong="#1f3a5f",
    soft="#a9b8cc",
    faint="#dfe4eb",
    spilled="#8a3a0c",
    spilled_ground="#fdf0df",
)
