# SPDX-License-Identifier: MIT
"""Looks for garbage in the thread of the window alone.

Python looks for circles in whichever thread makes the next object. A window that went is such
a circle; found while the background works, its widgets would be taken apart in that thread, which
ends the process. So Python's own search stays off, and the thread of the window asks often.
"""

import gc


def collect_due() -> None:
    """Look where Python would have looked by now: the oldest generation that is due."""
    thresholds, counts = gc.get_threshold(), gc.get_count()
    for generation in (2, 1, 0):
        if counts[generation] > thresholds[generation]:
            gc.collect(generation)
            return
