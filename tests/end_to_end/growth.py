# SPDX-License-Identifier: MIT
"""How memory, handles and threads of a long walk grow."""

import gc
import json
import os
import sys
import threading
import time
from pathlib import Path

from PySide6.QtWidgets import QApplication

MOST_GROWTH_MIB = 20
"""From the first rest, after ten minutes, to the last."""


class Growth:
    """Memory, handles and threads of this process."""

    def __init__(self) -> None:
        self.samples: list[dict[str, int]] = []
        self._began = time.monotonic()

    def sample(self, *, at_rest: bool = False) -> None:
        gc.collect()
        pages = Path("/proc/self/statm").read_text().split()[1]
        self.samples.append(
            {
                "after_s": round(time.monotonic() - self._began),
                "memory_mib": int(pages) * os.sysconf("SC_PAGE_SIZE") // 1024**2,
                "handles": len(list(Path("/proc/self/fd").iterdir())),
                "threads": threading.active_count(),
                "widgets": len(QApplication.allWidgets()),
                "python_blocks": sys.getallocatedblocks(),
                "at_rest": at_rest,
            }
        )
        print(json.dumps(self.samples[-1]), file=sys.stderr, flush=True)

    def at_rest(self) -> list[dict[str, int]]:
        """Return what was seen while the window was the same each time."""
        return [each for each in self.samples if each["at_rest"]]


def grown_by(rests: list[dict[str, int]]) -> list[str]:
    """Return what is more at the last rest than it may be, against the first."""
    if not rests:
        return []
    first, last = rests[0], rests[-1]
    # A connection that is kept for the next refresh has a handle at each of its ends, both here.
    most = {"memory_mib": MOST_GROWTH_MIB, "handles": 3, "threads": 2}
    return [
        f"{name} grew from {first[name]} to {last[name]}"
        for name, limit in most.items()
        if last[name] - first[name] >= limit
    ]
