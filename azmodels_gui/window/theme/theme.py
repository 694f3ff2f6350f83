# SPDX-License-Identifier: MIT
"""Which look is on: the user's choice, or the system's."""

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QFont, QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from azmodels_gui.window.theme.palette import palette_of, style_sheet_of
from azmodels_gui.window.theme.tokens import CONTRAST, DARK, LIGHT, Icons, ReadResource, Tokens


class ThemeChoice(StrEnum):
    """What the user can choose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


_FIXED = {ThemeChoice.LIGHT: LIGHT, ThemeChoice.DARK: DARK, ThemeChoice.CONTRAST: CONTRAST}


class Theme(QObject):
    """Applies the look to the application and hands out its tokens and icons.

    Signals:
        changed: the tokens are others now; whoever keeps colours or icons takes new ones.
    """

    changed = Signal()

    def __init__(self, read: ReadResource, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._icons = Icons(read)
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
        """The colours on show."""
        return self._tokens

    def icon(self, name: str, colour: str = "") -> QIcon:
        """Return an icon in a colour, or in that of the text."""
        return self._icons.icon(name, colour or self._tokens.text)

    def choose(self, choice: ThemeChoice) -> None:
        """Apply a choice at once."""
        self._choice = choice
        self._apply(_FIXED.get(choice) or _system_tokens())

    def use_font(self, font: QFont) -> None:
        """Write everything in another font from now on."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            # While rules are set, widgets that are there already keep the font they have.
            app.setStyleSheet("")
            app.setFont(font)
            app.setStyleSheet(style_sheet_of(self._tokens))
            self.changed.emit()

    def _apply(self, tokens: Tokens) -> None:
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            return
        self._tokens = tokens
        rules = style_sheet_of(tokens)
        if app.styleSheet() == rules:
            return
        if app.style().objectName() != "fusion":
            app.setStyle("Fusion")
        app.setPalette(palette_of(tokens))
        app.setStyleSheet(rules)
        self.changed.emit()

    @Slot()
    def _on_system_changed(self) -> None:
        if self._choice is ThemeChoice.SYSTEM and _system_tokens() is not self._tokens:
            self._apply(_system_tokens())


def _system_tokens() -> Tokens:
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return CONTRAST
    return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT
