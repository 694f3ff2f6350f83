# SPDX-License-Identifier: MIT
"""A chart as it leaves the window: the drawing for paper, as vectors and as dots."""

from PySide6.QtCore import QByteArray, QSize
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtSvg import QSvgRenderer

from azmodels_gui.charts.chart import Chart
from azmodels_gui.charts.drawing import drawn
from azmodels_gui.charts.look import PAPER
from azmodels_gui.window.widgets.picture_files import image_of, png_of

SVG_TYPE = "image/svg+xml"


def svg_bytes(chart: Chart) -> bytes:
    """Return the chart with its title as an SVG file."""
    return drawn(chart, titled=True).svg.encode()


def chart_image(chart: Chart) -> QImage:
    """Return the chart with its title as an image."""
    picture = QSvgRenderer(QByteArray(svg_bytes(chart)))
    return image_of(QSize(picture.defaultSize()), PAPER.ground, picture.render)


def png_bytes(chart: Chart) -> bytes:
    """Return the chart with its title as a PNG file."""
    return png_of(chart_image(chart))


def copy_chart(chart: Chart) -> None:
    """Put the chart into the clipboard: another program takes the vectors or the dots."""
    clipboard = QGuiApplication.clipboard()
    clipboard.setImage(chart_image(chart))
    # Into the data that Qt made: data made here would be asked for its formats when the program
    # has ended, by the X11 clipboard, and crash.
    clipboard.mimeData().setData(SVG_TYPE, QByteArray(svg_bytes(chart)))
