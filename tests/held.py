# SPDX-License-Identifier: MIT
"""How much memory libraries written in C hold, as far as the C library tells it."""

import ctypes
import platform

import pytest

tells_held = pytest.mark.skipif(
    platform.libc_ver()[0] != "glibc", reason="glibc alone tells what it holds"
)


class _Told(ctypes.Structure):
    """What glibc's `mallinfo2` tells, in bytes."""

    _fields_ = [
        (name, ctypes.c_size_t)
        for name in (
            *("arena", "ordblks", "smblks", "hblks", "by_itself"),
            *("usmblks", "fsmblks", "in_use", "fordblks", "keepcost"),
        )
    ]


def held_bytes() -> int:
    library = ctypes.CDLL(None)
    library.mallinfo2.restype = _Told
    told = library.mallinfo2()
    held: int = told.in_use + told.by_itself
    return held
