# SPDX-License-Identifier: MIT
"""The styles of a Word file: those of the firm's template by name, our own where it has none."""

import io
from typing import TYPE_CHECKING, Any

from azmodels_gui.sheets.sheet import Brand
from azmodels_gui.sheets.template import own_template
from azmodels_gui.sheets.word_xml import NAMESPACES

if TYPE_CHECKING:
    from docx.document import Document

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
        document: made of our own template, or of the firm's.
        language: with its country; what the file is spell-checked by.
        brand: the firm's font and colours, where there is no template.
        bare: True: the template is ours.
    """
    ids = {name: _id_of(document, name) for name in BUILT_IN}
    if bare:
        _set_brand(document, brand)
    else:
        _add_own(document, ids)
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


def _set_brand(document: "Document", brand: Brand) -> None:
    """Give our own styles the firm's font and the colour of its headings."""
    from docx.shared import RGBColor

    for name in BUILT_IN:
        font = document.styles[name].font
        if brand.font:
            font.name = brand.font
        if brand.heading and name.startswith(("Title", "Heading")):
            font.color.rgb = RGBColor.from_string(brand.heading.lstrip("#").upper())


def _add_own(document: "Document", ids: dict[str, str]) -> None:
    """Add the styles that only sheets have; a template may have its own of the same ids."""
    from docx import Document
    from docx.enum.style import WD_STYLE_TYPE

    known = {style.style_id for style in document.styles}
    own = Document(io.BytesIO(own_template("document.docx"))).styles
    named = ids | {
        style.name: style.style_id for style in document.styles if style.type is WD_STYLE_TYPE.TABLE
    }
    based = {style.style_id: named[style.name] for style in own if style.name in named}
    for style in own.element.findall("./{*}style"):
        if not style.styleId.startswith("Sheet") or style.styleId in known:
            continue
        for base in style.findall("./{*}basedOn"):
            if base.val in based:
                base.val = based[base.val]
            else:
                style.remove(base)
        document.styles.element.append(style)


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
