# SPDX-License-Identifier: MIT
"""Addresses as messages tell them: passwords and tokens stand in many, also in broken ones."""

import re
from collections.abc import Iterable
from pathlib import Path

_SCHEME = re.compile(r"https?:[/\\]*", re.IGNORECASE)
_BEHIND = re.compile(r"[?#].*", re.DOTALL)
_HIDDEN = "…"
LONGEST_SHOWN = 200


def without_secrets(url: str) -> str:
    """Return an address, or what should have been one, without user, password, query, fragment.

    Whatever stands before the last `@` may be of a password, whatever reading it has as an
    address. Where a query begins before that, it may be a token's as well as the host's.
    """
    address = url.strip()
    before, at, host = address.rpartition("@")
    if at:
        scheme = _SCHEME.match(address)
        address = (scheme[0] if scheme else "") + (_HIDDEN if _BEHIND.search(before) else host)
    return _BEHIND.sub("", address)[:LONGEST_SHOWN]


_ADDRESS = re.compile(
    r"\s*(?:https?:|[a-z][a-z0-9+.-]+:[/\\]|(?:[/\\]{2})?[^/\\:]+:(?![/\\]).*@)",
    re.IGNORECASE | re.DOTALL,
)
"""How an address begins, with its scheme or with a user and a password; no drive of Windows."""


def as_told(given: str) -> str:
    """Return what was given for a name or a file, without secrets if it looks like an address."""
    return without_secrets(given) if _ADDRESS.match(given) else given


def told_of(given: Iterable[str], message: str) -> str:
    """Return a message with what it quotes of a command line as it may be told."""
    values = (text.partition("=")[2] if text.startswith("--") else text for text in given)
    for value in sorted(values, key=len, reverse=True):
        if (told := as_told(value)) != value:
            for form in (value, repr(value)[1:-1], str(Path(value))):
                message = message.replace(form, told)
    return message
