# SPDX-License-Identifier: MIT
"""Numbers as somebody types them on the command line: exact, or refused with a sentence."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import TypeVar

from azmodels_gui.app.commands.outcome import Refused

_NUMBER = re.compile(r"[+-]?[0-9]{1,40}(\.[0-9]{1,40})?")
_WHOLE = re.compile(r"[+-]?[0-9]{1,18}")
SHOWN_CHARACTERS = 40
Key = TypeVar("Key")
Value = TypeVar("Value")


def number(option: str, text: str) -> Decimal:
    """Return a number written as 1000 or 0.5.

    Raises:
        Refused: it is none; no separators, exponents, infinities or NaN.
    """
    if not _NUMBER.fullmatch(text):
        raise Refused(
            f"{option} {_shown(text)} is no number such as 1000 or 0.5.",
            f"{option} {_shown(text)} ist keine Zahl wie 1000 oder 0.5.",
        )
    return Decimal(text)


def above_zero(option: str, text: str) -> Decimal:
    """Return a number above zero.

    Raises:
        Refused: it is none, zero or negative.
    """
    found = number(option, text)
    if found <= 0:
        raise Refused(
            f"{option} {_shown(text)} must be above zero.",
            f"{option} {_shown(text)} muss größer als null sein.",
        )
    return found


def not_negative(option: str, text: str) -> Decimal:
    """Return a number that is zero or more.

    Raises:
        Refused: it is none, or negative.
    """
    found = number(option, text)
    if found < 0:
        raise Refused(
            f"{option} {_shown(text)} must not be below zero.",
            f"{option} {_shown(text)} darf nicht kleiner als null sein.",
        )
    return found


def whole_above_zero(option: str, text: str) -> int:
    """Return a whole number above zero.

    Raises:
        Refused: it is none.
    """
    if not _WHOLE.fullmatch(text) or int(text) <= 0:
        raise Refused(
            f"{option} {_shown(text)} is no whole number above zero.",
            f"{option} {_shown(text)} ist keine ganze Zahl über null.",
        )
    return int(text)


def percent(option: str, text: str) -> Decimal:
    """Return a percentage written as 52 or 52%, from 0 to 100.

    Raises:
        Refused: it is none.
    """
    found = number(option, text.removesuffix("%"))
    if not 0 <= found <= 100:
        raise Refused(
            f"{option} {_shown(text)} is no percentage from 0 to 100.",
            f"{option} {_shown(text)} ist kein Prozentsatz von 0 bis 100.",
        )
    return found


def rate(option: str, text: str) -> Decimal:
    """Return a share written as 0.5 or 50%.

    Raises:
        Refused: it is none; 50 without the sign is not guessed to be a percentage.
    """
    if text.endswith("%"):
        return percent(option, text) / 100
    found = number(option, text)
    if not 0 <= found <= 1:
        raise Refused(
            f"{option} {_shown(text)} is no rate; write 0.5 or 50%.",
            f"{option} {_shown(text)} ist kein Anteil; schreiben Sie 0.5 oder 50%.",
        )
    return found


def assigned(option: str, texts: Iterable[str], names: Iterable[str]) -> dict[str, Decimal]:
    """Return what `NAME=NUMBER` says, the option given once or several times.

    Raises:
        Refused: no such form, an unknown name, one that comes twice, or no number.
    """
    known = tuple(names)
    return once(option, (_assigned(option, text, known) for text in texts))


def once(option: str, pairs: Iterable[tuple[Key, Value]]) -> dict[Key, Value]:
    """Return pairs as a dictionary: of two for one thing, none is taken in silence.

    Raises:
        Refused: something comes twice.
    """
    found: dict[Key, Value] = {}
    for key, value in pairs:
        if key in found:
            raise Refused(
                f"{option} is given twice for the same thing.",
                f"{option} ist doppelt für dasselbe angegeben.",
            )
        found[key] = value
    return found


def _assigned(option: str, text: str, known: tuple[str, ...]) -> tuple[str, Decimal]:
    name, sign, value = text.partition("=")
    if not sign or name not in known:
        raise Refused(
            f"{option} {_shown(text)} is not of the form NAME=NUMBER with one of the names "
            f"{', '.join(known)}.",
            f"{option} {_shown(text)} hat nicht die Form NAME=ZAHL mit einem der Namen "
            f"{', '.join(known)}.",
        )
    return name, not_negative(f"{option} {name}", value)


def _shown(text: str) -> str:
    return repr(text[:SHOWN_CHARACTERS])
