# SPDX-License-Identifier: MIT
"""The schema of the catalogue file as JSON Schema, for editors and other programs.

It describes what `azmodels catalog check` accepts: unknown fields are faults. Readers are
more tolerant and ignore them.
"""

import ast
import inspect
import json
from collections.abc import Callable, Iterable
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import fields

from azmodels_gui.catalog.document import SCHEMA_VERSION, Catalog

DECIMAL_FORMAT = "decimal"
"""What the library calls a text that is a number."""
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_bytes() -> bytes:
    """Return the schema as it is kept in `resources/catalog.schema.json`; always the same."""
    return printed(catalog_schema())


def printed(schema: dict[str, Any]) -> bytes:
    """Return a schema as it is kept in a file."""
    return (json.dumps(schema, indent=1, ensure_ascii=True) + "\n").encode()


def catalog_schema() -> dict[str, Any]:
    """Return the JSON Schema of the whole file, with the fields' docstrings as descriptions."""
    _, parts = msgspec.json.schema_components([Catalog], ref_template="#/$defs/{name}")
    for name, part in parts_within(Catalog, Struct, _field_types).items():
        _describe(parts[name], part)
    schema = parts.pop(Catalog.__name__)
    return {
        "$schema": DIALECT,
        **schema,
        "title": f"azmodels catalogue, schema {SCHEMA_VERSION}",
        "$defs": dict(sorted(parts.items())),
    }


def parts_within(
    whole: type, kind: type, types_of: Callable[[type], Iterable[Any]]
) -> dict[str, type]:
    """Return a class and all classes of its kind inside it, by name.

    Args:
        whole: what is described.
        kind: the base of its parts.
        types_of: returns the types of the fields of one.
    """
    found, waiting = {whole.__name__: whole}, [whole]
    while waiting:
        for inner in (each for of in types_of(waiting.pop()) for each in _classes_in(of, kind)):
            if inner.__name__ not in found:
                found[inner.__name__] = inner
                waiting.append(inner)
    return found


def _classes_in(annotation: Any, kind: type) -> list[type]:
    if inspect.isclass(annotation) and issubclass(annotation, kind):
        return [annotation]
    arguments = getattr(annotation, "__args__", ())
    return [found for argument in arguments for found in _classes_in(argument, kind)]


def _field_types(part: type) -> list[Any]:
    return [field.type for field in fields(part)]


def _describe(definition: dict[str, Any], part: type) -> None:
    definition["description"] = inspect.getdoc(part) or ""
    definition["additionalProperties"] = False
    for published in definition["properties"].values():
        if published.get("format") == DECIMAL_FORMAT:
            # A reader takes a number as well: it comes out as exact as it is written.
            published["type"] = ["string", "number"]
            del published["format"]
    for name, text in field_docstrings(part).items():
        definition["properties"][name]["description"] = text


def field_docstrings(part: type) -> dict[str, str]:
    """Return the string under each field of a class that has one.

    Read from the source when a schema is asked for: nothing of it belongs to a start.
    """
    body = ast.parse(inspect.getsource(part).lstrip()).body[0]
    if not isinstance(body, ast.ClassDef):
        return {}
    return {
        field.target.id: inspect.cleandoc(text.value.value)
        for field, text in zip(body.body, body.body[1:], strict=False)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(text, ast.Expr)
        and isinstance(text.value, ast.Constant)
        and isinstance(text.value.value, str)
    }
