# SPDX-License-Identifier: MIT
"""Slides with a title, a place for content and a foot: ours at 16:9, or in the firm's design."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from azmodels_gui.sheets.fitting import LINE, lines
from azmodels_gui.sheets.office import plain, xml_text
from azmodels_gui.sheets.picture import Picture
from azmodels_gui.sheets.sheet import Brand
from azmodels_gui.sheets.template import own_template

if TYPE_CHECKING:
    from pptx.slide import Slide, SlideLayout

EMU = 12_700
"""Of a point."""
MUTED, ALERT, ACCENT = "5B6472", "94400A", "1F3A5F"
NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
LEAST = 12
"""Points: nothing on a slide is smaller."""
LONGEST_TITLE = 130
_FIELD = "{5E7A8B1C-0D2F-4C3A-9B6E-1F2A3B4C5D6E}"


@dataclass(frozen=True)
class Box:
    """A place on a slide, in points."""

    left: float
    top: float
    width: float
    height: float

    @property
    def emu(self) -> tuple[int, ...]:
        """The same in the unit of the files."""
        return tuple(round(each * EMU) for each in (self.left, self.top, self.width, self.height))


@dataclass(frozen=True)
class Look:
    """How a text is set."""

    size: float = LEAST
    bold: bool = False
    italic: bool = False
    colour: str = ""
    raised: bool = False


class Deck:
    """One presentation that is being made."""

    def __init__(self, template: bytes | None, language: str, brand: Brand) -> None:
        # Late: most starts of the program make no sheet.
        from pptx import Presentation

        self.language = language
        self.made = Presentation(io.BytesIO(template or own_template("slides.pptx")))
        _drop_slides(self.made)
        if template is None:
            _set_brand(self.made, brand)
        self._cover = _layout(self.made, "title")
        self._plain = _layout(self.made, "titleOnly", "obj")
        self.area = _content_area(self.made)
        self._foot = ""

    def set_foot(self, text: str) -> None:
        """Say what stands at the foot of every slide after the first."""
        self._foot = text

    def run(self, text: str, look: Look, link: str = "") -> str:
        """Return a text of one line as DrawingML; a link is the finished element."""
        told = f'lang="{self.language}" sz="{round(look.size * 100)}"'
        told += ' b="1"' if look.bold else ""
        told += ' i="1"' if look.italic else ""
        told += ' baseline="30000"' if look.raised else ""
        fill = f'<a:solidFill><a:srgbClr val="{look.colour}"/></a:solidFill>' if look.colour else ""
        return f"<a:r><a:rPr {told}>{fill}{link}</a:rPr><a:t>{xml_text(text)}</a:t></a:r>"

    def cover(self, title: str, told: Iterable[str], logo: Picture | None, alt: str) -> None:
        """Add the first slide."""
        slide = self.made.slides.add_slide(self._cover)
        first, second = _title_and_other(slide)
        size = 40 if len(title) <= 40 else 28 if len(title) <= LONGEST_TITLE else 20
        cut = title if len(title) <= 300 else f"{title[:299]}…"
        if first is not None:
            self.fill(first, [self.run(cut, Look(size))])
        texts = [self.run(line[:200], Look(18)) for line in told]
        if second is None:
            box = Box(self.area.left, self.area.top + 0.55 * self.area.height, self.area.width, 120)
            second = slide.shapes.add_textbox(*box.emu)
        self.fill(second, texts)
        if logo is not None:
            left = self.made.slide_width / EMU - logo.width - 48
            self.place_picture(slide, logo, Box(left, 36, logo.width, logo.height), alt)

    def add(self, title: str) -> "Slide":
        """Add a slide with a title and a foot."""
        slide = self.made.slides.add_slide(self._plain)
        cut = title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 1]}…"
        for shape in list(slide.placeholders):
            if shape == slide.shapes.title or shape.placeholder_format.idx == 0:
                self.fill(shape, [self.run(cut, Look(26 if len(cut) <= 60 else 18))])
            else:
                shape._element.getparent().remove(shape._element)
        self._add_foot(slide)
        return slide

    def fill(self, shape: Any, runs: Sequence[str], properties: str = "") -> None:
        """Put texts into a shape, a paragraph each."""
        from pptx.oxml import parse_xml

        body = shape.text_frame._txBody
        for old in list(body)[2:]:
            body.remove(old)
        told = "".join(f"<a:p>{properties}{each}</a:p>" for each in runs or [""])
        for each in parse_xml(f"<a:all {NAMESPACES}>{told}</a:all>"):
            body.append(each)

    def text(self, slide: "Slide", box: Box, runs: Sequence[str], *, points: bool = False) -> None:
        """Write paragraphs into a place of a slide, as points of a list if asked for."""
        shape = slide.shapes.add_textbox(*box.emu)
        shape.text_frame.word_wrap = True
        form = '<a:spcBef><a:spcPts val="300"/></a:spcBef>'
        bullet = '<a:buFont typeface="Arial"/><a:buChar char="•"/>' if points else "<a:buNone/>"
        indent = ' marL="228600" indent="-228600"' if points else ""
        self.fill(shape, runs, f"<a:pPr{indent}>{form}{bullet}</a:pPr>")

    def place_picture(self, slide: "Slide", picture: Picture, box: Box, told: str) -> None:
        """Put a picture into a place, with what it shows in words."""
        shape = slide.shapes.add_picture(io.BytesIO(picture.data), *box.emu)
        describe(shape, told)

    def to_end(self, slides: Iterable["Slide"]) -> None:
        """Move slides behind all others."""
        listed = self.made.slides._sldIdLst
        numbers = {slide.slide_id for slide in slides}
        for each in [one for one in listed if one.id in numbers]:
            listed.append(each)

    def saved(self) -> bytes:
        """Return the file."""
        written = io.BytesIO()
        self.made.save(written)
        return written.getvalue()

    def _add_foot(self, slide: "Slide") -> None:
        """Copy number and foot of the layout: the library leaves them out."""
        from pptx.oxml import parse_xml

        look = (
            f'<a:rPr lang="{self.language}" sz="{LEAST * 100}"><a:latin typeface="+mn-lt"/></a:rPr>'
        )
        number = f'<a:fld id="{_FIELD}" type="slidenum">{look}<a:t>‹#›</a:t></a:fld>'
        foot = f"<a:r>{look}<a:t>{xml_text(self._foot)}</a:t></a:r>"
        for shape in self._plain.placeholders:
            place = shape._element.find(".//{*}ph")
            told = {"sldNum": number, "ftr": foot}.get(place.get("type", ""))
            if told is None:
                continue
            kind, index = place.get("type"), place.get("idx", "0")
            slide.shapes._spTree.append(
                parse_xml(
                    f'<p:sp {NAMESPACES}><p:nvSpPr><p:cNvPr id="{900 + int(index) % 90}" '
                    f'name="{kind}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
                    f'<p:ph type="{kind}" sz="quarter" idx="{index}"/></p:nvPr></p:nvSpPr><p:spPr/>'
                    f"<p:txBody><a:bodyPr/><a:lstStyle/><a:p>{told}</a:p></p:txBody></p:sp>"
                )
            )


def describe(shape: Any, told: str) -> None:
    """Say in words what a shape shows."""
    shape._element._nvXxPr.cNvPr.set("descr", plain(told))


def paged(texts: Iterable[str], size: float, width: float, height: float) -> list[list[str]]:
    """Return texts in pages that hold them; a text longer than a page is parted at a word."""
    pages: list[list[str]] = [[]]
    used = 0.0
    queue = list(texts)
    while queue:
        text = queue.pop(0)
        room = int((height - used) / (size * LINE))
        needed = lines(text, width, size)
        if needed <= room:
            pages[-1].append(text)
            used += needed * size * LINE + size * 0.3
        elif used:
            pages.append([])
            used, queue = 0.0, [text, *queue]
        else:
            first, rest = _parted(text, width, size, max(1, room))
            pages[-1].append(first)
            pages.append([])
            queue = [rest, *queue]
    return [page for page in pages if page]


def cut_to(text: str, width: float, size: float, most: int) -> str:
    """Return a text that stands on so many lines; three dots say that there is more."""
    if lines(text, width, size) <= most:
        return text
    return f"{_parted(text, width, size, most)[0][:-1].rstrip()}…"


def _parted(text: str, width: float, size: float, most: int) -> tuple[str, str]:
    """Return the beginning of a text that fits, and what is left of it."""
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (
            (middle, high) if lines(text[:middle], width, size) <= most else (low, middle - 1)
        )
    space = text.rfind(" ", low // 2, low)
    at = space if space > 0 else low
    return text[:at], text[at:].lstrip(" ")


def _layout(made: Any, *kinds: str) -> "SlideLayout":
    """Return the layout of the first kind that there is; else one that has a title."""
    layouts = list(made.slide_layouts)
    for kind in kinds:
        for each in layouts:
            if each._element.get("type") == kind:
                return each
    titled = [each for each in layouts if any(_is_title(one) for one in each.placeholders)]
    return min(titled or layouts, key=lambda each: len(list(each.placeholders)))


def _kind(shape: Any) -> str:
    return str(shape._element.find(".//{*}ph").get("type", "obj"))


def _is_title(shape: Any) -> bool:
    return _kind(shape) in ("title", "ctrTitle")


def _title_and_other(slide: "Slide") -> tuple[Any, Any]:
    """Return title and the first other text of a slide; the rest of its places goes."""
    title = slide.shapes.title
    others = [each for each in slide.placeholders if each.placeholder_format.idx != 0]
    texts = [each for each in others if each.has_text_frame]
    for each in others:
        if each not in texts[:1]:
            each._element.getparent().remove(each._element)
    return title, texts[0] if texts else None


def _content_area(made: Any) -> Box:
    """Return where a firm's slides have their content."""
    width, height = made.slide_width / EMU, made.slide_height / EMU
    for layout in made.slide_layouts:
        if layout._element.get("type") != "obj":
            continue
        for shape in layout.placeholders:
            sides = (shape.left, shape.top, shape.width, shape.height)
            if _kind(shape) == "obj" and None not in sides:
                box = Box(*(side / EMU for side in sides))
                if box.width >= width / 2 and box.height >= height / 3:
                    return box
    return Box(width * 0.05, height * 0.22, width * 0.9, height * 0.66)


