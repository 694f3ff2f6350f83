# SPDX-License-Identifier: MIT
"""Reading catalogues of texts."""

import re

from babel.messages.catalog import Message

PLACEHOLDER = re.compile(r"\{(\w*)[^}]*\}")


def forms(text: Message) -> list[tuple[str, str]]:
    """Return each form of a text with its translation."""
    if isinstance(text.string, str):
        return [(str(text.id), text.string)]
    return list(zip(text.id, text.string or (), strict=True))
