# SPDX-License-Identifier: MIT
"""From bytes to a catalogue, with errors that name the place."""

import codecs
import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any
from weakref import WeakValueDictionary

import msgspec
from msgspec import Struct

from azmodels_gui import bundled_catalog_path
from azmodels_gui.catalog.document import SCHEMA_MAJOR, SCHEMA_VERSION, Catalog, Model
from azmodels_gui.catalog.faults import UnknownFact, schema_faults
from azmodels_gui.catalog.faults import unknown_facts as unknown_facts_in
from azmodels_gui.catalog.terms import newer_words
from azmodels_gui.language.words import N_, Joined, Message, Phrase, ToldError


def let_go(*containers: list[Any] | dict[Any, Any]) -> None:
    """Empty the containers."""
    for container in containers:
        if isinstance(container, dict):
            while container:
                container.popitem()
        else:
            while container:
                container.pop()


@cache
def _steps() -> tuple[re.Pattern[bytes], re.Pattern[bytes]]:
    """Return what goes up to the next bracket that is not inside a text: a step, and a stride.

    In a step nothing is tried twice. A stride passes what closes again two levels further down at
    most, and tries nothing more than thrice. Made when first needed: a start does without.
    """

    def passing(*passed: bytes) -> bytes:
        return rb'[^"{}\[\]]*+(?:(?:' + b"|".join(passed) + rb')[^"{}\[\]]*+)*+'

    text = rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"'
    flat = rb"[{\[]" + passing(text) + rb"[}\]]"
    group = rb"[{\[]" + passing(text, flat) + rb"[}\]]"
    step, stride = (passing(*passed) + rb"[{}\[\]]" for passed in ((text,), (text, group)))
    return re.compile(step, re.DOTALL), re.compile(stride, re.DOTALL)


_MODELS = re.compile(rb'(?<!\\)"models"\s*:\s*\[$')


class Pieces(Struct, frozen=True):
    """A catalogue's bytes in pieces; each is JSON if the whole is."""

    rest: bytes
    """The document with an empty list of models."""
    models: tuple[bytes, ...]


def split_models(data: bytes) -> Pieces | None:
    """Return the document in pieces; None where it is not built as expected.

    None does not mean that it is wrong: a key may be written with escapes, or be there twice.
    """
    found = _model_spans(data)
    if found is None:
        return None
    start, spans, end = found
    places = [start, *(edge for span in spans for edge in span), end]
    gaps = [data[places[at] : places[at + 1]] for at in range(0, len(places), 2)]
    if not _only_commas(gaps):
        return None
    models = tuple(data[first:last] for first, last in spans)
    return Pieces(data[:start] + data[end:], models)


def _model_spans(data: bytes) -> tuple[int, list[tuple[int, int]], int] | None:
    """Return where the list of models begins (behind its bracket), its objects, and its end."""
    depth, start, end = 0, 0, 0
    spans: list[tuple[int, int]] = []
    opened = 0
    # Not `finditer`: where a step does not fit, it would look from every later byte again.
    short, long = _steps()
    step = short.match(data)
    while step is not None and len(spans) <= MOST_ENTRIES:  # more: refused by who reads the whole
        bracket = data[step.end() - 1]
        inside = bool(start) and not end
        if bracket in b"{[":
            depth += 1
            if depth == 2 and bracket == ord("[") and _MODELS.search(step.group()):
                if start:
                    return None
                start = step.end()
            elif inside and depth == 3:
                opened = step.end() - 1
        else:
            depth -= 1
            if inside and depth == 2:
                spans.append((opened, step.end()))
            elif inside and depth == 1:
                end = step.end() - 1
        step = (long if depth > 2 else short).match(data, step.end())
    return (start, spans, end) if end and depth == 0 else None


def _only_commas(gaps: list[bytes]) -> bool:
    """Tell whether between the objects there is one comma each, and before and behind nothing."""
    if len(gaps) == 1:
        return not gaps[0].strip()
    first, *between, last = gaps
    ends = not first.strip() and not last.strip()
    return ends and all(gap.strip() == b"," for gap in between)


def first_fault(catalog: Catalog) -> Phrase | None:
    """Return the first fault that makes the catalogue unusable, with its place; None if none."""
    return next(_faults(catalog), None)


def _faults(catalog: Catalog) -> Iterator[Phrase]:
    yield from twice("regions", (region.id for region in catalog.regions))
    yield from twice("deployment_types", (kind.id for kind in catalog.deployment_types))
    yield from twice("sources", (source.id for source in catalog.sources))
    yield from twice("use_cases", (use_case.id for use_case in catalog.use_cases))
    yield from twice("models", (model.id for model in catalog.models))
    known = {kind.id for kind in catalog.deployment_types}
    for position, model in enumerate(catalog.models):
        yield from _model_faults(f"models[{position}]", model, known)


