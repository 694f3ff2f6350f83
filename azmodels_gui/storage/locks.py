# SPDX-License-Identifier: MIT
"""A lock that programs on one machine share: a file of which the system knows who holds it."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

WAIT_S = 5.0
LOOK_EVERY_S = 0.02


class Busy(Exception):
    """Another program holds the lock longer than we wait."""


@contextmanager
def locked(path: Path, wait_s: float = WAIT_S) -> Iterator[None]:
    """Hold the lock of this file while the block runs; the file stays, empty.

    Raises:
        Busy: another program held it for all of `wait_s`.
        OSError: the file cannot be made.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        _acquire(descriptor, time.monotonic() + wait_s)
        yield
    finally:
        os.close(descriptor)  # which releases it, as the end of the process does


def _acquire(descriptor: int, until: float) -> None:
    while not _try(descriptor):
        if time.monotonic() >= until:
            raise Busy
        time.sleep(LOOK_EVERY_S)


if sys.platform == "win32":
    import msvcrt

    def _try(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True
else:
    import fcntl

    def _try(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
