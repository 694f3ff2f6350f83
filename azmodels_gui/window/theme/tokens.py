# SPDX-License-Identifier: MIT
"""Design tokens: the only place where colours, spaces and sizes are written down."""

from collections.abc import Callable
from enum import StrEnum

from msgspec import Struct
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

ReadResource = Callable[[str], bytes]
"""Returns the bytes of a file below `resources/`, given its path there."""

SIZES_PX = (16, 32, 48)
"""For screens of 100, 200 and 300 %."""
ICON_PX, GAP_PX = 16, 4
"""Of an icon, and between it and the words: Qt leaves hardly any room there."""


class Icons:
    """Icons by name, drawn once per colour: Qt keeps what it makes of each new one."""

    def __init__(self, read: ReadResource) -> None:
        self._read = read
        self._drawn: dict[tuple[str, str, bool], QIcon] = {}

    def icon(self, name: str, colour: str, *, with_gap: bool = False) -> QIcon:
        """Return `resources/icons/<name>.svg` with its `currentColor` replaced.

        Args:
            name: of the icon.
            colour: of its lines.
            with_gap: leave room at its right, which Qt draws as a part of it.
        """
        key = (name, colour, with_gap)
        if key not in self._drawn:
            icon = _with_gap(self.icon(name, colour)) if with_gap else self._draw(name, colour)
            self._drawn[key] = icon
        return self._drawn[key]

    def _draw(self, name: str, colour: str) -> QIcon:
        template = self._read(f"icons/{name}.svg").decode()
        icon = QIcon()
        for size in SIZES_PX:
            sized = template.replace('width="16" height="16"', f'width="{size}" height="{size}"')
            drawn = QPixmap()
            drawn.loadFromData(sized.replace("currentColor", colour).encode())
            icon.addPixmap(drawn)
        return icon


