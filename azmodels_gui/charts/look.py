# SPDX-License-Identifier: MIT
"""The colours and the type of a drawing: paper has its own, a window gives those of its look."""

from dataclasses import dataclass

FAMILIES = "Segoe UI, Helvetica Neue, DejaVu Sans, sans-serif"


@dataclass(frozen=True)
class Look:
    """Colours as #rrggbb; lines and areas are told apart by dash and hatching as well."""

    ground: str
    text: str
    muted: str
    grid: str
    strokes: tuple[str, str, str, str]
    """Paid per token, by the hour, by the month, by the year."""
    strong: str
    soft: str
    faint: str
    spilled: str
    """Lines of what is hatched."""
    spilled_ground: str
    size: float = 10.5
    """Of the type, in the unit of the drawing."""
    family: str = FAMILIES


PAPER = Look(
    ground="#ffffff",
    text="#1a1d24",
    muted="#5b6472",
    grid="#d9dde3",
    strokes=("#1f3a5f", "#5b6472", "#94400a", "#0a6b40"),
    strong="#1f3a5f",
    soft="#a9b8cc",
    faint="#dfe4eb",
    spilled="#8a3a0c",
    spilled_ground="#fdf0df",
)
