# SPDX-License-Identifier: MIT
"""Words of the text output in English and German. JSON and CSV never use them."""

from datetime import date
from decimal import Decimal

from azmodels_gui.catalog.labels import PAST_DATE
from azmodels_gui.catalog.terms import Word
from azmodels_gui.language import figures
from azmodels_gui.language.words import N_, Message, in_language, told
from azmodels_gui.sheets.fact_words import FACT_WORDS

_WORDS = FACT_WORDS | {
    # headings of the list
    "model": N_("Model"),
    "version": N_("Version"),
    "stage": N_("Stage"),
    "retires": N_("Retires"),
    "days_left": N_("Days"),
    "context": N_("Context"),
    "global": N_("Global"),
    "data_zone": N_("Zone"),
    "regional": N_("Region"),
    "retirement": N_("Retirement"),
    "generally_available": N_("available"),
    "past_date": PAST_DATE,
    # sentences of the list
    "legend": N_(
        "Global, data zone, region: T per token, P provisioned (PTU), B batch; ? unknown, "
        "! conflicting."
    ),
    "legend_asked": N_(
        "How it is offered in the regions asked about. Global means: may be processed anywhere."
    ),
    "count": N_("{count} of {total} entries"),
    "include_unknown": N_("{told}: to be seen with --include-unknown."),
    "nothing": N_("No entry fits all filters."),
    "similar": N_("Nothing is called “{text}”; what is called alike:"),
    "availability": N_("Offered"),
    "unlisted": N_("Lists of models"),
    "more": N_("and {count} more in the JSON"),
}


class Words:
    """The words of one language, and how it writes numbers and days."""

    def __init__(self, language: str) -> None:
        self.language = language

    def __call__(self, key: str, **values: object) -> str:
        """Return a word or a sentence with its values filled in."""
        return told(_WORDS[key], self.language, **values)

    def named(self, word: Word, prefix: str = "") -> str:
        """Return what a word of the file is called; one newer than this program as it is."""
        return self(f"{prefix}{word}") if word.known else word.value

    def of(self, pair: Message) -> str:
        """Return a text in the language."""
        return in_language(pair, self.language)

    def count(self, number: int) -> str:
        """Return a whole number with separators: 1,050,000 or 1.050.000."""
        return figures.number(number, self.language)

    def decimal(self, number: Decimal) -> str:
        """Return an exact number with at least two places: 2.50 or 2,50."""
        return figures.number(number, self.language, figures.places_of(number, least=2))

    def ratio(self, number: Decimal) -> str:
        """Return an exact ratio without needless zeros: 0.1 or 0,1."""
        return figures.number(number, self.language)

    def day(self, day: date) -> str:
        """Return a day: 22 Nov 2026 or 22.11.2026."""
        return figures.day(day, self.language)

    def as_of(self, day: str) -> str:
        """Return the date of a document, as exact as it is: Nov 2026 or 11/2026."""
        return figures.partial_day(day, self.language)
