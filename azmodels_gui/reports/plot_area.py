# SPDX-License-Identifier: MIT
"""The area of a chart between its axes: where values stand, grid lines and marks."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from azmodels_gui.calculator.exact import product
from azmodels_gui.reports import svg

STEPS = 4
"""Grid lines above the axis."""
SIZE = 9.5


@dataclass(frozen=True)
class PlotArea:
    """Place on the picture, and the values at its right and its upper edge."""

    left: float
    top: float
    width: float
    height: float
    last_x: Decimal
    last_y: Decimal

    @property
    def right(self) -> float:
        """The right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Where the horizontal axis lies."""
        return self.top + self.height

    def point(self, x: Decimal, y: Decimal) -> tuple[float, float]:
        """Return where a pair of values stands."""
        across, up = float(x / self.last_x), float(y / self.last_y)
        return self.left + across * self.width, self.top + (1 - up) * self.height

    def rows(self, tell: Callable[[Decimal], str] | None) -> Iterator[str]:
        """Yield grid lines, and what they stand for unless a neighbour says it; then the axis."""
        for step in range(STEPS + 1):
            value = product(self.last_y, Decimal(step) / STEPS)
            _, y = self.point(Decimal(0), value)
            yield svg.line(self.left, y, self.right, y)
            if tell is not None:
                yield svg.label(self.left - 6.0, y + 3.5, tell(value), anchor="end", size=SIZE)
        yield svg.line(self.left, self.bottom, self.right, self.bottom, stroke=svg.INK)

    def marks(self, values: Iterable[Decimal], tell: Callable[[Decimal], str]) -> Iterator[str]:
        """Yield what stands below the horizontal axis."""
        for value in values:
            x, _ = self.point(value, Decimal(0))
            yield svg.label(x, self.bottom + 13, tell(value), anchor="middle", size=SIZE)

    def title_below(self, words: str) -> str:
        """Return the words for the horizontal axis."""
        middle = (self.left + self.right) / 2
        return svg.label(
            middle, self.bottom + 28.0, words, anchor="middle", size=SIZE, fill=svg.MUTED
        )


def rounded_up(amount: Decimal) -> Decimal:
    """Return the next number with one or two leading digits that four steps divide well."""
    unit = Decimal(10) ** amount.adjusted()
    for factor in (Decimal(1), Decimal("1.2"), 2, Decimal("2.4"), 4, 6, 8, 10):
        if unit * factor >= amount:
            return unit * factor
    return unit * 10


def round_marks(last: Decimal, most: int = 8) -> list[Decimal]:
    """Return round values from 0 up to the last one, about as many as asked."""
    step = Decimal(1)
    for factor in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000):
        step = Decimal(factor)
        if last / step <= most:
            break
    return [step * at for at in range(int(last / step) + 1)]
