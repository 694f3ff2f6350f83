# SPDX-License-Identifier: MIT
"""What every item model and its views name of Qt, and tool tips that show texts as they are.

Item models give them, so no widget is here.
"""

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

LONGEST_TIP = 5_000
"""Characters; a longer text would only make the layout slow."""
LINE_LETTERS = 80
"""Qt wraps no plain text."""
_AS_TEXT = str.maketrans({"<": "<\u2060", "&": "&\u2060"})
"""A word joiner, which is never seen, keeps Qt from guessing that a text is HTML."""


def tool_tip(text: str) -> str:
    """Return a tool tip that shows `text` letter by letter, in wrapped lines.

    It is no HTML: screen readers read tool tips aloud, mark-up as well.
    """
    lines = text[:LONGEST_TIP].translate(_AS_TEXT).split("\n")
    return "\n".join(short for line in lines for short in _wrapped(line))


def _wrapped(line: str) -> Iterator[str]:
    """Yield a line in shorter ones; `textwrap` does the same, for 2 ms of every start."""
    while len(line) > LINE_LETTERS:
        blank = line.rfind(" ", 1, LINE_LETTERS + 1)
        end = blank if blank > 0 else LINE_LETTERS
        yield line[:end]
        line = line[end:].lstrip(" ")
    yield line


Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
Role = Qt.ItemDataRole
