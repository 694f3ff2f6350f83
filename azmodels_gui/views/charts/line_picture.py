# SPDX-License-Identifier: MIT
"""What a chart of lines shows, as one frozen value in the reader's words."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import IntEnum


class LineLook(IntEnum):
    """How a line is drawn: each has a colour of its own and a dash of its own."""

    TOKEN = 0
    HOUR = 1
    MONTH = 2
    YEAR = 3


@dataclass(frozen=True)
class Axis:
    """One axis: its words, its range and what stands at the marks."""

    title: str
    low: float
    high: float
    tell: Callable[[float], str] = field(compare=False)
    """Writes the figure of a mark."""
    whole: bool = False
    """Only whole figures have a meaning."""
    marks: tuple[float, ...] = ()
    """Where marks stand; none: at round figures."""


@dataclass(frozen=True)
class Line:
    """One line and its name, which is written along it."""

    look: LineLook
    name: str
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    label_x: float
    """Where along the line its name ends, or begins; see `label_ends`."""
    label_ends: bool = True
    """True: the name ends at `label_x`; False: it begins there."""


@dataclass(frozen=True)
class Point:
    """A place that the reader looks for: a crossing, or a minimum."""

    look: LineLook
    x: float
    y: float
    label: str = ""


@dataclass(frozen=True)
class Upright:
    """A vertical line, such as the reader's own load."""

    x: float
    label: str


@dataclass(frozen=True)
class LinePicture:
    """Lines, the places where they matter, and what is told at each x."""

    title: str
    x_axis: Axis
    y_axis: Axis
    lines: tuple[Line, ...]
    points: tuple[Point, ...] = ()
    upright: Upright | None = None
    notes: tuple[str, ...] = ()
    """What lies outside of the picture, such as a line above its upper edge."""
    tell: Callable[[float], tuple[str, ...]] = field(compare=False, default=lambda _: ())
    """Values at an x, a line each; shown where the mouse or the keyboard points."""
    step: float = 1.0
    """How far a press of an arrow key goes along the x axis."""
