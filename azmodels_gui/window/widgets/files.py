# SPDX-License-Identifier: MIT
"""Files that a user asks for: where they go, and something painted as the bytes of a picture."""

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

from msgspec import Struct
from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QRectF,
    QSize,
    QStandardPaths,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QGuiApplication, QImage, QImageWriter, QPainter
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from azmodels_gui.language.words import ToldError, shown_language, tr
from azmodels_gui.window.ending import end
from azmodels_gui.window.page import WriteFile


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
    if wanted.path.is_absolute() and wanted.path.parent.is_dir():
        dialog.setDirectory(str(wanted.path.parent))
    dialog.selectFile(wanted.path.name)
    return next(iter(_chosen(dialog)), None)


def ask_file(parent: QWidget, title: str, kinds: str) -> Path | None:
    """Ask for a file to be read, with the system's own dialog; None: cancelled.

    Args:
        parent: the window it belongs to.
        title: what for.
        kinds: which files are offered, as `QFileDialog` wants it.
    """
    dialog = QFileDialog(parent, title, "", kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return next(iter(_chosen(dialog)), None)


def ask_files(parent: QWidget, title: str, kinds: str) -> Sequence[Path]:
    """Ask for files as `ask_file` does; none: cancelled."""
    dialog = QFileDialog(parent, title, "", kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    return _chosen(dialog)


def _chosen(dialog: QFileDialog) -> Sequence[Path]:
    accepted = dialog.exec() == QFileDialog.DialogCode.Accepted
    names = dialog.selectedFiles() if accepted else ()
    end(dialog)
    return [Path(name) for name in names]


SVG_TYPE = "image/svg+xml"
DOTS_PER_PIXEL = 2
"""So that a picture stays sharp on a projector."""

Paint = Callable[[QPainter], object]
"""Draws in pixels of the screen, from the upper left corner."""


def image_of(size: QSize, ground: str, paint: Paint) -> QImage:
    """Return what is painted on a ground as an image."""
    image = QImage(size * DOTS_PER_PIXEL, QImage.Format.Format_RGB32)
    image.fill(QColor(ground))
    painter = QPainter(image)
    painter.scale(DOTS_PER_PIXEL, DOTS_PER_PIXEL)
    paint(painter)
    painter.end()
    return image


def png_of(image: QImage) -> bytes:
    """Return an image as a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def svg_of(size: QSize, ground: str, title: str, paint: Paint) -> bytes:
    """Return what is painted on a ground as an SVG file."""
    from PySide6.QtSvg import QSvgGenerator

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    page = QRectF(0, 0, size.width(), size.height())
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(size)
    generator.setViewBox(page)
    generator.setTitle(title)
    painter = QPainter(generator)
    painter.fillRect(page, QColor(ground))
    paint(painter)
    painter.end()
    return _COSMETIC.sub(_plain_stroke, bytes(buffer.data().data()))


_COSMETIC = re.compile(
    rb'(<g [^>]*stroke-width=")([\d.]+)("[^>]*transform="matrix\(([^)]*)\)"[^>]*>)'
    rb'((?:\s*<\w+ [^>]*vector-effect="non-scaling-stroke"[^>]*>)+)'
)


def _plain_stroke(found: re.Match[bytes]) -> bytes:
    """Return paths whose stroke is scaled with them: many programs know no other one."""
    across, skewed, slanted, down, *_ = (float(each) for each in found[4].split(b","))
    scale = math.sqrt(abs(across * down - skewed * slanted)) or 1.0
    width = b"%.6f" % (float(found[2]) / scale)
    paths = found[5].replace(b' vector-effect="non-scaling-stroke"', b"")
    return found[1] + width + found[3] + paths


class SavingMenu(QMenu):
    """A menu that saves what is on show.

    Attributes:
        ask_path: asks where a file goes.
        folder: where files went last; empty: the user's documents.

    Signals:
        news: what was done, or why it was not.
        folder_changed: files go to another folder from now on.
    """

    news = Signal(str)
    folder_changed = Signal()

    def __init__(self, write: WriteFile, parent: QWidget) -> None:
        super().__init__(parent)
        self._write, self._holder = write, parent
        self.ask_path: AskPath = ask_path
        self.folder = ""

    def _asked(self, title: str, kind: str, name: str) -> Path | None:
        """Return where a file of some kind goes, with the ending of the proposed name."""
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        proposed = Path(self.folder or QStandardPaths.writableLocation(documents)) / name
        path = self.ask_path(WantedFile(title, kind, proposed.suffix, proposed), self._holder)
        return path.with_name(path.name + proposed.suffix) if path and not path.suffix else path

    def _save(self, path: Path, data: bytes) -> None:
        try:
            self._write(path, data)
        except ToldError as problem:
            self.news.emit(problem.told(shown_language()))
            return
        if self.folder != str(path.parent):
            self.folder = str(path.parent)
            self.folder_changed.emit()
        self.news.emit(tr("Saved as {file}").replace("{file}", str(path)))


class ShownPicture(Protocol):
    """What can be copied and saved."""

    def image(self) -> QImage:
        """Return it in dots."""

    def svg(self) -> bytes:
        """Return it as lines and letters, an SVG file."""


class PictureWords(Struct, frozen=True):
    """What is said of a picture that leaves the window."""

    title: str
    """Of the dialog."""
    stem: str
    """The proposed name without its ending."""
    copied: str
    """Said when it is in the clipboard."""


class PictureMenu(SavingMenu):
    """Copies a picture of what is on show, or saves it as PNG or SVG."""

    def __init__(
        self,
        shown: Callable[[], ShownPicture],
        words: PictureWords,
        write: WriteFile,
        parent: QWidget,
    ) -> None:
        super().__init__(write, parent)
        self._shown, self._words = shown, words
        self.addAction(tr("&Copy picture"), self.copy)
        self.addAction(tr("Save as &PNG ..."), partial(self.save, "png"))
        self.addAction(tr("Save as &SVG ..."), partial(self.save, "svg"))

    @Slot()
    def copy(self) -> None:
        """Put it into the clipboard: another program takes the vectors or the dots."""
        picture, clipboard = self._shown(), QGuiApplication.clipboard()
        clipboard.setImage(picture.image())
        # Into the data that Qt made: data made here would be asked for its formats when the program
        # has ended, by the X11 clipboard, and crash.
        clipboard.mimeData().setData(SVG_TYPE, QByteArray(picture.svg()))
        self.news.emit(self._words.copied)

    def save(self, ending: str) -> None:
        """Ask where, and write it as `png` or `svg`."""
        path = self._asked(self._words.title, ending.upper(), f"{self._words.stem}.{ending}")
        if path is not None:
            picture, as_lines = self._shown(), path.suffix.casefold() == ".svg"
            self._save(path, picture.svg() if as_lines else png_of(picture.image()))
