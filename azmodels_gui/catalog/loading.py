# SPDX-License-Identifier: MIT
"""From bytes to a catalogue, with errors that name the place."""

from pydantic import ValidationError
from pydantic_core import from_json

from azmodels_gui.catalog.document import SCHEMA_MAJOR, Catalog, Model
from azmodels_gui.catalog.integrity import first_fault
from azmodels_gui.catalog.splitting import split_models

SHOWN_FAULTS = 3


class CatalogUnusable(Exception):
    """The bytes are no catalogue this program can read; the text says what and where."""


class SchemaTooNew(CatalogUnusable):
    """The catalogue is of a newer major schema: it may be sound, but not for this program."""


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
        _refuse_newer_major(_version_in(data))
        raise CatalogUnusable(_told(error)) from error
    return _sound(catalog)


def parse_in_pieces(data: bytes) -> Catalog:
    """Return what `parse_catalog` returns, model by model, so that other threads can go on.

    Reading 11,000 entries in one go held up a window for a tenth of a second and more; the longest
    piece takes a few milliseconds. It costs about a quarter more time in all.

    Raises:
        CatalogUnusable: as `parse_catalog`.
    """
    pieces = split_models(data)
    if pieces is None:
        return parse_catalog(data)
    try:
        rest = Catalog.model_validate_json(pieces.rest)
        _refuse_newer_major(rest.schema_version)
        models = tuple(Model.model_validate_json(piece) for piece in pieces.models)
    except ValidationError:
        return parse_catalog(data)  # it names the place in the whole document
    return _sound(rest.model_copy(update={"models": models}))


def _sound(catalog: Catalog) -> Catalog:
    _refuse_newer_major(catalog.schema_version)
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


def _version_in(data: bytes) -> str:
    """Return the schema version of a document that does not fit ours; empty where none is."""
    try:
        return str(from_json(data)["schema_version"])
    except (ValueError, TypeError, KeyError):
        return ""


def _refuse_newer_major(version: str) -> None:
    """Give a better reason than the schema's faults if the file is simply newer."""
    major = version.partition(".")[0]
    if major.isdecimal() and int(major) > SCHEMA_MAJOR:
        raise SchemaTooNew(
            f"schema_version: the catalogue is of schema {version[:20]}, "
            f"this program reads up to {SCHEMA_MAJOR}.x; a newer program is needed"
        )
