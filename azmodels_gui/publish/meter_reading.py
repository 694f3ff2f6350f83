# SPDX-License-Identifier: MIT
"""What a price meter's product, name and unit of measure say together, by the reviewed tables of
meter names (resources/editorial/meters.toml)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator

from azmodels_gui.catalog.outside import FilePart
from azmodels_gui.catalog.terms import ContextBand, PriceTier, Scope, TokenCategory, Unit
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


class UnknownServiceMeter(Exception):
    """The meter is no price, or the table does not know what it counts; the text says why."""


def counted_by(service: Service, meter: str, measure: str) -> tuple[Counted, ServiceUnit]:
    """Return what is counted and what one price buys.

    Raises:
        UnknownServiceMeter: the table refuses the meter or does not know what it counts.
    """
    name = words(meter)
    for refused in service.refused:
        if refused.covers(name):
            raise UnknownServiceMeter(refused.reason)
    counted = [item for item in service.counted if _fits(item, name, measure)]
    units = [item for item in service.units if _fits(item, name, measure)]
    if not counted or not units:
        raise UnknownServiceMeter(f"the table does not know what is counted by {measure}")
    return counted[0], units[0]


def _fits(rule: Counted | ServiceUnit, name: Words, measure: str) -> bool:
    return rule.measure in (None, measure) and _side_by_side(name, words(rule.words))


def _side_by_side(name: Words, phrase: Words) -> bool:
    size = len(phrase)
    return any(name[at : at + size] == phrase for at in range(len(name) - size + 1))


PROVISIONED = words("Provisioned Managed")

CATEGORIES = {
    ("text", "input"): TokenCategory.INPUT,
    ("text", "cached"): TokenCategory.CACHED_INPUT,
    ("text", "cache write"): TokenCategory.CACHE_WRITE,
    ("text", "output"): TokenCategory.OUTPUT,
    ("audio", "input"): TokenCategory.AUDIO_INPUT,
    ("audio", "cached"): TokenCategory.CACHED_AUDIO_INPUT,
    ("audio", "output"): TokenCategory.AUDIO_OUTPUT,
    ("image", "input"): TokenCategory.IMAGE_INPUT,
    ("image", "cached"): TokenCategory.CACHED_IMAGE_INPUT,
    ("image", "output"): TokenCategory.IMAGE_OUTPUT,
    ("grader", "input"): TokenCategory.GRADER_INPUT,
    ("grader", "cached"): TokenCategory.GRADER_CACHED_INPUT,
    ("grader", "output"): TokenCategory.GRADER_OUTPUT,
}
"""By what the tokens are of (a grader's are not told apart) and which way they go."""


class MeterRefused(Exception):
    """The meter is no price of a model, or cannot be read; the text says why."""


@dataclass(frozen=True)
class MeterReading:
    """A meter of a model: what is paid for, apart from amount, place and time."""

    models: tuple[str, ...]
    """Several where the meter covers several; the price holds for each."""
    versions: tuple[str, ...]
    """Empty: the meter names no version."""
    category: TokenCategory
    unit: Unit
    factor: Decimal
    """The meter's price times this is the price of one `unit`."""
    context_band: ContextBand | None = None
    tier: PriceTier = PriceTier.STANDARD
    fine_tuned: bool = False
    scope: Scope | None = None
    variant: str = ""
    provider: str | None = None


@dataclass(frozen=True)
class PtuReading:
    """A meter of provisioned throughput units, for all models of its product."""

    scope: Scope


class MeterReader:
    """Reads meter names by the reviewed table."""

    def __init__(self, table: MeterTable) -> None:
        self._units = {(rule.word, rule.measure): rule for rule in table.unit}
        self._dictionary = Dictionary(table.words)
        self._products = {product.name: product for product in table.product}
        self._services = {name: item for item in table.service for name in item.products}
        self._known: dict[tuple[str, str, str], MeterReading | PtuReading | MeterRefused] = {}

    def read(self, product: str, meter: str, measure: str) -> MeterReading | PtuReading:
        """Return what a meter is the price of.

        Raises:
            MeterRefused: it is no price of a model, or a word of it has no meaning.
        """
        key = (product, meter, measure)
        if key not in self._known:
            try:
                self._known[key] = self._read(product, meter, measure)
            except MeterRefused as refused:
                self._known[key] = refused
        known = self._known[key]
        if isinstance(known, MeterRefused):
            raise known
        return known

    def _read(self, product: str, meter: str, measure: str) -> MeterReading | PtuReading:
        name = words(meter)
        if name[: len(PROVISIONED)] == PROVISIONED:
            return PtuReading(self._ptu_scope(name[len(PROVISIONED) :], measure))
        if product in self._services:
            return _service_reading(self._services[product], meter, measure)
        if product not in self._products:
            raise MeterRefused(f"product {product} is not in the table of meters")
        return self._read_model(self._products[product], name, measure)

    def _ptu_scope(self, rest: Words, measure: str) -> Scope:
        found, unknown = self._dictionary.read(rest)
        scopes = [value for dimension, value in found if dimension == "scope"]
        if unknown or len(scopes) != 1 or measure != "1/Hour":
            raise MeterRefused("a PTU meter that is not by the hour, or names no scope")
        return Scope(scopes[0])

    def _read_model(self, product: Product, name: Words, measure: str) -> MeterReading:
        for refused in product.refused:
            if refused.covers(name):
                raise MeterRefused(refused.reason)
        dictionary = self._dictionary.extended(product.words)
        missed: Words = ()
        for entry, rest in _candidates(product, name):
            found, unknown = dictionary.extended(entry.own_words).read(rest)
            if not unknown:
                return _reading(entry, _Attributes(found), self._units, measure, product)
            missed = missed or unknown
        if missed:
            raise MeterRefused(f"words without a meaning: {', '.join(missed)}")
        raise MeterRefused("names no model of the table of meters")


def _candidates(product: Product, name: Words) -> Iterator[tuple[MeterEntry, Words]]:
    """Yield the entries whose words are in the name, the longest first, and the other words."""
    entries = [(phrase, entry) for entry in product.meter for phrase in entry.phrases]
    for phrase, entry in sorted(entries, key=lambda item: -len(item[0])):
        rest = without(name, phrase)
        if rest is not None:
            yield entry, rest


class _Attributes:
    """What the words beside the model's name say."""

    def __init__(self, found: list[Meaning]) -> None:
        self._found = dict.fromkeys(found)

    def all(self, dimension: str) -> tuple[str, ...]:
        return tuple(value for known, value in self._found if known == dimension)

    def one(self, dimension: str) -> str | None:
        values = self.all(dimension)
        if len(values) > 1:
            raise MeterRefused(f"contradicts itself: {dimension} {' and '.join(values)}")
        return values[0] if values else None


def _reading(
    entry: MeterEntry,
    said: _Attributes,
    units: dict[tuple[str, str], UnitRule],
    measure: str,
    product: Product,
) -> MeterReading:
    rule = units.get((said.one("unit") or "", measure))
    if rule is None:
        raise MeterRefused(f"unit of measure {measure} beside the unit word {said.one('unit')}")
    version, band, scope = said.one("version"), said.one("context_band"), said.one("scope")
    return MeterReading(
        models=entry.model,
        versions=(version,) if version else entry.version,
        category=_category(entry, said, rule.unit),
        unit=rule.unit,
        factor=rule.factor,
        context_band=ContextBand(band) if band else entry.plain_band,
        tier=PriceTier(said.one("tier") or "standard"),
        fine_tuned=bool(said.one("fine_tuned") or said.one("purpose")),
        scope=Scope(scope) if scope else None,
        variant=" ".join((*said.all("variant"), entry.variant)).strip(),
        provider=entry.provider or product.provider,
    )


def _category(entry: MeterEntry, said: _Attributes, unit: Unit) -> TokenCategory:
    purpose, way = said.one("purpose"), _way(entry, said)
    if purpose == "hosting":
        return TokenCategory.HOSTING
    # Meters of tokens of a fine-tuned model that name no direction stand beside meters of
    # its input and output: they are for training.
    if purpose == "training" or (said.one("fine_tuned") and way is None):
        return TokenCategory.TRAINING
    if entry.category is not None:
        return entry.category
    if unit is not Unit.MILLION_TOKENS or way is None:
        raise MeterRefused("says neither input nor output")
    kind = "grader" if purpose else said.one("modality") or _modality(entry, way)
    if (kind, way) not in CATEGORIES:
        raise MeterRefused(f"{way} of {kind} is no category of the catalogue")
    return CATEGORIES[kind, way]


def _way(entry: MeterEntry, said: _Attributes) -> str | None:
    match said.one("cached"):
        case "write":
            return "cache write"
        case "read":
            return "cached"
    return said.one("direction") or entry.direction


def _modality(entry: MeterEntry, way: str) -> str:
    return entry.output if way == "output" and entry.output else entry.modality


def _service_reading(service: Service, meter: str, measure: str) -> MeterReading:
    try:
        counted, unit = counted_by(service, meter, measure)
    except UnknownServiceMeter as unknown:
        raise MeterRefused(str(unknown)) from None
    return MeterReading(
        models=(service.model,),
        versions=(),
        category=counted.category,
        unit=unit.unit,
        factor=unit.factor,
        variant=meter,
        provider=service.provider,
    )
