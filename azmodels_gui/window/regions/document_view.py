# SPDX-License-Identifier: MIT
"""Rich text in one look, every text that comes in escaped, and the view that shows it."""

from collections.abc import Iterable, Sequence
from html import escape

from PySide6.QtCore import QPointF, QSize, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QResizeEvent, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from azmodels_gui.catalog.document import Catalog, Region, Source
from azmodels_gui.window.formats import partial_day
from azmodels_gui.window.theme import SPACE_M, Tokens, Tone
from azmodels_gui.window.widgets.texts import DeafBrowser, text_colour

REGION_SCHEME = "region"
"""Links of this scheme name a region."""
SEPARATOR = " · "
BESIDE = "&nbsp;· "
"""Between links: a line may end after it, never before."""
PARAGRAPHS = "p { margin-top: 3px; margin-bottom: 3px; }"
READING_LETTERS = 150
"""Tables and texts side by side need more than the 70 letters of a book's page."""


class RichText:
    """Writes with the colours of one look, in one language."""

    def __init__(self, tokens: Tokens, language: str) -> None:
        self.tokens = tokens
        self.language = language

    def page(self, parts: Iterable[str]) -> str:
        """Return the whole text."""
        return f"<body style='color:{self.tokens.text}'>{''.join(parts)}</body>"

    def title(self, text: str, tone: Tone = Tone.PLAIN) -> str:
        """Return a line that stands out."""
        style = "font-size:large; margin-top:10px; margin-bottom:6px"
        return f"<p style='{style}'><b>{self.toned(text, tone)}</b></p>"

    def heading(self, text: str, tone: Tone = Tone.MUTED) -> str:
        """Return a small heading."""
        colour = text_colour(tone, self.tokens)
        return f"<p style='color:{colour}; margin-top:8px'><b>{escape(text)}</b></p>"

    def paragraph(self, text: str, tone: Tone = Tone.PLAIN) -> str:
        """Return a paragraph of plain text."""
        return self.block(escape(text), tone)

    def block(self, html: str, tone: Tone = Tone.PLAIN) -> str:
        """Return a paragraph of pieces that are escaped already."""
        return f"<p style='color:{text_colour(tone, self.tokens)}'>{html}</p>"

    def toned(self, text: str, tone: Tone) -> str:
        """Return words in a tone."""
        return f"<span style='color:{text_colour(tone, self.tokens)}'>{escape(text)}</span>"

    def note(self, html: str) -> str:
        """Return a paragraph on amber; a cell is the only patch Qt's rich text pads."""
        ink = self.tokens.inks[Tone.WARN]
        style = f"color:{ink.text}; background-color:{ink.fill}"
        edge = f"border-color:{ink.edge}; border-style:solid; border-collapse:collapse"
        return (
            "<table width='100%' cellpadding='6' cellspacing='0' border='1' "
            f"style='margin-top:4px; {edge}'>"
            f"<tr><td style='{style}'>{html}</td></tr></table>"
        )

    def columns(self, cells: Sequence[str]) -> str:
        """Return pieces side by side, equally wide."""
        width = 100 // max(len(cells), 1)
        style = f"padding-right:{SPACE_M}px"
        told = "".join(f"<td width='{width}%' style='{style}'>{cell}</td>" for cell in cells)
        frame = "width='100%' cellpadding='0' cellspacing='0' style='margin-top:4px'"
        return f"<table {frame}><tr>{told}</tr></table>"

    def table(
        self, heads: Sequence[str], rows: Iterable[Sequence[str]], widths: Sequence[int] = ()
    ) -> str:
        """Return a table of escaped cells; widths in percent, 0 for what the words need.

        The headings are plain, and repeated on every page of paper.
        """
        shares = [f" width='{width}%'" if width else "" for width in widths] or [""] * len(heads)
        unbroken = [not width for width in widths]
        first = "".join(
            f"<th align='left'{share} style='color:{self.tokens.muted}'>{cell}</th>"
            for share, cell in zip(shares, _kept(map(escape, heads), unbroken), strict=True)
        )
        told = (
            f"<tr>{''.join(f'<td>{cell}</td>' for cell in _kept(row, unbroken))}</tr>"
            for row in rows
        )
        edge = f"border-color:{self.tokens.border}; border-style:solid; border-collapse:collapse"
        return (
            f"<table width='100%' cellpadding='6' cellspacing='0' border='1' "
            f"style='margin-top:6px; margin-bottom:6px; {edge}'>"
            f"{f'<thead><tr>{first}</tr></thead>' if first else ''}{''.join(told)}</table>"
        )

    def regions(self, regions: Iterable[Region]) -> str:
        """Return links to regions, one after the other."""
        return BESIDE.join(self.region(region) for region in regions)

    def region(self, region: Region) -> str:
        """Return a link to a region."""
        return self.link(f"{REGION_SCHEME}:{region.id}", region.name)

    def source(self, source: Source) -> str:
        """Return a document's title and date, as a link if it has a safe address."""
        told = f"{source.title}, {partial_day(source.as_of, self.language)}"
        if source.url is None or not source.url.startswith("https://"):
            return escape(told)
        return self.link(source.url, told)

    def sources(self, ids: Iterable[str], catalog: Catalog) -> str:
        """Return the documents of some ids, those the catalogue knows."""
        known = {source.id: source for source in catalog.sources}
        return BESIDE.join(self.source(known[each]) for each in ids if each in known)

    def link(self, target: str, text: str) -> str:
        """Return a link."""
        style = f"color:{self.tokens.accent}; text-decoration:none"
        # A name must not break: "Germany West" alone on a line reads as another region.
        told = escape(text) if len(text) > 40 else escape(text).replace(" ", "&nbsp;")
        return f"<a href='{escape(target, quote=True)}' style='{style}'>{told}</a>"