def _model_faults(place: str, model: Model, deployment_types: set[str]) -> Iterator[Phrase]:
    yield from twice(f"{place}.versions", (version.version for version in model.versions))
    for number, version in enumerate(model.versions):
        offered = [offer.deployment_type for offer in version.offers]
        yield from twice(f"{place}.versions[{number}].offers", offered)
        for at, sku in enumerate(offered):
            if sku not in deployment_types:
                where = f"{place}.versions[{number}].offers[{at}].deployment_type"
                yield Phrase(
                    N_("{place}: {name} is not among {names}"),
                    place=where,
                    name=repr(sku),
                    names="deployment_types",
                )


def twice(
    place: str, ids: Iterable[str], key: Callable[[str], str] | None = None
) -> Iterator[Phrase]:
    """Yield a fault for each name that was there before.

    Args:
        place: of the list.
        ids: the names.
        key: what of a name counts; None: all of it.
    """
    seen: set[str] = set()
    for position, name in enumerate(ids):
        same = name if key is None else key(name)
        if same in seen:
            where = f"{place}[{position}]"
            yield Phrase(N_("{place}: {name} comes twice"), place=where, name=repr(name))
        seen.add(same)


SHOWN_FAULTS = 3
COUNTED_FAULTS = 1_000
"""Nobody reads on; a file made of faults would be counted for minutes."""
MOST_ENTRIES = 150_000
"""Far above any catalogue; each costs memory and time in the window."""
MOST_PARTS = 6_000_000
"""Commas and brackets; 11,000 entries have 4.2 million. Each part may become an object of 100
bytes."""
LOOKED_AT_BYTES = 8 * 1024 * 1024
"""In a smaller file the parts are not counted: there is no room for too many."""
COUNTED_BYTES = 1024 * 1024
"""At once; between two of them other threads go on."""
_BEYOND = "beyond"


class CatalogUnusable(ToldError):
    """The bytes are no catalogue this program can read; the text says what and where."""

    @classmethod
    def of(cls, faults: Sequence[object]) -> "CatalogUnusable":
        """Return an error that tells the first faults."""
        more = len(faults) - SHOWN_FAULTS
        told = Joined(faults[:SHOWN_FAULTS], "; ")
        if len(faults) >= COUNTED_FAULTS:
            return cls(N_("{faults}; and {count} more at least"), faults=told, count=more)
        if more > 0:
            return cls(N_("{faults}; and {count} more"), faults=told, count=more)
        return cls(N_("{faults}"), faults=told)


class SchemaTooNew(CatalogUnusable):
    """The catalogue is of a newer major schema: it may be sound, but not for this program."""


def load_catalog(path: Path | str | None = None) -> Catalog:
    """Return the catalogue of a file, or the one that comes with the program.

    Raises:
        OSError: the file cannot be read.
        CatalogUnusable: it is no catalogue that this version reads; the text says what and where.
    """
    return parse_catalog(Path(path or bundled_catalog_path()).read_bytes())


def parse_catalog(data: bytes, *, strict: bool = False) -> Catalog:
    """Return the catalogue that `data` holds; a word this version does not know stays as it is.

    Args:
        data: the file's bytes, UTF-8 JSON; a byte order mark at their start is ignored.
        strict: refuse unknown fields, as publishing does; readers ignore them.

    Raises:
        CatalogUnusable: not JSON, of a newer major schema, not of the schema, or with
            parts that refer to nothing or come twice.
    """
    data = data.removeprefix(codecs.BOM_UTF8)
    _refuse_too_many_parts(data)
    with newer_words() as met:
        try:
            catalog = _whole().decode(data)
        except (ValueError, RecursionError) as error:
            raise _unusable(data, error) from error
    if strict:
        _refuse_unknown_fields(data)
    models = tuple(map(_as_held, catalog.models))
    return _sound(catalog.but(models=models), data, beyond=bool(met))


def parse_in_pieces(data: bytes) -> Catalog:
    """Return what `parse_catalog` returns, model by model, so that other threads can go on.

    Reading 11,000 entries in one go held up a window for a tenth of a second and more; the longest
    piece takes a few milliseconds. It takes about twice as long in all.

    Raises:
        CatalogUnusable: as `parse_catalog`.
    """
    data = data.removeprefix(codecs.BOM_UTF8)
    _refuse_too_many_parts(data)
    pieces = split_models(data)
    if pieces is None:
        return parse_catalog(data)
    try:
        with newer_words() as met:
            rest = _whole().decode(pieces.rest)
            _refuse_newer_major(rest.schema_version)
            models = tuple(_as_held(_one_model().decode(piece)) for piece in pieces.models)
    except (ValueError, RecursionError):
        return parse_catalog(data)  # it names the place in the whole document
    return _sound(rest.but(models=models), data, beyond=bool(met))


def goes_beyond(catalog: Catalog) -> bool:
    """Tell whether a catalogue that was read may say what this version does not know."""
    return _BEYOND in catalog.__dict__


