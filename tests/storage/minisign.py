# SPDX-License-Identifier: MIT
"""The real minisign, which checks what we sign and signs what we check."""

import shutil
import subprocess

import pytest


def minisign_or_skip() -> str:
    """Return where minisign is."""
    found = shutil.which("minisign")
    if found is None:
        pytest.skip("minisign is not installed (Debian's package of that name)")
    return found


def run_minisign(
    minisign: str, *arguments: object, typed: str | None = None, most_kib: int | None = None
) -> None:
    """Run it without a terminal.

    Args:
        minisign: where it is.
        arguments: of the command.
        typed: a password, as often as it asks for one; None: it cannot ask.
        most_kib: what it may use of the memory.
    """
    limit = () if most_kib is None else ("sh", "-c", f'ulimit -v {most_kib}; exec "$@"', "sh")
    subprocess.run(
        [*limit, minisign, *map(str, arguments)],
        check=True,
        capture_output=True,
        input=b"" if typed is None else f"{typed}\n{typed}\n".encode(),
        timeout=60,
    )
