# SPDX-License-Identifier: MIT
"""Numbers typed behind an option, or in a column of a file: exact, or refused in words."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import TypeVar

from azmodels_gui.language.command_line import WrongArgument
from azmodels_gui.language.figures import read_plain
from azmodels_gui.language.words import N_

_TWO_WAYS = re.compile(r"[0-9]{1,3}\.[0-9]{3}")
_TOO_MANY = 10**18
SHOWN_CHARACTERS = 40
Key = TypeVar("Key")
Value = TypeVar("Value")


def number(option: str, text: str) -> Decimal:
    """Return a number written as 1000 or 0.5.

    Raises:
        WrongArgument: it is none, or could be two; no separators, exponents, infinities or NaN.
    """
    found = read_plain(text)
    if found is not None:
        return found
    if _TWO_WAYS.fullmatch(text):
        raise WrongArgument(
            N_("{option} {given} can mean two numbers; write {first} or {second}."),
            option=option,
            given=_shown(text),
            first=f"{Decimal(text).normalize():f}",
            second=text.replace(".", ""),
        )
    raise WrongArgument(
        N_("{option} {given} is no number such as 1000 or 0.5."), option=option, given=_shown(text)
    )


def above_zero(option: str, text: str) -> Decimal:
    """Return a number above zero.

    Raises:
        WrongArgument: it is none, zero or negative.
    """
    found = number(option, text)
    if found <= 0:
        raise WrongArgument(
            N_("{option} {given} must be above zero."), option=option, given=_shown(text)
        )
    return found


def not_negative(option: str, text: str) -> Decimal:
    """Return a number that is zero or more.

    Raises:
        WrongArgument: it is none, or negative.
    """
    found = number(option, text)
    if found < 0:
        raise WrongArgument(
            N_("{option} {given} must not be below zero."), option=option, given=_shown(text)
        )
    return found


def whole_above_zero(option: str, text: str) -> int:
    """Return a whole number above zero.

    Raises:
        WrongArgument: it is none.
    """
    found = read_plain(text, whole=True)
    if found is None or not 0 < found < _TOO_MANY:
        raise WrongArgument(
            N_("{option} {given} is no whole number above zero."), option=option, given=_shown(text)
        )
    return int(found)


def whole(option: str, text: str) -> int:
    """Return a whole number, zero or more.

    Raises:
        WrongArgument: it is none.
    """
    found = read_plain(text, whole=True)
    if found is None or not 0 <= found < _TOO_MANY:
        raise WrongArgument(
            N_("{option} {given} is no whole number, zero or more."),
            option=option,
            given=_shown(text),
        )
    return int(found)


def percent(option: str, text: str) -> Decimal:
    """Return a percentage written as 52 or 52%, from 0 to 100.

    Raises:
        WrongArgument: it is none.
    """
    found = number(option, text.removesuffix("%"))
    if not 0 <= found <= 100:
        raise WrongArgument(
            N_("{option} {given} is no percentage from 0 to 100."),
            option=option,
            given=_shown(text),
        )
    return found


def rate(option: str, text: str) -> Decimal:
    """Return a share written as 0.5 or 50%.

    Raises:
        WrongArgument: it is none; 50 without the sign is not guessed to be a percentage.
    """
    if text.endswith("%"):
        return percent(option, text) / 100
    found = number(option, text)
    if not 0 <= found <= 1:
        raise WrongArgument(
            N_("{option} {given} is no rate; write 0.5 or 50%."), option=option, given=_shown(text)
        )
    return found


def assigned(option: str, texts: Iterable[str], names: Iterable[str]) -> dict[str, Decimal]:
    """Return what `NAME=NUMBER` says, the option given once or several times.

    Raises:
        WrongArgument: no such form, an unknown name, one that comes twice, or no number.
    """
    known = tuple(names)
    return once(option, (_assigned(option, text, known) for text in texts))


def once(option: str, pairs: Iterable[tuple[Key, Value]]) -> dict[Key, Value]:
    """Return pairs as a dictionary: of two for one thing, none is taken in silence.

    Raises:
        WrongArgument: something comes twice.
    """
    found: dict[Key, Value] = {}
    for key, value in pairs:
        if key in found:
            raise WrongArgument(N_("{option} is given twice for the same thing."), option=option)
        found[key] = value
    return found


def _assigned(option: str, text: str, known: tuple[str, ...]) -> tuple[str, Decimal]:
    name, sign, value = text.partition("=")
    if not sign or name not in known:
        raise WrongArgument(
            N_("{option} {given} is not of the form NAME=NUMBER with one of the names {names}."),
            option=option,
            given=_shown(text),
            names=", ".join(known),
        )
    return name, not_negative(f"{option} {name}", value)


def _shown(text: str) -> str:
    return repr(text[:SHOWN_CHARACTERS])
