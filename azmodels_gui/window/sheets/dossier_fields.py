# SPDX-License-Identifier: MIT
"""What is asked of a dossier: its chapters and their order, edition, author, approval."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from azmodels_gui.language.words import tr
from azmodels_gui.sheets.dossier_sheet import CHAPTERS
from azmodels_gui.sheets.order import MAX_LINE, Edition
from azmodels_gui.window.widgets.layouts import AS_USUAL, column, row

_KEY = Qt.ItemDataRole.UserRole
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
ROWS = 6


class ChapterList(QListWidget):
    """Rows that are ticked, and moved by dragging or with Alt and the arrow keys.

    Signals:
        moved: a row stands elsewhere, by the keyboard.
    """

    moved = Signal()

    # Qt override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()), 0)
        row = self.currentRow()
        if event.modifiers() != Qt.KeyboardModifier.AltModifier or not step:
            super().keyPressEvent(event)
        elif 0 <= row + step < self.count():
            self.insertItem(row + step, self.takeItem(row))
            self.setCurrentRow(row + step)
            self.moved.emit()


class DossierFields(QWidget):
    """Which chapters in which order, and what is said of the document itself.

    Signals:
        edited: something is asked for in another way.
    """

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.chapters = ChapterList()
        self._usual: frozenset[str] = frozenset()
        self.version, self.author, self.changed = QLineEdit(), QLineEdit(), QLineEdit()
        self.approval = QCheckBox()
        self._build()
        self.chapters.itemChanged.connect(self.edited)
        self.chapters.model().rowsMoved.connect(self.edited)
        for line in (self.version, self.author, self.changed):
            line.textChanged.connect(self.edited)
        self.approval.toggled.connect(self.edited)
        self.chapters.moved.connect(self.edited)

    def offer(
        self, kinds: Iterable[tuple[str, str]], usual: Iterable[str], edition: Edition
    ) -> None:
        """Offer chapters with their words; those asked for come first, in that order.

        Args:
            kinds: values of `SheetKind` with their words.
            usual: those that are ticked unless others were asked for.
            edition: what is asked for; without chapters the usual ones are.
        """
        self._usual = frozenset(usual)
        words = dict(kinds)
        asked = [kind for kind in edition.chapters if kind in words]
        with QSignalBlocker(self):
            self.chapters.clear()
            for kind in dict.fromkeys((*asked, *words)):
                item = QListWidgetItem(words[kind], self.chapters)
                item.setData(_KEY, kind)
                ticked = kind in (asked or self._usual)
                item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            self.chapters.setCurrentRow(0)
            self.version.setText(edition.version)
            self.author.setText(edition.author)
            self.changed.setText(edition.changed)
            self.approval.setChecked(edition.approval)

    def edition(self) -> Edition:
        """Return what is asked for."""
        return Edition(
            self.version.text().strip(),
            self.changed.text().strip(),
            self.author.text().strip(),
            self.approval.isChecked(),
            () if self._is_usual() else tuple(self._ticked()),
        )

    def problem(self) -> str:
        """Return what is wrong; empty: nothing."""
        ticked = not self.chapters.count() or any(self._ticked())
        return "" if ticked else tr("Tick at least one chapter.")

    def _is_usual(self) -> bool:
        """Tell whether the usual chapters are asked for, in their usual order."""
        return list(self._ticked()) == [kind for kind in CHAPTERS if kind in self._usual]

    def _ticked(self) -> Iterator[str]:
        for item in map(self.chapters.item, range(self.chapters.count())):
            if item.checkState() is Qt.CheckState.Checked:
                yield item.data(_KEY)

    def _build(self) -> None:
        self.chapters.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.chapters.setAccessibleName(tr("Chapters of the dossier"))
        self.chapters.setToolTip(tr("Drag a chapter, or move it with Alt and the arrow keys."))
        self.chapters.setFixedHeight(self.fontMetrics().lineSpacing() * ROWS + 16)
        for line, told in (
            (self.version, tr("Edition, such as 1.0")),
            (self.author, tr("Author")),
            (self.changed, tr("What is new in it")),
        ):
            line.setPlaceholderText(told)
            line.setAccessibleName(told)
            line.setMaxLength(MAX_LINE)
        self.approval.setText(tr("End with a block to be signed"))
        edition = row((self.version, 1), (self.author, 2), gap=AS_USUAL)
        parts = (self.chapters, edition, self.changed, self.approval)
        column(*parts, within=self, gap=AS_USUAL)
