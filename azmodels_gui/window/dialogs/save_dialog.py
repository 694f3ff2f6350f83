# SPDX-License-Identifier: MIT
"""Asks where to save a file."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


@dataclass(frozen=True)
class WantedFile:
    """What the dialog proposes."""

    title: str
    kind: str
    """Kind of file in words, such as "Excel workbook"."""
    suffix: str
    """With its dot; added to a name without one."""
    path: Path


AskPath = Callable[[WantedFile, QWidget], Path | None]
"""Returns where to save, or None when cancelled. The system asks before it replaces a file."""


def ask_path(wanted: WantedFile, parent: QWidget) -> Path | None:
    """Ask with the system's own dialog."""
    dialog = QFileDialog(parent, wanted.title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(f"{wanted.kind} (*{wanted.suffix})")
    dialog.setDefaultSuffix(wanted.suffix.removeprefix("."))
    if wanted.path.parent.is_dir():
        dialog.setDirectory(str(wanted.path.parent))
    dialog.selectFile(wanted.path.name)
    if dialog.exec() != QFileDialog.DialogCode.Accepted or not dialog.selectedFiles():
        return None
    return Path(dialog.selectedFiles()[0])
