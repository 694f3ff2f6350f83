# SPDX-License-Identifier: MIT
"""The line above the map: parts of the world, zoom, legend, pictures."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QToolButton, QWidget

from azmodels_gui.cartography.topology import Place
from azmodels_gui.cartography.viewport import MAX_ZOOM
from azmodels_gui.language.shown import tr
from azmodels_gui.window.regions.map_motion import MapMotion
from azmodels_gui.window.regions.map_words import place_name
from azmodels_gui.window.theme.theme import Theme
from azmodels_gui.window.theme.tokens import SPACE_M, SPACE_S, SPACE_XS
from azmodels_gui.window.tooltips import tool_tip

PLUS, MINUS = "+", "\N{MINUS SIGN}"
_NEARLY = 1.001


class MapBar(QWidget):
    """Buttons in the order of the eye: where to look, how near, what to do with it.

    Signals:
        place_asked: a `Place` to show.
        copy_asked: put a picture into the clipboard.
        save_asked: save a picture; `svg` or `png`.
    """

    place_asked = Signal(object)
    copy_asked = Signal()
    save_asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.places = {place: QToolButton() for place in Place}
        self.zoom_out, self.zoom_in = QToolButton(), QToolButton()
        self.legend, self.picture = QToolButton(), QToolButton()
        self.menu = QMenu(self)
        self._copy, self._png, self._svg = (
            self.menu.addAction(words)
            for words in (tr("&Copy picture"), tr("Save as &PNG ..."), tr("Save as &SVG ..."))
        )
        self._group = QButtonGroup(self)
        self._build()
        self._connect()
        self._write_words()

    def show_motion(self, motion: MapMotion) -> None:
        """Tell by the buttons which part is on show, and whether it can be nearer."""
        self._group.setExclusive(False)
        for place, button in self.places.items():
            button.setChecked(place is motion.place)
        self._group.setExclusive(motion.place is not None)
        zoom = motion.view.zoom
        self.zoom_out.setEnabled(zoom > _NEARLY)
        self.zoom_in.setEnabled(zoom * _NEARLY < MAX_ZOOM)

    def _write_words(self) -> None:
        for place, button in self.places.items():
            button.setText(place_name(place))
        self._name(self.zoom_in, PLUS, tr("Zoom in (+)"))
        self._name(self.zoom_out, MINUS, tr("Zoom out (-)"))
        self.legend.setText(tr("Legend"))
        self.picture.setText(tr("Picture"))
        self.picture.setToolTip(tool_tip(tr("Copy or save the map as a picture")))

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_M, SPACE_XS, SPACE_M, SPACE_XS)
        row.setSpacing(SPACE_XS)
        for button in self.places.values():
            button.setProperty("page", True)
            self._group.addButton(button)
            row.addWidget(button)
        row.addSpacing(SPACE_S)
        for button in (self.zoom_out, self.zoom_in):
            button.setProperty("framed", True)
            button.setAutoRepeat(True)
            row.addWidget(button)
        row.addStretch(1)
        for button in (self.legend, self.picture):
            row.addWidget(button)
        self.legend.setProperty("choice", True)
        self.picture.setProperty("framed", True)
        for button in (*self.places.values(), self.legend):
            button.setCheckable(True)
        for button in self.findChildren(QToolButton):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.legend.setChecked(True)
        self.picture.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.picture.setMenu(self.menu)

    def _connect(self) -> None:
        self._group.buttonClicked.connect(self._on_place)
        self._copy.triggered.connect(self.copy_asked)
        self._png.triggered.connect(self._on_png)
        self._svg.triggered.connect(self._on_svg)

    def _name(self, button: QToolButton, sign: str, words: str) -> None:
        button.setText(sign)
        button.setAccessibleName(words)
        button.setToolTip(tool_tip(words))

    @Slot(object)
    def _on_place(self, clicked: QToolButton) -> None:
        for place, button in self.places.items():
            if button is clicked:
                self.place_asked.emit(place)

    @Slot()
    def _on_png(self) -> None:
        self.save_asked.emit("png")

    @Slot()
    def _on_svg(self) -> None:
        self.save_asked.emit("svg")
