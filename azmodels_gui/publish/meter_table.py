# SPDX-License-Identifier: MIT
"""The reviewed tables of meter names: resources/editorial/meters.toml."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator

from azmodels_gui.catalog.outside import FilePart
from azmodels_gui.catalog.terms import ContextBand, TokenCategory, Unit
from azmodels_gui.publish.editorial_files import read_editorial

Words = tuple[str, ...]
Meaning = tuple[str, str]
"""Dimension and value, such as `("scope", "data_zone")`."""

DATE_DIGITS = (4, 8)
"""Digits of a date glued to a word: `mini0718`, `05282026`."""


def words(name: str) -> Words:
    """Return the words of a name in lower case.

    Spaces, hyphens and underscores part words, and so do inner capitals (`BatchOutp`) and a
    date behind letters (`mini0718`).
    """
    parts = name.replace("-", " ").replace("_", " ").split()
    return tuple(word for part in parts for word in _pieces(part))


def _pieces(part: str) -> Iterator[str]:
    start = 0
    for at in range(1, len(part)):
        if _capital_begins(part, at) or _date_begins(part, at):
            yield part[start:at].lower()
            start = at
    yield part[start:].lower()


def _capital_begins(part: str, at: int) -> bool:
    return part[at - 1].islower() and part[at].isupper()


def _date_begins(part: str, at: int) -> bool:
    return part[at - 1].isalpha() and part[at:].isdecimal() and len(part) - at in DATE_DIGITS


def without(name: Words, phrase: Words) -> Words | None:
    """Return the name without the words of a phrase; None if it does not begin and go on so.

    The phrase must begin where the name begins; its other words follow in their order, with
    any words between them (`gpt rt mini` in `gpt rt aud mini Inp`).
    """
    if not name or name[0] != phrase[0]:
        return None
    rest: list[str] = []
    wanted = iter(phrase)
    next_word = next(wanted)
    for word in name:
        if word == next_word:
            next_word = next(wanted, "")
        else:
            rest.append(word)
    return tuple(rest) if not next_word else None


class Dictionary:
    """Phrases with their meanings; a phrase can mean several things (`ftregnl`)."""

    def __init__(self, meanings: Mapping[str, Mapping[str, Sequence[str]]]) -> None:
        self._meanings: dict[Words, list[Meaning]] = {}
        for dimension, values in meanings.items():
            for value, spellings in values.items():
                for spelling in spellings:
                    self._meanings.setdefault(words(spelling), []).append((dimension, value))
        self._longest = max((len(phrase) for phrase in self._meanings), default=0)

    def extended(self, meanings: Mapping[str, Mapping[str, Sequence[str]]]) -> "Dictionary":
        """Return a dictionary that knows further phrases."""
        extended = Dictionary(meanings)
        for phrase, known in self._meanings.items():
            extended._meanings.setdefault(phrase, []).extend(known)
        extended._longest = max(self._longest, extended._longest)
        return extended

    def read(self, name: Words) -> tuple[list[Meaning], Words]:
        """Return the meanings found, longest phrases first, and the words without one."""
        found: list[Meaning] = []
        unknown: list[str] = []
        at = 0
        while at < len(name):
            length = self._length_at(name, at)
            if length:
                found += self._meanings[name[at : at + length]]
            else:
                unknown.append(name[at])
            at += length or 1
        return found, tuple(unknown)

    def _length_at(self, name: Words, at: int) -> int:
        lengths = range(min(self._longest, len(name) - at), 0, -1)
        return next((size for size in lengths if name[at : at + size] in self._meanings), 0)


Meanings = dict[str, dict[str, tuple[str, ...]]]
Several = Annotated[
    tuple[str, ...], BeforeValidator(lambda given: (given,) if isinstance(given, str) else given)
]
"""One text or several."""


class MeterEntry(FilePart):
    """A model as meters of a product name it; the file explains each key."""

    meter: Several
    model: Several
    version: Several = ()
    versions: dict[str, str] = {}
    direction: str | None = None
    modality: str = "text"
    output: str | None = None
    category: TokenCategory | None = None
    plain_band: ContextBand | None = None
    variants: tuple[str, ...] = ()
    variant: str = ""
    provider: str | None = None
    why: str = ""

    @cached_property
    def phrases(self) -> tuple[Words, ...]:
        """The spellings as words."""
        return tuple(words(spelling) for spelling in self.meter)

    @property
    def own_words(self) -> Meanings:
        """Words that have a meaning behind this model's name only."""
        return {
            "version": {version: (word,) for word, version in self.versions.items()},
            "variant": {variant: (variant,) for variant in self.variants},
        }


class RefusedMeters(FilePart):
    """Meters that are no price of a model, by how they begin."""

    meter: Several
    reason: str

    def covers(self, name: Words) -> bool:
        """Tell whether a meter begins so."""
        phrases = [words(spelling) for spelling in self.meter]
        return any(name[: len(phrase)] == phrase for phrase in phrases)


class Product(FilePart):
    """A productName of the price list."""

    name: str
    provider: str | None = None
    words: Meanings = {}
    meter: tuple[MeterEntry, ...] = ()
    refused: tuple[RefusedMeters, ...] = ()


class UnitRule(FilePart):
    """What one price buys, by a word of the meter's name and its unitOfMeasure."""

    word: str
    measure: str
    unit: Unit
    factor: Decimal = Decimal(1)


class Counted(FilePart):
    """What a service's meter counts, by words of its name or its unitOfMeasure."""

    words: str = ""
    measure: str | None = None
    category: TokenCategory


class ServiceUnit(FilePart):
    """What one price of a service buys."""

    words: str = ""
    measure: str
    unit: Unit
    factor: Decimal = Decimal(1)


class Service(FilePart):
    """A service whose meters are described by their own name."""

    products: tuple[str, ...]
    model: str
    provider: str | None = None
    refused: tuple[RefusedMeters, ...] = ()
    counted: tuple[Counted, ...]
    units: tuple[ServiceUnit, ...]


class MeterTable(FilePart):
    """All of the file."""

    words: Meanings
    unit: tuple[UnitRule, ...]
    product: tuple[Product, ...]
    service: tuple[Service, ...] = ()


def load_meter_table(path: Path) -> MeterTable:
    """Return the table of meter names.

    Raises:
        EditorialFault: a key is unknown or a value is not what it should be.
    """
    return read_editorial(path, MeterTable)
