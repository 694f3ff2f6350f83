# SPDX-License-Identifier: MIT
"""Buttons of which one is chosen."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup

from azmodels_gui.window.widgets.tab_stop import stop_at_checked


class OneOf(QButtonGroup):
    """Makes buttons exclude each other: radio buttons to who hears them, one stop of the Tab key.

    Screen readers and voice control toggle such a button without a click; it is chosen then too.

    Signals:
        chosen: the value of the button that the user pressed.
    """

    chosen = Signal(object)

    def __init__(self, buttons: Mapping[Any, QAbstractButton], parent: QObject) -> None:
        super().__init__(parent)
        self._buttons = dict(buttons)
        for button in self._buttons.values():
            button.setCheckable(True)
            button.setAutoExclusive(True)
            self.addButton(button)
        self.buttonToggled.connect(self._on_toggled)

    def value(self) -> Any:
        """Return the value of the chosen one; None: none is chosen."""
        found = (value for value, button in self._buttons.items() if button.isChecked())
        return next(found, None)

    def show_value(self, value: Any) -> None:
        """Show which one is chosen, without a signal; None: none."""
        with QSignalBlocker(self):
            self.setExclusive(value is not None)
            for each, button in self._buttons.items():
                button.setChecked(each == value)
        stop_at_checked(self._buttons.values())

    @Slot(QAbstractButton, bool)
    def _on_toggled(self, button: QAbstractButton, checked: bool) -> None:
        if checked:
            stop_at_checked(self._buttons.values())
            self.chosen.emit(next(each for each, own in self._buttons.items() if own is button))
