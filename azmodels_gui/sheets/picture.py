# SPDX-License-Identifier: MIT
"""Charts and logos as PNG pictures, for files that hold no SVG: drawn by Typst, without Qt."""

import json
import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from azmodels_gui.charts.chart import PAPER, Chart
from azmodels_gui.charts.drawing import drawn
from azmodels_gui.sheets.setting import program_fonts, remembers
from azmodels_gui.sheets.sheet import Logo
from azmodels_gui.sheets.typeset import FONT

if TYPE_CHECKING:
    from typst import Compiler

POINTS_PER_INCH = 72
SHARP = 200
"""Pixels of a picture to the inch."""
_LOOK = replace(PAPER, family=FONT)
_PAGE = """#set page(width: auto, height: auto, margin: 0pt, fill: none)
#image(bytes(sys.inputs.picture), format: "svg", width: {width}pt)"""


_PICTURE = 'image(bytes(json(bytes(sys.inputs.picture))), format: "FORM"'
_DRAWN = f"#set page(width: 9pt, height: 9pt, margin: 0pt)\n#{_PICTURE}, width: 9pt, height: 9pt)"
_ITSELF = f"#set page(width: auto, height: auto, margin: 0pt)\n#{_PICTURE})"
_SIZE = re.compile(rb'^<svg [^>]*?width="([\d.]+)pt" height="([\d.]+)pt"')


@dataclass(frozen=True)
class Picture:
    """A PNG or JPEG picture and its size on paper, in points."""

    data: bytes
    width: float
    height: float


def chart_picture(chart: Chart, width: float, size: tuple[float, float] | None = None) -> Picture:
    """Return the drawing of a chart.

    Args:
        chart: what it shows.
        width: on paper, in points.
        size: width and height of the drawing in its own units; None: as on paper.
    """
    drawing = drawn(chart, _LOOK, size)
    height = width * drawing.height / drawing.width
    return Picture(_rendered(drawing.svg, width), width, height)


def logo_picture(logo: Logo, room: tuple[float, float]) -> Picture:
    """Return a logo, as large as fits into a width and a height in points."""
    scale = min(room[0] / logo.width, room[1] / logo.height)
    width, height = logo.width * scale, logo.height * scale
    if logo.media_type != "image/svg+xml":
        return Picture(logo.data, width, height)
    return Picture(_rendered(logo.data.decode("utf-8", "replace"), width), width, height)


def picture_size(data: bytes, form: str) -> tuple[float, float] | None:
    """Return width and height of a picture in points; None: it cannot be drawn.

    Args:
        data: of the file.
        form: `png`, `jpg` or `svg`.
    """
    from typst import TypstError

    page = _ITSELF.replace("FORM", form).encode()
    given = {"picture": json.dumps(list(data))}
    try:
        _compiler().compile(_DRAWN.replace("FORM", form).encode(), format="png", sys_inputs=given)
        made = _compiler().compile(page, format="svg", sys_inputs=given)
    except TypstError:
        return None
    finally:
        remembers(form)
    found = _SIZE.match(made) if isinstance(made, bytes) else None
    return None if found is None else (float(found[1]), float(found[2]))


def _rendered(svg: str, width: float) -> bytes:
    found = _compiler().compile(
        _PAGE.format(width=f"{width:.2f}").encode(),
        format="png",
        ppi=SHARP,
        sys_inputs={"picture": svg},
    )
    remembers("png")
    if not isinstance(found, bytes):
        raise TypeError("a picture is one page")
    return found


@cache
def _compiler() -> "Compiler":
    """Return what draws; the program's own font, so that every machine draws the same."""
    # Late: most starts of the program make no picture.
    from typst import Compiler

    return Compiler(font_paths=program_fonts())
