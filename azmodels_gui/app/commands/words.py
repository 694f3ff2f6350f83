# SPDX-License-Identifier: MIT
"""Words of the text output in English and German. JSON and CSV never use them."""

from datetime import date
from decimal import Decimal

from azmodels_gui.catalog import day_words
from azmodels_gui.catalog.terms import Word
from azmodels_gui.reports.fact_words import FACT_WORDS

_WORDS = FACT_WORDS | {
    # headings of the list
    "model": ("Model", "Modell"),
    "version": ("Version", "Version"),
    "stage": ("Stage", "Stand"),
    "retires": ("Retires", "Abschalt."),
    "days_left": ("Days", "Tage"),
    "context": ("Context", "Kontext"),
    "global": ("Global", "Global"),
    "data_zone": ("Zone", "Zone"),
    "regional": ("Region", "Region"),
    "retirement": ("Retirement", "Abschaltung"),
    "generally_available": ("available", "verfügbar"),
    "past_date": ("past its date", "überfällig"),
    # sentences of the list
    "legend": (
        "Global, data zone, region: T per token, P provisioned (PTU), B batch; ? unknown, "
        "! conflicting.",
        "Global, Datenzone, Region: T je Token, P bereitgestellt (PTU), B Batch; ? unbekannt, "
        "! widersprüchlich.",
    ),
    "legend_asked": (
        "How it is offered in the regions asked about. Global means: may be processed anywhere.",
        "Wie es in den gefragten Regionen angeboten wird. Global: Verarbeitung überall möglich.",
    ),
    "count": ("{count} of {total} entries", "{count} von {total} Einträgen"),
    "include_unknown": (
        "{told}: to be seen with --include-unknown.",
        "{told}: zu sehen mit --include-unknown.",
    ),
    "nothing": ("No entry fits all filters.", "Kein Eintrag passt auf alle Filter."),
    "in_days": ("{days} days left", "noch {days} Tage"),
    "days_ago": ("{days} days ago", "vor {days} Tagen"),
    "fine_tuning": ("Fine-tuning", "Feinabstimmung"),
    "availability": ("Offered", "Angeboten"),
    "not_supported": ("Not supported", "Nicht unterstützt"),
    "unlisted": ("Lists of models", "Modelllisten"),
    "at_least": ("at least {day}", "mindestens {day}"),
    "more": ("and {count} more in the JSON", "und {count} weitere im JSON"),
}  # fmt: skip


class Words:
    """The words of one language, and how it writes numbers and days."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._column = 1 if language == "de" else 0

    def __call__(self, key: str, **values: object) -> str:
        """Return a word or a sentence with its values filled in."""
        return _WORDS[key][self._column].format(**values)

    def named(self, word: Word, prefix: str = "") -> str:
        """Return what a word of the file is called; one newer than this program as it is."""
        return self(f"{prefix}{word}") if word.known else word.value

    def of(self, pair: tuple[str, str]) -> str:
        """Return the English or the German one of two words."""
        return pair[self._column]

    def count(self, number: int) -> str:
        """Return a whole number with separators: 1,050,000 or 1.050.000."""
        text = f"{number:,}"
        return text.replace(",", ".") if self._column else text

    def decimal(self, number: Decimal) -> str:
        """Return an exact number with at least two places: 2.50 or 2,50."""
        whole, _, places = f"{number:,f}".partition(".")
        places = places.rstrip("0").ljust(2, "0")
        if self._column:
            return f"{whole.replace(',', '.')},{places}"
        return f"{whole}.{places}"

    def ratio(self, number: Decimal) -> str:
        """Return an exact ratio without needless zeros: 0.1 or 0,1."""
        text = f"{number:f}"
        text = text.rstrip("0").rstrip(".") if "." in text else text
        return text.replace(".", ",") if self._column else text

    def day(self, day: date) -> str:
        """Return a day: 22 Nov 2026 or 22.11.2026."""
        return day_words.day(day, self.language)

    def as_of(self, day: str) -> str:
        """Return the date of a document, as exact as it is: Nov 2026 or 11/2026."""
        return day_words.partial_day(day, self.language)
