# SPDX-License-Identifier: MIT
"""What a chart of bars shows: load, the part of it that spills over, and the capacity."""

from collections.abc import Callable
from dataclasses import dataclass, field

from azmodels_gui.views.charts.line_picture import Axis


@dataclass(frozen=True)
class Bar:
    """One bar: what fits under the capacity, and what does not."""

    carried: float
    spilled: float


@dataclass(frozen=True)
class BarPicture:
    """Bars side by side; the first begins at 0, each is 1 wide."""

    title: str
    x_axis: Axis
    y_axis: Axis
    bars: tuple[Bar, ...]
    capacity: float | None
    """Height of the capacity line; None: there is none."""
    capacity_label: str = ""
    chosen: int | None = None
    """The bar that the keyboard is on; None: bars cannot be changed."""
    tell: Callable[[int], tuple[str, ...]] = field(compare=False, default=lambda _: ())
    """What is told of a bar, a line each."""
