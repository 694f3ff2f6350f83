# SPDX-License-Identifier: MIT
"""The whole rebuild of the catalogue, against only reading all of its sources.

    python -m bench --sources ../shared/sources

Both are processes of their own. The control parses every file of the sources as JSON, or reads
it as text where it is none, and forms nothing.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

SECONDS_BUDGET, MIB_BUDGET = 10.0, 400.0


@dataclass(frozen=True)
class Run:
    """What one process took."""

    seconds: float
    cpu_seconds: float
    peak_mib: float


@dataclass(frozen=True)
class Rebuild:
    """The best of several rebuilds and of its control, in turns."""

    build: Run
    reading: Run

    @property
    def kept(self) -> bool:
        """Whether time and memory are within the budget."""
        return self.build.seconds <= SECONDS_BUDGET and self.build.peak_mib <= MIB_BUDGET


def measured(sources: Path, rounds: int) -> Rebuild:
    """Return the quickest of `rounds` rebuilds from a folder of sources, and of its control.

    Raises subprocess.CalledProcessError when the folder cannot be built from.
    """
    with tempfile.TemporaryDirectory() as folder:
        output = str(Path(folder) / "catalog.json")
        build = [sys.executable, "-m", "azmodels_gui.cli.main", "catalog", "build"]
        build += ["--sources", str(sources), "--output", output]
        control = [sys.executable, "-m", "bench.rebuilding", str(sources)]
        pairs = [(_run(build), _run(control)) for _ in range(rounds)]
    builds, readings = zip(*pairs, strict=True)
    return Rebuild(_best(builds), _best(readings))


def read_all(sources: Path) -> int:
    """Parse or read every file below a folder; return how many characters there were."""
    characters = 0
    for path in sorted(sources.rglob("*")):
        if path.is_file():
            text = path.read_text(encoding="utf-8", errors="replace")
            characters += len(text)
            if path.suffix == ".json":
                json.loads(text)
    return characters


def _best(runs: tuple[Run, ...]) -> Run:
    return min(runs, key=lambda run: run.seconds)


def _run(command: list[str]) -> Run:
    began = time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    seconds = time.monotonic() - began
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise subprocess.CalledProcessError(child.returncode, command)
    # Linux counts kilobytes, macOS bytes.
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return Run(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / unit)


if __name__ == "__main__":
    print(read_all(Path(sys.argv[1])))
