# SPDX-License-Identifier: MIT
"""What every part of the catalogue file shares: read-only, bounded, in two languages."""

from decimal import Decimal
from typing import Annotated, Any, Self

from msgspec import Meta, Struct
from msgspec.structs import replace

from azmodels_gui.catalog.faults import Misfit, unexpected
from azmodels_gui.language.words import N_, Phrase

_WITHIN_ALL_BOUNDS = 6
"""Digits, with or without a point, that no bounds here can refuse."""


class ExactBounds(Struct, frozen=True):
    """What an exact figure may be; none is negative."""

    maximum: int
    digits: int
    decimal_places: int

    @property
    def json_schema(self) -> dict[str, Any]:
        """Return how the figure is spelled in the file, in the words of JSON Schema."""
        pattern = r"^[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]{1,3})?$"
        return {"pattern": pattern, "minimum": 0, "maximum": self.maximum}

    def check(self, name: str, value: Decimal) -> None:
        """Refuse a figure out of bounds.

        Args:
            name: the field, for the error.
            value: the figure.

        Raises:
            Misfit: it is no number, negative, too large or too long.
        """
        # Nearly all are short and plain, and a catalogue has thousands of them.
        text = str(value)
        if len(text) <= _WITHIN_ALL_BOUNDS and text.replace(".", "", 1).isdigit():
            return
        if not value.is_finite() or value < 0 or value > self.maximum:
            bounds = Phrase(N_("a number from 0 to {maximum}"), maximum=self.maximum)
            raise Misfit(name, unexpected(bounds, value))
        _, digits, exponent = value.as_tuple()
        assert isinstance(exponent, int)  # it is finite
        if -exponent > self.decimal_places or len(digits) + max(exponent, 0) > self.digits:
            words = N_("at most {digits} digits, {places} of them behind the point")
            most = Phrase(words, digits=self.digits, places=self.decimal_places)
            raise Misfit(name, unexpected(most, value))


AMOUNT = ExactBounds(maximum=10**9, digits=24, decimal_places=15)
"""Money."""
WEIGHT = ExactBounds(maximum=10**6, digits=16, decimal_places=9)
"""How many input tokens a token counts as."""


END = r"$(?!\n)"
"""End of a text in a pattern: `$` alone lets a line break behind it pass."""

Id = Annotated[str, Meta(min_length=1, max_length=200)]
"""A name other parts refer to."""

Line = Annotated[str, Meta(max_length=500)]
"""Text shown on one line."""

Prose = Annotated[str, Meta(max_length=10_000)]
"""Text shown as paragraphs; always plain text, never markup."""

Count = Annotated[int, Meta(ge=0, le=10**12)]
"""Tokens, requests or PTU."""

Amount = Annotated[Decimal, Meta(extra_json_schema=AMOUNT.json_schema)]
"""Money; exact, a string in the file. Its class checks `exact_bounds.AMOUNT`."""

Weight = Annotated[Decimal, Meta(extra_json_schema=WEIGHT.json_schema)]
"""A factor; exact, a string in the file. Its class checks `exact_bounds.WEIGHT`."""


class CatalogPart(Struct, frozen=True, kw_only=True, gc=False):
    """Read-only, and deaf to unknown keys: the hosted file may be newer than the program.

    `azmodels catalog check` and `build` refuse unknown keys (`faults.unknown_facts`).
    What is read is checked against the annotations; what is made here is checked by mypy, and
    money and weights always. A fault found by a class of its own begins with the field's name.

    Parts never refer to one another in a circle, so the garbage collector need not look at them.
    """

    def but(self, **changed: Any) -> Self:
        """Return a copy with some fields changed."""
        return replace(self, **changed)


class LocalText(CatalogPart, frozen=True, kw_only=True):
    """One text in the languages of the program."""

    en: Prose
    de: Prose

    def in_language(self, language: str) -> str:
        """Return the German text for "de", the English one for anything else."""
        return self.de if language == "de" else self.en


class Claim(CatalogPart, frozen=True, kw_only=True):
    """What one source says of something."""

    value: Line
    """A figure, or words in English."""
    de: Line = ""
    """The words in German; empty where `value` serves both languages."""
    source: Id

    def in_language(self, language: str) -> str:
        """Return the claim in German for "de", else as it is."""
        return self.de or self.value if language == "de" else self.value


class Conflict(CatalogPart, frozen=True, kw_only=True):
    """A fact on which sources disagree, or which contradicts itself."""

    about: Id
    """Which fact: `retirement_date`, `data_zone`, `availability:DataZoneStandard` ..."""
    claims: tuple[Claim, ...]
    """What each source says; the one the catalogue goes by first."""
    note: LocalText | None = None
    regions: tuple[Id, ...] = ()
    """Regions the disagreement is about; empty when it is not about regions."""
