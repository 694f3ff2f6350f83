# SPDX-License-Identifier: MIT
"""Start and peak memory of the window against a bare window, each in processes of its own."""

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass

PRODUCT, CONTROL = "bench.product_window", "bench.bare_window"
TIMEOUT_S = 60


@dataclass(frozen=True)
class Start:
    """One start up to the first painted table."""

    seconds: float
    cpu_seconds: float
    peak_mib: float | None
    """None: the system does not tell."""


def starts(runs: int) -> tuple[list[Start], list[Start]]:
    """Return starts of the product and of the control, in turns, after one of each unmeasured."""
    for module in (PRODUCT, CONTROL):
        _start(module)
    pairs = [(_start(PRODUCT), _start(CONTROL)) for _ in range(runs)]
    return [product for product, _ in pairs], [control for _, control in pairs]


def _start(module: str) -> Start:
    # As an installed program starts: pip compiles what it installs, a checkout compiles itself.
    inherited = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    environment = inherited | {
        "QT_QPA_PLATFORM": "offscreen",
        "AZMODELS_BENCH_BEGAN": str(time.monotonic()),
    }
    with tempfile.TemporaryDirectory() as folder:  # without a state: a first start
        finished = subprocess.run(
            [sys.executable, "-m", module, folder],
            env=environment,
            stdout=subprocess.PIPE,
            check=True,
            timeout=TIMEOUT_S,
        )
    return Start(**json.loads(finished.stdout.splitlines()[-1]))
