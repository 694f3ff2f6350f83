# SPDX-License-Identifier: MIT
"""Tooltips that show texts as they are."""

from html import escape


def plain_tooltip(text: str) -> str | None:
    """Return a tooltip for `text`; None for no text.

    Qt renders a tooltip as HTML when it looks like it, and texts come out of a file.
    """
    if not text:
        return None
    if "<" not in text and "&" not in text:
        return text
    return "<qt>" + escape(text).replace("\n", "<br>") + "</qt>"
