# SPDX-License-Identifier: MIT
"""Times of repeated steps, summed up so that a busy machine does not blur them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil
from time import perf_counter
from typing import TypeVar

Step = TypeVar("Step")


@dataclass(frozen=True)
class Times:
    """Milliseconds of a sequence of steps that was run several times."""

    runs: tuple[tuple[float, ...], ...]

    @property
    def best(self) -> list[float]:
        """Return each step's best run, sorted: what the step costs undisturbed."""
        return sorted(min(run[at] for run in self.runs) for at in range(len(self.runs[0])))

    @property
    def minimum(self) -> float:
        """Fastest step."""
        return self.best[0]

    @property
    def median(self) -> float:
        """Half of the steps are faster."""
        return percentile(self.best, 0.5)

    @property
    def p99(self) -> float:
        """99 of 100 steps are faster, each at its best run."""
        return percentile(self.best, 0.99)

    @property
    def p99_of_all(self) -> float:
        """99 of 100 steps are faster, disturbed runs included."""
        return percentile(sorted(time for run in self.runs for time in run), 0.99)


def percentile(ordered: Sequence[float], share: float) -> float:
    """Return the smallest value that `share` of the values do not exceed."""
    return ordered[max(0, ceil(share * len(ordered)) - 1)]


def timed(steps: Sequence[Step], do: Callable[[Step], object], rounds: int) -> Times:
    """Run the steps once to warm up, then `rounds` times, and return milliseconds."""
    for step in steps:
        do(step)
    return Times(tuple(tuple(_milliseconds(do, step) for step in steps) for _ in range(rounds)))


def _milliseconds(do: Callable[[Step], object], step: Step) -> float:
    began = perf_counter()
    do(step)
    return 1_000 * (perf_counter() - began)
