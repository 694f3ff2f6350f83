# SPDX-License-Identifier: MIT
"""The catalogue as bytes: deterministic, and readable line by line in a review."""

import json
from collections.abc import Iterator
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
            told = {field.name: getattr(value, field.name) for field in fields(value)}
            defaults = {field.name: _default(field) for field in fields(value)}
            return {name: plain(item) for name, item in told.items() if item != defaults[name]}
        case tuple():
            return [plain(item) for item in value]
    return to_builtins(value)


def _default(field: FieldInfo) -> Any:
    made = field.default_factory
    return field.default if made is NODEFAULT else made()


def _spread(value: Any, level: int) -> Iterator[str]:
    if _depth(value) <= ONE_LINE and not _lists_parts(value):
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


def _depth(value: Any) -> int:
    match value:
        case dict():
            return 1 + max(map(_depth, value.values()), default=0)
        case list():
            return 1 + max(map(_depth, value), default=0)
    return 0
