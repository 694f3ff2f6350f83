# SPDX-License-Identifier: MIT
"""The styles of a Word file: those of the firm's template by name, our own where it has none."""

from typing import TYPE_CHECKING, Any

from azmodels_gui.sheets.sheet import Brand
from azmodels_gui.sheets.word_xml import NAMESPACES

if TYPE_CHECKING:
    from docx.document import Document

INK, MUTED, ALERT, ACCENT, HAIRLINE, BAND = (
    *("1A1D24", "5B6472", "94400A", "1F3A5F", "D9DDE3", "F0F1F4"),
)
BUILT_IN = (
    "Normal",
    "Title",
    "Heading 1",
    "Heading 2",
    "Heading 3",
    "Caption",
    "List Bullet",
    "Header",
    "Footer",
)
"""Styles that every template has, or is given."""


def add_styles(document: "Document", language: str, brand: Brand, *, bare: bool) -> dict[str, str]:
    """Add the styles that are missing; return the ids of the built-in ones by name.

    Args:
        document: new, or made of a template.
        language: with its country; what the file is spell-checked by.
        brand: the firm's font and colours, where there is no template.
        bare: True: there is no template, so that type and colours are ours.
    """
    from docx.oxml.parser import parse_xml

    ids = {name: _id_of(document, name) for name in BUILT_IN}
    if bare:
        _set_type(document, brand)
    known = {style.style_id for style in document.styles}
    for style in parse_xml(_own(document, ids)):
        if style.styleId not in known:
            document.styles.element.append(style)
    _set_language(document, language)
    return ids


def _id_of(document: "Document", name: str) -> str:
    """Return the id of a built-in style, which another language of Word calls otherwise."""
    from docx.enum.style import WD_STYLE_TYPE

    if name not in [style.name for style in document.styles]:
        made = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=True)
        if name.startswith("Heading"):
            _set_outline(made, int(name[-1]) - 1)
    return str(document.styles[name].style_id)


def _set_outline(style: Any, level: int) -> None:
    from docx.oxml.parser import parse_xml

    outline = parse_xml(f'<w:outlineLvl {NAMESPACES} w:val="{level}"/>')
    style.element.get_or_add_pPr().append(outline)


def _set_type(document: "Document", brand: Brand) -> None:
    """Give the built-in styles the sheet's type: sizes in points, dark blue headings."""
    from docx.shared import Pt, RGBColor

    heading = brand.heading.lstrip("#").upper() or ACCENT
    looks = {
        "Normal": (9.5, INK, False, (0, 4)),
        "Title": (20, heading, True, (0, 6)),
        "Heading 1": (14, heading, True, (14, 4)),
        "Heading 2": (11, heading, True, (10, 3)),
        "Heading 3": (10, heading, True, (8, 2)),
        "Caption": (9, MUTED, True, (10, 3)),
        "List Bullet": (9.5, INK, False, (0, 2)),
        "Header": (8, MUTED, False, (0, 0)),
        "Footer": (8, MUTED, False, (0, 0)),
    }
    for name, (size, colour, bold, (before, after)) in looks.items():
        style = document.styles[name]
        font, form = style.font, style.paragraph_format
        font.name, font.size, font.bold = brand.font or "Calibri", Pt(size), bold
        font.color.rgb = RGBColor.from_string(colour)
        fonts = style.element.rPr.rFonts
        for name_of in list(fonts.attrib):
            if "Theme" in name_of:  # a theme would win over the name
                del fonts.attrib[name_of]
        form.space_before, form.space_after = Pt(before), Pt(after)
        form.keep_with_next = name.startswith(("Title", "Heading", "Caption"))
        for border in style.element.findall(".//{*}pBdr"):
            border.getparent().remove(border)


def _set_language(document: "Document", language: str) -> None:
    from docx.oxml.parser import parse_xml

    told = f'<w:lang {NAMESPACES} w:val="{language}" w:eastAsia="{language}"/>'
    root = document.styles.element
    for defaults in root.findall("./{*}docDefaults/{*}rPrDefault/{*}rPr"):
        for old in defaults.findall("./{*}lang"):
            defaults.remove(old)
        defaults.append(parse_xml(told))
    for old in root.findall("./{*}style/{*}rPr/{*}lang"):
        old.getparent().remove(old)


