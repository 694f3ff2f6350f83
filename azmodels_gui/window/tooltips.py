# SPDX-License-Identifier: MIT
"""Tool tips that show texts as they are; item models give them as well, so no widget is here."""

LONGEST_TIP = 5_000
"""Characters; a longer text would only make the layout slow."""
_AS_HTML = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;", "\n": "<br>"}
)
"""As `html.escape` has it, whose table of names would be 1 ms of every start."""


def tool_tip(text: str) -> str:
    """Return a tool tip that shows `text` letter by letter, in wrapped lines.

    Qt guesses whether a tool tip is HTML; escaped and wrapped there is nothing to guess.
    """
    return f"<qt>{text[:LONGEST_TIP].translate(_AS_HTML)}</qt>" if text else ""


def plain_tooltip(text: str) -> str | None:
    """Return the tool tip of an item model: the text itself, unless Qt took it for HTML."""
    if not text:
        return None
    return tool_tip(text) if "<" in text or "&" in text else text
