# SPDX-License-Identifier: MIT
"""The form of a client's file as JSON Schema, for editors and other programs.

It describes what is written. Readers keep what a later minor version adds to the client and to its
view; elsewhere an unknown field is a fault.
"""

import inspect
import json
from typing import Any

from pydantic import BaseModel

from azmodels_gui.cli.schema_export import DIALECT, field_docstrings
from azmodels_gui.clients.client import VERSION, Client


def client_schema_bytes() -> bytes:
    """Return the schema as it is kept in `resources/client.schema.json`; always the same."""
    return (json.dumps(client_schema(), indent=1, ensure_ascii=True) + "\n").encode()


def client_schema() -> dict[str, Any]:
    """Return the JSON Schema of the file, with the fields' docstrings as descriptions."""
    schema = Client.model_json_schema()
    parts = schema.pop("$defs")
    for name, form in _forms(Client, {}).items():
        _describe(schema if form is Client else parts[name], form)
    title = f"azmodels client, version {VERSION} of the form"
    return {"$schema": DIALECT, **schema, "title": title, "$defs": dict(sorted(parts.items()))}


def _forms(form: type[BaseModel], found: dict[str, type[BaseModel]]) -> dict[str, type[BaseModel]]:
    """Collect a form and all forms inside it, by name."""
    found[form.__name__] = form
    for field in form.model_fields.values():
        for inner in _forms_in(field.annotation):
            if inner.__name__ not in found:
                _forms(inner, found)
    return found


def _forms_in(annotation: Any) -> list[type[BaseModel]]:
    if inspect.isclass(annotation) and issubclass(annotation, BaseModel):
        return [annotation]
    arguments = getattr(annotation, "__args__", ())
    return [found for argument in arguments for found in _forms_in(argument)]


def _describe(definition: dict[str, Any], form: type[BaseModel]) -> None:
    definition["description"] = inspect.getdoc(form) or ""
    for base in reversed(form.__mro__):
        if issubclass(base, BaseModel) and base is not BaseModel:
            for name, text in field_docstrings(base).items():
                if name in definition["properties"]:
                    definition["properties"][name]["description"] = text
    for field in definition["properties"].values():
        field.pop("title", None)
