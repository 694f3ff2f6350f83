# SPDX-License-Identifier: MIT
"""A read-only text with links to regions, entries and pages; Tab goes from link to link."""

from PySide6.QtCore import QSize, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from azmodels_gui.window.regions.rich_text import REGION_SCHEME
from azmodels_gui.window.theme.tokens import SPACE_M

READING_LETTERS = 150
"""Tables and texts side by side need more than the 70 letters of a book's page."""


def reading_width_px(widget: QWidget) -> int:
    """Return the greatest width in pixels; larger type makes it wider."""
    return READING_LETTERS * widget.fontMetrics().averageCharWidth()


PARAGRAPHS = "p { margin-top: 3px; margin-bottom: 3px; }"


class DocumentView(QTextBrowser):
    """Shows what `RichText` wrote.

    Signals:
        region_asked: id of a region whose link was followed.
        link_asked: a `QUrl` of a source.
    """

    region_asked = Signal(str)
    link_asked = Signal(QUrl)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setLineWrapMode(QTextBrowser.LineWrapMode.FixedPixelWidth)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(SPACE_M)
        self.document().setDefaultStyleSheet(PARAGRAPHS)
        self.anchorClicked.connect(self._on_anchor)

    def show_html(self, html: str) -> None:
        """Show another text; what is scrolled stays scrolled."""
        bar = self.verticalScrollBar()
        place = bar.value()
        self.setHtml(html)
        bar.setValue(place)

    @Slot(QUrl)
    def _on_anchor(self, url: QUrl) -> None:
        if url.scheme() == REGION_SCHEME:
            self.region_asked.emit(url.path())
        elif url.scheme() == "https":
            self.link_asked.emit(url)

    def _fit(self) -> None:
        """Break lines at the width of the window, or of what is read well if that is less."""
        self.setLineWrapColumnOrWidth(min(self.viewport().width(), reading_width_px(self)))

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(480, 160)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 80)
