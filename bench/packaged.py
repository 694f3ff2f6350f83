# SPDX-License-Identifier: MIT
"""Size and start of a packaged program against the same one installed by pip:

    python -m bench.packaged FOLDER BIN

FOLDER is what `packaging/build.sh` made, BIN the folder of commands of a virtual environment. Each
command runs in both in turns; its time is the processor's, which other work on the machine does not
count into, and the best of several runs; its memory the least peak.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

RUNS = 3
COMMANDS: dict[str, Sequence[str]] = {
    "says its version": ("azmodels", "--version"),
    "lists": ("azmodels", "list", "--format", "json"),
    "writes a PDF": ("azmodels", "compare", "gpt-5.4", "--output", "sheet.pdf"),
    "paints its window": ("azmodels-gui", "--screenshot", "window.png"),
}


@dataclass(frozen=True)
class Run:
    """One command from its start to its end."""

    seconds: float
    peak_mib: float


def ran(folder: Path, command: Sequence[str], scratch: Path) -> Run:
    """Return what a command of a program took, on a first start's state."""
    own = {name: str(scratch) for name in ("AZMODELS_CONFIG_DIR", "AZMODELS_DATA_DIR")}
    process = subprocess.Popen(
        [folder / command[0], *command[1:]],
        cwd=scratch,
        env=os.environ | own,
        stdout=subprocess.DEVNULL,
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Run(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def mib_of(folder: Path) -> float:
    """Return how much lies in a folder."""
    return sum(each.lstat().st_size for each in folder.rglob("*") if each.is_file()) / 1024**2


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("package", type=Path, metavar="FOLDER")
    parser.add_argument("installed", type=Path, metavar="BIN")
    asked = parser.parse_args()
    package, installed = asked.package.resolve(), asked.installed.resolve()
    ours, pips = mib_of(package), mib_of(installed.parent)
    print(f"{'size':<20} {ours:8.0f} MiB, installed by pip {pips:.0f} MiB: {ours / pips:.2f} x")
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        for what, command in COMMANDS.items():
            pairs = [
                (ran(package, command, scratch), ran(installed, command, scratch))
                for _ in range(RUNS + 1)
            ][1:]
            times = [min(pair[at].seconds for pair in pairs) for at in (0, 1)]
            peaks = [min(pair[at].peak_mib for pair in pairs) for at in (0, 1)]
            print(
                f"{what:<20} {times[0]:8.2f} s, {times[1]:.2f} s: {times[0] / times[1]:.2f} x; "
                f"at most {peaks[0]:.0f} MiB, {peaks[1]:.0f} MiB"
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
