# SPDX-License-Identifier: MIT
"""How wide columns are, and where a table is too wide for the paper and goes on below."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDE_LABEL, NARROW_LABEL = 0.34, 0.185
"""Share of the width that the label column takes: at most, and where columns need the room."""
EASE = 1.1
"""So much of what they need the columns get before labels are set wider."""


@dataclass(frozen=True)
class Need:
    """What a column asks for."""

    least: float
    """Its longest word fits."""
    ideal: float
    """Its longest cell fits on one line."""


@dataclass(frozen=True)
class ColumnPart:
    """Columns that stand side by side, beside the repeated label column."""

    columns: tuple[int, ...]
    label: float
    """Width of the label column."""
    widths: tuple[float, ...]


def column_parts(
    label: Need, needs: Sequence[Need], width: float, *, alike: bool
) -> list[ColumnPart]:
    """Return the parts of a table, as few as fit, about equally many columns in each.

    Args:
        label: what the label column asks for.
        needs: what the other columns ask for.
        width: of the paper.
        alike: whether the columns compare the same things: then they are equally wide if they can.
    """
    label_width = _label_width(label, sum(need.least for need in needs), width)
    room = width - label_width
    parts = _packed([min(need.least, room) for need in needs], room)
    return [
        ColumnPart(
            tuple(part), label_width, _widths([needs[column] for column in part], room, alike=alike)
        )
        for part in parts
    ]


def _label_width(label: Need, least: float, width: float) -> float:
    """Return what the columns leave, within bounds; long words of labels come first."""
    left = min(max(width - least * EASE, width * NARROW_LABEL), width * WIDE_LABEL)
    return min(max(label.least, min(label.ideal, left)), width * 0.5)


def _packed(least: Sequence[float], room: float) -> list[list[int]]:
    """Return columns by part; tried with more and more parts until each has room enough."""
    count = len(least)
    for parts in range(1, count + 1):
        tried = _shared_out(count, parts)
        if all(sum(least[column] for column in part) <= room for part in tried):
            return tried
    return [[column] for column in range(count)]


def _shared_out(count: int, parts: int) -> list[list[int]]:
    each, more = divmod(count, parts)
    found, begin = [], 0
    for part in range(parts):
        end = begin + each + (part < more)
        found.append(list(range(begin, end)))
        begin = end
    return found


def _widths(needs: Sequence[Need], room: float, *, alike: bool) -> tuple[float, ...]:
    """Share the room out: what each needs, then by what each would like."""
    least = [min(need.least, room) for need in needs]
    if alike and max(least) * len(needs) <= room:
        return (room / len(needs),) * len(needs)
    wishes = [max(need.ideal - need.least, 0.0) for need in needs]
    spare, wanted = room - sum(least), sum(wishes)
    if wanted <= spare:
        even = (spare - wanted) / len(needs)
        return tuple(width + wish + even for width, wish in zip(least, wishes, strict=True))
    return tuple(width + spare * wish / wanted for width, wish in zip(least, wishes, strict=True))
