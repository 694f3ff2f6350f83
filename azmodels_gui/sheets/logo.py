# SPDX-License-Identifier: MIT
"""A client's logo: PNG or SVG, checked before it goes on a sheet."""

import re
import struct
import zlib
from collections.abc import Iterator
from xml.etree import ElementTree

from azmodels_gui.language.errors import ToldError
from azmodels_gui.language.words import N_
from azmodels_gui.sheets.sheet import Logo

MAX_BYTES = 5 * 1024 * 1024
MAX_SIDE_PX = 8_000
MAX_SIDE = 1e6
"""Of an SVG picture, in its own units."""
_PNG = b"\x89PNG\r\n\x1a\n"
_NUMBER = re.compile(r"\s*([0-9]+(?:\.[0-9]+)?)\s*(?:px|pt|mm|cm|in)?\s*")


class LogoUnusable(ToldError):
    """The file is no picture that a sheet can carry; the text says why, in the middle of one."""


def read_logo(data: bytes) -> Logo:
    """Return a logo with its proportions.

    Raises:
        LogoUnusable: too large, damaged, or neither PNG nor SVG.
    """
    if len(data) > MAX_BYTES:
        limit = MAX_BYTES // 1024 // 1024
        raise LogoUnusable(
            N_("it is larger than {limit} MiB; a logo on paper needs far less"), limit=limit
        )
    if data.startswith(_PNG):
        return _png(data)
    if b"<svg" in data[:4096] or b":svg" in data[:4096]:
        return _svg(data)
    raise LogoUnusable(N_("it is neither a PNG nor an SVG picture"))


def _png(data: bytes) -> Logo:
    """Read size and check that every part of the file is whole."""
    names = []
    pixels = b""
    width = height = 0
    for name, content in _chunks(data):
        names.append(name)
        if name == b"IHDR" and len(content) == 13:
            width, height = struct.unpack(">II", content[:8])
        if name == b"IDAT":
            pixels += content
    if names[:1] != [b"IHDR"] or names[-1:] != [b"IEND"] or b"IDAT" not in names:
        raise LogoUnusable(N_("the PNG picture is incomplete"))
    if not _is_compressed(pixels):
        raise LogoUnusable(N_("the PNG picture is damaged"))
    if not (0 < width <= MAX_SIDE_PX and 0 < height <= MAX_SIDE_PX):
        raise LogoUnusable(
            N_("a side of the PNG picture is not within 1 to {most} pixels"), most=MAX_SIDE_PX
        )
    return Logo(data, "image/png", float(width), float(height))


def _is_compressed(pixels: bytes) -> bool:
    """Tell whether pixels can be unpacked; the beginning shows it, and cannot fill the memory."""
    try:
        return bool(zlib.decompressobj().decompress(pixels, 65_536))
    except zlib.error:
        return False


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    position = len(_PNG)
    while position + 12 <= len(data):
        length, name = struct.unpack(">I4s", data[position : position + 8])
        end = position + 12 + length
        content, told = data[position + 8 : end - 4], data[end - 4 : end]
        if end > len(data) or zlib.crc32(name + content) != int.from_bytes(told, "big"):
            raise LogoUnusable(N_("the PNG picture is damaged"))
        yield name, content
        if name == b"IEND":
            return
        position = end


def _svg(data: bytes) -> Logo:
    if b"<!ENTITY" in data:
        raise LogoUnusable(N_("the SVG picture defines entities, which a logo does not need"))
    try:
        root = ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise LogoUnusable(N_("the SVG picture is damaged ({error})"), error=error) from error
    if root.tag.rpartition("}")[2] != "svg":
        raise LogoUnusable(N_("it is XML, but no SVG picture"))
    width, height = _svg_size(root)
    if not (0 < width <= MAX_SIDE and 0 < height <= MAX_SIDE):
        raise LogoUnusable(
            N_("the SVG picture tells no size (neither viewBox nor width and height)")
        )
    return Logo(data, "image/svg+xml", width, height)


def _svg_size(root: ElementTree.Element) -> tuple[float, float]:
    box = root.get("viewBox", "").replace(",", " ").split()
    try:
        if len(box) == 4:
            return float(box[2]), float(box[3])
    except ValueError:
        return 0.0, 0.0
    width, height = (_NUMBER.fullmatch(root.get(side, "")) for side in ("width", "height"))
    if width is None or height is None:
        return 0.0, 0.0
    return float(width[1]), float(height[1])