def _drop_slides(made: Any) -> None:
    """Take the slides out of a template, and what names them."""
    from pptx.opc.constants import RELATIONSHIP_TYPE

    listed = made.slides._sldIdLst
    for each in list(listed):
        listed.remove(each)
    for name, relation in list(made.part.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.SLIDE:
            made.part.rels.pop(name)
    root = made.part._element
    for name in ("sectionLst", "custShowLst"):
        for old in root.findall(f".//{{*}}{name}"):
            old.getparent().remove(old)
    for old in root.findall("./{*}extLst/{*}ext"):
        if not len(old):
            old.getparent().remove(old)


def _set_brand(made: Any, brand: Brand) -> None:
    """Give our own design the firm's colours and font."""
    from pptx.opc.constants import RELATIONSHIP_TYPE

    if brand.heading:
        for colour in made.slide_master._element.find(".//{*}titleStyle").iter("{*}srgbClr"):
            colour.set("val", brand.heading.lstrip("#").upper())
    theme = made.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    told = theme.blob
    if brand.accent:
        told = told.replace(_ACCENT % ACCENT.encode(), _ACCENT % brand.accent[1:].upper().encode())
    if brand.font:
        font = f'<a:latin typeface="{xml_text(brand.font)}"/>'.encode()
        told = told.replace(b'<a:latin typeface="Calibri"/>', font)
    theme._blob = told


_ACCENT = b'<a:accent1><a:srgbClr val="%s"/>'
