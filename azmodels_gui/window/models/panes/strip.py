# SPDX-License-Identifier: MIT
"""The strip above the tabs: price, PTU, until when, who processes it, and what to take instead."""

from itertools import zip_longest

from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from azmodels_gui.answers.key_facts import strip
from azmodels_gui.window.models.panes.answer_facts import facts
from azmodels_gui.window.models.panes.on_show import OnShow
from azmodels_gui.window.models.panes.pane import Fact
from azmodels_gui.window.theme.theme import Theme
from azmodels_gui.window.theme.tokens import NOTE_PT, SPACE_M, SPACE_S, Tokens
from azmodels_gui.window.tooltips import tool_tip
from azmodels_gui.window.widgets.texts import plain_label
from azmodels_gui.window.widgets.tones import scaled, set_text_colour, text_colour

COLUMNS = 2


class Tile(QWidget):
    """A name, and below it a figure with its source under the mouse."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.name, self.figure = plain_label(), plain_label(selectable=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for label in (self.name, self.figure):
            column.addWidget(label)
        column.addStretch(1)

    def show_fact(self, fact: Fact | None, tokens: Tokens) -> None:
        """Show another figure; None: nothing."""
        self.setVisible(fact is not None)
        if fact is None:
            return
        self.name.setFont(scaled(self.font(), NOTE_PT))
        self.figure.setFont(scaled(self.font(), 0, bold=True))
        set_text_colour(self.name, tokens.muted)
        set_text_colour(self.figure, text_colour(fact.tone, tokens))
        self.name.setText(fact.name)
        self.figure.setText(fact.text)
        self.figure.setAccessibleName(f"{fact.name}: {fact.text}")
        for label in (self.name, self.figure):
            label.setToolTip(tool_tip(fact.tip))


class Strip(QFrame):
    """Tiles in two columns; they are kept, as making them anew for each entry would be slow."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tiles: list[Tile] = []
        self._grid = QGridLayout(self)
        self.setProperty("card", "true")
        self._grid.setContentsMargins(SPACE_M, SPACE_S, SPACE_M, SPACE_S)
        self._grid.setHorizontalSpacing(SPACE_M)
        self._grid.setVerticalSpacing(SPACE_S - 2)
        for column in range(COLUMNS):
            self._grid.setColumnStretch(column, 1)

    def show_entry(self, shown: OnShow) -> None:
        """Show what is read first of an entry."""
        told = list(facts(strip(shown.entry, shown.context.view), shown))
        while len(self._tiles) < len(told):
            place = divmod(len(self._tiles), COLUMNS)
            self._tiles.append(Tile(self))
            self._grid.addWidget(self._tiles[-1], *place)
        for tile, fact in zip_longest(self._tiles, told):
            tile.show_fact(fact, self._theme.tokens)

    def texts(self) -> list[str]:
        """Return every text on show; for tests."""
        tiles = (tile for tile in self._tiles if not tile.isHidden())
        return [label.text() for tile in tiles for label in (tile.name, tile.figure)]
