# SPDX-License-Identifier: MIT
"""Aligned columns of plain text."""

from collections.abc import Sequence

GAP = "  "
MAX_CELL = 40
"""A longer cell is cut; names in catalogues are shorter, absurd ones must not break the table."""


def aligned(
    header: Sequence[str], rows: Sequence[Sequence[str]], right: frozenset[int] = frozenset()
) -> list[str]:
    """Return the lines of a table with a rule under its header.

    Args:
        header: names of the columns.
        rows: as many cells each.
        right: columns whose cells stand to the right, such as numbers.
    """
    cut = [[_cut(cell) for cell in row] for row in (header, *rows)]
    widths = [max(map(len, column)) for column in zip(*cut, strict=True)]
    lines = [
        GAP.join(
            cell.rjust(width) if place in right else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in cut
    ]
    return [lines[0], GAP.join("-" * width for width in widths), *lines[1:]]


def _cut(cell: str) -> str:
    one_line = " ".join(cell[: MAX_CELL * 2].split())
    return one_line if len(one_line) <= MAX_CELL else f"{one_line[: MAX_CELL - 2]}.."
