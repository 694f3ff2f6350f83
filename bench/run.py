# SPDX-License-Identifier: MIT
"""All budgets of the program in one table, as ratios against controls of the same run.

    python -m bench [--quick] [--sources FOLDER]
    python -m bench --campaign (bench/campaign.py)

Times are the best of several runs of each step, so that other work on the machine does not
count; "all runs" is the plain 99th percentile, disturbances included. Nothing here fails:
what is over its budget says so.
"""

import argparse
import os
import random
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bench.starting import Start, starts

if TYPE_CHECKING:
    from bench.filtering import Filtering
    from bench.map_drag import MapTimes
    from bench.timing import Times

SHIPPED, LARGE, HUGE = 0, 11_000, 100_000
FRAME_MS, HALF_FRAME_MS = 16.0, 8.0
COMPARISON_MS = 100.0
YEAR_S, YEAR_MIB = 1.0, 200.0
START_BUDGET, MEMORY_BUDGET, CONTROL_BUDGET = 2.0, 1.4, 10.0
OPENING_BUDGET = 10.0


@dataclass(frozen=True)
class Line:
    """One line of the table."""

    what: str
    figure: str
    budget: str
    kept: bool

    def __str__(self) -> str:
        verdict = "kept" if self.kept else "OVER"
        return f"{self.what:<52} {self.figure:<66} {self.budget:<16} {verdict}"


def main() -> int:
    options = _options()
    quick = options.quick
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if options.campaign:
        from bench import campaign

        return campaign.run(quick=quick, seed=options.seed, walk_s=options.walk)
    rounds = 2 if quick else 5
    for lines in (
        _start_lines(3 if quick else 9),
        # Before this process grows: a child's peak begins with what its parent has in memory.
        _rebuild_lines(options.sources, rounds),
        _filter_lines(rounds),
        _calculator_lines(rounds),
        _map_lines(rounds),
        _sheet_lines(3 if quick else 7),
        _refresh_lines(rounds),
    ):
        for line in lines:
            print(line, flush=True)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure the budgets.")
    parser.add_argument("--quick", action="store_true", help="fewer runs: a first impression")
    parser.add_argument("--sources", type=Path, help="folder of sources: the rebuild as well")
    parser.add_argument(
        "--campaign", action="store_true", help="attacks, damages, kills instead of budgets"
    )
    parser.add_argument("--seed", type=int, default=random.randrange(10**6), help="of the campaign")
    parser.add_argument("--walk", type=float, default=0, help="seconds of a walk in the campaign")
    return parser.parse_args()


def _start_lines(runs: int) -> Iterator[Line]:
    product, control = starts(runs)
    yield _start_line("start to first painted table", product, control)
    peaks = [start.peak_mib for start in product], [start.peak_mib for start in control]
    ours, bare = (min((peak for peak in each if peak), default=0.0) for each in peaks)
    if ours and bare:
        ratio = ours / bare
        yield Line(
            "peak memory at the first painted table",
            f"{ours:.0f} MiB, bare window {bare:.0f} MiB: {ratio:.2f} x",
            f"{MEMORY_BUDGET} x",
            ratio <= MEMORY_BUDGET,
        )


def _start_line(what: str, product: list[Start], control: list[Start]) -> Line:
    ours, bare = (sorted(start.seconds for start in each) for each in (product, control))
    ratio = ours[0] / bare[0]
    middle = len(ours) // 2
    return Line(
        what,
        f"{ours[0]:.2f} s (median {ours[middle]:.2f}), bare window {bare[0]:.2f}: {ratio:.2f} x",
        f"{START_BUDGET} x",
        ratio <= START_BUDGET,
    )


def _filter_lines(rounds: int) -> Iterator[Line]:
    from PySide6.QtCore import QtMsgType, qInstallMessageHandler
    from PySide6.QtWidgets import QApplication

    from bench.filtering import measured

    # The offscreen platform says at every change of layout that it cannot pass on size hints.
    qInstallMessageHandler(lambda kind, _, text: _passed_on(kind is QtMsgType.QtDebugMsg, text))
    application = QApplication.instance() or QApplication(sys.argv[:1])
    for each in measured((SHIPPED, LARGE, HUGE), rounds):
        yield _round_trip_line(each)
        yield _control_line(each)
    yield from _matrix_lines(rounds)
    yield _comparison_line(rounds)
    del application


