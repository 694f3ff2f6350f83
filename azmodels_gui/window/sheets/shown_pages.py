# SPDX-License-Identifier: MIT
"""The pages of a preview, painted over its empty ones: those on show, a slice at a time.

A preview of Qt's records all pages before it shows the first: 115 pages hold the window for ten
seconds. So it is given empty ones, and keeps what it is good at: places, sizes, turning pages.
Qt takes up to a fifth of a second for a full page of 9,000 letters, and can be interrupted nowhere:
the window answers between slices.
"""

import re
from base64 import b64decode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from zlib import decompress

from PySide6.QtCore import (
    QByteArray,
    QEvent,
    QObject,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtPrintSupport import QPrintPreviewDialog
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QGraphicsView, QWidget

SLICE_BYTES = 60_000
"""Some 500 letters, which take 20 ms to be read and painted, 30 at most."""
_DEFINED = re.compile(rb"<defs\b.*?</defs>", re.DOTALL)
_LETTER = re.compile(rb'<symbol id="([^"]+)".*?</symbol>', re.DOTALL)
_USED = re.compile(rb'xlink:href="#([^"]+)"')
_GROUP = re.compile(rb"<(?:g|a)\b[^>]*(?<!/)>|</(?:g|a)>")
_PICTURE = re.compile(rb"<image ([^>]*data:image/svg\+xml;base64,[^>]*)/>")
_FILLED = re.compile(rb'<(use|path(?= fill="#)) ')
_NO_OUTLINE = b'stroke-width="0.001" stroke-dasharray="0.001 99999"'
_ROOT = re.compile(rb"<((?:\w+:)?)svg\b([^>]*)>(.*)</(?:\w+:)?svg\s*>", re.DOTALL)
_ATTRIBUTE = re.compile(rb"""([\w:-]+)\s*=\s*["']([^"']*)["']""")
_NUMBER = re.compile(rb"(-?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)(px|pt|mm|cm|in)?")
_REMARK = re.compile(rb"<!--.*?-->", re.DOTALL)
_UNITS = {b"pt": 96 / 72, b"mm": 96 / 25.4, b"cm": 96 / 2.54, b"in": 96.0}
"""Of a drawing's sizes, in its own units."""


def drawings(
    page: bytes, *, on_paper: bool = False, size: int = SLICE_BYTES
) -> Iterator[QSvgRenderer]:
    """Yield what makes the page of Typst when one is painted over the other.

    Args:
        page: one of `svg_pages`.
        on_paper: it goes to a printer.
        size: of a part, in bytes, at least.
    """
    for each in slices(page, size):
        told = _PICTURE.sub(_in_place, _without_outlines(each) if on_paper else each)
        yield QSvgRenderer(QByteArray(told))


def slices(page: bytes, size: int) -> Iterator[bytes]:
    """Yield the page in parts, each a whole drawing, that are painted one over the other.

    A page is groups within groups; it is cut where one ends, and those around it are closed and
    opened again. Of the letters, which are defined once, those go with a part that it has.
    """
    root, rest = _split_root(page)
    defined = b"".join(_DEFINED.findall(rest))
    letters = {found[1]: found[0] for found in _LETTER.finditer(defined)}
    others = _LETTER.sub(b"", defined)

    def whole(part: bytes) -> bytes:
        used = b"".join(letters[each] for each in {*_USED.findall(part)} & letters.keys())
        return root + part + b"<defs>" + used + b"</defs>" + others + b"</svg>"

    body = _DEFINED.sub(b"", rest)
    around: list[bytes] = []
    reopened, start = b"", 0
    for found in _GROUP.finditer(body):
        tag = found[0]
        if not tag.startswith(b"</"):
            around.append(tag)
            continue
        around.pop()
        if found.end() - start >= size:
            closed = b"".join(b"</%s>" % each[1:2] for each in reversed(around))
            yield whole(reopened + body[start : found.end()] + closed)
            reopened, start = b"".join(around), found.end()
    yield whole(reopened + body[start:])


def _split_root(page: bytes) -> tuple[bytes, bytes]:
    """Return the first tag, and all up to the last."""
    first = page.index(b">", page.index(b"<svg")) + 1
    return page[:first], page[first : page.rindex(b"</svg")]


def _without_outlines(drawing: bytes) -> bytes:
    """Return a drawing for Qt's writer of PDF and PostScript.

    Around what is filled and has no stroke it fills an outline one unit wide (6.11): that is made
    a speck.
    """
    return _FILLED.sub(rb"<\1 " + _NO_OUTLINE + b" ", drawing)


def _in_place(found: re.Match[bytes]) -> bytes:
    """Return an embedded drawing as a group.

    A picture would be painted as dots, and Qt passes over a drawing within a drawing. One whose
    measures make no sense stays a picture.
    """
    shown = dict(_ATTRIBUTE.findall(found[1]))
    root = _ROOT.search(_REMARK.sub(b"", b64decode(shown[b"xlink:href"].partition(b",")[2])))
    if root is None:
        return b""
    named = dict(_ATTRIBUTE.findall(root[2]))
    box = [float(each) for each, _ in _NUMBER.findall(named.pop(b"viewBox", b""))]
    own = [_NUMBER.match(named.pop(side, b"")) for side in (b"width", b"height")]
    sizes = [float(each[1]) * _UNITS.get(each[2], 1.0) if each else 1.0 for each in own]
    left, top, wide, high = box if len(box) == 4 else (0.0, 0.0, *sizes)
    if wide <= 0 or high <= 0:
        return found[0]
    across, down = float(shown[b"width"]) / wide, float(shown[b"height"]) / high
    place = f"scale({across:.5f} {down:.5f}) translate({-left} {-top})".encode()
    kept = b"".join(b' %s="%s"' % each for each in named.items())
    return b'<g transform="%s %s"><%sg%s>%s</%sg></g>' % (
        shown.get(b"transform", b""),
        place,
        root[1],
        kept,
        root[3],
        root[1],
    )


MOST_PIXELS = 6_000_000
"""Of a page, 24 MB; larger ones are blurred a little (A4 beyond 250 %)."""
KEPT_PIXELS = 12_000_000
"""Of pages that were on show before, so that going back shows them at once."""


class ShownPages(QWidget):
    """Lies on the view of a preview; whoever clicks on it clicks on the view.

    Signals:
        painted: all that is on show is there.
    """

    painted = Signal()

    def __init__(self, dialog: QPrintPreviewDialog) -> None:
        view = dialog.findChild(QGraphicsView)
        assert isinstance(view, QGraphicsView)
        super().__init__(view)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._paper = QSize()
        self._pages: Sequence[bytes] = ()
        self._shown: dict[int, QRect] = {}
        self._images: dict[int, QImage] = {}
        self._work: _Work | None = None
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)
        view.viewport().installEventFilter(self)
        self.setGeometry(view.viewport().geometry())

    @property
    def view(self) -> QGraphicsView:
        """What it lies on."""
        view = self.parentWidget()
        assert isinstance(view, QGraphicsView)
        return view

    def show_pages(self, pages: Sequence[bytes], paper: QSize) -> None:
        """Show other pages on the empty ones.

        Args:
            pages: packed ones of Typst's; as many as the preview has.
            paper: size of the preview's pages.
        """
        self._pages, self._paper = pages, paper
        self._shown, self._work = {}, None
        self._images.clear()
        self.update()

    # Qt override
    def eventFilter(self, viewport: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(viewport, QWidget):
            self.setGeometry(viewport.geometry())
        return False

    # Qt override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._shown = self._on_show()  # whatever moves a page paints it anew
        for at, place in self._shown.items():
            begun = self._work.image if self._work and self._work.at == at else None
            image = self._images.get(at, begun)
            if image is not None:
                painter.drawImage(place, image)
        painter.end()
        if self._pages:
            self._timer.start()

    def _on_show(self) -> dict[int, QRect]:
        """Return the pages that are seen, and where they lie on this widget."""
        to_view, found = self.view.viewportTransform(), {}
        for at, item in enumerate(self.view.scene().items(Qt.SortOrder.AscendingOrder)):
            place = to_view.mapRect(QRectF(item.scenePos(), self._paper)).toAlignedRect()
            if at < len(self._pages) and place.intersects(self.rect()):
                found[at] = place
        return found

    def _pixels(self, place: QRect) -> QSize:
        """Return how large the image of a page is to be."""
        whole = place.size() * self.devicePixelRatioF()
        many = _area(whole)
        return whole if many <= MOST_PIXELS else whole * (MOST_PIXELS / many) ** 0.5

    @Slot()
    def _go_on(self) -> None:
        """Paint the next slice of the page that is under work, or begin with another."""
        shown, work = self._shown, self._work
        if (
            work is None
            or work.at not in shown
            or work.image.size() != self._pixels(shown[work.at])
        ):
            work = self._work = self._begun()
        if work is None:
            self._timer.stop()
            self.painted.emit()
            return
        drawing = next(work.left, None)
        if drawing is None:
            self._keep(work)
        else:
            painter = QPainter(work.image)
            drawing.render(painter, QRectF(work.image.rect()))
            painter.end()
        self.update(shown[work.at])

    def _begun(self) -> "_Work | None":
        """Begin with the first page on show that is not there in its size."""
        for at, place in self._shown.items():
            size = self._pixels(place)
            if size.isEmpty() or (at in self._images and self._images[at].size() == size):
                continue
            image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
            image.fill(Qt.GlobalColor.transparent)
            return _Work(at, image, drawings(decompress(self._pages[at])))
        return None

    def _keep(self, work: "_Work") -> None:
        """Keep a page that is done; of those that are not on show any more only some."""
        self._work = None
        self._images.pop(work.at, None)
        self._images[work.at] = work.image  # the latest stands last
        gone = [at for at in self._images if at not in self._shown]
        pixels = sum(_area(self._images[at].size()) for at in gone)
        for at in gone:
            if pixels <= KEPT_PIXELS:
                break
            pixels -= _area(self._images.pop(at).size())


def _area(size: QSize) -> int:
    return size.width() * size.height()


@dataclass
class _Work:
    """A page that is being painted."""

    at: int
    image: QImage
    left: Iterator[QSvgRenderer]
