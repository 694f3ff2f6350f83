# SPDX-License-Identifier: MIT
"""What the palette cannot say: one style of control, flat frames, tabs, focus rings.

Item views have no rules here: their delegates paint, which is many times faster.
"""

from azmodels_gui.window.theme.tokens import SPACE_S, SPACE_XS, Tokens

RADIUS_PX = 6
"""Of fields, combo boxes and buttons; cards have two more."""
CONTROL_PX = 28
"""Height of fields, combo boxes and buttons."""
DENSE_PX = 26
"""Their height in a form of many fields."""


def style_sheet_of(tokens: Tokens) -> str:
    """Return the rules of a look.

    Pictures in them come from `icons:`, see `Theme`.
    """
    parts = (_fields, _buttons, _tabs, _marks, _places)
    return "".join(part(tokens) for part in parts)


_SHAPE = f"border-radius: {RADIUS_PX}px; min-height: {CONTROL_PX - 8}px; padding: 3px"
"""Fields, combo boxes and buttons have one height, one edge, one way to show the focus."""


def _edge(tokens: Tokens) -> str:
    return f"1px solid {tokens.edge}"


def _ring(tokens: Tokens) -> str:
    return f"{tokens.outline_px}px solid {tokens.focus}"


def _fields(tokens: Tokens) -> str:
    """Fields and combo boxes."""
    edge, ring = _edge(tokens), _ring(tokens)
    return f"""
    QLineEdit, QPlainTextEdit, QComboBox {{ background: {tokens.surface};
        border: {edge}; {_SHAPE} {SPACE_XS + 2}px; selection-background-color: {tokens.selection};
        selection-color: {tokens.text}; }}
    QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus,
    QComboBox:on {{ border: {ring}; }}
    QLineEdit:disabled, QComboBox:disabled, QPushButton:disabled, QPushButton:default:disabled,
    QToolButton[framed="true"]:disabled {{ background: {tokens.raised}; color: {tokens.faint};
        border-color: {tokens.border}; }}
    QAbstractSpinBox {{ min-height: {CONTROL_PX - 6}px; }}
    QComboBox QLineEdit, QComboBox:focus QLineEdit, QAbstractSpinBox QLineEdit {{
        border: none; padding: 0; min-height: 0; background: transparent; }}
    QComboBox::drop-down {{ border: none; width: 20px; }}
    QComboBox::down-arrow {{ image: url(icons:controls/chevron-down.svg); width: 14px;
        height: 14px; }}
    QComboBox QAbstractItemView {{ background: {tokens.surface}; border: {edge}; }}
    """


def _buttons(tokens: Tokens) -> str:
    """Buttons, also those with a menu, and choices that look like some.

    Framed tool buttons with an icon are as high as a field by their padding, as Qt adds three
    pixels: a least height would let layouts squeeze them below what large type needs.
    """
    edge, ring = _edge(tokens), _ring(tokens)
    return f"""
    QPushButton {{ background: {tokens.surface}; border: {edge}; {_SHAPE} {SPACE_S + SPACE_XS}px; }}
    QPushButton:hover, QToolButton:hover {{ background: {tokens.selection}; }}
    QPushButton:focus, QToolButton:focus, QToolButton[framed="true"]:focus {{ border: {ring}; }}
    QPushButton:default {{ background: {tokens.accent}; color: {tokens.on_accent};
        border-color: {tokens.accent}; font-weight: 600; }}
    QPushButton:default:focus {{ border: {tokens.outline_px + 1}px solid {tokens.text}; }}
    QToolButton {{ border: 1px solid transparent; border-radius: {RADIUS_PX}px;
        padding: 3px 6px; }}
    QToolButton[framed="true"] {{ background: {tokens.surface}; border: {edge};
        padding: 4px 6px 3px; }}
    QToolButton[quiet="true"] {{ padding: 3px 6px; }}
    QToolButton[popupMode="2"] {{ padding-right: 18px; }}
    QToolButton::menu-indicator, QPushButton::menu-indicator {{
        image: url(icons:controls/chevron-down.svg); width: 12px; height: 12px;
        subcontrol-position: right center; subcontrol-origin: padding; right: 3px; }}
    QToolButton[quiet="true"]::menu-indicator {{ image: none; }}
    QToolButton[choice="true"], QToolButton[page="true"] {{ color: {tokens.muted}; }}
    QToolButton[page="true"] {{ padding: 5px 12px; }}
    QToolButton[choice="true"]:checked, QToolButton[page="true"]:checked {{
        color: {tokens.accent}; background: {tokens.selection}; }}
    QToolButton[page="true"]:checked {{ font-weight: 600; }}
    """


