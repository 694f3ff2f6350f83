# SPDX-License-Identifier: MIT
"""Pictures of a sheet: a client's logo, checked and drawn once; and PNG of charts for files without
SVG, drawn by Typst, without Qt."""

import json
import re
import struct
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from azmodels_gui.charts.chart import PAPER, Chart
from azmodels_gui.charts.drawing import drawn
from azmodels_gui.language.words import N_, ToldError
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


MAX_BYTES = 5 * 1024 * 1024
MAX_SIDE_PX = 8_000
MAX_SIDE = 1e6
"""Of an SVG picture, in points."""
MAX_DRAWN = 20_000
"""Elements that an SVG picture draws, those that it repeats counted each time."""
_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_MEDIA = {"png": "image/png", "jpg": "image/jpeg", "svg": "image/svg+xml"}
_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
"""Marks in a JPEG after which its size stands."""
_HREFS = ("href", "{http://www.w3.org/1999/xlink}href")
_INSIDE = ("#", "data:image/png", "data:image/jpeg")


class LogoUnusable(ToldError):
    """The file is no picture that a sheet can carry; the text says why, in the middle of one."""


def looks_like_picture(data: bytes) -> bool:
    """Tell by its first bytes whether a file is meant to be a PNG, JPEG or SVG."""
    return data.startswith((_PNG, _JPEG)) or _begins_svg(data)


def _begins_svg(data: bytes) -> bool:
    return b"<svg" in data[:4096] or b":svg" in data[:4096]


def read_logo(data: bytes) -> Logo:
    """Return a logo with its proportions.

    Raises:
        LogoUnusable: too large, damaged, dangerous, or neither PNG, JPEG nor SVG.
    """
    if len(data) > MAX_BYTES:
        limit = MAX_BYTES // 1024 // 1024
        raise LogoUnusable(
            N_("it is larger than {limit} MiB; a logo on paper needs far less"), limit=limit
        )
    if data.startswith(_PNG):
        return _drawn(data, "png", _png_size(data))
    if data.startswith(_JPEG):
        return _drawn(data, "jpg", _jpeg_size(data))
    if _begins_svg(data):
        _check_svg(data)
        return _drawn(data, "svg", None)
    raise LogoUnusable(N_("it is neither a PNG nor a JPEG nor an SVG picture"))


def _drawn(data: bytes, form: str, pixels: tuple[int, int] | None) -> Logo:
    """Return a picture that the typesetter can draw.

    Args:
        data: of the file.
        form: `png`, `jpg` or `svg`.
        pixels: width and height as the file says; too many are not unpacked.
    """
    if pixels is not None and max(pixels) > MAX_SIDE_PX:
        raise LogoUnusable(
            N_("a side of the picture has more than {most} pixels"), most=MAX_SIDE_PX
        )
    size = None if pixels == (0, 0) else picture_size(data, form)
    if size is None:
        raise LogoUnusable(
            N_("the {format} picture is damaged"),
            format=_MEDIA[form].removeprefix("image/").removesuffix("+xml").upper(),
        )
    width, height = pixels or size
    if not (0 < width <= MAX_SIDE and 0 < height <= MAX_SIDE):
        raise LogoUnusable(N_("the SVG picture has no size that a page could show"))
    return Logo(data, _MEDIA[form], float(width), float(height))


def _png_size(data: bytes) -> tuple[int, int]:
    return struct.unpack(">II", data[16:24].ljust(8, b"\0"))


def _jpeg_size(data: bytes) -> tuple[int, int]:
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        length, _, height, width = struct.unpack(">HBHH", data[at + 2 : at + 9])
        if data[at + 1] in _FRAMES:
            return width, height
        at += 2 + length
    return 0, 0


def _check_svg(data: bytes) -> None:
    """Refuse what refers to something outside of the file, or would draw without end."""
    if b"<!ENTITY" in data:
        raise LogoUnusable(N_("the SVG picture defines entities, which a logo does not need"))
    try:
        root = ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise LogoUnusable(N_("the SVG picture is damaged ({error})"), error=error) from error
    if root.tag.rpartition("}")[2] != "svg":
        raise LogoUnusable(N_("it is XML, but no SVG picture"))
    if any(not each.startswith(_INSIDE) for node in root.iter() for each in _references(node)):
        raise LogoUnusable(N_("the SVG picture refers to something outside of itself"))
    named = {node.get("id", ""): node for node in root.iter()}
    if _elements_drawn(root, named) > MAX_DRAWN:
        raise LogoUnusable(
            N_("the SVG picture repeats its parts more than {most} times"), most=MAX_DRAWN
        )


def _references(node: ElementTree.Element) -> list[str]:
    return [node.get(name, "").strip() for name in _HREFS if node.get(name)]


def _elements_drawn(root: ElementTree.Element, named: dict[str, ElementTree.Element]) -> int:
    """Return how many elements are drawn; more than are allowed where a part repeats itself."""
    known: dict[ElementTree.Element, int] = {}
    under_way: set[ElementTree.Element] = set()

    def drawn(node: ElementTree.Element) -> int:
        if node in known:
            return known[node]
        if node in under_way:
            return MAX_DRAWN + 1
        under_way.add(node)
        parts = [*node, *(named[each[1:]] for each in _references(node) if each[1:] in named)]
        known[node] = min(1 + sum(map(drawn, parts)), MAX_DRAWN + 1)
        under_way.remove(node)
        return known[node]

    try:
        return drawn(root)
    except RecursionError:
        return MAX_DRAWN + 1