def unknown_facts(catalog: Catalog) -> tuple[UnknownFact, ...]:
    """Return what this version does not know of a catalogue that was read: words and fields.

    It is looked for when first asked, and only if the catalogue is of a newer minor version or
    has a newer word: nothing of it belongs to a start.
    """
    kept: bytes | tuple[UnknownFact, ...] = catalog.__dict__.get(_BEYOND, ())
    if isinstance(kept, bytes):
        kept = tuple(unknown_facts_in(msgspec.json.decode(kept), Catalog))
        catalog.__dict__[_BEYOND] = kept
    return kept


_held: WeakValueDictionary[str, Model] = WeakValueDictionary()


def _as_held(model: Model) -> Model:
    """Return an equal model that somebody holds already, of the same id in a catalogue read before.

    Most of the next catalogue is in the one on show: 6 MiB of the shipped one each time, which
    Python would put between whatever else there is, and keep the place of.
    """
    held = _held.get(model.id)
    if held == model:
        return held
    _held[model.id] = model
    return model


# Made when first needed: not every command reads a catalogue.
@cache
def _whole() -> msgspec.json.Decoder[Catalog]:
    return msgspec.json.Decoder(Catalog)


@cache
def _one_model() -> msgspec.json.Decoder[Model]:
    return msgspec.json.Decoder(Model)


def _refuse_too_many_parts(data: bytes) -> None:
    """Refuse a file that would fill the memory, before anything is made of it."""
    starts = range(0, len(data), COUNTED_BYTES) if len(data) > LOOKED_AT_BYTES else ()
    parts = (
        data.count(mark, at, at + COUNTED_BYTES) for at in starts for mark in (b",", b"{", b"[")
    )
    if sum(parts) > MOST_PARTS:
        words = N_("it has more parts than the {most} that a catalogue may have")
        raise CatalogUnusable(words, most=MOST_PARTS)


def _refuse_too_many_entries(catalog: Catalog) -> None:
    count = sum(len(model.versions) for model in catalog.models)
    if count > MOST_ENTRIES:
        words = N_("models: {count} entries, more than the {most} that a catalogue may have")
        raise CatalogUnusable(words, count=count, most=MOST_ENTRIES)


def _sound(catalog: Catalog, data: bytes, *, beyond: bool) -> Catalog:
    _refuse_newer_major(catalog.schema_version)
    _refuse_too_many_entries(catalog)
    fault = first_fault(catalog)
    if fault:
        raise CatalogUnusable.of([fault])
    if beyond or _numbers(catalog.schema_version) > _numbers(SCHEMA_VERSION):
        catalog.__dict__[_BEYOND] = data
    return catalog


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))


def _unusable(data: bytes, error: Exception) -> CatalogUnusable:
    """Return what is wrong with bytes that were refused, with every place or the first few."""
    try:
        document = msgspec.json.decode(data)
    except (ValueError, RecursionError) as no_json:
        return CatalogUnusable.of([_no_json(data, no_json)])
    _refuse_newer_major(_version_in(document))
    faults = islice(schema_faults(document, Catalog), COUNTED_FAULTS)
    return CatalogUnusable.of(list(faults) or [str(error)])


def _no_json(data: bytes, error: Exception) -> Message | Phrase:
    """Return what is wrong, in which line, or at which byte where Python's own reader takes it."""
    try:
        json.loads(data)
    except json.JSONDecodeError as found:
        words = N_("no JSON from line {line}, column {column} on")
        return Phrase(words, line=found.lineno, column=found.colno)
    except RecursionError:
        return N_("no JSON: nested too deeply")
    except UnicodeDecodeError:
        pass
    except ValueError:
        return N_("no JSON: a number of too many digits")
    at = re.search(r"byte (\d+)", str(error))
    return Phrase(N_("no JSON from byte {byte} on"), byte=at[1]) if at else N_("no JSON")


def _refuse_unknown_fields(data: bytes) -> None:
    found = unknown_facts_in(msgspec.json.decode(data), Catalog)
    unknown = [fact.phrase for fact in found if fact.word is None]
    if unknown:
        raise CatalogUnusable.of(unknown)


def _version_in(document: object) -> str:
    """Return the schema version of a document that does not fit ours; empty where none is."""
    return str(document.get("schema_version", "")) if isinstance(document, dict) else ""


def _refuse_newer_major(version: str) -> None:
    """Give a better reason than the schema's faults if the file is simply newer."""
    major = version.partition(".")[0]
    if major.isdecimal() and int(major) > SCHEMA_MAJOR:
        raise SchemaTooNew(
            N_(
                "schema_version: the catalogue is of schema {version}, this program reads up to "
                "{known}.x; a newer program is needed"
            ),
            version=version[:20],
            known=SCHEMA_MAJOR,
        )