def _own(document: "Document", ids: dict[str, str]) -> str:
    """Return the styles that only sheets have; a template may have its own of the same ids."""
    tables = [style.style_id for style in document.styles if style.name == "Normal Table"]
    made = "".join((*_styles(ids["Normal"], ids["Heading 2"]), _table(*tables[:1])))
    return f"<w:styles {NAMESPACES}>{made}</w:styles>"


def _styles(normal: str, heading: str) -> tuple[str, ...]:
    small = '<w:spacing w:before="20" w:after="20" w:line="240" w:lineRule="auto"/>'
    nine = '<w:sz w:val="18"/><w:szCs w:val="18"/>'
    no_number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
    hanging = '<w:ind w:left="454" w:hanging="454"/>'
    right, middle = '<w:jc w:val="right"/>', '<w:jc w:val="center"/>'
    muted, alert = f'<w:color w:val="{MUTED}"/>', f'<w:color w:val="{ALERT}"/>'
    raised = f'{muted}<w:position w:val="6"/><w:sz w:val="14"/>'
    link = '<w:color w:val="0B57A4"/><w:u w:val="single"/>'
    return (
        _paragraph(normal, "SheetCell", "Sheet Cell", small, nine),
        _paragraph(normal, "SheetFigure", "Sheet Figure", small + right, nine),
        _paragraph(normal, "SheetSign", "Sheet Sign", small + middle, nine),
        _paragraph(normal, "SheetLabel", "Sheet Label", small, muted + nine),
        _paragraph(normal, "SheetTitleCell", "Sheet Title Cell", small, f"<w:b/>{nine}"),
        _paragraph(heading, "SheetGroup", "Sheet Group", f"<w:keepNext/>{no_number}{small}", nine),
        _paragraph(normal, "SheetHead", "Sheet Head", '<w:spacing w:after="20"/>', muted),
        _paragraph(
            normal, "SheetLegend", "Sheet Legend", '<w:spacing w:before="60"/>', muted + nine
        ),
        _paragraph(normal, "SheetSource", "Sheet Source", f"{small}{hanging}", nine),
        _paragraph(normal, "SheetContents", "Sheet Contents", '<w:spacing w:after="40"/>', ""),
        _character("SheetMark", "Sheet Mark", raised),
        _character("SheetUnknown", "Sheet Unknown", f"<w:i/>{muted}"),
        _character("SheetConflict", "Sheet Conflict", f"<w:b/><w:i/>{alert}"),
        _character("SheetBest", "Sheet Best", "<w:b/>"),
        _character("SheetWarning", "Sheet Warning", f"<w:b/>{alert}"),
        _character("SheetLink", "Sheet Link", link),
    )


def _paragraph(based_on: str, own: str, name: str, form: str, look: str) -> str:
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{own}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{based_on}"/><w:qFormat/><w:pPr>{form}</w:pPr>'
        f"<w:rPr>{look}</w:rPr></w:style>"
    )


def _character(own: str, name: str, look: str) -> str:
    return (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{own}"><w:name w:val="{name}"/>'
        f"<w:qFormat/><w:rPr>{look}</w:rPr></w:style>"
    )


def _table(based_on: str = "") -> str:
    """Return the style of tables: rules between rows, a darker one under the titles."""
    rule = f'w:val="single" w:sz="4" w:space="0" w:color="{HAIRLINE}"'
    below = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    dark = f'w:val="single" w:sz="8" w:space="0" w:color="{MUTED}"'
    return (
        '<w:style w:type="table" w:customStyle="1" w:styleId="SheetTable">'
        '<w:name w:val="Sheet Table"/>'
        f"{below}<w:qFormat/><w:tblPr>"
        f"<w:tblBorders><w:bottom {rule}/><w:insideH {rule}/></w:tblBorders>"
        '<w:tblCellMar><w:left w:w="80" w:type="dxa"/><w:right w:w="80" w:type="dxa"/>'
        '</w:tblCellMar></w:tblPr><w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr>'
        f'<w:tcBorders><w:bottom {dark}/></w:tcBorders><w:vAlign w:val="bottom"/></w:tcPr>'
        "</w:tblStylePr></w:style>"
    )
