# SPDX-License-Identifier: MIT
"""Python in a process of its own, at the root of the repository."""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parents[1]
LONGEST_S = 120


def python(
    *arguments: object, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Return what became of Python with these arguments.

    Args:
        arguments: `-c` and code, or `-m` and a module, and what it is given.
        environment: all of its environment; None: that of this process.
    """
    return subprocess.run(
        [sys.executable, *map(str, arguments)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=LONGEST_S,
    )


def told(*arguments: object) -> str:
    """Return what Python printed, which ended well."""
    ran = python(*arguments)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout
