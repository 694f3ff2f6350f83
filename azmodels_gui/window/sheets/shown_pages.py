# SPDX-License-Identifier: MIT
"""The pages of a preview, painted over its empty ones: those on show, a slice at a time.

A preview of Qt's records all pages before it shows the first: 115 pages hold the window for ten
seconds. So it is given empty ones, and keeps what it is good at: places, sizes, turning pages.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from zlib import decompress

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtPrintSupport import QPrintPreviewDialog
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QGraphicsView, QWidget

from azmodels_gui.window.sheets.page_slices import drawings

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
