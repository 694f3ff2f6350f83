# SPDX-License-Identifier: MIT
"""What can take steps back."""

from typing import Protocol


class Undoable(Protocol):
    """Steps that can be taken back and made again."""

    @property
    def can_undo(self) -> bool:
        """Tell whether there is a step to take back."""

    @property
    def can_redo(self) -> bool:
        """Tell whether a step was taken back."""

    def undo(self) -> None:
        """Take the last step back."""

    def redo(self) -> None:
        """Make the step again that was taken back."""
