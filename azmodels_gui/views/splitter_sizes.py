# SPDX-License-Identifier: MIT
"""Remembered sizes of the parts between splitters."""

from PySide6.QtWidgets import QSplitter


def restore_sizes(splitters: tuple[QSplitter, ...], kept: object) -> None:
    """Set the sizes that were kept; whatever does not fit is passed over."""
    if not isinstance(kept, list):
        return
    for splitter, sizes in zip(splitters, kept, strict=False):
        fits = isinstance(sizes, list) and len(sizes) == splitter.count()
        if fits and all(isinstance(size, int) and size > 0 for size in sizes):
            splitter.setSizes(sizes)
