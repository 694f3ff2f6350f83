# SPDX-License-Identifier: MIT
"""Which look is on: the user's choice, or the system's."""

from enum import StrEnum
from string import Template

from msgspec.structs import asdict
from PySide6.QtCore import QDir, QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from azmodels_gui import resources_folder
from azmodels_gui.window.theme.tokens import (
    CARD_RADIUS_PX,
    CONTRAST,
    DARK,
    LIGHT,
    RADIUS_PX,
    TARGET_PX,
    Icons,
    ReadResource,
    Tokens,
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
