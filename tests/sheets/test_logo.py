# SPDX-License-Identifier: MIT
"""Pictures that a sheet can carry, and files that only look like one."""

import struct
import zlib

import pytest

from azmodels_gui.sheets.logo import MAX_BYTES, LogoUnusable, read_logo

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><rect width="9"/></svg>'


def png(width: int = 2, height: int = 1, pixels: bytes = b"") -> bytes:
    """Return a real picture of white pixels."""

    def chunk(name: bytes, content: bytes) -> bytes:
        told = zlib.crc32(name + content)
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", told)

    rows = b"".join(b"\0" + b"\xff" * 3 * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = chunk(b"IHDR", head), chunk(b"IDAT", pixels or zlib.compress(rows)), chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def test_a_png_has_its_size() -> None:
    logo = read_logo(png(30, 10))
    assert (logo.media_type, logo.width, logo.height) == ("image/png", 30, 10)


@pytest.mark.parametrize(
    ("data", "size"),
    [
        pytest.param(SVG, (120, 40), id="size from the view box"),
        pytest.param(
            b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="30mm" '
            b'height="10"/>',
            (30, 10),
            id="size from width and height",
        ),
    ],
)
def test_an_svg_has_its_size(data: bytes, size: tuple[float, float]) -> None:
    logo = read_logo(data)
    assert (logo.media_type, (logo.width, logo.height)) == ("image/svg+xml", size)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(b"", "neither a PNG nor an SVG", id="an empty file"),
        pytest.param(b"\xff\xd8\xff\xe0 a photograph", "neither a PNG nor an SVG", id="a JPEG"),
        pytest.param(png()[:40], "incomplete", id="a PNG cut short"),
        pytest.param(png()[:30] + b"x" + png()[31:], "damaged", id="a PNG with a wrong byte"),
        pytest.param(png(9_000, 1), "pixels", id="a PNG that is absurdly wide"),
        pytest.param(png(pixels=b"x"), "damaged", id="a PNG whose pixels cannot be unpacked"),
        pytest.param(b'<svg viewBox="0 0 nan inf"/>', "no size", id="an SVG without end"),
        pytest.param(SVG[:-9], "damaged", id="an SVG cut short"),
        pytest.param(b"<html><svg></svg></html>", "no SVG picture", id="a page with a picture"),
        pytest.param(b"<svg></svg>", "no size", id="an SVG without a size"),
        pytest.param(b'<svg viewBox="a b c d"/>', "no size", id="an SVG with words for a size"),
        pytest.param(
            b'<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg viewBox="0 0 1 1"/>',
            "entities",
            id="an SVG that could grow without end",
        ),
        pytest.param(png() + b"\0" * MAX_BYTES, "larger than 5 MiB", id="a file of 5 MiB"),
    ],
)
def test_other_files_are_refused_with_a_reason(data: bytes, reason: str) -> None:
    with pytest.raises(LogoUnusable, match=reason):
        read_logo(data)