def _with_gap(icon: QIcon) -> QIcon:
    spaced = QIcon()
    for size in SIZES_PX:
        drawn = QPixmap(size * (ICON_PX + GAP_PX) // ICON_PX, size)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        painter.drawPixmap(0, 0, icon.pixmap(QSize(size, size), 1.0))
        painter.end()
        spaced.addPixmap(drawn)
    return spaced


class Tone(StrEnum):
    """What a colour says; a word or a shape always says the same."""

    PLAIN = "plain"
    ACCENT = "accent"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"
    MUTED = "muted"


class Ink(Struct, frozen=True):
    """Text on a patch of colour."""

    text: str
    fill: str
    edge: str


class ZoneInk(Struct, frozen=True):
    """A data zone on the map: its countries, the line around them, its name."""

    fill: str
    line: str
    text: str


class MapInks(Struct, frozen=True):
    """The map behind the dots; quiet, so that the dots speak."""

    sea: str
    land: str
    border: str
    """Between countries."""
    zones: tuple[ZoneInk, ...]
    """By the order of the zones in the catalogue, from the first again after the last."""


class Tokens(Struct, frozen=True):
    """The colours of one look, as #rrggbb."""

    name: str
    window: str
    """Behind everything."""
    surface: str
    """Tables, trees, fields, panes."""
    raised: str
    """Header cells, buttons."""
    border: str
    """Lines that part things; decoration."""
    edge: str
    """Around what can be pressed or filled in: 3:1 on `surface`."""
    text: str
    muted: str
    """Labels and notes; still 4.5:1 on `surface`."""
    faint: str
    """What cannot be chosen now."""
    accent: str
    """The one accent colour: links, focus, what is active."""
    on_accent: str
    selection: str
    focus: str
    inks: dict[Tone, Ink]
    map: MapInks
    outline_px: int = 1


SPACE_XS, SPACE_S, SPACE_M, SPACE_L = 4, 8, 12, 16
"""The steps of all distances, in device-independent pixels."""

RADIUS_PX, CARD_RADIUS_PX = 6, 8
"""Of the corners of fields, combo boxes and buttons; of cards."""

TARGET_PX = 24
"""What can be pressed is at least as wide and high (WCAG 2.2, 2.5.8)."""

TITLE_PT, NOTE_PT = 5.0, -0.5
AMOUNT_PT, CARD_PT = 6.5, 0.5
"""The type scale: points added to the system's font size."""

LIGHT = Tokens(
    name="light",
    window="#f4f6f8",
    surface="#ffffff",
    raised="#f8f9fb",
    border="#e1e5ea",
    edge="#848e9c",
    text="#1a222d",
    muted="#566072",
    faint="#9aa3b0",
    accent="#0b5cad",
    on_accent="#ffffff",
    selection="#dceaf8",
    focus="#0b5cad",
    inks={
        Tone.PLAIN: Ink("#4a5466", "#ffffff", "#848e9c"),
        Tone.ACCENT: Ink("#0b5cad", "#e6f0fa", "#a9cdf0"),
        Tone.GOOD: Ink("#0f6e3f", "#e5f4eb", "#9fd6b9"),
        Tone.WARN: Ink("#8a4b00", "#fff3df", "#efc894"),
        Tone.BAD: Ink("#a8200d", "#fde9e6", "#f1b1ad"),
        Tone.MUTED: Ink("#566072", "#eef1f5", "#e1e5ea"),
    },
    map=MapInks(
        sea="#fbfcfd",
        land="#e7e9ee",
        border="#fbfcfd",
        zones=(
            ZoneInk("#d9def3", "#7f8cc8", "#4a568f"),
            ZoneInk("#d8eadf", "#86b79a", "#33684a"),
            ZoneInk("#f3e5cf", "#cfae78", "#7c5a1e"),
        ),
    ),
)

DARK = Tokens(
    name="dark",
    window="#12161b",
    surface="#1a2027",
    raised="#20272f",
    border="#2e3742",
    edge="#738091",
    text="#e7ecf2",
    muted="#a7b2c0",
    faint="#6c7887",
    accent="#6cb2f5",
    on_accent="#0d1824",
    selection="#1b3b5a",
    focus="#6cb2f5",
    inks={
        Tone.PLAIN: Ink("#bcc6d2", "#1a2027", "#738091"),
        Tone.ACCENT: Ink("#86c0fa", "#173049", "#2f5580"),
        Tone.GOOD: Ink("#62cb91", "#16352a", "#256148"),
        Tone.WARN: Ink("#f0b45c", "#3a2c15", "#6d5020"),
        Tone.BAD: Ink("#ff9082", "#431b1b", "#7d3432"),
        Tone.MUTED: Ink("#a7b2c0", "#2a333e", "#2e3742"),
    },
    map=MapInks(
        sea="#1b1e22",
        land="#2d3239",
        border="#1b1e22",
        zones=(
            ZoneInk("#2f3553", "#6f7dc2", "#aeb8ec"),
            ZoneInk("#294236", "#5f9a78", "#93cfab"),
            ZoneInk("#463a28", "#a1844f", "#dcbb80"),
        ),
    ),
)

CONTRAST = Tokens(
    name="contrast",
    window="#000000",
    surface="#000000",
    raised="#000000",
    border="#ffffff",
    edge="#ffffff",
    text="#ffffff",
    muted="#ffffff",
    faint="#b8b8b8",
    accent="#ffe34d",
    on_accent="#000000",
    selection="#003f8c",
    focus="#ffe34d",
    inks={
        Tone.PLAIN: Ink("#ffffff", "#000000", "#ffffff"),
        Tone.ACCENT: Ink("#7fd4ff", "#000000", "#7fd4ff"),
        Tone.GOOD: Ink("#5dff9b", "#000000", "#5dff9b"),
        Tone.WARN: Ink("#ffd24d", "#000000", "#ffd24d"),
        Tone.BAD: Ink("#ff9a9a", "#000000", "#ff9a9a"),
        Tone.MUTED: Ink("#ffffff", "#000000", "#b8b8b8"),
    },
    map=MapInks(
        sea="#000000",
        land="#2e2e2e",
        border="#000000",
        zones=(
            ZoneInk("#23235c", "#b9b9ff", "#d0d0ff"),
            ZoneInk("#0d3d1f", "#5dff9b", "#9dffc3"),
            ZoneInk("#4a3800", "#ffd24d", "#ffe085"),
        ),
    ),
    outline_px=2,
)
