# SPDX-License-Identifier: MIT
"""Which catalogue is on show and how old its facts are, for status bar and dialog."""

from collections.abc import Mapping
from datetime import date
from typing import Self

from msgspec import Struct

from azmodels_gui.catalog.fact_dates import FactDate, FactKind
from azmodels_gui.catalog.fact_told import date_told, dates_told
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.language.shown import tr
from azmodels_gui.window import formats
from azmodels_gui.window.theme.tokens import Tone

AMBER_AFTER_DAYS = 30
RED_AFTER_DAYS = 90
IN_SHORT = (FactKind.AVAILABILITY, FactKind.PRICES)
"""Kinds of facts that the status bar has room for; their oldest one sets the colour."""


class CatalogAge(Struct, frozen=True):
    """Serial and publication of a catalogue, and the dates of its facts."""

    serial: int
    published: date
    today: date
    dates: Mapping[FactKind, FactDate]

    @classmethod
    def of(cls, index: CatalogIndex) -> Self:
        """Return the age of a catalogue on the day it is judged by."""
        catalog = index.catalog
        return cls(catalog.serial, catalog.published, index.today, index.fact_dates)

    @property
    def days(self) -> int:
        """Age of the oldest kind of facts in the status bar."""
        firsts = (self.dates[kind].first_day for kind in IN_SHORT if kind in self.dates)
        return (self.today - min(firsts, default=self.published)).days

    @property
    def tone(self) -> Tone:
        """Amber after 30 days, red after 90."""
        if self.days > RED_AFTER_DAYS:
            return Tone.BAD
        return Tone.WARN if self.days > AMBER_AFTER_DAYS else Tone.MUTED

    def short(self, language: str) -> str:
        """Return the dates that the status bar has room for, and their age where it matters."""
        told = dates_told(self.dates, language, IN_SHORT) or self.catalog_line(language)
        match self.tone:
            case Tone.BAD:
                words = tr("{facts} ({days} days old: outdated)")
            case Tone.WARN:
                words = tr("{facts} ({days} days old)")
            case _:
                return told
        return words.format(facts=told, days=self.days)

    def lines(self, language: str) -> list[str]:
        """Return the dates of every kind of facts, and which catalogue has them."""
        told = (
            date_told(kind, self.dates[kind], language) for kind in FactKind if kind in self.dates
        )
        return [*told, self.catalog_line(language)]

    def catalog_line(self, language: str) -> str:
        """Return serial and day of publication, which is no date of facts."""
        words = tr("Catalogue {serial}, published {day}")
        return words.format(serial=self.serial, day=formats.day(self.published, language))
