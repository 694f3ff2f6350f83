# SPDX-License-Identifier: MIT
"""The catalogue as bytes: deterministic, and readable line by line in a review."""

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from msgspec import NODEFAULT, to_builtins
from msgspec.structs import FieldInfo, fields

from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.part import CatalogPart

ONE_LINE = 2
"""Values nested no deeper than this (a price, an offer, a text in two languages) share a line."""


def catalog_bytes(catalog: Catalog) -> bytes:
    """Return the file's bytes: UTF-8, one fact a line, values that are the default left out."""
    document = plain(catalog)
    return ("".join(_spread(document, 0)) + "\n").encode()


def plain(value: Any) -> Any:
    """Return a part of the catalogue as JSON values, fields that are the default left out."""
    match value:
        case CatalogPart():
            told = ((name, getattr(value, name), usual) for name, usual in _usual(type(value)))
            return {name: plain(item) for name, item, usual in told if item != usual}
        case tuple():
            return [plain(item) for item in value]
    return to_builtins(value)


@cache
def _usual(kind: type[CatalogPart]) -> tuple[tuple[str, Any], ...]:
    """Return the fields of a class with their defaults."""
    return tuple((field.name, _default(field)) for field in fields(kind))


def _default(field: FieldInfo) -> Any:
    made = field.default_factory
    return field.default if made is NODEFAULT else made()


def _spread(value: Any, level: int) -> Iterator[str]:
    if _is_flat(value, ONE_LINE) and not _lists_parts(value):
        yield json.dumps(value, ensure_ascii=False, separators=(", ", ": "))
        return
    opening, closing = ("{", "}") if isinstance(value, dict) else ("[", "]")
    items = value.items() if isinstance(value, dict) else ((None, item) for item in value)
    yield opening
    for position, (key, item) in enumerate(items):
        yield ("," if position else "") + "\n" + " " * (level + 1)
        if key is not None:
            yield f"{json.dumps(key)}: "
        yield from _spread(item, level + 1)
    yield "\n" + " " * level + closing


def _lists_parts(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(item, dict) for item in value)


def _is_flat(value: Any, levels: int) -> bool:
    """Tell whether a value is nested no deeper than so many levels."""
    if not isinstance(value, dict | list):
        return True
    inner = value.values() if isinstance(value, dict) else value
    return levels > 0 and all(_is_flat(item, levels - 1) for item in inner)
