# SPDX-License-Identifier: MIT
"""Sizes, fonts and inks of a sheet on paper. Light, whatever the theme of the program."""

from dataclasses import dataclass, replace
from functools import cache, lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPen

UNITS_PER_INCH = 1440
"""Sheets are laid out in twentieths of a point, then scaled to the device."""
POINT = UNITS_PER_INCH / 72
MILLIMETRE = UNITS_PER_INCH / 25.4
FAMILIES = ("Segoe UI", "Helvetica Neue", "Noto Sans", "DejaVu Sans")
"""The first one that is there; one of them comes with every system we run on."""

INK, MUTED = QColor("#1a1d24"), QColor("#565f6d")
WARNING, LINK = QColor("#8a3a0c"), QColor("#1f3a5f")
INKS = {"ink": INK, "muted": MUTED, "warning": WARNING, "link": LINK}
PENS = {name: QPen(colour) for name, colour in INKS.items()}
RULE, MIDLINE, HAIRLINE, BAND = "#1a1d24", "#9aa2ae", "#d9dde2", "#f0f1f4"


@dataclass(frozen=True, eq=False)
class Style:
    """How a text is set. Compared by identity: it is looked up for every word."""

    points: float
    bold: bool = False
    slanted: bool = False
    ink: str = "ink"

    @property
    def colour(self) -> QColor:
        """The ink as a colour."""
        return INKS[self.ink]

    @property
    def pen(self) -> QPen:
        """The ink as a pen."""
        return PENS[self.ink]


TITLE = Style(19, bold=True)
HEADING = Style(12, bold=True)
BODY = Style(8.5)
BODY_STRONG = Style(8.5, bold=True)
LABEL = Style(8.5, ink="muted")
COLUMN = Style(8.5, bold=True)
GROUP = Style(8.5, bold=True)
FACED = Style(8.5, slanted=True, ink="muted")
"""For what is unknown or disputed: never mistaken for a figure."""
ALERT = Style(8.5, ink="warning")
ALERT_STRONG = Style(8.5, bold=True, ink="warning")
LEAD = Style(9)
LEAD_MUTED = Style(9, ink="muted")
SMALL = Style(7.5)
SMALL_MUTED = Style(7.5, ink="muted")
SMALL_STRONG = Style(7.5, bold=True)
SMALL_LINK = Style(7.5, ink="link")
SIGN = Style(7.5)
SIGN_FAINT = Style(7.5, ink="muted")
SIGN_ALERT = Style(7.5, bold=True, ink="warning")
GRID_SIGN_POINTS = 5.6
"""Several signs in a cell are smaller, so that none touches the next."""
SLANT = 0.2
"""How far slanted letters lean: so much of their height."""
WIDEST = 1.2
"""No plain letter is wider, as a share of the font's size; a bold W comes near."""
LEADING = 1.22
"""Height of a line, as a share of the font's own line."""


@cache
def font_of(style: Style) -> QFont:
    """Return the font of a style, its size in layout units."""
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPixelSize(round(style.points * POINT))
    font.setBold(style.bold)
    # A ligature would be one character to whoever searches or copies: "oﬀer".
    font.setFeature(QFont.Tag.fromString("liga"), 0)
    # Whole advances (of 170 units to a letter): shorter numbers in a PDF, whose letters keep
    # their shape all the same.
    font.setHintingPreference(QFont.HintingPreference.PreferFullHinting)
    return font


@cache
def metrics_of(style: Style) -> QFontMetricsF:
    """Return the measures of a style's font."""
    return QFontMetricsF(font_of(style))


@cache
def pen(colour: str, width: float) -> QPen:
    """Return a pen for rules and bands, with square ends that go no further than the line."""
    return QPen(QColor(colour), width, c=Qt.PenCapStyle.FlatCap)


@cache
def baseline_of(style: Style) -> float:
    """Return how far below the top of a line its letters stand."""
    metrics = metrics_of(style)
    return (line_height(style) - metrics.height()) / 2 + metrics.ascent()


@cache
def line_height(style: Style) -> float:
    """Return the distance between two lines."""
    return round(style.points * POINT * LEADING * 1.14)


@cache
def cap_height(style: Style) -> float:
    """Return how high capitals are."""
    return metrics_of(style).capHeight()


@cache
def strong(style: Style) -> Style:
    """Return the style in bold letters and full ink."""
    return replace(style, bold=True, ink="ink")


@cache
def smaller(style: Style) -> Style:
    """Return the style for tables with many columns of short figures."""
    return replace(style, points=SMALL.points)


@cache
def in_grid(style: Style) -> Style:
    """Return the style of a sign that stands among others in its cell."""
    return replace(style, points=GRID_SIGN_POINTS)


@cache
def muted(style: Style) -> Style:
    """Return the style in a lighter ink."""
    return replace(style, ink="muted")


@lru_cache(maxsize=50_000)
def text_width(text: str, style: Style) -> float:
    """Return the width of a text on one line. Words come again and again: each is measured once."""
    words = text.split(" ")
    if len(words) == 1:
        return metrics_of(style).horizontalAdvance(text)
    spaces = (len(words) - 1) * space_width(style)
    return spaces + sum(text_width(word, style) for word in words if word)


def surely_fits(text: str, style: Style, width: float) -> bool:
    """Tell whether a text is so short that it need not be measured."""
    return text.isascii() and len(text) * WIDEST * style.points * POINT <= width


@cache
def space_width(style: Style) -> float:
    """Return the width of a space."""
    return metrics_of(style).horizontalAdvance(" ")
