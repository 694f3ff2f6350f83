# SPDX-License-Identifier: MIT
"""The reviewed tables of meter names: resources/editorial/meters.toml."""

import tomllib
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict

from azmodels_gui.catalog.terms import ContextBand, TokenCategory, Unit
from azmodels_gui.publish.meter_words import Words, words

Meanings = dict[str, dict[str, tuple[str, ...]]]
Several = Annotated[
    tuple[str, ...], BeforeValidator(lambda given: (given,) if isinstance(given, str) else given)
]
"""One text or several."""


class TablePart(BaseModel):
    """Part of the table; a misspelled key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class MeterEntry(TablePart):
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


class RefusedMeters(TablePart):
    """Meters that are no price of a model, by how they begin."""

    meter: Several
    reason: str

    def covers(self, name: Words) -> bool:
        """Tell whether a meter begins so."""
        phrases = [words(spelling) for spelling in self.meter]
        return any(name[: len(phrase)] == phrase for phrase in phrases)


class Product(TablePart):
    """A productName of the price list."""

    name: str
    provider: str | None = None
    words: Meanings = {}
    meter: tuple[MeterEntry, ...] = ()
    refused: tuple[RefusedMeters, ...] = ()


class UnitRule(TablePart):
    """What one price buys, by a word of the meter's name and its unitOfMeasure."""

    word: str
    measure: str
    unit: Unit
    factor: Decimal = Decimal(1)


class Counted(TablePart):
    """What a service's meter counts, by words of its name or its unitOfMeasure."""

    words: str = ""
    measure: str | None = None
    category: TokenCategory


class ServiceUnit(TablePart):
    """What one price of a service buys."""

    words: str = ""
    measure: str
    unit: Unit
    factor: Decimal = Decimal(1)


class Service(TablePart):
    """A service whose meters are described by their own name."""

    products: tuple[str, ...]
    model: str
    provider: str | None = None
    refused: tuple[RefusedMeters, ...] = ()
    counted: tuple[Counted, ...]
    units: tuple[ServiceUnit, ...]


class MeterTable(TablePart):
    """All of the file."""

    words: Meanings
    unit: tuple[UnitRule, ...]
    product: tuple[Product, ...]
    service: tuple[Service, ...] = ()


def load_meter_table(path: Path) -> MeterTable:
    """Return the table of meter names.

    Raises:
        pydantic.ValidationError: a key is unknown or a value is not what it should be.
    """
    return MeterTable.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
