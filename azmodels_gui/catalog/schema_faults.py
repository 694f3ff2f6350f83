# SPDX-License-Identifier: MIT
"""All places where a document does not fit the schema, or goes beyond what it knows.

The library stops at the first fault. Whoever writes a catalogue by hand wants them all.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from msgspec import NODEFAULT, Struct, ValidationError, convert
from msgspec.structs import FieldInfo, fields

from azmodels_gui.catalog.fault_words import REQUIRED, UNKNOWN_FIELD, Misfit, reworded
from azmodels_gui.catalog.terms import Word
from azmodels_gui.language.words import N_, NN_, Phrase, counted


def schema_faults(value: Any, kind: Any, path: str = "") -> Iterator[Misfit]:
    """Yield every fault with its place, such as `models[3].versions[0].version`.

    Args:
        value: a part of the document, as JSON gives it.
        kind: the class or annotation it should be of.
        path: its place; empty for the whole document.
    """
    told = _refusal(value, kind)
    if told is None:
        return
    yield from list(_inner_faults(value, _bare(kind, value), path)) or [told.within(path)]


class UnknownFact(Struct, frozen=True):
    """Something a document says that this version of the program does not know."""

    place: str
    """Such as `models[3].prices[0].tier`."""
    word: str | None = None
    """The word; None: the field itself is unknown."""

    @property
    def phrase(self) -> Misfit:
        """It in words, with its place."""
        if self.word is None:
            return Misfit(self.place, UNKNOWN_FIELD)
        return Misfit(self.place, Phrase(N_("unknown word {word}"), word=repr(self.word)))

    def __str__(self) -> str:
        return str(self.phrase)


_UNKNOWN_FACTS = NN_(
    "{count} fact this version does not know", "{count} facts this version does not know"
)


def unknown_sentence(count: int, language: str) -> str:
    """Return how much is not known, for the command line and the window alike."""
    return counted(_UNKNOWN_FACTS, count, language)


def unknown_facts(value: Any, kind: Any, path: str = "") -> Iterator[UnknownFact]:
    """Yield every key that no class of the schema has, and every word that no list of it has.

    Args:
        value: a part of the document, as JSON gives it.
        kind: the class or annotation it is of.
        path: its place; empty for the whole document.
    """
    for name, item, inner in _children(value, _bare(kind, value)):
        if inner is None:
            yield UnknownFact(_place(path, name))
        elif isinstance(item, dict | list):
            yield from unknown_facts(item, inner, _place(path, name))
        elif isinstance(item, str) and item not in (_words_of(inner) or (item,)):
            yield UnknownFact(_place(path, name), item)


def _refusal(value: Any, kind: Any) -> Misfit | None:
    try:
        convert(value, kind)
    except ValidationError as error:
        # What a class finds by itself names the field; what the library finds is this value.
        found = error.__cause__
        return found if isinstance(found, Misfit) else Misfit("", reworded(str(error), value))
    return None


def _inner_faults(value: Any, kind: Any, path: str) -> Iterator[Misfit]:
    if _struct(kind) and isinstance(value, dict):
        for field in fields(kind):
            if field.encode_name not in value and _is_required(field):
                yield Misfit(_place(path, field.encode_name), REQUIRED)
    for name, item, inner in _children(value, kind):
        if inner is not None:
            yield from schema_faults(item, inner, _place(path, name))


def _children(value: Any, kind: Any) -> Iterator[tuple[str | int, Any, Any]]:
    """Yield what a value holds: its name or number, itself, and what it should be."""
    if _struct(kind) and isinstance(value, dict):
        known = _fields_of(kind)
        yield from ((name, item, known.get(name)) for name, item in value.items())
    elif _tuple(kind) and isinstance(value, list):
        yield from ((number, item, get_args(kind)[0]) for number, item in enumerate(value))


@cache
def _fields_of(kind: type[Struct]) -> Mapping[str, Any]:
    return {field.encode_name: field.type for field in fields(kind)}


@cache
def _words_of(kind: Any) -> frozenset[str]:
    """Return the words an annotation knows; empty where it is not about words."""
    words = next(filter(_is_word, (kind, *get_args(kind))), ())
    return frozenset(map(str, words))


def _bare(kind: Any, value: Any) -> Any:
    """Return the class behind an annotation; of several, the one for this kind of value."""
    return kind if _struct(kind) else _one_of(kind, structured=isinstance(value, dict))


@cache
def _one_of(kind: Any, *, structured: bool) -> Any:
    kind = _unannotated(kind)
    if get_origin(kind) in (Union, UnionType):
        fits = _struct if structured else _tuple
        return next((one for one in map(_unannotated, get_args(kind)) if fits(one)), None)
    return kind


def _is_word(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Word)


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