def _kept(cells: Iterable[str], unbroken: Sequence[bool]) -> list[str]:
    """Return the cells; those of columns without a width are never broken into lines."""
    found = list(cells)
    for at, keep in enumerate(unbroken):
        if keep:
            found[at] = f"<p style='white-space:nowrap'>{found[at]}</p>"
    return found


def reading_width_px(widget: QWidget, letters: int = READING_LETTERS) -> int:
    """Return the greatest width in pixels; larger type makes it wider."""
    return letters * widget.fontMetrics().averageCharWidth()


class DocumentView(DeafBrowser):
    """Shows what `RichText` wrote, read-only; Tab goes from link to link.

    Signals:
        region_asked: id of a region whose link was followed.
        link_asked: a `QUrl` of a source.
    """

    region_asked = Signal(str)
    link_asked = Signal(QUrl)
    letters = READING_LETTERS
    """Widest line; tables of many columns have more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setLineWrapMode(QTextBrowser.LineWrapMode.FixedPixelWidth)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._document: QTextDocument | None = None
        self._take_document(QTextDocument(self))
        self.anchorClicked.connect(self._on_anchor)

    def show_html(self, html: str) -> None:
        """Show another text; what is scrolled stays scrolled."""
        bar = self.verticalScrollBar()
        place = bar.value()
        # Into the document on show Qt lays out the whole text up to three times: as wide as it
        # is while the scroll bar goes, and comes. A new one is laid out as far as it is seen.
        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        document.setDefaultFont(self.font())
        document.setDefaultStyleSheet(PARAGRAPHS)
        document.setHtml(html)
        self._take_document(document)
        if place:
            below = QPointF(0, place + self.viewport().height())
            document.documentLayout().hitTest(below, Qt.HitTestAccuracy.FuzzyHit)
            bar.setValue(place)

    def _take_document(self, document: QTextDocument) -> None:
        """Show a document, and let go of the one before."""
        document.setDocumentMargin(SPACE_M)
        self.setDocument(document)
        before, self._document = self._document, document
        if before is not None:  # the first of all is Qt's own, which goes by itself
            before.deleteLater()

    @Slot(QUrl)
    def _on_anchor(self, url: QUrl) -> None:
        if url.scheme() == REGION_SCHEME:
            self.region_asked.emit(url.path())
        elif url.scheme() == "https":
            self.link_asked.emit(url)

    def _fit(self) -> None:
        """Break lines at the width of the window, or of what is read well if that is less."""
        wide = min(self.viewport().width(), reading_width_px(self, self.letters))
        if wide != self.lineWrapColumnOrWidth():  # Qt would lay out all of it again
            self.setLineWrapColumnOrWidth(wide)

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(480, 160)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 80)