def _matrix_lines(rounds: int) -> Iterator[Line]:
    from bench.filtering import window
    from bench.matrix import FEW, MANY, matrix_times

    with window() as opened:
        few, many = (matrix_times(opened, rows, rounds) for rows in (FEW, MANY))
    for each in (few, many):
        times = each.page_down
        yield Line(
            f"page down in the matrix, {each.rows:,} x {each.regions}",
            f"p99 {times.p99:.1f} ms (min {times.minimum:.1f}, median {times.median:.1f}, "
            f"all runs {times.p99_of_all:.1f}; {each.page_cells:,} cells)",
            f"{FRAME_MS:.0f} ms",
            times.p99 <= FRAME_MS,
        )
    ratio = many.opening.minimum / few.opening.minimum
    yield Line(
        f"opening the matrix, {many.rows:,} rows against {few.rows:,}",
        f"{many.opening.minimum:.0f} ms, {few.opening.minimum:.0f} ms: {ratio:.1f} x",
        f"{OPENING_BUDGET:.0f} x",
        ratio <= OPENING_BUDGET,
    )


def _comparison_line(rounds: int) -> Line:
    from bench.comparing import MODELS, comparison_times
    from bench.filtering import window

    with window() as opened:
        regions = len(opened.around.current.catalog.regions)
        times = comparison_times(opened, rounds)
    return Line(
        f"longest block of a comparison, {MODELS} models, {regions} regions",
        f"{times.best[-1]:.0f} ms (median {times.median:.0f}, all runs {times.p99_of_all:.0f})",
        f"{COMPARISON_MS:.0f} ms",
        times.best[-1] <= COMPARISON_MS,
    )


def _calculator_lines(rounds: int) -> Iterator[Line]:
    from bench.calculator import calculator_times, year_times
    from bench.filtering import window

    with window() as opened:
        found = calculator_times(opened, rounds)
        year = year_times(opened, rounds)
    for what, times in (
        ("field to repainted headline", found.headline),
        ("field to repainted page with charts", found.page),
        ("the same, three scenarios and explanation", found.several),
        ("the same, a plan of ten deployments and explanation", found.plan),
        ("answer for the load profile to its charts", found.curve),
    ):
        yield Line(
            f"calculator: {what}",
            f"p99 {times.p99:.1f} ms (min {times.minimum:.1f}, median {times.median:.1f}, "
            f"all runs {times.p99_of_all:.1f})",
            f"{FRAME_MS:.0f} ms",
            times.p99 <= FRAME_MS,
        )

    ratio = year.by_minute_s / year.seconds
    yield Line(
        "calculator: ten scenarios of a year by minute",
        f"{year.seconds:.2f} s and {year.peak_mib:.0f} MiB, minute by minute "
        f"{year.by_minute_s:.2f} s: {ratio:.1f} x",
        f"{CONTROL_BUDGET:.0f} x, {YEAR_S:.0f} s, {YEAR_MIB:.0f} MiB",
        ratio >= CONTROL_BUDGET and year.seconds <= YEAR_S and year.peak_mib <= YEAR_MIB,
    )


def _sheet_lines(rounds: int) -> Iterator[Line]:
    from PySide6.QtWidgets import QApplication

    from bench.sheets import measured

    application = QApplication.instance() or QApplication(sys.argv[:1])
    for each in measured(rounds):
        yield Line(each.what, each.figure, f"{each.budget:.0f} x", each.kept)
    del application


def _round_trip_line(each: "Filtering") -> Line:
    times = each.round_trip
    budget = HALF_FRAME_MS if each.entries <= LARGE else FRAME_MS
    return Line(
        f"keystroke or click to repainted counts, {each.entries:,}",
        f"p99 {times.p99:.1f} ms (min {times.minimum:.1f}, median {times.median:.1f}, "
        f"all runs {times.p99_of_all:.1f})",
        f"{budget:.0f} ms",
        times.p99 <= budget,
    )


