# SPDX-License-Identifier: MIT
"""The schema of the catalogue file as JSON Schema, for editors and other programs.

It describes what `azmodels catalog check` accepts: unknown fields are faults. Readers are
more tolerant and ignore them.
"""

import ast
import inspect
import json
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core.core_schema import DecimalSchema

from azmodels_gui.catalog.document import SCHEMA_VERSION, Catalog

DIALECT = "https://json-schema.org/draft/2020-12/schema"
DECIMAL_TEXT = r"^\d+(\.\d+)?([eE][+-]?\d{1,3})?$"


class _Generator(GenerateJsonSchema):
    """Pydantic's generator, stricter about decimals: text that is a number, or a number."""

    def decimal_schema(self, schema: DecimalSchema) -> JsonSchemaValue:
        bounds = {"minimum": int(schema.get("ge", 0)), "maximum": int(schema.get("le", 10**12))}
        return {
            "anyOf": [{"type": "string", "pattern": DECIMAL_TEXT}, {"type": "number", **bounds}]
        }


def schema_bytes() -> bytes:
    """Return the schema as it is kept in `resources/catalog.schema.json`; always the same."""
    return (json.dumps(catalog_schema(), indent=1, ensure_ascii=True) + "\n").encode()


def catalog_schema() -> dict[str, Any]:
    """Return the JSON Schema of the whole file, with the fields' docstrings as descriptions."""
    schema = Catalog.model_json_schema(schema_generator=_Generator)
    parts = schema.pop("$defs")
    for part in _parts(Catalog, {}).values():
        _describe(parts.get(part.__name__, schema), part)
    for definition in (schema, *parts.values()):
        if definition.get("type") == "object":
            definition["additionalProperties"] = False
    return {
        "$schema": DIALECT,
        "title": f"azmodels catalogue, schema {SCHEMA_VERSION}",
        **{key: value for key, value in schema.items() if key != "title"},
        "$defs": dict(sorted(parts.items())),
    }


def _parts(part: type[BaseModel], found: dict[str, type[BaseModel]]) -> dict[str, type[BaseModel]]:
    """Collect a part and all parts inside it, by name."""
    found[part.__name__] = part
    for field in part.model_fields.values():
        for inner in _classes_in(field.annotation):
            if inner.__name__ not in found:
                _parts(inner, found)
    return found


def _classes_in(annotation: Any) -> list[type[BaseModel]]:
    if inspect.isclass(annotation) and issubclass(annotation, BaseModel):
        return [annotation]
    arguments = getattr(annotation, "__args__", ())
    return [found for argument in arguments for found in _classes_in(argument)]


def _describe(definition: dict[str, Any], part: type[BaseModel]) -> None:
    definition["description"] = inspect.getdoc(part) or ""
    for name, text in field_docstrings(part).items():
        definition["properties"][name]["description"] = text


def field_docstrings(part: type[BaseModel]) -> dict[str, str]:
    """Return the string under each field of a class that has one.

    Read from the source when a schema is asked for: pydantic's `use_attribute_docstrings`
    does the same at import, which would cost every start some 80 ms.
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
