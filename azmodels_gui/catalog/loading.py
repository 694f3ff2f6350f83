# SPDX-License-Identifier: MIT
"""From bytes to a catalogue, with errors that name the place."""

from pydantic import ValidationError
from pydantic_core import from_json

from azmodels_gui.catalog.document import SCHEMA_MAJOR, Catalog
from azmodels_gui.catalog.integrity import first_fault

SHOWN_FAULTS = 3


class CatalogUnusable(Exception):
    """The bytes are no catalogue this program can read; the text says what and where."""


def parse_catalog(data: bytes, *, strict: bool = False) -> Catalog:
    """Return the catalogue that `data` holds.

    Args:
        data: the file's bytes, UTF-8 JSON.
        strict: refuse unknown fields, as publishing does; readers ignore them.

    Raises:
        CatalogUnusable: not JSON, of a newer major schema, not of the schema, or with
            parts that refer to nothing or come twice.
    """
    try:
        catalog = Catalog.model_validate_json(data, extra="forbid" if strict else "ignore")
    except ValidationError as error:
        raise CatalogUnusable(_newer_major(data) or _told(error)) from error
    if _major(catalog.schema_version) > SCHEMA_MAJOR:
        raise CatalogUnusable(_needs_newer_program(catalog.schema_version))
    fault = first_fault(catalog)
    if fault:
        raise CatalogUnusable(fault)
    return catalog


def _told(error: ValidationError) -> str:
    faults = error.errors(include_url=False, include_context=False, include_input=False)
    told = [f"{_place(fault['loc'])}: {fault['msg']}" for fault in faults[:SHOWN_FAULTS]]
    more = len(faults) - SHOWN_FAULTS
    return "; ".join(told) + (f"; and {more} more" if more > 0 else "")


def _place(location: tuple[int | str, ...]) -> str:
    """Return a path inside the document, such as `models[3].versions[0].version`."""
    path = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in location)
    return path.removeprefix(".") or "the document"


def _newer_major(data: bytes) -> str | None:
    """Return a better reason than the schema's faults if the file is simply newer."""
    try:
        version = str(from_json(data)["schema_version"])
        newer = _major(version) > SCHEMA_MAJOR
    except (ValueError, TypeError, KeyError):
        return None
    return _needs_newer_program(version) if newer else None


def _major(version: str) -> int:
    return int(version.partition(".")[0])


def _needs_newer_program(version: str) -> str:
    return (
        f"schema_version: the catalogue is of schema {version[:20]}, "
        f"this program reads up to {SCHEMA_MAJOR}.x; a newer program is needed"
    )
