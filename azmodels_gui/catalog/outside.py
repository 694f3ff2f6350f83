# SPDX-License-Identifier: MIT
"""Forms of what comes from outside, but for the catalogue itself, and their faults in our words.

Checked by pydantic, whose import costs more than reading the catalogue: whoever reads such a file
imports the module with its forms when it is read, not before (docs/decisions/0027).
"""

import re
import tomllib
from functools import partial
from typing import Any, TypeVar

from msgspec import Struct, convert
from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, ValidationError
from pydantic_core import CoreSchema, ErrorDetails, core_schema

from azmodels_gui.catalog.faults import (
    KINDS,
    LIMITS,
    REQUIRED,
    UNKNOWN_FIELD,
    Misfit,
    schema_faults,
    shown,
    unexpected,
    unknown_facts,
)
from azmodels_gui.language.words import N_, Joined, Message, Phrase


class AnswerPart(BaseModel):
    """Part of an answer of somebody else: what our form does not name is let by."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class FilePart(BaseModel):
    """Part of a file written for this program: a misspelled key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


Form = TypeVar("Form", bound=BaseModel)


def fitted(values: object, form: type[Form]) -> Form:
    """Return plain values as a form.

    Raises:
        Misfit: the first fault, with its place.
    """
    try:
        return form.model_validate(values)
    except ValidationError as error:
        raise first_fault(error) from error


def fitted_toml(data: bytes, form: type[Form]) -> Form:
    """Return what a TOML file holds as a form.

    Raises:
        Misfit: it is no TOML in UTF-8, or does not fit; the place is named.
    """
    try:
        values = tomllib.loads(data.decode())
    except UnicodeDecodeError as error:
        raise Misfit("", Phrase(N_("not UTF-8 at byte {byte}"), byte=error.start)) from error
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"line (\d+), column (\d+)", str(error))
        words = N_("no TOML from line {line}, column {column} on")
        why = Phrase(words, line=at[1], column=at[2]) if at else N_("no TOML: it ends too early")
        raise Misfit("", why) from error
    return fitted(values, form)


def first_fault(error: ValidationError) -> Misfit:
    """Return the first fault that pydantic found, with its place."""
    first = error.errors(include_url=False)[0]
    place = place_of(first["loc"])
    found = first.get("ctx", {}).get("error")
    return found.within(place) if isinstance(found, Misfit) else Misfit(place, _why(first))


def place_of(location: tuple[int | str, ...]) -> str:
    """Return a place such as `family[3].summary.de`."""
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in location)
    return "".join(steps).removeprefix(".")


_LIMITS = {
    "string_too_short": ("str >=", "min_length"),
    "string_too_long": ("str <=", "max_length"),
    "string_pattern_mismatch": ("form", "pattern"),
    "too_short": ("array >=", "min_length"),
    "too_long": ("array <=", "max_length"),
    "greater_than_equal": ("number >=", "ge"),
    "less_than_equal": ("number <=", "le"),
}
"""The words for a bound, and where pydantic names it, by its name of the fault."""
_KINDS = {
    "string": "str",
    "int": "int",
    "float": "float",
    "finite": "float",
    "decimal": "decimal",
    "is": "float",
    "bool": "bool",
    "date": "date",
    "tuple": "array",
    "list": "array",
    "dict": "object",
    "model": "object",
}
"""What was expected, by how the name of the fault begins."""


def _why(fault: ErrorDetails) -> Message | Phrase:
    match fault["type"]:
        case "missing":
            return REQUIRED
        case "extra_forbidden":
            return UNKNOWN_FIELD
        case "value_error":  # of a check of ours that says no more
            return Phrase(N_("{found} does not fit"), found=shown(fault["input"]))
        case "literal_error" | "enum":
            words = re.findall(r"'([^']*)'", fault["ctx"]["expected"])
            known = Phrase(LIMITS["words"], limit=Joined(words))
            return unexpected(known, fault["input"])
        case bound if bound in _LIMITS:
            form, name = _LIMITS[bound]
            return unexpected(Phrase(LIMITS[form], limit=fault["ctx"][name]), fault["input"])
    kind = _KINDS.get(fault["type"].partition("_")[0], "word")
    return unexpected(KINDS[kind], fault["input"])


class _AsInTheCatalogue:
    """Reads a part of the catalogue as msgspec does; unknown keys are errors here."""

    def __get_pydantic_core_schema__(self, kind: Any, _: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(partial(_catalog_part, kind))


AS_IN_THE_CATALOGUE = _AsInTheCatalogue()
"""Annotates a part of the catalogue in a file of ours: its form is declared once."""


def _catalog_part(kind: type[Struct], value: object) -> Struct:
    for unknown in unknown_facts(value, kind):
        raise unknown.phrase
    for fault in schema_faults(value, kind):
        raise fault
    return convert(value, kind)
