# SPDX-License-Identifier: MIT
"""What Qt's PDF writer cannot say: the document's language, and a date that can be chosen.

Works on the bytes of a finished file. The language comes with an incremental update, as the
format provides: the catalogue object again, a cross-reference for it, a trailer that points
back. Dates are replaced in their place by ones of the same length.
"""

import re
from datetime import date

_INFO_DATE = re.compile(rb"\(D:\d{14}(?:Z|[+-]\d\d'\d\d')\)")
_XMP_DATE = re.compile(rb'Date="(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:[+-]\d\d:\d\d|Z))"')
_ROOT = re.compile(rb"/Root (\d+) 0 R")


def with_language(pdf: bytes, language: str) -> bytes:
    """Return the document with its language, and its title in the window's title bar."""
    trailer_at = pdf.rindex(b"trailer")
    trailer = pdf[trailer_at + len(b"trailer") : pdf.rindex(b"startxref")]
    previous = pdf[pdf.rindex(b"startxref") :].split()[1]
    root = _ROOT.search(trailer)
    if root is None:
        raise ValueError("the PDF has no catalogue")
    number = root[1]
    begin = pdf.rindex(b"\n" + number + b" 0 obj") + 1
    dictionary = pdf[begin : pdf.index(b"endobj", begin)].rstrip()
    more = f"/Lang ({language})\n/ViewerPreferences <</DisplayDocTitle true>>\n".encode()
    updated = dictionary.removesuffix(b">>") + more + b">>\nendobj\n"
    at = len(pdf)
    table = b"xref\n%s 1\n%010d 00000 n \n" % (number, at)
    kept = trailer.strip().removesuffix(b">>")
    end = b"trailer\n%s/Prev %s\n>>\nstartxref\n%d\n%%%%EOF\n" % (kept, previous, at + len(updated))
    return pdf + updated + table + end


def dated(pdf: bytes, day: date) -> bytes:
    """Return the document as if made at the beginning of a day (UTC)."""
    stamp = f"(D:{day:%Y%m%d}000000Z)".encode()
    pdf = _INFO_DATE.sub(lambda found: stamp.ljust(len(found[0])), pdf)
    iso = f"{day.isoformat()}T00:00:00".encode()
    return _XMP_DATE.sub(lambda found: b'Date="%s"' % _same_zone(iso, found[1]), pdf)


def _same_zone(iso: bytes, replaced: bytes) -> bytes:
    """Return a moment in UTC as long as the one it replaces."""
    return iso + (b"Z" if replaced.endswith(b"Z") else b"+00:00")
