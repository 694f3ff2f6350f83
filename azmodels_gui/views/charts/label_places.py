# SPDX-License-Identifier: MIT
"""Where the names of lines stand so that they do not lie over each other."""

from collections.abc import Sequence

LABEL_PX = 18
"""Height of a name with a little air."""


def above_or_below(heights_px: Sequence[float]) -> list[bool]:
    """Tell for each line whether its name stands above it; otherwise it stands below.

    A name stands above its line unless another line is so close above that the names, or the
    name and that line, would touch.
    """
    return [not any(0 < other - mine < LABEL_PX for other in heights_px) for mine in heights_px]
