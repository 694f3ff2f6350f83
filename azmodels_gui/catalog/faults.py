# SPDX-License-Identifier: MIT
"""What does not fit a form, at its place and in words: the same words whoever checked it.

The catalogue is checked by msgspec, everything else from outside by pydantic
(docs/decisions/0027); what either of them finds is told as a `Misfit`. The library stops at the
first fault; whoever writes a catalogue by hand wants all of them, which `schema_faults` yields.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from msgspec import NODEFAULT, Struct, ValidationError, convert
from msgspec.structs import FieldInfo, fields

from azmodels_gui.catalog.terms import Word
from azmodels_gui.language.words import N_, NN_, Joined, Message, Phrase, ToldError, counted

LONGEST_SHOWN = 40


class Misfit(ToldError, ValueError):
    """A value that does not fit its form.

    Attributes:
        place: where, such as `models[3].versions[0].version`; empty: the whole.
        why: what is wrong there, without the place.
    """

    def __init__(self, place: str, why: Message | Phrase) -> None:
        super().__init__(N_("{place}: {why}") if place else N_("{why}"), place=place, why=why)
        self.place = place
        self.why = why

    def within(self, path: str) -> "Misfit":
        """Return it as a fault of the larger thing that holds the value at a place."""
        return Misfit(".".join(filter(None, (path, self.place))), self.why)


REQUIRED: Message = N_("required but missing")
UNKNOWN_FIELD: Message = N_("unknown field")

KINDS: Mapping[str, Message] = {
    "int": N_("a whole number"),
    "float": N_("a number"),
    "decimal": N_("an exact number"),
    "str": N_("a text"),
    "bool": N_("true or false"),
    "array": N_("a list"),
    "object": N_("a group of fields"),
    "null": N_("nothing"),
    "date": N_("a date such as 2026-11-22"),
    "word": N_("a known word"),
}
"""By the name that msgspec gives them."""

LIMITS: Mapping[str, Message] = {
    "str >=": N_("a text with a length of at least {limit}"),
    "str <=": N_("a text with a length of at most {limit}"),
    "array >=": N_("a list with a length of at least {limit}"),
    "array <=": N_("a list with a length of at most {limit}"),
    "number >=": N_("a number of at least {limit}"),
    "number <=": N_("a number of at most {limit}"),
    "form": N_("a text of the form {limit}"),
    "words": N_("one of {limit}"),
}


def unexpected(expected: Message | Phrase | Joined, found: object) -> Phrase:
    """Return that something else was found than what was expected."""
    return Phrase(N_("expected {expected}, found {found}"), expected=expected, found=shown(found))


def shown(value: object) -> Message | Phrase | str:
    """Return a value as a fault names it: in short, a list by its length, a group by its kind."""
    match value:
        case None:
            return KINDS["null"]
        case dict():
            return KINDS["object"]
        case list() | tuple():
            return Phrase(N_("a list of length {count}"), count=len(value))
        case bool():
            return str(value).lower()
        case str():
            return repr(value if len(value) <= LONGEST_SHOWN else f"{value[:LONGEST_SHOWN]}…")
    return str(value)[:LONGEST_SHOWN]


# Texts, here and where else a start needs no pattern: to compile eight takes it a third of a
# percent, and `re` keeps what it compiled.
_LENGTH = r"Expected `(str|array)` of length ([<>]=) (\d+)"
_BOUND = r"Expected `(?:int|float)` ([<>]=) (\S+)"
_FORM = r"Expected `str` matching regex '(.*)'"
_KIND = r"Expected `([^`]+)`"
_OTHERS = (
    ("Invalid RFC3339 encoded date", "date"),
    ("Invalid decimal", "decimal"),
    ("Invalid", "word"),
)


def reworded(fault: str, value: object) -> Phrase:
    """Return a fault that msgspec found in a value in our words.

    Args:
        fault: the library's sentence, such as "Expected `int`, got `str`".
        value: what does not fit.
    """
    return unexpected(_expected(fault), value)


def _expected(fault: str) -> Message | Phrase | Joined:
    if found := re.match(_LENGTH, fault):
        kind, sign, limit = found.groups()
        return Phrase(LIMITS[f"{kind} {sign}"], limit=limit)
    if found := re.match(_BOUND, fault):
        return Phrase(LIMITS[f"number {found[1]}"], limit=found[2])
    if found := re.match(_FORM, fault):
        return Phrase(LIMITS["form"], limit=found[1])
    if found := re.match(_KIND, fault):
        kinds = [KINDS[kind] for kind in found[1].split(" | ") if kind in KINDS]
        return Joined(kinds, N_(" or "))
    known = (kind for begin, kind in _OTHERS if fault.startswith(begin))
    return KINDS[next(known, "float")]


def schema_faults(value: Any, kind: Any, path: str = "") -> Iterator[Misfit]:
    """Yield every fault with its place, such as `models[3].versions[0].version`.

    One by one: a file of millions of faults costs no more than those that are looked at.

    Args:
        value: a part of the document, as JSON gives it.
        kind: the class or annotation it should be of.
        path: its place; empty for the whole document.
    """
    told = _refusal(value, kind)
    if told is None:
        return
    inner = _inner_faults(value, _bare(kind, value), path)
    first = next(inner, None)
    yield told.within(path) if first is None else first
    yield from inner


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