def _control_line(each: "Filtering") -> Line:
    ours = each.answer.median
    ratio, rows_ratio = each.control.median / ours, each.control_rows.median / ours
    return Line(
        f"rows and counts against a Python proxy, {each.entries:,}",
        f"{ours:.2f} ms, {each.control.median:.1f} ms: {ratio:.0f} x faster "
        f"({rows_ratio:.0f} x where it counts nothing)",
        f"{CONTROL_BUDGET:.0f} x faster",
        ratio >= CONTROL_BUDGET,
    )


def _map_lines(rounds: int) -> Iterator[Line]:
    from PySide6.QtWidgets import QApplication

    from bench.map_drag import measured

    application = QApplication.instance() or QApplication(sys.argv[:1])
    for each in measured(rounds):
        yield _map_line(f"map of {each.place}: drag to repaint", each.drag, each)
        yield _map_line(f"map of {each.place}: zoom to repaint", each.zoom, each)
        yield _sharp_line(each)
        yield _map_line(f"map of {each.place}: 40 other entries counted", each.counts, each)
    del application


def _sharp_line(each: "MapTimes") -> Line:
    figure = f"p99 {each.sharp.p99:.1f} ms (median {each.sharp.median:.1f})"
    return Line(f"map of {each.place}: at rest after a zoom, drawn sharply", figure, "none", True)


def _map_line(what: str, times: "Times", each: "MapTimes") -> Line:
    ratio = times.p99 / each.picture.median
    return Line(
        what,
        f"p99 {times.p99:.1f} ms (median {times.median:.1f}), {ratio:.0f} x a plain pixmap "
        f"({each.picture.median:.2f} ms)",
        f"{FRAME_MS:.0f} ms",
        times.p99 <= FRAME_MS,
    )


def _refresh_lines(rounds: int) -> Iterator[Line]:
    """Unlike the others these need no window: `python -m bench.refreshing` shows controls."""
    from azmodels_gui.storage.catalog_file import bundled_catalog
    from bench import refreshing
    from bench.synthetic import multiplied

    shipped = bundled_catalog()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        data = refreshing.written(refreshing.newer(shipped))
        took, requests, body, parsed = refreshing.unchanged(folder, shipped, data)
        each = requests / refreshing.UNCHANGED_RUNS
        yield Line(
            "unchanged refresh",
            f"{each:g} request, {body} bytes of body, {parsed} parsed, {took:.1f} ms",
            "1, 0, 0",
            (each, body, parsed) == (1, 0, 0),
        )
        old = multiplied(shipped, refreshing.REFRESHED)
        data = refreshing.written(refreshing.newer(old))
        beats = refreshing.best(lambda own: refreshing.refreshed(own, old, data), folder, rounds)
        yield Line(
            f"longest silence of the loop during a refresh, {refreshing.REFRESHED:,}",
            f"{beats.longest:.1f} ms (p99 {beats.p99:.1f}, of {beats.seconds:.1f} s)",
            f"{FRAME_MS:.0f} ms",
            beats.longest <= FRAME_MS,
        )


def _rebuild_lines(sources: Path | None, rounds: int) -> Iterator[Line]:
    if sources is None:
        return
    from bench import rebuilding

    found = rebuilding.measured(sources, rounds)
    build, reading = found.build, found.reading
    yield Line(
        "rebuild of the catalogue against reading its sources",
        f"{build.seconds:.1f} s ({build.cpu_seconds:.1f} CPU), {build.peak_mib:.0f} MiB, "
        f"reading {reading.seconds:.2f} s, {reading.peak_mib:.0f} MiB: "
        f"{build.seconds / reading.seconds:.0f} x",
        f"{rebuilding.SECONDS_BUDGET:.0f} s, {rebuilding.MIB_BUDGET:.0f} MiB",
        found.kept,
    )


def _passed_on(harmless: bool, text: str) -> None:
    if not harmless and "propagateSizeHints" not in text:
        print(text, file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
