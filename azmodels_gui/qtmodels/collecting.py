# SPDX-License-Identifier: MIT
"""Keeps Python's own housekeeping of large catalogues from holding up the window."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from azmodels_gui.catalog.index import CatalogIndex


@contextmanager
def without_collecting() -> Iterator[None]:
    """Look for no garbage while a catalogue is made, and never among its parts.

    With 11,000 entries one such look takes half a second, in whichever thread it comes. A
    catalogue has no circles: it is freed without it.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_enabled:
            gc.enable()


def parts_of(index: CatalogIndex) -> list[object]:
    """Return what a catalogue consists of, so that the whole can go while its parts remain."""
    return [*index.entries, *index.catalog.models]


def release(parts: list[object]) -> None:
    """Free the parts one by one: other threads can go on in between."""
    while parts:
        parts.pop()
