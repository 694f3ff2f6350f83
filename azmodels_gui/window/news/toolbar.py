# SPDX-License-Identifier: MIT
"""What the page "What's new" compares with, and which lines it shows."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from azmodels_gui.language.shown import tr
from azmodels_gui.window import formats
from azmodels_gui.window.calculator.fields import ChoiceField
from azmodels_gui.window.catalog_refresh import KeptCatalog
from azmodels_gui.window.news.choice import ALL, FILTER, PINNED
from azmodels_gui.window.theme.tokens import SPACE_M, SPACE_S

_LETTERS = (22, 14, 18)
"""Widths of the three choices."""


class NewsToolbar(QWidget):
    """Choices on the left, search in the middle, what saves on the right.

    Signals:
        since_asked: the user chose another catalogue to compare with.
        narrowed: models or words were chosen.
    """

    since_asked = Signal()
    narrowed = Signal()

    def __init__(self, regions: ChoiceField, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._regions = regions
        self.label, self.search = QLabel(), QLineEdit()
        self.since, self.entries = ChoiceField(), ChoiceField()
        self.export_button, self.calendar_button = QToolButton(), QToolButton()
        self._build()
        self._write_words()
        self.since.activated.connect(self.since_asked)
        self.entries.activated.connect(self.narrowed)
        self.search.textChanged.connect(self.narrowed)

    def show_kept(self, kept: Sequence[KeptCatalog], chosen: int | None, language: str) -> None:
        """Offer the catalogues to compare with."""
        choices = []
        for each in kept:
            told = str(each.serial)
            if each.published is not None:
                told += f" · {formats.day(each.published, language)}"
            choices.append((str(each.serial), told))
        self.since.set_choices(choices)
        self.since.setEnabled(bool(choices))
        self.since.show_choice(str(chosen))

    def _write_words(self) -> None:
        self.label.setText(tr("Compared with"))
        self.since.setAccessibleName(tr("Compared with"))
        self.entries.setAccessibleName(tr("Models"))
        self.search.setPlaceholderText(tr("Search in the lines"))
        self.search.setAccessibleName(tr("Search in the lines"))
        self.export_button.setText(tr("Export"))
        self.calendar_button.setText(tr("Save as calendar ..."))
        self.entries.set_choices(
            (
                (ALL, tr("All models")),
                (PINNED, tr("Pinned models")),
                (FILTER, tr("Models of the filter")),
            )
        )
        self.entries.show_choice(self.entries.choice() or ALL)

    def _build(self) -> None:
        self.search.setClearButtonEnabled(True)
        self.export_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        fields = (self.since, self.entries, self._regions)
        for field, letters in zip(fields, _LETTERS, strict=True):
            field.setMinimumContentsLength(letters)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_M, SPACE_S, SPACE_M, 0)
        row.setSpacing(SPACE_S)
        for widget in (self.label, *fields):
            row.addWidget(widget)
        row.addWidget(self.search, 1)
        for button in (self.calendar_button, self.export_button):
            row.addWidget(button)
