# SPDX-License-Identifier: MIT
"""Pictures that a sheet can carry, and files that only look like one."""

import base64
import struct
import zlib
from contextlib import nullcontext

import pytest

from azmodels_gui.sheets.picture import MAX_BYTES, LogoUnusable, read_logo

JPEG = base64.b64decode(
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVk"
    "VGZIhlbXd7gYKBTmCNl4x9lnN+gXz/2wBDARUXFx4aHjshITt8U0ZTfHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8"
    "fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHz/wAARCAAKAB4DASIAAhEBAxEB/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAw"
    "QFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkK"
    "FhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmq"
    "KjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/8QAHwEAAwEBAQEB"
    "AQEBAQAAAAAAAAECAwQFBgcICQoL/8QAtREAAgECBAQDBAcFBAQAAQJ3AAECAxEEBSExBhJBUQdhcRMiMoEIFEKRob"
    "HBCSMzUvAVYnLRChYkNOEl8RcYGRomJygpKjU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6goOE"
    "hYaHiImKkpOUlZaXmJmaoqOkpaanqKmqsrO0tba3uLm6wsPExcbHyMnK0tPU1dbX2Nna4uPk5ebn6Onq8vP09fb3+P"
    "n6/9oADAMBAAIRAxEAPwCGiiiszyQooooA/9k="
)
"""Green, 30 by 10 pixels."""
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


def svg(inside: str) -> bytes:
    names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f'<svg {names} viewBox="0 0 10 10">{inside}</svg>'.encode()


def doubled(times: int) -> str:
    """Return parts of which each draws the one before it twice: 2 KB, and a million years."""
    first = '<rect id="p0" width="1" height="1"/>'
    uses = (f'<use href="#p{n - 1}"/>' * 2 for n in range(1, times))
    more = (f'<g id="p{n}">{use}</g>' for n, use in enumerate(uses, start=1))
    return first + "".join(more)


def nested(by: str, part: str) -> bytes:
    """Return parts of which each draws the one before it ten times, by an address in some place.

    Args:
        by: an attribute, `class` for a rule of a style sheet.
        part: what is drawn so.
    """
    line = 'd="M0 0' + "L1 1" * 10 + '"' if part == "marker" else 'width="9" height="9"'
    kind = "path" if part == "marker" else "rect"
    value = "c{}" if by == "class" else "fill:url( '#p{}' )" if by == "style" else "url(#p{})"
    rules = "".join(f".c{n} {{ fill: url(#p{n}) }}" for n in range(12))
    drawn = [f'<{kind} {line} {by}="{value.format(n)}"/>' for n in range(12)]
    more = (f'<{part} id="p{n}" {line}>{drawn[n - 1] * 10}</{part}>' for n in range(1, 12))
    first = f'<{part} id="p0" {line}><rect {line}/></{part}>'
    return svg(f"<style>{rules}</style><defs>{first}{''.join(more)}</defs>{drawn[-1]}")


def inside(data: bytes, media: str = "image/png") -> bytes:
    letters = base64.b64encode(data).decode()
    return svg(f'<image width="9" height="9" href="data:{media};base64,{letters}"/>')


@pytest.mark.parametrize(
    ("by", "part"),
    [
        ("fill", "pattern"),
        ("style", "pattern"),
        ("class", "pattern"),
        ("mask", "mask"),
        ("clip-path", "clipPath"),
        ("marker-mid", "marker"),
    ],
)
def test_parts_drawn_by_an_address_are_counted_too(by: str, part: str) -> None:
    with pytest.raises(LogoUnusable, match="repeats its parts"):
        read_logo(nested(by, part))


@pytest.mark.parametrize(
    ("inside", "refused"),
    [
        pytest.param(f'<g fill="url({" " * 300_000}"/>', False, id="blanks without an end"),
        pytest.param(f'<g fill="{"url(" * 300_000}"/>', False, id="begun again and again"),
        pytest.param(f"<style>{'{' * 1_000_000}</style>", False, id="rules without an end"),
        pytest.param(
            f"<style>{'.a{fill:url(#x)}' * 10_000}</style>" + '<g id="x" class="a"/>' * 50_000,
            True,
            id="many rules for many of one name",
        ),
        pytest.param(
            f"<style>{','.join(map('.a{}'.format, range(50_000)))}"
            f'{{fill:{"url(#x)" * 50_000}}}</style><g id="x" class="a1"/>',
            True,
            id="one rule of many for many",
        ),
    ],
)
def test_a_picture_is_looked_through_once_whatever_it_holds(inside: str, refused: bool) -> None:
    """Each took minutes, or all memory, where something was gone through again and again."""
    with pytest.raises(LogoUnusable) if refused else nullcontext():
        read_logo(svg(inside))