def _tabs(tokens: Tokens) -> str:
    """Tabs."""
    return f"""
    QTabBar {{ background: transparent; qproperty-drawBase: 0; }}
    QTabBar::tab {{ padding: 6px 7px; color: {tokens.muted}; background: transparent;
        border: none; border-bottom: 2px solid transparent; }}
    QTabBar::tab:selected {{ color: {tokens.accent}; border-bottom-color: {tokens.accent}; }}
    QTabBar::tab:focus {{ color: {tokens.text}; border-bottom-color: {tokens.focus}; }}
    QTabBar::scroller {{ width: 26px; }}
    QTabBar QToolButton {{ background: {tokens.surface}; padding: 0; }}
    QTabBar QToolButton::left-arrow {{ image: url(icons:controls/chevron-left.svg); }}
    QTabBar QToolButton::right-arrow {{ image: url(icons:controls/chevron-right.svg); }}
    QTabWidget::pane {{ border: none; border-top: 1px solid {tokens.border}; }}
    """


def _marks(tokens: Tokens) -> str:
    """Check boxes and radio buttons."""
    ink = "white" if tokens.on_accent == "#ffffff" else "black"
    return f"""
    QCheckBox::indicator, QRadioButton::indicator, QGroupBox::indicator {{ width: 14px;
        height: 14px; border: 1px solid {tokens.edge}; background: {tokens.surface}; }}
    QCheckBox::indicator, QGroupBox::indicator {{ border-radius: 3px; }}
    QRadioButton::indicator {{ border-radius: 8px; }}
    QCheckBox::indicator:focus, QRadioButton::indicator:focus {{
        border: {tokens.outline_px}px solid {tokens.focus}; }}
    QCheckBox::indicator:checked, QGroupBox::indicator:checked {{ border-color: {tokens.accent};
        background: {tokens.accent}; image: url(icons:controls/check-{ink}.svg); }}
    QCheckBox::indicator:indeterminate {{ border-color: {tokens.accent};
        background: {tokens.accent}; image: url(icons:controls/minus-{ink}.svg); }}
    QRadioButton::indicator:checked {{ border: 5px solid {tokens.accent};
        width: 6px; height: 6px; background: {tokens.on_accent}; }}
    QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {{
        border-color: {tokens.border}; background: {tokens.raised}; }}
    """


