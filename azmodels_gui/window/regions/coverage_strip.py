# SPDX-License-Identifier: MIT
"""The coverage question below the views: folded to its heading, or open."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from azmodels_gui.catalog.coverage import Coverage
from azmodels_gui.language.shown import tr
from azmodels_gui.window.forgiving import read_state
from azmodels_gui.window.page import PageState
from azmodels_gui.window.regions.coverage_panel import CoveragePanel
from azmodels_gui.window.regions.region_scope import RegionScope
from azmodels_gui.window.theme.theme import Theme
from azmodels_gui.window.theme.tokens import SPACE_M, SPACE_XS

MAX_PX = 16_777_215
"""Qt's word for "no limit"."""


@dataclass(frozen=True)
class StripState:
    """What the strip remembers beside the question in it."""

    open: bool = False


class CoverageStrip(QWidget):
    """Follows the scope of the page until the user asks for other entries or conditions.

    Signals:
        region_asked: id of a region the user wants to see.
        link_asked: a `QUrl` of a source.
        state_changed: something changed that is worth remembering.
        sheet_asked: the user wants question and answer as a sheet.
    """

    region_asked = Signal(str)
    link_asked = Signal(QUrl)
    state_changed = Signal()
    sheet_asked = Signal()

    def __init__(self, theme: Theme, scope: RegionScope, language: str) -> None:
        super().__init__()
        self._theme = theme
        self._scope = scope
        self._language = language
        self._panel: CoveragePanel | None = None
        self._asked: tuple[object, ...] | None = None
        """Entries of the page that were handed on last."""
        self._asked_type = ""
        """Deployment type of the page that was handed on last."""
        self._presenting = False
        self._of_its_own = False
        """True: the user asks for other entries than the page shows."""
        self._state: PageState = {}
        self.heading = QToolButton()
        self.sheet_button = QToolButton()
        self._build()
        self.heading.setText(tr("Where can we have all of them?"))
        self.sheet_button.setText(tr("Sheet ..."))
        self._on_toggled(False)
        self.heading.toggled.connect(self._on_toggled)
        self.heading.clicked.connect(self.state_changed)
        self.sheet_button.clicked.connect(self.sheet_asked)

    @property
    def panel(self) -> CoveragePanel:
        """Question and answer, made now if they were not yet."""
        if self._panel is None:
            panel = self._panel = CoveragePanel(self._theme, self._scope.index, self._language)
            panel.title.hide()  # the heading above says the same
            self._column.addWidget(panel, 1)
            panel.entries_asked.connect(self._on_entries)
            panel.region_asked.connect(self.region_asked)
            panel.link_asked.connect(self.link_asked)
            panel.state_changed.connect(self.state_changed)
            self._ask()
            self._bring_back()
            panel.set_presenting(self._presenting)
        return self._panel

    def answered(self) -> Coverage | None:
        """Return the answer to the question as it is asked now; None: it has none."""
        panel = self.panel
        self._ask()
        return panel.found

    def show_scope(self, scope: RegionScope) -> None:
        """Ask for the entries of the page, at once or when the strip is opened."""
        if self._panel is not None and scope.index is not self._scope.index:
            self._panel.set_index(scope.index)
        self._scope = scope
        if self.heading.isChecked():
            self._ask()

    def set_presenting(self, presenting: bool) -> None:
        """Tell question and answer in words, without fields and buttons, or put them back."""
        self._presenting = presenting
        self._show_button()
        if self._panel is not None:
            self._panel.set_presenting(presenting)

    def state(self) -> PageState:
        """Return whether it is open, the conditions, and entries of its own."""
        kept = self._state if self._panel is None else self._panel_state()
        return {**kept, "open": self.heading.isChecked()}

    def restore(self, state: PageState) -> None:
        """Bring a remembered question back; rubbish is passed over."""
        self._state = {name: state[name] for name in ("conditions", "entries") if name in state}
        if self._panel is not None:
            self._bring_back()
        self.heading.setChecked(read_state(StripState, state).open)

    def in_tab_order(self) -> tuple[QWidget, ...]:
        """Return what takes the keyboard, in reading order."""
        panel = () if self._panel is None else self._panel.in_tab_order()
        return (self.heading, self.sheet_button, *panel)

    def _build(self) -> None:
        self.setObjectName("region_strip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.heading.setCheckable(True)
        self.heading.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.sheet_button.setProperty("framed", True)
        for button in (self.heading, self.sheet_button):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        row = QHBoxLayout()
        row.setContentsMargins(SPACE_XS, SPACE_XS, SPACE_M, SPACE_XS)
        row.addWidget(self.heading)
        row.addStretch(1)
        row.addWidget(self.sheet_button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(row)

    def _ask(self) -> None:
        entries = tuple(self._scope.entry(row) for row in range(len(self._scope.rows)))
        keys = tuple(entry.key for entry in entries)
        if keys != self._asked:
            self._asked, self._of_its_own = keys, False
            self.panel.show_entries(entries)
        if self._scope.deployment_type != self._asked_type:
            self._asked_type = self._scope.deployment_type
            self.panel.show_deployment_type(self._asked_type)

    def _bring_back(self) -> None:
        if self._panel is not None:
            self._of_its_own = bool(self._state.get("entries"))
            self._panel.restore(self._state)

    def _panel_state(self) -> PageState:
        state = self.panel.state()
        return state if self._of_its_own else {"conditions": state["conditions"]}

    @Slot(object)
    def _on_entries(self, _keys: object) -> None:
        self._of_its_own = True

    def _show_button(self) -> None:
        self.sheet_button.setVisible(self.heading.isChecked() and not self._presenting)

    @Slot(bool)
    def _on_toggled(self, is_open: bool) -> None:
        arrow = Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow
        self.heading.setArrowType(arrow)
        self._show_button()
        if is_open:
            panel = self.panel
            self._ask()
            panel.show()
        elif self._panel is not None:
            self._panel.hide()
        self.setMaximumHeight(MAX_PX if is_open else self.sizeHint().height())
