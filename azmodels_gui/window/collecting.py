# SPDX-License-Identifier: MIT
"""Makes a large catalogue in the background without holding up the window."""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from azmodels_gui.catalog.index import CatalogIndex

SWITCH_S = 0.0005
"""A window that wants to answer waits this long for the other thread, instead of 5 ms."""
USUAL_S = sys.getswitchinterval()


@contextmanager
def switching_soon() -> Iterator[None]:
    """Let the thread of the window in within half a millisecond while this one works."""
    sys.setswitchinterval(SWITCH_S)
    try:
        yield
    finally:
        sys.setswitchinterval(USUAL_S)  # not what it was: another thread may be doing the same


@contextmanager
def window_first() -> Iterator[None]:
    """Let the thread of the window go first while this one makes a catalogue.

    No garbage is looked for meanwhile, and never among the catalogue's parts: with 11,000 entries
    one such look takes half a second, in whichever thread it comes. A catalogue has no circles,
    so that it is freed without it.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        with switching_soon():
            yield
    finally:
        gc.freeze()
        if was_enabled:
            gc.enable()


def parts_of(index: CatalogIndex) -> list[object]:
    """Return what a catalogue consists of, so that the whole can go while its parts remain."""
    return [*index.entries, *index.catalog.models]
