# SPDX-License-Identifier: MIT
"""Drawing with SVG for paper: light, without theme, told apart without colour."""

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

INK, MUTED, HAIRLINE, FAINT = "#1a1d24", "#5b6472", "#c9ced6", "#eef0f3"
FONT = "Segoe UI, Helvetica Neue, DejaVu Sans, sans-serif"
TONES = ("#1f3a5f", "#7a99bd", "#3d6b5c", "#a8874a")
"""Fills that stay apart in greyscale; labels stand beside each mark all the same."""
DASHES = ("", "7 3", "2 3", "9 3 2 3")


def number(value: float) -> str:
    """Return a coordinate with at most two places."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def element(name: str, text: str | None = None, **attributes: object) -> str:
    """Return one element; underscores in names of attributes become hyphens."""
    written = "".join(
        f" {key.replace('_', '-')}={quoteattr(_value(value))}"
        for key, value in attributes.items()
        if value not in (None, "")
    )
    return f"<{name}{written}/>" if text is None else f"<{name}{written}>{escape(text)}</{name}>"


def label(
    x: float, y: float, text: str, *, anchor: str = "start", size: float = 10, **more: object
) -> str:
    """Return a text at a place."""
    attributes: dict[str, object] = {
        "fill": INK,
        "text_anchor": anchor,
        "font_size": size,
        "font_weight": "normal",
        "font_family": FONT,
    }
    return element("text", text, **(attributes | {"x": x, "y": y} | more))


def line(x1: float, y1: float, x2: float, y2: float, **more: object) -> str:
    """Return a straight line; a hairline where nothing else is said."""
    attributes: dict[str, object] = {"x1": x1, "y1": y1, "x2": x2, "y2": y2}
    attributes |= {"stroke": HAIRLINE, "stroke_width": 0.7} | more
    return element("line", None, **attributes)


def bar(x: float, y: float, width: float, height: float, fill: str) -> str:
    """Return a filled bar with a thin outline, so that light fills stay visible."""
    return element(
        "rect", x=x, y=y, width=width, height=height, fill=fill, stroke=INK, stroke_width=0.4
    )


def drawing(width: float, height: float, parts: Iterable[str], title: str) -> str:
    """Return the whole picture, with its title for screen readers."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{number(width)}" '
        f'height="{number(height)}" viewBox="0 0 {number(width)} {number(height)}" '
        f'role="img" aria-label={quoteattr(title)}>' + "".join(parts) + "</svg>"
    )


def _value(value: object) -> str:
    return number(value) if isinstance(value, float) else str(value)
