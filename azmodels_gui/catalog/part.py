# SPDX-License-Identifier: MIT
"""What every part of the catalogue file shares: read-only, bounded, in two languages."""

from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Id = Annotated[str, Field(min_length=1, max_length=200)]
"""A name other parts refer to."""

Line = Annotated[str, Field(max_length=500)]
"""Text shown on one line."""

Prose = Annotated[str, Field(max_length=10_000)]
"""Text shown as paragraphs; always plain text, never markup."""

Count = Annotated[int, Field(ge=0, le=10**12)]
"""Tokens, requests or PTU."""

Amount = Annotated[Decimal, Field(ge=0, le=10**9, max_digits=24, decimal_places=15)]
"""Money; exact, a string in the file."""

Weight = Annotated[Decimal, Field(ge=0, le=10**6, max_digits=16, decimal_places=9)]


class CatalogPart(BaseModel):
    """Read-only, and deaf to unknown keys: the hosted file may be newer than the program.

    `azmodels catalog check` and `build` validate with `extra="forbid"` instead.
    """

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)


class LocalText(CatalogPart):
    """One text in the languages of the program."""

    en: Prose
    de: Prose

    def in_language(self, language: str) -> str:
        """Return the German text for "de", the English one for anything else."""
        return self.de if language == "de" else self.en


class Claim(CatalogPart):
    """What one source says of something."""

    value: Line
    """A figure, or words in English."""
    de: Line = ""
    """The words in German; empty where `value` serves both languages."""
    source: Id

    def in_language(self, language: str) -> str:
        """Return the claim in German for "de", else as it is."""
        return self.de or self.value if language == "de" else self.value


class Conflict(CatalogPart):
    """A fact on which sources disagree, or which contradicts itself."""

    about: Id
    """Which fact: `retirement_date`, `data_zone`, `availability:DataZoneStandard` ..."""
    claims: tuple[Claim, ...]
    """What each source says; the one the catalogue goes by first."""
    note: LocalText | None = None
    regions: tuple[Id, ...] = ()
    """Regions the disagreement is about; empty when it is not about regions."""
