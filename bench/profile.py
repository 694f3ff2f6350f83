# SPDX-License-Identifier: MIT
"""The cost curve of a year of minutes against the same curve minute by minute in numpy.

    python -m bench.profile [--sizes N] [--rounds N]

Prints the best of several rounds, their ratio, and whether all amounts agree to the cent.
"""

import argparse
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from time import perf_counter
from typing import TypeVar

import numpy as np

from azmodels_gui.calculator.cost_curve import (
    CostCurve,
    ProfilePrices,
    RequestOnPtu,
    SpillCurve,
    spilled_cost,
)
from azmodels_gui.calculator.exact import product, to_cents, total
from azmodels_gui.calculator.load_profile import LoadProfile
from azmodels_gui.calculator.month import Month
from azmodels_gui.catalog.facts import ScopeSizing
from azmodels_gui.catalog.terms import Scope

MINUTES_PER_YEAR = 525_600
BUDGET = 10
PTU_MONTHLY = Decimal(243)
Result = TypeVar("Result")

REQUEST = RequestOnPtu(
    normalized_tokens=Decimal(360),
    tpm_per_ptu=3_400,
    sizing=ScopeSizing(scope=Scope.DATA_ZONE, minimum_ptu=15, scale_increment=5),
)


def prices(profile: LoadProfile) -> ProfilePrices:
    """Return what the load of a month costs."""
    requests = Fraction(profile.distribution.total * Month.HOURS_730.minutes, profile.minutes)
    return ProfilePrices(
        requests=requests, ptu_monthly=PTU_MONTHLY, payg_request=Decimal("0.000693")
    )


def year_of_minutes(peak: int) -> list[int]:
    """Return office hours with noise and a few spikes; the same every time."""
    random = np.random.default_rng(20261122)
    minute = np.arange(MINUTES_PER_YEAR)
    hour = minute // 60 % 24
    working_day = minute // 1_440 % 7 < 5
    level = np.where(working_day & (hour > 7) & (hour < 18), 0.5, 0.08)
    load = level * peak * random.gamma(9, 1 / 9, MINUTES_PER_YEAR)
    return [int(count) for count in np.minimum(load, peak).astype(np.int64)]


def by_minute(profile: LoadProfile, sizes: tuple[int, ...]) -> list[Decimal]:
    """Return the cost of each size the plain way: every minute looked at for every size."""
    loads = np.frombuffer(profile.requests, dtype=np.int64)
    costs, priced = [], prices(profile)
    for size in sizes:
        fitting = REQUEST.whole_requests(size, profile.distribution.peak)
        spilled = np.maximum(loads - fitting, 0)
        np.count_nonzero(spilled)
        payg = spilled_cost(int(spilled.sum()), profile.distribution.total, priced)
        assert payg is not None
        costs.append(total([product(size, PTU_MONTHLY), payg]))
    return costs


def in_one_pass(profile: LoadProfile) -> CostCurve:
    """Return the curve as the program makes it, from the unsorted series each time."""
    curve = SpillCurve(LoadProfile(profile.requests), REQUEST).cost_curve(prices(profile))
    _ = curve.points  # reckoned here, not where they are compared
    return curve


def best(work: Callable[[], Result], rounds: int) -> tuple[float, Result]:
    """Return the shortest time in seconds, and the last result."""
    times = []
    for _ in range(rounds):
        start = perf_counter()
        result = work()
        times.append(perf_counter() - start)
    return min(times), result


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--sizes", type=int, default=100, help="sizes of the curve, about")
    parser.add_argument("--rounds", type=int, default=5)
    told = parser.parse_args()
    peak = told.sizes * REQUEST.sizing.scale_increment * REQUEST.tpm_per_ptu // 360
    profile = LoadProfile.of(year_of_minutes(peak))
    fast_s, curve = best(lambda: in_one_pass(profile), told.rounds)
    sizes = tuple(point.ptu for point in curve.points)
    slow_s, costs = best(lambda: by_minute(profile, sizes), told.rounds)
    equal = all(
        point.cost is not None and to_cents(point.cost) == to_cents(cost)
        for point, cost in zip(curve.points, costs, strict=True)
    )
    ratio = slow_s / fast_s
    print(f"{profile.minutes} minutes, {len(sizes)} sizes")
    print(f"one pass          {fast_s * 1_000:8.1f} ms")
    print(f"minute by minute  {slow_s * 1_000:8.1f} ms")
    print(f"ratio             {ratio:8.1f}    (budget: at least {BUDGET})")
    print(f"equal to the cent {equal!s:>8}")
    return 0 if equal and ratio >= BUDGET else 1


if __name__ == "__main__":
    raise SystemExit(main())
