# SPDX-License-Identifier: MIT
"""A walk that goes wrong, made shorter until nothing can be left out."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from typing import Any

Step = dict[str, Any]


def _fault_of(steps: list[Step]) -> tuple[int, str] | None:
    """Return after how many steps a walk fails, and how; None: it does not.

    It is done in a process of its own.
    """
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
        file.write("\n".join(map(json.dumps, steps)))
        file.flush()
        command = [sys.executable, "-m", "tests.end_to_end.walker", "--replay", file.name]
        ran = subprocess.run(command, capture_output=True, check=False)
    if ran.returncode == 0:
        return None
    try:
        first = json.loads(ran.stdout)["faults"][0]
    except ValueError:  # it ended without a word
        return len(steps), f"exit code {ran.returncode}"
    return first["step"], first["what"]


def shrink(
    steps: list[Step], fault_of: Callable[[list[Step]], tuple[int, str] | None] = _fault_of
) -> list[Step]:
    """Return the shortest walk found that goes wrong as one does.

    Args:
        steps: of that one.
        fault_of: returns after how many steps a walk fails, and how.
    """
    fault = fault_of(steps)
    if fault is None:
        raise SystemExit("this walk does not fail")
    count, what = fault
    steps = steps[:count]
    size = max(1, len(steps) // 2)
    while size >= 1:
        at = 0
        while at < len(steps):
            fewer = steps[:at] + steps[at + size :]
            found = fault_of(fewer)
            if found is not None and found[1] == what:
                steps = fewer[: found[0]]
                print(f"{len(steps)} steps: {what}", file=sys.stderr)
            else:
                at += size
        size //= 2
    return steps
