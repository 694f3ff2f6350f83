# SPDX-License-Identifier: MIT
"""Reads a list of ours that holds parts of the catalogue; nothing in it is passed over."""

import tomllib
from pathlib import Path
from typing import Any, TypeVar

from msgspec import Struct, ValidationError, convert

from azmodels_gui.catalog.schema_faults import unknown_facts

Form = TypeVar("Form", bound=Struct)


def read_list(path: Path, form: type[Form]) -> Form:
    """Return what a TOML file holds.

    Raises:
        ValidationError: a text is missing, or a key or a value is not known.
    """
    return of_form(tomllib.loads(path.read_text(encoding="utf-8")), form)


def of_form(values: Any, form: type[Form]) -> Form:
    """Return plain values as a form of ours.

    Raises:
        ValidationError: a text is missing, or a key or a value is not known.
    """
    for misspelled in unknown_facts(values, form):
        raise ValidationError(str(misspelled))
    return convert(values, form)
