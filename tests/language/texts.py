# SPDX-License-Identifier: MIT
"""Reading catalogues of texts."""

import re
from functools import cache

from babel.messages.catalog import Message

from tools.translations import marked_texts

PLACEHOLDER = re.compile(r"\{(\w*)[^}]*\}")
marked = cache(marked_texts)
"""All of the source is read for it, which takes two seconds: once a process."""


def forms(text: Message) -> list[tuple[str, str]]:
    """Return each form of a text with its translation."""
    if isinstance(text.string, str):
        return [(str(text.id), text.string)]
    return list(zip(text.id, text.string or (), strict=True))
