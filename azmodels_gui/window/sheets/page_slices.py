# SPDX-License-Identifier: MIT
"""A page of Typst's as Qt paints it well: a slice at a time, so that the window answers between.

Qt takes up to a fifth of a second for a full page of 9,000 letters, and can be interrupted nowhere.
"""

import re
from base64 import b64decode
from collections.abc import Iterator

from PySide6.QtCore import QByteArray
from PySide6.QtSvg import QSvgRenderer

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
