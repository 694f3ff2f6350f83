# SPDX-License-Identifier: MIT
"""What does not fit a form, at its place and in words: the same words whoever checked it.

The catalogue is checked by msgspec, everything else from outside by pydantic
(docs/decisions/0027); what either of them finds is told as a `Misfit`.
"""

import re
from collections.abc import Mapping

from azmodels_gui.language.errors import ToldError
from azmodels_gui.language.words import N_, Joined, Message, Phrase

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
