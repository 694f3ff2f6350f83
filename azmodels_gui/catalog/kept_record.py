# SPDX-License-Identifier: MIT
"""Records as JSON knows them, and back: what is unknown or damaged is as at first."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar, get_type_hints

from msgspec import ValidationError, convert, json

T = TypeVar("T")
Fits = Callable[[str, Any], bool]
"""Tells, given a field's name, whether a value of the right type can be used."""


def read_state(kind: type[T], values: object, fits: Fits = lambda _name, _value: True) -> T:
    """Return a record of remembered values; what is unknown or does not fit is passed over.

    Args:
        kind: all fields of which have defaults; a bound can be part of a type (`msgspec.Meta`).
        values: as JSON knows them; rubbish counts as nothing.
        fits: what a type cannot say.
    """
    kept: dict[str, Any] = {}
    hints = get_type_hints(kind, include_extras=True)
    found = values if isinstance(values, dict) else {}
    for name in hints.keys() & found.keys():
        with suppress(ValidationError):
            value = convert(found[name], hints[name])
            if fits(name, value):
                kept[name] = value
    return kind(**kept)


def written_state(state: object) -> dict[str, Any]:
    """Return a record as JSON knows it."""
    written: dict[str, Any] = json.decode(json.encode(state))
    return written