def test_colours_that_many_elements_share_are_none() -> None:
    stop = '<stop offset="1" stop-color="#fff"/>'
    colour = f'<style>.c{{fill:url(#g)}}</style><linearGradient id="g">{stop * 9}</linearGradient>'
    assert read_logo(svg(colour + '<path class="c" d="M0 0h9v9z"/>' * 3_000)).width == 7.5


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(inside(png(9_000, 9_000)), "pixels", id="81 million pixels"),
        pytest.param(inside(SVG), "damaged", id="an SVG called a PNG"),
        pytest.param(svg('<image href="data:image/png,x"/>'), "damaged", id="no base64"),
    ],
)
def test_a_picture_inside_of_another_is_looked_at_too(data: bytes, reason: str) -> None:
    with pytest.raises(LogoUnusable, match=reason):
        read_logo(data)


def test_a_small_picture_inside_of_another_is_drawn() -> None:
    assert read_logo(inside(png())).width == 7.5
    assert read_logo(inside(JPEG, "image/jpeg")).width == 7.5


@pytest.mark.parametrize("name", ["feTurbulence", "feConvolveMatrix", "feMorphology"])
def test_filters_without_a_limit_are_refused(name: str) -> None:
    with pytest.raises(LogoUnusable, match=name):
        read_logo(svg(f'<filter id="f"><{name}/></filter>'))


def test_a_part_that_is_repeated_a_few_times_is_drawn() -> None:
    assert read_logo(svg(doubled(6))).width == 7.5


def test_a_jpeg_has_its_size() -> None:
    logo = read_logo(JPEG)
    assert (logo.media_type, logo.width, logo.height) == ("image/jpeg", 30, 10)


def test_a_png_has_its_size() -> None:
    logo = read_logo(png(30, 10))
    assert (logo.media_type, logo.width, logo.height) == ("image/png", 30, 10)


@pytest.mark.parametrize(
    ("data", "size"),
    [
        pytest.param(SVG, (90, 30), id="size from the view box"),
        pytest.param(
            b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="30mm" '
            b'height="10"/>',
            (85.04, 7.5),
            id="size from width and height",
        ),
    ],
)
def test_an_svg_has_its_size(data: bytes, size: tuple[float, float]) -> None:
    logo = read_logo(data)
    assert logo.media_type == "image/svg+xml"
    assert (logo.width, logo.height) == pytest.approx(size, rel=1e-3)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(b"", "neither a PNG nor a JPEG nor an SVG", id="an empty file"),
        pytest.param(b"\xff\xd8\xff\xe0 a photograph", "damaged", id="a JPEG without a size"),
        pytest.param(JPEG[:400], "JPEG picture is damaged", id="a JPEG cut short"),
        pytest.param(png()[:40], "PNG picture is damaged", id="a PNG cut short"),
        pytest.param(png()[:30] + b"x" + png()[31:], "damaged", id="a PNG with a wrong byte"),
        pytest.param(png(9_000, 1), "pixels", id="a PNG that is absurdly wide"),
        pytest.param(png(pixels=b"x"), "damaged", id="a PNG whose pixels cannot be unpacked"),
        pytest.param(SVG[:-9], "damaged", id="an SVG cut short"),
        pytest.param(b"<html><svg></svg></html>", "no SVG picture", id="a page with a picture"),
        pytest.param(svg('<image href="https://example.org/a.png"/>'), "outside", id="an address"),
        pytest.param(svg('<use xlink:href="other.svg#a"/>'), "outside", id="another file"),
        pytest.param(svg(doubled(40)), "repeats its parts", id="an SVG that doubles 40 times"),
        pytest.param(svg('<g id="a"><use href="#a"/></g>'), "repeats", id="a part within itself"),
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
