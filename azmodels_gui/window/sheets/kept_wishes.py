# SPDX-License-Identifier: MIT
"""What the user wishes of sheets, kept in one place for the window: pages show its currency."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from azmodels_gui.catalog.kept_record import written_state

if TYPE_CHECKING:
    from azmodels_gui.window.sheets.wishes import SheetWishes


STATE_KEY = "sheets"
"""Under which the window remembers what was wished for, beside its pages."""


class KeptWishes(QObject):
    """Read out of the state when first asked for: a start does without sheets.

    Signals:
        changed: other things are wished for.
    """

    changed = Signal()

    def __init__(self, state: Mapping[str, object]) -> None:
        """Make them of what is remembered; rubbish is passed over when they are first asked for."""
        super().__init__()
        self._state = dict(state)
        self._wishes: SheetWishes | None = None

    @property
    def now(self) -> "SheetWishes":
        """What is wished for now."""
        if self._wishes is None:
            from azmodels_gui.window.sheets.wishes import wishes_from

            self._wishes = wishes_from(self._state)
        return self._wishes

    def keep(self, wishes: "SheetWishes") -> None:
        """Remember other wishes."""
        if wishes != self.now:
            self._wishes = wishes
            self.changed.emit()

    def state(self) -> Mapping[str, object]:
        """Return what to remember; empty while nothing was wished for."""
        if self._wishes is None:
            return self._state
        from azmodels_gui.window.sheets.wishes import SheetWishes

        return {} if self._wishes == SheetWishes() else written_state(self._wishes)
