# SPDX-License-Identifier: MIT
"""A run of refreshing in the status bar: bytes, Cancel, and then the way to What's new."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QToolButton, QWidget

from azmodels_gui.language.shown import tr
from azmodels_gui.window import formats
from azmodels_gui.window.theme.tokens import SPACE_S

KIB = 1024
BAR_PX = 110


class RefreshStatus(QWidget):
    """Hidden while nothing is under way and nothing is new.

    Signals:
        cancel_asked: end the run.
        news_asked: show what changed.
    """

    cancel_asked = Signal()
    news_asked = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language = language
        self.bytes, self.bar = QLabel(), QProgressBar()
        self.cancel_button, self.news_button = QToolButton(), QToolButton()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(BAR_PX)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, SPACE_S, 0)
        row.setSpacing(SPACE_S)
        for widget in (self.bytes, self.bar, self.cancel_button, self.news_button):
            row.addWidget(widget)
        self.news_button.hide()
        self.show_running(False)
        self.cancel_button.setText(tr("Cancel"))
        self.news_button.setText(tr("What's new"))
        self.bar.setAccessibleName(tr("Progress of refreshing"))
        self.cancel_button.clicked.connect(self.cancel_asked)
        self.news_button.clicked.connect(self.news_asked)

    def show_running(self, running: bool) -> None:
        """Show that a run is under way, or that it ended."""
        self.bar.setRange(0, 0)
        self.bytes.setText(tr("Refreshing") if running else "")
        for widget in (self.bytes, self.bar, self.cancel_button):
            widget.setVisible(running)

    def show_progress(self, received: int, total: int | None) -> None:
        """Say how many bytes came, of how many if the server tells."""
        known = total or 0
        self.bar.setRange(0, known)
        self.bar.setValue(min(received, known))
        if total:
            words = tr("{received} of {total} KiB")
            text = words.format(received=self._kib(received), total=self._kib(total))
        else:
            text = tr("{received} KiB").format(received=self._kib(received))
        self.bytes.setText(text)

    def offer_news(self, offered: bool) -> None:
        """Offer the way to What's new, or no longer."""
        self.news_button.setVisible(offered)

    def _kib(self, count: int) -> str:
        return formats.number(-(-count // KIB), self.language)