def _places(tokens: Tokens) -> str:
    """Bars, cards, menus, scroll bars and what has a name of its own."""
    line = f"1px solid {tokens.border}"
    ring = f"{tokens.outline_px}px solid {tokens.focus}"
    return f"""
    QToolTip {{ color: {tokens.text}; background: {tokens.surface};
        border: 1px solid {tokens.edge}; padding: {SPACE_XS}px; }}
    #page_bar, #filter_panel, #details, #calculator_inputs, #guide_questions, #guide_bar {{
        background: {tokens.surface}; }}
    #page_bar, #region_toolbar, #guide_bar {{ border-bottom: {line}; }}
    QMenu {{ background: {tokens.surface}; border: 1px solid {tokens.edge}; padding: 4px; }}
    QMenuBar {{ background: {tokens.surface}; }}
    QStatusBar {{ background: {tokens.surface}; border-top: {line}; }}
    QStatusBar::item {{ border: none; }}
    QStatusBar QToolButton {{ padding: 0 6px; margin: 0; color: {tokens.accent}; }}
    QSplitter::handle {{ background: {tokens.border}; }}
    QSplitter[gap="true"]::handle {{ background: transparent; }}
    QTableCornerButton::section {{ background: {tokens.raised}; border: none;
        border-bottom: {line}; }}
    QHeaderView::section {{ background: {tokens.raised}; color: {tokens.muted}; border: none;
        border-bottom: {line}; padding: {SPACE_XS}px {SPACE_S}px; font-weight: 600; }}
    QLabel[values="true"] {{ background: {tokens.surface}; color: {tokens.text};
        border: 1px solid {tokens.edge}; border-radius: 4px; padding: {SPACE_XS}px; }}
    QLabel[badge="true"] {{ background: {tokens.accent}; color: {tokens.on_accent};
        border-radius: 10px; min-width: 20px; min-height: 20px; font-weight: 600; }}
    *[card="true"] {{ background: {tokens.surface}; border: {line};
        border-radius: {RADIUS_PX + 2}px; }}
    #region_toolbar, #matrix_foot {{ background: {tokens.surface}; }}
    #matrix_foot {{ border-top: {line}; }}
    #add_scenario {{ border: 1px dashed {tokens.edge}; border-radius: {RADIUS_PX + 2}px;
        color: {tokens.accent}; padding: 3px; }}
    #add_scenario:focus {{ border: {tokens.outline_px}px solid {tokens.focus}; }}
    #add_scenario::menu-indicator {{ image: none; width: 0; }}
    #matrix_corner {{ background: {tokens.raised}; color: {tokens.muted};
        border-right: 1px solid {tokens.muted}; border-bottom: 1px solid {tokens.muted};
        padding: {SPACE_XS}px {SPACE_S}px; }}
    #presentation_hint {{ background: {tokens.text}; color: {tokens.surface};
        border-radius: {RADIUS_PX}px; padding: {SPACE_S}px {2 * SPACE_S}px; }}
    #calculator_inputs QComboBox {{ min-height: {DENSE_PX - 8}px; }}
    #calculator_inputs QAbstractSpinBox {{ min-height: {DENSE_PX - 6}px; }}
    #what_follows {{ background: {tokens.raised}; border-radius: {RADIUS_PX}px; }}
    QToolButton[segment] {{ background: {tokens.surface}; color: {tokens.muted};
        border: 1px solid {tokens.edge}; border-radius: 0; padding: 4px 2px; }}
    QToolButton[segment="middle"], QToolButton[segment="last"] {{ border-left: none; }}
    QToolButton[segment="first"] {{ border-top-left-radius: {RADIUS_PX}px;
        border-bottom-left-radius: {RADIUS_PX}px; }}
    QToolButton[segment="last"] {{ border-top-right-radius: {RADIUS_PX}px;
        border-bottom-right-radius: {RADIUS_PX}px; }}
    QToolButton[segment]:checked {{ background: {tokens.selection}; color: {tokens.accent};
        font-weight: 600; }}
    QToolButton[segment]:focus {{ border: {ring}; }}
    QToolButton[heading="true"] {{ padding: 2px 0; border: 1px solid transparent; }}
    QToolButton[heading="true"]:focus {{ border: {ring}; }}
    QScrollBar {{ background: {tokens.surface}; border: none; margin: 0; }}
    QAbstractScrollArea::corner {{ background: {tokens.surface}; border: none; }}
    QScrollBar:vertical {{ width: 11px; }}
    QScrollBar:horizontal {{ height: 11px; }}
    QScrollBar::handle {{ background: {tokens.faint}; border-radius: 3px; margin: 2px;
        min-height: 24px; min-width: 24px; }}
    QScrollBar::handle:hover {{ background: {tokens.edge}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    """
