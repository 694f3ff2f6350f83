# SPDX-License-Identifier: MIT
"""Pictures of a sheet: a client's logo, checked and drawn once; and PNG of charts for files without
SVG, drawn by Typst, without Qt."""

import base64
import json
import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain
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
_COSTLY = {"feTurbulence", "feConvolveMatrix", "feMorphology"}
"""Filters whose work has no limit."""


_DAMAGED = N_("the {format} picture is damaged")
_TOO_WIDE = N_("a side of the picture has more than {most} pixels")


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
        raise LogoUnusable(_TOO_WIDE, most=MAX_SIDE_PX)
    size = None if pixels == (0, 0) else picture_size(data, form)
    if size is None:
        raise LogoUnusable(
            _DAMAGED,
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
    if _tag(root) != "svg":
        raise LogoUnusable(N_("it is XML, but no SVG picture"))
    hrefs = [each for node in root.iter() for each in _hrefs(node)]
    if any(not each.startswith(_INSIDE) for each in hrefs):
        raise LogoUnusable(N_("the SVG picture refers to something outside of itself"))
    costly = next((_tag(node) for node in root.iter() if _tag(node) in _COSTLY), None)
    if costly is not None:
        words = N_("the SVG picture has the filter {name}, which a logo does not need")
        raise LogoUnusable(words, name=costly)
    _check_pixels([_pixels_of(each) for each in hrefs if not each.startswith("#")])
    if _elements_drawn(root) > MAX_DRAWN:
        raise LogoUnusable(
            N_("the SVG picture repeats its parts more than {most} times"), most=MAX_DRAWN
        )


def _check_pixels(counts: list[int]) -> None:
    if 0 in counts:
        raise LogoUnusable(_DAMAGED, format="SVG")
    if sum(counts) > MAX_SIDE_PX**2:
        raise LogoUnusable(_TOO_WIDE, most=MAX_SIDE_PX)


def _tag(node: ElementTree.Element) -> str:
    return node.tag.rpartition("}")[2]


def _hrefs(node: ElementTree.Element) -> list[str]:
    return [node.get(name, "").strip() for name in _HREFS if node.get(name)]


def _pixels_of(address: str) -> int:
    """Return how many pixels a picture inside of another has; 0: nobody knows."""
    head, _, letters = address.partition(",")
    try:
        data = base64.b64decode(letters) if head.endswith(";base64") else b""
    except ValueError:
        data = b""
    width, height = _png_size(data) if data.startswith(_PNG) else _jpeg_size(data)
    return width * height


_URL = re.compile(r"url\(([^()]*)\)")
_AROUND = " \t\r\n\"'"
_SELECTED = re.compile(r"[.#]?[\w-]+")
_ANY = re.compile(r"[*:\[]")
"""What a selector has that may be of whatever element."""
_NUMBER = re.compile(r"[\d.]+")
_COLOURS = {"linearGradient", "radialGradient"}
"""What is referred to, but not drawn again for each reference."""


class _Parts:
    """What is drawn within each element of an SVG picture; rather too much than too little.

    A hostile file must not make the looking itself endless: nothing here goes through all rules
    for each element, or through a text again for each of its letters.
    """

    def __init__(self, root: ElementTree.Element) -> None:
        self._named: dict[str, list[ElementTree.Element]] = {}
        for node in root.iter():
            if node.get("id") and _tag(node) not in _COLOURS:
                self._named.setdefault(node.get("id", ""), []).append(node)
        self._ruled: dict[str, list[list[str]]] = {}
        for node in root.iter():
            if _tag(node) == "style":
                self._read_rules("".join(node.itertext()))

    def _read_rules(self, sheet: str) -> None:
        for rule in sheet.split("}"):
            who, _, what = rule.rpartition("{")
            if names := self._addressed(what):
                for each in ["*"] if _ANY.search(who) else _SELECTED.findall(who):
                    self._ruled.setdefault(each, []).append(names)

    def _addressed(self, text: str) -> list[str]:
        names = (each.strip(_AROUND).removeprefix("#") for each in _URL.findall(text))
        return [name for name in names if name in self._named]

    def of(self, node: ElementTree.Element) -> Iterator[tuple[ElementTree.Element, int]]:
        """Yield what is drawn within an element, and how often at most."""
        for child in node:
            yield child, 1
        for href in _hrefs(node):
            for part in self._named.get(href.removeprefix("#"), ()):
                yield part, 1
        # A marker is drawn at each point of a line.
        points = 1 + len(_NUMBER.findall(node.get("d", "") + node.get("points", "")))
        classes = (f".{each}" for each in node.get("class", "").split())
        selected = ("*", _tag(node), f"#{node.get('id')}", *classes)
        stated = (self._addressed(value) for value in node.attrib.values())
        ruled = (names for each in selected for names in self._ruled.get(each, ()))
        for name in chain.from_iterable(chain(stated, ruled)):
            for part in self._named[name]:
                yield part, points if _tag(part) == "marker" else 1


def _elements_drawn(root: ElementTree.Element) -> int:
    """Return how many elements are drawn; more than are allowed where a part repeats itself."""
    parts = _Parts(root)
    known: dict[ElementTree.Element, int] = {}
    under_way: set[ElementTree.Element] = set()

    def drawn(node: ElementTree.Element) -> int:
        if node in known:
            return known[node]
        if node in under_way:
            return MAX_DRAWN + 1
        under_way.add(node)
        total = 1
        for part, times in parts.of(node):
            total += times * drawn(part)
            if total > MAX_DRAWN:
                break
        known[node] = total
        under_way.remove(node)
        return total

    try:
        return drawn(root)
    except RecursionError:
        return MAX_DRAWN + 1
