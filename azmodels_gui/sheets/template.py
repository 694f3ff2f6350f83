# SPDX-License-Identifier: MIT
"""The designs of sheets: our own, and the firm's Word or PowerPoint files, checked first."""

import io
import zipfile
from dataclasses import dataclass

from azmodels_gui import resources_folder
from azmodels_gui.language.words import N_, Message, ToldError

MAX_BYTES = 50 * 1024 * 1024
MAX_UNPACKED = 500 * 1024 * 1024
MAX_PARTS = 5_000
LEAST_WIDTH = 144
"""Between the margins, in points."""
_TYPES = "[Content_Types].xml"


class TemplateUnusable(ToldError):
    """The file is no template for a sheet; the text says why, in the middle of one."""


@dataclass(frozen=True)
class _Kind:
    document: bytes
    """What a document's main part is; the one of a template proper ends otherwise."""
    template: bytes
    message: Message
    """In a sentence: it is ..."""


KINDS = {
    "docx": _Kind(
        b"wordprocessingml.document.main+xml",
        b"wordprocessingml.template.main+xml",
        N_("it is no Word file (.docx or .dotx)"),
    ),
    "pptx": _Kind(
        b"presentationml.presentation.main+xml",
        b"presentationml.template.main+xml",
        N_("it is no PowerPoint file (.pptx or .potx)"),
    ),
}
"""By the ending of the sheets that are made of them."""


def own_template(name: str) -> bytes:
    """Return one of our own designs, which a firm's takes the place of."""
    return (resources_folder() / "sheets" / name).read_bytes()


def read_template(data: bytes, suffix: str) -> bytes:
    """Return a template that the libraries open.

    Args:
        data: of the file.
        suffix: of the sheet that is made with it, without its point.

    Raises:
        TemplateUnusable: too large, damaged, or of another kind.
    """
    kind = KINDS[suffix]
    if len(data) > MAX_BYTES:
        limit = MAX_BYTES // 1024 // 1024
        raise TemplateUnusable(N_("it is larger than {limit} MiB"), limit=limit)
    types = _types(data, kind)
    if kind.template in types:
        data = _with_types(data, types.replace(kind.template, kind.document))
    elif kind.document not in types:
        raise TemplateUnusable(kind.message)
    # The libraries raise whatever they stumble over in a damaged file: missing parts, broken XML.
    try:
        usable = _has_page(data) if suffix == "docx" else _has_layouts(data)
    except Exception as error:
        raise TemplateUnusable(N_("it is damaged")) from error
    if not usable:
        raise TemplateUnusable(
            N_("its page leaves no room between the margins")
            if suffix == "docx"
            else N_("it has no slide layouts")
        )
    return data


def _types(data: bytes, kind: _Kind) -> bytes:
    """Return the list of what its parts are."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
            if len(parts) > MAX_PARTS or sum(each.file_size for each in parts) > MAX_UNPACKED:
                raise TemplateUnusable(N_("it holds more than a template can"))
            return packed.read(_TYPES)
    except (zipfile.BadZipFile, KeyError, OSError, RuntimeError, NotImplementedError) as error:
        raise TemplateUnusable(kind.message) from error


def _with_types(data: bytes, types: bytes) -> bytes:
    """Return the file with another list of what its parts are: a template becomes a document."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(written, "w") as new:
        for part in old.infolist():
            content = types if part.filename == _TYPES else old.read(part)
            new.writestr(part, content, zipfile.ZIP_DEFLATED)
    return written.getvalue()


def _has_page(data: bytes) -> bool:
    from docx import Document

    sections = Document(io.BytesIO(data)).sections
    if not len(sections):
        return False
    page, left, right = (
        getattr(sections[-1], name) or 0 for name in ("page_width", "left_margin", "right_margin")
    )
    return bool((page - left - right) / 12_700 >= LEAST_WIDTH)


def _has_layouts(data: bytes) -> bool:
    from pptx import Presentation

    return bool(len(Presentation(io.BytesIO(data)).slide_layouts))
