# SPDX-License-Identifier: MIT
"""Elements of SVG as text, and how wide words are."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from html import escape  # `xml.sax.saxutils` brings 50 modules of networking along
from itertools import repeat

from azmodels_gui.charts.labels import Box

_USUAL = 0.66
_WIDTHS = {
    letter: width
    for letters, width in (
        ("\N{NARROW NO-BREAK SPACE}", 0.19),
        ("ijlI'|", 0.26),
        (" .,:;!·\N{NO-BREAK SPACE}", 0.29),
        ("frt()[]/", 0.38),
        ("⁰¹²³⁴⁵⁶⁷⁸⁹", 0.44),
        ("–-?", 0.51),
        ("acksvxyzJLä", 0.57),
        ("ehnouEFöüéè", 0.61),
        ("CDGHNOQUÖÜ", 0.77),
        ("w%…", 0.83),
        ("mM", 0.9),
        ("W@→●○■▲", 1.02),
    )
    for letter in letters
}
"""Of the program's own font, upwards, digits as they stand below each other."""
_BOLD = 1.06
_TO_ESCAPE = re.compile(r"[&<>\"\n\r\t]").search
"""Finds what hardly any attribute has: looking for it costs a tenth of replacing it."""
_IN_QUOTES = str.maketrans({'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})


@lru_cache(2_000)
def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return about how wide a text is, rather too wide: no font is asked, so that all agree."""
    wide = sum(map(_WIDTHS.get, text, repeat(_USUAL))) * size
    return wide * _BOLD if bold else wide


def number(value: float) -> str:
    """Return a coordinate with at most one place more than a pixel has."""
    return f"{value:.1f}".removesuffix(".0")


def element(name: str, text: str | None = None, /, **attributes: object) -> str:
    """Return one element; underscores in names of attributes become hyphens."""
    written = "".join(
        [
            f" {key.replace('_', '-')}={_quoted(value)}"
            for key, value in attributes.items()
            if value not in (None, "")
        ]
    )
    return (
        f"<{name}{written}/>"
        if text is None
        else f"<{name}{written}>{escape(text, quote=False)}</{name}>"
    )


def polyline(points: Iterable[tuple[float, float]], **look: object) -> str:
    """Return straight lines from point to point."""
    told = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return element("polyline", points=told, fill="none", stroke_linejoin="round", **look)


def document(width: float, height: float, parts: Iterable[str], title: str, **type_: object) -> str:
    """Return the whole picture, with its title for screen readers and its type for all texts."""
    size = f'width="{number(width)}" height="{number(height)}"'
    box = f'viewBox="0 0 {number(width)} {number(height)}"'
    opened = f'<svg xmlns="http://www.w3.org/2000/svg" {size} {box} role="img"'
    group = element("g", "", **type_).removesuffix("</g>")
    return f"{opened} aria-label={_quoted(title)}>{group}{''.join(parts)}</g></svg>"


def boxes(found: Sequence[Box]) -> str:
    """Return rectangles as one path: a few hundred cost little."""
    return "".join(f"M{x:.1f} {y:.1f}h{w:.1f}v{h:.1f}h{-w:.1f}z" for x, y, w, h in found)


def hatches(found: Sequence[Box], gap: float) -> str:
    """Return slanted lines inside of rectangles as one path; patterns are not vectors in Qt."""
    told = []
    for left, top, wide, high in found:
        right, bottom = left + wide, top + high
        at = ((left + top) // gap + 1) * gap  # the same everywhere: hatches of neighbours meet
        while at < right + bottom:
            x0, x1 = max(left, at - bottom), min(right, at - top)
            told.append(f"M{x0:.1f} {at - x0:.1f}L{x1:.1f} {at - x1:.1f}")
            at += gap
    return "".join(told)


def _quoted(value: object) -> str:
    if isinstance(value, float):
        return f'"{number(value)}"'
    text = str(value)
    if _TO_ESCAPE(text):
        text = escape(text, quote=False).translate(_IN_QUOTES)
    return f'"{text}"'
