# SPDX-License-Identifier: MIT
"""A year of minutes read from CSV against a plain loop of `csv.reader` over the same text.

    python -m bench.reading [--rounds N]

Prints for each dialect the best of several rounds, the ratio to the loop, and the memory at its
height beside the size of the file.
"""

import argparse
import csv
import io
import tracemalloc
from collections.abc import Callable
from datetime import datetime, timedelta
from time import process_time
from typing import TypeVar

from azmodels_gui.calculator.kept_load import key_of, packed, unpacked
from azmodels_gui.calculator.load_file import read_load
from azmodels_gui.calculator.load_profile import LoadProfile
from bench.profile import MINUTES_PER_YEAR, year_of_minutes

Result = TypeVar("Result")
BUDGET = 12.0
"""Times the plain loop, which only parts the cells and understands none."""
MEMORY_BUDGET = 12.0
"""Times the file: its text, and for each row three places and what it holds."""
DIALECTS = {
    "ISO": ("time,requests", "%Y-%m-%dT%H:%M,", "utf-8"),
    "German Excel": ("sep=;\r\nZeit;Anfragen", "%d.%m.%Y %H:%M;", "cp1252"),
    "English Excel": ("Time,Requests", "%m/%d/%Y %I:%M %p,", "utf-16"),
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    counts = year_of_minutes(20_000)
    kept = True
    for name, (header, form, encoding) in DIALECTS.items():
        data = _written(header, form, counts).encode(encoding)
        profile, read_s = _best(lambda data=data: read_load(data).profile, rounds)  # type: ignore[misc]
        rows, loop_s = _best(lambda data=data, how=encoding: _loop(data, how), rounds)  # type: ignore[misc]
        assert isinstance(profile, LoadProfile)
        assert list(profile.requests) == counts
        ratio, memory = read_s / loop_s, _peak(lambda data=data: read_load(data)) / len(data)  # type: ignore[misc]
        kept = kept and ratio <= BUDGET and memory <= MEMORY_BUDGET
        print(f"{name:<14} {rows} rows, {len(data) / 1e6:.1f} MB")
        print(f"  read {read_s * 1_000:7.0f} ms, csv.reader {loop_s * 1_000:7.0f} ms")
        print(f"  ratio  {ratio:5.1f}  (budget: at most {BUDGET:.0f})")
        print(f"  memory {memory:5.1f}  times the file (budget: at most {MEMORY_BUDGET:.0f})")
    profile = LoadProfile.of(counts)
    data, packing_s = _best(lambda: packed(profile, None), rounds)
    _, unpacking_s = _best(lambda: unpacked(data, key_of(data)), rounds)
    print(
        f"kept: {MINUTES_PER_YEAR} minutes in {len(data)} bytes, "
        f"{packing_s * 1_000:.0f} ms there, {unpacking_s * 1_000:.0f} ms back"
    )
    return 0 if kept else 1


def _written(header: str, form: str, counts: list[int]) -> str:
    start = datetime(2026, 1, 13)
    times = (start + timedelta(minutes=at) for at in range(len(counts)))
    rows = (f"{time:{form}}{count}" for time, count in zip(times, counts, strict=True))
    return "\r\n".join((header, *rows))


def _loop(data: bytes, encoding: str) -> int:
    """Return the number of rows."""
    rows = -1
    for _ in csv.reader(io.StringIO(data.decode(encoding), newline="")):
        rows += 1
    return rows


def _best(work: Callable[[], Result], rounds: int) -> tuple[Result, float]:
    """Return the last result, and the shortest time of the processor in seconds."""
    times = []
    for _ in range(rounds):
        start = process_time()
        result = work()
        times.append(process_time() - start)
    return result, min(times)


def _peak(work: Callable[[], object]) -> int:
    """Return the most bytes that the work held at once."""
    tracemalloc.start()
    work()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak


if __name__ == "__main__":
    raise SystemExit(main())
