# SPDX-License-Identifier: MIT
"""Which look is on: the user's choice, or the system's."""

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from azmodels_gui.window.theme.tokens import (
    CONTRAST,
    DARK,
    LIGHT,
    SPACE_S,
    SPACE_XS,
    Icons,
    ReadResource,
    Tokens,
)

Role = QPalette.ColorRole
Group = QPalette.ColorGroup


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


def style_sheet_of(tokens: Tokens) -> str:
    """Return what the palette cannot say: flat frames, tabs, focus rings.

    Item views have no rules here: their delegates paint, which is many times faster.
    """
    ring = f"{tokens.outline_px}px solid {tokens.focus}"
    edge = f"1px solid {tokens.border}"
    return f"""
    QToolTip {{ color: {tokens.text}; background: {tokens.surface}; border: {edge};
        padding: {SPACE_XS}px; }}
    #page_bar, #filter_panel, #details {{ background: {tokens.surface}; }}
    #page_bar {{ border-bottom: {edge}; }}
    QMenu {{ background: {tokens.surface}; border: {edge}; }}
    QMenuBar {{ background: {tokens.surface}; }}
    QStatusBar {{ background: {tokens.surface}; border-top: {edge}; }}
    QStatusBar::item {{ border: none; }}
    QSplitter::handle {{ background: {tokens.border}; }}
    QSplitter[gap="true"]::handle {{ background: transparent; }}
    QTableCornerButton::section {{ background: {tokens.raised}; border: none;
        border-bottom: {edge}; }}
    QHeaderView::section {{ background: {tokens.raised}; color: {tokens.muted}; border: none;
        border-bottom: {edge}; padding: {SPACE_XS}px {SPACE_S}px; font-weight: 600; }}
    QLineEdit, QPlainTextEdit {{ background: {tokens.surface}; border: {edge}; border-radius: 4px;
        padding: 3px {SPACE_XS}px; }}
    QLineEdit:focus, QPlainTextEdit:focus {{ border: {ring}; }}
    QPushButton, QToolButton[framed="true"] {{ background: {tokens.surface}; border: {edge};
        border-radius: 4px; padding: 4px 10px; }}
    QPushButton:hover, QToolButton[framed="true"]:hover {{ background: {tokens.selection}; }}
    QPushButton:focus, QToolButton:focus {{ border: {ring}; }}
    QToolButton {{ border: 1px solid transparent; border-radius: 4px; padding: 3px 6px; }}
    QStatusBar QToolButton {{ padding: 0 6px; margin: 0; color: {tokens.accent}; }}
    QToolButton[popupMode="2"] {{ padding-right: 16px; }}
    QToolButton::menu-indicator {{ subcontrol-position: right center;
        subcontrol-origin: padding; right: 3px; }}
    QToolButton[quiet="true"] {{ padding: 3px 6px; }}
    QToolButton[quiet="true"]::menu-indicator {{ image: none; }}
    QToolButton[choice="true"] {{ color: {tokens.muted}; }}
    QToolButton[choice="true"]:checked {{ color: {tokens.accent};
        background: {tokens.selection}; }}
    QLabel[values="true"] {{ background: {tokens.surface}; color: {tokens.text};
        border: {edge}; border-radius: 4px; padding: {SPACE_XS}px; }}
    QToolButton:hover {{ background: {tokens.selection}; }}
    QToolButton[page="true"] {{ color: {tokens.muted}; padding: 5px 12px; }}
    QToolButton[page="true"]:checked {{ color: {tokens.accent}; font-weight: 600;
        background: {tokens.selection}; }}
    *[card="true"] {{ background: {tokens.surface}; border: {edge}; border-radius: 6px; }}
    #region_toolbar, #matrix_foot, #region_strip {{ background: {tokens.surface}; }}
    #region_toolbar {{ border-bottom: {edge}; }}
    #matrix_foot, #region_strip {{ border-top: {edge}; }}
    #matrix_corner {{ background: {tokens.raised}; color: {tokens.muted};
        border-right: 1px solid {tokens.muted}; border-bottom: 1px solid {tokens.muted};
        padding: {SPACE_XS}px {SPACE_S}px; }}
    #presentation_hint {{ background: {tokens.text}; color: {tokens.surface};
        border-radius: 6px; padding: {SPACE_S}px {2 * SPACE_S}px; }}
    #calculator_inputs {{ background: {tokens.surface}; }}
    QTabBar {{ background: transparent; qproperty-drawBase: 0; }}
    QTabBar::tab {{ padding: 6px 7px; color: {tokens.muted}; background: transparent;
        border: none; border-bottom: 2px solid transparent; }}
    QTabBar::tab:selected {{ color: {tokens.accent}; border-bottom-color: {tokens.accent}; }}
    QTabBar::tab:focus {{ color: {tokens.text}; border-bottom-color: {tokens.focus}; }}
    QScrollBar {{ background: {tokens.surface}; border: none; margin: 0; }}
    QAbstractScrollArea::corner {{ background: {tokens.surface}; border: none; }}
    QScrollBar:vertical {{ width: 11px; }}
    QScrollBar:horizontal {{ height: 11px; }}
    QScrollBar::handle {{ background: {tokens.border}; border-radius: 3px; margin: 2px;
        min-height: 24px; min-width: 24px; }}
    QScrollBar::handle:hover {{ background: {tokens.faint}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QTabWidget::pane {{ border: none; border-top: {edge}; }}
    """


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
