# SPDX-License-Identifier: MIT
"""All places where a document does not fit the schema, once it is known that it does not.

The library stops at the first fault. Whoever writes a catalogue by hand wants them all.
"""

from collections.abc import Iterator
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from msgspec import NODEFAULT, Struct, ValidationError, convert
from msgspec.structs import FieldInfo, fields


def schema_faults(value: Any, kind: Any, path: str = "") -> Iterator[str]:
    """Yield every fault with its place, such as `models[3].versions[0].version`.

    Args:
        value: a part of the document, as JSON gives it.
        kind: the class or annotation it should be of.
        path: its place; empty for the whole document.
    """
    told = _refusal(value, kind)
    if told is None:
        return
    inner = list(_inner_faults(value, _bare(kind, value), path))
    if isinstance(value, dict) and _struct(_bare(kind, value)):
        # A fault that a class finds by itself begins with the field's name.
        yield from inner or [_place(path, told)]
    else:
        yield from inner or [f"{path or 'the document'}: {told}"]


def unknown_fields(value: Any, kind: Any, path: str = "") -> Iterator[str]:
    """Yield the place of every key that no class of the schema knows.

    Args:
        value: a part of the document, as JSON gives it.
        kind: the class or annotation it is of.
        path: its place; empty for the whole document.
    """
    for name, item, inner in _children(value, _bare(kind, value)):
        place = _place(path, name)
        if inner is None:
            yield f"{place}: unknown field"
        else:
            yield from unknown_fields(item, inner, place)


def _refusal(value: Any, kind: Any) -> str | None:
    try:
        convert(value, kind)
    except ValidationError as error:
        return str(error).partition(" - at `")[0]
    return None


def _inner_faults(value: Any, kind: Any, path: str) -> Iterator[str]:
    if _struct(kind) and isinstance(value, dict):
        for field in fields(kind):
            if field.encode_name not in value and _is_required(field):
                yield f"{_place(path, field.encode_name)}: Field required"
    for name, item, inner in _children(value, kind):
        if inner is not None:
            yield from schema_faults(item, inner, _place(path, name))


def _children(value: Any, kind: Any) -> Iterator[tuple[str | int, Any, Any]]:
    """Yield what a value holds: its name or number, itself, and what it should be."""
    if _struct(kind) and isinstance(value, dict):
        known = {field.encode_name: field.type for field in fields(kind)}
        yield from ((name, item, known.get(name)) for name, item in value.items())
    elif _tuple(kind) and isinstance(value, list):
        yield from ((number, item, get_args(kind)[0]) for number, item in enumerate(value))


def _bare(kind: Any, value: Any) -> Any:
    """Return the class behind an annotation; of several, the one for this kind of value."""
    kind = _unannotated(kind)
    if get_origin(kind) in (Union, UnionType):
        of_this_kind = _struct if isinstance(value, dict) else _tuple
        fitting = (one for one in map(_unannotated, get_args(kind)) if of_this_kind(one))
        return next(fitting, None)
    return kind


def _unannotated(kind: Any) -> Any:
    return get_args(kind)[0] if get_origin(kind) is Annotated else kind


def _tuple(kind: Any) -> bool:
    return get_origin(kind) is tuple


def _struct(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Struct)


def _is_required(field: FieldInfo) -> bool:
    return field.default is NODEFAULT and field.default_factory is NODEFAULT


def _place(path: str, name: str | int) -> str:
    if isinstance(name, int):
        return f"{path}[{name}]"
    return f"{path}.{name}" if path else name
