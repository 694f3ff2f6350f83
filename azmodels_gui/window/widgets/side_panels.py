# SPDX-License-Identifier: MIT
"""Panels beside the middle of a page; where they have no room they are drawers, one at a time."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QToolButton, QVBoxLayout, QWidget

from azmodels_gui.window.model_index import tool_tip
from azmodels_gui.window.theme import Theme
from azmodels_gui.window.widgets.layouts import in_type
from azmodels_gui.window.widgets.tab_stop import read_in_order

RAIL_PX, ICON_PX = 32, 16
DRAWER_SHARE = 42
"""Of a hundred parts of the width, what an open drawer takes."""
LEAST_PX = 320
"""A page is never wider than this because of its panels."""


class Side(Struct, frozen=True, eq=False):
    """One panel, and what is said of it while it is away."""

    panel: QWidget
    least_px: int
    left: bool
    words: str
    """On the button that brings it, and puts it away where it is a drawer."""


class SidePanels(QWidget):
    """A splitter with panels at its sides, and a button for each that is not seen or a drawer.

    While there is no room for all of them, none is open at first, and opening one closes the
    other. With room again they are as before.

    Signals:
        shown_changed: a panel of the sides, and whether it is seen now.
    """

    shown_changed = Signal(object, bool)

    def __init__(self, splitter: QSplitter, centre_px: int, theme: Theme, parent: QWidget) -> None:
        """Take a splitter in; the sides are told by `take`.

        Args:
            splitter: with all its widgets.
            centre_px: what the middle needs beside the panels, in type of usual size.
            theme: where icons come from.
            parent: what it stays in.
        """
        super().__init__(parent)
        self._splitter = splitter
        self._centre_px = centre_px
        self._theme = theme
        self._sides: tuple[Side, ...] = ()
        self._rails: list[QToolButton] = []
        self._wished: dict[QWidget, bool] = {}
        self._away: tuple[QWidget, ...] = ()
        self._open: QWidget | None = None
        self._sizes: list[int] = []
        self.narrow = False
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(splitter, 1)
        splitter.setMinimumWidth(LEAST_PX)  # else the window is as wide as all panels ask
        splitter.installEventFilter(self)

    def take(self, sides: Sequence[Side]) -> None:
        """Say which widgets of the splitter are panels."""
        self._sides = tuple(sides)
        self._wished = {side.panel: True for side in sides}
        parts = map(self._splitter.widget, range(self._splitter.count()))
        read_in_order(part for part in parts if part is not None)
        for side in sides:
            rail = QToolButton(self)
            rail.hide()
            rail.setToolTip(tool_tip(side.words))
            rail.setAccessibleName(side.words)
            rail.setIconSize(QSize(ICON_PX, ICON_PX))
            rail.setFixedSize(RAIL_PX, RAIL_PX)
            rail.clicked.connect(self._on_rail)
            column = QVBoxLayout()
            column.addWidget(rail, 0, Qt.AlignmentFlag.AlignTop)
            self._row.insertLayout(0 if side.left else self._row.count(), column)
            self._rails.append(rail)

    def sizes(self) -> list[int]:
        """Return the widths in the splitter, those with all panels while there is no room."""
        return self._sizes if self.narrow and self._sizes else self._splitter.sizes()

    def set_sizes(self, sizes: Sequence[int]) -> None:
        """Share out the width, now or once there is room."""
        if self.narrow:
            self._sizes = list(sizes)
        else:
            self._splitter.setSizes(sizes)

    def is_shown(self, panel: QWidget) -> bool:
        """Tell whether a panel is seen, or would be if the page were."""
        if panel in self._away:
            return False
        return panel is self._open if self.narrow else self._wished[panel]

    def is_wished(self, panel: QWidget) -> bool:
        """Tell whether a panel is to be seen where it has room and is not put away."""
        return self._wished[panel]

    def show_panel(self, panel: QWidget, shown: bool) -> None:
        """Show a panel or put it away; as a drawer it takes the other's place."""
        if not self.narrow:
            self._wished[panel] = shown
        elif shown:
            self._open = panel
        elif self._open is panel:
            self._open = None
        self._apply()
        if self.narrow and shown:
            wide = self._splitter.width() * DRAWER_SHARE // 100
            parts = (self._splitter.widget(at) for at in range(self._splitter.count()))
            self._splitter.setSizes(
                [wide if each is panel else self._splitter.width() - wide for each in parts]
            )

    def put_away(self, panels: Sequence[QWidget]) -> None:
        """Show these panels in no case, nor their buttons, as for a projector; none: as before."""
        self._away = tuple(panels)
        self.fit()
        self._apply()
        for rail in self._rails if panels else ():
            rail.hide()

    def fit(self) -> None:
        """Fold the panels or unfold them, as the width has it."""
        # The buttons at the sides take room from the splitter: that alone must change nothing.
        narrow = self.width() < self.needed_px()
        if narrow == self.narrow:
            return
        if narrow:
            self._sizes = self._splitter.sizes()
        self.narrow, self._open = narrow, None
        self._apply()
        if not narrow and self._sizes:
            self._splitter.setSizes(self._sizes)

    def needed_px(self) -> int:
        """Return the width in which no panel has to be a drawer."""
        return in_type(self, self._centre_px) + sum(
            max(side.least_px, side.panel.minimumSizeHint().width())
            for side in self._sides
            if self._wished[side.panel] and side.panel not in self._away
        )

    def _apply(self) -> None:
        for side, rail in zip(self._sides, self._rails, strict=True):
            shown = self.is_shown(side.panel)
            rail.setVisible((self.narrow or not shown) and side.panel not in self._away)
            rail.setIcon(self._icon(side, shown))
            if side.panel.isHidden() is shown:
                side.panel.setVisible(shown)
                self.shown_changed.emit(side.panel, shown)

    def _icon(self, side: Side, shown: bool) -> QIcon:
        name = f"panel-{'left' if side.left else 'right'}-{'close' if shown else 'open'}"
        return self._theme.icon(name, self._theme.tokens.muted)

    @Slot()
    def _on_rail(self) -> None:
        for side, rail in zip(self._sides, self._rails, strict=True):
            if rail is self.sender():
                self.show_panel(side.panel, not self.is_shown(side.panel))

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        self.fit()  # with other type the panels may need another width
        super().showEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.fit()
        return super().eventFilter(watched, event)
