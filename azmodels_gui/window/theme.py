# SPDX-License-Identifier: MIT
"""How the window looks: its tokens, and which look is on; light, dark and high contrast."""

from collections.abc import Callable
from enum import StrEnum
from string import Template

from msgspec import Struct
from msgspec.structs import asdict
from PySide6.QtCore import QDir, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QIcon,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtWidgets import QApplication

from azmodels_gui import resources_folder

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


Role = QPalette.ColorRole
Group = QPalette.ColorGroup
FONT = "Inter"
STYLE_SHEET = "window.qss"


def palette_of(tokens: Tokens) -> QPalette:
    """Return the palette that Fusion paints with."""
    palette = QPalette()
    for role, colour in _roles(tokens).items():
        palette.setColor(role, QColor(colour))
    for role in (Role.WindowText, Role.Text, Role.ButtonText, Role.HighlightedText):
        palette.setColor(Group.Disabled, role, QColor(tokens.faint))
    return palette


def _roles(tokens: Tokens) -> dict[QPalette.ColorRole, str]:
    return {
        Role.Window: tokens.window,
        Role.WindowText: tokens.text,
        Role.Base: tokens.surface,
        Role.AlternateBase: tokens.raised,
        Role.Text: tokens.text,
        Role.PlaceholderText: tokens.muted,
        Role.Button: tokens.raised,
        Role.ButtonText: tokens.text,
        Role.BrightText: tokens.on_accent,
        Role.ToolTipBase: tokens.surface,
        Role.ToolTipText: tokens.text,
        Role.Highlight: tokens.selection,
        Role.HighlightedText: tokens.text,
        Role.Accent: tokens.accent,
        Role.Link: tokens.accent,
        Role.LinkVisited: tokens.accent,
        Role.Light: tokens.raised,
        Role.Midlight: tokens.border,
        Role.Mid: tokens.border,
        Role.Dark: tokens.border,
        Role.Shadow: tokens.border,
    }


def style_sheet_of(tokens: Tokens, rules: str) -> str:
    """Return the rules of `STYLE_SHEET` with the colours and sizes of a look."""
    others = {
        "ring": f"{tokens.outline_px}px solid {tokens.focus}",
        "outline": tokens.outline_px,
        "thick_outline": tokens.outline_px + 1,
        "radius": RADIUS_PX,
        "target": TARGET_PX,
        "card_radius": CARD_RADIUS_PX,
        "tick": "white" if tokens.on_accent == "#ffffff" else "black",
    }
    return Template(rules).substitute(asdict(tokens), **others)


class ThemeChoice(StrEnum):
    """What the user can choose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


_FIXED = {ThemeChoice.LIGHT: LIGHT, ThemeChoice.DARK: DARK, ThemeChoice.CONTRAST: CONTRAST}


class Theme(QObject):
    """Keeps the look that windows are made in, and hands out its tokens and icons.

    A widget takes its colours when it is made: another look is another window, as another
    language is. To restyle what is there takes Qt a second, and ended the process now and then.

    Signals:
        changed: the tokens are others now; who makes windows makes another.
    """

    changed = Signal()

    def __init__(self, read: ReadResource, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._icons = Icons(read)
        self._rules = read(STYLE_SHEET).decode()
        QDir.setSearchPaths("icons", [str(resources_folder() / "icons")])
        _write_in_own_font(read)
        self._choice = ThemeChoice.SYSTEM
        self._tokens = LIGHT
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_system_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self._on_system_changed)

    @property
    def choice(self) -> ThemeChoice:
        """What the user chose."""
        return self._choice

    @property
    def tokens(self) -> Tokens:
        """The colours of what is made from now on."""
        return self._tokens

    @property
    def rules(self) -> str:
        """The style sheet of a window; what is in it, and its dialogs, follow it."""
        return style_sheet_of(self._tokens, self._rules)

    def icon(self, name: str, colour: str = "", *, with_gap: bool = False) -> QIcon:
        """Return an icon in a colour, or in that of the text."""
        return self._icons.icon(name, colour or self._tokens.text, with_gap=with_gap)

    def choose(self, choice: ThemeChoice) -> None:
        """Take a choice."""
        self._choice = choice
        self._take(_FIXED.get(choice) or _system_tokens())

    def _take(self, tokens: Tokens) -> None:
        before, self._tokens = self._tokens, tokens
        QApplication.setPalette(palette_of(tokens))
        if tokens is not before:
            self.changed.emit()

    @Slot()
    def _on_system_changed(self) -> None:
        if self._choice is ThemeChoice.SYSTEM:
            self._take(_system_tokens())


def _write_in_own_font(read: ReadResource) -> None:
    """Write everything in the font that comes with the program, in the size of the system's.

    Its digits are all of one width, so that figures stand below each other; what it has no sign
    for comes from the system's fonts.
    """
    font = QApplication.font()
    if font.family() == FONT:
        return
    for weight in ("Regular", "Bold"):
        QFontDatabase.addApplicationFontFromData(read(f"fonts/{FONT}-{weight}.otf"))
    font.setFamily(FONT)
    font.setFeature(QFont.Tag("tnum"), 1)
    QApplication.setFont(font)


def _system_tokens() -> Tokens:
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return CONTRAST
    return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT
